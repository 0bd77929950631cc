"""How a failed row looks: the wording and the picture are the product."""

from pathlib import Path

import pytest

from polc.workspace import load
from polc.workspace.suite import run_suite
from polc.workspace.suite_text import as_text

POLICY = """\
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  中小企业：是否
对象 合同 归属 企业
  合同金额：金额
条 （一） 补贴
  奖补 补贴
    支持对象：企业
    享受：每户企业 每年
    条件：年度支出 达到 30万元
    标准：年度支出 × 最高 30%
    上限：每户企业 每年 50万元
    疑义 支持谁 “企业”
      读法 所有企业
      读法 只限中小企业
        条件：中小企业
    示例 门槛与封顶
      | 年度支出（万元） | 应得        | 说明     |
      | 30               | 最高 9万元  | 含本数   |
      | 200              | 最高 60万元 | 到了上限 |
      | 29               | 最高 9万元  |          |
    示例 两种读法
      | 年度支出 | 应得（所有企业） | 应得（只限中小企业） |
      | 100万元  | 最高 30万元      | 最高 30万元          |
    应成立：应得 不超过 40万元
    情景 逐年
      | 年度       | 年度支出 | 应得        |
      | 2025至2027 | 100万元  | 最高 31万元 |
  奖补 合同奖
    支持对象：合同
    领取人：企业
    享受：每个合同 一次
    标准：合同金额 × 10%
    上限：每家企业 每年 10万元
    示例 两份合同
      | 案例 | 合同金额 | 单项  | 应得   |
      | 甲   | 50万元   | 5万元 | 11万元 |
      |      | 60万元   | 7万元 |        |
"""

CASH = """\
政策 示范措施
  简称：demo
对象 企业
  新落户：是否
  迁出：是否
条 （一） 落户
  奖补 落户奖
    支持对象：企业
    享受：每家企业 一次
    条件：新落户
    标准：30万元
    兑付：分 3年
    追回：迁出，5年以内
    情景 第三年迁出
      | 年度 | 新落户 | 迁出 | 兑付   | 收回   |
      | 2025 | 是     | 否   | 10万元 | 0元    |
      | 2026 | 否     | 否   | 10万元 | 0元    |
      | 2027 | 否     | 是   | 10万元 | 30万元 |
"""

CALENDAR = """\
不符：demo （一） 落户奖 · 第三年迁出 · 第3行
  --> cash.pol:18:30
   |
15 | | 年度 | 新落户 | 迁出 | 兑付   | 收回   |
18 | | 2027 | 否     | 是   | 10万元 | 30万元 |
   |                          ^^^^^^   ^^^^^^
   |
     兑付写的是 10万元
     算出来是   0元
     收回写的是 30万元
     算出来是   20万元
     兑付日历：
       2025年  第1期  10万元       已付
       2026年  第2期  10万元       已付
       2027年  第3期  不付 10万元  追回：迁出，5年以内
       2027年  收回   −20万元      追回：迁出，5年以内
       合计    到手   0元

2 行通过，1 行不符（1 张表，6 处断言）
"""

CHINESE = """\
不符：demo （一） 补贴 · 门槛与封顶 · 第2行  到了上限
  --> policy.pol:22:28
   |
20 | | 年度支出（万元） | 应得        | 说明     |
22 | | 200              | 最高 60万元 | 到了上限 |
   |                      ^^^^^^^^^^^
27 | 应成立：应得 不超过 40万元
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
     应得写的是 最高 60万元
     算出来是   最高 50万元
     年度支出 200万元 × 最高 30% = 最高 60万元 → 上限 50万元 → 最高 50万元；应得写的是 最高 60万元
     这一行不成立：应成立：应得 不超过 40万元
     年度支出 200万元 × 最高 30% = 最高 60万元 → 上限 50万元 → 最高 50万元
     推定：此前没有领过

不符：demo （一） 补贴 · 门槛与封顶 · 第3行
  --> policy.pol:23:28
   |
20 | | 年度支出（万元） | 应得       | 说明 |
23 | | 29               | 最高 9万元 |      |
   |                      ^^^^^^^^^^
   |
     应得写的是 最高 9万元
     算出来是   0元
     条件 年度支出 达到 30万元（为 29万元）：不符合；应得写的是 最高 9万元
     推定：此前没有领过

1 行通过，2 行不符（1 张表，4 处断言）
"""

ENGLISH = """\
failed: demo （一） 补贴 · 门槛与封顶 · row 3
  --> policy.pol:23:28
   |
20 | | 年度支出（万元） | 应得       | 说明 |
23 | | 29               | 最高 9万元 |      |
   |                      ^^^^^^^^^^
   |
     应得 says up to CNY 90,000
     came out  CNY 0
     condition 年度支出 达到 30万元 (it is CNY 290,000): does not hold; 应得 says up to CNY 90,000
     presumed: nothing was received before

0 rows passed, 1 failed (1 table, 1 assertion)
"""

READINGS = """\
不符：demo （一） 补贴 · 两种读法 · 第1行
  --> policy.pol:26:33
   |
25 | | 年度支出 | 应得（所有企业） | 应得（只限中小企业） |
26 | | 100万元  | 最高 30万元      | 最高 30万元          |
   |                                 ^^^^^^^^^^^
   |
     应得（只限中小企业）写的是 最高 30万元
     算出来是                   不能判定（缺 中小企业）
     条件 中小企业：不能判定，缺 中小企业；应得（只限中小企业）写的是 最高 30万元
     推定：此前没有领过

0 行通过，1 行不符（1 张表，2 处断言）
"""

YEARS = """\
不符：demo （一） 补贴 · 逐年 · 第1行
  --> policy.pol:30:30
   |
29 | | 年度       | 年度支出 | 应得        |
30 | | 2025至2027 | 100万元  | 最高 31万元 |
   |                           ^^^^^^^^^^^
   |
     应得写的是 最高 31万元
     算出来是   最高 30万元
     2025年：年度支出 100万元 × 最高 30% = 最高 30万元；应得写的是 最高 31万元
     2026年：年度支出 100万元 × 最高 30% = 最高 30万元；应得写的是 最高 31万元
     2027年：年度支出 100万元 × 最高 30% = 最高 30万元；应得写的是 最高 31万元
     推定：核定按最高额

0 行通过，1 行不符（1 张表，3 处断言）
"""

ITEMS = """\
不符：demo （一） 合同奖 · 两份合同 · 第1行
  --> policy.pol:40:25
   |
38 | | 案例 | 合同金额 | 单项  | 应得   |
39 | | 甲   | 50万元   | 5万元 | 11万元 |
   |                             ^^^^^^
40 | |      | 60万元   | 7万元 |        |
   |                     ^^^^^
   |
     单项写的是 7万元
     算出来是   6万元
     合同金额 60万元 × 10% = 6万元；单项写的是 7万元
     应得写的是 11万元
     算出来是   10万元
     第1项 合同金额 50万元 × 10% = 5万元；第2项 合同金额 60万元 × 10% = 6万元 → 合起来 11万元
       → 上限 10万元 → 10万元；应得写的是 11万元
     推定：此前没有领过

0 行通过，1 行不符（1 张表，3 处断言）
"""

NARROW = """\
不符：demo （一） 补贴 · 门槛与封顶 · 第3行
  --> policy.pol:23:28
   |
23 | 年度支出（万元）  29
   | 应得              最高 9万元
   |                   ^^^^^^^^^^
   |
     应得写的是 最高 9万元
     算出来是   0元
     条件 年度支出 达到 30万元（为 29万元）：不符合；
       应得写的是 最高 9万元
     推定：此前没有领过

0 行通过，1 行不符（1 张表，1 处断言）
"""

GREEN = """\
demo （一） 补贴 门槛与封顶
  ✓ 第1行  应得 最高 9万元  # 含本数
      推定：此前没有领过

1 行通过，0 行不符（1 张表，1 处断言）
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "policy.pol").write_text(POLICY, encoding="utf-8")


def told(only: str, language: str = "zh", **how: object) -> str:
    suite = run_suite(load(["policy.pol"]), only=only)
    return as_text(suite, language, **{"colour": False, **how})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("only", "language", "how", "text"),
    [
        ("门槛", "zh", {}, CHINESE),
        ("门槛 第3行", "en", {}, ENGLISH),
        ("两种读法", "zh", {}, READINGS),
        ("逐年", "zh", {}, YEARS),
        ("两份合同", "zh", {}, ITEMS),
        ("门槛 第3行", "zh", {"width": 30}, NARROW),
        ("门槛 第1行", "zh", {"verbose": True}, GREEN),
    ],
    ids=["chinese", "english", "readings", "years", "items", "narrow", "green"],
)
def test_a_row_looks_like_this(only: str, language: str, how: dict[str, object], text: str) -> None:
    assert told(only, language, **how) == text


def test_colour_changes_nothing_but_colour() -> None:
    coloured = told("门槛", colour=True)
    assert "\x1b[1;31m最高 60万元\x1b[0m" in coloured
    for code in ("1;31", "1;34", "1;32", "0", "1", "31", "32"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == CHINESE


def test_a_console_in_gbk_gets_signs_that_it_can_write() -> None:
    said = told("门槛 第1行", verbose=True, encoding="gbk")
    assert "√ 第1行" in said
    said.encode("gbk")
    told("两份合同", encoding="gbk").encode("gbk")


def test_a_long_remark_gives_way_before_the_row_is_turned(tmp_path: Path) -> None:
    text = POLICY.replace("到了上限", "到了上限" * 20)
    (tmp_path / "policy.pol").write_text(text, encoding="utf-8")
    assert "22 | | 200              | 最高 60万元 |\n" in told("第2行 门槛")


def test_cells_of_cash_are_answered_with_the_payment_calendar(tmp_path: Path) -> None:
    (tmp_path / "cash.pol").write_text(CASH, encoding="utf-8")
    assert as_text(run_suite(load(["cash.pol"])), "zh", colour=False) == CALENDAR

"""What a page of a clause says beside the sentence: which policy it is of, and a case in which its readings differ."""

import re
from pathlib import Path

from polc.site import Options, generate
from polc.site.contents import gather
from polc.workspace import load
from polc.workspace.checked import findings
from polc.workspace.suite import run_suite

DAY = 739_942
POLICY = """\
政策 示范措施
  简称：demo
  适用：在本地登记

对象 企业
  支出：金额，每年
  软件企业：是否
  在本地登记：是否

定义 达标企业：支出 达到 10万元 且 软件企业
  原文：“达标企业”

条 1 支持设备
  资金池 设备资金：每年 100万元
  奖补 设备补助
    原文：“对支出达到10万元的企业，给予10%补助”
    支持对象：企业
    享受：每家企业 每年
    条件：支出 达到 10万元
    标准：支出 × 10%
    出自：设备资金
    疑义 给谁 “企业”
      读法 都给
      读法 只给软件企业
        条件：软件企业
    疑义 达标不达标 “企业”
      读法 不看
      读法 须达标
        条件：达标企业
    应成立：应得 不超过 支出
    示例 给谁
      | 软件企业 | 支出   | 应得（都给） | 应得（只给软件企业） | 说明        |
      | 是       | 20万元 | 2万元        | 2万元                | 20×10% = 2  |
      | 否       | 30万元 | {came}        | 0元                  | 30×10% = 3  |
"""


def files(folder: Path, came: str = "3万元", *, review: bool = True) -> dict[str, str]:
    (folder / "policy.pol").write_text(POLICY.replace("{came}", came), encoding="utf-8")
    space = load([folder])
    options = Options(DAY, "review" if review else "public")
    return generate(gather(space, findings(space, DAY), run_suite(space)), options).files


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_a_clause_says_which_policy_it_is_of_and_leads_there(tmp_path: Path) -> None:
    page = files(tmp_path)["policies/demo/第1条.md"]
    assert re.search(r'class="polc-of"><a href="index.html">示范措施</a>', page)


def test_readings_come_with_the_first_row_in_which_they_differ(tmp_path: Path) -> None:
    page = words(files(tmp_path)["policies/demo/第1条.md"])
    case = page.partition("在这里几种读法不一样：示例 给谁")[2].partition("示例 给谁")[0]
    assert "软件企业 支出 应得（都给） 应得（只给软件企业）" in case
    assert "否 30万元 3万元 0元" in case
    assert "20万元" not in case


def test_a_table_of_which_a_row_fails_shows_nothing(tmp_path: Path) -> None:
    assert "在这里几种读法不一样" not in files(tmp_path, came="4万元")["policies/demo/第1条.md"]


def test_the_first_page_leads_to_every_finding_where_it_stands(tmp_path: Path) -> None:
    reviewed = files(tmp_path)["policies/demo/index.md"]
    assert "没有写超出了怎么办" in words(reviewed.partition('class="polc-found"')[2])
    assert 'href="%E7%AC%AC1%E6%9D%A1.html#' in reviewed.partition('class="polc-found"')[2]


def test_the_public_sees_no_finding(tmp_path: Path) -> None:
    assert "没有写超出了怎么办" not in "".join(files(tmp_path, review=False).values())


def test_a_pool_says_which_of_its_words_is_which(tmp_path: Path) -> None:
    first = words(files(tmp_path)["policies/demo/index.md"])
    assert "设备资金 一共多少钱：每年 100万元；用来付：设备补助" in first


def test_a_finding_says_what_to_do(tmp_path: Path) -> None:
    page = files(tmp_path)["policies/demo/第1条.md"]
    assert "在原文里写明按比例折算、先到先得还是转到下一年" in page


def test_a_defined_word_has_its_place_and_every_use_leads_there(tmp_path: Path) -> None:
    made = files(tmp_path, review=False)
    page = made["policies/demo/通则.md"]
    assert "官方原文 达标企业 意思是 “支出”不少于10万元（正好10万元也算），并且“软件企业”" in words(page)
    assert re.search(
        r'别的读法里</dt><dd><a href="[^"]*#达标企业|别的读法里</dt><dd><a href="[^"]*#%E8',
        made["policies/demo/第1条.md"],
    )


def test_the_scope_of_the_policy_is_a_condition_that_leads_to_its_words(tmp_path: Path) -> None:
    made = files(tmp_path, review=False)
    assert 'href="index.html#scope">须在本政策的适用范围内' in made["policies/demo/第1条.md"]
    assert '<dt id="scope">适用范围</dt><dd>“在本地登记”</dd>' in made["policies/demo/index.md"]


def test_what_the_encoding_claims_of_itself_is_for_a_review(tmp_path: Path) -> None:
    assert "应当成立" in files(tmp_path)["policies/demo/第1条.md"]
    assert "应当成立" not in files(tmp_path, review=False)["policies/demo/第1条.md"]


def test_a_policy_that_has_ended_says_so_on_the_day_that_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "policy.pol").write_text(
        POLICY.replace("{came}", "3万元").replace("  简称：demo\n", "  简称：demo\n  有效期：至 2025年12月31日\n"),
        encoding="utf-8",
    )
    entries = gather(load([tmp_path]), [], run_suite(load([tmp_path])))
    last_day = 739_616  # 2025-12-31
    for day, ended in ((last_day, False), (last_day + 1, True)):
        first = generate(entries, Options(day, pinned=True)).files["policies/demo/index.md"]
        assert ("已期满" in words(first)) is ended
    unpinned = generate(entries, Options(last_day)).files["policies/demo/index.md"]
    assert f'data-until="{last_day}" data-ended="已期满"' in unpinned

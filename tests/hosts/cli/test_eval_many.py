"""``polc eval`` with a list of payees: what each is due and is paid, and how the pool was shared."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from polc.hosts.cli import main

Asked: TypeAlias = Callable[..., tuple[int, str, str]]

PROGRAM = """\
政策 措施
  施行：自 2026年1月1日
对象 企业
  支出：金额
  收入：金额
对象 模型 归属 企业（建设方）
  成本：金额
条 1 补贴
  资金池 年度资金：每年 100元
    原文：“每年一百元”
    超出：{excess}
  奖补 支出补助
    支持对象：企业
    享受：每家企业 每年
    标准：支出
    出自：年度资金
  奖补 模型补助
    支持对象：模型
    领取人：建设方
    享受：每个模型 一次
    标准：成本
    名额：每年 2个，按 成本
"""

FACTS = """\
企业:
  - 名称: 甲方
    支出: 60元
    模型:
      - 模型: 大
        成本: 3元
      - 模型: 小
        成本: 1元
  - 申请人: 乙方
    支出: 65元
    模型:
      - 模型: 中
        成本: 2元
  - 名称: 丙方
    收入: 5元
"""


@pytest.fixture
def asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Asked:
    def ask(excess: str, *more: str, facts: str = FACTS) -> tuple[int, str, str]:
        (tmp_path / "policy.pol").write_text(PROGRAM.replace("{excess}", excess), encoding="utf-8")
        (tmp_path / "many.yaml").write_text(facts, encoding="utf-8")
        words = ["eval", str(tmp_path / "policy.pol"), "--facts", str(tmp_path / "many.yaml"), "--as-of", "2026-06-01"]
        code = main(["--lang", "zh", *words, *more])
        out = capsys.readouterr()
        return code, out.out, out.err

    return ask


def rows(out: str) -> list[list[str]]:
    return [line.split() for line in out.splitlines()]


def test_each_is_paid_his_part_of_the_pool(asked: Asked) -> None:
    code, out, _ = asked("按比例折算")
    assert code == 0
    assert ["甲方", "60元", "48元"] in rows(out)
    assert ["乙方", "65元", "52元"] in rows(out)
    assert "2 家共 125元，超出 25元" in out
    assert "100元 ÷ 125元 = 80%" in out


def test_who_comes_first_is_paid_first(asked: Asked) -> None:
    _, out, _ = asked("先到先得")
    assert ["甲方", "60元", "60元"] in rows(out)
    assert ["乙方", "65元", "40元"] in rows(out)


def test_what_is_put_off_is_said(asked: Asked) -> None:
    _, out, _ = asked("递延")
    assert ["乙方", "65元", "→", "40元", "转到", "2027年", "25元"] in rows(out)


def test_without_a_rule_nothing_is_decided_and_each_rule_is_shown(asked: Asked) -> None:
    _, out, _ = asked("未写")
    assert ["乙方", "65元", "不能判定"] in rows(out)
    assert "若按比例折算，每家得应付的 80%" in out
    assert "若先到先得，前 1 笔全付，第 2 笔（乙方）得余下的 40元" in out
    assert "若递延，25元 转到 2027年" in out


def test_who_gets_no_place_is_told_which_thing_it_was(asked: Asked) -> None:
    _, out, _ = asked("未写")
    assert ["甲方", "4元", "3元", "小", "名额", "每年", "2个，按", "成本，够条件的", "3个，没有排上"] in rows(out)


def test_who_told_nothing_that_is_needed_is_named(asked: Asked) -> None:
    _, out, _ = asked("未写")
    assert "没有告诉用得上的事实：丙方" in out


def test_a_benefit_may_be_asked_for_alone(asked: Asked) -> None:
    code, out, _ = asked("未写", "--benefit", "模型补助")
    assert code == 0
    assert "支出补助" not in out
    code, _, err = asked("未写", "--benefit", "模型补")
    assert code == 2
    assert "模型补助" in err


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("企业:\n  - 名称: 甲方\n    支岀: 1元\n", "甲方：没有叫“支岀”的事实"),
        ("企业:\n  - 支出: 一元\n", "第1家：“支出”要金额"),
        ("企业:\n  - 名称: 甲方\n    支出: 1元\n  - 名称: 甲方\n    支出: 1元\n", "有两家都叫“甲方”"),
    ],
)
def test_a_slip_is_told_with_whose_it_is(asked: Asked, facts: str, said: str) -> None:
    code, out, err = asked("未写", facts=facts)
    assert code == 2
    assert not out
    assert said in err


def test_what_is_of_one_applicant_does_not_go_with_many(asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "ledger.yaml").write_text("[]\n", encoding="utf-8")
    assert asked("未写", "--ledger", str(tmp_path / "ledger.yaml"))[0] == 2
    assert asked("未写", "--json")[0] == 2


def test_who_tells_nothing_that_is_needed_does_not_stand_in_the_queue(asked: Asked) -> None:
    facts = "企业:\n  - 名称: 甲方\n    支出: 60元\n  - 名称: 乙方\n    收入: 1元\n  - 名称: 丙方\n    支出: 1元\n"
    _, out, _ = asked("先到先得", facts=facts)
    assert ["丙方", "1元", "1元"] in rows(out)

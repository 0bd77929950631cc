"""How a policy stands on a day, and both reckonings of when it expires."""

import datetime as dt

import pytest

from polc.passes.pipeline import compile_policy
from polc.runs.answer import Answer, answer
from polc.text import Source

POLICY = """政策 示例措施
  简称：shili
{head}
对象 企业
  成：是否
条 1 奖励
  奖补 奖励
    支持对象：企业
    享受：每家企业 每年
    条件：成
    标准：5万元
"""


def asked(head: str, day: str, **facts: object) -> Answer:
    compiled = compile_policy([Source("a.pol", POLICY.format(head="\n".join(f"  {line}" for line in head.split(";"))))])
    assert not [finding for finding in compiled.findings if finding.severity.value == "error"]
    return answer(compiled, {"企业.成": True, **facts}, day=dt.date.fromisoformat(day).toordinal())


def kinds(found: Answer) -> list[str]:
    return [each.kind for each in found.standing]


def test_a_draft_says_that_it_is_one() -> None:
    assert kinds(asked("状态：征求意见稿", "2026-03-02")) == ["draft"]
    assert kinds(asked("状态：已废止", "2026-03-02")) == ["repealed"]
    assert kinds(asked("状态：试行", "2026-03-02")) == []


@pytest.mark.parametrize(
    ("day", "stands"), [("2025-12-31", ["before"]), ("2026-01-01", []), ("2028-12-31", []), ("2029-01-01", ["ended"])]
)
def test_a_day_outside_the_window_is_named(day: str, stands: list[str]) -> None:
    assert kinds(asked("施行：自 2026年1月1日;有效期：至 2028年12月31日", day)) == stands


def test_a_start_before_the_issue_date_is_named() -> None:
    found = asked("印发日期：2024年6月1日;施行：自 2024年1月1日;有效期：至 2026年12月31日", "2025-01-01")
    assert kinds(found) == ["retroactive"]
    assert found.standing[0].words.zh == "2024年1月1日 施行，2024年6月1日 才印发：印发以前的事也算"


PERIOD = "印发日期：未知;施行：自印发之日;有效期：3年"
ISSUED = dt.date(2026, 3, 2).toordinal()


def test_both_reckonings_are_shown_where_nothing_says_when_it_expires() -> None:
    found = asked(PERIOD, "2027-01-01", 印发日期=ISSUED)
    assert [each.words.zh for each in found.standing] == [
        "没有约定期满在哪一天：按前一日，最后一天是 2029年3月1日；按对应日，是 2029年3月2日。暂按前一日"
    ]
    assert not found.parts[0].readings


def test_the_other_result_is_shown_on_the_day_on_which_they_differ() -> None:
    found = asked(PERIOD, "2029-03-02", 印发日期=ISSUED)
    assert [each.then.zh for each in found.parts[0].readings] == ["5万元"]
    assert "ended" in kinds(found)


def test_a_convention_settles_it() -> None:
    found = asked(PERIOD + ";约定：期满 对应日", "2029-03-02", 印发日期=ISSUED)
    assert kinds(found) == []
    assert not found.parts[0].readings


def test_nothing_is_said_of_an_end_that_is_not_known() -> None:
    assert kinds(asked(PERIOD, "2040-01-01")) == []

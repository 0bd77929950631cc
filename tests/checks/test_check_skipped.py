"""What could not be decided is said, once a policy, whoever asked; and one cause is one finding."""

from collections.abc import Callable
from pathlib import Path

import pytest

from polc.checks import asked
from polc.checks.asked import Question, asked_by, left_open, tally
from polc.checks.never_eligible import RULE as NEVER
from polc.checks.tier_overlap import RULE as OVERLAP
from polc.checks.tier_unreachable import RULE as UNREACHABLE
from polc.diagnostics import Diagnostic, Label, Words
from polc.diagnostics.causes import one_a_cause
from polc.diagnostics.tally import Tally
from polc.hosts.cli import exits, main
from polc.readers.smt import Undecided
from polc.text import Source
from polc.workspace import load
from polc.workspace.checked import examined, findings
from polc.workspace.which_rules import which_rules

POLICY = """\
政策 措施
  简称：a
{head}
对象 企业
  甲数：个数
  乙数：个数
  丙数：个数
条 1 奖励
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    标准：1元 × 甲数 × 乙数 × 丙数
    上限：无
    应成立：应得 不等于 1234577元
"""


@pytest.fixture
def _gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "find", lambda *_question, **_how: Undecided("max. resource limit exceeded"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "policy.pol").write_text(POLICY.format(head=""), encoding="utf-8")
    return tmp_path


def skipped(found: list[Diagnostic]) -> list[Diagnostic]:
    return [each for each in found if each.rule.name == "check-skipped"]


@pytest.mark.usefixtures("_gives_up")
def test_an_undecided_question_is_one_note_that_names_the_rule_the_part_and_why(folder: Path) -> None:
    (one,) = skipped(findings(load([folder])))
    assert one.place.span.text == "政策 措施"
    assert one.message("zh") == "没有判定的问题有1个"
    assert [note.zh for note in one.notes] == ["ensure-refuted：“奖励”，算到限额还没有结果"]
    assert [note.en for note in one.notes] == ["ensure-refuted: “奖励”; the effort allowed was used up"]


def test_a_decided_question_is_counted_and_no_note(folder: Path) -> None:
    text = POLICY.format(head="").replace("应得 不等于 1234577元", "应得 达到 0元")
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    seen = examined(load([folder]))
    assert skipped(seen.findings) == []
    assert seen.tally.undecided == 0
    assert seen.tally.never >= 1
    assert seen.tally.put == seen.tally.never + seen.tally.shown


@pytest.mark.usefixtures("_gives_up")
def test_a_known_issue_silences_the_note_and_is_used(folder: Path) -> None:
    text = POLICY.format(head="  已知问题 check-skipped：人工核过")
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    assert {each.rule.name for each in findings(load([folder]))}.isdisjoint({"check-skipped", "known-unused"})


@pytest.mark.usefixtures("_gives_up")
@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], True),
        (["--select", "ensure-refuted"], True),
        (["--select", "check-skipped"], True),
        (["--select", "tier-gap"], False),
        (["--select", "tier-gap", "--strict"], True),
        (["--ignore", "ensure-refuted"], False),
        (["--ignore", "check-skipped"], False),
    ],
)
def test_what_was_not_decided_belongs_to_the_rules_asked_for(
    options: list[str], told: bool, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(folder), "--format", "concise", "--lang", "zh", *options])
    assert ("check-skipped" in capsys.readouterr().out) is told


@pytest.mark.usefixtures("_gives_up")
def test_strict_lets_it_fail_and_says_why(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder), "--lang", "en"]) == exits.FINE
    capsys.readouterr()
    assert main(["check", str(folder), "--lang", "en", "--strict"]) == exits.FOUND
    said = capsys.readouterr().out
    assert "error[check-skipped]: questions that could not be decided: 1" in said
    assert "note: with --strict what is not decided fails too" in said
    assert main(["check", str(folder), "--strict", "--ignore", "check-skipped"]) == exits.USAGE


def test_strict_is_fine_where_everything_was_decided(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = POLICY.format(head="").replace("应得 不等于 1234577元", "应得 达到 0元")
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    assert main(["check", str(folder), "--strict"]) == exits.FINE
    capsys.readouterr()


def test_many_parts_are_told_in_one_line() -> None:
    ledger: list[Question] = []
    with asked_by("cliff", ledger):
        for name in "甲乙丙丁戊":
            left_open(name, Words("写不成式子", "no formula"))
    assert tally(ledger) == Tally(undecided=5)
    left_open("甲", Words("没有人记", "nobody writes"))
    assert len(ledger) == 5


def test_a_method_that_is_missing_is_another_reason_than_effort(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "find", lambda *_question, **_how: Undecided("(incomplete (theory arithmetic))"))
    (one,) = skipped(findings(load([folder])))
    assert any("求解器没有把握" in note.zh for note in one.notes)


def test_a_finding_yields_to_one_that_says_more_of_the_same_place() -> None:
    source = Source("a.pol", "一二三四")
    unreachable = UNREACHABLE.at(source.span(1, 2), name="甲", number="2")
    overlap: Callable[[int, int], Diagnostic] = lambda one, other: OVERLAP.at(  # noqa: E731
        source.span(one, one + 1),
        related=(Label(source.span(other, other + 1)),),
        name="甲", one="1", other="2", where=Words("", ""),
    )  # fmt: skip
    assert one_a_cause([overlap(0, 1), overlap(1, 2), unreachable, overlap(2, 3)]) == [unreachable, overlap(2, 3)]
    assert one_a_cause([overlap(0, 1)]) == [overlap(0, 1)]


def test_what_is_said_of_a_part_is_left_out_where_the_whole_part_is_idle() -> None:
    source = Source("a.pol", "一二三四")
    never = NEVER.at(source.span(0, 1), name="甲", what=Words("", ""))
    of_it = UNREACHABLE.at(source.span(2, 3), name="甲", number="1")
    of_another = UNREACHABLE.at(source.span(3, 4), name="乙", number="1")
    assert one_a_cause([never, of_it, of_another]) == [never, of_another]


def test_strict_beside_a_choice_of_rules_is_for_all_of_them() -> None:
    assert which_rules(["tier-gap"], None, strict=True).wants("cliff")
    assert not which_rules(["tier-gap"], None).wants("cliff")
    assert which_rules(None, None).wants("cliff")

"""What is said of a policy on a day: expired, soon to expire, not yet in force, still a draft after its start."""

import datetime as dt
from pathlib import Path

import pytest

from polc.diagnostics import Diagnostic
from polc.hosts.cli import exits, main
from polc.workspace import load
from polc.workspace.checked import findings

TIME = {"expired", "expires-soon", "not-yet-in-force", "still-draft-after-start"}
PROGRAM = """\
政策 措施
  {head}
对象 企业
  达标：是否
条 1 奖励
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
"""


def found(folder: Path, day: str, *head: str) -> list[Diagnostic]:
    file = folder / "policy.pol"
    file.write_text(PROGRAM.format(head="\n  ".join(head)), encoding="utf-8")
    ordinal = dt.date.fromisoformat(day).toordinal() if day else 0
    return [each for each in findings(load([file]), ordinal) if each.rule.name in TIME]


def names(folder: Path, day: str, *head: str) -> list[str]:
    return [each.rule.name for each in found(folder, day, *head)]


ISSUED = ("状态：已印发", "施行：自 2026年1月1日", "有效期：至 2028年12月31日")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2025-12-31", ["not-yet-in-force"]),
        ("2026-01-01", []),
        ("2028-06-29", []),
        ("2028-06-30", []),
        ("2028-07-01", ["expires-soon"]),
        ("2028-12-31", ["expires-soon"]),
        ("2029-01-01", ["expired"]),
        ("", []),
    ],
)
def test_each_day_has_its_own_word(tmp_path: Path, day: str, said: list[str]) -> None:
    assert names(tmp_path, day, *ISSUED) == said


def test_a_repealed_measure_has_no_end_to_miss(tmp_path: Path) -> None:
    assert names(tmp_path, "2030-01-01", "状态：已废止", *ISSUED[1:]) == []


def test_a_measure_without_a_status_stands_as_issued(tmp_path: Path) -> None:
    assert names(tmp_path, "2030-01-01", *ISSUED[1:]) == ["expired"]


def test_a_draft_past_its_end_is_one_finding(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "2030-01-01", "状态：征求意见稿", *ISSUED[1:])
    assert one.rule.name == "still-draft-after-start"
    assert [label.words.zh for label in one.related if label.words] == ["最后一天 2028年12月31日 也过了"]


def test_a_draft_whose_start_nobody_knows_is_held_to_its_end(tmp_path: Path) -> None:
    head = ("状态：征求意见稿", "印发日期：未知", "施行：自印发之日", "有效期：至 2028年12月31日")
    assert names(tmp_path, "2028-12-31", *head) == []
    (one,) = found(tmp_path, "2029-01-01", *head)
    assert one.message("zh") == "还是征求意见稿，写的最后一天 2028年12月31日 已经过了"
    assert one.message("en") == "still a draft, and its last day in force, 2028-12-31, has passed"


def test_a_draft_before_its_start_is_only_a_draft(tmp_path: Path) -> None:
    assert names(tmp_path, "2025-12-31", "状态：征求意见稿", *ISSUED[1:]) == []
    assert names(tmp_path, "2026-01-01", "状态：征求意见稿", *ISSUED[1:]) == ["still-draft-after-start"]


def test_where_the_issue_date_is_unknown_nothing_is_guessed(tmp_path: Path) -> None:
    assert names(tmp_path, "2040-01-01", "印发日期：未知", "施行：自印发之日", "有效期：3年") == []


DOUBTED = (
    "施行：自 2026年3月2日", "有效期：3年", "约定：未写，暂按 期满 前一日", "疑义 三年到哪天 “有效期三年”",
    "  读法 到前一日", "  读法 到对应日", "    约定：期满 对应日",
)  # fmt: skip


def test_on_the_day_in_doubt_it_has_not_expired_for_certain(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "2029-03-02", *DOUBTED)
    assert one.rule.name == "expires-soon"
    assert "“三年到哪天”读作“到对应日”时，最后一天是 2029年3月2日" in [note.zh for note in one.notes]
    assert names(tmp_path, "2029-03-03", *DOUBTED) == ["expired"]


def test_the_command_takes_a_day_and_today_without_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "policy.pol"
    file.write_text(PROGRAM.format(head="施行：自 2001年1月1日\n  有效期：至 2001年12月31日"), encoding="utf-8")
    assert main(["check", str(file), "--as-of", "2001-06-01", "--lang", "en"]) == exits.FINE
    assert main(["check", str(file), "--lang", "en"]) == exits.FOUND
    assert "the last day in force was 2001-12-31" in capsys.readouterr().out
    assert main(["check", str(file), "--as-of", "2001年", "--lang", "en"]) == exits.USAGE
    assert "--as-of takes a date like 2026-06-01, not “2001年”" in capsys.readouterr().err


def test_a_known_issue_keeps_it(tmp_path: Path) -> None:
    assert names(tmp_path, "2030-01-01", *ISSUED, "已知问题 expired：算旧账用") == []

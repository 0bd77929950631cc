"""The rows that findings offer: pasted into the example of their part they are read, wait, and hold once confirmed."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from polc.checks.catalog import rules
from polc.diagnostics import Diagnostic
from polc.diagnostics.pages import page_of
from polc.workspace import load
from polc.workspace.checked import findings
from polc.workspace.suite import run_suite

FENCE = re.compile(r'^```(pol|text|csv)(?: title="([^"]+)")?\n(.*?)^```$', re.DOTALL | re.MULTILINE)
DAY = dt.date(2026, 6, 1).toordinal()
POLICIES = Path(__file__).parents[2] / "policies"


def programs() -> Iterator[object]:
    """Yield the first example of every page of a check, with the files beside it."""
    for rule in rules().values():
        fences = FENCE.findall(page_of(rule, "zh"))
        files = {title or "source.txt": text for kind, title, text in fences if title or kind == "text"}
        program = next((text for kind, title, text in fences if kind == "pol" and not title), "")
        if program:
            yield pytest.param(program, files, id=rule.name)


def pasted(text: str, found: Diagnostic, *, confirmed: bool) -> str:
    """Return the policy with the rows of a finding as a further example of their part."""
    assert found.witness is not None
    rows = found.witness.table.replace("待核 ", "") if confirmed else found.witness.table
    lines = text.splitlines()
    heads = ("奖补", "组", "要求", "benefit", "group", "require")
    place = next(
        number for number, line in enumerate(lines)
        if re.match(rf"\s*(?:{'|'.join(heads)})\s+{re.escape(found.witness.part)}(?=\s|[:：]|$)", line)
    )  # fmt: skip
    indent = len(lines[place]) - len(lines[place].lstrip())
    if rows.startswith("|"):
        block = [f"{' ' * (indent + 2)}示例 贴进来的"] + [f"{' ' * (indent + 4)}{row}" for row in rows.splitlines()]
    else:  # whole tables, with their heads
        named = re.sub(r"^(示例|情景) .*$", r"\1 贴进来的", rows, flags=re.MULTILINE)
        block = [f"{' ' * (indent + 2)}{row}" for row in named.splitlines()]
    return "\n".join([*lines[: place + 1], *block, *lines[place + 1 :]]) + "\n"


def check_rows(text: str, found: list[Diagnostic], folder: Path) -> int:
    """Hold every finding that offers rows to its word; return how many there were."""
    offering = [each for each in found if each.witness is not None and each.witness.table]
    for each in offering:
        for confirmed in (False, True):
            (folder / "policy.pol").write_text(pasted(text, each, confirmed=confirmed), encoding="utf-8")
            suite = run_suite(load([folder / "policy.pol"]), only="贴进来的")
            rows = [named for named in suite.rows if named.row.checks or named.row.waiting]
            assert rows, each.rule.name
            assert not any(finding.rule.name != "ensure-refuted" for named in rows for finding in named.row.problems)
            if confirmed:
                wrong = [check for named in rows for check in named.row.checks if not check.passed]
                assert not [check for check in wrong if check.column.role != "promise"], each.rule.name
            else:
                assert all(named.row.waiting for named in rows), each.rule.name
    return len(offering)


@pytest.mark.parametrize(("program", "files"), list(programs()))
def test_what_a_page_offers_to_paste_holds_once_it_is_confirmed(
    program: str, files: dict[str, str], tmp_path: Path
) -> None:
    for name, text in {**files, "policy.pol": program}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    check_rows(program, findings(load([tmp_path / "policy.pol"]), DAY), tmp_path)


@pytest.mark.parametrize("city", ["jinhua", "kunming", "yuxi"])
def test_what_a_document_offers_to_paste_holds_once_it_is_confirmed(city: str, tmp_path: Path) -> None:
    text = (POLICIES / city / "policy.pol").read_text(encoding="utf-8")
    folder = tmp_path / city
    folder.mkdir()
    (tmp_path / "common").symlink_to(POLICIES / "common")
    for beside in (POLICIES / city).iterdir():
        if beside.is_file():
            (folder / beside.name).write_bytes(beside.read_bytes())
    assert check_rows(text, findings(load([folder]), DAY), folder)

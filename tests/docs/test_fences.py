"""Every ``pol`` fence of docs and READMEs is a file that checks and tests green, or is wrong where it says so."""

import re
from pathlib import Path

import pytest
from doc_fences import FRAGMENT, Fence, fences, pages

from polc.checks.catalog import rules_of_checks
from polc.diagnostics import Severity
from polc.syntax.format import format_text
from polc.text import Source
from polc.workspace import load
from polc.workspace.checked import findings
from polc.workspace.suite import run_suite

MARK = re.compile(r"# error(?:[:：]\s*([a-z0-9-]+))?\s*$")

PROGRAMS = [fence for page in pages() for fence in fences(page) if fence.kind == "pol"]
WHOLE = [fence for fence in PROGRAMS if fence.title != FRAGMENT]
FRAGMENTS = [fence for fence in PROGRAMS if fence.title == FRAGMENT]


def marked(text: str) -> dict[int, str | None]:
    """Return the lines marked ``# error``, with the rule where one is named."""
    found = ((number, MARK.search(line)) for number, line in enumerate(text.splitlines(), start=1))
    return {number: mark[1] for number, mark in found if mark}


def write(file: Path, text: str) -> None:
    """Write a file, and the folders it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("fence", WHOLE, ids=lambda fence: fence.place)
def test_a_program_is_right_or_wrong_exactly_where_it_says_so(fence: Fence, tmp_path: Path) -> None:
    file = tmp_path / (fence.title or "policy.pol")
    before = [other for other in fences(fence.page) if other.line < fence.line and other.title not in ("", FRAGMENT)]
    for other in before:
        if other.kind == "pol":
            write(tmp_path / other.title, other.body)
        elif other.kind in ("text", "csv"):
            write(file.parent / Path(other.title).name, other.body)
    write(file, fence.body)
    space = load([file])
    expected = marked(fence.body)
    errors = [
        each
        for each in findings(space)  # an example shows one thing; what checks advise about the rest is not its subject
        if each.severity is Severity.ERROR or (each.rule.name not in rules_of_checks() and not expected)
    ]
    said = "\n".join(f"{each.place.span.begin.line} {each.rule.name} {each.message('zh')}" for each in errors)
    assert {each.place.span.begin.line for each in errors} == set(expected), said
    for each in errors:
        named = expected[each.place.span.begin.line]
        assert named in (None, each.rule.name), said
    suite = run_suite(space)
    if not expected and suite.tables:
        wrong = [f"{row.name}: {c.expected.zh} ≠ {c.got.zh} {c.why.zh}" for row in suite.failed for c in row.row.checks]
        assert suite.passed, "\n".join([*wrong, *(f.message("zh") for f in suite.findings)])


@pytest.mark.parametrize("fence", [fence for fence in WHOLE if not marked(fence.body)], ids=lambda fence: fence.place)
def test_a_program_is_laid_out_as_fmt_does(fence: Fence) -> None:
    assert format_text(Source(fence.place, fence.body)) == fence.body


def test_a_fragment_stands_in_a_program_of_its_page() -> None:
    for fence in FRAGMENTS:
        wanted = [line.strip() for line in fence.body.splitlines() if line.strip()]
        programs = [other for other in WHOLE if other.page == fence.page]
        assert any(holds(other, wanted) for other in programs), f"{fence.place}: no program shows these lines"


def holds(program: Fence, wanted: list[str]) -> bool:
    """Return whether a program has these lines one after another, however indented."""
    lines = [line.strip() for line in program.body.splitlines() if line.strip()]
    return any(lines[n : n + len(wanted)] == wanted for n in range(len(lines)))

"""The language, one file a feature: every ``pol`` fence of ``tests/cases/*.md`` is a whole file, run as it stands.

A line that ends in ``# error: [rule]`` is reported by that rule, and nothing else is reported anywhere. A fence without
such a line is free of errors and warnings and every row of its tables holds, but for rows that end in ``# red``.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from polc.diagnostics import Severity
from polc.workspace import load
from polc.workspace.checked import findings
from polc.workspace.suite import run_suite

HERE = Path(__file__).parent
HEADING = re.compile(r"^#+ (.*)$")
ERROR = re.compile(r"# error: \[([a-z0-9-]+)\]\s*$")
RED = re.compile(r"# red\s*$")


def fences(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield (heading, first line, program) of every ``pol`` fence of a text."""
    heading, program, start = "", None, 0
    for number, line in enumerate(text.splitlines(), start=1):
        if program is not None:
            if line == "```":
                yield heading, start, "".join(program)
                program = None
            else:
                program.append(line + "\n")
        elif line == "```pol":
            program, start = [], number + 1
        elif found := HEADING.match(line):
            heading = found.group(1)
    assert program is None, "a fence is not closed"


def programs() -> Iterator[object]:
    for page in sorted(HERE.glob("*.md")):
        for heading, line, program in fences(page.read_text(encoding="utf-8")):
            yield pytest.param(program, id=f"{page.stem}:{line} {heading}")


def marks(program: str, mark: re.Pattern[str]) -> list[tuple[int, str]]:
    found = [(number, mark.search(line)) for number, line in enumerate(program.splitlines(), start=1)]
    return [(number, "".join(hit.groups())) for number, hit in found if hit]


@pytest.mark.parametrize("program", list(programs()))
def test_a_program_means_what_it_says(program: str, tmp_path: Path) -> None:
    file = tmp_path / "policy.pol"
    file.write_text(program, encoding="utf-8")
    space = load([file])
    reported = [
        (each.place.span.begin.line, each.rule.name)
        for each in findings(space)
        if each.severity in (Severity.ERROR, Severity.WARNING)
    ]
    expected = marks(program, ERROR)
    assert sorted(reported) == sorted(expected)
    if expected:
        return
    suite = run_suite(space)
    assert suite.rows, "nothing is asserted"
    assert not suite.unread
    red = [named.row.span.begin.line for named in suite.failed]
    why = [(check.column.name, check.expected.zh, check.got.zh) for named in suite.failed for check in named.row.checks
           if not check.passed]  # fmt: skip
    assert red == [number for number, _ in marks(program, RED)], why


def test_every_page_holds_a_program_and_speaks_both_languages() -> None:
    for page in HERE.glob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert list(fences(text)), page.name
        prose = re.sub(r"^```pol\n.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
        assert re.search(r"[一-鿿]", prose), f"{page.name} has no Chinese"
        assert re.search(r"[A-Za-z]{3,} [a-z]{2,}", prose), f"{page.name} has no English"

"""The language, one file a feature: every ``pol`` fence of ``tests/cases/*.md`` is a whole file, run as it stands.

A line that ends in ``# error: [rule]`` is reported by that rule, and nothing else is reported anywhere. A fence without
such a line is free of errors and warnings and every row of its tables holds, but for rows that end in ``# red``.

A fence with a title is a file of that name for the next fence without one to import; the same holds of its lines.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from polc.checks.catalog import rules, rules_of_checks
from polc.diagnostics import Severity
from polc.workspace import load
from polc.workspace.checked import findings
from polc.workspace.suite import run_suite

HERE = Path(__file__).parent
MAIN = "policy.pol"
OPEN = re.compile(r'^```pol(?: title="([^"]+)")?$')
HEADING = re.compile(r"^#+ (.*)$")
ERROR = re.compile(r"# error: \[([a-z0-9-]+)\]\s*$")
RED = re.compile(r"# red\s*$")


def fences(text: str) -> Iterator[tuple[str, int, dict[str, str]]]:
    """Yield (heading, first line, files) of every program of a text: a ``pol`` fence, and those before it to import."""
    heading, program, start, name = "", None, 0, ""
    files: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if program is not None:
            if line != "```":
                program.append(line + "\n")
                continue
            files[name or MAIN] = "".join(program)
            program = None
            if not name:
                yield heading, start, files
                files = {}
        elif opened := OPEN.match(line):
            program, start, name = [], number + 1, opened.group(1) or ""
        elif found := HEADING.match(line):
            heading = found.group(1)
    assert program is None, "a fence is not closed"
    assert not files, "a file is there for nobody"


def programs() -> Iterator[object]:
    for page in sorted(HERE.glob("*.md")):
        for heading, line, files in fences(page.read_text(encoding="utf-8")):
            yield pytest.param(files, id=f"{page.stem}:{line} {heading}")


def marks(program: str, mark: re.Pattern[str]) -> list[tuple[int, str]]:
    found = [(number, mark.search(line)) for number, line in enumerate(program.splitlines(), start=1)]
    return [(number, "".join(hit.groups())) for number, hit in found if hit]


@pytest.mark.parametrize("files", list(programs()))
def test_a_program_means_what_it_says(files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    program = files[MAIN]
    space = load([tmp_path / MAIN])
    # cases are about meaning: what a check advises counts only where a line is marked with it
    wanted = (rules().keys() - rules_of_checks()) | {rule for text in files.values() for _, rule in marks(text, ERROR)}
    reported = [
        (Path(each.place.span.source.path).relative_to(tmp_path).as_posix(), each.place.span.begin.line, each.rule.name)
        for each in findings(space)
        if each.severity in (Severity.ERROR, Severity.WARNING) and each.rule.name in wanted
    ]
    expected = [(name, *mark) for name, text in files.items() for mark in marks(text, ERROR)]
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
        prose = re.sub(r"^```pol[^\n]*\n.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
        assert re.search(r"[一-鿿]", prose), f"{page.name} has no Chinese"
        assert re.search(r"[A-Za-z]{3,} [a-z]{2,}", prose), f"{page.name} has no English"

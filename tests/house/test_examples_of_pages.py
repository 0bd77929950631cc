"""Every example in a rule's page is run: each line marked ``# error`` is reported by it, and no other line is wrong.

A ``text`` fence in the page is the official text, ``source.txt``; a ``pol`` or ``csv`` fence with a title is a file of
that name beside the examples, for them to import or take rows from. Warnings and notes of other rules do not count: an
example declares no more than it needs. Whatever is found can be put away and is the same when it is taken out.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from polc.checks.catalog import rules
from polc.diagnostics import Rule, Severity
from polc.diagnostics.kept import put_away, taken_out
from polc.diagnostics.pages import page_of
from polc.workspace import load
from polc.workspace.checked import findings

FENCE = re.compile(r'^```(pol|text|csv)(?: title="([^"]+)")?\n(.*?)^```$', re.DOTALL | re.MULTILINE)
DAY = dt.date(2026, 6, 1).toordinal()  # the day of the pages about time, as they say
MARK = re.compile(r"# error\s*$")


def examples() -> Iterator[object]:
    for rule in rules().values():
        for half in (page_of(rule, "zh"), page_of(rule, "en")):
            language = "zh" if "怎么改" in half else "en"
            fences = FENCE.findall(half)
            files = {title: text for _, title, text in fences if title}
            files["source.txt"] = "".join(text for kind, title, text in fences if kind == "text" and not title)
            programs = [text for kind, title, text in fences if kind == "pol" and not title]
            for number, program in enumerate(programs, start=1):
                yield pytest.param(rule, program, files, id=f"{rule.name}-{language}-{number}")


@pytest.mark.parametrize(("rule", "program", "files"), list(examples()))
def test_an_example_is_reported_where_it_is_marked_and_nowhere_else(
    rule: Rule, program: str, files: dict[str, str], tmp_path: Path
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    file = tmp_path / "policy.pol"
    file.write_text(program, encoding="utf-8")
    found = findings(load([file]), DAY)
    reported = {
        (each.place.span.begin.line, each.rule.name)
        for each in found
        if each.severity is Severity.ERROR or each.rule == rule
    }
    lines = enumerate(program.splitlines(), start=1)
    assert reported == {(number, rule.name) for number, line in lines if MARK.search(line)}
    sources = {label.span.source.path: label.span.source for each in found for label in (each.place, *each.related)}
    kept = json.dumps(put_away(found, lambda path, _: sources.get(path)))
    assert taken_out(json.loads(kept), lambda path, _: sources.get(path)) == found

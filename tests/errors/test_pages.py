"""The examples in the pages of errors, read by the parser alone: its own rules where marked, nothing else anywhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import polc.syntax
from polc.checks.catalog import rules
from polc.diagnostics import Rule
from polc.syntax.parse import parse
from polc.text import Source

FENCE = re.compile(r"^```pol\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MARK = re.compile(r"# error\s*$")
IMPORTED = re.compile(r"^from polc\.errors\.(\w+) import", re.MULTILINE)

OWN = {
    name.replace("_", "-")
    for module in Path(polc.syntax.__path__[0]).rglob("*.py")
    if module.stem not in ("decode", "glued", "rows_of_file")  # they report what is around the parser's work
    for name in IMPORTED.findall(module.read_text("utf-8"))
}


def examples() -> Iterator[object]:
    for rule in rules().values():
        for number, text in enumerate(FENCE.findall(rule.page), start=1):
            yield pytest.param(rule, text, id=f"{rule.name}-{number}")


@pytest.mark.parametrize(("rule", "text"), list(examples()))
def test_the_parser_reports_its_rule_where_the_page_marks_it_and_nothing_else(rule: Rule, text: str) -> None:
    _, findings = parse(Source("page.pol", text))
    found = {(each.place.span.begin.line, each.rule.name) for each in findings}
    marked = {(n, rule.name) for n, line in enumerate(text.split("\n"), start=1) if MARK.search(line)}
    assert found == (marked if rule.name in OWN else set())

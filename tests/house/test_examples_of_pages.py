"""Every example in a rule's page is run: each line marked ``# error`` is reported by it, and no other line by any."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from polc.checks.catalog import rules
from polc.diagnostics import Rule
from polc.diagnostics.pages import page_of
from polc.workspace import load
from polc.workspace.checked import findings

FENCE = re.compile(r"^```pol\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MARK = re.compile(r"# error\s*$")


def examples() -> Iterator[object]:
    for rule in rules().values():
        for language in ("zh", "en"):
            for number, text in enumerate(FENCE.findall(page_of(rule, language)), start=1):  # type: ignore[arg-type]
                yield pytest.param(rule, text, id=f"{rule.name}-{language}-{number}")


@pytest.mark.parametrize(("rule", "text"), list(examples()))
def test_an_example_is_reported_where_it_is_marked_and_nowhere_else(rule: Rule, text: str, tmp_path: Path) -> None:
    file = tmp_path / "policy.pol"
    file.write_text(text, encoding="utf-8")
    found = {(each.place.span.begin.line, each.rule.name) for each in findings(load([file]))}
    assert found == {(number, rule.name) for number, line in enumerate(text.splitlines(), start=1) if MARK.search(line)}

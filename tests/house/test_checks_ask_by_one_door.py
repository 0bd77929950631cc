"""Checks put their questions where the ledger sees them, and give way only to rules that there are."""

import ast
from pathlib import Path

import pytest

import polc.checks
from polc.checks.catalog import rules
from polc.diagnostics import Rule

CHECKS = sorted(Path(polc.checks.__path__[0]).glob("*.py"))
DOORS = {
    "asked",
    "over_years",  # asks of so many years only; what it finds, and where it gives up, it writes down itself
    "reasons",  # asks again what was proved, without a line or two
}


@pytest.mark.parametrize("file", CHECKS, ids=lambda file: file.stem)
def test_only_the_ledger_asks_the_solver(file: Path) -> None:
    taken = {
        name.name
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("polc.readers.smt")
        for name in node.names
    }
    assert "find" not in taken or file.stem in DOORS, "ask by polc.checks.asking, or by put of polc.checks.asked"


def test_a_rule_gives_way_to_rules_that_there_are_and_in_no_circle() -> None:
    known = rules()
    for rule in known.values():
        assert set(rule.yields_to) <= set(known), rule.name
        assert rule.name not in _above(rule, known), f"{rule.name} gives way to itself in the end"


def _above(rule: Rule, known: dict[str, Rule]) -> set[str]:
    found: set[str] = set()
    todo = list(rule.yields_to)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo.extend(known[name].yields_to)
    return found

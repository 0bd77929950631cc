"""The grammar of values: its text, its automaton, and the reading of one value.

The automaton is packed beside the grammar (``values.json``), since making it takes longer than reading a policy. Where
the grammar has changed and was not packed again, it is made on the spot; only then is lark imported, and only here.
``python -m polc.syntax.grammar`` packs it; a test sees to it that this was done.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from polc.diagnostics import Diagnostic
from polc.syntax.build import ACTIONS
from polc.syntax.lalr import Machine, Rule, Tables, Unexpected
from polc.syntax.lexis import Token
from polc.syntax.refused import RefusedError

SHAPES = (
    "amount", "formula", "condition", "first_line", "ensure", "names", "members", "owners", "kinds", "date", "in_force",
    "validity", "tested_on", "convention", "fact", "per", "cap", "counted", "quota", "pool", "tiers", "rounding",
    "year_index", "run_off", "payout", "how", "givens", "tier_test", "input", "expected",
)  # fmt: skip
"""The start rules, one for each shape."""

_HERE = resources.files("polc.syntax")


def read(shape: str, words: Sequence[Token]) -> Any | Diagnostic | Unexpected:  # noqa: ANN401 - every shape has its own type
    """Return the value the words make in this shape, a finding, or where they stop making sense."""
    try:
        return _machine().run(shape, words)
    except RefusedError as refused:
        return refused.diagnostic


@cache
def _machine() -> Machine:
    return machine(ACTIONS)


def machine(actions: Mapping[str, Callable[[list[Any]], Any]]) -> Machine:
    """Return what reads values by these actions, one for each rule."""
    return Machine(_tables(), actions)


@cache
def _tables() -> Tables:
    return packed() or made()


def text() -> str:
    """Return the grammar as written."""
    return _HERE.joinpath("values.lark").read_text("utf-8")


def fingerprint() -> str:
    """Return what tells one state of the grammar from another."""
    return hashlib.sha256("\n".join((text(), *SHAPES)).encode()).hexdigest()


def packed() -> Tables | None:
    """Return the packed automaton, or None where it is missing or of another grammar."""
    try:
        data = json.loads(_HERE.joinpath("values.json").read_bytes())
    except (OSError, ValueError):
        return None
    if data["grammar"] != fingerprint():
        return None
    rules = [Rule(makes, size, tuple(helpers), action) for makes, size, helpers, action in data["rules"]]
    return Tables(data["states"], data["starts"], data["ends"], rules)


def made(*, strict: bool = False) -> Tables:
    """Return the automaton, made by lark. ``strict`` raises GrammarError on any conflict and needs interegular."""
    from lark import Lark  # noqa: PLC0415 - only where the packed automaton is out of date
    from lark.parsers.lalr_analysis import Shift  # noqa: PLC0415

    table = Lark(text(), parser="lalr", lexer="basic", start=list(SHAPES), strict=strict).parser.parser._parse_table  # noqa: SLF001
    order = _reachable(table, Shift)
    number = {state: n for n, state in enumerate(order)}
    rules: dict[Rule, int] = {}
    states: list[dict[str, int]] = []
    for state in order:
        row: dict[str, int] = {}
        for symbol, (kind, arg) in sorted(table.states[state].items()):
            row[symbol] = number[arg] if kind is Shift else ~rules.setdefault(_rule(arg), len(rules))
        states.append(row)
    starts = {shape: number[table.start_states[shape]] for shape in SHAPES}
    ends = {shape: number[table.end_states[shape]] for shape in SHAPES}
    return Tables(states, starts, ends, list(rules))


def trees(text: str) -> dict[str, Any]:
    """Return the rules of a grammar as lark reads them, before it takes repetitions apart, by their names."""
    from lark.load_grammar import load_grammar  # noqa: PLC0415 - takes a while, and only pictures need it

    found, _ = load_grammar(text, "grammar", [], False)  # type: ignore[no-untyped-call]  # noqa: FBT003 - lark's own
    return {str(name): tree for name, _, tree, _ in found.rule_defs}


def _reachable(table: Any, shift: object) -> list[Any]:  # noqa: ANN401 - lark's own type
    """Return the states in an order that depends on the grammar alone."""
    order: dict[Any, None] = {table.start_states[shape]: None for shape in SHAPES}
    for state in (todo := list(order)):
        for _, (kind, arg) in sorted(table.states[state].items()):
            if kind is shift and arg not in order:
                order[arg] = None
                todo.append(arg)
    return todo


def _rule(rule: Any) -> Rule:  # noqa: ANN401 - lark's own type
    makes = str(rule.origin.name)
    helpers = tuple(n for n, symbol in enumerate(rule.expansion) if symbol.name.startswith("_"))
    hands_on = rule.options.expand1 and not rule.alias and len(rule.expansion) == 1
    action = "" if makes.startswith("_") or hands_on else str(rule.alias or makes)
    return Rule(makes, len(rule.expansion), helpers, action)


def pack(path: Path) -> None:
    """Write the automaton to ``path``, one state a line."""
    tables = made()
    lines = ",\n".join(json.dumps(state, separators=(",", ":")) for state in tables.states)
    rules = ",\n".join(json.dumps([r.makes, r.size, r.helpers, r.action], separators=(",", ":")) for r in tables.rules)
    starts, ends = (json.dumps(each, separators=(",", ":")) for each in (tables.starts, tables.ends))
    path.write_text(
        f'{{"grammar":"{fingerprint()}",\n"starts":{starts},\n"ends":{ends},\n"rules":[\n{rules}],\n"states":[\n{lines}]}}\n',
        "utf-8",
    )


if __name__ == "__main__":
    pack(Path(__file__).with_name("values.json"))

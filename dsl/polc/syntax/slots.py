"""Which words of a value are choices, and of which group: the grammar says so, since a choice may be a name elsewhere.

Guarantees: every word of a value that the grammar reads is told apart; a name is never taken for a choice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from polc.syntax import grammar
from polc.syntax.build import ACTIONS
from polc.syntax.choices import choices
from polc.syntax.lalr import Machine
from polc.syntax.lexis import Token

FACT, MONEY_UNIT, COUNT_UNIT, STAGE, RANK, BUILT_IN = (
    "fact",
    "unit of money",
    "unit of count",
    "stage",
    "rank",
    "built in",
)
"""Slots whose words stand in other tables than that of the choices."""

Marked: TypeAlias = "list[tuple[Token, str]]"

AT: Mapping[str, Mapping[int, str]] = {
    "said_inclusion": {-1: "inclusion"},
    "said_expiry": {0: "expiry", 1: "expiry_day"},
    "in_force": {-1: "in_force", -2: "in_force"},
    "fact": {0: FACT},
    "fact_part": {0: COUNT_UNIT},
    "cap": {3: "surplus"},
    "rounding": {0: "rounding", 2: MONEY_UNIT},
    "run_off": {0: "truth"},
    "tested_on": {0: "tested_on"},
    "counted": {2: "order"},
    "quota": {3: RANK},
    "opened": {1: "open"},
    "name": {0: "truth"},
    "given": {0: BUILT_IN},
    "told": {0: "truth"},
    "tier_equals": {0: BUILT_IN},
    "deadline": {0: BUILT_IN, 1: BUILT_IN},
    "expected_verdict": {0: "verdict"},
    "expected_step": {1: STAGE},
}
"""By rule, the slots of the words that it takes by themselves, by place among what it takes."""

ALL: Mapping[str, str] = {"members": "members", "tiers": BUILT_IN}
"""By rule, the slot of every name that it takes by itself."""

LED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "tier_option": {"NAME": ("tiers",), "LESS": ("less",)},
    "how_part": {"NAME": ("how", "grain"), "SPAN": ("span",), "LOWER": ("lower_first",)},
}
"""By rule and the type of its first word, the slots its names may stand in."""


def slots(shape: str, words: Sequence[Token]) -> Sequence[str] | None:
    """Return for each word of a value its slot, "" for a word that is no choice; None where it cannot be read."""
    read = _machine().run(shape, words)
    if not isinstance(read, list):
        return None
    found = {token.start: slot for token, slot in read}
    return [found.get(word.start, "") for word in words]


@cache
def _machine() -> Machine:
    return grammar.machine({rule: _marker(rule) for rule in ACTIONS})


def _marker(rule: str) -> Callable[[list[Any]], Marked]:
    at, led = AT.get(rule, {}), LED.get(rule, {})

    def mark(children: list[Any]) -> Marked:
        made: Marked = []
        first = children[0]
        may = led.get(first.type, ()) if isinstance(first, Token) else ()
        slot = {place % len(children): slot for place, slot in at.items() if -len(children) <= place < len(children)}
        for n, child in enumerate(children):
            if not isinstance(child, Token):
                made += child
            elif child.type not in ("NAME", "SPREAD"):  # 分 is a unit of money where it rounds
                made.append((child, ""))
            elif may:
                made.append((child, next((group for group in may if child.text in choices(group)), "")))
            else:
                made.append((child, slot.get(n, ALL.get(rule, ""))))
        return made

    return mark

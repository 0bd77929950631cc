"""What is found does not hang on how a measure is written: units, order, finer tiers, names, the language of keywords.

Every rule is looked at, in a measure with its defect planted and written in one other way; in all of them with
``HYPOTHESIS_PROFILE=search``.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from decimal import Decimal
from random import Random

import pytest
from figures_of import MONEY, UNITS
from registry import PLANTERS
from rewriting import REWRITINGS, Rewriting, tiers_cut_in_two
from test_injection import a_plant
from texts import Text

from polc.diagnostics import Diagnostic

MORE_ROWS = frozenset(
    [
        *("tier-without-example", "bound-without-both-sides", "pointless-tiers", "tier-overlap-harmless"),
        *("bound-undeclared", "number-not-in-source", "tier-contractible"),
    ]
)
"""Rules that a tier cut in two, at a point the text does not name, is a case of."""
EVERY = sorted(PLANTERS)
PAIRS = [
    (rule, rewriting)
    for number, rule in enumerate(EVERY)
    for place, rewriting in enumerate(REWRITINGS)
    if (os.environ.get("HYPOTHESIS_PROFILE") == "search" or (number + place) % len(REWRITINGS) == 0)
    and not (rewriting is tiers_cut_in_two and rule in MORE_ROWS)  # a case of which the rewriting makes more
]


def told(text: Text) -> Counter[tuple[str, str, tuple[str, ...]]]:
    """What is found: each rule, in which part, with the figures of the case that shows it."""
    return Counter((each.rule.name, owner(text, each), witness(each)) for each in text.found)


def owner(text: Text, found: Diagnostic) -> str:
    """Return the part in which a finding stands; none for the policy itself."""
    line = text.line(found.place.span)
    for part in (*text.model.parts, *text.model.clauses):
        if line in text.block(text.line(part.span)):
            return getattr(part, "name", "") or getattr(part, "number", "")
    return ""


def witness(found: Diagnostic) -> tuple[str, ...]:
    if found.witness is None:
        return ()
    facts = [f"{name} = {value.zh}" for name, value in found.witness.facts]
    outcome = [f"{side.zh}：{value.zh}" for side, value in found.witness.outcome]
    return tuple(
        re.sub(r"第\d+档", "一档", in_yuan(each)) for each in (*facts, *outcome)
    )  # a cut tier moves the rest on


def in_yuan(words: str) -> str:
    """Return words with every sum in 元: what a tier pays is shown as the file writes it."""
    plain = re.sub(r" ?(?:(wan)_|(yi)_)yuan", lambda unit: "万元" if unit[1] else "亿元", words)
    return MONEY.sub(lambda found: f"{(Decimal(found[1]) * UNITS[found[2]]).normalize():f}元", plain)


@pytest.mark.parametrize(("rule", "rewriting"), PAIRS, ids=lambda each: getattr(each, "__name__", each))
def test_what_is_found_stays(rule: str, rewriting: Rewriting) -> None:
    _, text = a_plant(rule)
    other, names = rewriting(text, Random(rule))
    before, after = told(text), told(other)
    if names:
        pattern = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))

        def renamed(words: str) -> str:
            return pattern.sub(lambda found: names[found.group()], words)

        before = Counter(
            {(name, renamed(part), tuple(map(renamed, case))): count for (name, part, case), count in before.items()}
        )
    if rewriting is tiers_cut_in_two:
        before, after = (Counter({k: n for k, n in each.items() if k[0] not in MORE_ROWS}) for each in (before, after))
    assert before
    assert after - before == Counter(), "found only in the other"
    assert before - after == Counter(), "lost in the other"

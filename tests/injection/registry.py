"""Planters by rule: one function, or several, that plant the defect a rule is for wherever a text has room for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias

from texts import Text

Planter: TypeAlias = Callable[[Text], Iterator[Text]]

PLANTERS: dict[str, list[Planter]] = defaultdict(list)


def plants(*rules: str, afresh: bool = False) -> Callable[[Planter], Planter]:
    """Register a planter of the defect that some rules are for, each by itself.

    With ``afresh`` nothing is planted in a text that has the defect as it stands, since there it can be had only once.
    """

    def register(planter: Planter) -> Planter:
        def planting(text: Text) -> Iterator[Text]:
            if not (afresh and any(each.rule.name in rules for each in text.found)):
                yield from planter(text)

        for rule in rules:
            PLANTERS[rule].append(planting)
        return planter

    return register


def planted(rule: str, text: Text, rng: Random, most: int) -> list[Text]:
    """Return up to ``most`` changed texts of a rule, from different places and planters."""
    every = [each for planter in PLANTERS[rule] for each in planter(text)]
    return rng.sample(every, min(most, len(every)))

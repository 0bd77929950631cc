"""Planters by rule: one function, or several, that plant the defect a rule is for wherever a text has room for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias

from texts import Text

Planter: TypeAlias = Callable[[Text], Iterator[Text]]

PLANTERS: dict[str, list[Planter]] = defaultdict(list)


def plants(*rules: str) -> Callable[[Planter], Planter]:
    """Register a planter of the defect that some rules are for, each by itself."""

    def register(planter: Planter) -> Planter:
        for rule in rules:
            PLANTERS[rule].append(planter)
        return planter

    return register


def planted(rule: str, text: Text, rng: Random, most: int) -> list[Text]:
    """Return up to ``most`` changed texts of a rule, from different places and planters."""
    every = [each for planter in PLANTERS[rule] for each in planter(text)]
    return rng.sample(every, min(most, len(every)))

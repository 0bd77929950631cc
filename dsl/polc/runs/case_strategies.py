"""Hypothesis strategies of cases: facts for the inputs of a program, near the figures of the texts in ``strategies``.

Public, as those are; needs the ``hypothesis`` package.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from hypothesis import strategies as st

from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.passes.lower.plan import PLACE

Draw: TypeAlias = Callable[..., Any]
Facts: TypeAlias = dict[str, Any]

FIGURES = (0, 1, 2, 3, 5, 8, 10, 20, 30, 50, 80, 100)
"""Every amount in a text is one of these, in 元; cases are drawn around them."""


@st.composite
def cases(draw: Draw, inputs: Sequence[Input], *, whole: bool = True) -> Facts:
    """Return facts for every input of a program, near the figures of the texts; without ``whole`` some are untold."""
    told: Facts = {}
    for given in inputs:
        if isinstance(given.type, Items):
            count = draw(st.integers(0, 3))
            told[given.name] = [draw(cases(given.type.fields, whole=whole)) for _ in range(count)]
        elif whole or draw(st.integers(0, 3)):
            told[given.name] = draw(values(given))
    return told


def values(given: Input) -> st.SearchStrategy[Any]:
    """Return values of one input."""
    match given.type:
        case Truth():
            return st.booleans()
        case Level(names=names):
            return st.sampled_from(names)
        case Quantity(unit="分"):
            return st.builds(
                lambda yuan, more: max(0, 100 * yuan + more),
                st.sampled_from(FIGURES),
                st.sampled_from((0, 0, -1, 1, 50)),
            )
        case Quantity(unit="日"):
            return st.integers(739_000, 741_000)
        case Quantity() if given.name.startswith(PLACE):
            return st.integers(1, 3)
        case Quantity(unit="年") if not given.name.startswith("年数"):
            return st.integers(2024, 2030)
        case Quantity(unit="年" | "次"):
            return st.integers(0, 3)
        case Quantity():
            return st.sampled_from(FIGURES)
        case Items():
            return st.lists(cases(given.type.fields), max_size=3)

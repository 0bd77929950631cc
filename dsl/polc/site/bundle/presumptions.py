"""How the calculator fills in what nobody told: what is presumed, in which words, and whether it asks for it first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from polc.core.nodes import Scalar
from polc.core.types import Input
from polc.passes.lower.plan import IN_SCOPE, PLACE, STARTED, UNEXPIRED, WITHIN, Lowered
from polc.runs.assumed import BEGUN, SCOPE, presumed
from polc.site.bundle.parts import why

Json: TypeAlias = dict[str, Any]

_UNTOLD = {"日期": 1}
"""What a page always knows: some day."""
_ASKED = ("ledger", "earlier", "external", "choice")
"""Presumptions of the past, of other policies and of a choice: told if it matters, so the page asks."""


def presumptions(lowered: Lowered) -> Iterator[tuple[str, Json]]:
    """Yield how every input, or field of items, is filled where it was not told."""
    for given in lowered.program.inputs:
        for one in given.scalars:
            found = _presumption(one)
            if found is not None:
                yield one.name, found


def _presumption(given: Input) -> Json | None:
    name = given.name
    if name == UNEXPIRED or name.startswith(WITHIN):
        return {"how": "value", "value": False}
    if name == STARTED:
        return {"how": "started", "why": why(BEGUN.words)}
    if name == IN_SCOPE:
        return {"how": "scope", "why": why(SCOPE.words)}
    if name.startswith(PLACE):
        return {"how": "place"}
    guess = presumed(given, _UNTOLD)
    if guess is None:
        return None
    value, because = guess
    told = {"why": why(because.words), **({"ask": True} if because.kind in _ASKED else {})}
    if name.startswith("首年·"):
        return {"how": "year", **told}
    return {"how": "value", "value": _written(value), **told}


def _written(value: Scalar) -> object:
    return value if isinstance(value, bool | str) else str(value)

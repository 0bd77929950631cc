"""What goes into a program and what comes out: a case, and for each step what it came to.

A value that still depends on something we were not told is not given at all (``None``), so that nobody
can print it by mistake; ``missing`` names what it depends on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from polc.core.nodes import Scalar

Record: TypeAlias = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Case:
    """What we were told: a value for every input we know, and a list of records for every input of items.

    An input without a value is unknown, and so is a field that a record lacks. An empty list says that
    there are no items.
    """

    facts: Mapping[str, Scalar | Sequence[Record]]

    def records(self, name: str) -> Sequence[Record]:
        """Return the records of an input of items. Raises KeyError where we were not told."""
        return self.facts[name]  # type: ignore[return-value]  # an input of items holds records


@dataclass(frozen=True, slots=True)
class Interval:
    """An award: between ``low`` and ``high`` 分; where ``open`` holds, ``low`` and something undetermined beside it.

    ``high`` says nothing where ``open`` holds.
    """

    low: int | Fraction
    high: int | Fraction
    open: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What a step came to.

    ``value`` is an Interval where the step is an amount. ``value`` and ``applies`` are None where they depend on
    something unknown. ``missing`` names the unknown inputs on which the value depends: empty if and only if there is
    a value. A field of an item is named ``合同[1].金额``, items counted from 1 as drafters count; a list
    that we were not given goes by its own name.
    """

    value: Interval | Scalar | None
    applies: bool | None
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The results of all steps, by what they bind, in the order of the program.

    A step over items has one result for each item (none where the list itself is unknown).
    """

    results: Mapping[str, Result | tuple[Result, ...]]

    def result(self, binds: str) -> Result:
        """Return the result of a step. Raises KeyError where there is none, TypeError where the step is over items."""
        found = self.results[binds]
        if isinstance(found, tuple):
            msg = f"{binds} has one result for each item"
            raise TypeError(msg)
        return found

    def items(self, binds: str) -> tuple[Result, ...]:
        """Return the results of a step over items, in order. Raises KeyError, or TypeError if it is not over items."""
        found = self.results[binds]
        if not isinstance(found, tuple):
            msg = f"{binds} is not computed for each item"
            raise TypeError(msg)
        return found

"""A LALR(1) automaton as plain tables, and the driving of it: words in, a value out, or the place where they stop.

Guarantees: time is linear in the words; nothing is imported beyond the tables; ``accepts`` names exactly the types of
words that could have stood at the place (merged look-aheads are tried out, not believed).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

END = "$END"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the symbol it makes, how many symbols it takes, and which of them are helpers that bring a list.

    ``action`` is the name of the function that makes its value; without one, a helper gathers a list and any other
    rule hands on its single child.
    """

    makes: str
    size: int
    helpers: tuple[int, ...]
    action: str


@dataclass(frozen=True, slots=True)
class Tables:
    """For each state, by type of word or symbol: the next state, or ``~n`` to reduce by rule ``n``."""

    states: Sequence[Mapping[str, int]]
    starts: Mapping[str, int]
    ends: Mapping[str, int]
    rules: Sequence[Rule]


@dataclass(frozen=True, slots=True)
class Unexpected:
    """The words make no sense at ``at`` (an index; the number of words where they end too early)."""

    at: int
    accepted: frozenset[str]


class Typed(Protocol):
    """A word: all the automaton looks at is its type."""

    @property
    def type(self) -> str:
        """The type of the word."""


class Machine:
    """The tables together with the functions that make the values."""

    def __init__(self, tables: Tables, actions: Mapping[str, Callable[[list[Any]], Any]]) -> None:
        self.tables = tables
        self._reduce = [(rule.makes, rule.size, rule.helpers, _action(rule, actions)) for rule in tables.rules]

    def run(self, shape: str, words: Sequence[Typed]) -> Any:  # noqa: ANN401 - every shape has its own type
        """Return the value the words make in this shape, or ``Unexpected``. Raises what those functions raise."""
        tables = self.tables
        states, reduce = tables.states, self._reduce
        end = tables.ends[shape]
        stack = [tables.starts[shape]]
        values: list[Any] = []
        last = len(words)
        for at in range(last + 1):
            kind = words[at].type if at < last else END
            while True:
                action = states[stack[-1]].get(kind)
                if action is None:
                    return Unexpected(at, self.accepts(stack, end))
                if action >= 0:
                    stack.append(action)
                    values.append(words[at])
                    break
                makes, size, helpers, act = reduce[~action]
                children = values[-size:]
                del stack[-size:]
                del values[-size:]
                if helpers:
                    for place in reversed(helpers):
                        children[place : place + 1] = children[place]
                value = act(children)
                stack.append(states[stack[-1]][makes])
                values.append(value)
                if at == last and stack[-1] == end:
                    return value
        raise AssertionError("the last word is the end")

    def accepts(self, stack: Sequence[int], end: int) -> frozenset[str]:
        """Return the types of words that could stand next."""
        return frozenset(
            kind
            for kind in self.tables.states[stack[-1]]
            if kind[0].isupper() or kind == END
            if self._takes(stack, kind, end)
        )

    def _takes(self, stack: Sequence[int], kind: str, end: int) -> bool:
        states, path = self.tables.states, list(stack)
        while True:
            action = states[path[-1]].get(kind)
            if action is None or action >= 0:
                return action is not None
            makes, size, _, _ = self._reduce[~action]
            del path[-size:]
            path.append(states[path[-1]][makes])
            if kind == END and path[-1] == end:
                return True


def _action(rule: Rule, actions: Mapping[str, Callable[[list[Any]], Any]]) -> Callable[[list[Any]], Any]:
    if rule.action:
        return actions[rule.action]
    return list if rule.makes.startswith("_") else _single


def _single(children: list[Any]) -> Any:  # noqa: ANN401
    return children[0]

"""The wall around lark: the tables of values.lark, made once when the first value is read, and the reading of one value.

Guarantees: nothing else imports lark; ``read`` returns a value or says at which token the words stop making sense and
what could have stood there; it never raises on any tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from polc.diagnostics import Diagnostic
from polc.syntax.build import Builder
from polc.syntax.lexis import Token
from polc.syntax.refused import RefusedError

if TYPE_CHECKING:
    from lark import Lark

SHAPES = (
    "amount", "formula", "condition", "choice", "name_only", "names", "members", "owners", "kinds", "date", "in_force", "validity",
    "convention", "fact", "per", "cap", "counted", "pool", "tiers", "rounding", "year_index", "run_off", "payout", "how",
    "givens", "tier_test", "input", "expected",
)  # fmt: skip
"""The start rules, one for each shape."""


@dataclass(frozen=True, slots=True)
class Unexpected:
    """The words make no sense at ``at`` (an index; the number of tokens where they end too early)."""

    at: int
    accepted: frozenset[str]


def text_of_grammar() -> str:
    """Return the grammar as written."""
    return resources.files("polc.syntax").joinpath("values.lark").read_text("utf-8")


@cache
def _parser() -> Lark:
    from lark import Lark  # noqa: PLC0415 - only here, and only when a value is read

    return Lark(text_of_grammar(), parser="lalr", lexer="basic", start=list(SHAPES), transformer=Builder())


def read(shape: str, words: Sequence[Token]) -> Any | Diagnostic | Unexpected:  # noqa: ANN401 - every shape has its own type
    """Return the value the words make in this shape, a finding, or where they stop making sense."""
    from lark.exceptions import UnexpectedToken  # noqa: PLC0415

    state = _parser().parse_interactive(start=shape)
    feed = state.feed_token
    at = 0
    try:
        for word in words:
            feed(word)  # type: ignore[arg-type]
            at += 1
        return feed(_end(words))  # type: ignore[arg-type]
    except RefusedError as refused:
        return refused.diagnostic
    except UnexpectedToken:
        return Unexpected(at, frozenset(state.accepts()))


def _end(words: Sequence[Token]) -> Token:
    last = words[-1]
    return Token("$END", "", last.end, last.end, last.source)

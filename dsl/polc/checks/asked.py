"""The ledger of questions: whatever a check asks, and what came of it, is written down here without its doing.

``put`` is the one door to the solver for checks. Guarantees: while ``asked_by`` is open, every question put and every
one that a check says it leaves open is in its ledger; a check needs no line for that. Outside of it nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal

from polc.core.nodes import Expression
from polc.core.program import Program
from polc.diagnostics import Words
from polc.diagnostics.tally import Tally
from polc.readers.smt import Found, Impossible, Undecided, Verdict, find
from polc.readers.smt.verdict import MOST_ITEMS

Came = Literal["never", "shown", "undecided"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the rule that asked, the part it is about, and what came of it; ``why`` of what is undecided."""

    rule: str
    part: str
    came: Came
    why: Words | None = None


_LEDGER: ContextVar[tuple[str, list[Question]] | None] = ContextVar("asked", default=None)

_SPENT = Words("算到限额还没有结果", "the effort allowed was used up")
_INCOMPLETE = Words("事实和事实相乘，求解器没有把握", "facts are multiplied, and the solver has no method for it")
_OTHER = Words("求解器说：{why}", "the solver says: {why}")


@contextmanager
def asked_by(rule: str, ledger: list[Question]) -> Iterator[None]:
    """Write every question that is asked inside into ``ledger``, as asked by ``rule``."""
    token = _LEDGER.set((rule, ledger))
    try:
        yield
    finally:
        _LEDGER.reset(token)


def put(part: str, program: Program, question: Expression, *, items: int = MOST_ITEMS, least: bool = True) -> Verdict:
    """Return what the solver says to a question about a part (see ``find``), and write it down."""
    verdict = find(program, question, items=items, least=least)
    match verdict:
        case Impossible():
            _write(part, "never")
        case Found():
            _write(part, "shown")
        case Undecided():
            gave_up(part, verdict)
    return verdict


def gave_up(part: str, verdict: Undecided) -> None:
    """Write down that the solver gave up on something that is no question of its own: a step of one."""
    left_open(part, _reason(verdict.why))


def shown(part: str) -> None:
    """Write down that a case was found without the solver."""
    _write(part, "shown")


def left_open(part: str, why: Words) -> None:
    """Write down that something about a part is not decided: where a check gives up, it says so here."""
    _write(part, "undecided", why)


def tally(questions: list[Question]) -> Tally:
    """Return how many questions came to what."""
    came = [question.came for question in questions]
    return Tally(came.count("never"), came.count("shown"), came.count("undecided"))


def _write(part: str, came: Came, why: Words | None = None) -> None:
    open_ledger = _LEDGER.get()
    if open_ledger is not None:
        rule, ledger = open_ledger
        ledger.append(Question(rule, part, came, why))


def _reason(why: str) -> Words:
    if any(word in why for word in ("resource", "cancel", "rlimit", "timeout")):
        return _SPENT
    return _INCOMPLETE if "incomplete" in why else _OTHER.fill(why=why)

"""What an award is paid by: its instalments, what stops them (停付), and what takes back what was paid (追回).

Truths about the facts of a year; what follows from them, year by year, is the ledger's.
"""

from __future__ import annotations

from fractions import Fraction

from polc.core.nodes import Apply, Expression
from polc.core.program import Stage
from polc.errors import payout_shares
from polc.passes.lower.work import Lowering


def payments(work: Lowering) -> None:
    """Add 停付 and 追回, and report instalments that do not add to the whole."""
    _stops(work)
    _claw_backs(work)
    _shares(work)


def claw_back_bind(part: str, number: int) -> str:
    """Return the bind of a benefit's 追回 line, counted from 1 among those that say something."""
    return "/".join((part, Stage.CLAW_BACK.value, str(number)))


def _stops(work: Lowering) -> None:
    """Add 停付: whether the instalments still to come stop, tested on the facts of the year of each."""
    found: list[Expression] = []
    for line in work.terms.stop:
        truth = work.walk.truth(line.value) if line.value is not None else None
        if truth is not None:
            found.append(truth)
    if found:
        value = found[0] if len(found) == 1 else Apply("or", tuple(found))
        work.build.truth(Stage.STOP, value, tuple(line.span for line in work.terms.stop))


def _claw_backs(work: Lowering) -> None:
    """Add each 追回 as a truth of its own: they may take back different shares of different years' awards."""
    for number, line in enumerate((line for line in work.terms.claw_back if line.value is not None), 1):
        assert line.value is not None  # noqa: S101 - looked at just before
        truth = work.walk.truth(line.value.condition)
        if truth is not None:
            work.build.truth(Stage.CLAW_BACK, truth, (line.span,), str(number))


def _shares(work: Lowering) -> None:
    """Report instalments that do not add to the whole."""
    payout = work.terms.payout.value if work.terms.payout else None
    if payout is None or not payout.shares or payout.span is None:
        return
    total = sum((share.value for share in payout.shares), start=Fraction(0))
    if total != 1:
        work.walk.problems.append(payout_shares.payout_shares(payout.span, f"{total * 100}%"))

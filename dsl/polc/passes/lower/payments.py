"""What an award is paid by: its instalments, what stops them (停付), and what takes back what was paid (追回).

Truths about the facts of a year; what follows from them, year by year, is the ledger's.
"""

from __future__ import annotations

from fractions import Fraction

from polc.core.nodes import Apply, Expression, Reference
from polc.core.program import Stage
from polc.errors import payout_shares
from polc.model.policy import Stated
from polc.model.values import TestedOn
from polc.passes.lower.force import of_part
from polc.passes.lower.work import Lowering


def payments(work: Lowering) -> None:
    """Add 停付 and 追回, and report instalments that do not add to the whole."""
    _stops(work)
    _claw_backs(work)
    _shares(work)


def claw_back_bind(part: str, number: int) -> str:
    """Return the bind of a benefit's 追回 line, counted from 1 among those that say something."""
    return f"{part}/{Stage.CLAW_BACK.value}/{number}"


def _stops(work: Lowering) -> None:
    """Add 停付: whether the instalments still to come stop, tested on the facts of the year of each."""
    found: list[Expression] = []
    for line in work.terms.stop:
        truth = work.walk.truth(line.value) if line.value is not None else None
        if truth is not None:
            found.append(truth)
    spans = tuple(line.span for line in work.terms.stop)
    force = work.build.bind(Stage.SCOPE, "有效期")
    each = _each_in_force(work)
    if each is not None and any(step.binds == force for step in work.build.steps):
        found.append(Apply("not", (Reference(force),)))
        spans = (*spans, each.span)
    if found:
        value = found[0] if len(found) == 1 else Apply("or", tuple(found))
        work.build.truth(Stage.STOP, value, spans)


def _each_in_force(work: Lowering) -> Stated[TestedOn] | None:
    """Return the line that has every instalment lie in force (适用时点：兑付), unless 存续兑付 lets them outlive."""
    terms = of_part(work.policy_terms, work.terms)
    line, run_off = terms.tested_on, terms.run_off
    if line is None or line.value is None or line.value.when != "payment":
        return None
    return None if run_off is not None and run_off.value is not None and run_off.value.continues else line


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

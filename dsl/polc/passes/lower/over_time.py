"""就高 over the years: what is due now, given what was received before.

With rᵢ received and xᵢ due of each member: 补差 pays max(rᵢ + xᵢ) − Σrᵢ; 不补 pays max(xᵢ) where nothing was received;
退回 pays max(rᵢ + xᵢ) in full where that is more than Σrᵢ, and Σrᵢ is given back (the ledger does that). Every one is
monotone in xᵢ, and 补差 and 退回 leave the same sum with the payee.
"""

from __future__ import annotations

from collections.abc import Sequence

from polc.core.amounts import Amount, both_ends, choose, exact, highest
from polc.core.nodes import ZERO, Apply, Choose, Expression
from polc.core.program import Stage
from polc.model.values import How
from polc.passes.lower.plan import Building
from polc.text import Span


def reaches_back(how: How | None) -> bool:
    """Return whether a 就高 looks at what was received in earlier years."""
    return how is not None and how.mode == "highest" and how.span_of in ("ever", "in_force")


def gives_back(how: How | None) -> bool:
    """Return whether the lower award that came first is given back before the higher is paid."""
    return how is not None and reaches_back(how) and how.lower_first == "give_back"


def total_of(received: Sequence[Expression]) -> Expression:
    """Return what was received of all members."""
    return Apply("add", tuple(received)) if len(received) > 1 else received[0]


def over_time(received: Sequence[Expression], due: Sequence[Amount], how: How) -> Amount:
    """Return what a 就高 over the years combines its members to (under 退回: gross, see ``give_back``)."""
    total = total_of(received)
    if how.lower_first == "nothing":
        return choose(Apply("equal", (total, ZERO)), highest(*due))
    best = highest(*(both_ends("add", exact(r), now) for r, now in zip(received, due, strict=True)))
    if how.lower_first == "give_back":
        return best

    def left(end: Expression) -> Expression:
        return Apply("max", (ZERO, Apply("subtract", (end, total))))

    return Amount(left(best.low), left(best.high), best.open)


def give_back(build: Building, now: Amount, received: Sequence[Expression], because: tuple[Span, ...]) -> Amount:
    """Add 退回: the amount in full where it is more than what was received (and given back); else nothing."""
    total = total_of(received)

    def more(end: Expression) -> Expression:
        return Choose(Apply("less", (total, end)), end, ZERO)

    held = Apply("less", (ZERO, total))
    return build.amount(Stage.GIVE_BACK, Amount(more(now.low), more(now.high), now.open), held, because)

"""就高 and 择一 over the years: what is due now, given what was received before.

With rᵢ received and xᵢ due of each member: 补差 pays max(rᵢ + xᵢ) − Σrᵢ; 不补 pays max(xᵢ) where nothing was received;
退回 pays max(rᵢ + xᵢ) in full where that is more than Σrᵢ, and Σrᵢ is given back (the ledger does that). Every one is
monotone in xᵢ, and 补差 and 退回 leave the same sum with the payee. By award (逐笔) the best is the highest single
award instead of max(rᵢ + xᵢ). A 择一 with a 期间 is bound by what was paid in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from polc.core.amounts import Amount, both_ends, choose, exact, highest
from polc.core.nodes import FALSE, ZERO, Apply, Choose, Expression, Match, Reference
from polc.core.program import Stage
from polc.core.types import Input, Level
from polc.model.values import How
from polc.passes.lower.plan import Building
from polc.text import Span

NOBODY = "未选定"
"""The value of 选定 where nobody has chosen."""


def reaches_back(how: How | None) -> bool:
    """Return whether a 就高 looks at what was received before: in earlier years, or earlier in this year."""
    if how is None or how.mode != "highest":
        return False
    return how.span_of in ("ever", "in_force") or (how.span_of == "this_year" and bool(how.lower_first))


def gives_back(how: How | None) -> bool:
    """Return whether the lower award that came first is given back before the higher is paid."""
    return how is not None and reaches_back(how) and how.lower_first == "give_back"


def total_of(received: Sequence[Expression]) -> Expression:
    """Return what was received of all members."""
    return Apply("add", tuple(received)) if len(received) > 1 else received[0]


def over_time(received: Sequence[Expression], due: Sequence[Amount], how: How) -> Amount:
    """Return what a 就高 over the years combines its members to (under 退回: gross, see ``give_back``).

    ``due`` is what each member comes to; under 逐笔 its highest single award.
    """
    total = total_of(received)
    if how.lower_first == "nothing":
        return choose(Apply("equal", (total, ZERO)), highest(*due))
    if how.each_award:
        best = highest(*due)
    else:
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


def chosen(build: Building, names: Sequence[str], amounts: Sequence[Amount], how: How) -> Amount:
    """Return what the member comes to that 选定 names; where nobody has chosen, the highest, as hosts say they presume.

    With a 期间, the member that was paid in it is the choice, whatever 选定 says.
    """
    told = Input(f"选定.{build.subject}", Level((NOBODY, *names)))
    build.walk.note(told, build.items)
    top = highest(*amounts)
    value = Reference(told.name)

    def end(pick: Callable[[Amount], Expression]) -> Expression:
        cases = tuple((name, pick(now)) for name, now in zip(names, amounts, strict=True))
        return Match(value, cases, pick(top))

    opened = FALSE if top.open == FALSE else end(lambda amount: amount.open)
    result = Amount(end(lambda amount: amount.low), end(lambda amount: amount.high), opened)
    if how.span_of:
        period = span_of(how)
        for name, now in reversed(list(zip(names, amounts, strict=True))):
            result = choose(Apply("less", (ZERO, received_before(build, name, period))), now, result)
    return result


def span_of(how: How) -> str:
    """Return the period of the ledger that a 期间 speaks of."""
    return "this_year" if how.span_of == "this_year" else "ever"


def received_before(build: Building, name: str, period: str) -> Expression:
    """Return what was received under a member, an 外部 too."""
    context = build.walk.context
    holder = context.subject.name if build.items else context.role
    return build.past("received", name, holder, period, item=bool(build.items))

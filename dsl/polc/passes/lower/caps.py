"""Caps: those of one award are gross and stand before 补差; the others are net of 已领, finest key first."""

from __future__ import annotations

from polc.core.amounts import at_least_nothing, capped, over_items
from polc.core.nodes import TRUE, ZERO, Apply, Expression
from polc.core.program import Stage
from polc.model.expressions import UpTo
from polc.model.policy import Stated
from polc.model.values import Cap, Counted, KeyPart, NoneStated
from polc.passes.elaborate import Elaborator
from polc.passes.lower.carrying import MEASURE as CARRIED
from polc.passes.lower.carrying import carried_in, carried_on, carries
from polc.passes.lower.counted import admitted
from polc.passes.lower.work import Lowering, of_owners


def per_award(cap: Cap) -> bool:
    """Return whether a cap bounds one award by its own words: 每次, or no period said."""
    return cap.period in ("each_time", "")


def of_one_award(work: Lowering, cap: Cap) -> bool:
    """Return whether a cap bounds one award: by its words, or because key and period are those of 享受 itself.

    Where 享受 is unsaid, nothing makes the award the only one of its period, so such a cap is net of what was received.
    A key out of reach bounds no award: it is reported where the caps that collect are added.
    """
    key = _key_quietly(work, cap.keys)
    if key is None or cap.excess == "carry":
        return False
    if per_award(cap):
        return True
    if work.per is not None and work.per.per_tier:
        return False
    periods = {"once": "to_date", "yearly": "yearly"}
    if work.per is None or not work.per.frequency:
        return False
    return (key, cap.period) == (work.own, periods.get(work.per.frequency, ""))


def _key_quietly(work: Lowering, parts: tuple[KeyPart, ...]) -> str | None:
    names = work.walk.names
    kinds = {names.key_is(work.context, key) if (key := names.key(part)) else None for part in parts}
    if not parts:
        return work.own
    if len(parts) > 1 and of_owners(work.walk, parts):
        return "item"
    if None in kinds:
        return None
    return "item" if "item" in kinds else "payee"


def cap_amount(walk: Elaborator, cap: Cap) -> Expression | None:
    """Return the figure of a cap; 最高 in front of it says no more than the cap itself."""
    amount = cap.amount.operand if isinstance(cap.amount, UpTo) else cap.amount
    limit = walk.money(amount)
    return None if limit is None else at_least_nothing(limit)


def one_for_the_payee(work: Lowering) -> bool:
    """Return whether there is one award however many items (the highest of them); else every item is its own award."""
    return work.own == "payee" and work.per is not None and work.per.frequency in ("once", "yearly")


def of_several(work: Lowering, key: str | None) -> bool:
    """Return whether a count is of the payee, over several awards at once."""
    return key == "payee" and bool(work.context.items) and not one_for_the_payee(work)


def of_payee(work: Lowering) -> list[tuple[Stated[Counted], Expression]]:
    """Return the 次数 that are of the payee over several items, each with what was had so far."""
    found: list[tuple[Stated[Counted], Expression]] = []
    for line in work.terms.times:
        if line.value is None or not work.context.items or one_for_the_payee(work):
            continue
        if (work.key(line.value.keys, line.span) if line.value.keys else work.own) == "payee":
            found.append((line, work.past("awards", "this_year" if line.value.period == "yearly" else "ever", "payee")))
    return found


def allowances(work: Lowering) -> tuple[str, str, str]:
    """Add the caps per year and in total, finest key first, and 应得.

    Return the binds of the last step over the items, of what is granted to each, and of 应得.
    """
    build = work.build
    coming: list[tuple[str, Stated[Cap | NoneStated], Expression]] = []
    for line in work.terms.caps:
        if not isinstance(line.value, Cap) or of_one_award(work, line.value):
            continue
        key = work.key(line.value.keys, line.span) if line.value.keys else work.own
        limit = cap_amount(work.walk, line.value)
        if key is not None and limit is not None:
            coming.append((key if work.context.items else "payee", line, limit))
    number = 0
    for key, line, limit in coming:
        if key == "item":
            number += 1
            _allowance(work, line, limit, "item", number)
    due = granted = next(step.binds for step in reversed(build.steps) if step.stage is not Stage.CARRY)
    counts = of_payee(work)
    if counts:
        let_in = admitted(build, work.now, counts)
        if let_in is not None:
            due, granted, work.now = build.bind(Stage.TIMES), let_in.granted, let_in.together
    elif build.items:
        work.now = over_items("max" if one_for_the_payee(work) else "sum", build.items, work.now)
    build.items = ""
    for key, line, limit in coming:
        if key == "payee":
            number += 1
            _allowance(work, line, limit, "payee", number)
    build.amount(Stage.AWARD, work.now, work.eligible if not work.context.items else TRUE)
    build.items = work.context.items
    return due, granted, build.bind(Stage.AWARD)


def _allowance(work: Lowering, line: Stated[Cap | NoneStated], limit: Expression, key: str, number: int) -> None:
    cap = line.value
    if not isinstance(cap, Cap):
        return
    received = work.past("received", "this_year" if cap.period == "yearly" else "ever", key)
    room = Apply("max", (ZERO, Apply("subtract", (limit, received))))
    rest = [str(number)] if number > 1 else []
    if not work.build.items and work.now.low != ZERO and work.context.items:
        # the sum over the items gets a name of its own, so that the cap's explanation can show it
        work.now = work.build.amount(Stage.ALLOWANCE, work.now, TRUE, (), "合计前", *rest)
    if carries(line):
        work.now = carried_in(work.build, work.now, work.past(CARRIED, "ever", key), line, key)
    before = work.now
    work.then(Stage.ALLOWANCE, capped(work.now, room), (line.span,), *rest)
    if carries(line):
        carried_on(work.build, before, room, line, key)

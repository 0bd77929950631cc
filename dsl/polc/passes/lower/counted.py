"""次数 and 年限: is there still room, and which awards count first where there is not room for all.

A limit of the item, or of a payee who has one award at a time, is a gate: room or none. A limit of a payee with several
items at once admits as many of them as there is room for, in the order that the line says (就高: the highest first; 按
a fact: the least first). Where it says none, any will do if all are alike; otherwise what is paid cannot be decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polc.core.amounts import Amount, choose, differs, over_items
from polc.core.nodes import FALSE, ONE, TRUE, ZERO, Apply, Choose, Each, Expression, Let, Literal, Reference
from polc.core.program import Stage, Step
from polc.core.types import MOST, Input, Quantity
from polc.diagnostics import Words
from polc.errors import type_mismatch
from polc.model.expressions import Kind
from polc.model.policy import Stated
from polc.model.values import Counted
from polc.passes.lower.plan import Building, place_in
from polc.passes.sorts import OF_KIND

UNSAID = "先算哪一项"
"""How the input begins on which a result rests where a limit does not say which awards count first; never told."""


def hangs_on_it(step: Step) -> bool:
    """Return whether a step is the truth that a result rests on what the text does not say."""
    return step.binds.endswith(f"/{UNSAID}")


_KEY, _PLACE = "此项·序", "此项·次"


def limit_of(build: Building, line: Stated[Counted]) -> Literal | None:
    """Return how many times or years a line allows; None (reported) where that is no whole number of them."""
    if line.value is None:
        return None
    limit = line.value.limit
    value = limit.value / (12 if limit.kind is Kind.DURATION else 1)  # a duration is held in months
    if limit.kind in (Kind.COUNT, Kind.DURATION) and value.denominator == 1:
        return Literal(int(value))
    wanted = Words("整的次数或年数，例如 3次、3年", "a whole number of times or years, e.g. 3次 or 3年")
    where = limit.span or line.span
    build.walk.problems.append(type_mismatch.needed(where, wanted, OF_KIND[limit.kind].called))
    return None


def gate(build: Building, stage: Stage, now: Amount, line: Stated[Counted], past: Expression, number: int) -> Amount:
    """Add a limit that is met or not: what was had so far leaves room, or nothing is paid."""
    limit = limit_of(build, line)
    if limit is None:
        return now
    value = choose(Apply("less", (past, limit)), now)
    return build.amount(stage, value, differs(now, value), (line.span,), *_rest(number))


@dataclass(frozen=True, slots=True)
class Admitted:
    """What is left of the items at hand: item by item, all of them together, and the step of what each is granted.

    Where amounts are at discretion and not all fit, an item may get nothing or its upper end; together they get the
    highest of their lower ends and the highest of their upper ends. Granted is what their upper ends come to.
    """

    each: Amount
    together: Amount
    granted: str


def admitted(build: Building, now: Amount, lines: Sequence[tuple[Stated[Counted], Expression]]) -> Admitted | None:
    """Add limits over the items at hand: as many of those that are paid anything as there is still room for.

    ``lines`` has what was had so far beside each. None (reported) where a line is bad.
    """
    limits = [(limit_of(build, line), past) for line, past in lines]
    rooms = tuple(Apply("subtract", (limit, past)) for limit, past in limits if limit is not None)
    ordered = next((line for line, _ in lines if line.value is not None and line.value.order), lines[0][0])
    key = _key(build, ordered, now)
    if len(rooms) < len(lines) or key is None:
        return None
    room = build.hoisted(rooms[0] if len(rooms) == 1 else Apply("min", rooms))
    paid: Expression = Apply("less", (ZERO, now.high))
    if now.open != FALSE:
        paid = Apply("or", (now.open, paid))
    line = _Line(build, paid, place_in(build.walk, build.items), room)
    end, last, let_in = line.drawn(key)
    spans = tuple(line.span for line, _ in lines)
    granted = choose(let_in, now)
    if ordered.value is None or ordered.value.order != "highest":
        granted = _or_unsaid(build, ordered, now, granted, line.at(key, end), last)
        each = build.amount(Stage.TIMES, granted, differs(now, granted), spans)
        return Admitted(each, over_items("sum", build.items, each), build.bind(Stage.TIMES))
    granted = build.amount(Stage.SUM, granted, TRUE, (), "核定")
    differ: Expression = Apply("not", (Apply("equal", (now.low, now.high)),))
    if now.open != FALSE:
        differ = Apply("or", (now.open, differ))
    free = build.hoisted(Each("any", build.items, Apply("and", (paid, differ))))
    free = build.hoisted(Apply("and", (free, Apply("less", (ZERO, end)))))
    hull = Amount(Choose(free, ZERO, granted.low), Choose(free, now.high, granted.high), now.open)
    each = build.amount(Stage.TIMES, hull, differs(now, hull), spans)
    _, _, let_in_low = line.drawn(now.low)
    lowest = Each("sum", build.items, Choose(let_in_low, now.low, ZERO))
    together = over_items("sum", build.items, granted)
    return Admitted(each, Amount(lowest, together.high, together.open), build.bind(Stage.SUM, "核定"))


@dataclass(frozen=True, slots=True)
class _Line:
    """The items that are paid anything, in a line, and how many of them there is room for."""

    build: Building
    paid: Expression
    place: Expression
    room: Expression

    def drawn(self, key: Expression) -> tuple[Reference, Reference, Expression]:
        """Return where the line is drawn when they stand by ``key``, the greatest first, and whether an item is let in.

        It is drawn at the key of the first that is left out (0 where none is), behind the last that is let in with it.
        """
        items = self.build.items
        before = Apply("less", (Reference(_KEY), key))
        beside = Apply("and", (Apply("equal", (key, Reference(_KEY))), Apply("less", (self.place, Reference(_PLACE)))))
        ahead = Each("count", items, Apply("and", (self.paid, Apply("or", (before, beside)))))
        fits = Let(_KEY, key, Let(_PLACE, self.place, Apply("less", (ahead, self.room))))
        out = Apply("and", (self.paid, Apply("not", (fits,))))
        end = self.build.hoisted(Each("max", items, Choose(out, key, ZERO)))
        at_end = self.at(key, end)
        last = self.build.hoisted(Each("max", items, Choose(Apply("and", (at_end, fits)), self.place, ZERO)))
        let_in = Apply("or", (Apply("less", (end, key)), Apply("and", (at_end, Apply("at_most", (self.place, last))))))
        return end, last, let_in

    def at(self, key: Expression, end: Expression) -> Expression:
        """Return whether an item stands where the line is drawn."""
        return Apply("and", (self.paid, Apply("equal", (key, end))))


def _or_unsaid(
    build: Building, line: Stated[Counted], now: Amount, value: Amount, at_end: Expression, last: Reference
) -> Amount:
    """Return the amount, or what cannot be decided where one must go and another not, and nothing tells them apart."""
    unlike: list[Expression] = []
    for end in (now.low, now.high):
        most = build.hoisted(Each("max", build.items, Choose(at_end, end, ZERO)))
        unlike.append(Apply("not", (Apply("equal", (end, most)),)))
    if now.open != FALSE:
        opened = build.hoisted(Each("any", build.items, Apply("and", (at_end, now.open))))
        unlike.append(Apply("not", (Apply("same", (now.open, opened)),)))
    differ = build.hoisted(Each("any", build.items, Apply("and", (at_end, Apply("or", tuple(unlike))))))
    how = "同样的几项里" if line.value is not None and line.value.order else "没有写 就高 或者 按 什么"
    unsaid = Input(f"{UNSAID}（{' '.join(line.span.text.split())}，{how}）", Quantity("分"))
    build.walk.note(unsaid)
    hangs = build.truth(Stage.SUM, Apply("and", (differ, Apply("less", (ZERO, last)))), (), UNSAID, case=True)
    open_question = Apply("and", (hangs, at_end))
    unknown = Reference(unsaid.name)
    return Amount(Choose(open_question, unknown, value.low), Choose(open_question, unknown, value.high), value.open)


def _key(build: Building, line: Stated[Counted], now: Amount) -> Expression | None:
    """Return by what the items are ordered, the greatest first and always above 0; None (reported) for a bad fact."""
    said = line.value
    if said is None or not said.order:
        return ONE
    if said.by is None:
        return now.high if now.open == FALSE else Choose(now.open, Literal(MOST + 1), now.high)
    typed = build.walk.typed(said.by)
    if typed is None:
        return None
    if not typed.sort.numeric:
        wanted = Words(
            "可以排先后的事实（日期、个数、金额）", "a fact that can be put in order (a date, count or amount)"
        )
        build.walk.problems.append(type_mismatch.needed(said.by.span or line.span, wanted, typed.sort.called))
        return None
    return Apply("subtract", (Literal(MOST + 1), typed.core))


def _rest(number: int) -> list[str]:
    return [str(number + 1)] if number else []

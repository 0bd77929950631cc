"""What limits a group's total, in an item's order: 取整, the cap of one award, 次数, 年限, caps per year and in total.

A group that works item by item has its own limits there, and those whose key is the payee once its items are added up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polc.core.amounts import Amount, capped, differs, rounded
from polc.core.nodes import ZERO, Apply, Expression
from polc.core.program import Stage
from polc.errors import key_unreachable
from polc.model.policy import Stated, Terms
from polc.model.values import Cap, Counted, KeyPart, NoneStated
from polc.passes.lower.caps import cap_amount, per_award
from polc.passes.lower.carrying import MEASURE as CARRIED
from polc.passes.lower.carrying import carried_in, carried_on, carries
from polc.passes.lower.counted import Admitted, admitted, gate
from polc.passes.lower.over_time import gives_back, received_before, span_of, total_of
from polc.passes.lower.plan import Building
from polc.text import Span


@dataclass(frozen=True, slots=True)
class Room:
    """A group whose limits are added: its steps, its terms, and the members whose past may make room again."""

    build: Building
    terms: Terms
    members: tuple[str, ...]

    def under(self, line: Stated[Cap | NoneStated]) -> Expression | None:
        """Return the figure of a cap, net of what was received; what is given back makes room again."""
        if not isinstance(line.value, Cap):
            return None
        limit = cap_amount(self.build.walk, line.value)
        if limit is None or per_award(line.value):
            return limit
        received = _past(self.build, "received", line.value.period, item=bool(self.build.items))
        how = self.terms.how.value if self.terms.how else None
        if self.members and how is not None and gives_back(how):
            period = "this_year" if span_of(how) == "this_year" else _span(line.value.period)
            back = total_of([received_before(self.build, name, period) for name in self.members])
            limit = Apply("add", (limit, back))
        return Apply("max", (ZERO, Apply("subtract", (limit, received))))


def limits(room: Room, now: Amount) -> Amount:
    """Add the limits of the level at which the group works."""
    build, terms = room.build, room.terms
    if terms.rounding is not None and terms.rounding.value is not None:
        how = terms.rounding.value
        value = rounded(now, how.mode, how.unit)  # type: ignore[arg-type]  # one of the three modes
        now = build.amount(Stage.ROUND, value, differs(now, value), (terms.rounding.span,))
    own = "item" if build.items else "payee"
    mine = [
        line for line in terms.caps if isinstance(line.value, Cap) and _key(build, line.value.keys, line.span) == own
    ]
    once = [line for line in mine if isinstance(line.value, Cap) and per_award(line.value)]
    now = _caps(room, now, once, 0)
    for stage, lines, measure in ((Stage.TIMES, terms.times, "awards"), (Stage.YEARS, terms.years, "years")):
        for number, line in enumerate(lines):
            now = _counted(build, stage, now, line, measure, number)
    return _caps(room, now, [line for line in mine if line not in once], len(once))


def of_payee(build: Building, terms: Terms) -> list[Stated[Cap | NoneStated]]:
    """Return the caps of the payee of a group that works item by item: they hold once its items are added up."""
    return [
        line for line in terms.caps
        if isinstance(line.value, Cap) and build.items and _key(build, line.value.keys, line.span) == "payee"
    ]  # fmt: skip


def cap_payee(room: Room, now: Amount, lines: Sequence[Stated[Cap | NoneStated]]) -> Amount:
    """Add the caps of the payee to the sum over the items."""
    return _caps(room, now, lines, len(room.terms.caps) - len(lines))


def _caps(room: Room, now: Amount, lines: Sequence[Stated[Cap | NoneStated]], before: int) -> Amount:
    build = room.build
    for number, line in enumerate(lines, before + 1):
        limit = room.under(line)
        if limit is None:
            continue
        level = "item" if build.items else "payee"
        if carries(line):
            now = carried_in(build, now, _past(build, CARRIED, "", item=bool(build.items)), line, level)
        uncut, value = now, capped(now, limit)
        rest = [str(number)] if number > 1 else []
        now = build.amount(Stage.GROUP_CAP, value, differs(now, value), (line.span,), *rest)
        if carries(line):
            carried_on(build, uncut, limit, line, level)
    return now


def of_items(build: Building, terms: Terms, now: Amount) -> Admitted | None:
    """Add the 次数 of the payee over the items of a group that works item by item; None where there is none."""
    lines = [
        (line, _past(build, "awards", line.value.period, item=False))
        for line in terms.times
        if line.value is not None and build.items and _key(build, line.value.keys, line.span) == "payee"
    ]
    return admitted(build, now, lines) if lines else None


def _counted(build: Building, stage: Stage, now: Amount, line: Stated[Counted], measure: str, number: int) -> Amount:
    key = _key(build, line.value.keys, line.span) if line.value is not None else None
    if line.value is None or key is None or (key == "payee" and build.items and stage is Stage.TIMES):
        return now
    return gate(build, stage, now, line, _past(build, measure, line.value.period, item=key == "item"), number)


def _past(build: Building, measure: str, period: str, *, item: bool) -> Expression:
    context = build.walk.context
    holder = context.subject.name if item else context.role
    return build.past(measure, build.subject, holder, _span(period), item=item)


def _span(period: str) -> str:
    return "this_year" if period == "yearly" else "ever"


def _key(build: Building, parts: tuple[KeyPart, ...], span: Span) -> str | None:
    """Return ``item`` or ``payee``, the group's own where a line names none.

    None (reported) for the item where the group works for the payee, its members being for several kinds of items.
    """
    names, context = build.walk.names, build.walk.context
    named = [names.key(part) for part in parts]
    item = any(name is not None and names.key_is(context, name) == "item" for name in named)
    if item and not build.items:
        text = (parts[0].span or span).text
        found = key_unreachable.key_unreachable(parts[0].span or span, text, build.subject, [context.role])
        if found not in build.walk.problems:
            build.walk.problems.append(found)
        return None
    return "item" if build.items and (item or not parts) else "payee"

"""Rows of a table that pay the same though they need not be two: the whole table, one within another, two that overlap or join.

One cause is one finding: a table whose rows all pay alike is that and nothing else; of two rows the nearest relation
counts. Guarantees: exact; a table with a row that is no box is left out, and so is one in which rows are counted apart
(每档, 首次, 逐档).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from polc.checks.bands import parts
from polc.checks.draft import Checked
from polc.checks.ladder import Ladder, Rung, ladders, pays_alike
from polc.checks.regions import region
from polc.core.boxes import Box, Range, meet, types_of
from polc.core.types import Quantity
from polc.diagnostics import Diagnostic, Label, Rule, Words
from polc.model.policy import Benefit
from polc.model.values import TierRow
from polc.text import Span

POINTLESS, WITHIN, OVERLAP, JOINED = "pointless", "within", "overlap", "joined"


@dataclass(frozen=True, slots=True)
class Alike:
    """Two rows of a benefit's table that pay alike, and how they lie; of the whole table where ``kind`` says so."""

    kind: str
    name: str
    one: int
    other: int
    place: Span
    elsewhere: Span | None
    where: Words

    def as_(self, rule: Rule, words: Words) -> Diagnostic:
        """Return it as a finding; ``words`` are said of the other row."""
        related = () if self.elsewhere is None else (Label(self.elsewhere, words),)
        where = Words(f"（{self.where.zh}）", f" ({self.where.en})") if self.where.zh else self.where
        return rule.at(
            self.place, related=related, name=self.name, one=str(self.one), other=str(self.other), where=where
        )


def alike(draft: Checked, kind: str) -> Iterator[Alike]:
    """Yield every such relation of a kind, each two rows once whatever the reading."""
    seen: set[tuple[Span, Span | None]] = set()
    for each in (*_of_ladders(draft), *_of_parts(draft)):
        if each.kind == kind and (each.place, each.elsewhere) not in seen:
            seen.add((each.place, each.elsewhere))
            yield each


_NOWHERE = Words("", "")


def _whole(name: str, rows: Sequence[TierRow], place: Span | None) -> Alike | None:
    """Return that all rows pay alike, where there are two or more and they do."""
    if place is None or len(rows) < 2 or not all(pays_alike(one, other) for one, other in pairwise(rows)):  # noqa: PLR2004
        return None
    return Alike(POINTLESS, name, 1, len(rows), place, None, _NOWHERE)


def _of_parts(draft: Checked) -> Iterator[Alike]:
    """Yield what holds of tables read by parts (分段): one rate throughout, or in two bands that join."""
    for table in parts(draft):
        name = table.plan.part.name
        joined = all(one.high == other.low for one, other in pairwise(table.bands))
        every = _whole(name, [band.row for band in table.bands], table.tiers.span) if joined else None
        if every is not None:
            yield every
            continue
        for one, other in pairwise(table.bands):
            if one.high == other.low and pays_alike(one.row, other.row) and one.span and other.span:
                yield Alike(JOINED, name, one.number, other.number, other.span, one.span, _NOWHERE)


def _of_ladders(draft: Checked) -> Iterator[Alike]:
    for ladder in ladders(draft):
        rungs = [rung for rung in ladder.rungs if not rung.other]
        mode = ladder.tiers.mode
        if mode == "each" or (mode != "step_up" and _counted_apart(ladder)):
            continue
        if any(rung.boxes is None or rung.row.span is None for rung in rungs):
            continue
        every = _whole(ladder.plan.part.name, [rung.row for rung in ladder.rungs], ladder.tiers.span)
        if every is not None:
            yield every
        elif mode == "lookup":
            yield from _of_look_up(ladder, rungs)
        else:
            yield from _of_steps(ladder, rungs)


def _counted_apart(ladder: Ladder) -> bool:
    """Return whether each row is had for itself, so that two that pay alike are still two."""
    part = ladder.plan.part
    per = part.terms(ladder.lowered.selection).per if isinstance(part, Benefit) else None
    return ladder.tiers.first_time or (per is not None and per.value is not None and per.value.per_tier)


def _between(ladder: Ladder, kind: str, one: Rung, other: Rung, where: Words = _NOWHERE) -> Iterator[Alike]:
    if one.row.span is not None:
        yield Alike(kind, ladder.plan.part.name, one.number, other.number, one.row.span, other.row.span, where)


def _of_steps(ladder: Ladder, rungs: list[Rung]) -> Iterator[Alike]:
    """Yield every step of one fact that pays no more than the step below it, or that is there twice."""
    lows: list[tuple[int, Rung]] = []
    for rung in rungs:
        if len(rung.boxes or ()) != 1 or len((rung.boxes or [{}])[0]) != 1:
            return
        lows.append((next(iter((rung.boxes or [{}])[0].values())).low, rung))
    lows.sort(key=lambda each: each[0])
    for (low, below), (high, above) in pairwise(lows):
        if pays_alike(below.row, above.row):
            yield from _between(ladder, WITHIN if low == high else JOINED, above, below)


def _of_look_up(ladder: Ladder, rungs: list[Rung]) -> Iterator[Alike]:
    """Yield how rows that pay alike lie, where no row between them takes something of either."""
    types = types_of(ladder.lowered.slice(ladder.plan).inputs)
    for at, one in enumerate(rungs):
        for other in rungs[at + 1 :]:
            between = [rung for rung in rungs[at + 1 :] if rung.number < other.number]
            if not pays_alike(one.row, other.row) or any(_meets(one, rung) or _meets(other, rung) for rung in between):
                continue
            shared = _shared(one, other)
            if shared is None:
                if _join(one, other, types):
                    yield from _between(ladder, JOINED, other, one)
            elif all(any(_inside(box, wide) for wide in other.boxes or []) for box in one.boxes or []):
                yield from _between(ladder, WITHIN, one, other)
            elif not all(any(_inside(box, wide) for wide in one.boxes or []) for box in other.boxes or []):
                yield from _between(ladder, OVERLAP, other, one, region(ladder.lowered, shared))


def _meets(one: Rung, other: Rung) -> bool:
    return _shared(one, other) is not None


def _shared(one: Rung, other: Rung) -> Box | None:
    both = (meet(a, b) for a in one.boxes or [] for b in other.boxes or [])
    return next((box for box in both if box is not None), None)


def _inside(box: Box, wide: Box) -> bool:
    return all(name in box and _within(box[name], side) for name, side in wide.items())


def _within(side: Range, wide: Range) -> bool:
    return wide.low <= side.low and side.high <= wide.high


def _join(one: Rung, other: Rung, types: Mapping[str, object]) -> bool:
    """Return whether two rows are one range of a sum or a number that was cut, and else the same."""
    if len(one.boxes or ()) != 1 or len(other.boxes or ()) != 1:
        return False
    (a,), (b,) = one.boxes or [], other.boxes or []
    if a.keys() != b.keys():
        return False
    differing = [name for name in a if a[name] != b[name]]
    if len(differing) != 1 or not isinstance(types.get(differing[0]), Quantity):
        return False
    first, second = sorted((a[differing[0]], b[differing[0]]), key=lambda side: side.low)
    return first.high + 1 == second.low

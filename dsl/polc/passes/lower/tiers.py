"""分档: five ways to read a table of tiers, each as an amount.

取高档 pays the highest tier reached; 逐档 the sum of every tier reached; 分段 each band on its own part; 晋级补差
the highest reached less what was received (a later step); 查表 the first row that matches.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from polc.core.amounts import NOTHING, Amount, add, choose, exact, scaled, up_to
from polc.core.nodes import FALSE, TRUE, Apply, Expression, Literal
from polc.core.program import Stage
from polc.diagnostics import Words
from polc.errors import type_mismatch
from polc.model import expressions as surface
from polc.model.expressions import Bound, Interval, Relation
from polc.model.values import Otherwise, TierRow, Tiers, TierTest, YearRange
from polc.passes import compare
from polc.passes.elaborate import Elaborator
from polc.passes.lower.plan import Building
from polc.passes.lower.scope import both
from polc.passes.sorts import COUNT, MONEY, RATE, TRUTH, Typed
from polc.passes.written import discretionary, place, settled


@dataclass(frozen=True, slots=True)
class Column:
    """What one column of the table is held against: now, and in earlier years (for 首次)."""

    now: Typed
    before: Typed | None


def columns(walk: Elaborator, tiers: Tiers) -> list[Column] | None:
    """Return the columns of a table; None (reported) where a name is unknown."""
    found: list[Column] = []
    for name in tiers.by:
        now = walk.typed(name)
        if now is None:
            return None
        if now.sort == TRUTH:
            walk.problems.append(type_mismatch.of_truth(place(name)))
            return None
        before = None
        if tiers.first_time and name.text != "年序":
            hits = walk.names.look_up(walk.context, name.text)
            if not hits:
                what = Words("算出来的数", "something computed")
                walk.problems.append(
                    type_mismatch.needed(place(name), Words("一个事实的名称", "the name of a fact"), what)
                )
                return None
            before = walk.earlier(hits[0])
        found.append(Column(now, before))
    return found


def test(walk: Elaborator, value: Typed, what: TierTest | None, *, reaching: bool) -> Expression | None:
    """Return whether ``value`` passes one cell; a bare level means *reaches* in ladders and *is* in look-ups."""
    match what:
        case None | Otherwise():
            return TRUE
        case surface.Name():
            how = Relation.GE if reaching else Relation.EQ
            return compare.level(walk, value.sort, what, how, value.core)
        case YearRange(first=first, last=last):
            low = Apply("at_most", (Literal(first), value.core))
            return Apply("and", (low, Apply("at_most", (value.core, Literal(last)))))
        case Bound() | Interval():
            return compare.holds(walk, value, what)


def hits(walk: Elaborator, table: list[Column], row: TierRow, mode: str) -> tuple[Expression, Expression] | None:
    """Return (reached now, reached in an earlier year) for a row."""
    reaching = mode in ("highest", "each", "step_up")
    now: list[Expression] = []
    before: list[Expression] = []
    for column, cell in zip(table, row.tests, strict=False):
        held = test(walk, column.now, cell, reaching=reaching)
        if held is None:
            return None
        now.append(held)
        if column.before is not None:
            quiet = Elaborator(walk.names, walk.context, walk.conventions, [], inputs=walk.inputs, fields=walk.fields)
            was = test(quiet, column.before, cell, reaching=reaching)
            before.append(TRUE if was is None else was)
    return both(now), both(before) if before else FALSE


def lower_bound(row: TierRow, levels: tuple[str, ...]) -> Fraction | None:
    """Return where a row begins, for putting a ladder in ascending order; None where that cannot be said."""
    cell = row.tests[0] if row.tests else None
    if isinstance(cell, Interval):
        cell = cell.low
    if isinstance(cell, Bound) and isinstance(cell.limit, surface.Quantity):
        up = cell.relation in (Relation.GE, Relation.GT, Relation.ABOVE, Relation.EQ)
        return cell.limit.value if up else Fraction(-1)
    name = cell.limit if isinstance(cell, Bound) else cell
    if isinstance(name, surface.Name) and name.text in levels:
        return Fraction(levels.index(name.text))
    return None


def ascending(rows: tuple[TierRow, ...], levels: tuple[str, ...]) -> tuple[TierRow, ...]:
    """Return the rows with the lowest tier first, where they can be compared; 其他 goes first of all."""
    rest = [row for row in rows if not any(isinstance(cell, Otherwise) for cell in row.tests)]
    other = [row for row in rows if row not in rest]
    keys = [lower_bound(row, levels) for row in rest]
    if all(key is not None for key in keys):
        rest = [row for _, row in sorted(zip(keys, rest, strict=True), key=lambda pair: pair[0] or Fraction(0))]
    return (*other, *rest)


def pays(build: Building, tiers: Tiers, gate: list[Expression]) -> Amount | None:
    """Add a step for every row and return what the table pays (before 补差).

    ``gate`` holds, row by row, whether that tier is still to be had.
    """
    walk = build.walk
    table = columns(walk, tiers)
    if table is None:
        return None
    if tiers.mode == "marginal":
        return marginal(build, tiers, table[0])
    base = table[0].now if len(table) == 1 and table[0].now.sort == MONEY else None
    levels = table[0].now.sort.levels
    rows = tiers.rows if tiers.mode == "lookup" else ascending(tiers.rows, levels)
    found: list[tuple[Expression, Expression, Amount]] = []
    bad = False
    for row in rows:
        held = hits(walk, table, row, tiers.mode)
        paid = walk.award(row.award, base)
        if held is None or paid is None:
            bad = True
            continue
        reached = build.truth(Stage.TIER, held[0], (row.span,) if row.span else (), f"第{_number(tiers, row)}档")
        found.append((reached, held[1], paid))
    if bad:
        return None
    if tiers.mode == "each":
        found = _others_last(rows, found)
    gates = dict(zip((id(row) for row in tiers.rows), gate, strict=False))
    open_rows = [gates.get(id(row), TRUE) for row in rows]
    if tiers.mode == "each":
        return add(*(
            choose(both([now, _not(before), gate_]), paid)
            for (now, before, paid), gate_ in zip(found, open_rows, strict=True)
        ))  # fmt: skip
    result = NOTHING
    ordered = list(zip(found, open_rows, strict=True))
    for (now, before, paid), gate_ in reversed(ordered) if tiers.mode == "lookup" else ordered:
        inner = paid if before == FALSE and gate_ == TRUE else choose(both([_not(before), gate_]), paid)
        result = choose(now, inner, result)
    return result


def _others_last(
    rows: tuple[TierRow, ...], found: list[tuple[Expression, Expression, Amount]]
) -> list[tuple[Expression, Expression, Amount]]:
    """Return the rows with 其他 holding only where no other row does."""
    other = [any(isinstance(cell, Otherwise) for cell in row.tests) for row in rows]
    named = [held for (held, _, _), is_other in zip(found, other, strict=True) if not is_other]
    if not named or not any(other):
        return found
    none = Apply("not", (Apply("or", tuple(named)),))
    return [
        (none if is_other else held, before, paid) for (held, before, paid), is_other in zip(found, other, strict=True)
    ]


def _number(tiers: Tiers, row: TierRow) -> int:
    """Return which row of the table this is, from 1; two rows may say the same."""
    return next(number for number, each in enumerate(tiers.rows, 1) if each is row)


def _not(truth: Expression) -> Expression:
    return TRUE if truth == FALSE else Apply("not", (truth,))


def previous_tier(walk: Elaborator, tiers: Tiers) -> Amount | None:
    """Return the figure of the highest tier reached in earlier years (前档额)."""
    table = columns(walk, Tiers(tiers.by, tiers.mode, first_time=True, span=tiers.span))
    if table is None:
        return None
    result = NOTHING
    for row in ascending(tiers.rows, table[0].now.sort.levels):
        held = hits(walk, table, row, tiers.mode)
        paid = walk.award(row.award)
        if held is None or paid is None:
            return None
        result = choose(held[1], paid, result)
    return result


def marginal(build: Building, tiers: Tiers, column: Column) -> Amount | None:
    """Add a step for every band and return Σ rate_i · max(0, min(x, t_{i+1}) − t_i).

    With 首次, what an earlier year reached is left out: a band begins no lower than the highest value so far.
    """
    value = column.now
    walk = build.walk
    rows = ascending(tiers.rows, ())
    bands: list[Amount] = []
    for place_, row in enumerate(rows):
        low, high = band(walk, row, rows[place_ + 1] if place_ + 1 < len(rows) else None)
        rate = walk.typed(settled(row.award))
        if low is None or rate is None:
            return None
        if rate.sort not in (RATE, MONEY, COUNT) or rate.sort == MONEY:
            walk.problems.append(
                type_mismatch.needed(
                    place(row.award), RATE.called, rate.sort.called,
                    (Words("分段的表里每档写一个比例", "each band of a marginal table takes a rate"),),
                )
            )  # fmt: skip
            return None
        if column.before is not None:
            low = Apply("max", (low, column.before.core))
        upper = value.core if high is None else Apply("min", (value.core, high))
        part = Apply("max", (Literal(0), Apply("subtract", (upper, low))))
        paid = Apply("multiply", (part, rate.core))
        band_pays = up_to(paid) if discretionary(row.award) else exact(paid)
        applies = Apply("less", (Literal(0), part))
        because = (row.span,) if row.span else ()
        bands.append(build.amount(Stage.TIER, band_pays, applies, because, f"第{_number(tiers, row)}档"))
    return add(*bands)


def band(walk: Elaborator, row: TierRow, following: TierRow | None) -> tuple[Expression | None, Expression | None]:
    """Return where a band begins and ends; the end is the next band's beginning where the row names none."""
    cell = row.tests[0] if row.tests else None

    def limit(bound: Bound) -> Expression | None:
        typed = walk.typed(bound.limit)
        return typed.core if typed else None

    match cell:
        case Interval(low=low, high=high):
            return limit(low), limit(high)
        case Bound(relation=Relation.LE | Relation.LT | Relation.BELOW):
            return Literal(0), limit(cell)
        case Bound():
            after = following.tests[0] if following and following.tests else None
            nxt = after.low if isinstance(after, Interval) else after
            return limit(cell), limit(nxt) if isinstance(nxt, Bound) else None
        case None:
            return None, None
        case _:
            where = cell.span or row.span
            if where is not None:
                help_ = (Words("分段的表里每档写从多少起", "each band of a marginal table says where it begins"),)
                walk.problems.append(type_mismatch.needed(where, _BAND, _called(cell), help_))
            return None, None


_BAND = Words("一段的界限", "the bounds of a band")


def _called(cell: surface.Name | Otherwise | YearRange) -> Words:
    match cell:
        case surface.Name():
            return Words("一个名称", "a name")
        case Otherwise():
            return Words("其余的一切", "everything else")
        case YearRange():
            return Words("第几年", "a year by its number")


__all__ = ["ascending", "pays", "previous_tier", "scaled"]

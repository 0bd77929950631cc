"""What an award comes to as one figure grows, everything else being as it must be: exact points, breaks included.

Guarantee: between two neighbouring points of a curve the award is a straight line (checked at points
between), but where ``sampled`` says that it has too many steps to be drawn point by point.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from typing import Any

from polc.checks.asking import Shown, ask, guesses
from polc.core.arithmetic import Number
from polc.core.fixed import Fixed, fixed
from polc.core.nodes import TRUE, Apply, Expression, Literal, Reference
from polc.core.program import HIGH, OPEN, Program, Stage, Step
from polc.core.references import references_of_step
from polc.core.types import Input, Items, Quantity
from polc.passes.lower.plan import PLACE, Lowered, Plan
from polc.readers.evaluate import Case, Interval, evaluate, run
from polc.runs.answer import summed
from polc.runs.assumed import presumed

MOST_ASKED = 4000
"""Cases that are computed for one curve before it is drawn from samples."""
MOST_POINTS = 80
_YUAN = 100
SAMPLES = 160
_WITHOUT_MARKS = {"分": 100_000_000}
"""Where no figure of the text says how far to draw: a million 元; of anything else, a hundred."""
_MOST_OF_ALL = 10**30
_ABSURD = 10**10
"""In 分: an award as great as this only shows how great the other figures were taken."""
_LEAST_MARK = {"分": 10_000}
"""A figure below 100 元 is no threshold of an amount."""
_PAYING = (Stage.STANDARD, Stage.TIER)
_DATES = ("日", "年")


@dataclass(frozen=True, slots=True)
class Point:
    """Where the figure is ``at`` (in grains) the award lies between ``low`` and ``high`` 分."""

    at: int
    low: Number
    high: Number
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """Points in order; ``breaks`` are where the award jumps, by the place of the point before the jump."""

    key: str
    items: str
    points: tuple[Point, ...]
    breaks: frozenset[int] = frozenset()
    binds: int | None = None  # from which figure on a cap cuts, if it does
    cap: Number | None = None
    sampled: bool = False


def axes(lowered: Lowered, plan: Plan) -> list[tuple[str, str]]:
    """Return the figures (list of items or "", key) that the standard or the tiers of a part read, amounts first."""
    program = lowered.slice(plan)
    read = {
        name
        for step in program.steps
        if step.stage in _PAYING and step.binds in plan.steps
        for name in references_of_step(step)
    }
    found = [(items, one) for items, one in _figures(program.inputs) if one.name in read]
    found.sort(key=lambda each: each[1].type.unit != "分")  # type: ignore[union-attr]  # figures are quantities
    return [(items, one.name) for items, one in found]


def _figures(inputs: Iterable[Input]) -> Iterator[tuple[str, Input]]:
    """Yield what is a figure that is told: no history, no day, no year."""
    for given in inputs:
        for one in given.scalars:
            told = isinstance(one.type, Quantity) and one.type.unit not in _DATES and presumed(one, {}) is None
            if told and not one.name.startswith(PLACE) and "（除数为零）" not in one.name:
                yield (given.name if isinstance(given.type, Items) else ""), one


def curve(lowered: Lowered, plan: Plan) -> Curve | None:
    """Return what the part pays as the figure grows that matters most to it.

    None where no case in which it pays was found, where it is open, or where no figure matters.
    """
    program = lowered.slice(plan)
    found = axes(lowered, plan)
    case = paying(lowered, plan, program) if found else None
    if case is None:
        return None
    curves = [
        drawn
        for axis in found
        for each in _cases(case, found, axis)
        if (drawn := _along(program, plan, axis, each)) is not None
    ]
    rising = [each for each in curves if _rise(each) >= _YUAN]
    sober = [each for each in rising if _rise(each) < _ABSURD]
    return max(sober or rising, key=lambda each: (_rise(each), len(each.points)), default=None)


def _rise(drawn: Curve) -> Number:
    return drawn.points[-1].high - drawn.points[0].high


def _cases(
    case: dict[str, Any], figures: Iterable[tuple[str, str]], axis: tuple[str, str]
) -> tuple[Mapping[str, Any], ...]:
    """Return the case, and that in which the other figures are nothing, where it is another."""
    alone = _set(case, figures, axis)
    return (case,) if alone == case else (case, alone)


def _set(case: Mapping[str, Any], figures: Iterable[tuple[str, str]], axis: tuple[str, str]) -> dict[str, Any]:
    """Return a case in which the other figures are nothing."""
    found = dict(case)
    for items, key in figures:
        if (items, key) == axis:
            continue
        if items:
            found[items] = [{**record, key: 0} for record in found.get(items, ())]
        else:
            found[key] = 0
    return found


def _along(program: Program, plan: Plan, axis: tuple[str, str], case: Mapping[str, Any]) -> Curve | None:
    """Return the curve along one figure from a case."""
    items, key = axis
    if items and not case.get(items):
        return None

    def facts(at: int) -> dict[str, Any]:
        if not items:
            return {**case, key: at}
        first, *_ = case[items]
        return {**case, items: [{**first, key: at}]}

    known: dict[int, Point | None] = {}
    left = fixed(program, plan.result, case, key)

    def point(at: int) -> Point | None:
        if at not in known:
            value = summed(run(program, Case(facts(at))), plan).value if left is None else _amount(left, key, at)
            paid = isinstance(value, Interval)
            known[at] = Point(at, value.low, value.high, value.open) if paid else None  # type: ignore[union-attr]
        return known[at]

    one = next(each for where, each in _figures(program.inputs) if (where, each.name) == axis)
    assert isinstance(one.type, Quantity)  # noqa: S101 - axes are quantities
    least = max(one.type.least, _LEAST_MARK.get(one.type.unit, 0))
    marks = sorted({mark for mark in _literals(program) if least < mark < one.type.most})
    end = _end(point, [*marks, _WITHOUT_MARKS.get(one.type.unit, 100)], one.type.most)
    if end is None:
        return None
    end = _lawful(lambda at: _holds(program, facts(at)), one.type.least, end)
    points, exact = _straight(point, known, [one.type.least, *(mark for mark in marks if mark < end), end])
    if points is None or any(each.opened for each in points):
        return None
    pairs = itertools.pairwise(points)
    jumps = frozenset(n for n, (a, b) in enumerate(pairs) if b.at - a.at == 1 and _jump(a, b))
    binds = _binds(program, plan, points, facts)
    cap = points[-1].high if binds is not None and len(points) > 1 and points[-1].high == points[-2].high else None
    return Curve(key, items, tuple(points), jumps, binds, cap, not exact)


def _lawful(holds: Callable[[int], bool], least: int, end: int) -> int:
    """Return up to where the laws hold, if they hold at the least figure and not at ``end``: ``end`` else."""
    if holds(end) or not holds(least):
        return end
    low, high = least, end
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def _amount(left: Fixed, key: str, at: int) -> Interval:
    """Return the award where the figure is so much."""
    scope: dict[str, Any] = {key: at}
    for name, expression in left.bindings:
        scope[name] = evaluate(expression, scope)
    low, opened = evaluate(left.low, scope), bool(evaluate(left.open, scope))
    high = low if left.high == left.low else evaluate(left.high, scope)
    return Interval(low, high, opened)  # type: ignore[arg-type]  # the ends are numbers


def paying(lowered: Lowered, plan: Plan, program: Program) -> dict[str, Any] | None:
    """Return a case in which something is paid: a generous guess, else the least one that the solver finds."""
    for guess in guesses(program.inputs, 1):
        value = summed(run(program, Case(guess)), plan).value
        if isinstance(value, Interval) and (value.high > 0 or value.open):
            return guess
    step = lowered.step(plan.result)
    if step.over is not None:
        return None
    pays: Expression = Apply("less", (Literal(0), Reference(plan.result + HIGH)))
    found = ask(lowered, plan, Apply("or", (pays, Reference(plan.result + OPEN))), items=1, least=False)
    if not isinstance(found, Shown):
        return None
    case = dict(found.facts)
    # the solver stops at the first 分 that is paid: of such a case neither the height nor the curve tells anything
    amply = case
    figures_ = [(where, one) for where, one in _figures(program.inputs) if not where or case.get(where)]
    marks = sorted({each for mark in _literals(program) for each in (mark, mark - 1)}, reverse=True)
    alone = [(each,) for each in figures_]
    most = _paid(program, plan, case)
    for raised in (*alone, *alone, *itertools.combinations(figures_, 2)):  # twice, and by twos: one may bound another
        for size in (_MOST_OF_ALL, *marks):
            greater = _with(amply, raised, size)
            if greater is not None and _holds(program, greater) and _paid(program, plan, greater) > most:
                amply, most = greater, _paid(program, plan, greater)
                break
    return amply


def _with(case: dict[str, Any], raised: Iterable[tuple[str, Input]], size: int) -> dict[str, Any] | None:
    """Return the case with some figures as great as that or as they may be; None where one is so great already."""
    found = dict(case)
    for where, one in raised:
        assert isinstance(one.type, Quantity)  # noqa: S101 - figures are quantities
        to = min(size, one.type.most)
        record = found[where][0] if where else found
        if record[one.name] >= to:
            return None
        greater = {**record, one.name: to}
        found = {**found, where: [greater, *found[where][1:]]} if where else greater
    return found


def _holds(program: Program, case: Mapping[str, Any]) -> bool:
    """Return whether a case keeps the laws of its program."""
    asked = Step(Stage.PROMISE, "", "问", Apply("and", program.laws), TRUE)
    return run(Program(program.inputs, (*program.steps, asked)), Case(case)).result("问").value is True


def _paid(program: Program, plan: Plan, case: Mapping[str, Any]) -> Number:
    value = summed(run(program, Case(case)), plan).value
    return value.high if isinstance(value, Interval) else -1


def _literals(program: Program) -> Iterator[int]:
    """Yield the figures that the program compares with or pays; days and years are none."""
    dates = {one.name for given in program.inputs for one in given.scalars if _is_date(one)}
    todo: list[object] = [each for step in program.steps for each in (step.value, step.applies)]
    while todo:
        node = todo.pop()
        match node:
            case Literal(value=int() as figure) if not isinstance(figure, bool):
                yield figure
            case Apply(operands=operands) if not any(isinstance(o, Reference) and o.name in dates for o in operands):
                todo.extend(operands)
            case Apply():
                pass
            case tuple():
                todo.extend(node)
            case _ if is_dataclass(node):
                todo.extend(getattr(node, row.name) for row in fields(node))


def _is_date(given: Input) -> bool:
    return isinstance(given.type, Quantity) and given.type.unit in _DATES


def _end(point: Callable[[int], Point | None], marks: list[int], most: int) -> int | None:
    """Return how far to draw: a little past the last figure at which anything changes."""
    last = point(most)
    first = at = max([mark for mark in marks if mark <= most // 4], default=100)
    for _ in range(40):
        here, further = point(at), point(min(most, at * 2))
        if here is None or further is None or last is None:
            return None
        on = Fraction(most - at, further.at - at) if further.at > at else Fraction(0)
        if last.high == here.high + on * (further.high - here.high):
            break  # it goes on like this to the end
        if at * 2 >= most:
            break
        if further.high >= _ABSURD > here.high:
            at = first  # only how great the other figures were taken bends it there
            break
        at *= 2
    return min(most, at + at // 4)


def _straight(
    point: Callable[[int], Point | None], known: Mapping[int, object], marks: list[int]
) -> tuple[list[Point] | None, bool]:
    """Return the points between which the award is straight, and whether they are all there are."""
    found: dict[int, Point] = {}
    todo = [(a, b, 0) for a, b in itertools.pairwise(marks)]
    while todo:
        a, b, turn = todo.pop()
        left, right = point(a), point(b)
        if left is None or right is None:
            return None, False
        found[a], found[b] = left, right
        if b - a <= 1 or _is_straight(point, left, right):
            continue
        if len(known) > MOST_ASKED:
            return _sampled(point, marks), False
        between = _cuts(point, left, right, turn)
        todo.extend((*ends, turn + 1) for ends in itertools.pairwise([a, *between, b]))
    kept = _thinned([found[at] for at in sorted(found)])
    return (kept, True) if len(kept) <= MOST_POINTS else (_sampled(point, marks), False)


def _cuts(point: Callable[[int], Point | None], left: Point, right: Point, turn: int) -> list[int]:
    """Return where to cut a stretch that is not straight and was cut so often before.

    First the outermost grains come off: an award jumps beside a figure that is compared with. Then the cut is where the
    line from the left meets that from the right: what bends once bends there. In the middle where neither helped.
    """
    width = right.at - left.at
    if turn == 0:
        return sorted({left.at + 1, right.at - 1})
    after, before = point(left.at + 1), point(right.at - 1)
    if turn % 2 and after is not None and before is not None:
        rises, goes_on = after.high - left.high, right.high - before.high
        if rises != goes_on:
            meet = left.at + int((right.high - left.high - goes_on * width) // (rises - goes_on))
            if left.at < meet < right.at - 1:
                return [meet, meet + 1]
    return [left.at + width // 2]


def _is_straight(point: Callable[[int], Point | None], left: Point, right: Point) -> bool:
    if left.opened != right.opened:
        return False
    width, high, low = right.at - left.at, right.high - left.high, right.low - left.low
    for share in (width // 2, 1, width // 3, width - 1):  # the middle first: it is needed anyhow where there is a bend
        middle = point(left.at + share)
        if middle is None or middle.opened != left.opened:
            return False
        # without a division, and so without fractions where there are none
        if (middle.high - left.high) * width != share * high or (middle.low - left.low) * width != share * low:
            return False
    return True


def _thinned(points: list[Point]) -> list[Point]:
    """Return the points without those on a straight line between their neighbours."""
    kept: list[Point] = []
    for here, after in zip(points, [*points[1:], None], strict=True):
        if kept and after is not None and after.at - kept[-1].at > 0:
            before = kept[-1]
            share, width = here.at - before.at, after.at - before.at
            on_line = (
                (here.high - before.high) * width == share * (after.high - before.high)
                and (here.low - before.low) * width == share * (after.low - before.low)
                and before.opened == here.opened == after.opened
            )
            if on_line:
                continue
        kept.append(here)
    return kept


def _sampled(point: Callable[[int], Point | None], marks: list[int]) -> list[Point] | None:
    first, last = marks[0], marks[-1]
    wanted = sorted({first + (last - first) * n // SAMPLES for n in range(SAMPLES + 1)} | set(marks))
    found = [point(at) for at in wanted]
    kept = [each for each in found if each is not None]
    return kept if len(kept) == len(found) else None


def _jump(a: Point, b: Point) -> bool:
    """Return whether the award is broken between two neighbouring grains: by at least 1元."""
    return any(there - here >= _YUAN or here - there >= _YUAN for here, there in ((a.high, b.high), (a.low, b.low)))


def _binds(program: Program, plan: Plan, points: list[Point], facts: Callable[[int], dict[str, Any]]) -> int | None:
    """Return from which point on a cap of the part cuts its award."""
    caps = [step for step in program.steps if step.stage in (Stage.CAP, Stage.ALLOWANCE) and step.binds in plan.steps]
    if not caps:
        return None
    for point in points:
        outcome = run(program, Case(facts(point.at)))
        for step in caps:
            found = outcome.results[step.binds]
            if any(result.applies for result in (found if isinstance(found, tuple) else (found,))):
                return point.at
    return None

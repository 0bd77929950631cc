"""要求: a duty with a testable condition. 结论 holds where what 须 states is so, or the 条件 of the duty are not.

限额 is a 须 that also has a figure: how much, how long, how often at most. The figure is a step of its own, so that it
can be told and tested without anything having been asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from polc.core.nodes import TRUE, Apply, Choose, Expression, Literal
from polc.core.program import Stage, Step
from polc.diagnostics import Words
from polc.errors import missing_line, type_mismatch
from polc.model.expressions import Bound, Compare, Name, Relation
from polc.model.expressions import Expression as Surface
from polc.model.policy import Requirement, Stated, Terms
from polc.passes.elaborate import Elaborator
from polc.passes.lower.plan import Building, Plan
from polc.passes.lower.scope import both
from polc.passes.written import place

UNLIMITED = Literal(-1)
"""The figure of a 限额 where the duty does not apply: below every figure there is."""

_AT_MOST = (Relation.LE, Relation.LT, Relation.BELOW)
_WANTED = Words("“事实 不超过 多少”，如 申请额度 不超过 30万元", "FACT not_exceeding FIGURE, e.g. 申请额度 <= 30万元")
_OTHER = Words("别的写法", "something else")


@dataclass(frozen=True, slots=True)
class _Limit:
    """One 限额: the fact it limits, to which figure, and whether that is kept."""

    line: Stated[Surface]
    fact: str
    figure: Expression
    kept: Expression


def lower_requirement(walk: Elaborator, requirement: Requirement, terms: Terms) -> tuple[Building, Plan] | None:
    """Return the requirement's steps; None where something (reported) is wrong."""
    build = Building(walk, requirement.name, walk.context.items)
    walk.hoist = build.hoisted
    if not terms.must and not terms.limits:
        if not {"must", "limited"}.intersection(terms.unread):
            example = Words("须：PUE 不高于 1.3", "must: PUE <= 1.3")
            walk.problems.append(
                missing_line.missing_line(requirement.span, requirement.name, Words("须", "must"), example)
            )
        return None
    walk.hoist = build.hoisted
    conditions, excluded, duties = (_truths(walk, lines) for lines in (terms.when, terms.excluded, terms.must))
    limits = [_limit(walk, line, line.value) for line in terms.limits if line.value is not None]
    kept = [limit for limit in limits if limit is not None]
    if conditions is None or excluded is None or duties is None or len(kept) < len(limits):
        return None
    parts: list[Expression] = []
    for number, (line, truth) in enumerate(conditions, 1):
        parts.append(build.truth(Stage.CONDITION, truth, (line.span,), f"第{number}"))
    for number, (line, truth) in enumerate(excluded, 1):
        parts.append(build.truth(Stage.CONDITION, Apply("not", (truth,)), (line.span,), f"不予支持{number}"))
    held: Expression | None = build.truth(Stage.CONDITION, both(parts), ()) if parts else None
    _figures(build, kept, held)
    must: list[Expression] = []
    for number, limit in enumerate(kept, 1):
        must.append(build.truth(Stage.LIMIT, limit.kept, (limit.line.span,), f"第{number}"))
    for number, (line, truth) in enumerate(duties, 1):
        must.append(build.truth(Stage.VERDICT, truth, (line.span,), f"第{number}"))
    verdict = both(must)
    if held is not None:
        verdict = Apply("or", (Apply("not", (held,)), verdict))
    because = tuple(line.span for line in (*terms.limits, *terms.must) if line.value is not None)
    build.truth(Stage.VERDICT, verdict, because)
    build.firsts()
    bind = build.bind(Stage.VERDICT)
    steps = tuple(step.binds for step in build.steps)
    return build, Plan(
        requirement, "requirement", walk.context, build.items, bind, bind, opened=False, steps=steps,
        histories=tuple(build.histories),
    )  # fmt: skip


def limited(expression: Surface | None) -> tuple[Name, Surface] | None:
    """Return the fact that a 限额 limits and its figure, or None where it is written otherwise."""
    match expression:
        case Compare(subject=Name() as fact, test=Bound(relation=relation, limit=figure)) if relation in _AT_MOST:
            return fact, figure
        case _:
            return None


def figure_bind(part: str, fact: str) -> str:
    """Return the bind of the figure to which a part limits a fact."""
    return f"{part}/{Stage.LIMIT.value}/{fact}"


def _truths(
    walk: Elaborator, lines: tuple[Stated[Surface], ...]
) -> list[tuple[Stated[Surface], Expression]] | None:  # fmt: skip
    """Return the lines with what they state; None (reported) where one is bad."""
    found = [(line, walk.truth(line.value)) for line in lines if line.value is not None]
    kept = [(line, truth) for line, truth in found if truth is not None]
    return kept if len(kept) == len(found) else None


def _limit(walk: Elaborator, line: Stated[Surface], value: Surface) -> _Limit | None:
    said = limited(value)
    if said is None:
        walk.problems.append(type_mismatch.needed(place(value), _WANTED, _OTHER))
        return None
    truth = walk.truth(value)
    figure = walk.typed(said[1]) if truth is not None else None
    return None if truth is None or figure is None else _Limit(line, said[0].text, figure.core, truth)


def _figures(build: Building, limits: list[_Limit], held: Expression | None) -> None:
    """Add the figure of each limited fact, the least of several lines; none where the duty does not apply."""
    for fact in dict.fromkeys(limit.fact for limit in limits):
        mine = [limit for limit in limits if limit.fact == fact]
        least = mine[0].figure if len(mine) == 1 else Apply("min", tuple(limit.figure for limit in mine))
        value = least if held is None else Choose(held, least, UNLIMITED)
        name, because = build.bind(Stage.LIMIT, fact), tuple(limit.line.span for limit in mine)
        build.steps.append(Step(Stage.LIMIT, build.subject, name, value, held or TRUE, build.over, because))

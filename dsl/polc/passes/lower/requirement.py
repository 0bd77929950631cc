"""要求: a duty with a testable condition. 结论 holds where what 须 states is so, or the 条件 of the duty are not."""

from __future__ import annotations

from polc.core.nodes import Apply, Expression
from polc.core.program import Stage
from polc.diagnostics import Words
from polc.errors import missing_line
from polc.model.policy import Requirement, Terms
from polc.passes.elaborate import Elaborator
from polc.passes.lower.plan import Building, Plan
from polc.passes.lower.scope import both


def lower_requirement(walk: Elaborator, requirement: Requirement, terms: Terms) -> tuple[Building, Plan] | None:
    """Return the requirement's steps; None where something (reported) is wrong."""
    build = Building(walk, requirement.name, walk.context.items)
    walk.hoist = build.hoisted
    if not terms.must:
        if "must" not in terms.unread:
            example = Words("须：PUE 不高于 1.3", "must: PUE <= 1.3")
            walk.problems.append(
                missing_line.missing_line(requirement.span, requirement.name, Words("须", "must"), example)
            )
        return None
    walk.hoist = build.hoisted
    conditions = [(line, walk.truth(line.value)) for line in terms.when if line.value is not None]
    excluded = [(line, walk.truth(line.value)) for line in terms.excluded if line.value is not None]
    duties = [(line, walk.truth(line.value)) for line in terms.must if line.value is not None]
    if any(truth is None for _, truth in (*conditions, *excluded, *duties)):
        return None
    parts: list[Expression] = []
    for number, (line, truth) in enumerate(conditions, 1):
        if truth is not None:
            parts.append(build.truth(Stage.CONDITION, truth, (line.span,), f"第{number}"))
    for number, (line, truth) in enumerate(excluded, 1):
        if truth is not None:
            parts.append(build.truth(Stage.CONDITION, Apply("not", (truth,)), (line.span,), f"不予支持{number}"))
    held: Expression | None = build.truth(Stage.CONDITION, both(parts), ()) if parts else None
    must: list[Expression] = []
    for number, (line, truth) in enumerate(duties, 1):
        if truth is not None:
            must.append(build.truth(Stage.VERDICT, truth, (line.span,), f"第{number}"))
    verdict = both(must)
    if held is not None:
        verdict = Apply("or", (Apply("not", (held,)), verdict))
    build.truth(Stage.VERDICT, verdict, tuple(line.span for line, _ in duties))
    build.firsts()
    bind = build.bind(Stage.VERDICT)
    steps = tuple(step.binds for step in build.steps)
    return build, Plan(
        requirement, "requirement", walk.context, build.items, bind, bind, opened=False, steps=steps,
        histories=tuple(build.histories),
    )  # fmt: skip

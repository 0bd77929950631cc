"""Whether a cap is ever reached, and whether only several awards together would reach it."""

from __future__ import annotations

from polc.checks.asking import MANY, anyhow, possible, somewhere
from polc.checks.draft import Checked
from polc.checks.nesting import Nesting
from polc.checks.over_years import never_in_its_years
from polc.checks.reasons import reasons
from polc.checks.rivals import ever, rivals
from polc.core.amounts import Amount
from polc.core.nodes import Apply, Expression
from polc.core.program import Stage, Step
from polc.diagnostics import Label, Words
from polc.model.policy import Group, Part, Stated
from polc.model.values import Cap, NoneStated
from polc.passes.lower.plan import Lowered, Plan
from polc.text import Span

_STAGES = (Stage.CAP, Stage.ALLOWANCE, Stage.GROUP_CAP)
_SO_MANY_YEARS = Words("只给这么多年，加起来到不了", "only so many years, and together they do not come to it")


def never_binds(draft: Checked, part: Part, line: Stated[Cap | NoneStated]) -> bool:
    """Return whether a cap is proved to change nothing, in any case that the policy allows and under any reading."""
    cap = line.value
    if not isinstance(cap, Cap):
        return False
    every = draft.lowered_for(part)
    return bool(every) and all(_never(lowered, lowered.plans[part.name], line.span) for lowered in every)


def why_never(
    draft: Checked, part: Part, line: Stated[Cap | NoneStated]
) -> tuple[tuple[Label, ...], tuple[Words, ...]]:
    """Return the lines that keep a cap from being reached, and the note that says so, under the working readings."""
    lowered = next(iter(draft.lowered_for(part)))
    plan = lowered.plans[part.name]
    steps = _steps(lowered, plan, line.span)
    if steps and ever(lowered, plan, anyhow(steps[-1])) is not False:
        return tuple(Label(each.span, _SO_MANY_YEARS) for each in lowered.terms(plan).years), ()
    return reasons(lowered, plan, anyhow(steps[-1]), line.span, MANY) if steps else ((), ())


def presumes_stacking(draft: Checked, part: Part, line: Stated[Cap | NoneStated]) -> bool:
    """Return whether the members of a 就高 would pass a cap of it if they were added up."""
    lowered = draft.compiled.lowered()
    plan = lowered.plans.get(part.name)
    if plan is None or not isinstance(part, Group) or Nesting.of(draft.policy, {}).how(part).mode != "highest":
        return False
    rooms = [room for step in _steps(lowered, plan, line.span) if (room := _room(step)) is not None]
    together = Apply("add", tuple(rival.high for rival in rivals(lowered, plan)))
    passes = (somewhere(plan.items or None, Apply("less", (room, together))) for room in rooms)
    return any(possible(lowered, plan, question, items=MANY) is True for question in passes)


def _room(step: Step) -> Expression | None:
    """Return how much a cap leaves, as an expression."""
    if isinstance(step.value, Amount) and isinstance(step.value.high, Apply) and step.value.high.operator == "min":
        return step.value.high.operands[1]
    return None


def _never(lowered: Lowered, plan: Plan, place: Span) -> bool:
    mine = _steps(lowered, plan, place)
    return bool(mine) and all(
        ever(lowered, plan, anyhow(step)) is False or never_in_its_years(lowered, plan, anyhow(step)) for step in mine
    )


def _steps(lowered: Lowered, plan: Plan, place: Span) -> list[Step]:
    steps = [lowered.step(binds) for binds in plan.steps]
    return [step for step in steps if step.stage in _STAGES and place in step.because]

"""Laws of awards, on whole generated policies: two ends are enough, and the interval says all that can come out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from polc.core.amounts import Amount
from polc.core.nodes import FALSE, Reference
from polc.core.program import HIGH, LOW, OPEN, Program, Stage, Step
from polc.core.references import references
from polc.core.types import Input, Items, Quantity
from polc.diagnostics import Severity
from polc.passes.lower.plan import Lowered
from polc.passes.pipeline import Compiled, compile_policy
from polc.readers.evaluate import Case, Interval, Outcome, Result, evaluate, run
from polc.runs.strategies import Written, cases, policies
from polc.text import Source

BOUNDED = settings(max_examples=min(60, settings.default.max_examples))


def compiled(written: Written) -> Compiled:
    found = compile_policy([Source("policy.pol", written.text)])
    errors = [each.message("zh") for each in found.findings if each.severity is Severity.ERROR]
    assert not errors, written.text
    return found


def lowered(written: Written) -> Lowered:
    return compiled(written).lowered()


def every(outcome: Outcome, binds: str) -> Sequence[Result]:
    found = outcome.results[binds]
    return found if isinstance(found, tuple) else (found,)


def amounts(program: Program) -> list[Step]:
    return [step for step in program.steps if isinstance(step.value, Amount)]


@BOUNDED
@given(policies())
def test_what_is_generated_compiles_under_every_reading(written: Written) -> None:
    found = compiled(written)
    assert found.policy is not None
    for doubt in found.policy.all_doubts.values():
        for reading in doubt.readings:
            other = found.lowered({doubt.name: reading.name})
            pools = {pool.name for pool in found.policy.pools}  # computed over all applicants, outside the program
            assert set(other.plans) == {part.name for part in found.policy.parts} - pools


@BOUNDED
@given(st.data(), policies())
def test_the_lower_end_is_never_above_the_upper_and_never_below_nothing(data: st.DataObject, written: Written) -> None:
    program = lowered(written).program
    outcome = run(program, Case(data.draw(cases(program.inputs))))
    for step in amounts(program):
        for result in every(outcome, step.binds):
            assert isinstance(result.value, Interval)
            assert result.value.low >= 0, step.binds
            assert result.value.open or result.value.low <= result.value.high, step.binds


@BOUNDED
@given(st.data(), policies())
def test_every_step_is_monotone_in_the_amounts_below(data: st.DataObject, written: Written) -> None:
    program = lowered(written).program
    told = data.draw(cases(program.inputs))
    outcome = run(program, Case(told))
    for step in amounts(program):
        assert isinstance(step.value, Amount)
        below = [name for name in _references(step) if name.endswith((LOW, HIGH))]
        if not below or any(_each(end) for end in (step.value.low, step.value.high)):
            continue
        scope = _scope(program, told, outcome, step, 0)
        if scope is None:
            continue
        raised = {name: scope[name] + data.draw(st.sampled_from((0, 1, 100, 5000))) for name in below if name in scope}
        for end in (step.value.low, step.value.high):
            assert evaluate(end, {**scope, **raised}) >= evaluate(end, scope), step.binds  # type: ignore[operator]


@BOUNDED
@given(st.data(), policies(opened=False))
def test_any_choice_inside_the_standards_stays_inside_every_later_interval(
    data: st.DataObject, written: Written
) -> None:
    program = lowered(written).program
    told = data.draw(cases(program.inputs))
    outcome = run(program, Case(told))
    settled, told = _choose(data, program, told, outcome)
    chosen = run(settled, Case(told))
    for step in amounts(program):
        for wide, narrow in zip(every(outcome, step.binds), every(chosen, step.binds), strict=True):
            assert isinstance(wide.value, Interval)
            assert isinstance(narrow.value, Interval)
            assert wide.value.low <= narrow.value.low <= narrow.value.high <= wide.value.high, step.binds


@BOUNDED
@given(st.data(), policies())
def test_a_slice_says_what_the_whole_says(data: st.DataObject, written: Written) -> None:
    found = lowered(written)
    told = data.draw(cases(found.program.inputs, whole=False))
    whole = run(found.program, Case(told))
    for plan in found.plans.values():
        part = run(found.slice(plan), Case(told))
        for binds in plan.steps:
            assert part.results[binds] == whole.results[binds], binds


@BOUNDED
@given(st.data(), policies())
def test_what_is_decided_is_the_same_however_the_unknown_turns_out(data: st.DataObject, written: Written) -> None:
    program = lowered(written).program
    told = data.draw(cases(program.inputs, whole=False))
    before = run(program, Case(told))
    after = run(program, Case(_completed(data, program.inputs, told)))
    for step in program.steps:
        for one, other in zip(every(before, step.binds), every(after, step.binds), strict=False):
            assert not other.missing
            if not one.missing:
                assert _same(one.value, other.value), step.binds


def test_the_generated_policies_are_not_all_alike() -> None:
    """The generator reaches what the laws are about; an unlucky change to it would make them hold of nothing."""
    words = {
        *("取高档", "逐档", "分段", "晋级补差", "查表", "首次", "不足不发", "保底", "取整", "上限", "次数", "年限"),
        *("就高", "叠加", "终身", "外部", "待定", "疑义", "要求"),
    }
    seen: set[str] = set()

    @settings(max_examples=120, database=None, derandomize=True)
    @given(policies())
    def look(written: Written) -> None:
        seen.update(word for word in words if word in written.text)

    look()
    assert seen == words


# ── what the laws need ──


def _same(one: object, other: object) -> bool:
    if isinstance(one, Interval) and isinstance(other, Interval) and one.open and other.open:
        return one.low == other.low  # the upper end says nothing there
    return one == other


def _references(step: Step) -> set[str]:
    assert isinstance(step.value, Amount)
    return references(step.value.low) | references(step.value.high)


def _each(expression: object) -> bool:
    return type(expression).__name__ == "Each" or any(
        _each(inner) for inner in getattr(expression, "operands", ())
    )  # fmt: skip


def _scope(
    program: Program, told: Mapping[str, Any], outcome: Outcome, step: Step, place: int
) -> dict[str, Any] | None:
    """Return what a step sees: the facts (of the item at ``place``) and what the steps before it came to."""
    scope: dict[str, Any] = dict(told)
    if step.over is not None:
        if not told[step.over]:
            return None
        scope |= told[step.over][place]
    for earlier in program.steps:
        if earlier is step:
            break
        if earlier.over not in (None, step.over):
            continue
        value = every(outcome, earlier.binds)[place if earlier.over else 0].value
        if isinstance(value, Interval):
            low, high, opened = value.low, value.high, value.open
            scope |= {earlier.binds + LOW: low, earlier.binds + HIGH: high, earlier.binds + OPEN: opened}
        else:
            scope[earlier.binds] = value
    return scope


def _choose(
    data: st.DataObject, program: Program, told: dict[str, Any], outcome: Outcome
) -> tuple[Program, dict[str, Any]]:
    """Return the program with every 标准 settled at a point inside its interval."""
    facts = {name: [dict(r) for r in fact] if isinstance(fact, list) else fact for name, fact in told.items()}
    steps, inputs = [], list(program.inputs)
    for step in program.steps:
        if step.stage is not Stage.STANDARD:
            steps.append(step)
            continue
        name = f"定.{step.binds}"
        points = [_inside(data, result.value) for result in every(outcome, step.binds)]
        if step.over is None:
            inputs.append(Input(name, Quantity("分")))
            facts[name] = points[0]
        else:
            for record, point in zip(facts[step.over], points, strict=True):
                record[name] = point
            inputs = [_with_field(given, step.over, name) for given in inputs]
        steps.append(replace(step, value=Amount(Reference(name), Reference(name), FALSE)))
    return replace(program, inputs=tuple(inputs), steps=tuple(steps)), facts


def _with_field(given: Input, over: str, name: str) -> Input:
    if given.name != over or not isinstance(given.type, Items):
        return given
    return Input(over, Items((*given.type.fields, Input(name, Quantity("分")))))


def _inside(data: st.DataObject, value: object) -> Fraction | int:
    assert isinstance(value, Interval)
    share = data.draw(st.sampled_from((Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(1))))
    return value.low + (value.high - value.low) * share


def _completed(data: st.DataObject, inputs: Sequence[Input], told: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts with everything untold drawn."""
    whole = dict(told)
    for one in inputs:
        if isinstance(one.type, Items):
            whole[one.name] = [_completed(data, one.type.fields, record) for record in told[one.name]]
        elif one.name not in whole:
            whole |= data.draw(cases((one,)))
    return whole

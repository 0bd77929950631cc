"""A pass core → core: steps as if the lines behind them said nothing, to ask whether something hangs on them.

A step that changes an amount (保底, 取整, a cap, 一次, 次数, 补差 …) hands it on as it is; what is paid may come to
anything, for whoever qualifies; a truth or a number may be any. Guarantee: what is impossible of the result needs
nothing that those lines say.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction

from polc.core.amounts import Amount
from polc.core.nodes import FALSE, TRUE, ZERO, Apply, Choose, Each, Expression, Literal, Reference
from polc.core.program import HIGH, Program, Stage, Step, amount_of
from polc.core.references import references
from polc.core.scope import Scope, scope_of, sort_of
from polc.core.types import MOST, Input, Items, Quantity, Truth

FREE = "任意·"
"""How the inputs begin that a freed step takes its value from."""
_GRAIN = 200
"""In how many parts a grain may be cut: every amount of a program is a whole number of these."""
_CHANGES = frozenset(
    [
        Stage.MINIMUM,
        Stage.AT_LEAST,
        Stage.ROUND,
        Stage.CAP,
        Stage.ONCE,
        Stage.TIMES,
        Stage.YEARS,
        Stage.STEP_UP,
        Stage.ALLOWANCE,
        Stage.GROUP_CAP,
    ]
)


def freed(program: Program, binds: Collection[str]) -> Program:
    """Return the program without what the steps that bind ``binds`` say; a level is left as it is."""
    scope = scope_of(program.inputs)
    inputs: dict[str, list[Input]] = {}
    laws: list[Expression] = []
    steps: list[Step] = []
    for step in program.steps:
        here = scope if step.over is None else scope.inside(step.over)
        new = step
        if step.binds in binds:
            before = _before(step, steps)
            if before is not None:
                new = replace(step, value=before, applies=FALSE)
            elif isinstance(step.value, Amount) or sort_of(step.value, here) != "level":
                new, added, law = _free(step, here)
                inputs.setdefault(step.over or "", []).extend(added)
                laws += [law if step.over is None else Each("all", step.over, law)] if law != TRUE else []
        steps.append(new)
        scope = scope.after(step)
    return Program((*_with(program.inputs, inputs), *inputs.get("", ())), tuple(steps), (*program.laws, *laws))


def _before(step: Step, earlier: list[Step]) -> Amount | None:
    """Return the amount that a step changes, as it came to it; None where it makes one of its own."""
    if step.stage not in _CHANGES or not isinstance(step.value, Amount):
        return None
    read = references(step.value.high)
    for each in reversed(earlier):
        if isinstance(each.value, Amount) and each.over == step.over and each.binds + HIGH in read:
            return amount_of(each.binds, may_be_open=FALSE not in (step.value.open, each.value.open))
    return None


def _free(step: Step, scope: Scope) -> tuple[Step, list[Input], Expression]:
    """Return a step that comes to anything, the inputs it takes that from, and what holds of them."""
    applies = Input(f"{FREE}{step.binds}/改变", Truth())
    if isinstance(step.value, Amount):
        low, high = (Input(f"{FREE}{step.binds}/{end}", Quantity("分", 0, MOST * _GRAIN)) for end in ("低", "高"))
        opened = Input(f"{FREE}{step.binds}/待定", Truth())
        ends = step.value
        value = Amount(
            _where_due(ends.low, _part(low)),
            _where_due(ends.high, _part(high)),
            FALSE if ends.open == FALSE else Reference(opened.name),
        )
        law = Apply("at_most", (Reference(low.name), Reference(high.name)))
        new = replace(step, value=value, applies=Reference(applies.name))
        return new, [low, high, opened, applies], law
    if sort_of(step.value, scope) == "truth":
        given = Input(FREE + step.binds, Truth())
        return replace(step, value=Reference(given.name), applies=Reference(given.name)), [given], TRUE
    given = Input(FREE + step.binds, Quantity("分", -MOST * _GRAIN, MOST * _GRAIN))
    return replace(step, value=_part(given), applies=Reference(applies.name)), [given, applies], TRUE


def _where_due(end: Expression, anything: Expression) -> Expression:
    """Return anything where an end is due at all, and nothing elsewhere."""
    if isinstance(end, Choose) and end.otherwise == ZERO:
        return Choose(end.condition, anything, ZERO)
    return end if end == ZERO else anything


def _part(given: Input) -> Expression:
    return Apply("multiply", (Reference(given.name), Literal(Fraction(1, _GRAIN))))


def _with(inputs: Collection[Input], added: dict[str, list[Input]]) -> list[Input]:
    return [
        replace(given, type=Items((*given.type.fields, *added[given.name])))
        if isinstance(given.type, Items) and given.name in added
        else given
        for given in inputs
    ]

"""The interpreter: what an expression and a program mean. Every other reader is held to it.

Guarantees: values are exact; nothing is evaluated that the answer does not need (a branch not chosen, an operand
behind the one that decides ``and`` or ``or``), so a guard before a division is a guard.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, assert_never

from polc.core.amounts import Amount
from polc.core.arithmetic import FOLDS, OPERATIONS, round_to
from polc.core.nodes import Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round, Scalar
from polc.core.program import HIGH, LOW, OPEN, Program, Step
from polc.core.types import Items
from polc.readers.evaluate.names import Names
from polc.readers.evaluate.outcome import Case, Interval, Outcome, Record, Result
from polc.readers.evaluate.unknowns import is_fully_told, scope_of, weigh

Environment: TypeAlias = "Mapping[str, Scalar | Sequence[Record]]"


def evaluate(expression: Expression, environment: Environment) -> Scalar:
    """Return the value of an expression, with every name it needs in the environment.

    Raises KeyError for a name that is not there, UnguardedDivisionError for a division by zero: both are bugs of
    whoever built the expression or the environment.
    """
    match expression:
        case Literal():
            return expression.value
        case Reference():
            return environment[expression.name]  # type: ignore[return-value]  # typing.check: only Each names a list
        case Apply():
            return OPERATIONS[expression.operator](evaluate(operand, environment) for operand in expression.operands)
        case Choose():
            chosen = expression.then if evaluate(expression.condition, environment) else expression.otherwise
            return evaluate(chosen, environment)
        case Match():
            level = evaluate(expression.subject, environment)
            body = next((body for name, body in expression.cases if name == level), expression.otherwise)
            return evaluate(body, environment)
        case Let():
            value = evaluate(expression.value, environment)
            return evaluate(expression.body, Names({expression.name: value}, environment))
        case Each():
            records: Sequence[Record] = environment[expression.items]  # type: ignore[assignment]  # as above
            bodies = (evaluate(expression.body, Names(record, environment)) for record in records)
            return FOLDS[expression.fold](bodies)
        case Round():
            return round_to(expression.mode, expression.unit, evaluate(expression.operand, environment))  # type: ignore[arg-type]
        case _:
            assert_never(expression)


def run(program: Program, case: Case) -> Outcome:
    """Return what every step of the program comes to in a case; the laws and the bounds of inputs are not tested.

    Raises UnguardedDivisionError as ``evaluate`` does, KeyError where a step refers to what is not an earlier step.
    """
    if not is_fully_told(program.inputs, case):
        return _in_order(program, scope_of(program.inputs, case), _weighed)
    scope: dict[str, Any] = {}
    for told in program.inputs:
        is_list = isinstance(told.type, Items)
        scope[told.name] = [dict(record) for record in case.records(told.name)] if is_list else case.facts[told.name]
    return _in_order(program, scope, _computed)


def _in_order(program: Program, scope: dict[str, Any], compute: Callable[[Step, Any, Any], Result]) -> Outcome:
    """Compute the steps one after the other, each binding its result in the scope or in every item."""
    results: dict[str, Result | tuple[Result, ...]] = {}
    for step in program.steps:
        if step.over is None:
            results[step.binds] = compute(step, scope, scope)
        else:
            records = scope[step.over] or ()  # None: the list itself is unknown
            results[step.binds] = tuple(compute(step, Names(record, scope), record) for record in records)
    return Outcome(results)


def _computed(step: Step, scope: Mapping[str, Any], binding: dict[str, Any]) -> Result:
    """Compute a step of which everything is known, and bind it."""
    applies = bool(evaluate(step.applies, scope))
    if not isinstance(step.value, Amount):
        binding[step.binds] = value = evaluate(step.value, scope)
        return Result(value, applies)
    binding[step.binds + LOW] = low = evaluate(step.value.low, scope)
    binding[step.binds + HIGH] = high = low if step.value.high is step.value.low else evaluate(step.value.high, scope)
    binding[step.binds + OPEN] = opened = evaluate(step.value.open, scope)
    return Result(Interval(low, high, bool(opened)), applies)  # type: ignore[arg-type]  # the ends are numbers


def _weighed(step: Step, scope: Mapping[str, Any], binding: dict[str, Any]) -> Result:
    """Compute a step that may rest on something unknown, and bind it with what it depends on."""
    applied = weigh(step.applies, scope)
    applies = None if applied.missing else bool(applied.value)
    if not isinstance(step.value, Amount):
        binding[step.binds] = weighed = weigh(step.value, scope)._replace(bounds=None)
        return Result(None if weighed.missing else weighed.value, applies, weighed.missing)
    low, high, opened = (
        weigh(end, scope)._replace(bounds=None) for end in (step.value.low, step.value.high, step.value.open)
    )
    binding |= {step.binds + LOW: low, step.binds + HIGH: high, step.binds + OPEN: opened}
    missing = low.missing | high.missing | opened.missing
    value = None if missing else Interval(low.value, high.value, bool(opened.value))  # type: ignore[arg-type]
    return Result(value, applies, missing)

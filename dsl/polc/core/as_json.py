"""A program of the core as JSON and back; docs/reference/core-json.md describes the form.

Guarantees: ``from_json(to_json(program)) == program``, up to places in source texts that are not at hand. No number is
ever a JSON number where it could lose digits: amounts and bounds are strings, ``"3/10"``.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, TypeAlias, assert_never

from polc.core.amounts import Amount
from polc.core.fold import constant
from polc.core.nodes import Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round
from polc.core.program import Program, Stage, Step
from polc.core.types import Input, Items, Level, Quantity, Truth, Type
from polc.text import Source, Span

SCHEMA = "polc/core/1"
"""The version is raised whenever a reader of the older form would misread the newer."""

Json: TypeAlias = dict[str, Any]
NO_SOURCES: Mapping[str, Source] = MappingProxyType({})


class UnknownVersionError(ValueError):
    """The JSON was not written by this version of the form."""


def to_json(program: Program) -> Json:
    """Return the program as what ``json.dumps`` takes."""
    return {
        "schema": SCHEMA,
        "inputs": [_input_to_json(given) for given in program.inputs],
        "laws": [expression_to_json(law) for law in program.laws],
        "steps": [_step_to_json(step) for step in program.steps],
    }


def from_json(data: Json, sources: Mapping[str, Source] = NO_SOURCES) -> Program:
    """Return the program that ``to_json`` wrote; places are kept where their file is among ``sources``.

    Raises UnknownVersionError; KeyError and the like where the data was not written by ``to_json``.
    """
    if data.get("schema") != SCHEMA:
        raise UnknownVersionError(f"{data.get('schema')} is not {SCHEMA}")
    return Program(
        tuple(_input_from_json(given) for given in data["inputs"]),
        tuple(_step_from_json(step, sources) for step in data["steps"]),
        tuple(expression_from_json(law) for law in data["laws"]),
    )


def expression_to_json(expression: Expression) -> Json:
    """Return the expression as an object with one key: the node's name, or the kind of a literal."""
    match expression:
        case Literal(bool() as truth):
            return {"truth": truth}
        case Literal(str() as level):
            return {"level": level}
        case Literal():
            return {"number": str(expression.value)}
        case Reference():
            return {"reference": expression.name}
        case Apply():
            return {"apply": expression.operator, "to": [expression_to_json(each) for each in expression.operands]}
        case Choose():
            return {
                "if": expression_to_json(expression.condition),
                "then": expression_to_json(expression.then),
                "else": expression_to_json(expression.otherwise),
            }
        case Match():
            cases = [{"level": name, "then": expression_to_json(body)} for name, body in expression.cases]
            otherwise = expression_to_json(expression.otherwise)
            return {"match": expression_to_json(expression.subject), "cases": cases, "else": otherwise}
        case Let():
            value, body = expression_to_json(expression.value), expression_to_json(expression.body)
            return {"let": expression.name, "be": value, "in": body}
        case Each():
            return {"each": expression.items, "fold": expression.fold, "of": expression_to_json(expression.body)}
        case Round():
            operand = expression_to_json(expression.operand)
            return {"round": expression.mode, "to": str(expression.unit), "of": operand}
        case _:
            assert_never(expression)


def expression_from_json(data: Json) -> Expression:
    """Return the expression that ``expression_to_json`` wrote. Raises ValueError where there is no such node."""
    match data:
        case {"truth": bool() as value} | {"level": str() as value}:
            return Literal(value)
        case {"number": str() as digits}:
            return constant(Fraction(digits))
        case {"reference": name}:
            return Reference(name)
        case {"apply": operator, "to": operands}:
            return Apply(operator, tuple(expression_from_json(each) for each in operands))
        case {"if": condition, "then": then, "else": otherwise}:
            return Choose(*(expression_from_json(each) for each in (condition, then, otherwise)))
        case {"match": subject, "cases": cases, "else": otherwise}:
            bodies = tuple((case["level"], expression_from_json(case["then"])) for case in cases)
            return Match(expression_from_json(subject), bodies, expression_from_json(otherwise))
        case {"let": name, "be": value, "in": body}:
            return Let(name, expression_from_json(value), expression_from_json(body))
        case {"each": items, "fold": fold, "of": body}:
            return Each(fold, items, expression_from_json(body))
        case {"round": mode, "to": unit, "of": operand}:
            return Round(mode, int(unit), expression_from_json(operand))
        case _:
            raise ValueError(f"not a node of the core: {data}")


def _input_to_json(given: Input) -> Json:
    match given.type:
        case Quantity(unit, least, most):
            return {"name": given.name, "type": "quantity", "unit": unit, "least": str(least), "most": str(most)}
        case Truth():
            return {"name": given.name, "type": "truth"}
        case Level(names):
            return {"name": given.name, "type": "level", "names": list(names)}
        case Items(fields):
            return {"name": given.name, "type": "items", "fields": [_input_to_json(field) for field in fields]}
        case _:
            assert_never(given.type)


def _input_from_json(data: Json) -> Input:
    declared: Type
    match data["type"]:
        case "quantity":
            declared = Quantity(data["unit"], int(data["least"]), int(data["most"]))
        case "truth":
            declared = Truth()
        case "level":
            declared = Level(tuple(data["names"]))
        case "items":
            declared = Items(tuple(_input_from_json(field) for field in data["fields"]))
        case other:
            raise ValueError(f"not a type of the core: {other}")
    return Input(data["name"], declared)


def _step_to_json(step: Step) -> Json:
    written: Json = {"binds": step.binds, "stage": step.stage.name.lower(), "subject": step.subject}
    if step.over is not None:
        written["over"] = step.over
    if isinstance(step.value, Amount):
        ends = {"low": step.value.low, "high": step.value.high, "open": step.value.open}
        written["amount"] = {name: expression_to_json(end) for name, end in ends.items()}
    else:
        written["value"] = expression_to_json(step.value)
    written["applies"] = expression_to_json(step.applies)
    if step.because:
        written["because"] = [{"file": at.source.path, "start": at.start, "end": at.end} for at in step.because]
    return written


def _step_from_json(data: Json, sources: Mapping[str, Source]) -> Step:
    value: Amount | Expression
    if "amount" in data:
        value = Amount(*(expression_from_json(data["amount"][end]) for end in ("low", "high", "open")))
    else:
        value = expression_from_json(data["value"])
    places = data.get("because", ())
    because = tuple(Span(sources[at["file"]], at["start"], at["end"]) for at in places if at["file"] in sources)
    applies = expression_from_json(data["applies"])
    return Step(Stage[data["stage"].upper()], data["subject"], data["binds"], value, applies, data.get("over"), because)

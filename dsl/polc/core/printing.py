"""A program of the core as text, for people who look under the lid.

Guarantees: the same program gives the same text; names stand as they are; what is always so (not open, applies) is
left out. The text is to be read, not to be read back: ``as_json`` is for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from polc.core.amounts import Amount
from polc.core.nodes import FALSE, TRUE, Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round, Scalar
from polc.core.operators import OPERATORS
from polc.core.program import Program, Step
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.diagnostics.words import Language, Words

SYMBOLS = {"add": "+", "subtract": "−", "multiply": "×", "divide": "÷", "less": "<", "at_most": "≤", "equal": "="}
BINDING = {
    "or": 1,
    "and": 2,
    "not": 3,
    "less": 4,
    "at_most": 4,
    "equal": 4,
    "same": 4,
    "reaches": 4,
    "add": 5,
    "subtract": 5,
    "multiply": 6,
    "divide": 6,
}
"""How tightly an operator holds its operands; those not listed are written as functions."""
LOOSEST, TIGHTEST = 0, 9

YES, NO = Words("是", "yes"), Words("否", "no")
FOLDS = {
    "sum": Words("总和", "sum of"),
    "max": Words("最大", "greatest of"),
    "count": Words("个数", "count of"),
    "any": Words("任一", "any of"),
    "all": Words("全部", "all of"),
}
MODES = {
    "down": Words("去尾", "rounded down"),
    "up": Words("进一", "rounded up"),
    "half_up": Words("四舍五入", "rounded half up"),
}
CHOICE = Words("若 {condition} 则 {then} 否则 {otherwise}", "if {condition} then {then} else {otherwise}")
MATCH = Words("按 {subject}（{cases}，其他 → {otherwise}）", "by {subject} ({cases}, otherwise → {otherwise})")
LET = Words("令 {name} = {value}，{body}", "let {name} = {value} in {body}")
EACH = Words("{fold} {items}（{body}）", "{fold} {items} ({body})")
ROUND = Words("{mode}（{operand}，到 {unit}）", "{mode} ({operand}, to {unit})")
FUNCTION = Words("{name}（{operands}）", "{name} ({operands})")
COMMA = Words("，", ", ")
BRACKETS = Words("（{inner}）", "({inner})")

INPUTS, LAWS, STEPS = Words("输入", "inputs"), Words("约束", "laws"), Words("步骤", "steps")
RANGE = Words("{name}：{unit}，{least} 至 {most}", "{name}: {unit}, {least} to {most}")
TRUTH = Words("{name}：是否", "{name}: yes or no")
LEVELS = Words("{name}：{names}", "{name}: {names}")
ITEMS = Words("{name}：每项有", "{name}: items, each with")
HEADING = Words("{binds}（{stage}，{subject}）", "{binds} ({stage}, {subject})")
OVER = Words("，逐项 {items}", ", for each of {items}")
LOW, HIGH, OPEN, APPLIES = Words("低", "low"), Words("高", "high"), Words("待定", "open"), Words("起作用", "applies")


def text_of(program: Program, language: Language = "zh") -> str:
    """Return the program as lines of text, ending in a line end."""
    lines = [INPUTS.in_(language)]
    lines += [line for given in program.inputs for line in _input_lines(given, language, "  ")]
    if program.laws:
        lines += [LAWS.in_(language), *(f"  {text_of_expression(law, language)}" for law in program.laws)]
    lines.append(STEPS.in_(language))
    lines += [f"  {line}" for step in program.steps for line in _step_lines(step, language)]
    return "\n".join(lines) + "\n"


def text_of_expression(expression: Expression, language: Language = "zh") -> str:
    """Return the expression on one line, with no more brackets than it needs."""
    return _text(expression, language, LOOSEST)


def _input_lines(given: Input, language: Language, indent: str) -> Iterator[str]:
    match given.type:
        case Quantity(unit, least, most):
            template = RANGE.fill(name=given.name, unit=unit, least=str(least), most=str(most))
        case Truth():
            template = TRUTH.fill(name=given.name)
        case Level(names):
            template = LEVELS.fill(name=given.name, names=" < ".join(names))
        case Items():
            template = ITEMS.fill(name=given.name)
        case _:
            assert_never(given.type)
    yield indent + template.in_(language)
    if isinstance(given.type, Items):
        for field in given.type.fields:
            yield from _input_lines(field, language, indent + "  ")


def _step_lines(step: Step, language: Language) -> Iterator[str]:
    stage = step.stage.value if language == "zh" else step.stage.en
    over = "" if step.over is None else OVER.in_(language, {"items": step.over})
    yield HEADING.in_(language, {"binds": step.binds, "stage": stage, "subject": step.subject}) + over
    for label, expression in _parts(step):
        word = f"{label.in_(language)} " if label else ""
        yield f"    {word}= {text_of_expression(expression, language)}"


def _parts(step: Step) -> Iterator[tuple[Words | None, Expression]]:
    if not isinstance(step.value, Amount):
        yield None, step.value
    elif step.value.low == step.value.high:
        yield None, step.value.low
    else:
        yield LOW, step.value.low
        yield HIGH, step.value.high
    if isinstance(step.value, Amount) and step.value.open != FALSE:
        yield OPEN, step.value.open
    if step.applies != TRUE:
        yield APPLIES, step.applies


def _text(expression: Expression, language: Language, around: int) -> str:
    """Return the text; in brackets where what stands around it would otherwise take part of it."""
    match expression:
        case Literal():
            return _scalar(expression.value, language)
        case Reference():
            return expression.name
        case Apply():
            return _applied(expression, language, around)
        case Choose():
            words = CHOICE.fill(
                condition=_text(expression.condition, language, 1),
                then=_text(expression.then, language, 1),
                otherwise=_text(expression.otherwise, language, LOOSEST),
            )
            return _within(words.in_(language), LOOSEST, around, language)
        case Match():
            cases = (f"{name} → {_text(body, language, 1)}" for name, body in expression.cases)
            words = MATCH.fill(
                subject=_text(expression.subject, language, TIGHTEST),
                cases=COMMA.in_(language).join(cases),
                otherwise=_text(expression.otherwise, language, 1),
            )
            return words.in_(language)
        case Let():
            value, body = _text(expression.value, language, 1), _text(expression.body, language, LOOSEST)
            words = LET.fill(name=expression.name, value=value, body=body)
            return _within(words.in_(language), LOOSEST, around, language)
        case Each():
            body = _text(expression.body, language, LOOSEST)
            return EACH.fill(fold=FOLDS[expression.fold], items=expression.items, body=body).in_(language)
        case Round():
            operand = _text(expression.operand, language, LOOSEST)
            return ROUND.fill(mode=MODES[expression.mode], operand=operand, unit=str(expression.unit)).in_(language)
        case _:
            assert_never(expression)


def _applied(expression: Apply, language: Language, around: int) -> str:
    operator = OPERATORS[expression.operator]
    word = SYMBOLS.get(operator.name, operator.zh if language == "zh" else operator.en)
    operands = expression.operands[:2] if operator.name == "reaches" else expression.operands
    binding = BINDING.get(operator.name)
    if binding is None or (len(operands) == 1 and operator.name != "not"):
        inner = COMMA.in_(language).join(_text(operand, language, 1) for operand in operands)
        return FUNCTION.fill(name=word, operands=inner).in_(language)
    # a − (b + c), a ÷ (b × c): what follows the sign is bracketed unless it holds tighter
    parts = [_text(operand, language, binding if n == 0 else binding + 1) for n, operand in enumerate(operands)]
    text = f"{word} {parts[0]}" if operator.name == "not" else f" {word} ".join(parts)
    return _within(text, binding, around, language)


def _within(text: str, binding: int, around: int, language: Language) -> str:
    return BRACKETS.in_(language, {"inner": text}) if binding < around else text


def _scalar(value: Scalar, language: Language) -> str:
    if isinstance(value, bool):
        return (YES if value else NO).in_(language)
    return f"“{value}”" if isinstance(value, str) else str(value)

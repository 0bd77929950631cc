"""The steps of a result on one line, as a failed row shows them.

年度支出 200万元 × 最高 30% = 最高 60万元 → 上限 50万元 → 最高 50万元. Steps that changed nothing are left out; a
condition is told only where it fails; a fact stands with its name before its number.
"""

from __future__ import annotations

from collections.abc import Mapping

from polc.core.program import Stage
from polc.diagnostics import Words
from polc.model.values import NoneStated
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Outcome
from polc.readers.prose.formula import Shown, formula
from polc.runs.computation import Line, lines, shown_facts

_CAPS = (Stage.CAP, Stage.ALLOWANCE, Stage.GROUP_CAP)
_SUMS = (Stage.AWARD, Stage.TOTAL)
_TRUTHS = (Stage.SCOPE, Stage.CONDITION, Stage.VERDICT)


def one_line(lowered: Lowered, plan: Plan, outcome: Outcome, facts: Mapping[str, object]) -> Words:
    """Return how a part's result came about, on one line."""
    told: list[Words] = []
    last: Words | None = None
    for line in lines(lowered, plan, outcome, facts, idle=False):
        if line.truth:
            if line.stage in _TRUTHS and line.applies is False and line.text:
                told.append(_failed(line))
        elif line.applies is not False and not (line.stage in _SUMS and line.outcome == last):
            told.append(_step(line, _standard(lowered, plan, facts, line)))
            last = line.outcome
    return Words(" → ".join(words.zh for words in told), " → ".join(words.en for words in told))


def _standard(lowered: Lowered, plan: Plan, facts: Mapping[str, object], line: Line) -> Words | None:
    """Return the formula of 标准 with names and numbers; another step's as its line tells it."""
    terms = plan.part.terms(lowered.selection)
    value = terms.pay.value if terms.pay else None
    if line.stage is not Stage.STANDARD or terms.tiers or value is None or isinstance(value, NoneStated):
        return line.formula
    return formula(value, _with_name(shown_facts(lowered, plan, facts, (line.item or 1) - 1)))


def _with_name(show: Shown) -> Shown:
    """Return how names read where a number alone would not say what it is: 年度支出 200万元."""

    def named(name: str) -> Words | None:
        value = show(name)
        return None if value is None else Words(f"{name} {value.zh}", f"{name} {value.en}")

    return named


def _failed(line: Line) -> Words:
    """Return a condition that does not hold, with the facts it speaks of."""
    stage = Words(line.stage.value, line.stage.en)
    if line.formula is None:
        return Words(f"{stage.zh} {line.text}：不符合", f"{stage.en} {line.text}: does not hold")
    return Words(
        f"{stage.zh} {line.text}（{line.formula.zh}）：不符合",
        f"{stage.en} {line.text} ({line.formula.en}): does not hold",
    )


def _step(line: Line, worked: Words | None) -> Words:
    """Return a step that changed something: how it is computed, and what it came to."""
    outcome = line.outcome
    if line.stage in _CAPS:
        figure = worked or Words(_figure(line.text), _figure(line.text))
        return Words(f"上限 {figure.zh} → {outcome.zh}", f"cap {figure.en} → {outcome.en}")
    stage = Words(line.stage.value, line.stage.en)
    if worked is None or worked == outcome:
        return Words(f"{stage.zh} {outcome.zh}", f"{stage.en} {outcome.en}")
    if line.stage is Stage.STANDARD:
        return Words(f"{worked.zh} = {outcome.zh}", f"{worked.en} = {outcome.en}")
    return Words(f"{stage.zh} {worked.zh} = {outcome.zh}", f"{stage.en} {worked.en} = {outcome.en}")


def _figure(text: str) -> str:
    """Return the figure at the end of a cap's words: 每户企业 每年 50万元 → 50万元."""
    return text.split("，", 1)[0].rsplit(maxsplit=1)[-1] if text.split() else ""

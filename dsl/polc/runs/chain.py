"""The steps of a result on one line, as a failed row shows them.

年度支出 200万元 × 最高 30% = 最高 60万元 → 上限 50万元 → 最高 50万元. Steps that changed nothing are left out; a
condition is told only where it fails, or hangs on what is not known (then nothing more is told); a fact stands with its
name before its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from polc.core.program import Stage
from polc.diagnostics import Words
from polc.model.policy import Terms
from polc.model.values import Cap, NoneStated
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Outcome
from polc.readers.prose.formula import Shown, formula
from polc.runs.computation import Line, lines, shown_facts
from polc.runs.expected import shorts

_CAPS = (Stage.CAP, Stage.ALLOWANCE, Stage.GROUP_CAP)
_SUMS = (Stage.AWARD, Stage.TOTAL)
_TRUTHS = (Stage.SCOPE, Stage.CONDITION, Stage.LIMIT, Stage.VERDICT)
_ARROW = " → "


def one_line(
    lowered: Lowered, plan: Plan, outcome: Outcome, facts: Mapping[str, object], item: int | None = None
) -> Words:
    """Return how a part's result came about, on one line; ``item`` (from 0) tells of that item alone."""
    found = lines(lowered, plan, outcome, facts, idle=False)
    chain = _Chain(lowered, plan, facts, lowered.terms(plan))
    if item is not None and any(line.item is not None for line in found):
        return _joined(chain.told([line for line in found if line.item == item + 1]), _ARROW, _ARROW)
    groups = [(number, list(group)) for number, group in groupby(found, key=lambda line: line.item)]
    parts: list[Words] = []
    items: list[Words] = []
    for number, group in groups:
        words = _joined(chain.told(group), _ARROW, _ARROW)
        if number is not None and words.zh:
            items.append(Words(f"第{number}项 {words.zh}", f"item {number}: {words.en}"))
        elif words.zh:
            parts += [_joined(items, "；", "; "), words] if items else [words]
            items = []
    return _joined([*parts, *([_joined(items, "；", "; ")] if items else [])], _ARROW, _ARROW)


@dataclass(frozen=True, slots=True)
class _Chain:
    """What the steps of one part are told from."""

    lowered: Lowered
    plan: Plan
    facts: Mapping[str, object]
    terms: Terms

    def told(self, found: Sequence[Line]) -> Iterator[Words]:
        """Yield the steps that made a difference, up to the first that is not known."""
        last: Words | None = None
        tiers: list[str] = []
        bands: list[Words] = []
        for line in found:
            if line.truth and line.stage is Stage.TIER:
                tiers += [line.text.rpartition(_ARROW)[0]] if line.applies else []
            elif line.missing:
                names = shorts(line.missing)
                if line.truth or last is None:
                    yield _unknown(line, names)
                return
            elif line.truth:
                if line.stage in _TRUTHS and line.applies is False and line.text:
                    yield _failed(line)
            elif line.stage is Stage.TIER:
                bands.append(line.formula or line.outcome)
            elif line.stage in (Stage.CARRY, Stage.GIVE_BACK):
                if line.formula is not None:
                    yield line.formula
            elif line.applies is not False and not (line.stage in _SUMS and line.outcome == last):
                bands = bands if line.stage is Stage.STANDARD else []
                yield self._banded(line, bands) if bands else self._step(line, tiers)
                last = line.outcome

    def _step(self, line: Line, tiers: Sequence[str]) -> Words:
        """Return a step that changed something: how it is computed, and what it came to."""
        outcome = line.outcome
        stage = Words(line.stage.value, line.stage.en)
        if line.stage in _CAPS:
            figure = line.formula or self._cap(line)
            if figure is None:
                return Words(f"合起来 {outcome.zh}", f"together {outcome.en}")
            return Words(f"上限 {figure.zh} → {outcome.zh}", f"cap {figure.en} → {outcome.en}")
        if line.stage is Stage.STANDARD and tiers and self.terms.tiers and self.terms.tiers.value:
            show = self._named(line)
            read = [shown for name in self.terms.tiers.value.by if (shown := show(name.text))]
            facts = _joined(read, "、", ", ")
            taken = "、".join(tiers)
            return Words(f"{facts.zh}，取“{taken}” → {outcome.zh}", f"{facts.en}, tier “{taken}” → {outcome.en}")
        worked = self._standard(line)
        if worked is None or worked == outcome:
            return Words(f"{stage.zh} {outcome.zh}", f"{stage.en} {outcome.en}")
        if line.stage is Stage.STANDARD:
            return Words(f"{worked.zh} = {outcome.zh}", f"{worked.en} = {outcome.en}")
        return Words(f"{stage.zh} {worked.zh} = {outcome.zh}", f"{stage.en} {worked.en} = {outcome.en}")

    def _banded(self, line: Line, bands: Sequence[Words]) -> Words:
        """Return 标准 where several tiers are added up."""
        added = _joined(bands, " + ", " + ")
        if added == line.outcome:
            return added
        return Words(f"{added.zh} = {line.outcome.zh}", f"{added.en} = {line.outcome.en}")

    def _standard(self, line: Line) -> Words | None:
        """Return the formula of 标准 with names and numbers; another step's as its line tells it."""
        value = self.terms.pay.value if self.terms.pay else None
        if line.stage is not Stage.STANDARD or self.terms.tiers or value is None or isinstance(value, NoneStated):
            return line.formula
        return formula(value, self._named(line))

    def _cap(self, line: Line) -> Words | None:
        """Return the figure of the 上限 that a step stands for, or None where it only adds up."""
        for stated in self.terms.caps:
            if isinstance(stated.value, Cap) and stated.span == line.place:
                return formula(stated.value.amount, self._named(line))
        return None

    def _named(self, line: Line) -> Shown:
        """Return how names read where a number alone would not say what it is: 年度支出 200万元."""
        show = shown_facts(self.lowered, self.plan, self.facts, (line.item or 1) - 1)

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


def _unknown(line: Line, names: Sequence[str]) -> Words:
    """Return a step that hangs on facts that nobody told."""
    zh, en = f"不能判定，缺 {'、'.join(names)}", f"cannot be decided, missing {', '.join(names)}"
    if not line.text:
        return Words(zh, en)
    return Words(f"{line.stage.value} {line.text}：{zh}", f"{line.stage.en} {line.text}: {en}")


def _joined(words: Sequence[Words] | Iterator[Words], zh: str, en: str) -> Words:
    every = list(words)
    return Words(zh.join(each.zh for each in every), en.join(each.en for each in every))

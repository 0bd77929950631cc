"""The steps of an answer as a person reads them: a label and a sentence each, for a terminal and for a page.

Guarantees: what changed nothing is told in one row at the end; the steps of items that went alike are told once.
Nothing is wrapped or aligned here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from polc.core.program import Stage
from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.model.policy import Part, Stated
from polc.model.values import Quote
from polc.passes.lower.plan import Lowered
from polc.readers.evaluate import Result
from polc.runs.answer import Part_
from polc.runs.assumed import SCOPE
from polc.runs.computation import Line, label_of, result_words
from polc.runs.expected import shorts
from polc.runs.telling import ITEM_NAME

CAPS = (Stage.CAP, Stage.ALLOWANCE, Stage.GROUP_CAP)
"""The steps that a cap is."""
_SUMMED = Words("各项合计", "all items")
_MARK = {True: "✓", False: "✗", None: "?"}
_QUIET = (Stage.AWARD, Stage.TOTAL, Stage.STOP, Stage.CLAW_BACK)
_EARLIER = (Stage.CARRY, Stage.GIVE_BACK)
_USED_UP = (Stage.TIMES, Stage.YEARS)
_IDLE = {
    Stage.ONCE: Words("此前没有领过", "nothing was received before"),
    Stage.TIMES: Words("次数没有用完", "the times allowed are not used up"),
    Stage.YEARS: Words("年限没有用完", "the years allowed are not used up"),
    Stage.STEP_UP: Words("没有已领的可减", "there is nothing received to subtract"),
    Stage.MINIMUM: Words("没有低于它", "it is not below it"),
    Stage.AT_LEAST: Words("没有低于它", "it is not below it"),
    Stage.ROUND: Words("没有零头", "there is nothing to round"),
}
"""Why a step that changes nothing changes nothing."""


@dataclass(frozen=True, slots=True)
class Told:
    """One row: what kind of step, and what it came to; ``head`` is the heading of the steps of an item."""

    label: str
    text: str
    head: bool = False


def quotes(lowered: Lowered, part: Part) -> list[str]:
    """Return the sentences a part rests on: its own, else its clause's."""
    own: Iterable[Stated[Quote]] = part.quotes
    clause = lowered.policy.clause(part.clause)
    found = [q.value.text for q in own if q.value]
    return found or [q.value.text for q in (clause.quotes if clause else ()) if q.value]


def explained(lowered: Lowered, part: Part_, language: Language) -> Iterator[Told]:
    """Yield the steps of a part in order; items that went alike together; what changed nothing at the end."""
    return _Telling(lowered, language).steps(part)


class _Telling:
    """The steps of one part being told in one language."""

    def __init__(self, lowered: Lowered, language: Language) -> None:
        self.language = language
        self.scopes = {line.span for line in lowered.whole.scope}

    def say(self, zh: str, en: str) -> str:
        """Return the words in the language."""
        return zh if self.language == "zh" else en

    def listed(self, names: Iterable[str]) -> str:
        """Return names in a row."""
        return self.say("、", ", ").join(names)

    def steps(self, part: Part_) -> Iterator[Told]:
        """Yield the steps in order; items that went alike together; what changed nothing in one line at the end."""
        idle: list[str] = []
        barred = {line.item for line in part.lines if _bars(line)}
        blocks: list[tuple[list[int], list[Told]]] = []  # the items, and what happened to each of them
        item: int | None = 0
        before: Words | None = None  # what the step before came to
        for line in part.lines:
            if line.stage in _QUIET:
                continue
            if line.item != item:
                item = line.item
                blocks.append(([] if item is None else [item], []))
            elif not blocks:
                blocks.append(([], []))
            blocks[-1][1].extend(self.told(part, line, before, out=bool({None, item} & barred), idle=idle))
            before = line.outcome
        for items, told in _alike(blocks, part.items):
            if items:
                yield Told("", self.item_head(part, items), head=True)
            yield from told
        if idle:
            yield Told(self.say("没有影响", "no effect"), self.listed(idle))

    def told(self, part: Part_, line: Line, before: Words | None, *, out: bool, idle: list[str]) -> Iterator[Told]:
        """Yield one step; where it changed nothing, put it into ``idle``. ``out``: nothing is due anyway.

        ``before`` is what the step before came to.
        """
        if line.stage in _EARLIER and line.formula is None and not line.missing:
            return
        cut = line.stage in CAPS and line.applies  # what came from last year is capped even where nothing new is due
        if not line.truth and out and not cut and line.stage not in (Stage.COMBINE, *_EARLIER):
            return
        if line.stage is Stage.TIER and line.truth and (out or line.applies is False):
            return
        if line.stage in _IDLE and line.applies is False:
            word = label_of(line.stage).in_(self.language)
            word += self.say("（{why}）", " ({why})").format(why=_IDLE[line.stage].in_(self.language))
            if word not in idle:
                idle.append(word)
            return
        label = _SUMMED if line.stage is Stage.ALLOWANCE and not line.text else label_of(line.stage)
        yield Told(label.in_(self.language), self.step(line, before, presumed=SCOPE in part.presumed))

    def item_head(self, part: Part_, items: list[int]) -> str:
        """Return the heading of the steps of one item, or of several that went alike: which, and what each gets."""
        name = part.plan.items or self.say("项", "item")
        result = part.items[items[0] - 1] if len(part.items) >= items[-1] else None
        each = self.say("单项 ", "") if len(items) == 1 else self.say(f"{len(items)} 项，各 ", f"{len(items)}, each ")
        tail = self.say("：", ": ") + each + result_words(result).in_(self.language) if result else ""
        records = part.facts.get(part.plan.items)
        called = (str(records[i - 1].get(ITEM_NAME, i) if isinstance(records, list) else i) for i in items)
        return f"{name} {self.listed(called)}{tail}"

    def step(self, line: Line, before: Words | None, *, presumed: bool) -> str:
        """Return one step; ``before`` is what the step before came to, ``presumed`` whether 适用 is."""
        formula = line.formula.in_(self.language) if line.formula else ""
        if line.stage is Stage.SCOPE and line.place in self.scopes and presumed:
            return "✓ " + self.say("推定属于政策的适用范围", "presumed to be within the policy's scope")
        if line.truth:
            mark = _MARK[None if line.missing else line.applies]
            if line.missing:
                told = self.say("不能判定，缺 ", "cannot be decided, missing ") + self.listed(shorts(line.missing))
            else:
                told = "" if line.applies and formula in ("为 是", "it is yes") else formula
            dash = self.say(" —— ", " — ") if told else ""
            return f"{mark} {line.text}{dash}{told}"
        if line.missing:
            missing = self.listed(shorts(line.missing))
            return f"{line.text} → " + self.say(f"不能判定，缺 {missing}", f"cannot be decided, missing {missing}")
        outcome = line.outcome.in_(self.language)
        spoken = self.spoken(line, formula, outcome)
        if spoken is not None:
            return spoken
        if line.stage is Stage.STEP_UP and before is not None and line.formula is not None:
            less = formula.removeprefix(self.say("减去", "less "))
            return f"{before.in_(self.language)} − {less} = {outcome}"
        if line.stage is Stage.STANDARD and formula.startswith(("为 ", "it is ")):
            return self.say(f"{line.text} —— {formula} → {outcome}", f"{line.text} — {formula} → {outcome}")
        written, less, _ = line.formula.zh.partition(" − ") if line.formula else ("", "", "")
        received = formula.partition(" − ")[2]
        if less and line.stage in CAPS and line.text.endswith(written):
            shown = f"{line.text} − {received}"
        else:
            parts = (line.text, formula if formula != line.text else "")
            shown = " = ".join(part for part in parts if part and part != outcome)
        if line.applies is False:
            unchanged = self.say(f"没有超过，仍为 {outcome}", f"not exceeded, still {outcome}")
            return f"{shown}：{unchanged}" if self.language == "zh" else f"{shown}: {unchanged}"
        if line.stage is Stage.ALLOWANCE and not shown:
            return outcome
        if line.stage in CAPS:
            return self.say(f"{shown}：超过了，取 {outcome}", f"{shown}: exceeded, so {outcome}")
        return f"{shown} = {outcome}" if shown else outcome

    def spoken(self, line: Line, formula: str, outcome: str) -> str | None:
        """Return a step that is told in words rather than as a formula; None for any other."""
        if line.stage is Stage.ONCE and line.applies:
            return self.say(f"{line.text}：已经领过，不再给", f"{line.text}: received already, nothing more is paid")
        if line.stage in _USED_UP and line.applies:
            why = formula or self.say("已经用完", "used up")
            return self.say(f"{line.text}：{why}，不再给", f"{line.text}: {why}, nothing more is paid")
        if line.stage in _EARLIER:
            return formula
        if line.stage is not Stage.COMBINE:
            return None
        if not line.text:
            return f"{formula} = {outcome}" if formula else outcome
        return f"{line.text}{self.say('：', ': ')}{formula} → {outcome}" if formula else f"{line.text} → {outcome}"


def _bars(line: Line) -> bool:
    """Return whether a line says that nothing is due: out of scope, or a condition that does not hold."""
    return line.truth and line.applies is False and line.stage in (Stage.SCOPE, Stage.CONDITION)


def _alike(
    blocks: Iterable[tuple[list[int], list[Told]]], results: list[Result]
) -> Iterator[tuple[list[int], list[Told]]]:
    """Yield the blocks, those of neighbouring items with the same steps and the same result as one."""
    last: tuple[list[int], list[Told]] | None = None
    for items, told in blocks:
        alike = (
            last is not None and items and last[0] and told == last[1] and items[0] <= len(results)
            and results[items[0] - 1] == results[last[0][0] - 1]
        )  # fmt: skip
        if alike and last is not None:
            last[0].extend(items)
            continue
        if last is not None:
            yield last
        last = (list(items), told)
    if last is not None:
        yield last

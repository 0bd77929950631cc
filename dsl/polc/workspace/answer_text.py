"""An answer for a person: per benefit the award, then each step with its formula, its numbers and the sentence."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from polc.core.program import Stage
from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.model.policy import Stated
from polc.model.values import Quote
from polc.readers.prose import figures
from polc.runs.answer import Answer, Part_
from polc.runs.computation import Line, result_words
from polc.runs.expected import short

_KIND = {"benefit": Words("应得", "award"), "group": Words("合计", "total"), "requirement": Words("结论", "verdict")}


def as_text(answer: Answer, language: Language, *, colour: bool, only: bool = False) -> str:
    """Return the whole answer; ``only`` leaves out the list of what was not asked about."""
    policy = answer.lowered.policy
    zh = language == "zh"
    stamp = figures.day(answer.day).in_(language)
    out = [_strong(f"{policy.name}", colour), (f"按 {stamp} 计算" if zh else f"as of {stamp}"), ""]
    shown = answer.parts if only else [part for part in answer.asked if not _idle_group(part)]
    for part in shown:
        out.extend(_part(answer, part, language, colour=colour))
    if not shown:
        out.append("没有告诉任何一项奖补需要的事实。" if zh else "nothing was told that any benefit needs.")
    silent = [] if only else answer.silent
    if silent:
        names = [f"{part.part.clause}{part.part.name}" for part in silent if part.plan.kind == "benefit"]
        if names:
            head = f"另有 {len(names)} 项奖补没有告诉所需的事实：" if zh else f"{len(names)} more benefits need facts that were not told: "
            out.extend(textwrap.wrap(head + ("、" if zh else ", ").join(names), 76 if zh else 96))
    return "\n".join(out).rstrip("\n") + "\n"


def _idle_group(part: Part_) -> bool:
    """Return whether a group has nothing to say yet: some member cannot be decided."""
    return part.plan.kind == "group" and bool(part.missing)


def _part(answer: Answer, part: Part_, language: Language, *, colour: bool) -> list[str]:
    zh = language == "zh"
    clause = answer.lowered.policy.clause(part.part.clause)
    title = f"{part.part.clause} {clause.title} · " if clause else ""
    out = [_strong(f"{title}{part.part.name}", colour)]
    label = _KIND[part.plan.kind].in_(language)
    out.append(f"  {label}{'：' if zh else ': '}{_strong(_result(part).in_(language), colour)}")
    if part.missing:
        names = "、".join(short(name) for name in part.missing)
        out.append(f"  还缺：{names}" if zh else f"  still needed: {', '.join(short(n) for n in part.missing)}")
    out.extend(f"    {('若 ' if zh else 'if ')}{f.if_.in_(language)} → {f.then.in_(language)}" for f in part.follows)
    for quote in quotes(answer, part):
        lines = textwrap.wrap(f"“{quote}”", 46 if zh else 90)
        out.extend(f"  {'原文' if zh else 'text'}  {line}" if i == 0 else f"        {line}" for i, line in enumerate(lines))
    out.extend(_step(line, language) for line in part.lines if _tells(line, part))
    out.extend(
        f"  {'推定' if zh else 'presumed'}  {p.words.in_(language)}" for p in part.presumed if _worth(p.kind, part)
    )
    out.extend(f"  {'疑义' if zh else 'doubt'}  {r.if_.in_(language)}：{r.then.in_(language)}" for r in part.readings)
    out.append("")
    return out


def quotes(answer: Answer, part: Part_) -> list[str]:
    """Return the sentences a part rests on: its own, else its clause's."""
    own: Iterable[Stated[Quote]] = part.part.quotes
    clause = answer.lowered.policy.clause(part.part.clause)
    found = [q.value.text for q in own if q.value] or [q.value.text for q in (clause.quotes if clause else ()) if q.value]
    return found


def _result(part: Part_) -> Words:
    if part.plan.kind == "requirement" and isinstance(part.result.value, bool):
        return Words("符合", "meets") if part.result.value else Words("不符合", "does not meet")
    return result_words(part.result)


def _tells(line: Line, part: Part_) -> bool:
    """Return whether a step is worth a line: it applied, failed, or is missing something; idle gates are not."""
    if line.stage in (Stage.SCOPE, Stage.CONDITION, Stage.VERDICT, Stage.STANDARD):
        return bool(line.text) or line.applies is not True
    if line.stage in (Stage.AWARD, Stage.TOTAL, Stage.STOP):
        return False
    return line.applies is not False or line.stage in (Stage.CAP, Stage.ALLOWANCE, Stage.GROUP_CAP)


def _step(line: Line, language: Language) -> str:
    zh = language == "zh"
    label = line.stage.value if zh else line.stage.en
    pad = max(0, (8 if zh else 12) - _cells(label))
    text = _own_words(line)
    item = f"[{line.item}] " if line.item else ""
    if line.missing:
        names = "、".join(short(name) for name in line.missing)
        tail = f"不能判定，缺 {names}" if zh else f"cannot be decided, missing {names}"
    elif line.applies is False and line.stage not in (Stage.SCOPE, Stage.CONDITION, Stage.VERDICT):
        tail = f"没有触及，仍为 {line.outcome.zh}" if zh else f"not reached, still {line.outcome.en}"
    else:
        tail = line.outcome.in_(language)
    formula = line.formula.in_(language) if line.formula else ""
    if line.stage in (Stage.SCOPE, Stage.CONDITION, Stage.VERDICT):
        inner = f"（{formula}）" if formula and zh else (f" ({formula})" if formula else "")
        return f"  {label}{' ' * pad}{item}{text}{inner}：{tail}" if zh else f"  {label}{' ' * pad}{item}{text}{inner}: {tail}"
    middle = f" = {formula}" if formula and formula != text else ""
    return f"  {label}{' ' * pad}{item}{text}{middle} → {tail}"


def _own_words(line: Line) -> str:
    """Return the value of the line as written, without its keyword."""
    first = line.text.split("\n", 1)[0]
    for colon in ("：", ":"):
        head, found, rest = first.partition(colon)
        if found and len(head) <= 12:
            return rest.strip()
    return first.strip()


def _cells(text: str) -> int:
    return sum(2 if ord(c) > 0x2E80 else 1 for c in text)


def _worth(kind: str, part: Part_) -> bool:
    del part
    return kind != "items"


def _strong(text: str, colour: bool) -> str:  # noqa: FBT001
    return f"\x1b[1m{text}\x1b[0m" if colour else text

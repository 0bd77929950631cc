"""A skeleton of the facts that are missing, to be pasted into a facts file as it stands: every value is still empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.readers.prose.wrapping import cells
from polc.workspace.comparison import Wanted

_TAKES = {
    "money": Words("金额，例如 50万元", "money, e.g. 50万元"),
    "rate": Words("比例，例如 30%", "a rate, e.g. 30%"),
    "count": Words("个数，例如 20", "a count, e.g. 20"),
    "number": Words("数值，例如 1.3", "a number, e.g. 1.3"),
    "truth": Words("是 或 否", "是 or 否"),
    "date": Words("日期，例如 2026-06-30", "a date, e.g. 2026-06-30"),
    "year": Words("年度，例如 2026", "a year, e.g. 2026"),
    "duration": Words("时长，例如 3年", "a duration, e.g. 3年"),
    "days": Words("天数，例如 30日", "days, e.g. 30日"),
}


def skeleton(wanted: Sequence[Wanted], fields: Mapping[str, Sequence[Wanted]], language: Language) -> Iterator[str]:
    """Yield the lines: facts of the applicant by themselves, a list with one thing to be repeated."""
    told = {each.items: each for each in wanted if each.items and each.name}
    for each in wanted:
        if each.name and not each.items:
            yield _line(each.name, each, language)
    for each in wanted:
        if each.name:
            continue
        none = Words("没有就写 []；有就一样一条", "[] for none; otherwise one entry each").in_(language)
        yield _padded(f"{each.items}:", none)
        for place, inner in enumerate([None, *fields.get(each.items, ())]):
            head = "# - " if place == 0 else "#   "
            name = each.items if inner is None else inner.name
            hint = Words("起个名字", "a name for it").in_(language) if inner is None else _takes(inner, language)
            yield _padded(f"{head}{name}:", hint)
    for items in told:
        lacking = [each for each in wanted if each.items == items and each.name]
        lead = Words("已经写了的“{items}”里补上：", "to be added to the “{items}” already told:")
        yield f"# {lead.fill(items=items).in_(language)}"
        for each in lacking:
            yield "#   " + _line(each.name, each, language)


def _line(name: str, each: Wanted, language: Language) -> str:
    return _padded(f"{name}:", _takes(each, language))


def _takes(each: Wanted, language: Language) -> str:
    if each.levels:
        return " / ".join(each.levels)
    return _TAKES.get(each.kind, Words("", "")).in_(language)


def _padded(text: str, hint: str) -> str:
    return f"{text}{' ' * max(1, 34 - cells(text))}# {hint}" if hint else text

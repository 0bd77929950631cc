"""A case as rows of an example, to be pasted: what is told, and what comes out, 待核 until a person confirms it.

Guarantee: without its 待核 every cell is one that the language reads, and says exactly what came out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil

from polc.diagnostics import Words
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Interval, Outcome, Result
from polc.readers.prose import figures
from polc.readers.prose.wrapping import cells
from polc.runs.answer import summed

TO_CONFIRM = "待核"
_COLUMNS = {"benefit": "应得", "group": "合计", "requirement": "结论"}

Told = tuple[str, Words, str]
"""Name and value of a fact, and the item it is told of (or "")."""


def column_of(lowered: Lowered, plan: Plan, also: Sequence[str] = ()) -> str:
    """Return the heading of the column for what a part comes to: with the readings that are not the working ones.

    ``also`` are doubts whose reading is named though it is the working one.
    """
    named = []
    for name, doubt in lowered.policy.all_doubts.items():
        chosen = doubt.chosen(lowered.selection).name
        if chosen != doubt.chosen({}).name or name in also:
            named.append(chosen if _unique(lowered, chosen) else f"{name}={chosen}")
    heading = _COLUMNS[plan.kind]
    return heading + "".join(f"（{reading}）" for reading in named)


def _unique(lowered: Lowered, reading: str) -> bool:
    doubts = lowered.policy.all_doubts.values()
    return sum(each.name == reading for doubt in doubts for each in doubt.readings) == 1


def came_out(outcome: Outcome, plan: Plan) -> str:
    """Return the cell that offers what a part comes to in a case; "" where the case does not compute the part."""
    return f"{TO_CONFIRM} {said(summed(outcome, plan))}" if plan.result in outcome.results else ""


def said(result: Result) -> str:
    """Return a result as a cell says it."""
    match result.value:
        case None:
            return "不能判定"
        case bool() as truth:
            return "符合" if truth else "不符合"
        case Interval(low=low, high=high, open=True):
            return figures.award(low, high, opened=True).zh if low == 0 and _exact(high) else _at_least(low)
        case Interval(low=low, high=high) if not (_exact(low) and _exact(high)):
            return f"不超过 {figures.money(ceil(high))}"
        case Interval(low=low, high=high):
            return figures.money(high) if low == high else _between(low, high)
        case other:
            return str(other)


def _exact(fen: int | Fraction) -> bool:
    return not figures.money(fen).startswith("约")


def _at_least(low: int | Fraction) -> str:
    return f"不低于 {figures.money(int(low))}"


def _between(low: int | Fraction, high: int | Fraction) -> str:
    top = figures.money(high)
    return f"最高 {top}" if low == 0 else f"{figures.money(low)}至{top}"


def rows(told: Sequence[Told], outputs: Mapping[str, str]) -> str:
    """Return a case as a table of an example: one row, or a row an item; the outputs stand in the first."""
    columns = list(dict.fromkeys(name for name, _, _ in told))
    items: dict[str, dict[str, str]] = {}
    for name, value, item in told:
        items.setdefault(item, {})[name] = value.zh
    of_payee = items.pop("", {})
    shown = {heading: cell for heading, cell in outputs.items() if cell}
    if not columns and not shown:
        return ""
    every = list(items.values()) or [{}]
    every[0] = {**of_payee, **every[0], **shown}
    if len(every) > 1:
        columns = ["案例", *columns]
        every[0]["案例"] = "一"
    columns += shown
    table = [columns, *([row.get(column, "") for column in columns] for row in every)]
    return "\n".join(lined_up(table))


def lined_up(table: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows of a table, its heading first, with their bars one below the other."""
    widths = [max(cells(line[place]) for line in table) for place in range(len(table[0]))]
    return [_line(line, widths) for line in table]


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    return f"| {' | '.join(text + ' ' * (width - cells(text)) for text, width in zip(texts, widths, strict=True))} |"

"""A table of facts as read: its title, columns and rows, each cell as text, and where everything stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from polc.diagnostics import Words
from polc.syntax.lexis import normal
from polc.syntax.units import units
from polc.workspace.sheets.cells import TOO_LONG

MOST_ROWS = 100_000
MOST_COLUMNS = 300
_UNIT = re.compile(r"(?P<name>.+?)\s*[（(]\s*(?:单位\s*[:：]\s*)?(?P<unit>[^()（）]*?)\s*[)）]", re.DOTALL)
_ASKING = frozenset(("是/否", "是否", "是或否", "√", "有/无"))
_SHORTENED = re.compile(r"[+-]?[0-9](?:\.[0-9]+)?[Ee]\+[0-9]{2,}")
_BARE = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


class SheetError(Exception):
    """Everything that is wrong with a file of facts; ``slips`` say where, what was read, and what to do."""

    def __init__(self, slips: Sequence[Words]) -> None:
        super().__init__("; ".join(words.en for words in slips))
        self.slips = list(slips)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its name, and the unit that its header states, "" for none."""

    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: its number in the file, and its cells as text, "" where empty."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; ``title`` is what it is called: the file's name or the worksheet's."""

    where: Words
    title: str
    headings: tuple[Heading, ...]
    rows: tuple[Entry, ...]

    def place(self, entry: Entry, column: int) -> Words:
        """Return where a cell stands."""
        return place(self.where, entry.number, self.headings[column].name)


def place(where: Words, row: int, column: str) -> Words:
    """Return where a cell stands, in words."""
    return Words(f"{where.zh} 第{row}行“{column}”", f"{where.en} row {row}, “{column}”")


def heading(text: str) -> Heading | str:
    """Return what a header cell declares, or what stands in its parentheses and is no unit."""
    name = normal("".join(text.split()))
    found = _UNIT.fullmatch(name)
    if found is None:
        return Heading(name)
    unit = "%" if found["unit"] == "％" else found["unit"]
    if unit in units():
        return Heading(found["name"], unit)
    return Heading(found["name"]) if unit in _ASKING else unit


def assemble(where: Words, title: str, grid: Sequence[tuple[int, Sequence[str]]], slips: list[Words]) -> Sheet | None:
    """Return the table that some rows of text make, or None where there is none; what is wrong is added to ``slips``.

    The first row that is not blank is the header. Blank rows, and blank cells behind the last header, are left out.
    """
    rows = [(number, [cell.strip() for cell in cells]) for number, cells in grid]
    rows = [(number, cells) for number, cells in rows if any(cells)]
    if not rows:
        return None
    number, head = rows[0]
    while head and not head[-1]:
        head.pop()
    headings = [_heading(where, number, column, text, slips) for column, text in enumerate(head, 1)]
    names = [each.name for each in headings]
    slips.extend(
        _said(where, f"第{number}行有两列都叫“{name}”：改一个名字，或删一列",
              f"row {number} has two columns called “{name}”: rename or delete one")
        for name in dict.fromkeys(names) if name and names.count(name) > 1
    )  # fmt: skip
    if len(rows) - 1 > MOST_ROWS or len(headings) > MOST_COLUMNS:
        slips.append(_said(where, f"超过 {MOST_ROWS} 行或 {MOST_COLUMNS} 列：分成几个文件",
                           f"more than {MOST_ROWS} rows or {MOST_COLUMNS} columns: make several files"))  # fmt: skip
        return None
    entries = [_entry(where, line, cells, headings, slips) for line, cells in rows[1:]]
    return Sheet(where, title, tuple(headings), tuple(entries))


def _heading(where: Words, row: int, column: int, text: str, slips: list[Words]) -> Heading:
    if not text:
        slips.append(_said(where, f"第{row}行第{column}列没有列名：写上，或删掉这一列",
                           f"row {row}, column {column} has no name: write one, or delete the column"))  # fmt: skip
        return Heading("")
    found = heading(text)
    if isinstance(found, Heading):
        return found
    slips.append(_said(where, f"列名“{text}”括号里的“{found}”不是单位：写单位（万元、%、家……），或去掉括号",
                       f"“{found}” in the column “{text}” is no unit: write one, or no parentheses"))  # fmt: skip
    return Heading(normal("".join(text.split())))


def _entry(where: Words, number: int, cells: list[str], headings: Sequence[Heading], slips: list[Words]) -> Entry:
    while len(cells) > len(headings) and not cells[-1]:
        cells.pop()
    if len(cells) > len(headings):
        slips.append(_said(where, f"第{number}行有 {len(cells)} 格，列名只有 {len(headings)} 个：格子里的逗号要加引号",
                           f"row {number} has {len(cells)} cells for {len(headings)} columns: "
                           "a cell with a comma in it stands in quotes"))  # fmt: skip
    elif len(cells) < len(headings):
        slips.append(_said(where, f"第{number}行只有 {len(cells)} 格，列名有 {len(headings)} 个：空格子也要留着",
                           f"row {number} has {len(cells)} cells for {len(headings)} columns: "
                           "an empty cell has its comma too"))  # fmt: skip
    for column, cell in zip(headings, cells, strict=False):
        if _SHORTENED.fullmatch(cell):
            at = place(where, number, column.name)
            slips.append(Words(f"{at.zh}：{TOO_LONG.zh}（读到“{cell}”）", f"{at.en}: {TOO_LONG.en} (read “{cell}”)"))
    kept = [*cells[: len(headings)], *([""] * (len(headings) - len(cells)))]
    return Entry(number, tuple(_with_unit(cell, each.unit) for cell, each in zip(kept, headings, strict=True)))


def _with_unit(cell: str, unit: str) -> str:
    return f"{cell}{unit}" if unit and _BARE.fullmatch(cell) else cell


def _said(where: Words, zh: str, en: str) -> Words:
    return Words(f"{where.zh}：{zh}", f"{where.en}: {en}")

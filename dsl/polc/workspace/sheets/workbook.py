"""A workbook (.xlsx) to tables, one of each worksheet that is not empty.

It is opened twice: once for what the formulas say, once for what the spreadsheet program stored as their results, so
that a formula without a result is not taken for an empty cell. Merged cells, errors and destroyed numbers are told.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from polc.diagnostics import Words
from polc.workspace.sheets.cells import ERROR, NO_RESULT, of_value
from polc.workspace.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, SheetError, assemble

_MOST_UNPACKED = 500_000_000
_REMARKS = frozenset(("说明", "填表说明", "备注", "readme", "notes"))
"""Worksheets that hold no facts."""

_NOT_INSTALLED = Words(
    '读 .xlsx 要装 openpyxl：python -m pip install "openpyxl>=3.1.5,<4"；或者另存为“CSV UTF-8”',
    'reading .xlsx needs openpyxl: python -m pip install "openpyxl>=3.1.5,<4"; or save it as “CSV UTF-8”',
)
_LOCKED = Words(
    "加了密码，或者其实是旧的 .xls：去掉密码，另存为 .xlsx",
    "it has a password, or is an old .xls: remove the password and save it as .xlsx",
)
_BROKEN = Words(
    "不是能读的 .xlsx：用表格软件打开，另存为 .xlsx", "it is no readable .xlsx: open it and save it as .xlsx"
)
_HUGE = Words("解开以后太大：分成几个文件", "it is too large when unpacked: make several files")


def read_workbook(data: bytes, where: Words, stem: str) -> list[Sheet]:
    """Return the tables of a workbook. Raises SheetError with all that is wrong with it."""
    written, stored = _opened(data, where)
    slips: list[Words] = []
    found: list[Sheet] = []
    sheets = [(one, other) for one, other in zip(written.worksheets, stored.worksheets, strict=True)
              if one.title.strip().lower() not in _REMARKS]  # fmt: skip
    for one, other in sheets:
        alone = len(sheets) == 1
        here = where if alone else Words(f"{where.zh}“{one.title}”", f"{where.en} “{one.title}”")
        slips.extend(_merged(one, here))
        grid = list(_grid(one, other, here, slips))
        sheet = assemble(here, stem if alone and one.title.lower().startswith("sheet") else one.title, grid, slips)
        if sheet is not None:
            found.append(sheet)
    if slips:
        raise SheetError(slips)
    if not found:
        raise SheetError([_at(where, Words("里面什么也没有", "there is nothing in it"))])
    return found


def _opened(data: bytes, where: Words) -> tuple[Any, Any]:
    """Return the workbook with its formulas, and with their results."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - only a workbook needs it
    except ImportError as error:
        raise SheetError([_at(where, _NOT_INSTALLED)]) from error
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SheetError([_at(where, _LOCKED)])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(each.file_size for each in packed.infolist())
        if size <= _MOST_UNPACKED:
            return load_workbook(io.BytesIO(data)), load_workbook(io.BytesIO(data), data_only=True)
    except Exception as error:  # a damaged file fails in any way it likes
        raise SheetError([_at(where, _BROKEN)]) from error
    raise SheetError([_at(where, _HUGE)])


def _merged(sheet: Any, where: Words) -> Iterator[Words]:  # noqa: ANN401 - openpyxl has no types
    """Yield a slip for each stretch of merged cells."""
    for stretch in sorted(str(each) for each in sheet.merged_cells.ranges):
        zh = f"{stretch} 是合并的单元格：取消合并，每一格都填上；第一行只放列名"
        en = f"{stretch} is merged: unmerge it and fill in every cell; the first row names the columns"
        yield _at(where, Words(zh, en))


def _grid(written: Any, stored: Any, where: Words, slips: list[Words]) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401
    rows = zip(
        written.iter_rows(
            max_row=min(written.max_row, MOST_ROWS + 2), max_col=min(written.max_column, MOST_COLUMNS + 1)
        ),
        stored.iter_rows(
            max_row=min(written.max_row, MOST_ROWS + 2), max_col=min(written.max_column, MOST_COLUMNS + 1)
        ),
        strict=True,
    )
    for said, kept in rows:
        yield said[0].row, [_cell(one, other, where, slips) for one, other in zip(said, kept, strict=True)]


def _cell(written: Any, stored: Any, where: Words, slips: list[Words]) -> str:  # noqa: ANN401 - openpyxl has no types
    value = stored.value
    text: str | Words
    if written.data_type == "f" and value is None:
        text = NO_RESULT
    elif stored.data_type == "e":
        text = ERROR
    else:
        text = of_value(value, stored.number_format or "")
    if isinstance(text, str):
        return text
    read = "" if value is None else str(value)
    zh = f"（{written.coordinate}，读到“{read}”）" if read else f"（{written.coordinate}）"
    en = f" ({written.coordinate}, read “{read}”)" if read else f" ({written.coordinate})"
    slips.append(_at(where, Words(text.zh + zh, text.en + en)))
    return ""


def _at(where: Words, words: Words) -> Words:
    return Words(f"{where.zh}：{words.zh}", f"{where.en}: {words.en}")

"""Files of facts to tables: CSV by our own reader, .xlsx through openpyxl, which the extra ``sheets`` installs."""

from __future__ import annotations

from pathlib import Path

from polc.diagnostics import Words
from polc.text.separated import records, separator
from polc.workspace.sheets.cells import of_text
from polc.workspace.sheets.decoding import decode
from polc.workspace.sheets.sheet import Sheet, SheetError, assemble

TEXTS = frozenset((".csv", ".tsv", ".txt"))
BOOKS = frozenset((".xlsx", ".xlsm"))
OTHERS = frozenset((".xls", ".et", ".ods", ".numbers", ".xlsb"))
SHEETS = TEXTS | BOOKS | OTHERS
MOST_BYTES = 50_000_000


def read_sheets(path: Path) -> list[Sheet]:
    """Return the tables of a file: one of a CSV, one of each worksheet. Raises SheetError with all that is wrong."""
    where = Words(str(path), str(path))
    suffix = path.suffix.lower()
    if suffix in OTHERS:
        raise _slip(
            where, f"读不了 {suffix}：另存为 .xlsx 或“CSV UTF-8”", f"{suffix} is not read: save it as .xlsx or CSV"
        )
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except FileNotFoundError as error:
        raise _slip(where, "没有这个文件", "there is no such file") from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _slip(where, f"读不了：{why}", f"cannot be read: {why}") from error
    if size > MOST_BYTES:
        raise _slip(where, "超过 50 MB：分成几个文件", "it is larger than 50 MB: make several files")
    if not data.strip():
        raise _slip(where, "里面什么也没有", "there is nothing in it")
    if suffix in BOOKS:
        from polc.workspace.sheets.workbook import read_workbook  # noqa: PLC0415 - a CSV must not need openpyxl

        return read_workbook(data, where, path.stem)
    return [_separated(data, where, path.stem)]


def _slip(where: Words, zh: str, en: str) -> SheetError:
    return SheetError([Words(f"{where.zh}：{zh}", f"{where.en}: {en}")])


def _separated(data: bytes, where: Words, title: str) -> Sheet:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise _slip(
            where, "不是 CSV，是改了名字的表格：另存为“CSV UTF-8”", "no CSV but a renamed workbook: save it as CSV"
        )
    text = decode(data)
    if isinstance(text, Words):
        raise _slip(where, text.zh, text.en)
    slips: list[Words] = []
    grid: list[tuple[int, list[str]]] = []
    line = 1
    at = 0
    for cells in records(text, separator(text)):
        begin = cells[0].start
        line += _lines(text[at:begin])
        at = begin
        if any(cell.broken for cell in cells):
            zh, en = f"第{line}行的引号没有配对", f"in row {line} the quotes do not pair"
            slips.append(Words(f"{where.zh}：{zh}", f"{where.en}: {en}"))
        else:
            grid.append((line, [of_text(cell.of(text)) for cell in cells]))
    sheet = assemble(where, title, grid, slips)
    if slips:
        raise SheetError(slips)
    if sheet is None:
        raise _slip(where, "里面什么也没有", "there is nothing in it")
    return sheet


def _lines(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")

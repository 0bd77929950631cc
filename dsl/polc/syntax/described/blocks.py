"""The lines and blocks of the keyword table as rules: what stands on a line, and which lines a block takes."""

from __future__ import annotations

from polc.diagnostics import Words
from polc.syntax.described.forms import (
    Form,
    Kind,
    Ref,
    Written,
    any_number,
    either,
    many,
    maybe,
    series,
)
from polc.syntax.keywords import LINES, LineWord

COLON = Written(Words("：", ":"))
FILE = "block_file"
_NAMED = "named"


def block(key: str) -> str:
    """Return the name of the rule of a block."""
    return f"block_{key}"


def blocks() -> dict[str, Form]:
    """Return the rule of the file and of every block, by their names."""
    opening = [row for row in LINES.values() if row.opens]
    return {FILE: many(either(_inside("file"))), **{block(row.id): _block(row) for row in opening}}


def _block(row: LineWord) -> Form:
    lines = [Kind("LINE_IN_DOUBT")] if row.id == "reading" else _inside(row.id)
    body = any_number(either(lines)) if lines else series(())
    table = maybe(series((Ref("header"), many(Ref("row"))))) if row.table else series(())
    return series((_word(row), _head(row), body, table))


def _inside(key: str) -> list[Form]:
    """Return the lines and blocks that a block takes, in the order of the table."""
    found: list[Form] = []
    for row in LINES.values():
        if key not in row.owners:
            continue
        if row.form != "head":
            found.append(_line(row))
        if row.opens:
            found.append(Ref(block(row.id)))
    return [Ref("fact_line"), *found] if key == "subject" else found


def _line(row: LineWord) -> Form:
    shape = row.shape
    if shape == "known":  # 已知问题 RULE：理由 has its colon further on
        return series((_word(row), Ref(shape)))
    value = Kind(shape) if shape.startswith("choice:") else Ref(shape)
    written = series((Written(Words(f"{row.zh}：", f"{row.en}:")), value))
    return series((written, many(Ref("tier_row")))) if row.table and not row.opens else written


def _head(row: LineWord) -> Form:
    """Return what stands behind a keyword that opens a block."""
    shape, _, value = row.shape.partition(":")
    if row.id in ("example", "scenario"):
        return maybe(Ref("title"))
    if row.form == "both":
        return maybe(Ref(_NAMED))
    shape = _NAMED if shape == "name" else shape
    return series((Ref(shape), COLON, Ref(value))) if value else Ref(shape)


def _word(row: LineWord) -> Form:
    return Written(Words(row.zh, row.en))

"""Cells of an example written as in a sentence: ``应给10万元``, ``不给``, ``99万元（不够）``.

Asked only where a cell cannot be read. Guarantee: what is offered says the same, without the words around it.
"""

from __future__ import annotations

from collections.abc import Sequence

from polc.diagnostics import Diagnostic, Words
from polc.errors.written_otherwise import written_otherwise
from polc.syntax.lexis import Token

_NOTHING = frozenset(("不给", "不予", "不奖", "不补", "不给予", "不支持", "没有", "无", "零", "none", "nothing"))
_FILLER = frozenset(
    ("应给", "应得", "给予", "给", "奖励", "补助", "补贴", "奖", "补", "合计", "共", "共计", "可得", "得")
)
_FIGURES = frozenset(("MONEY", "PERCENT", "COUNT", "NUMBER", "DURATION", "DAYS", "YEAR", "DATE", "NAME"))
_REMARK = Words("说明写在“说明”一列里", "a remark goes in a column note")


def cell_wording(cell: Sequence[Token], *, award: bool) -> Diagnostic | None:
    """Return the finding for a cell that has another form, or None. ``award``: an amount is expected in it."""
    place = cell[0].span.to(cell[-1].span)
    if award and len(cell) == 1 and cell[0].text in _NOTHING:
        return written_otherwise(place, place.text, "0元")
    left = [word for word in cell if word.text not in _FILLER]
    if award and len(left) == 1 < len(cell) and left[0].type == "MONEY":
        return written_otherwise(place, place.text, left[0].raw)
    bracketed = len(cell) > 2 and cell[1].type == "LPAREN" and cell[-1].type == "RPAREN"  # noqa: PLR2004 - 甲（
    if bracketed and cell[0].type in _FIGURES:
        return written_otherwise(place, place.text, cell[0].raw).with_(help=(_REMARK,))
    return None

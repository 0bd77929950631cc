"""A row that waits to be confirmed, for a person: what each cell offers, and what came out."""

from __future__ import annotations

from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.runs.tables import Waiting
from polc.syntax.lexis import INVISIBLE
from polc.workspace.suite import Named

_CELL = Words("{what} 待核 {offered}，算出来是 {got}", "{what}: {offered} to confirm, came out {got}")
_BARE = Words("{what} 待核，算出来是 {got}", "{what}: to confirm, came out {got}")


def in_waiting(named: Named, language: Language) -> str:
    """Return every cell 待核 of a row on one line, each once."""
    between = "；" if language == "zh" else "; "
    return between.join(dict.fromkeys(_cell(cell).in_(language) for cell in named.row.waiting))


def _cell(cell: Waiting) -> Words:
    what = INVISIBLE.sub("?", cell.column.span.text if cell.column.span else cell.column.name)
    words = _CELL if cell.offered else _BARE
    return words.fill(what=what, offered=INVISIBLE.sub("?", cell.offered), got=cell.got)

"""Rows that an example lacks, as a change on offer: a table of them at the end of their part, all 待核.

They assert nothing until a person has held them against the text, and are put in only where that is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polc.checks.draft import Checked
from polc.checks.example_row import lined_up
from polc.diagnostics import Edit, Fix, Words
from polc.model.policy import Part
from polc.syntax.keywords import LINES
from polc.syntax.tree import Block
from polc.text import Span

_TITLE = Words("待核的几行", "to be confirmed")


def offer(draft: Checked, part: Part, tables: Sequence[str]) -> tuple[Fix, ...]:
    """Return the change that adds the rows of some tables (of lines, as a witness has them) to a part; none without rows."""
    rows = _joined([table for table in tables if table])
    found = _block(draft, part)
    if not rows or found is None:
        return ()
    block, english = found
    end = block.end
    source = block.span.source
    here = source.position(block.span.start)
    indent = source.line_text(here.line)[: here.column - 1]
    row = LINES["example"]
    head = f"{indent}  {row.en if english else row.zh} {_TITLE.en.replace(' ', '_') if english else _TITLE.zh}"
    text = "".join(f"\n{line}" for line in (head, *(f"{indent}    {line}" for line in rows)))
    last = source.position(end).line
    place = source.line_start(last) + len(source.line_text(last))
    count = str(sum(1 for line in rows if line) - 1)
    words = Words("在末尾添上待核的 {count} 行", "add rows to be confirmed at its end: {count}").fill(count=count)
    return (Fix(words, (Edit(Span(source, place, place), text),)),)


def _joined(tables: Sequence[str]) -> list[str]:
    """Return the rows of those tables that have the columns of the first, under one heading."""
    if not tables:
        return []
    named = [[_cells(line) for line in table.splitlines()] for table in tables]
    heading = named[0][0]
    rows = [heading]
    for table in named:
        if table[0] == heading:
            rows.extend(row for row in table[1:] if row not in rows)
    return lined_up(rows)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _block(draft: Checked, part: Part) -> tuple[Block, bool] | None:
    """Return the block of a part, and whether its file is in English."""
    for file in draft.compiled.files:
        for block in _all(file.blocks):
            if part.span in (block.span, block.name_span):
                return block, file.language == "en"
    return None


def _all(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _all(block.blocks)

"""A document as Word (.docx), set as official documents are: GB/T 9704-2012 for page, letters and page numbers.

A4 with margins of 37, 26, 35 and 28 mm; the title of 22 points, headings and the official text of 16 points with lines
of 28 points; what the encoding says and the tables are smaller, so that nobody takes them for the text. A letter that a
computer does not have is replaced by 宋体 (title) or by what Word takes for it.
Guarantee: what the policy says is text in runs, never a field. To import this module takes python-docx.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import TypeAlias

from polc.site.markup import printable
from polc.site.paper.document import Block, Document, Figure, Grid, Heading, Line, Pairs, Way
from polc.site.paper.office import (
    BODY,
    TITLE,
    TITLE_INSTEAD,
    WIDTH,
    WORDS,
    Paper,
    begun,
    fill,
    frame,
    gap,
    lead_to,
    mark,
    paint,
    paragraph_of,
    put_picture,
    repeated,
    table_of,
    write,
)
from polc.site.paper.package import packed
from polc.site.pictures.picture import Drawing

Draw: TypeAlias = "Callable[[Drawing], bytes | None]"
"""A picture as PNG; None where there is nothing to draw with."""

_TOPIC = 36
_COLOURS = {"draft": "8A4F00", "error": "B42318", "warning": "8A4F00", "hint": "595960"}
_SMALL = ((12, 7.5), (8, 9.0), (0, 10.5))
"""The points of a table's letters, by how many columns it has at least."""
_MM = 0.353
"""A point in mm."""
_BESIDE, _SHORT, _SHORTEST = 4.0, 6.0, 3.0
"""What a cell keeps free beside its text, in mm, and how many Han letters of a short figure it does not break."""


def word(document: Document, draw: Draw) -> bytes:
    """Return the document as a file of Word."""
    paper = begun()
    frame(paper, document)
    write(paragraph_of(paper, "Title"), document.title)
    for block in document.blocks:
        _add(paper, block, draw)
    about = paper.core_properties
    about.title, about.author, about.last_modified_by = printable(document.title)[:255], "polc", "polc"
    about.comments, about.language = document.foot, "zh-CN" if document.language == "zh" else "en"
    made = io.BytesIO()
    paper.save(made)
    instead = f'<w:font w:name="{TITLE}"><w:altName w:val="{TITLE_INSTEAD}"/></w:font></w:fonts>'
    return packed(made.getvalue(), document.day, {"word/fontTable.xml": (b"</w:fonts>", instead.encode())})


def _add(paper: Paper, block: Block, draw: Draw) -> None:
    if isinstance(block, Heading):
        heading = paragraph_of(paper, f"Heading {block.level}")
        write(heading, block.text)
        if block.anchor:
            mark(heading, block.anchor)
    elif isinstance(block, Way):
        _way(paper, block)
    elif isinstance(block, Line):
        _line(paper, block)
    elif isinstance(block, Pairs):
        _pairs(paper, block)
    elif isinstance(block, Grid):
        _grid(paper, block)
    else:
        _figure(paper, block, draw)


def _pairs(paper: Paper, pairs: Pairs) -> None:
    heads = 1 if pairs.head else 0
    table = table_of(paper, len(pairs.rows) + heads, (_TOPIC, WIDTH - _TOPIC))
    rows = list(table.rows)
    if pairs.head:
        repeated(rows[0])
        fill(rows[0].cells[0].merge(rows[0].cells[1]), pairs.head, 10.5, bold=True)
    before = ""
    for row, (topic, text, silent) in zip(rows[heads:], pairs.rows, strict=True):
        one, other = row.cells
        fill(one, "" if topic == before else topic, 10.5, bold=True)
        fill(other, text, 10.5)
        before = topic
        if silent:
            paint(other.paragraphs[0].runs, _COLOURS["warning"])
    gap(paper)


def _grid(paper: Paper, grid: Grid) -> None:
    wide = max([len(grid.head), *(len(row) for row in grid.rows)])
    if not wide:
        return
    size = next(points for least, points in _SMALL if wide >= least)
    heads = [grid.head] if grid.head else []
    table = table_of(paper, len(grid.rows) + len(heads), _widths(grid, wide, size))
    for number, (row, texts) in enumerate(zip(table.rows, [*heads, *grid.rows], strict=True)):
        head = bool(heads) and not number
        if head:
            repeated(row)
        for cell, text in zip(row.cells, texts, strict=False):
            fill(cell, text, size, bold=head)
    gap(paper)


def _widths(grid: Grid, wide: int, points: float) -> Sequence[float]:
    """Return the widths of columns in mm: room for a short figure in each, the rest by its longest text."""
    lengths = [0.0] * wide
    for texts in (grid.head, *grid.rows):
        for n, text in enumerate(texts):
            longest = max(sum(0.6 if letter.isascii() else 1.0 for letter in line) for line in text.split("\n"))
            lengths[n] = max(lengths[n], longest)
    letter, short = points * _MM, _SHORT
    least = [_BESIDE + letter * max(1.0, min(short, length)) for length in lengths]
    while sum(least) > WIDTH and short > _SHORTEST:
        short -= 1
        least = [_BESIDE + letter * max(1.0, min(short, length)) for length in lengths]
    left = WIDTH - sum(least)
    if left < 0:
        return [WIDTH * each / sum(least) for each in least]
    more = [min(24.0, length) - short if length > short else 0.0 for length in lengths]
    if not sum(more):  # no more than is needed: spread out evenly
        more = [0.0 if length <= 1 else 1.0 for length in lengths]
    return [each + left * extra / (sum(more) or 1) for each, extra in zip(least, more, strict=True)]


def _line(paper: Paper, line: Line) -> None:
    paragraph = paragraph_of(paper, {"quote": BODY, "words": WORDS}.get(line.tone, "Normal"))
    if line.lead:
        paragraph.add_run(printable(line.lead)).bold = True
    write(paragraph, line.text)
    if line.tone == "hint":  # it speaks of what comes next
        paragraph.paragraph_format.keep_with_next = True
    if line.tone in _COLOURS:
        whole = line.tone in ("draft", "hint")
        paint(paragraph.runs if whole else paragraph.runs[:1], _COLOURS[line.tone])


def _way(paper: Paper, way: Way) -> None:
    paragraph = paragraph_of(paper, "Way")
    if way.lead:
        paragraph.add_run(printable(way.lead)).bold = True
        paint(paragraph.runs, _COLOURS.get(way.tone, "000000"))
    lead_to(paragraph, way.text, way.to)


def _figure(paper: Paper, figure: Figure, draw: Draw) -> None:
    drawing = figure.drawing
    png = draw(drawing)
    if png is not None:
        put_picture(paper, png, drawing.caption or figure.title)
    else:
        _line(paper, Line(figure.instead, "draft"))
    if drawing.caption:
        write(paragraph_of(paper, "Caption of picture"), drawing.caption)
    if png is None and drawing.rows:
        _grid(paper, Grid(drawing.head, drawing.rows))

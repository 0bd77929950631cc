"""A document as Word (.docx), set as official documents are: GB/T 9704-2012 for page, letters and page numbers.

A4 with margins of 37, 26, 35 and 28 mm; the title of 22 points, headings and the official text of 16 points with lines
of 28 points; what the encoding says and the tables are smaller, so that nobody takes them for the text. A letter that a
computer does not have is replaced by 宋体 (title) or by what Word takes for it.
Guarantee: what the policy says is text in runs, never a field.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from polc.site.markup import printable
from polc.site.paper import wording
from polc.site.paper.document import Block, Document, Figure, Grid, Heading, Line, Pairs
from polc.site.paper.letters import BODY, TITLE, TITLE_INSTEAD, dress, field
from polc.site.paper.package import packed
from polc.site.pictures.picture import Drawing

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

Draw: TypeAlias = "Callable[[Drawing], bytes | None]"
"""A picture as PNG; None where there is nothing to draw with."""

_WIDTH = 156
"""How wide the text is, in mm."""
_TOPIC = 36
_COLOURS = {"draft": "8A4F00", "error": "B42318", "warning": "8A4F00", "hint": "595960"}
_SMALL = ((12, 7.5), (8, 9.0), (0, 10.5))
"""The points of a table's letters, by how many columns it has at least."""


def word(document: Document, draw: Draw) -> bytes:
    """Return the document as a file of Word.

    Raises ModuleNotFoundError where python-docx is not installed.
    """
    from docx import Document as new  # noqa: N813, PLC0415 - only who writes a .docx pays for it

    paper = new()
    dress(paper)
    _frame(paper, document)
    _into(_paragraph(paper, "Title"), document.title)
    for block in document.blocks:
        _add(paper, block, draw)
    about = paper.core_properties
    about.title, about.author, about.last_modified_by = printable(document.title)[:255], "polc", "polc"
    about.comments, about.language = document.foot, "zh-CN" if document.language == "zh" else "en"
    made = io.BytesIO()
    paper.save(made)
    instead = f'<w:font w:name="{TITLE}"><w:altName w:val="{TITLE_INSTEAD}"/></w:font></w:fonts>'
    return packed(made.getvalue(), document.day, {"word/fontTable.xml": (b"</w:fonts>", instead.encode())})


def _frame(paper: Paper, document: Document) -> None:
    """Put the mark above and the reservation with the number below every page: odd pages right, even pages left."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - as above
    from docx.shared import Mm  # noqa: PLC0415 - as above

    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin = Mm(37), Mm(26)
    section.bottom_margin, section.left_margin = Mm(35), Mm(28)
    section.header_distance, section.footer_distance = Mm(20), Mm(22)
    paper.settings.odd_and_even_pages_header_footer = True
    sides = (
        (section.header, section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_header, section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    )
    for header, footer, side in sides:
        _into(header.paragraphs[0], f"{document.title}\n{document.mark}")
        number = footer.paragraphs[0]
        number.alignment = side
        number.add_run("— ")
        field(number, "PAGE")
        number.add_run(" —")
        below = footer.add_paragraph(style="Footer")
        below.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _into(below, document.foot)


def _add(paper: Paper, block: Block, draw: Draw) -> None:
    if isinstance(block, Heading):
        _into(_paragraph(paper, f"Heading {block.level}"), block.text)
    elif isinstance(block, Line):
        _line(paper, block)
    elif isinstance(block, Pairs):
        _pairs(paper, block)
    elif isinstance(block, Grid):
        _grid(paper, block)
    else:
        _figure(paper, block, draw)


def _line(paper: Paper, line: Line) -> None:
    from docx.shared import RGBColor  # noqa: PLC0415 - as above

    paragraph = _paragraph(paper, BODY if line.tone == "quote" else "Normal")
    if line.lead:
        paragraph.add_run(printable(line.lead)).bold = True
    _into(paragraph, line.text)
    if line.tone in _COLOURS:
        told = paragraph.runs if line.tone in ("draft", "hint") else paragraph.runs[:1]
        for run in told:
            run.font.color.rgb = RGBColor.from_string(_COLOURS[line.tone])


def _pairs(paper: Paper, pairs: Pairs) -> None:
    from docx.shared import RGBColor  # noqa: PLC0415 - as above

    table = _table(paper, len(pairs.rows), (_TOPIC, _WIDTH - _TOPIC))
    before = ""
    for row, (topic, text, silent) in zip(table.rows, pairs.rows, strict=True):
        one, other = row.cells
        _cell(one, "" if topic == before else topic, 10.5, bold=True)
        _cell(other, text, 10.5)
        before = topic
        if silent:
            for run in other.paragraphs[0].runs:
                run.font.color.rgb = RGBColor.from_string(_COLOURS["warning"])
    _after(paper)


def _grid(paper: Paper, grid: Grid) -> None:
    wide = max([len(grid.head), *(len(row) for row in grid.rows)])
    if not wide:
        return
    size = next(points for least, points in _SMALL if wide >= least)
    heads = [grid.head] if grid.head else []
    table = _table(paper, len(grid.rows) + len(heads), _widths(grid, wide))
    for number, (row, texts) in enumerate(zip(table.rows, [*heads, *grid.rows], strict=True)):
        head = bool(heads) and not number
        if head:
            _repeated(row)
        for cell, text in zip(row.cells, texts, strict=False):
            _cell(cell, text, size, bold=head)
    _after(paper)


def _widths(grid: Grid, wide: int) -> Sequence[float]:
    """Return the widths of columns in mm, by the longest text of each; a column that is only marks is narrow."""
    lengths = [0.0] * wide
    for texts in (grid.head, *grid.rows):
        for n, text in enumerate(texts):
            longest = max(sum(0.6 if letter.isascii() else 1.0 for letter in line) for line in text.split("\n"))
            lengths[n] = max(lengths[n], longest)
    lengths = [2.0 if length <= 1 else min(24.0, max(6.0, length + 1)) for length in lengths]
    return [_WIDTH * length / sum(lengths) for length in lengths]


def _figure(paper: Paper, figure: Figure, draw: Draw) -> None:
    from docx.shared import Mm  # noqa: PLC0415 - as above

    drawing = figure.drawing
    png = draw(drawing)
    if png is not None:
        paragraph = _paragraph(paper, "Picture")
        shape = paragraph.add_run().add_picture(io.BytesIO(png))
        if shape.width > Mm(_WIDTH):
            shape.height, shape.width = round(shape.height * Mm(_WIDTH) / shape.width), Mm(_WIDTH)
        told = printable(drawing.caption or wording.PICTURE.in_("zh"))
        shape._inline.docPr.set("descr", told)  # noqa: SLF001 - python-docx has no other way to it
    else:
        _line(paper, Line(figure.instead, "draft"))
    if drawing.caption:
        _line(paper, Line(drawing.caption, "hint"))
    if png is None and drawing.rows:
        _grid(paper, Grid(drawing.head, drawing.rows))


def _table(paper: Paper, rows: int, widths: Sequence[float]) -> Table:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.shared import Mm  # noqa: PLC0415 - as above

    table: Table = paper.add_table(rows, len(widths))
    table._tbl.tblStyle_val = "TableGrid"  # noqa: SLF001 - as in _paragraph
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no other way
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return table


def _repeated(row: Any) -> None:  # noqa: ANN401 - a row of python-docx
    """Repeat a row at the head of every page its table runs over."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no other way


def _cell(cell: _Cell, text: str, points: float, *, bold: bool = False) -> None:
    from docx.shared import Pt  # noqa: PLC0415 - as above

    paragraph = cell.paragraphs[0]
    paragraph._p.style = "Cell"  # noqa: SLF001 - as in _paragraph
    run = paragraph.add_run(printable(text))
    run.font.size = Pt(points)
    run.bold = bold or None


def _after(paper: Paper) -> None:
    """Keep two tables apart: Word joins those that touch."""
    _paragraph(paper, "Gap")


def _paragraph(paper: Paper, style: str) -> Paragraph:
    """Add a paragraph. Its style is set by id: python-docx looks a name up in all styles, each time."""
    paragraph = paper.add_paragraph()
    paragraph._p.style = style.replace(" ", "")  # noqa: SLF001 - see above
    return paragraph


def _into(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(printable(text))

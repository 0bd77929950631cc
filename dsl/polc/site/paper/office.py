"""What we ask of python-docx, the one module that knows it: styles, paragraphs, tables and pictures of a Word file.

Guarantee: text of a policy goes into runs as text, without the characters that XML may not hold.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import docx
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from polc.site.markup import printable
from polc.site.paper.document import Document

__all__ = [
    "BODY",
    "TITLE",
    "TITLE_INSTEAD",
    "WIDTH",
    "Paper",
    "begun",
    "fill",
    "frame",
    "gap",
    "lead_to",
    "mark",
    "paint",
]
__all__ += ["paragraph_of", "put_picture", "repeated", "table_of", "write"]

WIDTH = 156
"""How wide the text is, in mm."""
_PICTURE = 105
"""How wide a picture is at most, in mm: its letters are then as large as those of a table."""
TITLE = "方正小标宋简体"
TITLE_INSTEAD = "宋体"
LATIN = "Times New Roman"
BODY = "Official text"
"""The style of what the policy itself says."""
WORDS = "Words in doubt"
"""The style of words of the policy that are said again."""

_STYLES: tuple[tuple[str, str, float, dict[str, Any]], ...] = (
    ("Normal", "仿宋", 12, {"line": 20}),
    ("Title", TITLE, 22, {"line": 36, "centre": True, "after": 18}),
    ("Heading 1", "黑体", 16, {"line": 28, "before": 14}),
    ("Heading 2", "楷体", 16, {"line": 28, "before": 8}),
    ("Heading 3", "黑体", 12, {"line": 22, "before": 6}),
    (BODY, "仿宋", 16, {"line": 28, "indent": 32}),
    ("Cell", "仿宋", 10.5, {}),
    (WORDS, "仿宋", 12, {"line": 20, "indent": 24, "next": True}),
    ("Way", "仿宋", 12, {"line": 18}),
    ("Gap", "仿宋", 4, {"line": 8}),
    ("Picture", "仿宋", 12, {"centre": True, "next": True}),
    ("Caption of picture", "仿宋", 10.5, {"line": 16, "centre": True, "after": 6}),
    ("Header", "仿宋", 9, {"centre": True}),
    ("Footer", "宋体", 14, {}),
)
"""Each style with its letters, its size in points, and how its lines stand, in points too."""


def begun() -> Paper:
    """Return a new document with the styles."""
    paper = docx.Document()
    for tongue in paper.styles.element.iter(qn("w:lang")):
        tongue.set(qn("w:eastAsia"), "zh-CN")
    _dress(paper)
    return paper


def _dress(paper: Paper) -> None:
    known = {style.name for style in paper.styles}
    for name, letters, size, how in _STYLES:
        style: Any = paper.styles[name] if name in known else paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _letters(style, letters)
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.bold = False
        lines = style.paragraph_format
        lines.space_before, lines.space_after = Pt(how.get("before", 0)), Pt(how.get("after", 0))
        if "line" in how:
            lines.line_spacing = Pt(how["line"])
        lines.keep_with_next = True if how.get("next") else lines.keep_with_next
        if "indent" in how:
            lines.first_line_indent = Pt(how["indent"])
        if how.get("centre"):
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _letters(style: Any, letters: str) -> None:  # noqa: ANN401 - a style of python-docx
    """Set the letters of a style, and take away those of the theme and the line below the title."""
    style.font.name = LATIN
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in [each for each in fonts.attrib if each.endswith("Theme")]:
        del fonts.attrib[name]
    fonts.set(qn("w:eastAsia"), letters)
    for line in style.element.findall(f".//{qn('w:pBdr')}"):
        line.getparent().remove(line)
    for spread in properties.findall(qn("w:spacing")):
        properties.remove(spread)


def _field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word fills in; ``code`` is ours, never text of a policy."""
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = code
        run._r.append(mark)  # noqa: SLF001 - python-docx has no other way to it


def frame(paper: Paper, document: Document) -> None:
    """Put the mark above and the reservation with the number below every page: odd pages right, even pages left."""
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
        write(header.paragraphs[0], f"{document.title}\n{document.mark}")
        number = footer.paragraphs[0]
        number.alignment = side
        number.add_run("— ")
        _field(number, "PAGE")
        number.add_run(" —")
        below = footer.add_paragraph(style="Footer")
        below.alignment = WD_ALIGN_PARAGRAPH.CENTER
        write(below, document.foot)
        for run in below.runs:
            run.font.size = Pt(9)


def table_of(paper: Paper, rows: int, widths: Sequence[float]) -> Table:
    """Add a table with a frame; ``widths`` of its columns in mm. No row is torn between pages."""
    table: Table = paper.add_table(rows, len(widths))
    table._tbl.tblStyle_val = "TableGrid"  # noqa: SLF001 - as in paragraph_of
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no other way
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return table


def repeated(row: Any) -> None:  # noqa: ANN401 - a row of python-docx
    """Repeat a row at the head of every page its table runs over."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no other way


def fill(cell: _Cell, text: str, points: float, *, bold: bool = False) -> None:
    """Write text into a cell that is empty; ``points`` is the size of its letters."""
    paragraph = cell.paragraphs[0]
    paragraph._p.style = "Cell"  # noqa: SLF001 - as in paragraph_of
    run = paragraph.add_run(printable(text))
    run.font.size = Pt(points)
    run.bold = bold or None


def write(paragraph: Paragraph, text: str) -> None:
    """Add text to a paragraph."""
    paragraph.add_run(printable(text))


def paragraph_of(paper: Paper, style: str) -> Paragraph:
    """Add a paragraph. Its style is set by id: python-docx looks a name up in all styles, each time."""
    paragraph = paper.add_paragraph()
    paragraph._p.style = style.replace(" ", "")  # noqa: SLF001 - see above
    return paragraph


def gap(paper: Paper) -> None:
    """Keep two tables apart: Word joins those that touch."""
    paragraph_of(paper, "Gap")


def mark(paragraph: Paragraph, name: str) -> None:
    """Make a place that ``lead_to`` leads to. ``name`` is ours: letters and digits, at most 40."""
    number = str(int("".join(each for each in name if each.isdigit()) or "0"))
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for each in (begin, end):
        each.set(qn("w:id"), number)
    begin.set(qn("w:name"), name)
    for run in paragraph.runs[:1]:
        run._r.addprevious(begin)  # noqa: SLF001 - python-docx has no other way to it
    paragraph._p.append(end)  # noqa: SLF001 - as above


def lead_to(paragraph: Paragraph, text: str, name: str) -> None:
    """Add text that leads to a place of this document, and never outside it."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    link.set(qn("w:history"), "1")
    run = paragraph.add_run(printable(text))
    link.append(run._r)  # noqa: SLF001 - as in mark
    paragraph._p.append(link)  # noqa: SLF001 - as in mark


def paint(runs: Iterable[Run], colour: str) -> None:
    """Set the colour of letters, as six hexadecimal digits."""
    for run in runs:
        run.font.color.rgb = RGBColor.from_string(colour)


def put_picture(paper: Paper, png: bytes, about: str) -> None:
    """Add a picture, narrower than the text; ``about`` is for those who do not see it."""
    shape = paragraph_of(paper, "Picture").add_run().add_picture(io.BytesIO(png))
    if shape.width > Mm(_PICTURE):
        shape.height, shape.width = Emu(round(shape.height * Mm(_PICTURE) / shape.width)), Mm(_PICTURE)
    shape._inline.docPr.set("descr", printable(about))  # noqa: SLF001 - python-docx has no other way to it

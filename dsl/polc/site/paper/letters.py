"""The styles of a Word file in the look of an official document, and the few things that need its XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.text.paragraph import Paragraph

TITLE = "方正小标宋简体"
TITLE_INSTEAD = "宋体"
LATIN = "Times New Roman"
BODY = "Official text"
"""The style of what the policy itself says."""

_STYLES: tuple[tuple[str, str, float, dict[str, Any]], ...] = (
    ("Normal", "仿宋", 12, {"line": 20}),
    ("Title", TITLE, 22, {"line": 36, "centre": True, "after": 18}),
    ("Heading 1", "黑体", 16, {"line": 28, "before": 14}),
    ("Heading 2", "楷体", 16, {"line": 28, "before": 8}),
    ("Heading 3", "黑体", 12, {"line": 22, "before": 6}),
    (BODY, "仿宋", 16, {"line": 28, "indent": 32}),
    ("Cell", "仿宋", 10.5, {}),
    ("Gap", "仿宋", 4, {"line": 8}),
    ("Picture", "仿宋", 12, {"centre": True}),
    ("Header", "仿宋", 9, {"centre": True}),
    ("Footer", "宋体", 10.5, {}),
)
"""Each style with its letters, its size in points, and how its lines stand, in points too."""


def dress(paper: Paper) -> None:
    """Give a new document the styles."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - only who writes a .docx pays for it
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - as above
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - as above

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
        if "indent" in how:
            lines.first_line_indent = Pt(how["indent"])
        if how.get("centre"):
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _letters(style: Any, letters: str) -> None:  # noqa: ANN401 - a style of python-docx
    """Set the letters of a style, and take away those of the theme and the line below the title."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

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


def field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word fills in; ``code`` is ours, never text of a policy."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = code
        run._r.append(mark)  # noqa: SLF001 - python-docx has no other way to it

"""Word files made from a few lines of XML: no binary stands in the repository."""

import io
import re
import zipfile
from collections.abc import Mapping

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = " ".join(
    f'xmlns:{name}="{uri}"'
    for name, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
ROOTS = {
    "numbering": "numbering",
    "styles": "styles",
    "footnotes": "footnotes",
    "header1": "hdr",
    "comments": "comments",
}


def make(body: str, *, main: str = MAIN, extra: Mapping[str, bytes] | None = None, **parts: str) -> bytes:
    """A .docx with this body; ``parts`` are numbering, styles, footnotes, header1, comments by their inner XML."""
    relations = types = ""
    for n, part in enumerate(parts):
        kind = re.sub(r"\d", "", part)
        relations += f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{part}.xml"/>'
        type_ = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        types += f'<Override PartName="/word/{part}.xml" ContentType="{type_}"/>'
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        **{f"word/{part}.xml": f"<w:{ROOTS[part]} {SPACES}>{inner}</w:{ROOTS[part]}>" for part, inner in parts.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return stream.getvalue()


def paragraph(text: str = "", *, num: str = "", at: int = 0, style: str = "", marks: str = "", runs: str = "") -> str:
    """A paragraph of one run, or of these runs."""
    numbered = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{styled}{numbered}{marked}</w:pPr>{run}{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of plain cells."""
    made = "".join(f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{made}</w:tbl>"


def level(at: int, style: str, text: str, *, start: int = 1, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*abstract: str, nums: Mapping[str, str] | None = None) -> str:
    """The lists of a file: abstract list n as num n+1 (0 → "1"), and more nums by their inner XML."""
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>' for n, levels in enumerate(abstract)
    )
    made += "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(abstract)))
    return made + "".join(f'<w:num w:numId="{id_}">{inner}</w:num>' for id_, inner in (nums or {}).items())


_HAN = "[一二三四五六七八九十]+"
_NUMBER = re.compile(rf"^(?:第{_HAN}(?P<kind>[章条])[ \u3000]*|(?P<item>（{_HAN}）)|[0-9]+\.[ ]?)")


def typed(text: str) -> bytes:
    """A .docx as a drafter types it: numbers that begin a line are Word's own, ``｜ 甲 ｜ 乙 ｜`` is a table's row."""
    body = ""
    rows: list[tuple[str, ...]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("｜"):
            rows.append(tuple(cell.strip() for cell in line.strip("｜ ").split("｜")))
            continue
        if rows:
            body += table(*rows)
            rows = []
        found = _NUMBER.match(line)
        if found is None:
            body += paragraph(line)
        else:
            at = 0 if found["kind"] else 1 if found["item"] else 2
            body += paragraph(line[found.end() :], num="2" if found["kind"] == "章" else "1", at=at)
    articles = level(0, "chineseCountingThousand", "第%1条") + level(1, "chineseCounting", "（%2）")
    return make(body, numbering=lists(articles + level(2, "decimal", "%3."), level(0, "chineseCounting", "第%1章")))

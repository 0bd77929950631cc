"""A .docx → its text as lines, with an account of what was left out, or the reason why it is not read.

Guarantees: any bytes give one or the other, never an exception; python-docx is loaded when a .docx is read, not before.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polc.diagnostics import Words
from polc.syntax.decode import LIMIT
from polc.workspace.paper.numbering import Numbering
from polc.workspace.paper.page import Walk
from polc.workspace.paper.refused import DAMAGED, EMPTY, OTHER_WORD, SCANNED, too_large
from polc.workspace.paper.styles import Styles
from polc.workspace.paper.xml import Node, W

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.parts.document import DocumentPart

MISSING = Words(
    '读 .docx 要用 python-docx，这里没有装。先运行：python -m pip install "python-docx>=1.2,<2"\n'
    "不装也行：用 Word 或 WPS 把它另存为“纯文本（*.txt）”（编码选 UTF-8），再用那个 .txt 文件；自动编号要核对一遍",
    'reading .docx takes python-docx, which is not installed. run: python -m pip install "python-docx>=1.2,<2"\n'
    "or do without it: save the file as “plain text (*.txt)” in UTF-8 in Word or WPS and use that, "
    "looking the automatic numbers over",
)
_STRICT = b"http://purl.oclc.org/ooxml/"
_SHOWN = 20
"""Letters of a note or a text box that are shown, so that the drafter finds it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A text from Word: ``met`` counts what was met and left out, ``labels`` are the numbers that Word makes itself.

    ``shown`` holds, by kind, how what was left out begins.
    """

    text: str
    met: Counter[str]
    labels: tuple[str, ...]
    shown: dict[str, tuple[str, ...]]


def read(data: bytes) -> Paper | Words:
    """Return the text of a .docx that ``refused`` let pass, or why there is none."""
    try:
        from docx import Document  # noqa: PLC0415 - only who reads a .docx pays for it
    except ImportError:
        return MISSING
    from lxml.etree import LxmlError  # noqa: PLC0415 - comes with it

    try:
        part = Document(io.BytesIO(data)).part
        return _paper(part)
    except ValueError:  # what python-docx says of a template or a file with macros
        return OTHER_WORD
    except (LxmlError, zipfile.BadZipFile, zlib.error, struct.error, KeyError, AttributeError, TypeError) as problem:
        strict = isinstance(problem, KeyError) and _is_strict(data)
        return OTHER_WORD if strict else DAMAGED
    except (LookupError, OSError, EOFError, NotImplementedError, RecursionError, RuntimeError):
        return DAMAGED


def _is_strict(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _STRICT in archive.read("_rels/.rels")
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, zlib.error, RuntimeError):
        return False


def _paper(part: DocumentPart) -> Paper | Words:
    roots = {
        kind: [root for each in parts if (root := _root(each)) is not None] for kind, parts in _parts(part).items()
    }
    styles = Styles(_first(roots, "styles"))
    page = Walk(styles, Numbering(_first(roots, "numbering"), styles)).body(part.element.body)
    met = page.met
    if not re.search(r"\w", page.text):
        boxes = met["text box"] + met["footnote"]
        return SCANNED.fill(file="{file}", pictures=str(met["picture"])) if met["picture"] and not boxes else EMPTY
    if len(page.text.encode()) > LIMIT:
        return too_large(LIMIT)
    margins = [_said(root) for kind in ("header", "footer") for root in roots.get(kind, [])]
    margins = [text for text in margins if re.search(r"[^\W\d]", re.sub(r"PAGE|NUMPAGES|第|页|共", "", text))]
    met["margin"] = len(set(margins))
    notes = [
        _said(note)
        for kind in ("footnotes", "endnotes")
        for root in roots.get(kind, [])
        for note in root.iterchildren()
    ]
    boxes_said = [_said(box) for box in part.element.body.iter(f"{W}txbxContent")]
    shown = {"margin": margins, "footnote": notes, "text box": boxes_said}
    return Paper(page.text, met, tuple(page.labels), {kind: _begin(said) for kind, said in shown.items()})


def _parts(part: DocumentPart) -> dict[str, list[Part]]:
    """Return the parts that the document refers to, by kind."""
    found: dict[str, list[Part]] = {}
    for relation in part.rels.values():
        if not relation.is_external:
            found.setdefault(relation.reltype.rpartition("/")[2], []).append(relation.target_part)
    return found


def _root(part: Part) -> Node | None:
    """Return the root element of a part, or None where it is none that text can stand in."""
    from docx.opc.part import XmlPart  # noqa: PLC0415 - only who reads a .docx pays for it
    from docx.oxml.parser import parse_xml  # noqa: PLC0415 - the same

    if isinstance(part, XmlPart):
        root: Node = part.element
    elif part.content_type.endswith("+xml"):
        root = parse_xml(part.blob)
    else:
        return None
    return root


def _first(roots: dict[str, list[Node]], kind: str) -> Node | None:
    return next(iter(roots.get(kind, [])), None)


def _said(node: Node) -> str:
    return "".join(text.text or "" for text in node.iter(f"{W}t")).strip()


def _begin(said: list[str]) -> tuple[str, ...]:
    """Return how the different texts among these begin."""
    short = [text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…" for text in dict.fromkeys(said) if text]
    return tuple(short)

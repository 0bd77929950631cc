"""A Word file's body → the lines that stand on its pages, and a count of what is left out.

Guarantees: paragraphs and tables in their order; what was inserted is in, what was deleted or hidden is not; numbers
that Word makes itself are written out; each thing that is no text, or not on the page, is counted, none dropped unsaid.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from polc.workspace.paper.numbering import Numbering
from polc.workspace.paper.styles import Styles
from polc.workspace.paper.xml import Node, W, child, name, switched, value

if TYPE_CHECKING:
    from collections.abc import Iterator

BAR = "｜"
"""What stands around the cells of a table."""

_THROUGH = frozenset(
    ("hyperlink", "smartTag", "customXml", "ins", "moveTo", "fldSimple", "bdo", "dir", "sdtContent", "rubyBase")
)
"""Elements that only surround text."""
_COUNTED = {
    "footnoteReference": "footnote",
    "endnoteReference": "footnote",
    "commentReference": "comment",
    "object": "picture",
    "m:oMath": "formula",
    "sym": "symbol",
    "altChunk": "embedded",
    "subDoc": "embedded",
}
_MOST_DEEP = 40
"""Tables in tables in tables: a page has no more."""


@dataclass(slots=True)
class Page:
    """What was read: the lines, how often each kind of thing was met, and the first numbers written out."""

    lines: list[str] = field(default_factory=list)
    met: Counter[str] = field(default_factory=Counter)
    labels: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines, one empty one at most between two, none at either end."""
        joined = "\n".join(line.rstrip() for line in self.lines).strip("\n")
        return re.sub(r"\n{3,}", "\n\n", joined) + "\n" if joined else ""


class Walk:
    """One walk over a body, from top to bottom."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.page = Page()
        self._styles = styles
        self._numbering = numbering
        self._carried = ""  # the text of a paragraph whose end was deleted: it runs on into the next

    def body(self, node: Node) -> Page:
        """Read a body and return what was read."""
        for line in self._blocks(node, 0):
            self.page.lines.append(line)
        if self._carried:
            self.page.lines.append(self._carried)
        return self.page

    def _blocks(self, around: Node, depth: int) -> Iterator[str]:
        for node in around.iterchildren():
            kind = name(node)
            if kind == "p":
                yield from self._paragraph(node)
            elif kind == "tbl" and depth < _MOST_DEEP:
                yield from self._table(node, depth)
            elif kind == "sdt":
                yield from self._control(node, depth)
            elif kind in ("del", "moveFrom"):
                self.page.met["deleted"] += 1
            elif kind in _THROUGH:
                self.page.met["inserted"] += kind in ("ins", "moveTo")
                yield from self._blocks(node, depth)
            elif kind == "mc:AlternateContent":
                yield from self._blocks(_chosen(node), depth)
            elif kind in _COUNTED:
                self.page.met[_COUNTED[kind]] += 1

    def _control(self, node: Node, depth: int) -> Iterator[str]:
        """Yield the lines of a content control; a table of contents is not the text."""
        if "table of contents" in (value(node, "sdtPr", "docPartObj", "docPartGallery") or "").lower():
            self.page.met["contents"] += 1
            return
        content = child(node, "sdtContent")
        if content is not None:
            yield from self._blocks(content, depth)

    # ── paragraphs ───────────────────────────────────────────────────────────────────────────────────────────────

    def _paragraph(self, node: Node) -> Iterator[str]:
        style = self._styles.of(node)
        if re.match(r"toc \d", self._styles.title(style)):
            self.page.met["contents"] += 1
            return
        hidden, deleted = self.page.met["hidden"], self.page.met["deleted"]
        text = "".join(self._inline(node, style))
        mark = child(node, "pPr", "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self.page.met["deleted"] += self.page.met["deleted"] == deleted  # the text in it was counted already
            self._carried += text
            return
        if child(mark, "ins") is not None:
            self.page.met["inserted"] += 1
        text, self._carried = self._carried + text, ""
        if not text.strip() and switched(mark, "vanish") and self.page.met["hidden"] > hidden:
            return
        yield from (self._label(node) + text).split("\n")

    def _label(self, node: Node) -> str:
        label = self._numbering.label(node)
        if label is None:
            return ""
        self.page.met["unknown style"] += not label.known
        if label.bullet:
            self.page.met["bullet"] += 1
            return ""
        self.page.labels.append(label.text.strip())
        return label.text

    def _inline(self, around: Node, style: str) -> Iterator[str]:
        """Yield the text of what stands in a paragraph or a run."""
        for node in around.iterchildren():
            kind = name(node)
            if kind == "r":
                yield from self._run(node, style)
            elif kind in ("del", "moveFrom"):
                self.page.met["deleted"] += 1
            elif kind == "sdt":
                content = child(node, "sdtContent")
                if content is not None and not switched(node, "sdtPr", "showingPlcHdr"):
                    yield from self._inline(content, style)
            elif kind in _THROUGH:
                self.page.met["inserted"] += kind in ("ins", "moveTo")
                yield from self._inline(node, style)
            elif kind == "mc:AlternateContent":
                yield from self._inline(_chosen(node), style)
            elif kind == "m:oMathPara":
                yield from self._inline(node, style)
            elif kind in _COUNTED:
                self.page.met[_COUNTED[kind]] += 1

    def _run(self, node: Node, style: str) -> Iterator[str]:
        if self._styles.hidden(node, style):
            self.page.met["hidden"] += any(part.text for part in node.iterchildren(f"{W}t"))
            return
        yield from self._parts(node, style)

    def _parts(self, node: Node, style: str) -> Iterator[str]:
        for part in node.iterchildren():
            kind = name(part)
            if kind == "t":
                yield (part.text or "").replace("\n", " ")
            elif kind in ("tab", "ptab"):
                yield "\t"
            elif kind in ("br", "cr"):
                yield "\n"
            elif kind == "noBreakHyphen":
                yield "-"
            elif kind == "ruby":
                yield from self._inline(part, style)
            elif kind == "mc:AlternateContent":
                yield from self._parts(_chosen(part), style)
            elif kind in ("drawing", "pict"):
                self._drawn(part)
            elif kind in _COUNTED:
                self.page.met[_COUNTED[kind]] += 1

    def _drawn(self, node: Node) -> None:
        """Count a picture, or the text box it is."""
        boxes = sum(1 for box in node.iter(f"{W}txbxContent") if "".join(box.itertext()).strip())
        self.page.met["text box"] += boxes
        self.page.met["picture"] += not boxes and any(
            name(each) in ("pic:pic", "v:imagedata", "c:chart") for each in node.iter()
        )

    # ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _table(self, node: Node, depth: int) -> Iterator[str]:
        """Yield a row a line; a table of one column is a frame around paragraphs, and they are lines as any others."""
        rows = list(self._rows(node))
        if all(len(row) == 1 for row in rows):
            for row in rows:
                yield from self._blocks(row[0], depth + 1)
            return
        self.page.met["table"] += depth == 0
        for row in rows:
            yield f"{BAR} {f' {BAR} '.join(self._cell(cell, depth) for cell in row)} {BAR}"

    def _rows(self, node: Node) -> Iterator[list[Node]]:
        for row in _inside(node, "tr"):
            if child(row, "trPr", "del") is not None:
                self.page.met["deleted"] += 1
                continue
            self.page.met["inserted"] += child(row, "trPr", "ins") is not None
            cells = [cell for cell in _inside(row, "tc") if child(cell, "tcPr", "cellDel") is None]
            if cells:
                yield cells

    def _cell(self, node: Node, depth: int) -> str:
        """Return a cell on one line; one that goes on from the row above is empty."""
        merged = child(node, "tcPr", "vMerge")
        self.page.met["nested table"] += child(node, "tbl") is not None
        text = " ".join(" ".join(self._blocks(node, depth + 1)).split())
        return "" if merged is not None and merged.get(f"{W}val", "continue") == "continue" else text


def _inside(node: Node, wanted: str) -> Iterator[Node]:
    """Yield the rows of a table or the cells of a row, those in content controls among them."""
    for each in node.iterchildren():
        kind = name(each)
        if kind == wanted:
            yield each
        elif kind in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _inside(each, wanted)


def _chosen(node: Node) -> Node:
    """Return the first of several forms of the same thing: the others are for older programs."""
    kinds = {name(each): each for each in reversed(list(node.iterchildren()))}
    return kinds.get("mc:Choice", kinds.get("mc:Fallback", node))

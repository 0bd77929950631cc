"""The elements of a Word file, by their short names; nothing here knows what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class Node(Protocol):
    """An element as the reader of Word files hands it out; what is used of it, and no more."""

    tag: object
    text: str | None

    def get(self, key: str, default: str | None = None) -> str | None:
        """Return an attribute."""

    def find(self, path: str) -> Node | None:
        """Return the first child of this name."""

    def iter(self, tag: str | None = None) -> Iterator[Node]:
        """Yield the element and all below it."""

    def iterchildren(self, tag: str | None = None) -> Iterator[Node]:
        """Yield the children."""

    def itertext(self) -> Iterator[str]:
        """Yield all text below it."""


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}": "mc:",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}": "m:",
    "{urn:schemas-microsoft-com:vml}": "v:",
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}": "pic:",
    "{urn:schemas-microsoft-com:office:office}": "o:",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}": "c:",
    W: "",
}
_MOST_NUMBER = 1_000_000


def name(node: Node) -> str:
    """Return ``p``, ``tbl``, ``m:oMath``; an empty string for comments and for elements of other vocabularies."""
    tag = node.tag
    if not isinstance(tag, str):  # a comment or a processing instruction
        return ""
    space, _, local = tag.rpartition("}")
    short = _NAMES.get(f"{space}}}")
    return "" if short is None else short + local


def child(node: Node | None, *path: str) -> Node | None:
    """Return the first descendant along a path of Word's own names, or None."""
    for step in path:
        if node is None:
            return None
        node = node.find(W + step)
    return node


def children(node: Node | None, local: str) -> Iterator[Node]:
    """Yield the children of this name."""
    if node is not None:
        yield from node.iterchildren(W + local)


def value(node: Node | None, *path: str) -> str | None:
    """Return ``w:val`` of the element at the end of a path, or None where there is none."""
    found = child(node, *path)
    return None if found is None else found.get(f"{W}val")


def number(text: str | None) -> int | None:
    """Return a whole number of a sensible size, or None; a file may hold anything."""
    try:
        found = int(text or "")
    except ValueError:
        return None
    return found if abs(found) <= _MOST_NUMBER else None


def switched(node: Node | None, *path: str) -> bool | None:
    """Return whether a switch such as ``w:vanish`` is on or off, or None where it is not there."""
    found = child(node, *path)
    return None if found is None else found.get(f"{W}val", "true") not in ("0", "false", "off", "none")

"""What the styles of a Word file say of a paragraph or a run: its numbering, and whether it is hidden."""

from __future__ import annotations

from collections.abc import Iterator

from polc.workspace.paper.xml import Node, W, child, children, switched, value


class Styles:
    """The styles of one file, by id. A style that is based on itself ends there."""

    def __init__(self, root: Node | None) -> None:
        self._by_id: dict[str, Node] = {}
        self._default = ""
        for style in children(root, "style"):
            id_ = style.get(f"{W}styleId") or ""
            self._by_id.setdefault(id_, style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self._default = id_

    def of(self, paragraph: Node) -> str:
        """Return the id of a paragraph's style."""
        return value(paragraph, "pPr", "pStyle") or self._default

    def chain(self, id_: str | None) -> Iterator[Node]:
        """Yield a style and those it is based on, itself first."""
        seen: set[str] = set()
        while id_ and id_ not in seen and id_ in self._by_id:
            seen.add(id_)
            style = self._by_id[id_]
            yield style
            id_ = value(style, "basedOn")

    def title(self, id_: str) -> str:
        """Return the name of a style as Word keeps it, in lower case: ``toc 1``, ``heading 2``."""
        return (value(self._by_id.get(id_), "name") or "").lower()

    def hidden(self, run: Node, paragraph: str) -> bool:
        """Whether a run is hidden text: it says so itself, else its style, else the style of its paragraph."""
        own = switched(run, "rPr", "vanish")
        if own is not None:
            return own
        for style in (*self.chain(value(run, "rPr", "rStyle")), *self.chain(paragraph)):
            told = switched(style, "rPr", "vanish")
            if told is not None:
                return told
        return False

    def numbering(self, paragraph: Node) -> tuple[str, int | None, str] | None:
        """Return the numId of a paragraph, its level where it or its style says one, and the style that numbers it.

        None where it has no numbering, numId 0 among them, which takes a style's numbering away.
        """
        direct = child(paragraph, "pPr", "numPr")
        list_, level, by = value(direct, "numId"), value(direct, "ilvl"), ""
        if list_ is None:
            for style in self.chain(self.of(paragraph)):
                numbered = child(style, "pPr", "numPr")
                level = level or value(numbered, "ilvl")
                list_ = value(numbered, "numId")
                if list_ is not None:
                    by = style.get(f"{W}styleId") or ""
                    break
        if list_ is None or list_ == "0":
            return None
        return list_, int(level) if level and level.isdecimal() and len(level) == 1 else None, by

"""The numbers that Word puts before paragraphs and keeps in no text: 第一条, （二）, 3.

Paragraphs are asked for in the order of the document; each answer counts. Guarantees: levels restart, start, are
overridden and are borrowed from styles as ECMA-376 part 1, 17.9, says; lists of one abstract list share its count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from polc.workspace.paper.counting import counted
from polc.workspace.paper.styles import Styles
from polc.workspace.paper.xml import Node, W, child, children, number, switched, value

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_TIGHT = tuple("、）》】．：。，")
"""Signs that bring their own room: Chinese sets no blank behind them."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its numbers look, where they start, and after which level they start again."""

    style: str
    text: str
    start: int
    restart: int | None
    legal: bool
    suffix: str
    paragraph_style: str


@dataclass(frozen=True, slots=True)
class _List:
    """A list as a paragraph names it: the abstract list it belongs to, its levels, and those it starts anew."""

    shared: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph: its text, with a blank where one is due; whether it is only a bullet."""

    text: str
    bullet: bool = False
    known: bool = True


class Numbering:
    """The lists of one file, and how far each has counted."""

    def __init__(self, root: Node | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {node.get(f"{W}abstractNumId") or "": node for node in children(root, "abstractNum")}
        self._num = {node.get(f"{W}numId") or "": node for node in children(root, "num")}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: Node) -> Label | None:
        """Return the number of the next paragraph of the document and count it; None where it has none."""
        named = self._styles.numbering(paragraph)
        if named is None:
            return None
        id_, level, by = named
        if id_ not in self._lists:
            self._lists[id_] = self._list(id_, set())
        found = self._lists[id_]
        if found is None:
            return None
        at = level
        if at is None:
            at = next((n for n, row in found.levels.items() if by and by == row.paragraph_style), 0)
        row = found.levels.get(at)
        if row is None:
            return None
        count = self._count(id_, found, at)
        if row.style == "bullet":
            return Label("", bullet=True)
        if row.style == "none" and not row.text:
            return None
        return self._written(row, found, count, at)

    def _count(self, id_: str, found: _List, at: int) -> dict[int, int]:
        counts = self._counts.setdefault(found.shared, {})
        start = found.levels[at].start
        if at in found.starts and (id_, at) not in self._begun:
            counts.pop(at, None)
            start = found.starts[at]
        self._begun.add((id_, at))
        counts[at] = counts[at] + 1 if at in counts else start
        for deeper in range(at + 1, _LEVELS):
            row = found.levels.get(deeper)
            if row is None or row.restart is None or at < row.restart:
                counts.pop(deeper, None)
        return counts

    def _written(self, row: Level, found: _List, counts: dict[int, int], at: int) -> Label:
        known = True

        def place(match: re.Match[str]) -> str:
            nonlocal known
            level = int(match[1]) - 1
            if level > at or level not in found.levels:
                return ""
            style = found.levels[level].style
            if row.legal and style not in ("none", "bullet"):
                style = "decimal"
            if style in ("none", "bullet"):
                return ""
            said = counted(counts.get(level, found.levels[level].start), style)  # a skipped level shows its start
            known = known and said.known
            return said.text

        text = _PLACE.sub(place, row.text).strip()
        blank = "" if row.suffix == "nothing" or not text or text.endswith(_TIGHT) else " "
        return Label(text + blank, known=known)

    def _list(self, id_: str, seen: set[str]) -> _List | None:
        num = self._num.get(id_)
        shared = value(num, "abstractNumId") or ""
        abstract = self._abstract.get(shared)
        if num is None or abstract is None or id_ in seen:
            return None
        linked = value(abstract, "numStyleLink")
        if linked is not None:
            real = next((value(style, "pPr", "numPr", "numId") for style in self._styles.chain(linked)), None)
            base = self._list(real, seen | {id_}) if real else None
            if base is None:
                return None
            levels, shared, starts = dict(base.levels), base.shared, dict(base.starts)
        else:
            levels, starts = dict(_levels(abstract)), {}
        for override in children(num, "lvlOverride"):
            at = number(override.get(f"{W}ilvl"))
            if at is None:
                continue
            whole = child(override, "lvl")
            if whole is not None:
                levels[at] = _level(whole)
            start = number(value(override, "startOverride"))
            if start is not None and start >= 0:
                starts[at] = start
        return _List(shared, levels, starts)


def _levels(abstract: Node) -> Iterator[tuple[int, Level]]:
    for node in children(abstract, "lvl"):
        at = number(node.get(f"{W}ilvl"))
        if at is not None:
            yield at, _level(node)


def _level(node: Node) -> Level:
    start = number(value(node, "start"))
    format_ = child(node, "numFmt")
    if format_ is None:  # a style of numbers made by the drafter stands beside what older programs show
        format_ = next((found for found in node.iter(f"{W}numFmt") if found.get(f"{W}val") != "custom"), None)
    picture = child(node, "lvlPicBulletId") is not None
    style = "decimal" if format_ is None else format_.get(f"{W}val") or "decimal"
    return Level(
        style="bullet" if picture else style,
        text=value(node, "lvlText") or "",
        start=start if start is not None and start >= 0 else 0,
        restart=number(value(node, "lvlRestart")),
        legal=bool(switched(node, "isLgl")),
        suffix=value(node, "suff") or "tab",
        paragraph_style=value(node, "pStyle") or "",
    )

"""Where the lines of a tree stand: in which depth, as what.

Guarantees: a text laid out by these depths has no ``indent-disagrees`` that it did not have, and the same tree.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from polc.model.expectations import Column, Row
from polc.model.values import TierRow, Tiers
from polc.syntax.format_spacing import BLANKS
from polc.syntax.keywords import LINES
from polc.syntax.lines import column
from polc.syntax.nest import BARRIERS, MAY_BE_FLUSH, PASSING, STAY_OPEN
from polc.syntax.tree import Block, File, Line
from polc.text import Source


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line that was read stands. ``rows`` is the depth of the rows that may follow it, None where none may."""

    depth: int
    node: Block | Line | HeaderRow | Row | TierRow
    rows: int | None = None
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The first row of a 示例 or 情景."""


def places(source: Source, tree: File) -> dict[int, Place]:
    """Return where each line of a tree stands, by line number."""
    index = _Index(source)
    index.inside(tree, 0, None)
    return index.places


class _Index:
    """Walks a tree and notes where its lines stand."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.places: dict[int, Place] = {}

    def _put(self, start: int, place: Place) -> None:
        self.places.setdefault(self.source.position(start).line, place)

    def inside(self, around: File | Block, depth: int, rows: int | None) -> None:
        """Note the lines and blocks of a block, or of the file; ``rows`` as in ``Place``."""
        flush = self._flush(around) if isinstance(around, Block) and around.key in BARRIERS else ()
        for line in around.lines:
            joins = line.key in PASSING and _joins_header(around, line)
            self._line(line, depth + joins - (line.span.start in flush), rows)
        for block in around.blocks:
            self._block(block, depth - (block.span.start in flush))

    def _flush(self, around: Block) -> Collection[int]:
        """Return where the lines and blocks begin that stand flush with the 条 or 章 they fall into.

        So does every 条 in its 章; so may, at the end, a 组 or 对象 that speaks of the whole file, where the drafter
        set it so and indents at all.
        """
        margin = self._column(around)
        flush: set[int] = set()
        for each in reversed(_in_order(around)):
            if each.key != "clause" and not (each.key in MAY_BE_FLUSH and self._column(each) == margin is not None):
                break
            flush.add(each.span.start)
        always = {block.span.start for block in around.blocks if block.key == "clause"}
        return flush | always if flush - always and margin is not None and self._indents(around, margin) else always

    def _column(self, node: Block | Line) -> int | None:
        """Return how far a line is indented; None for tabs, and for a 归属 in the head of its 对象."""
        text, start = self.source.text, node.span.start
        first = self.source.line_start(self.source.position(start).line)
        return None if text[first:start].strip(BLANKS) else column(text, first, start)

    def _indents(self, block: Block, margin: int) -> bool:
        """Whether anything in a block is indented more than ``margin``."""
        if any((here := self._column(each)) is not None and here > margin for each in _in_order(block)):
            return True
        return any(self._indents(each, margin) for each in block.blocks)

    def _block(self, block: Block, depth: int) -> None:
        inner = depth + 1
        rows = inner if LINES[block.key].table else None
        self._put(block.span.start, Place(depth, block, rows))
        if block.columns and block.columns[0].span:
            self._put(block.columns[0].span.start, Place(inner, HeaderRow()))
        for row in block.rows:
            if row.span:
                self._put(row.span.start, Place(inner, row, columns=block.columns))
        self.inside(block, inner, rows)

    def _line(self, line: Line, depth: int, rows: int | None) -> None:
        table = line.key != "fact" and LINES[line.key].table
        self._put(line.span.start, Place(depth, line, depth + 1 if table else rows))
        for row in line.value.rows if isinstance(line.value, Tiers) else ():
            if row.span:
                self._put(row.span.start, Place(depth + 1, row))


def _in_order(around: File | Block) -> list[Block | Line]:
    """Return the lines and blocks of a block, or of the file, as they follow one another."""
    nodes: list[Block | Line] = [*around.lines, *around.blocks]
    return sorted(nodes, key=lambda node: node.span.start)


def _joins_header(around: File | Block, line: Line) -> bool:
    """Whether a 约束 or 适用 stands among the lines of a 政策 or 对象 that it leaves open.

    It then stands as deep as they do; behind the last fact of an 对象 it stands outside, since it is not one of them.
    """
    here = line.span.start
    before = [node for node in _in_order(around) if node.span.start < here and node.key not in PASSING]
    opened = before[-1] if before else None
    if not isinstance(opened, Block) or opened.key not in STAY_OPEN:
        return False
    if opened.key == "subject":
        return any(node.span.start > here for node in _in_order(opened))
    return all(block.span.start > here for block in opened.blocks)

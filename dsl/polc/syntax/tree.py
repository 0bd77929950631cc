"""The tree of lines: blocks, lines and table rows as the drafter wrote them, every value already parsed.

What could not be read is an explicit bad node (``Line.value is None`` with ``Line.bad``), so that everything after
it goes on; its finding has been reported already and no later pass reports it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from polc.model.expectations import Column, Row
from polc.model.values import Tiers, Value
from polc.text import Span


@dataclass(frozen=True, slots=True)
class Line:
    """``关键词：值``.

    ``key`` is the keyword's id (``when``, ``cap`` …; ``fact`` for ``名字：类型``, whose ``name`` is the fact's).
    ``silent`` for ``未写`` and ``未写，暂按 VALUE`` (then ``value`` is the presumed one, else None).
    """

    key: str
    value: Value | None
    span: Span  # the whole line without indentation and comment
    key_span: Span
    name: str = ""
    silent: bool = False
    bad: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its keyword's id, its head, its lines and its blocks, in order.

    ``name`` is the name or title in the head (``奖补 算力补贴`` → 算力补贴; ``示例 门槛`` → 门槛); ``number`` is the
    number of a 条 or 章 as written (``（二）``, ``6``) and ``ordinal`` the integer it stands for. ``value`` is what
    stands behind the colon of a head (组 and 资金池), ``words`` the quoted words of a 疑义 or 对象.
    """

    key: str
    name: str
    span: Span  # the head line
    name_span: Span | None = None
    number: str = ""
    ordinal: int | None = None
    words: str = ""
    value: Value | None = None
    silent: bool = False
    lines: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()
    columns: tuple[Column, ...] = ()  # of 示例, 情景
    rows: tuple[Row, ...] = ()
    bad: bool = False

    def each(self, key: str) -> Iterator[Line]:
        """Yield the readable lines of this keyword."""
        return (line for line in self.lines if line.key == key and not line.bad)

    def the(self, key: str) -> Line | None:
        """Return the last readable line of this keyword, or None."""
        found = None
        for line in self.each(key):
            found = line
        return found

    @property
    def end(self) -> int:
        """The offset behind the last thing that the block holds in its own file: a line, a block, a row of a table."""
        rows = [row.span for row in self.rows]
        rows += [row.span for line in self.lines if isinstance(line.value, Tiers) for row in line.value.rows]
        ends = [self.span.end, *(line.span.end for line in self.lines), *(inner.end for inner in self.blocks)]
        return max([*ends, *(span.end for span in rows if span is not None and span.source is self.span.source)])

    def children(self, *keys: str) -> Iterator[Block]:
        """Yield the blocks of these keywords."""
        return (block for block in self.blocks if block.key in keys)


@dataclass(frozen=True, slots=True)
class File:
    """One file: its top blocks in order (政策, 对象, 条, 组 …), top-level lines (约束, 适用 …)."""

    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()
    language: str = field(default="zh")  # which language most keywords are in

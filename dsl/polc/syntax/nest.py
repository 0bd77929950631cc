"""Which block a line belongs to: a stack of open blocks, driven by the owners in the keyword table.

A line goes to the nearest open block that takes it and closes the ones in between. Indentation decides nothing; where
it says otherwise, that is the finding ``indent-disagrees``. A file without any indentation gives the same tree.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from polc.diagnostics import Diagnostic, Edit, Words
from polc.errors.indent_disagrees import indent_disagrees
from polc.errors.table_missing import table_missing
from polc.model.expectations import Column, Row
from polc.syntax.heads import Head
from polc.syntax.keywords import LINES, LineWord, taken_by
from polc.syntax.lines import WordLine
from polc.syntax.tree import Block, File, Line
from polc.text import Span

BARRIERS = frozenset(("chapter", "clause"))
"""No line inside these reaches past them to the top of the file."""

MAY_BE_FLUSH = frozenset(("clause", "subject", "define", "external", "law", "group", "pool", "rule"))
"""These may stand flush with the 条 they fall into (a 条 with its 章): they mean the same inside it and outside."""

PASSING = frozenset(("law", "scope"))
STAY_OPEN = frozenset(("policy", "subject"))
"""A 约束 or 适用 between the lines of these goes to the block around them without closing them."""


@dataclass(slots=True)
class Frame:
    """A block that is still open."""

    key: str
    head: Head
    span: Span
    column: int | None
    keyword: str = ""
    lines: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    columns: tuple[Column, ...] = ()
    rows: list[Row] = field(default_factory=list)
    table_refused: bool = False
    given: dict[str, Span] = field(default_factory=dict)
    inside: int | None = None  # the column of the line before, among this block's own
    deeper: set[int] = field(default_factory=set)  # the columns used inside its closed blocks

    def closed(self) -> Block:
        """Return the finished block."""
        head = self.head
        return Block(
            key=self.key,
            name=head.name,
            span=self.span,
            name_span=head.name_span,
            number=head.number,
            ordinal=head.ordinal,
            words=head.words,
            value=head.value,
            silent=head.silent,
            lines=(*head.lines, *self.lines),
            blocks=tuple(self.blocks),
            columns=self.columns,
            rows=tuple(self.rows),
            bad=head.bad,
        )

    @property
    def title(self) -> Words:
        """How to speak of the block: ``奖补 算力补贴``."""
        named = " ".join(part for part in (self.head.number, self.head.name) if part)
        if self.key == "file":
            return Words("文件", "the file")
        row = LINES[self.key]
        return Words(f"{row.zh} {named}".strip(), f"{row.en} {named}".strip())


class Nest:
    """The open blocks of a file, outermost first."""

    def __init__(self, whole: Span) -> None:
        self.frames = [Frame("file", Head(), whole, None)]
        self.findings: list[Diagnostic] = []

    @property
    def top(self) -> Frame:
        """The innermost open block."""
        return self.frames[-1]

    def _doubted(self, at: int) -> str:
        """Return the block in which the 疑义 of the 读法 at ``at`` stands."""
        if self.frames[at].key != "reading":
            return ""
        around = self.frames[at - 1]
        return self.frames[at - 2].key if around.key == "doubt" else around.key

    def owner(self, row: LineWord, *, as_head: bool) -> int | None:
        """Return the place in the stack of the nearest open block that takes a line, or None."""
        for at in range(len(self.frames) - 1, -1, -1):
            if taken_by(row, self.frames[at].key, self._doubted(at)):
                return at
            if not as_head and self.frames[at].key in BARRIERS:
                return None
        return None

    def place(self, at: int, row: LineWord, line: WordLine) -> Frame:
        """Make the block at ``at`` take a line and return it, closing the blocks inside it."""
        frame = self.frames[at]
        if row.id in PASSING and len(self.frames) == at + 2 and self.top.key in STAY_OPEN:
            if line.column is not None:
                self.top.inside = min(line.column, line.column if self.top.inside is None else self.top.inside)
            return frame
        left = [each.column for each in self.frames[at + 1 :] if each.column is not None]
        self.close(at + 1)
        if frame.key in BARRIERS and row.id in MAY_BE_FLUSH and line.column == frame.column:
            frame.inside = line.column
        else:
            self._check_indent(frame, line, left)
        return frame

    def _check_indent(self, frame: Frame, line: WordLine, left: list[int]) -> None:
        """Tell where a reader would put a line elsewhere; ``left`` are the columns of the heads it closes."""
        column = line.column
        if column is None or column == frame.inside:
            return
        at = self.frames.index(frame)
        due = frame.inside
        if due is None:
            due = 0 if frame.column is None else frame.column + 2
            wrong = frame.column is not None and self._outside(at, frame.column, column)
        else:
            outer = {each.column for each in self.frames[: at + 1]}
            deeper = column in frame.deeper or due == frame.column or any(column > each for each in left)
            wrong = column in outer or (column > due and deeper)
        if not wrong:
            frame.inside = column
            return
        first = line.words[0]
        indent = Edit(Span(first.source, line.start, first.start), " " * due)
        self.findings.append(indent_disagrees(first.span, frame.title, frame.span, indent))

    def _outside(self, at: int, head: int, column: int) -> bool:
        """Whether the first line of a block at ``head`` seems to be outside it, where blocks are indented at all."""
        around = self.frames[at - 1].column
        return column < head or (column == head and around is not None and head > around)

    def open(self, frame: Frame) -> None:
        """Open a block inside the innermost one."""
        self.frames.append(frame)

    def close(self, down_to: int) -> None:
        """Close blocks until ``down_to`` are left."""
        while len(self.frames) > down_to:
            frame = self.frames.pop()
            outer = self.frames[-1]
            if frame.inside is not None:
                outer.deeper.add(frame.inside)
            outer.deeper |= frame.deeper
            told = frame.columns or frame.head.bad or frame.table_refused or "rows_from" in frame.given
            if LINES[frame.key].table and not told:
                self.findings.append(table_missing(frame.span, frame.keyword))
            outer.blocks.append(frame.closed())

    def finished(self, language: str) -> File:
        """Close everything and return the tree."""
        self.close(1)
        file = self.frames[0]
        return File(tuple(file.blocks), tuple(file.lines), language)

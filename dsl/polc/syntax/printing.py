"""The first two intermediate forms as text: the lines of a file with their keywords, and the tree of its blocks.

Guarantees: the same file gives the same text; a line that could not be read stands in its place with a ``!``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polc.model.expectations import Column, Row
from polc.model.printing import text_of_value
from polc.syntax.keywords import line_words
from polc.syntax.lines import WordLine, split
from polc.syntax.tree import Block, File, Line
from polc.text import Source

_LONGEST = 100
"""Code points of a value or a line that are shown."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines ``first`` to ``last``, from 1, both included."""

    first: int
    last: int


def blocks_named(tree: File, name: str) -> list[Block]:
    """Return the blocks with this name or number, outermost first."""
    found: list[Block] = []

    def look(blocks: Sequence[Block]) -> None:
        for block in blocks:
            if name in (block.name, block.number, f"{block.number} {block.name}"):
                found.append(block)
            else:
                look(block.blocks)

    look(tree.blocks)
    return found


def names_of(tree: File) -> list[str]:
    """Return the names and numbers by which blocks can be asked for."""
    found: dict[str, None] = {}

    def look(blocks: Sequence[Block]) -> None:
        for block in blocks:
            found.update(dict.fromkeys(word for word in (block.number, block.name) if word))
            look(block.blocks)

    look(tree.blocks)
    return list(found)


def extent(block: Block) -> Lines:
    """Return the lines a block takes, as far as they could be read."""

    def last(of: Block) -> int:
        ends = [of.span.finish.line, *(line.span.finish.line for line in of.lines), *map(last, of.blocks)]
        ends += [row.span.finish.line for row in of.rows if row.span]
        ends += [row.span.finish.line for line in of.lines for row in getattr(line.value, "rows", ()) if row.span]
        return max(ends)

    return Lines(block.span.begin.line, last(block))


# ── lines ──


def print_lines(source: Source, tree: File, within: Sequence[Lines] | None = None) -> Iterator[str]:
    """Yield a line for each line that holds words: its number, keyword, shape, and how it is written."""
    bad = set(_bad_lines(tree.blocks, tree.lines))
    width = len(str(source.line_count))
    for line in split(source):
        number = line.span.begin.line
        if within is not None and not any(each.first <= number <= each.last for each in within):
            continue
        key, shape = _kind(line)
        mark = "!" if number in bad else " "
        yield f"{number:>{width}}{mark} {key:<12} {shape:<16} {_cut(line.span.text)}".rstrip()


def _kind(line: WordLine) -> tuple[str, str]:
    first = line.words[0]
    if first.type == "PIPE":
        return "|", "row"
    row = line_words().get(first.text) if first.type != "QUOTE" else None
    if row is not None:
        return row.id, row.shape
    colon = len(line.words) > 1 and line.words[1].type == "COLON"
    return ("fact", "fact") if colon else ("?", "")


def _bad_lines(blocks: Sequence[Block], lines: Sequence[Line]) -> Iterator[int]:
    yield from (line.span.begin.line for line in lines if line.bad)
    for block in blocks:
        if block.bad:
            yield block.span.begin.line
        yield from _bad_lines(block.blocks, block.lines)


# ── the tree ──


def print_tree(tree: File, only: Sequence[Block] | None = None) -> Iterator[str]:
    """Yield the blocks and lines, indented as they belong together; ``only`` these blocks where given."""
    if only is None:
        yield from (_line(line, 0) for line in tree.lines)
    for block in tree.blocks if only is None else only:
        yield from _block(block, 0)


def _block(block: Block, depth: int) -> Iterator[str]:
    named = " ".join(word for word in (block.number, block.name) if word)
    quoted = f" “{_cut(block.words)}”" if block.words else ""
    value = f" = {_cut(text_of_value(block.value))}" if block.value is not None else ""
    marks = f"{' silent' if block.silent else ''}{' !' if block.bad else ''}"
    yield f"{'  ' * depth}{block.key} {named}{quoted}{value}{marks}".rstrip() + f"  :{block.span.begin.line}"
    for line in block.lines:
        yield _line(line, depth + 1)
        for row in getattr(line.value, "rows", ()):
            yield f"{'  ' * (depth + 2)}| {_cut(text_of_value(row))}"
    if block.columns:
        yield f"{'  ' * (depth + 1)}| {' | '.join(_column(column) for column in block.columns)} |"
    for row in block.rows:
        yield f"{'  ' * (depth + 1)}| {_row(row)} |"
    for inner in block.blocks:
        yield from _block(inner, depth + 1)


def _line(line: Line, depth: int) -> str:
    value = line.value
    name = f" {line.name}" if line.name else ""
    marks = f"{' silent' if line.silent else ''}{' !' if line.bad else ''}"
    shown = f": {_cut(_without_rows(text_of_value(value), value))}" if value is not None else ""
    return f"{'  ' * depth}{line.key}{name}{marks}{shown}"


def _without_rows(text: str, value: object) -> str:
    """Return the text of a value; the rows of a 分档 stand below it, a line each."""
    return text.partition(", rows=")[0] + ")" if getattr(value, "rows", ()) else text


def _column(column: Column) -> str:
    inner = ", ".join(word for word in (column.unit, *column.readings) if word)
    return f"{column.role}:{column.name}" + (f"({inner})" if inner else "")


def _row(row: Row) -> str:
    return " | ".join(_cut(text_of_value(cell)) for cell in row.cells)


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[:_LONGEST] + "…"

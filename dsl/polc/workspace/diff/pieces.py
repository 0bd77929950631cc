"""A version as pieces that can be laid beside those of another: its clauses, and the blocks that stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from polc.checks.official import plain
from polc.model.values import Quote
from polc.passes.pipeline import Compiled
from polc.syntax.tree import Block, Line
from polc.text import Span

PARTS = ("benefit", "require", "group", "pool", "rule", "subject", "external", "define", "exhort", "refer", "open")
"""Blocks that are laid beside one another by name, wherever they stand."""
PROOF = ("example", "scenario", "known", "import", "source", "previous", "id", "given")
"""What says nothing of what is paid: expectations follow the lines that they test."""


@dataclass(eq=False)
class Piece:
    """A block with the clause that it stands in ("" for none)."""

    kind: str
    name: str
    block: Block
    clause: str

    @cached_property
    def words(self) -> str:
        """The official words that it quotes."""
        return "".join(plain(words) for words in quoted(self.block))

    @cached_property
    def text(self) -> str:
        """Its lines as written, without blanks, quotes and proof."""
        return "".join(plain(span.text) for span in _spans(self.block))


@dataclass(eq=False)
class Article:
    """A clause: its number as written with its chapter, its own lines, and the pieces in it."""

    number: str
    title: str
    block: Block
    lines: list[Line]
    pieces: list[Piece] = field(default_factory=list)

    @cached_property
    def words(self) -> str:
        """The official words that the clause and its pieces quote."""
        own = "".join(plain(line.value.text) for line in self.lines if isinstance(line.value, Quote))
        return own + "".join(piece.words for piece in self.pieces)


@dataclass(eq=False)
class Version:
    """One version in pieces: what stands in no clause, and the clauses in order."""

    compiled: Compiled
    head: Article
    articles: list[Article]

    @property
    def pieces(self) -> list[Piece]:
        """Every piece, wherever it stands."""
        return [*self.head.pieces, *(piece for article in self.articles for piece in article.pieces)]

    def piece(self, name: str) -> Piece | None:
        """Return the benefit, duty, group or pool of this name."""
        return next((piece for piece in self.pieces if piece.name == name and piece.kind in _COMPUTED), None)


_COMPUTED = ("benefit", "require", "group", "pool", "rule")


def version(compiled: Compiled) -> Version:
    """Return a policy in pieces. Raises ValueError where there is none."""
    policy = compiled.policy
    if policy is None:
        msg = "there is no policy to take apart"
        raise ValueError(msg)
    numbers = {(clause.span.source.path, clause.span.start): clause.number for clause in policy.clauses}
    files = [file for each in (*compiled.shared, compiled) for file in each.files]  # what it imports is part of it
    tops = [block for file in files for block in file.blocks]
    first = next((block for block in tops if block.key == "policy"), tops[0])
    head = Article("", "", first, [line for file in files for line in file.lines])
    found = Version(compiled, head, [])

    def take(blocks: tuple[Block, ...] | list[Block], home: Article) -> None:
        for block in blocks:
            if block.key == "clause":
                number = numbers.get((block.span.source.path, block.span.start), block.number)
                article = Article(number, block.name, block, list(block.lines))
                found.articles.append(article)
                take(block.blocks, article)
            elif block.key in ("chapter", "policy"):
                home.lines.extend(block.lines)
                take(block.blocks, home)
            elif block.key in PARTS:
                home.pieces.append(Piece(block.key, block.name or plain(block.span.text)[:20], block, home.number))
            elif block.key == "doubt":
                home.pieces.append(Piece(block.key, block.name, block, home.number))

    take(tops, head)
    return found


def quoted(block: Block) -> Iterator[str]:
    """Yield the official words that a block and those in it quote."""
    for line in block.lines:
        if isinstance(line.value, Quote) and line.key == "quote":
            yield line.value.text
    for child in block.blocks:
        yield from quoted(child)


def _spans(block: Block) -> Iterator[Span]:
    for line in block.lines:
        if line.key != "quote" and line.key not in PROOF:
            yield line.span
    for child in block.blocks:
        if child.key not in PROOF:
            yield child.span
            yield from _spans(child)

"""A text read for formatting: its lines, where each stands, and which of them keep their characters.

A line with a finding, or one that no block took, keeps its characters. Where indentation and blocks disagree anywhere
in the file, all indentation is kept: which of the two is right is for the drafter to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polc.errors.indent_disagrees import RULE as INDENT_DISAGREES
from polc.errors.wrong_block import RULE as WRONG_BLOCK
from polc.model.values import FreeText
from polc.syntax.continued import LISTED
from polc.syntax.format_blocks import Place, places
from polc.syntax.lexis import INVISIBLE, Token
from polc.syntax.lines import WordLine, column, visible_tokens
from polc.syntax.reading import Reader
from polc.syntax.tree import Block, File, Line
from polc.text import Source


@dataclass(frozen=True, slots=True)
class Physical:
    """One line of the file: its words, its comment, and its place up to its line end ``nl``."""

    number: int
    words: Sequence[Token]
    comment: Token | None
    start: int
    end: int
    nl: str

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return bool(self.words) and self.words[0].type == "PIPE"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as read: its lines, by number where each stands and which keep their characters, and its tree."""

    source: Source
    lines: list[Physical]
    places: dict[int, Place]
    kept: frozenset[int]
    indentation_kept: bool
    tree: File


def read(source: Source) -> Reading:
    """Read a text; it never fails."""
    lines = physical(source)
    reader = Reader(source)
    for line in lines:
        if line.words:
            indent = column(source.text, line.start, line.words[0].start)
            reader.read(WordLine(line.words, line.start, indent))
    tree = reader.finish()
    where = places(source, tree)
    told = [(finding.rule, finding.place.span.begin.line) for finding in reader.findings]
    for rule, number in told:
        if rule is WRONG_BLOCK and number in where and isinstance(where[number].node, Line):
            del where[number]  # it stands in the tree where it was found, but no block took it
    going_on = {line.number for line in lines if _goes_on(line, where.get(line.number))}
    for number in going_on - {number for _, number in told}:
        del where[number]  # where it stands hangs on the line above
    hidden = {source.position(found.start()).line for found in INVISIBLE.finditer(source.text)}
    kept = hidden | going_on | {number for rule, number in told if rule is not INDENT_DISAGREES}
    kept |= {number for number, place in where.items() if not _readable(place.node)}
    # an open quotation mark in a cell of free text takes in the | behind it: which cell that ends is anyone's guess
    kept |= {line.number for line in lines if line.is_row and any(word.type == "UNCLOSED" for word in line.words)}
    disagrees = any(rule is INDENT_DISAGREES for rule, _ in told)
    uncertain = disagrees or any(_hides_in_indentation(source, lines[number - 1]) for number in hidden)
    return Reading(source, lines, where, frozenset(kept), uncertain, tree)


def _goes_on(line: Physical, place: Place | None) -> bool:
    """Return whether a line goes on with one above: a row without bars, a condition without its keyword.

    What is told of it may stand at the first of them.
    """
    if place is None or line.is_row or isinstance(place.node, Block):
        return False
    if not isinstance(place.node, Line):
        return True
    return place.node.key in LISTED and (len(line.words) == 1 or line.words[1].type != "COLON")


def _hides_in_indentation(source: Source, line: Physical) -> bool:
    return bool(line.words) and INVISIBLE.search(source.text, line.start, line.words[0].start) is not None


def _readable(node: object) -> bool:
    if isinstance(node, Block):
        return not node.bad
    return not (isinstance(node, Line) and node.bad and (node.value is None or isinstance(node.value, FreeText)))


def physical(source: Source) -> list[Physical]:
    """Return the lines of a text, the empty ones among them."""
    made: list[Physical] = []
    words: list[Token] = []
    comment: Token | None = None
    start = 0
    for token in visible_tokens(source):
        if token.type == "NL":
            made.append(Physical(len(made) + 1, words, comment, start, token.start, token.raw))
            words, comment, start = [], None, token.end
        elif token.type == "COMMENT":
            comment = token
        else:
            words.append(token)
    if start < len(source.text):
        made.append(Physical(len(made) + 1, words, comment, start, len(source.text), ""))
    return made

"""The words of a file, split at its line ends: what each line holds, and how far it is indented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polc.syntax.lexis import INVISIBLE, Token, tokens
from polc.text import Source, Span


@dataclass(frozen=True, slots=True)
class WordLine:
    """A line that holds words: its words without comment, where it begins, its indentation (None: by tabs)."""

    words: Sequence[Token]
    start: int
    column: int | None

    @property
    def span(self) -> Span:
        """The line without indentation and comment."""
        return Span(self.words[0].source, self.words[0].start, self.words[-1].end)

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.words[-1].end


def split(source: Source) -> Iterator[WordLine]:
    """Yield the lines of a text that hold words, in order. Invisible characters are passed over."""
    text = source.text
    words: list[Token] = []
    start = 0
    for token in visible_tokens(source):
        if token.type == "NL":
            if words:
                yield WordLine(words, start, column(text, start, words[0].start))
                words = []
            start = token.end
        elif token.type != "COMMENT":
            words.append(token)
    if words:
        yield WordLine(words, start, column(text, start, words[0].start))


def column(text: str, start: int, first: int) -> int | None:
    """Return how far the word at ``first`` is indented; an ideographic space counts two, a tab cannot be counted."""
    indent = text[start:first]
    if "\t" in indent:
        return None
    return first - start + indent.count("\u3000")


def visible_tokens(source: Source) -> list[Token]:
    """Return the words of a text as they would be without its invisible characters, at their places in the text."""
    hidden = [found.start() for found in INVISIBLE.finditer(source.text)]
    if not hidden:
        return tokens(source)
    seen = Source(source.path, INVISIBLE.sub("", source.text), source.encoding)
    places: list[int] = []
    gone = set(hidden)
    places = [n for n in range(len(source.text)) if n not in gone]
    places.append(len(source.text))
    return [
        Token(t.type, t.text, places[t.start], places[t.end - 1] + 1 if t.end > t.start else places[t.start], source)
        for t in tokens(seen)
    ]

"""The official text as it was accepted: its hash and its sentences, kept in a file beside it (``source.txt.lock``).

The hash is of the text as read, with line ends as ``\\n``, so that no checkout of another system changes it. What moved is
told sentence by sentence, white space, width and quotation marks aside.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from polc.checks.official import plain
from polc.text import Source, Span

SUFFIX = ".lock"
"""What the name of the record adds to that of the official text."""

_HEAD = "# polc check --accept-source 写成，不要手改 · written by polc check --accept-source, not to be edited\n"
_SENTENCE = re.compile(r"[^。；;\r\n]+")
_ALIKE = 0.5
"""Sentences that share less than this are one removed and one added, not one that was changed."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """An official text as it was accepted: the hash of the whole, and its sentences in order."""

    sha256: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """One sentence that is not what it was: ``old`` is gone, ``new`` has come (with its place), or both."""

    old: str
    new: str
    place: Span | None


def hash_of(source: Source) -> str:
    """Return the SHA-256 of a text, as lower-case hexadecimal digits."""
    return hashlib.sha256(re.sub(r"\r\n?", "\n", source.text).encode()).hexdigest()


def sentences(source: Source) -> list[Span]:
    """Return the sentences of a text in order: what stands between full stops, semicolons and line ends."""
    found: list[Span] = []
    for match in _SENTENCE.finditer(source.text):
        text = match.group()
        start = match.start() + len(text) - len(text.lstrip())
        if text.strip():
            found.append(source.span(start, start + len(text.strip())))
    return found


def record(source: Source) -> str:
    """Return what is written down of a text that is accepted."""
    return f"{_HEAD}sha256 {hash_of(source)}\n\n" + "".join(f"{span.text}\n" for span in sentences(source))


def read_record(text: str) -> Accepted:
    """Return what a record says; one that says nothing was of an empty text."""
    head, _, body = re.sub(r"\r\n?", "\n", text).partition("\n\n")
    said = next((line for line in head.splitlines() if line.startswith("sha256 ")), "")
    return Accepted(said.removeprefix("sha256 ").strip(), tuple(line for line in body.splitlines() if line.strip()))


def moved(accepted: Accepted, source: Source) -> Iterator[Moved]:
    """Yield every sentence that is not what it was, in the order of the text."""
    if hash_of(source) == accepted.sha256:
        return
    now = sentences(source)
    old, new = [plain(text) for text in accepted.sentences], [plain(span.text) for span in now]
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        gone, come = list(range(i1, i2)), list(range(j1, j2))
        for j in come:
            near = max(gone, key=lambda i: _alike(old[i], new[j]), default=None)
            if near is not None and _alike(old[near], new[j]) >= _ALIKE:
                gone.remove(near)
                yield Moved(accepted.sentences[near], now[j].text, now[j])
            else:
                yield Moved("", now[j].text, now[j])
        for i in gone:
            yield Moved(accepted.sentences[i], "", None)


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()

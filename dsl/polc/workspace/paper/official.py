"""The official text that a skeleton is made from: a plain text file, or a .docx; everything else is refused with a way.

Guarantees: a file is what its bytes say, whatever it is called; of one that cannot be used it is told what to do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from polc.diagnostics import Diagnostic, Words
from polc.syntax.decode import read as read_text
from polc.text import Source
from polc.workspace.paper import word
from polc.workspace.paper.refused import is_word, refused, too_large

MOST = 100_000_000
"""How many bytes a .docx may have."""


@dataclass(frozen=True, slots=True)
class Official:
    """What came of a file: its text, or why there is none; ``paper`` where it came from Word."""

    source: Source | None
    findings: list[Diagnostic] = field(default_factory=list)
    paper: word.Paper | None = None
    refusal: Words | None = None


def official(path: str) -> Official:
    """Read a file. ``refusal`` holds ``{file}`` and ``{name}`` for the caller to fill."""
    data = _bytes(path)
    if data is not None:
        why = too_large(MOST) if len(data) > MOST else refused(data, Path(path).suffix)
        if why is not None:
            return Official(None, refusal=why)
        if is_word(data):
            paper = word.read(data)
            if isinstance(paper, Words):
                return Official(None, refusal=paper)
            return Official(Source(path, paper.text), paper=paper)
    return Official(*read_text(path))


def _bytes(path: str) -> bytes | None:
    """Return what an ordinary file holds, or None; why one cannot be read is for the reader of texts to say."""
    try:
        if not Path(path).is_file():
            return None
        with Path(path).open("rb") as stream:
            return stream.read(MOST + 1)
    except (OSError, ValueError):
        return None

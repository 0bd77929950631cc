"""Accepting official texts: a record of each beside it, by which a later change shows what moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from polc.checks.accepted import SUFFIX, hash_of, record, sentences
from polc.text import Source
from polc.workspace.load import Workspace


@dataclass(frozen=True, slots=True)
class Taken:
    """An official text that was accepted, or (``why``) could not be written down."""

    path: str
    sha256: str
    sentences: int
    why: str = ""


def record_of(source: Source) -> Path:
    """Return the path of the record of an official text."""
    return Path(source.path + SUFFIX)


def accept(space: Workspace) -> Iterator[Taken]:
    """Write down the official text of every policy that has one; each text once."""
    seen: set[Path] = set()
    for draft in space.drafts:
        source = draft.official
        if source is None or record_of(source) in seen:
            continue
        seen.add(record_of(source))
        why = ""
        try:
            record_of(source).write_text(record(source), encoding="utf-8", newline="\n")
        except OSError as error:
            why = error.strerror or type(error).__name__
        yield Taken(source.path, hash_of(source), len(sentences(source)), why)

"""Files → formatted files, as ``polc fmt`` and editors want them.

Guarantees: a file is written only where its formatted text is proved to say the same, in the bytes it had (encoding,
mark, line ends), and in one step; every other file keeps every byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from polc.diagnostics import Diagnostic
from polc.diagnostics.words import Language
from polc.syntax.decode import decode, read
from polc.syntax.format import Formatted, formatted
from polc.syntax.format_proof import proved
from polc.text import Source
from polc.workspace.load import Workspace, files_by_folder
from polc.workspace.writing import mark_of, replaced


class State(Enum):
    """What became of a file."""

    FINE = "fine"  # it has the canonical layout
    CHANGED = "changed"  # it can have it
    FOREIGN = "foreign"  # it is no .pol file
    UNREAD = "unread"  # it could not be read
    LOSSY = "lossy"  # it was read, but writing it again would lose something
    DOUBTED = "doubted"  # formatting would change what it says: a fault of ours


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file and what formatting makes of it. ``source`` and ``result`` are None where it was not read."""

    path: str
    state: State
    source: Source | None = None
    result: Formatted | None = None
    mark: bytes = b""
    findings: list[Diagnostic] = field(default_factory=list)

    @property
    def data(self) -> bytes:
        """The formatted file where that is safe, else the file as it was. ValueError if it was not read."""
        if self.source is None or self.result is None:
            raise ValueError(self.path)
        text = self.result.text if self.state is State.CHANGED else self.source.text
        return self.mark + text.encode(self.source.encoding)

    @property
    def language(self) -> str | None:
        """The language of the file's keywords, or None where it was not read."""
        return self.result.language if self.result else None


def format_paths(paths: Iterable[str | Path], keywords: Language | None = None) -> Iterator[Outcome]:
    """Yield what becomes of every .pol file that ``paths`` (files or folders) mean; nothing is written.

    ``keywords`` is the language that all keywords are to be in; None leaves each as it is.
    """
    seen: set[Path] = set()
    for given in paths:
        space = Workspace()
        for files in files_by_folder(Path(given), space):
            for file in files:
                if file.resolve() not in seen:
                    seen.add(file.resolve())
                    yield format_file(file, keywords)
        if space.findings:
            yield Outcome(str(given), State.UNREAD, findings=space.findings)


def format_file(path: Path, keywords: Language | None = None) -> Outcome:
    """Return what becomes of one file; ``keywords`` as in ``format_paths``."""
    if path.suffix != ".pol":
        return Outcome(str(path), State.FOREIGN)
    source, findings = read(path)
    if source is None:
        return Outcome(str(path), State.UNREAD, findings=findings)
    try:
        data = path.read_bytes()
    except OSError:  # gone between two looks
        return Outcome(str(path), State.UNREAD, findings=findings)
    return _outcome(source, data, findings, keywords)


def format_data(data: bytes, name: str, keywords: Language | None = None) -> Outcome:
    """Return what becomes of the bytes of a file that is called ``name``; ``keywords`` as in ``format_paths``."""
    source, findings = decode(data, name)
    return _outcome(source, data, findings, keywords) if source else Outcome(name, State.UNREAD, findings=findings)


def _outcome(source: Source, data: bytes, findings: list[Diagnostic], keywords: Language | None) -> Outcome:
    mark = mark_of(source, data)
    if mark is None:
        return Outcome(source.path, State.LOSSY, findings=findings)
    return replace(format_source(source, keywords), mark=mark)


def format_source(source: Source, keywords: Language | None = None) -> Outcome:
    """Return what becomes of a text that is in no file, or not yet, as in an editor; as in ``format_paths``."""
    result = formatted(source, keywords)
    if result.text == source.text:
        return Outcome(source.path, State.FINE, source, result)
    return Outcome(source.path, State.CHANGED if proved(source, result) else State.DOUBTED, source, result)


def write(outcome: Outcome) -> bool:
    """Write the formatted file in place of the old one, in one step; False where file or folder forbids it."""
    return replaced(outcome.path, outcome.data)

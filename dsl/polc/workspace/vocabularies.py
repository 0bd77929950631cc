"""The vocabularies that 引用 lines name: each file found, read and compiled once, whoever asks for it.

Guarantees: a path is looked for from the folder of the file that says it and named as the user would name it; a line
that leads nowhere is one finding at that line; a circle ends at the line that closes it.
"""

from __future__ import annotations

import difflib
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from polc.diagnostics import Diagnostic
from polc.diagnostics.ordering import in_order
from polc.errors import import_not_vocabulary as not_one
from polc.errors.import_cycle import import_cycle
from polc.errors.import_not_found import import_not_found
from polc.errors.import_not_relative import import_not_relative
from polc.errors.import_not_vocabulary import import_not_vocabulary
from polc.errors.missing_value import missing_value
from polc.model.values import FreeText
from polc.passes.pipeline import Compiled, Parsed, compile_vocabulary, parse_together
from polc.passes.vocabulary import imports_of, is_vocabulary
from polc.syntax.decode import read
from polc.syntax.tree import Line
from polc.text import Source, Span

_HEAD = re.compile(r"^[ \t　﻿]*(?:词汇|vocabulary)(?=[\s：:])", re.MULTILINE)
_POLICY = re.compile(r"^[ \t　﻿]*(?:政策|policy)", re.MULTILINE)
ABSOLUTE = re.compile(r"[/\\~]|[A-Za-z]:|\w+://")
"""What no path seen from a file begins with."""
_MARKS = {"“": "”", '"': '"', "「": "」"}


def parsed_vocabulary(source: Source) -> Parsed | None:
    """Return the tree of a text that is a 词汇, else None."""
    if not _HEAD.search(source.text):
        return None
    parsed = parse_together([source])
    return parsed if is_vocabulary(parsed.files[0]) else None


@dataclass
class Imported:
    """What the 引用 lines of some files give: vocabularies, each before whoever imports it, and what leads nowhere."""

    shared: tuple[Compiled, ...]
    missing: list[Diagnostic]


@dataclass
class Shelf:
    """The vocabularies of a workspace, by file. ``findings`` are of files that could not be read."""

    findings: list[Diagnostic] = field(default_factory=list)
    _known: dict[Path, Compiled] = field(default_factory=dict)
    _reading: list[Path] = field(default_factory=list)

    @property
    def vocabularies(self) -> list[Compiled]:
        """All vocabularies that were read, whoever asked for them."""
        return list(self._known.values())

    def take(self, source: Source, parsed: Parsed) -> Compiled:
        """Return the vocabulary that a file is, compiling it where nobody has imported it yet."""
        here = _identity(Path(source.path))
        known = self._known.get(here)
        if known is None:
            self._reading.append(here)
            imported = self.imported(parsed)
            self._reading.pop()
            known = self._known[here] = compile_vocabulary(parsed, imported.shared, imported.missing)
        return known

    def imported(self, parsed: Parsed) -> Imported:
        """Return what the 引用 lines of some files name."""
        shared: dict[Path, Compiled] = {}
        missing: list[Diagnostic] = []
        for line in imports_of(parsed.files):
            if line.bad:
                continue
            for found in self._follow(line):
                if isinstance(found, Diagnostic):
                    missing.append(found)
                    continue
                for each in (*found.shared, found):
                    shared.setdefault(_identity(Path(each.sources[0].path)), each)
        return Imported(tuple(shared.values()), in_order(missing))

    def _follow(self, line: Line) -> Iterator[Compiled | Diagnostic]:
        """Yield the vocabularies that one line names, or what is wrong with it."""
        if not isinstance(line.value, FreeText) or line.value.span is None:
            yield missing_value(line.key_span, line.key_span.text)
            return
        span = line.value.span
        said = unquoted(line.value.text.strip())
        if not said:
            yield missing_value(line.key_span, line.key_span.text)
            return
        if ABSOLUTE.match(said):
            yield import_not_relative(span, said)
            return
        folder = Path(span.source.path).parent
        path = Path(os.path.normpath(folder / said.replace("\\", "/")))
        try:
            if path.is_dir():
                yield from self._folder(path, said, span)
            elif not path.exists():
                yield import_not_found(span, said, near(folder, path, said))
            elif path.suffix != ".pol":
                yield import_not_vocabulary(span, said, not_one.FOREIGN)
            else:
                yield self._file(path, said, span)
        except (OSError, ValueError):  # too long a name, a NUL, no permission to look
            yield import_not_found(span, said)

    def _folder(self, folder: Path, said: str, span: Span) -> Iterator[Compiled | Diagnostic]:
        """Yield every vocabulary of a folder; other files there are not asked for."""
        found = [self._file(file, said, span) for file in sorted(folder.glob("*.pol"))]
        others = [each for each in found if isinstance(each, Diagnostic) and _is_other(each)]
        if len(others) < len(found):
            yield from (each for each in found if each not in others)
        else:
            yield others[0] if others else import_not_vocabulary(span, said, not_one.EMPTY)

    def _file(self, file: Path, said: str, span: Span) -> Compiled | Diagnostic:
        here = _identity(file)
        if here in self._reading:
            return import_cycle(span, str(file))
        known = self._known.get(here)
        if known is not None:
            return known
        source, problems = read(file)
        if source is None:
            self.findings.extend(problems)
            return import_not_vocabulary(span, said, not_one.UNREADABLE)
        parsed = parsed_vocabulary(source)
        if parsed is None:
            return import_not_vocabulary(
                span, said, not_one.POLICY if _POLICY.search(source.text) else not_one.HEADLESS
            )
        self.findings.extend(problems)
        return self.take(source, parsed)


def _identity(path: Path) -> Path:
    """Return what tells a file from all others, however it was named."""
    return path.resolve()


def _is_other(finding: Diagnostic) -> bool:
    """Return whether a finding says that a file is a policy, or part of one: no matter where a folder was asked for."""
    return dict(finding.arguments).get("why") in (not_one.POLICY, not_one.HEADLESS)


def unquoted(text: str) -> str:
    """Return a path without the quotation marks that may stand around it."""
    return text[1:-1].strip() if len(text) > 1 and _MARKS.get(text[0]) == text[-1] else text


def near(folder: Path, path: Path, said: str) -> str:
    """Return the path that was probably meant, as it would be written in ``folder``, or ""."""
    half = unicodedata.normalize("NFKC", said)
    if half != said and (folder / half).exists():
        return half
    siblings = [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else []
    near = difflib.get_close_matches(path.name, siblings, n=1)
    return Path(os.path.relpath(path.with_name(near[0]), folder)).as_posix() if near else ""

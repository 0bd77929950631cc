"""Find the policies that some paths mean, read and compile them, each once.

A folder is one policy made of its .pol files; where several of them have a 政策 of their own, each is a policy. A file
with a 词汇 is a vocabulary, and part of none of them.
Guarantees: what cannot be read is a finding, and everything else is still loaded.

The compiler itself is imported where the first policy is read: who finds that nothing has changed needs none of it.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from polc.checks.accepted import SUFFIX, Accepted, read_record
from polc.diagnostics import Diagnostic
from polc.errors.no_policies import no_policies
from polc.syntax.decode import missing, read
from polc.text import Source

if TYPE_CHECKING:
    from polc.model.policy import Policy
    from polc.passes.pipeline import Compiled, Parsed
    from polc.workspace.vocabularies import Shelf

_HEAD = re.compile(r"^[ \t　﻿]*(?:政策|policy)", re.MULTILINE)
_SHARED = re.compile("词汇|vocabulary")
"""Without one of these words a file is no vocabulary; what takes longer to tell is told by ``parsed_vocabulary``."""
_SKIPPED = {".git", ".venv", "node_modules", "__pycache__"}


@dataclass(frozen=True, slots=True)
class Unit:
    """The texts that make one policy together, or one vocabulary (with its tree), before it is compiled."""

    path: Path
    sources: tuple[Source, ...]
    vocabulary: Parsed | None = None


@dataclass
class Draft:
    """One policy, or vocabulary, as loaded: where it stands, what it compiled to, and the official text if any."""

    path: Path
    compiled: Compiled
    official: Source | None = None
    accepted: Accepted | None = None
    earlier: Draft | None = None  # the policy that 前版 names, once ``link_versions`` has looked for it

    @property
    def policy(self) -> Policy | None:
        """The policy, or None where the files make none."""
        return self.compiled.policy

    @property
    def name(self) -> str:
        """What the policy is called in reports: its 简称, else its folder or file."""
        if self.policy is not None and self.policy.id:
            return self.policy.id
        return self.path.stem if self.path.suffix == ".pol" else self.path.name


@dataclass
class Workspace:
    """The policies loaded, and what was wrong with the paths and files themselves."""

    drafts: list[Draft] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    shelf: Shelf = field(default_factory=lambda: _shelf())  # noqa: PLW0108 - it stands below

    @property
    def only_vocabularies(self) -> bool:
        """Whether the paths mean vocabularies and no policy, so that there is nothing to compute."""
        return bool(self.drafts) and all(draft.compiled.vocabulary is not None for draft in self.drafts)

    @property
    def languages(self) -> list[str]:
        """The language of each file's keywords."""
        return [file.language for draft in self.drafts for file in draft.compiled.files]


def _shelf() -> Shelf:
    from polc.workspace.vocabularies import Shelf

    return Shelf()


def load(paths: Sequence[str | Path], left_out: Callable[[Path], bool] | None = None) -> Workspace:
    """Load every policy that ``paths`` (files or folders) mean, but for files of folders that are ``left_out``."""
    space = Workspace()
    for unit in units(paths, space, left_out):
        add(unit, space)
    _imported(space)
    return space


def load_units(chosen: Iterable[Unit], findings: Iterable[Diagnostic] = ()) -> Workspace:
    """Load some of what ``units`` gave; ``findings`` are those of reading it. What stands in no unit is not there."""
    space = Workspace(findings=list(findings))
    for unit in chosen:
        add(unit, space)
    _imported(space)
    return space


def units(
    paths: Sequence[str | Path], space: Workspace, left_out: Callable[[Path], bool] | None = None
) -> Iterator[Unit]:
    """Yield what ``paths`` mean, each once, with its texts; findings of reading them go to ``space``.

    A vocabulary comes before the policies of its folder.
    """
    seen: set[Path] = set()
    for given in paths:
        path = Path(given)
        groups = list(files_by_folder(path, space, left_out))
        for files in groups:
            yield from _units(files, given_file=path if path.is_file() else None, space=space, seen=seen)


def add(unit: Unit, space: Workspace) -> Draft:
    """Compile a unit into a workspace, with its official text if it names one."""
    if unit.vocabulary is not None:
        draft = Draft(unit.path, space.shelf.take(unit.sources[0], unit.vocabulary))
    else:
        draft = Draft(unit.path, compile_sources(unit.sources, space.shelf))
        draft.official = _official(Path(unit.sources[0].path).parent, draft.compiled, space)
        draft.accepted = _accepted(draft.official)
    space.drafts.append(draft)
    return draft


def load_together(files: Sequence[Path]) -> Workspace:
    """Load the files of one folder: one policy, or several where several of them have a 政策."""
    space = Workspace()
    for unit in _units(list(files), given_file=None, space=space, seen=set()):
        add(unit, space)
    _imported(space)
    return space


def link_versions(space: Workspace) -> None:
    """Find the earlier version of every policy that names one (前版); only some commands ask for it."""
    from polc.workspace.versions import Versions

    Versions(space, load_together).link()


def _imported(space: Workspace) -> None:
    """Add what was found in vocabularies that were only imported, so that it is told once; and say what to import."""
    from polc.workspace.import_hint import hinted

    for draft in space.drafts:
        draft.compiled.findings = hinted(draft.compiled, space.shelf.vocabularies)
    given = {id(draft.compiled) for draft in space.drafts}
    space.findings.extend(space.shelf.findings)
    for vocabulary in space.shelf.vocabularies:
        if id(vocabulary) not in given:
            space.findings.extend(vocabulary.findings)


def compile_sources(sources: Sequence[Source], shelf: Shelf | None = None) -> Compiled:
    """Return the policy that some sources make together, with the vocabularies that they import.

    Paths are those of the sources; ``shelf`` keeps vocabularies for other policies.
    """
    from polc.passes.pipeline import compile_policy, parse_together
    from polc.workspace.rows_from import with_rows

    parsed = with_rows(parse_together(sources))
    imported = (shelf or _shelf()).imported(parsed)
    return compile_policy(parsed, imported.shared, imported.missing)


def files_by_folder(
    path: Path, space: Workspace, left_out: Callable[[Path], bool] | None = None
) -> Iterable[list[Path]]:
    """Yield the .pol files of each folder below ``path``; a file is yielded as it is. Findings go to ``space``."""
    try:
        if not path.exists():
            space.findings.append(missing(path))
            return
        if path.is_file():
            yield [path]
            return
        folders: dict[Path, list[Path]] = {}
        for file in sorted(path.rglob("*.pol")):
            if not _SKIPPED.intersection(file.parts) and not file.is_dir() and not (left_out and left_out(file)):
                folders.setdefault(file.parent, []).append(file)
    except OSError:
        space.findings.append(missing(path))
        return
    if not folders:
        space.findings.append(no_policies(str(path)))
    yield from folders.values()


def _units(files: list[Path], *, given_file: Path | None, space: Workspace, seen: set[Path]) -> Iterator[Unit]:
    """Yield the vocabularies and the policies among the files of a folder."""
    sources: list[Source] = []
    for file in files:
        if file in seen:
            continue
        seen.add(file)
        source, found = read(file)
        space.findings.extend(found)
        if source is None:
            continue
        parsed = _vocabulary(source)
        if parsed is None:
            sources.append(source)
        else:
            yield Unit(Path(source.path), (source,), parsed)
    if given_file is not None and sources and not _HEAD.search(sources[0].text):
        sources.extend(_siblings(given_file, space))
    heads = [source for source in sources if _HEAD.search(source.text)]
    together = [sources] if len(heads) <= 1 else [[source] for source in sources]
    for group in together:
        if group:
            path = Path(group[0].path)
            yield Unit(path.parent if len(files) > 1 or given_file is None else path, tuple(group))


def _vocabulary(source: Source) -> Parsed | None:
    """Return the tree of a file that is a vocabulary, else None."""
    if not _SHARED.search(source.text):
        return None
    from polc.workspace.vocabularies import parsed_vocabulary

    return parsed_vocabulary(source)


def _siblings(file: Path, space: Workspace) -> list[Source]:
    """Return the other files of the folder, for a chapter that was named by itself."""
    found: list[Source] = []
    for other in sorted(file.parent.glob("*.pol")):
        if other.resolve() != file.resolve():
            source, problems = read(other)
            space.findings.extend(problems)
            if source is not None and _vocabulary(source) is None:
                found.append(source)
    return found


def _official(folder: Path, compiled: Compiled, space: Workspace) -> Source | None:
    """Return the official text that 原文文件 names, or None."""
    if compiled.policy is None:
        return None
    name = compiled.policy.headers.get("source", "")
    if not name:
        return None
    source, problems = read(folder / name)
    space.findings.extend(problems)
    return source


def _accepted(official: Source | None) -> Accepted | None:
    """Return what is recorded of an official text, or None where nothing is."""
    path = Path(official.path + SUFFIX) if official is not None else None
    source = read(path)[0] if path is not None and path.is_file() else None
    return read_record(source.text) if source is not None else None

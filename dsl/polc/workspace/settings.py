"""What ``polc.toml``, or ``[tool.polc]`` of ``pyproject.toml``, says of a check; what the command line says goes first.

The file is looked for in the folder of what is checked and above; of two in one folder ``polc.toml`` is taken.
Guarantees: whatever the file holds, settings come back, with a finding at the place of each line that is not
understood; nothing is guessed.
"""

from __future__ import annotations

import fnmatch
import os
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from polc.checks.norms import NORMS, Norms
from polc.diagnostics import Diagnostic, Severity
from polc.errors.configuration_unreadable import configuration_unreadable
from polc.errors.empty_file import RULE as EMPTY
from polc.syntax.decode import read
from polc.text import Source

NAMES = ("polc.toml", "pyproject.toml")
"""What the file is called, the one that is taken first first."""

_WITHIN = {"pyproject.toml": ("tool", "polc")}


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set; None, or empty, where nothing is said. ``folder`` is that of the file, which paths are told from."""

    folder: Path = Path()
    as_of: str | None = None
    fail_level: Severity | None = None
    strict: bool = False
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    levels: Mapping[str, Severity | None] = field(default_factory=dict)  # None: off
    norms: Norms = NORMS

    @property
    def places(self) -> list[Path]:
        """The ``paths``, as seen from the working folder."""
        return [_from_here(self.folder / path) for path in self.paths]

    @property
    def baseline_file(self) -> Path | None:
        """The ``baseline``, as seen from the working folder."""
        return None if self.baseline is None else _from_here(self.folder / self.baseline)

    def left_out(self, file: Path) -> bool:
        """Return whether ``exclude`` names a file, or a folder that it is in; ``*`` stands for any part of a path."""
        if not self.exclude:
            return False
        try:
            told = Path(os.path.relpath(file, self.folder)).as_posix()
        except ValueError:  # on another drive
            return False
        names = [told, *(parent.as_posix() for parent in Path(told).parents)]
        patterns = [pattern.rstrip("/") for pattern in self.exclude]
        return any(fnmatch.fnmatchcase(name, pattern) for name in names for pattern in patterns)


def settings_for(paths: Iterable[str | Path], file: Path | None = None) -> tuple[Settings, list[Diagnostic]]:
    """Return the settings for what ``paths`` mean, from ``file`` or from the nearest one above all of them."""
    from polc.workspace.settings_read import settings_of  # noqa: PLC0415 - most runs have no such file

    if file is not None:
        source, found = _source(file)
        table = _table(source, found) if source is not None else None
    else:
        source, table, found = _nearest(paths)
    if source is None or table is None:
        return Settings(), found
    settings, unclear = settings_of(table, source, _WITHIN.get(Path(source.path).name, ()))
    return settings, [*found, *unclear]


def _nearest(paths: Iterable[str | Path]) -> tuple[Source | None, dict[str, Any] | None, list[Diagnostic]]:
    """Return the nearest file that holds settings of ours, and its table of them."""
    top = _together([Path(path) for path in paths])
    for folder in (top, *top.parents):
        for name in NAMES:
            file = folder / name
            if not os.path.isfile(file):  # noqa: PTH113 - Path.is_file() fails where we may not look
                continue
            source, found = _source(_from_here(file))
            if name in _WITHIN and (source is None or "tool.polc" not in source.text):
                continue  # somebody else's, whatever is wrong with it
            table = _table(source, found) if source is not None else None
            if table is not None or found:
                return source, table, found
    return None, None, []


def _together(paths: Sequence[Path]) -> Path:
    """Return the folder that all paths are in."""
    whole = [path.absolute() for path in paths]
    folders = [path if os.path.isdir(path) else path.parent for path in whole]  # noqa: PTH112 - as of is_file()
    folders = folders or [Path.cwd()]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # drives apart
        return folders[0]


def _source(file: Path) -> tuple[Source | None, list[Diagnostic]]:
    source, found = read(file)
    if source is None and [each.rule for each in found] == [EMPTY]:
        return Source(str(file), ""), []  # nothing is set, which is fine
    return source, list(found)


def _table(source: Source, found: list[Diagnostic]) -> dict[str, Any] | None:
    """Return our table of a file; None where it has none, or where it cannot be read, which is then ``found``."""
    try:
        table: Any = tomllib.loads(source.text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:  # beside its own error, too long a number and too deep a list
        found.append(configuration_unreadable(source, str(error)))
        return None
    for key in _WITHIN.get(Path(source.path).name, ()):
        table = table.get(key)
        if not isinstance(table, dict):
            return None
    return dict(table)


def _from_here(path: Path) -> Path:
    """Return a path as seen from the working folder, where it lies below it."""
    full = Path(os.path.normpath(path.absolute()))
    return full.relative_to(Path.cwd()) if full.is_relative_to(Path.cwd()) else full

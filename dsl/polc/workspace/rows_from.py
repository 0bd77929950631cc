"""``来自``: the rows of an example or scenario, read from the file beside the policy that names it.

Guarantees: every file is read once for a policy; what cannot be read is a finding where the line stands, what is wrong
inside it one where it stands in the file.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

from polc.diagnostics import Diagnostic
from polc.errors.encoding_guessed import RULE as ENCODING_GUESSED
from polc.errors.rows_not_read import ABSOLUTE, EMPTY, MISSING, NOT_CSV, UNREADABLE, rows_not_read
from polc.errors.rows_twice import rows_twice
from polc.model.values import FreeText
from polc.passes.pipeline import Parsed
from polc.syntax.decode import read
from polc.syntax.rows_of_file import Rows, rows_of_file
from polc.syntax.tree import Block, File, Line

_SHEETS = frozenset((".xlsx", ".xls", ".xlsm", ".et", ".ods", ".numbers"))


def with_rows(parsed: Parsed) -> Parsed:
    """Return the trees with the rows that their tables take from files."""
    if not any(_names_files(block) for file in parsed.files for block in file.blocks):
        return parsed
    attached = _Attached()
    files = [
        File(attached.blocks(file.blocks, Path(source.path).parent), file.lines, file.language)
        for source, file in zip(parsed.sources, parsed.files, strict=True)
    ]
    return Parsed(parsed.sources, tuple(files), (*parsed.findings, *attached.findings))


def _names_files(block: Block) -> bool:
    return any(block.each("rows_from")) or any(_names_files(inner) for inner in block.blocks)


class _Attached:
    """Files being read into the tables that name them."""

    def __init__(self) -> None:
        self.findings: list[Diagnostic] = []
        self._read: dict[Path, Rows] = {}

    def blocks(self, blocks: tuple[Block, ...], folder: Path) -> tuple[Block, ...]:
        """Return the blocks, those that name a file with its rows."""
        return tuple(self._block(block, folder) if _names_files(block) else block for block in blocks)

    def _block(self, block: Block, folder: Path) -> Block:
        block = replace(block, blocks=self.blocks(block.blocks, folder))
        line = block.the("rows_from")
        if line is None or not isinstance(line.value, FreeText):
            return block
        name = line.value.text.strip("“”\"'")
        if block.columns:
            self.findings.append(rows_twice(line.span, name))
            return block
        rows = self._rows(line, name, folder)
        return replace(block, columns=rows.columns, rows=tuple(rows.rows)) if rows is not None else block

    def _rows(self, line: Line, name: str, folder: Path) -> Rows | None:
        span = line.value.span if isinstance(line.value, FreeText) and line.value.span else line.span
        if Path(name).is_absolute():
            self.findings.append(rows_not_read(span, name, ABSOLUTE))
            return None
        path = folder / name
        if path in self._read:
            return self._read[path]
        if Path(name).suffix.lower() in _SHEETS:
            self.findings.append(rows_not_read(span, name, NOT_CSV))
            return None
        try:
            there = path.is_file()
        except (OSError, ValueError):
            there = False
        if not there:
            self.findings.append(rows_not_read(span, name, MISSING, _nearest(path)))
            return None
        source, noticed = read(path)
        self.findings.extend(finding for finding in noticed if finding.rule is not ENCODING_GUESSED and source)
        if source is None:
            empty = any(finding.rule.name == "empty-file" for finding in noticed)
            self.findings.append(rows_not_read(span, name, EMPTY if empty else UNREADABLE))
            return None
        rows = self._read[path] = rows_of_file(source)
        self.findings.extend(rows.findings)
        return rows


def _nearest(path: Path) -> str:
    """Return the name in its folder that was probably meant, or ""."""
    try:
        names = [each.name for each in path.parent.iterdir() if each.suffix.lower() in (".csv", ".tsv", ".txt")]
    except OSError:
        return ""
    return next(iter(difflib.get_close_matches(path.name, names, n=1)), "")

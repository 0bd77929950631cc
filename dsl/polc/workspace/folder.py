"""The policies of one folder, file by file: which rows stand in a file, and what is wrong that it should tell.

For hosts that go from file to file (pytest). Everything is loaded once, and each table is run once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from polc.diagnostics import Diagnostic, Severity
from polc.diagnostics.ordering import in_order
from polc.model.expectations import Table
from polc.model.policy import Part
from polc.runs.reading import table_problems
from polc.workspace.blocked import Blocked
from polc.workspace.load import Draft, Workspace, load_together
from polc.workspace.suite import Named, cases, runs, tables_of


@dataclass(frozen=True, slots=True)
class Place:
    """A row that can be run: ``number`` counts from 1 within the table, ``line`` from 1 within the file."""

    draft: Draft
    part: Part
    table: Table
    number: int
    line: int

    @property
    def name(self) -> str:
        """``（二） 算力补贴 · 门槛与封顶 · 第3行``."""
        owner = " ".join(word for word in (self.part.clause, self.part.name) if word)
        return " · ".join(word for word in (owner, self.table.title, f"第{self.number}行") if word)


@dataclass
class Folder:
    """The .pol files of one folder, loaded together."""

    space: Workspace
    _ran: dict[int, dict[int, Named]] = field(default_factory=dict)
    _blocks: dict[int, Blocked] = field(default_factory=dict)
    _tellers: dict[int, str] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Folder:
        """Load the .pol files of a folder, but not those of the folders in it."""
        return cls(load_together(sorted(path.glob("*.pol"))))

    def drafts(self, file: str) -> Iterator[Draft]:
        """Yield the policies to which the file of this name belongs."""
        return (draft for draft in self.space.drafts if file in _files(draft))

    def rows(self, draft: Draft, file: str) -> Iterator[Place]:
        """Yield the rows of a policy that stand in the file of this name."""
        for part, table in tables_of(draft):
            if part.name not in draft.compiled.lowered().plans:
                continue
            for rows in cases(table):
                number, row = rows[0]
                if row.span is not None and Path(row.span.source.path).name == file:
                    yield Place(draft, part, table, number, row.span.begin.line)

    def errors(self, draft: Draft) -> list[Diagnostic]:
        """Return what keeps a policy, or some of its tables, from being run, in its own files or in what it imports."""
        found = list(draft.compiled.findings)
        for vocabulary in draft.compiled.shared:
            found.extend(vocabulary.findings)
        for part, table in tables_of(draft):
            found.extend(table_problems(draft.compiled, part, table))
        known = {file for each in self.space.drafts for file in _files(each)}
        for finding in self.space.findings:
            path = Path(finding.place.span.source.path)
            own = path.name in _files(draft) and path.parent == _home(draft)
            if own or (path.name not in known and path.suffix != ".pol"):
                found.append(finding)
        return _errors(found)

    def errors_of_file(self, file: str) -> list[Diagnostic]:
        """Return why a file could not be read, where it belongs to no policy for that."""
        return _errors(f for f in self.space.findings if Path(f.place.span.source.path).name == file)

    def is_teller(self, draft: Draft, file: str) -> bool:
        """Return whether this file tells the errors of a policy: the first of its files that is asked."""
        return self._tellers.setdefault(id(draft), file) == file

    def run(self, place: Place) -> Named:
        """Return a row as it ran, with its whole table."""
        known = self._ran.get(id(place.table))
        if known is None:
            found = runs(place.draft, place.part, place.table, self._blocked(place.draft))
            known = {named.row.number: named for named in found}
            self._ran[id(place.table)] = known
        return known[place.number]

    def _blocked(self, draft: Draft) -> Blocked:
        if id(draft) not in self._blocks:
            self._blocks[id(draft)] = Blocked(draft.compiled)
        return self._blocks[id(draft)]


def _home(draft: Draft) -> Path:
    return Path(draft.compiled.sources[0].path).parent


def _files(draft: Draft) -> set[str]:
    return {Path(source.path).name for source in draft.compiled.sources}


def _errors(findings: Iterator[Diagnostic] | list[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in in_order(findings) if finding.severity is Severity.ERROR]

"""What the site tells of: each policy with its findings, its example rows as they ran, and where its parts stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from polc.diagnostics import Diagnostic
from polc.diagnostics.words import Language
from polc.model.expectations import Table
from polc.model.policy import Clause, Definition, Part, Passage, Policy
from polc.passes.lower.plan import Lowered
from polc.site.addresses import clause_slug, distinct, folders_of, slug
from polc.workspace.coverage import Coverage, coverage_of
from polc.workspace.load import Draft, Workspace
from polc.workspace.suite import Named, Suite

Held: TypeAlias = Part | Passage | Definition


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a policy: a clause with what stands in it, in the order of the file; or what stands in none."""

    path: str
    clause: Clause | None
    parts: tuple[Part, ...]
    passages: tuple[Passage, ...]
    definitions: tuple[Definition, ...] = ()

    @property
    def held(self) -> list[Held]:
        """What stands on the page, in the order of the file."""
        every: list[Held] = [*self.parts, *self.passages, *self.definitions]
        return sorted(every, key=_place)


@dataclass(frozen=True)
class Entry:
    """One policy: what it compiled to, what was found in it, how its rows ran, and its pages."""

    draft: Draft
    policy: Policy
    lowered: Lowered
    folder: str
    pages: tuple[Page, ...]
    findings: tuple[Diagnostic, ...] = ()
    rows: dict[tuple[str, int], list[Named]] = field(default_factory=dict)
    coverage: Coverage | None = None

    @property
    def overview(self) -> str:
        """The path of the policy's first page."""
        return f"{self.folder}/index.md"

    def page_of(self, part: Part) -> Page | None:
        """Return the page on which a part stands."""
        return next((page for page in self.pages if any(each is part for each in page.parts)), None)

    def address(self, name: str) -> str:
        """Return the page and anchor of the part or the defined word with this name; "" where there is none."""
        for page in self.pages:
            names = (*(part.name for part in page.parts), *(each.name for each in page.definitions))
            if name in names:
                return f"{page.path}#{slug(name)}"
        return ""

    def rows_of(self, part: Part, table: Table) -> list[Named]:
        """Return the rows of a table of a part, as they ran."""
        return self.rows.get((part.name, id(table)), [])

    @property
    def is_draft(self) -> bool:
        """Whether the policy is a draft for consultation, no document in effect."""
        status = self.lowered.whole.status
        return status is not None and status.value is not None and status.value.id == "draft"

    @property
    def language(self) -> Language:
        """The language of the policy's own keywords."""
        return "en" if self.policy.language == "en" else "zh"


def gather(space: Workspace, found: Iterable[Diagnostic], suite: Suite) -> list[Entry]:
    """Return what the site tells of every policy that could be read."""
    drafts = [draft for draft in space.drafts if draft.policy is not None]
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for finding in found:
        by_file[finding.place.span.source.path].append(finding)
    rows: dict[int, list[Named]] = defaultdict(list)
    for named in suite.rows:
        rows[id(named.draft)].append(named)
    return [
        entry_of(draft, folder, own_findings(draft, by_file), rows[id(draft)])
        for draft, folder in zip(drafts, folders_of(draft.name for draft in drafts), strict=True)
    ]


def own_findings(draft: Draft, by_file: Mapping[str, Sequence[Diagnostic]]) -> list[Diagnostic]:
    """Return what was found in the files of a policy; ``by_file`` has the findings by the paths of their places."""
    return [finding for source in draft.compiled.sources for finding in by_file.get(source.path, ())]


def entry_of(draft: Draft, folder: str, found: Sequence[Diagnostic], ran: Iterable[Named]) -> Entry:
    """Return what the site tells of one policy. Raises ValueError where the files make none."""
    policy = draft.policy
    if policy is None:
        msg = "there is no policy to tell of"
        raise ValueError(msg)
    rows: dict[tuple[str, int], list[Named]] = defaultdict(list)
    for named in ran:
        rows[named.row.part.name, id(named.row.table)].append(named)
    figures = coverage_of(draft, policy)
    pages = tuple(_pages(policy, folder))
    return Entry(draft, policy, draft.compiled.lowered(), folder, pages, tuple(found), dict(rows), figures)


def _pages(policy: Policy, folder: str) -> Iterable[Page]:
    """Yield the clauses of a policy in order, then what stands in none."""
    names = distinct(clause_slug(clause) for clause in policy.clauses)
    for clause, name in zip(policy.clauses, names, strict=True):
        yield Page(f"{folder}/{name}.md", clause, *_held(policy, clause.number))
    held = _held(policy, "")
    if any(held):
        yield Page(f"{folder}/通则.md", None, *held)


def _held(policy: Policy, number: str) -> tuple[tuple[Part, ...], tuple[Passage, ...], tuple[Definition, ...]]:
    parts = sorted((part for part in policy.parts if part.clause == number), key=_place)
    passages = sorted((each for each in policy.passages if each.clause == number), key=_place)
    shared = {each.name for vocabulary in policy.shared for each in vocabulary.definitions}
    own = (each for each in policy.definitions if each.clause == number and each.name not in shared)
    return tuple(parts), tuple(passages), tuple(sorted(own, key=_place))


def _place(each: Held) -> tuple[str, int]:
    return each.span.source.path, each.span.start

"""Everything that is found in some policies: reading, names and types, tables, and the checks."""

from __future__ import annotations

from polc.checks.catalog import checks
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Severity
from polc.diagnostics.ordering import in_order
from polc.runs.reading import table_problems
from polc.workspace.known import without_known
from polc.workspace.load import Draft, Workspace, link_versions
from polc.workspace.suite import tables_of


def findings(space: Workspace, day: int = 0) -> list[Diagnostic]:
    """Return every finding, in order, each once. ``day`` is today (0: nothing is said about what depends on it)."""
    link_versions(space)
    found = list(space.findings)
    for draft in space.drafts:
        found.extend(draft.compiled.findings)
        for part, table in tables_of(draft):
            found.extend(table_problems(draft.compiled, part, table))
        if draft.policy is not None:
            subject = checked(draft, day)
            told = [finding for check in checks() for finding in check(subject)]
            if not subject.whole:
                # what could not be read may well be what a warning would miss: first things first
                told = [finding for finding in told if finding.severity is Severity.ERROR]
            found.extend(without_known(draft, told, whole=subject.whole))
    return in_order(found)


def checked(draft: Draft, day: int = 0) -> Checked:
    """Return what the checks look at of a policy, with its earlier versions. Raises ValueError where it is none."""
    if draft.policy is None:
        msg = "there is no policy to check"
        raise ValueError(msg)
    earlier = checked(draft.earlier, day) if draft.earlier is not None else None
    return Checked(draft.compiled, draft.policy, draft.official, draft.accepted, day, earlier)

"""Everything that is found in some policies: reading, names and types, tables, and the checks; and what was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from polc.checks.asked import Question, tally
from polc.checks.check_skipped import check_skipped
from polc.checks.citations import citable, cited
from polc.checks.citing import Citable
from polc.checks.draft import Checked
from polc.checks.norms import NORMS, Norms
from polc.diagnostics import Diagnostic
from polc.diagnostics.ordering import in_order
from polc.diagnostics.tally import Tally
from polc.runs.reading import table_problems
from polc.workspace.answers import answers
from polc.workspace.known import without_known
from polc.workspace.load import Draft, Workspace, link_versions
from polc.workspace.means import ALONE, Means
from polc.workspace.suite import tables_of


@dataclass(frozen=True, slots=True)
class Examined:
    """What some policies were found to be: every finding, in order, each once; and what came of the questions put."""

    findings: list[Diagnostic]
    tally: Tally


def every_rule(_name: str) -> bool:
    """Return that a rule is wanted, whichever it is."""
    return True


def examined(
    space: Workspace,
    day: int = 0,
    wanted: Callable[[str], bool] = every_rule,
    means: Means = ALONE,
    norms: Norms = NORMS,
    beside: Sequence[Citable] | None = None,
) -> Examined:
    """Return what is found. ``day`` is today (0: nothing is said about what depends on it).

    ``norms`` are the figures that policies are held against. ``wanted`` tells by a rule's name whether what it asked is
    to be counted, and what it could not decide to be told. ``beside`` are all the policies that may be cited, where
    they are others than those of the workspace.
    """
    link_versions(space)
    subjects = {
        place: checked(draft, day, norms) for place, draft in enumerate(space.drafts) if draft.policy is not None
    }
    others = [citable(subject.policy) for subject in subjects.values()] if beside is None else beside
    subjects = {place: replace(subject, cited=cited(subject, others)) for place, subject in subjects.items()}
    answered = dict(zip(subjects, answers(list(subjects.values()), means), strict=True))
    found, asked = list(space.findings), Tally()
    for place, draft in enumerate(space.drafts):
        found.extend(draft.compiled.findings)
        for part, table in tables_of(draft):
            found.extend(table_problems(draft.compiled, part, table))
        if place in answered:
            subject = subjects[place]
            told, questions = answered[place]
            found.extend(_told(draft, subject, told, questions, wanted))
            asked += tally([each for each in questions if wanted(each.rule)]) + Tally(unread=not subject.whole)
    return Examined(in_order(found), asked)


def findings(space: Workspace, day: int = 0) -> list[Diagnostic]:
    """Return every finding, in order, each once; ``day`` as of ``examined``."""
    return examined(space, day).findings


def checked(draft: Draft, day: int = 0, norms: Norms = NORMS) -> Checked:
    """Return what the checks look at of a policy, with its earlier versions. Raises ValueError where it is none."""
    if draft.policy is None:
        msg = "there is no policy to check"
        raise ValueError(msg)
    earlier = checked(draft.earlier, day, norms) if draft.earlier is not None else None
    return Checked(draft.compiled, draft.policy, draft.official, draft.accepted, day, earlier, norms)


def _told(
    draft: Draft, subject: Checked, found: list[Diagnostic], questions: list[Question], wanted: Callable[[str], bool]
) -> list[Diagnostic]:
    """Return the findings that no 已知问题 keeps, and what was not decided of the rules wanted."""
    skipped = check_skipped(subject.policy, questions, every_rule)
    told = without_known(draft, [*found, *skipped], whole=subject.whole)
    if not any(each in told for each in skipped):
        return told
    return [*(each for each in told if each not in skipped), *check_skipped(subject.policy, questions, wanted)]

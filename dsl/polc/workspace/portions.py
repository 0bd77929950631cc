"""What one check finds in one policy, and what it asked: the unit of work that is shared out and kept.

Guarantees: checks know nothing of one another, so the portions of a policy put together in the order of the checks are
what one process that runs them all would find, whoever worked them out and when. A portion that did not ask for the day
is the same on any day: a check is a function of what it looks at, and on another day would look at the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from polc.checks.asked import Question, asked_by
from polc.checks.catalog import checks, name_of
from polc.checks.draft import Checked, day_asked
from polc.diagnostics import Diagnostic, Severity, Words
from polc.diagnostics.causes import one_a_cause
from polc.diagnostics.kept import digest, put_away, taken_out
from polc.text import Source
from polc.workspace.cache import Data

Answer = tuple[list[Diagnostic], list[Question]]
"""What the checks find in a policy, one finding a cause, and what they asked."""


@dataclass(frozen=True, slots=True)
class Portion:
    """What one check finds in a policy, what it asked, and whether it asked for the day."""

    found: tuple[Diagnostic, ...]
    asked: tuple[Question, ...]
    daily: bool


Portions = Mapping[str, Portion]
"""Portions of one policy by the names of their checks."""


def names() -> list[str]:
    """Return the names of all checks, in order."""
    return [_name(check.__module__) for check in checks()]


def run_checks(subject: Checked, wanted: Iterable[str]) -> dict[str, Portion]:
    """Return what some checks find in a policy."""
    named = {_name(check.__module__): check for check in checks()}
    found: dict[str, Portion] = {}
    for name in wanted:
        questions: list[Question] = []
        with day_asked() as days, asked_by(name_of(named[name]), questions):
            told = tuple(named[name](subject))
        found[name] = Portion(told, tuple(questions), bool(days))
    return found


def put_together(subject: Checked, portions: Portions) -> Answer:
    """Return what all checks find in a policy. Raises KeyError where one is missing."""
    every = [portions[name] for name in names()]
    found = [finding for portion in every for finding in portion.found]
    if not subject.whole:
        # what could not be read may well be what a warning would miss: first things first
        found = [finding for finding in found if finding.severity is Severity.ERROR]
    return one_a_cause(found), [question for portion in every for question in portion.asked]


def weight(subject: Checked) -> int:
    """Return how much work a policy is likely to be, in code points of its texts."""
    earlier = weight(subject.earlier) if subject.earlier is not None else 0
    return sum(len(source.text) for source in subject.compiled.sources) + earlier


def unlowered(subject: Checked) -> Checked:
    """Return the same policy as light as it can be: what it takes to look at it in another process."""
    earlier = unlowered(subject.earlier) if subject.earlier is not None else None
    return replace(subject, compiled=subject.compiled.unlowered(), earlier=earlier)


# ---- as JSON: for the cache on disk, and between two processes ------------------------------------


def packed(subject: Checked, portions: Portions) -> Data:
    """Return portions as JSON."""
    found = [finding for portion in portions.values() for finding in portion.found]
    rows = [[name, len(each.found), list(map(_asked, each.asked)), each.daily] for name, each in portions.items()]
    return {"found": put_away(found, _known(subject)), "portions": rows}


def unpacked(subject: Checked, data: Data) -> dict[str, Portion]:
    """Return the portions that ``packed`` gave. Raises ValueError where they are none."""
    portions: dict[str, Portion] = {}
    try:
        left = taken_out(data["found"], _known(subject))
        for name, count, asked, daily in data["portions"]:
            found, left = left[:count], left[count:]
            portions[name] = Portion(tuple(found), tuple(_question(*row) for row in asked), bool(daily))
    except (KeyError, TypeError) as what:
        msg = "these are no portions that were packed"
        raise ValueError(msg) from what
    if left:
        msg = "there are findings that no check found"
        raise ValueError(msg)
    return portions


def _name(module: str) -> str:
    return module.rpartition(".")[2]


def _asked(question: Question) -> list[Any]:
    why = question.why
    return [question.rule, question.part, question.came, None if why is None else [why.zh, why.en]]


def _question(rule: str, part: str, came: Any, why: list[str] | None) -> Question:  # noqa: ANN401 - JSON
    return Question(rule, part, came, None if why is None else Words(*why))


def sources_of(subject: Checked) -> Sequence[Source]:
    """Return every text that a policy was put together from: its files, what it imports, rows, the official text."""
    compiled = subject.compiled
    found = [*compiled.sources, *(source for each in compiled.shared for source in each.sources)]
    for part in subject.policy.parts:
        for table in part.tables:
            found.extend(row.span.source for row in table.rows if row.span is not None)
            found.extend(column.span.source for column in table.columns if column.span is not None)
    if subject.official is not None:
        found.append(subject.official)
    return list(dict.fromkeys(found))


def _known(subject: Checked) -> Any:  # noqa: ANN401 - polc.diagnostics.kept.Known
    """Return what gives the source of a path and a digest among those of a policy and its earlier versions."""
    found: dict[tuple[str, str], Source] = {}
    at: Checked | None = subject
    while at is not None:
        found.update({(source.path, digest(source.text)): source for source in sources_of(at)})
        at = at.earlier
    return lambda path, hashed: found.get((path, hashed))

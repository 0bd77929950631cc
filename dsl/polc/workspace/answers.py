"""What the checks find in one policy and what they asked: looked up, worked out here, or worked out by others at once.

Guarantees: the same whichever way it came about. An answer that was looked up was worked out from the very same texts,
records and day, by this very polc.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from polc.checks.asked import Question, asked_by
from polc.checks.catalog import checks, name_of
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Severity, Words
from polc.diagnostics.causes import one_a_cause
from polc.diagnostics.kept import digest, put_away, taken_out
from polc.text import Source
from polc.workspace.cache import Data, key_of
from polc.workspace.means import ALONE, Means

Answer = tuple[list[Diagnostic], list[Question]]


def answers(subjects: Sequence[Checked], means: Means = ALONE) -> list[Answer]:
    """Return what the checks find in each policy, one finding a cause, and what they asked, in the same order."""
    from polc.workspace.spread import spread  # noqa: PLC0415 - it needs this module

    found: dict[int, Answer] = {}
    keys: dict[int, str] = {}
    if means.cache is not None:
        for place, subject in enumerate(subjects):
            keys[place] = key_of(rests_on(subject))
            known = means.cache.get(keys[place])
            answer = _unpacked(subject, known) if known is not None else None
            if answer is not None:
                found[place] = answer
    left = {place: subject for place, subject in enumerate(subjects) if place not in found}
    for done, (place, answer) in enumerate(spread(left, means.processes), 1):
        found[place] = answer
        if means.told is not None:
            means.told(done, len(left))
        if means.cache is not None:
            means.cache.put(keys[place], packed(subjects[place], answer))
    return [found[place] for place in range(len(subjects))]


def run_checks(subject: Checked) -> Answer:
    """Return what the checks find in a policy, one finding a cause, and what they asked."""
    found: list[Diagnostic] = []
    questions: list[Question] = []
    for check in checks():
        with asked_by(name_of(check), questions):
            found.extend(check(subject))
    if not subject.whole:
        # what could not be read may well be what a warning would miss: first things first
        found = [finding for finding in found if finding.severity is Severity.ERROR]
    return one_a_cause(found), questions


def weight(subject: Checked) -> int:
    """Return how much work a policy is likely to be, in code points of its texts."""
    earlier = weight(subject.earlier) if subject.earlier is not None else 0
    return sum(len(source.text) for source in subject.compiled.sources) + earlier


def unlowered(subject: Checked) -> Checked:
    """Return the same policy as light as it can be: what it takes to answer for it in another process."""
    earlier = unlowered(subject.earlier) if subject.earlier is not None else None
    return replace(subject, compiled=subject.compiled.unlowered(), earlier=earlier)


def packed(subject: Checked, answer: Answer) -> Data:
    """Return an answer as JSON."""
    found, questions = answer
    return {"found": put_away(found, _known(subject)), "asked": list(map(_asked, questions))}


def unpacked(subject: Checked, data: Data) -> Answer:
    """Return the answer that ``packed`` gave. Raises ValueError where it is none."""
    try:
        return taken_out(data["found"], _known(subject)), [_question(*row) for row in data["asked"]]
    except (KeyError, TypeError) as what:
        msg = "this is no answer that was packed"
        raise ValueError(msg) from what


def _unpacked(subject: Checked, data: Data) -> Answer | None:
    try:
        return unpacked(subject, data)
    except ValueError:
        return None


def _asked(question: Question) -> list[Any]:
    why = question.why
    return [question.rule, question.part, question.came, None if why is None else [why.zh, why.en]]


def _question(rule: str, part: str, came: Any, why: list[str] | None) -> Question:  # noqa: ANN401 - JSON
    return Question(rule, part, came, None if why is None else Words(*why))


# ---- what an answer rests on -------------------------------------------------------------------


def rests_on(subject: Checked) -> Iterator[str]:
    """Yield everything that the checks can see of a policy: every field of ``Checked``, in words."""
    yield "policy"
    yield str(subject.day)
    yield repr(subject.norms)
    yield repr(subject.cited)
    for source in _sources(subject):
        yield source.path
        yield source.encoding
        yield digest(source.text)
    yield "official" if subject.official is not None else ""
    accepted = subject.accepted
    yield json.dumps([accepted.sha256, *accepted.sentences]) if accepted is not None else ""
    for compiled in (subject.compiled, *subject.compiled.shared):
        # whatever else was looked for when it was read, and not found, is told here
        yield json.dumps(put_away(compiled.findings, lambda *_: None))
    if subject.earlier is not None:
        yield from rests_on(subject.earlier)


def _sources(subject: Checked) -> list[Source]:
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
        found.update({(source.path, digest(source.text)): source for source in _sources(at)})
        at = at.earlier
    return lambda path, hashed: found.get((path, hashed))


def sized(subjects: Iterable[Checked]) -> int:
    """Return the weight of some policies together."""
    return sum(map(weight, subjects))

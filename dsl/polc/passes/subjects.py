"""Subjects: owners and kinds that exist, facts declared once."""

from __future__ import annotations

from collections.abc import Iterator

from polc.diagnostics import Diagnostic
from polc.errors import circular_definition, duplicate_name, unknown_subject
from polc.model.policy import Fact, Subject
from polc.passes.names import Names, nearest


def check_subjects(names: Names) -> Iterator[Diagnostic]:
    """Yield what is wrong with 归属, 是 and the facts of every 对象."""
    known = list(names.subjects)
    for subject in names.subjects.values():
        wanted = [owner.subject for owner in subject.owners] + ([subject.is_a] if subject.is_a else [])
        for name in wanted:
            if name.text not in names.subjects:
                near = nearest(name.text, known)
                yield unknown_subject.unknown_subject(name.span or subject.span, name.text, known, near)
        if _comes_back(names, subject):
            yield circular_definition.circular_definition(subject.span, subject.name)
        seen: dict[str, Fact] = {}
        for fact in subject.facts:
            if fact.name in seen:
                yield duplicate_name.duplicate_name(fact.span, fact.name, seen[fact.name].span)
            seen.setdefault(fact.name, fact)


def _comes_back(names: Names, subject: Subject) -> bool:
    """Return whether a kind is a kind of itself, or owns, over others, what owns it. A firm may own a firm."""
    above: set[str] = set()
    left = [subject.is_a.text] if subject.is_a else []
    left += [owner.subject.text for owner in subject.owners if owner.subject.text != subject.name]
    while left:
        name = left.pop()
        if name not in above and name in names.subjects:
            above.add(name)
            kind = names.subjects[name]
            left += [kind.is_a.text] if kind.is_a else []
            left += [owner.subject.text for owner in kind.owners if owner.subject.text != name]
    return subject.name in above

"""Subjects: owners and kinds that exist, facts declared once."""

from __future__ import annotations

from collections.abc import Iterator

from polc.diagnostics import Diagnostic
from polc.errors import duplicate_name, unknown_subject
from polc.model.policy import Fact
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
        seen: dict[str, Fact] = {}
        for fact in subject.facts:
            if fact.name in seen:
                yield duplicate_name.duplicate_name(fact.span, fact.name, seen[fact.name].span)
            seen.setdefault(fact.name, fact)

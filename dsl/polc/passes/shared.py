"""What a policy and the vocabularies it imports say together: one 对象 of each name, with the facts of all.

A policy may open an imported 对象 again, for facts of its own and for what the vocabulary leaves unsaid (归属, 是).
Guarantees: what two files say differently is reported once, with both places, and the earlier one holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from polc.diagnostics import Diagnostic
from polc.errors import vocabulary_contradicted, vocabulary_repeated
from polc.model.policy import Fact, Subject, Vocabulary
from polc.text import Span


def together(own: Sequence[Subject], shared: Iterable[Vocabulary]) -> tuple[tuple[Subject, ...], list[Diagnostic]]:
    """Return all subjects, the own ones first and in their order, and where two files disagree.

    ``shared`` are the vocabularies in sight, each before whoever imports it.
    """
    found = _Together()
    for vocabulary in shared:
        for subject in vocabulary.subjects:
            found.take(subject)
    borrowed = dict(found.subjects)
    for subject in own:
        found.take(subject, own=True)
    mine = dict.fromkeys(subject.name for subject in own)
    names = (*mine, *(name for name in borrowed if name not in mine))
    return tuple(found.subjects[name] for name in names), found.problems


@dataclass
class _Together:
    """The subjects so far, by name."""

    subjects: dict[str, Subject] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)

    def take(self, subject: Subject, *, own: bool = False) -> None:
        """Add what one file says of a subject to what is known of it."""
        known = self.subjects.get(subject.name)
        if known is None or known.span.source.path == subject.span.source.path:
            # twice in one file is no re-opening: duplicate-name says so
            self.subjects.setdefault(subject.name, subject)
            return
        facts = {fact.name: fact for fact in known.facts}
        added = [fact for fact in subject.facts if not self._again(facts.get(fact.name), fact, own=own)]
        self._relations(known, subject)
        self.subjects[subject.name] = replace(
            known,
            facts=(*known.facts, *added),
            owners=known.owners or subject.owners,
            is_a=known.is_a or subject.is_a,
            words=subject.words or known.words,
            span=subject.span if own else known.span,
        )

    def _again(self, first: Fact | None, fact: Fact, *, own: bool) -> bool:
        """Return whether a fact is known already, and report what there is to report."""
        if first is None or first.span.source.path == fact.span.source.path:
            return False
        if first.type != fact.type:
            here, there = fact.type.span or fact.span, first.type.span or first.span
            self.problems.append(vocabulary_contradicted.fact(fact.name, here, there))
        elif own:
            self.problems.append(vocabulary_repeated.vocabulary_repeated(fact.span, fact.name, first.span))
        return True

    def _relations(self, known: Subject, subject: Subject) -> None:
        if known.is_a and subject.is_a and known.is_a != subject.is_a:
            here, there = subject.is_a.span or subject.span, known.is_a.span or known.span
            self.problems.append(vocabulary_contradicted.kind(subject.name, here, there))
        if known.owners and subject.owners and set(known.owners) != set(subject.owners):
            here, there = _all_of(subject), _all_of(known)
            self.problems.append(vocabulary_contradicted.owner(subject.name, here, there))


def _all_of(subject: Subject) -> Span:
    """Return where the owners of a subject are named, from the first to the last where they stand on one line."""
    spans = [owner.span for owner in subject.owners if owner.span is not None]
    whole = spans[0].to(spans[-1]) if spans else subject.span
    return whole if whole.begin.line == whole.finish.line else spans[0]

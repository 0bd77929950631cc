"""The model as text: the policy with its nouns (subjects, clauses, benefits, groups …) under a choice of readings.

Guarantees: the same policy and readings give the same text; what a line leaves unsaid and is presumed is marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from polc.model.expectations import Table
from polc.model.policy import (
    Benefit,
    Doubt,
    Fact,
    Group,
    Part,
    Policy,
    Pool,
    Requirement,
    Selection,
    Stated,
    Terms,
    Vocabulary,
)
from polc.model.printing import text_of_value
from polc.model.values import Tiers
from polc.text import Span

_LONGEST = 100


def as_text(policy: Policy, selection: Selection, only: str = "") -> Iterator[str]:
    """Yield the lines of the whole policy, or those of the parts and subjects called ``only``."""
    if not only:
        yield from _head(policy, selection)
    yield from _words(policy, only, policy)
    for external in policy.externals:
        if only in ("", external.name):
            yield f"external {external.name}"
    yield from _clauses(policy, selection, only)


def vocabulary_as_text(vocabulary: Vocabulary, only: str = "") -> Iterator[str]:
    """Yield the lines of a vocabulary, or those of the subjects and definitions called ``only``."""
    if not only:
        yield f"vocabulary {vocabulary.name}"
    yield from _words(vocabulary, only)


def names_of(policy: Policy | Vocabulary) -> list[str]:
    """Return what ``only`` may be: the names of parts, subjects and definitions, and the numbers of clauses."""
    things = [each.name for each in policy.subjects] + [each.name for each in policy.definitions]
    if isinstance(policy, Vocabulary):
        return things
    things += [each.name for each in policy.externals] + [part.name for part in policy.parts]
    return things + [clause.number for clause in policy.clauses if clause.number]


def _words(said: Policy | Vocabulary, only: str, policy: Policy | None = None) -> Iterator[str]:
    """Yield the subjects, definitions and laws; what a policy takes from a vocabulary names its file."""

    def origin(span: Span) -> str:
        return f"  <- {span.source.path}" if policy is not None and policy.is_shared(span) else ""

    for subject in said.subjects:
        if only in ("", subject.name):
            owners = ", ".join(text_of_value(owner) for owner in subject.owners)
            kind = f" is {subject.is_a.text}" if subject.is_a else ""
            yield f"subject {subject.name}{kind}{' of ' + owners if owners else ''}{origin(subject.span)}"
            yield from (f"  {_fact(fact)}{origin(fact.span)}" for fact in subject.facts)
    for definition in said.definitions:
        if only in ("", definition.name):
            formula = text_of_value(definition.expression)
            yield f"definition {definition.name} = {formula}{origin(definition.span)}"
    for law in said.laws if not only else ():
        yield f"law {text_of_value(law.value)}{origin(law.span)}"


def _head(policy: Policy, selection: Selection) -> Iterator[str]:
    yield f"policy {policy.name} ({policy.id or '—'})"
    for name, words in policy.headers.items():
        yield f"  {name}: {_cut(words)}"
    yield from _terms(policy.terms(selection), "  ")
    for doubt in policy.doubts:
        yield f"  {_doubt(doubt, selection)}"


def _clauses(policy: Policy, selection: Selection, only: str) -> Iterator[str]:
    for clause in policy.clauses:
        parts = [part for part in policy.parts if part.clause == clause.number]
        wanted = [part for part in parts if only in ("", part.name, clause.number)]
        if not wanted and only not in ("", clause.number):
            continue
        chapter = f"  [{clause.chapter}]" if clause.chapter else ""
        yield f"clause {clause.number} {clause.title}{chapter}"
        if clause.lead or clause.support:
            yield f"  lead: {'、'.join(clause.lead)}; with: {'、'.join(clause.support) or '—'}"
        for part in wanted:
            yield from _part(part, selection, "  ")
        passages = [each for each in policy.passages if each.clause == clause.number and only in ("", clause.number)]
        yield from (f"  {each.kind} {each.name}".rstrip() for each in passages)
    numbers = {clause.number for clause in policy.clauses}
    for part in policy.parts:
        if part.clause not in numbers and only in ("", part.name):
            yield from _part(part, selection, "")


def _part(part: Part, selection: Selection, indent: str) -> Iterator[str]:
    yield f"{indent}{_kind(part)} {part.name}"
    inner = indent + "  "
    yield from _terms(part.terms(selection), inner)
    for quote in part.quotes:
        yield f"{inner}quote: {_cut(text_of_value(quote.value))}"
    for doubt in part.doubts:
        yield f"{inner}{_doubt(doubt, selection)}"
    for table in part.tables:
        yield f"{inner}{_table(table)}"
    for known in part.known:
        yield f"{inner}known: {_cut(text_of_value(known.value))}"


def _kind(part: Part) -> str:
    match part:
        case Benefit():
            return "benefit"
        case Requirement():
            return "requirement"
        case Group(members=members):
            return f"group of {'everything' if members.everything else text_of_value(members.names)}:"
        case Pool(size=size):
            return f"pool of {text_of_value(size)}:"
        case _:
            return "part"


def _terms(terms: Terms, indent: str) -> Iterator[str]:
    """Yield a line for each line of the terms, in the order of the model's fields."""
    for row in fields(terms):
        found = getattr(terms, row.name)
        for stated in found if isinstance(found, tuple) else (found,):
            if isinstance(stated, Stated):
                yield from _stated(row.name, stated, indent)


def _stated(name: str, stated: Stated[object], indent: str) -> Iterator[str]:
    silent = " (silent)" if stated.silent else ""
    value = stated.value
    shown = text_of_value(value)
    if isinstance(value, Tiers):
        shown = shown.partition(", rows=")[0] + ")"
    yield f"{indent}{name}{silent}: {_cut(shown)}"
    if isinstance(value, Tiers):
        yield from (f"{indent}  {_cut(text_of_value(row))}" for row in value.rows)


def _fact(fact: Fact) -> str:
    return f"{fact.name}: {text_of_value(fact.type)}"


def _doubt(doubt: Doubt, selection: Selection) -> str:
    now = doubt.chosen(selection).name
    readings = "、".join(f"[{r.name}]" if r.name == now else r.name for r in doubt.readings)
    return f"doubt {doubt.name} “{_cut(doubt.words)}”: {readings}"


def _table(table: Table) -> str:
    kind = "scenario" if table.scenario else "example"
    columns = "、".join(column.name for column in table.columns)
    return f"{kind} {table.title} ({len(table.rows)} × {columns})"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"

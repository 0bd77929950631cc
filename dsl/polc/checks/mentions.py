"""What a benefit goes by: every name in its conditions, its amount, its caps and its scope, with the line that says it.

A 定义 stands for the names it is made of. Guarantees: working readings only, each name of a line once, in the order of
the lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from polc.model.expressions import Name
from polc.model.policy import Fact, Part, Policy
from polc.model.values import TierRow
from polc.text import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a line: ``role`` is condition (条件, 适用, 须), base (标准, 分档) or cap (上限); ``direct`` unless by a 定义."""

    name: str
    role: str
    span: Span
    direct: bool = True


def mentions(policy: Policy, part: Part) -> Iterator[Mention]:
    """Yield what a part goes by in its own lines."""
    terms = part.terms({})
    for line in (*terms.when, *terms.must):
        yield from _of_line(policy, "condition", line.value, line.span)
    for base in (terms.pay, terms.tiers):
        if base is not None:
            yield from _of_line(policy, "base", base.value, base.span)
    for cap in terms.caps:
        yield from _of_line(policy, "cap", cap.value, cap.span)


def scope_mentions(policy: Policy) -> Iterator[Mention]:
    """Yield what the 适用 of the whole policy goes by."""
    for line in policy.terms({}).scope:
        yield from _of_line(policy, "condition", line.value, line.span)


def _of_line(policy: Policy, role: str, value: object, span: Span) -> Iterator[Mention]:
    made_of = {definition.name: definition.expression for definition in policy.definitions}
    todo = [(name, True) for name in names_within(value)]
    seen: set[str] = set()
    while todo:
        name, direct = todo.pop(0)
        if name not in seen:
            seen.add(name)
            yield Mention(name, role, span, direct)
            todo.extend((inner, False) for inner in names_within(made_of.get(name)))


def names_within(node: object) -> Iterator[str]:
    """Yield every name that stands anywhere in a piece of the model, levels and members of a list among them."""
    match node:
        case Name(text=text):
            yield text
        case TierRow(award=award):  # what a tier is held against stands in ``by``
            yield from names_within(award)
        case tuple():
            for inner in node:
                yield from names_within(inner)
        case _ if is_dataclass(node) and not isinstance(node, type):
            for row in fields(node):
                if row.name != "span":
                    yield from names_within(getattr(node, row.name))
        case _:
            return


def facts_of(policy: Policy) -> dict[str, Fact]:
    """Return the facts of a policy by their names; of several with one name the first."""
    found: dict[str, Fact] = {}
    for subject in policy.subjects:
        for fact in subject.facts:
            found.setdefault(fact.name, fact)
    return found

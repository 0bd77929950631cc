"""Which of the things told count for a part: those in which the applicant has the role that the part pays."""

from __future__ import annotations

from collections.abc import Mapping

from polc.passes.lower.plan import Lowered, Plan
from polc.runs.telling import ITEM_ROLES


def in_its_roles(lowered: Lowered, plan: Plan, facts: Mapping[str, object]) -> Mapping[str, object]:
    """Return the facts with only the things that count for a part.

    A thing whose roles were not told counts for every part. A group whose members pay different roles cannot take one
    list for all of them: where that matters the list is left unknown.
    """
    found: dict[str, object] = {}
    changed = False
    for name, value in facts.items():
        if not (isinstance(value, list) and any(ITEM_ROLES in record for record in value)):
            found[name] = value
            continue
        changed = True
        kept = [_counting(value, role) for role in _roles(lowered, plan, name)] or [value]
        if all(records == kept[0] for records in kept):
            found[name] = [_without(record) for record in kept[0]]
    return found if changed else facts


def _counting(records: list[dict[str, object]], role: str) -> list[dict[str, object]]:
    def counts(roles: object) -> bool:
        return not isinstance(roles, frozenset) or role in roles

    return [record for record in records if counts(record.get(ITEM_ROLES))]


def _without(record: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in record.items() if name != ITEM_ROLES}


def _roles(lowered: Lowered, plan: Plan, items: str) -> set[str]:
    """Return the roles that a part and its members pay, of those that a kind of thing has."""
    found: set[str] = set()
    todo = [plan]
    while todo:
        at = todo.pop()
        todo.extend(lowered.plans[name] for name in at.members if name in lowered.plans)
        if at.context is not None and at.context.items == items and at.kind != "group":
            found.add(at.context.role)
    return found

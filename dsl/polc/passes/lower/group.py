"""Groups: a tree of benefits, groups and 外部, each node one way of combining and then its own caps.

A group works at the level of the items where its key is the kind of item that all its members are for, and at
the level of the payee otherwise. Under 就高 only the total is an award; members' shares are never added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from polc.core.amounts import NOTHING, Amount, add, both_ends, choose, differs, either, exact, highest, over_items
from polc.core.nodes import FALSE, TRUE, ZERO, Apply, Each, Expression, Reference
from polc.core.program import Stage, amount_of
from polc.core.types import Input, Quantity
from polc.diagnostics import Diagnostic, Words
from polc.errors import (
    beyond_limit,
    carry_unclear,
    circular_definition,
    key_unreachable,
    lower_first_unstated,
    rounding_unclear,
    unknown_member,
)
from polc.model.policy import Group, Policy, Selection, Stated, Terms
from polc.model.values import Cap, Counted, How, KeyPart, NoneStated
from polc.passes.elaborate import Elaborator
from polc.passes.lower.carrying import carries, unclear
from polc.passes.lower.group_limits import Room, cap_payee, limits, of_items, of_payee
from polc.passes.lower.over_time import chosen, give_back, gives_back, over_time, reaches_back, received_before, span_of
from polc.passes.lower.plan import Building, Plan
from polc.passes.lower.promises import promises
from polc.passes.names import nearest
from polc.text import Span

_EVERY = re.compile(
    "(?:本(?:措施|办法|政策|意见)的?)?(?:全部|所有|各项|一切|全体)(?:的?(?:奖补|奖励|补助|补贴|政策|条款|项目|各项))?"
)
MOST_NESTED = 50
"""How deep groups may stand in groups; no measure has more than three."""


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a group at the level the group works at: its amount, and where its past is found."""

    name: str
    now: Amount
    plan: Plan | None  # None for an 外部
    met: Expression  # whether it stands: its conditions hold, those of a member of it do, or another policy pays it


def with_members(policy: Policy, selection: Selection) -> Policy:
    """Return the policy with the members that its groups have by a 成员 line, their own or that of a reading chosen."""
    groups = tuple(
        group if said is None or said.value is None else replace(group, members=said.value)
        for group in policy.groups
        for said in [group.terms(selection).members]
    )
    return policy if groups == policy.groups else replace(policy, groups=groups)


def members_of(policy: Policy, group: Group) -> list[str]:
    """Return the names of a group's members; 全部奖补 means everything that no other group holds."""
    named = [name.text for name in group.members.names]
    if not group.members.everything:
        return named
    held = {name.text for other in policy.groups if other is not group for name in other.members.names}
    rest = [b.name for b in policy.benefits if b.name not in held and b.name not in named]
    groups = [
        g.name for g in policy.groups
        if g is not group and g.name not in held and g.name not in named and not _holds(policy, g, group.name)
    ]  # fmt: skip
    return [*rest, *groups, *named]


def _holds(policy: Policy, group: Group, name: str) -> bool:
    """Return whether ``group`` contains ``name``, directly or further down."""
    seen: set[str] = set()
    todo = [n.text for n in group.members.names]
    while todo:
        here = todo.pop()
        if here == name:
            return True
        if here in seen:
            continue
        seen.add(here)
        todo.extend(n.text for g in policy.groups if g.name == here for n in g.members.names)
    return False


def in_order(policy: Policy) -> list[Group]:
    """Return the groups inside out, so that a member stands before the group that holds it."""
    done: list[Group] = []
    names: set[str] = set()
    left = list(policy.groups)
    group_names = {g.name for g in policy.groups}
    held = {g.name: [m for m in members_of(policy, g) if m in group_names] for g in left}
    while left:
        ready = [g for g in left if all(m in names for m in held[g.name])]
        if not ready:  # a cycle: reported by the caller, taken as it comes
            ready = left[:1]
        done.extend(ready)
        names.update(g.name for g in ready)
        taken = {id(g) for g in ready}
        left = [g for g in left if id(g) not in taken]
    return done


def lower_group(
    walk: Elaborator, group: Group, terms: Terms, plans: Mapping[str, Plan], failed: set[str]
) -> tuple[Building, Plan] | None:
    """Return the group's steps; None where something (reported, here or in a member) is wrong."""
    policy = walk.names.policy
    before = len(walk.problems)
    found = _members(walk, group, plans, failed)
    if found is None:
        return None
    inner = [plan for _, plan in found if plan is not None]
    items = _level(walk, group, terms, inner)
    if items is None:
        return None
    build = Building(walk, group.name, items)
    how = terms.how.value if terms.how else None
    walk.problems.extend(unclear(terms))
    undecided = list(_undecided(build, terms, item_by_item=bool(items) and any(plan.cut for plan in inner)))
    if undecided:
        walk.problems.extend(undecided)
        return None
    members = [
        Member(name, _amount(walk, name, plan, items), plan, _met(name, plan, plans, items)) for name, plan in found
    ]
    room = Room(build, terms, tuple(member.name for member in members))
    now = limits(room, _combine(build, members, how, terms))
    if members and how is not None and gives_back(how) and terms.how is not None:
        now = give_back(build, now, _received(build, members, how), (terms.how.span,))
    item = build.bind(Stage.ITEM)
    together = of_payee(build, terms)
    due = granted = ""
    if items:
        now = build.amount(Stage.ITEM, now, TRUE)
        due = granted = item
        let_in = of_items(build, terms, now)
        if let_in is None:
            now = over_items("sum", items, now)
        else:
            due, granted, now = build.bind(Stage.TIMES), let_in.granted, let_in.together
        build.items = ""
        if any(plan.cut for plan in inner):
            now = _within_members(build, now, found, items)
        now = cap_payee(room, now, together)
    build.amount(Stage.TOTAL, now, TRUE)
    build.items = items
    result = build.bind(Stage.TOTAL)
    promises(build, terms, item if items else result, result, due or result)
    if any(p.severity.value == "error" for p in walk.problems[before:]):
        return None
    steps = tuple(step.binds for step in build.steps)
    plan = Plan(
        group, "group", inner[0].context if inner else None, items, item if items else result, result,
        now.open != FALSE, steps, tuple(build.histories), tuple(members_of(policy, group)),
        due=due, cut=any(plan.cut for plan in inner) or bool(together), granted=granted,
    )  # fmt: skip
    return build, plan


def _within_members(build: Building, now: Amount, found: list[tuple[str, Plan | None]], items: str) -> Amount:
    """Return the sum over the items, at most what the members come to: their own caps of the payee still hold."""
    ends: list[Amount] = []
    for name, plan in found:
        if plan is None:
            ends.append(over_items("sum", items, exact(Reference(f"外部.{name}"))))
        else:
            ends.append(amount_of(plan.result, may_be_open=plan.opened))
    value = both_ends("min", now, add(*ends))
    caps = [line.span for _, plan in found if plan is not None and plan.cut for line in plan.part.base.caps]
    return build.amount(Stage.GROUP_CAP, value, differs(now, value), tuple(caps[-1:]), "不超过各项")


def _undecided(build: Building, terms: Terms, *, item_by_item: bool) -> Iterator[Diagnostic]:
    """Yield what a group that works item by item leaves undecided.

    Rounding up item by item would pass what the members' own caps leave the payee (``item_by_item``); what exceeds a
    cap of the payee belongs to none of the items.
    """
    rounding = terms.rounding.value if terms.rounding else None
    if terms.rounding is not None and rounding is not None and item_by_item and rounding.mode != "down":
        yield rounding_unclear.rounding_unclear(terms.rounding.span)
    yield from (carry_unclear.of_no_item(line.span) for line in of_payee(build, terms) if carries(line))


def _members(
    walk: Elaborator, group: Group, plans: Mapping[str, Plan], failed: set[str]
) -> list[tuple[str, Plan | None]] | None:
    policy = walk.names.policy
    external = {e.name for e in policy.externals}
    places = {name.text: name.span for name in group.members.names}
    found: list[tuple[str, Plan | None]] = []
    bad = False
    for name in members_of(policy, group):
        if name in external:
            found.append((name, None))
        elif name in plans:
            found.append((name, plans[name]))
        elif name in failed:
            bad = True
        elif any(other.name == name for other in policy.groups):  # it was not lowered before: it holds this one
            where = places.get(name) or group.span
            walk.problems.append(circular_definition.circular_definition(where, name))
            bad = True
        else:
            known = [p.name for p in (*policy.benefits, *policy.groups)] + sorted(external)
            where = places.get(name) or group.span
            near = _all_of_them(name) or nearest(name, known)
            others = [each for each in known if each != group.name]
            walk.problems.append(unknown_member.unknown_member(where, name, unknown_member.AWARD, near, others))
            bad = True
    if not bad and _deeper(found, plans, MOST_NESTED):
        walk.problems.append(beyond_limit.beyond_limit(group.span, beyond_limit.GROUPS, MOST_NESTED))
        return None
    return None if bad else found


def _all_of_them(name: str) -> str | None:
    """Return the word for every benefit, where a name says it in other words."""
    if name in ("all", "everything", "all_awards"):
        return "all_benefits"
    return "全部奖补" if _EVERY.fullmatch(name) else None


def _deeper(found: Sequence[tuple[str, Plan | None]], plans: Mapping[str, Plan], most: int) -> bool:
    """Return whether the members stand more than ``most`` deep, the group that holds them being the first."""
    within = {name for name, _ in found}
    for _ in range(most):
        within = {name for member in within if member in plans for name in plans[member].members}
    return bool(within)


def _level(walk: Elaborator, group: Group, terms: Terms, plans: Sequence[Plan]) -> str | None:
    """Return the items that the group works over, or "" for the payee; None (reported) where a key is out of reach."""
    how = terms.how.value if terms.how else None
    keys: list[tuple[KeyPart, Span]] = [(part, terms.how.span) for part in how.by] if how and terms.how else []
    limits_: tuple[Stated[Cap | NoneStated] | Stated[Counted], ...] = (*terms.caps, *terms.times, *terms.years)
    keys += [(part, line.span) for line in limits_ if isinstance(line.value, Cap | Counted) for part in line.value.keys]
    kinds: set[str] = set()
    items = {plan.items for plan in plans}
    for part, span in keys:
        name = walk.names.key(part)
        reached = {walk.names.key_is(plan.context, name) for plan in plans if plan.context and name}
        if name is None or None in reached:
            allowed = sorted({word for p in plans if p.context for word in (p.context.subject.name, p.context.role)})
            walk.problems.append(key_unreachable.key_unreachable(part.span or span, part.text, group.name, allowed))
            return None
        kinds |= {kind for kind in reached if kind}
    if "item" in kinds and len(items) == 1:
        return items.pop()
    return ""


def _amount(walk: Elaborator, name: str, plan: Plan | None, items: str) -> Amount:
    if plan is None:
        key = f"外部.{name}"
        walk.note(Input(key, Quantity("分")), items)
        return exact(Reference(key))
    return amount_of(plan.due if items else plan.result, may_be_open=plan.opened)


def _combine(build: Building, members: list[Member], how: How | None, terms: Terms) -> Amount:
    because = (terms.how.span,) if terms.how else ()
    mode = how.mode if how else "add"
    amounts = [m.now for m in members]
    value: Amount
    applies: Expression = TRUE
    if mode == "highest" and amounts:
        singles = [_each_award(build, m) for m in members]
        if how is not None and terms.how is not None and reaches_back(how):
            if not how.lower_first:
                build.walk.problems.append(lower_first_unstated.lower_first_unstated(how.span or terms.how.span))
            value = over_time(_received(build, members, how), singles if how.each_award else amounts, how)
        elif how is not None and how.each_award:
            value = highest(*singles)
        else:
            value = highest(*amounts)
        applies = differs(value, add(*amounts))
    elif mode == "choose" and amounts and how is not None:
        value = chosen(build, [m.name for m in members], amounts, how)
        applies = differs(value, add(*amounts))
    elif mode == "replace" and amounts:
        value = _replaced(build, members)
        applies = differs(value, add(*amounts))
    else:
        value = add(*amounts) if amounts else NOTHING
    return build.amount(Stage.COMBINE, value, applies, because)


def _replaced(build: Building, members: list[Member]) -> Amount:
    """替代: the first member that stands is paid for all the others; the last one is paid where none before it stands.

    Whether each stands is a step of the group, which booking reads too.
    """
    standing = [build.truth(Stage.CONDITION, member.met, (), member.name) for member in members[:-1]]
    result = members[-1].now
    for member, held in reversed(list(zip(members[:-1], standing, strict=True))):
        result = choose(held, member.now, result)
    return result


def _met(name: str, plan: Plan | None, plans: Mapping[str, Plan], items: str) -> Expression:
    """Return whether a member stands; where it is of items and the group is not, whether it does for some item."""
    if plan is None:
        return Apply("less", (ZERO, Reference(f"外部.{name}")))
    if plan.kind == "group":
        return either(_met(inner, plans.get(inner), plans, items) for inner in plan.members)
    held = Reference(f"{name}/{Stage.CONDITION.value}")
    return Each("any", plan.items, held) if plan.items and not items else held


def _each_award(build: Building, member: Member) -> Amount:
    """Return the highest single award of a member; its own caps, which bound all of them together, bound that too.

    A group that works item by item has single awards before it as it is.
    """
    if build.items or member.plan is None or not member.plan.items or member.plan.kind != "benefit":
        return member.now
    best = over_items("max", member.plan.items, amount_of(member.plan.due, may_be_open=member.plan.opened))
    return both_ends("min", best, member.now)


def _received(build: Building, members: list[Member], how: How) -> list[Expression]:
    return [received_before(build, member.name, span_of(how)) for member in members]


__all__ = ["Words", "in_order", "lower_group", "members_of"]

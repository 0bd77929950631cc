"""Groups: a tree of benefits, groups and 外部, each node one way of combining and then its own caps.

A group works at the level of the items where its key is the kind of item that all its members are for, and at
the level of the payee otherwise. Under 就高 only the total is an award; members' shares are never added up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from polc.core.amounts import NOTHING, Amount, add, both_ends, capped, choose, differs, exact, highest, over_items
from polc.core.nodes import FALSE, TRUE, ZERO, Apply, Each, Expression, Match, Reference
from polc.core.program import Stage, amount_of
from polc.core.types import Input, Level, Quantity
from polc.diagnostics import Words
from polc.errors import key_unreachable, lower_first_unstated, not_yet, unknown_member
from polc.model.policy import Group, Policy, Stated, Terms
from polc.model.values import Cap, How, KeyPart, NoneStated
from polc.passes.elaborate import Elaborator
from polc.passes.lower.caps import cap_amount, per_award
from polc.passes.lower.carrying import MEASURE as CARRIED
from polc.passes.lower.carrying import carried_in, carried_on, carries, unclear
from polc.passes.lower.over_time import give_back, gives_back, over_time, reaches_back, total_of
from polc.passes.lower.plan import Building, Plan
from polc.passes.lower.promises import promises
from polc.passes.names import nearest
from polc.text import Span

NOBODY = "未选定"
"""The value of 选定 where nobody has chosen."""


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a group at the level the group works at: its amount, and where its past is found."""

    name: str
    now: Amount
    plan: Plan | None  # None for an 外部


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
    while left:
        ready = [g for g in left if all(m in names or m not in group_names for m in members_of(policy, g))]
        if not ready:  # a cycle: reported by the caller, taken as it comes
            ready = left[:1]
        done.extend(ready)
        names.update(g.name for g in ready)
        left = [g for g in left if g not in ready]
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
    unbuilt = list(_unbuilt(terms))
    if unbuilt:
        walk.problems.extend(not_yet.not_yet(span, word) for span, word in unbuilt)
        return None
    members = [Member(name, _amount(walk, name, plan, items), plan) for name, plan in found]
    now = _combine(build, members, how, terms)
    now = _caps(build, group, terms, now, plans, members)
    if members and gives_back(how) and terms.how is not None:
        now = give_back(build, now, [_received(build, member) for member in members], (terms.how.span,))
    item = build.bind(Stage.ITEM)
    if items:
        now = build.amount(Stage.ITEM, now, TRUE)
        now = over_items("sum", items, now)
        build.items = ""
        if any(plan.cut for plan in inner):
            now = _within_members(build, now, found, items)
    build.amount(Stage.TOTAL, now, TRUE)
    build.items = items
    result = build.bind(Stage.TOTAL)
    promises(build, terms, item if items else result, result, group.name)
    if any(p.severity.value == "error" for p in walk.problems[before:]):
        return None
    steps = tuple(step.binds for step in build.steps)
    plan = Plan(
        group, "group", inner[0].context if inner else None, items, item if items else result, result,
        now.open != FALSE, steps, tuple(build.histories), tuple(members_of(policy, group)),
        cut=any(plan.cut for plan in inner),
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


def _unbuilt(terms: Terms) -> Iterator[tuple[Span, str]]:
    """Yield the lines of a group whose meaning is not built, with the word for it."""
    if terms.rounding is not None:
        yield terms.rounding.span, "取整"
    for line in terms.times:
        yield line.span, "次数"
    for line in terms.years:
        yield line.span, "年限"


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
        else:
            known = [p.name for p in (*policy.benefits, *policy.groups)] + sorted(external)
            where = places.get(name) or group.span
            walk.problems.append(unknown_member.unknown_member(where, name, unknown_member.AWARD, nearest(name, known)))
            bad = True
    return None if bad else found


def _level(walk: Elaborator, group: Group, terms: Terms, plans: Sequence[Plan]) -> str | None:
    """Return the items that the group works over, or "" for the payee; None (reported) where a key is out of reach."""
    how = terms.how.value if terms.how else None
    keys: list[tuple[KeyPart, Span]] = [(part, terms.how.span) for part in how.by] if how and terms.how else []
    keys += [(part, cap.span) for cap in terms.caps if isinstance(cap.value, Cap) for part in cap.value.keys]
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
        if how is not None and terms.how is not None and reaches_back(how):
            if not how.lower_first:
                build.walk.problems.append(lower_first_unstated.lower_first_unstated(how.span or terms.how.span))
            value = over_time([_received(build, member) for member in members], amounts, how)
        elif how is not None and how.each_award:
            value = highest(*(_each_award(m) for m in members))
        else:
            value = highest(*amounts)
        applies = differs(value, add(*amounts))
    elif mode == "choose" and amounts:
        value = _chosen(build, members)
        applies = differs(value, add(*amounts))
    elif mode == "replace" and amounts:
        value = _replaced(build, members)
        applies = differs(value, add(*amounts))
    else:
        value = add(*amounts) if amounts else NOTHING
    return build.amount(Stage.COMBINE, value, applies, because)


def _chosen(build: Building, members: list[Member]) -> Amount:
    """择一: the member that 选定 names; where nobody has chosen, the higher (a host presumes that and says so)."""
    names = tuple(member.name for member in members)
    chosen = Input(f"选定.{build.subject}", Level((NOBODY, *names)))
    build.walk.note(chosen, build.items)
    top = highest(*(member.now for member in members))
    value = Reference(chosen.name)

    def end(pick: Callable[[Amount], Expression]) -> Expression:
        return Match(value, tuple((member.name, pick(member.now)) for member in members), pick(top))

    opened = FALSE if top.open == FALSE else end(lambda amount: amount.open)
    return Amount(end(lambda amount: amount.low), end(lambda amount: amount.high), opened)


def _replaced(build: Building, members: list[Member]) -> Amount:
    """替代: the first member whose conditions hold stands for all the others; a member without any comes last."""
    result = members[-1].now
    for member in reversed(members[:-1]):
        plan = member.plan
        if plan is None or plan.kind != "benefit":
            result = add(member.now, result)
            continue
        held: Expression = Reference(f"{member.name}/{Stage.CONDITION.value}")
        if plan.items and not build.items:
            held = Each("any", plan.items, held)
        result = choose(held, member.now, result)
    return result


def _each_award(member: Member) -> Amount:
    """Return the highest single award of a member; its own caps, which bound all of them together, bound that too."""
    if member.plan is None or not member.plan.items or member.plan.kind != "benefit":
        return member.now
    best = over_items("max", member.plan.items, amount_of(member.plan.due, may_be_open=member.plan.opened))
    return both_ends("min", best, member.now)


def _received(build: Building, member: Member, period: str = "ever") -> Expression:
    if member.plan is None or member.plan.context is None:
        return ZERO
    context = member.plan.context
    holder = context.subject.name if build.items else context.role
    return build.past("received", member.name, holder, period, item=bool(build.items))


def _caps(
    build: Building, group: Group, terms: Terms, now: Amount, plans: Mapping[str, Plan], members: Sequence[Member]
) -> Amount:
    """Add the group's caps, net of what was received; where that is given back, it makes room again."""
    returns = members and gives_back(terms.how.value if terms.how else None)
    number = 0
    for line in terms.caps:
        if not isinstance(line.value, Cap):
            continue
        limit = cap_amount(build.walk, line.value)
        if limit is None:
            continue
        number += 1
        rest = [str(number)] if number > 1 else []
        if not per_award(line.value):
            received = _group_received(build, group, line, plans)
            if returns:
                period = "this_year" if line.value.period == "yearly" else "ever"
                back = total_of([_received(build, member, period) for member in members])
                limit = Apply("add", (limit, back))
            limit = Apply("max", (ZERO, Apply("subtract", (limit, received))))
        if carries(line):
            came = _past(build, group, CARRIED, "ever", plans)
            now = carried_in(build, now, came, line, "item" if build.items else "payee")
            carried_on(build, now, limit, line, "item" if build.items else "payee")
        value = capped(now, limit)
        now = build.amount(Stage.GROUP_CAP, value, differs(now, value), (line.span,), *rest)
    return now


def _group_received(
    build: Building, group: Group, line: Stated[Cap | NoneStated], plans: Mapping[str, Plan]
) -> Expression:
    period = "this_year" if isinstance(line.value, Cap) and line.value.period == "yearly" else "ever"
    return _past(build, group, "received", period, plans)


def _past(build: Building, group: Group, measure: str, period: str, plans: Mapping[str, Plan]) -> Expression:
    """Return a history input of the group itself; nothing where all its members are paid elsewhere."""
    context = next((plans[m].context for m in members_of(build.walk.names.policy, group) if m in plans), None)
    if context is None:
        return ZERO
    holder = context.subject.name if build.items else context.role
    return build.past(measure, group.name, holder, period, item=bool(build.items))


__all__ = ["Words", "in_order", "lower_group", "members_of"]

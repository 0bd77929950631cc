"""Built-in notions in an expression: 总和, 个数, 较小, 较大, 首次, 此前最高, 已领."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polc.core.nodes import Apply, Each, Literal, Reference
from polc.core.nodes import Expression as Core
from polc.core.types import Input, Quantity, Truth
from polc.diagnostics import Words
from polc.errors import key_unreachable, type_mismatch, unknown_member, unknown_name
from polc.model import expressions as surface
from polc.passes.compare import holds, relation
from polc.passes.names import nearest
from polc.passes.sorts import COUNT, TRUTH, Typed, input_of, natural, sort_of
from polc.passes.written import place

if TYPE_CHECKING:
    from polc.passes.elaborate import Elaborator


YEAR = Input("年度", Quantity("年", 1, 9999))


@dataclass(frozen=True, slots=True)
class First:
    """What must be so for the first time: whether it is so now (to be remembered), of the payee or of the item."""

    now: Core
    of_payee: bool = False


def called(walk: Elaborator, call: surface.Call) -> Typed | None:
    """Return the value of a built-in on its operands; None (reported) where something is wrong."""
    match call.function:
        case "sum" | "count":
            return _over_items(walk, call)
        case "lesser" | "greater":
            return _picked(walk, call)
        case "first_time":
            return _first_time(walk, call)
        case "earlier_max":
            name = _fact_name(walk, call)
            hits = walk.names.look_up(walk.context, name.text) if name else []
            if name and not hits:
                walk.unknown(name)
            return walk.earlier(hits[0]) if hits else None
        case _:
            return _received(walk, call)


def _fact_name(walk: Elaborator, call: surface.Call) -> surface.Name | None:
    """Return the fact that a built-in speaks of; None (reported) where it is a formula or a definition."""
    operand = call.operands[0]
    if isinstance(operand, surface.Name) and all(d.name != operand.text for d in walk.names.policy.definitions):
        return operand
    what = Words("算出来的数", "something computed")
    walk.problems.append(type_mismatch.needed(place(operand), Words("一个事实的名称", "the name of a fact"), what))
    return None


def _picked(walk: Elaborator, call: surface.Call) -> Typed | None:
    parts = [walk.typed(operand) for operand in call.operands]
    kept = [part for part in parts if part is not None]
    if len(kept) < len(parts) or not kept:
        return None
    if any(part.sort != kept[0].sort for part in kept):
        walk.mixed(call, kept[0].sort, kept[-1].sort, Words("比较", "compares"))
        return None
    operator = "min" if call.function == "lesser" else "max"
    return Typed(Apply(operator, tuple(part.core for part in kept)), kept[0].sort)


def _first_time(walk: Elaborator, call: surface.Call) -> Typed | None:
    now = walk.truth(call.operands[0])
    if now is None:
        return None
    so_before = None if call.by or call.since else _so_before(walk, call.operands[0])
    if so_before is not None:
        return Typed(Apply("and", (now, Apply("not", (so_before,)))), TRUTH)
    since = f"（自{call.since}年）" if call.since else ""
    key = f"此前.{place(call.operands[0]).text}{since}"
    of_payee = bool(call.by) and not walk.names.is_own(walk.context, call.by)
    if of_payee and not walk.names.is_payee(walk.context, call.by):
        allowed = list(dict.fromkeys([walk.context.subject.name, walk.context.role]))
        walk.problems.append(key_unreachable.key_unreachable(place(call), call.by, walk.context.subject.name, allowed))
        return None
    walk.note(Input(key, Truth()), "" if of_payee else walk.context.items)
    so_now = now
    if of_payee and walk.hoist is not None:  # whichever of the payee's items it was
        so_now = walk.hoist(Each("any", walk.context.items, now))
    if call.since:
        walk.note(YEAR)
        so_now = Apply("and", (so_now, Apply("at_most", (Literal(call.since), Reference(YEAR.name)))))
    walk.firsts[key] = First(so_now, of_payee=of_payee)
    return Typed(Apply("and", (now, Apply("not", (Reference(key),)))), TRUTH)


_RISING = (surface.Relation.GE, surface.Relation.GT)
_ORDERED = frozenset(("money", "rate", "count", "number", "level"))


def _so_before(walk: Elaborator, operand: surface.Expression) -> Core | None:
    """Return whether “F 达到 N” was so before, which the highest F of earlier years tells; None of other things.

    So 首次 means what it means in a 分档, and a column 此前最高 F says what came before.
    """
    match operand:
        case surface.Compare(subject=surface.Name() as name, test=surface.Bound() as bound):
            defined = any(each.name == name.text for each in walk.names.policy.definitions)
            hits = [] if defined else walk.names.look_up(walk.context, name.text)
            kind = hits[0].fact.type.kind if hits else ""
            fixed = surface.Name if kind == "level" else surface.Quantity  # another fact had other values then
            if kind not in _ORDERED or not isinstance(bound.limit, fixed) or relation(walk, bound) not in _RISING:
                return None
            return holds(walk, walk.earlier(hits[0]), bound)
        case _:
            return None


def _received(walk: Elaborator, call: surface.Call) -> Typed | None:
    name = call.operands[0] if call.operands else None
    if isinstance(name, surface.Name):
        known = [part.name for part in (*walk.names.policy.benefits, *walk.names.policy.groups)]
        if name.text not in known:
            near = nearest(name.text, known)
            walk.problems.append(unknown_member.unknown_member(place(name), name.text, unknown_member.AWARD, near))
            return None
    if walk.history is None:
        where = place(call)
        walk.problems.append(unknown_name.unknown_name(where, where.text))
        return None
    return walk.history(name.text if isinstance(name, surface.Name) else "")


def _over_items(walk: Elaborator, call: surface.Call) -> Typed | None:
    name = _fact_name(walk, call)
    if name is None:
        return None
    hit = walk.names.items_fact(walk.context, name.text)
    if hit is None:
        walk.unknown(name)
        return None
    key = hit.fact.subject
    walk.note(input_of(hit.key, hit.fact), key)
    value = natural(Reference(hit.key), sort_of(hit.fact.type))
    if call.function == "count":
        body: Core = value.core if value.sort == TRUTH else Literal(value=True)
        return Typed(_of_all(walk, Each("count", key, body)), COUNT)
    if not value.sort.numeric:
        walk.needed(name, Words("可以相加的数", "something that can be added"), sort_of(hit.fact.type))
        return None
    return Typed(_of_all(walk, Each("sum", key, value.core)), value.sort)


def _of_all(walk: Elaborator, fold: Each) -> Core:
    """Return a fold; one over the very items at hand is a step of the payee, since items do not see one another."""
    if fold.items == walk.context.items and walk.hoist is not None:
        return walk.hoist(fold)
    return fold

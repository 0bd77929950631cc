"""What a part shares with other applicants, 资金池 and 名额: nothing is computed here, names are looked up."""

from __future__ import annotations

from collections.abc import Iterator

from polc.diagnostics import Diagnostic
from polc.errors import circular_definition, key_unreachable, unknown_member, unknown_name
from polc.model.policy import Policy, Pool, Selection, Terms
from polc.passes.names import Context, Names, nearest

RANKED_BY = ("申请先后", "application_order", "应得", "award", "合计", "total")
"""What a 名额 may go by besides a fact."""


def drawn_from(policy: Policy, terms: Terms) -> Iterator[Diagnostic]:
    """Yield the finding that 出自 names no pool of this policy."""
    named = terms.from_pool
    if named is None or named.value is None:
        return
    pools = [pool.name for pool in policy.pools]
    if named.value.text not in pools:
        near = nearest(named.value.text, pools)
        yield unknown_member.unknown_member(named.value.span or named.span, named.value.text, unknown_member.POOL, near)


def within_itself(policy: Policy, pool: Pool, selection: Selection) -> Iterator[Diagnostic]:
    """Yield the finding that a pool is, in the end, part of itself."""
    known = {each.name: each for each in policy.pools}
    here: Pool | None = pool
    seen: set[str] = set()
    while here is not None and here.name not in seen:
        seen.add(here.name)
        named = here.terms(selection).from_pool
        name = named.value.text if named is not None and named.value is not None else ""
        if name == pool.name and named is not None:
            yield circular_definition.circular_definition(named.span, pool.name)
            return
        here = known.get(name)


def ranked(names: Names, contexts: list[Context], terms: Terms, part: str) -> Iterator[Diagnostic]:
    """Yield the findings that a 名额 goes by something that is no fact, or that 每 names neither a fact nor a payee."""
    quota = terms.quota.value if terms.quota else None
    for key in quota.keys[:1] if quota is not None else ():
        kind, plain = names.key(key), names.plain_key(key)
        payee = kind is not None and any(names.key_is(context, kind) == "payee" for context in contexts)
        if key.span is not None and not payee and not any(names.look_up(context, plain) for context in contexts):
            allowed = list(dict.fromkeys(context.role for context in contexts))
            yield key_unreachable.key_unreachable(key.span, plain, part, allowed)
    by = quota.by if quota is not None else None
    if by is None or by.span is None or by.text in RANKED_BY:
        return
    if not any(names.look_up(context, by.text) for context in contexts):
        known = [found.fact.name for context in contexts for found in names.facts_in(context)]
        yield unknown_name.unknown_name(by.span, by.text, near=nearest(by.text, [*known, *RANKED_BY]))

"""How the money of a pool is shared among claims: a pure function of what is left, the rule, and the claims in order.

Guarantees: never more than is left is paid; where everything fits, everything is paid; pro rata is the same whatever
the order; first come is never worse for whoever came before. Amounts are exact, in 分.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from polc.runs.entry import Money


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody claims from a pool; ``amount`` is None where that cannot be known, for what is ``missing``."""

    amount: Money | None
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Share:
    """What a claim gets: ``paid`` now and ``deferred`` to the next year, or None for what is ``missing``."""

    paid: Money | None
    deferred: Money = 0
    missing: frozenset[str] = frozenset()


def share(left: Money | None, rule: str, claims: Sequence[Claim], silent: str, unsized: str = "") -> list[Share]:
    """Return what each claim gets of what is ``left``, in the order of the claims.

    ``rule`` is pro_rata | first_come | defer, or "" where the text gives none: then nobody can say who gets what as
    soon as it does not fit, and ``silent`` is what is missing. ``left`` is None where the size of the pool is not
    known: then ``unsized`` is missing.
    """
    if left is None:
        return [_known(claim, 0) or Share(None, missing=frozenset({unsized}) | claim.missing) for claim in claims]
    unknown = frozenset(name for claim in claims if claim.amount is None for name in claim.missing)
    if rule in ("first_come", "defer"):
        return _in_order(left, claims, deferred=rule == "defer")
    total = _sum(claims)
    if total > left and not rule:
        unknown |= {silent}
    if unknown:
        return [_known(claim, 0) or Share(None, missing=unknown) for claim in claims]
    if total <= left:
        return [Share(claim.amount) for claim in claims]
    return [Share(part_of(claim.amount or 0, left, total)) for claim in claims]


def part_of(claim: Money, left: Money, total: Money) -> int:
    """Return a claim's part of what is left, cut to a whole 分.

    The few 分 that cutting leaves stay in the pool: whoever got them would get more than his part.
    """
    return (claim * left) // total if total else 0


def _in_order(left: Money, claims: Sequence[Claim], *, deferred: bool) -> list[Share]:
    """Pay one after the other; whoever comes when too little is left gets that, and those behind him nothing.

    Behind a claim that is not known nothing is known, but that there is nothing left.
    """
    found: list[Share] = []
    unknown: frozenset[str] = frozenset()
    for claim in claims:
        if not left and (claim.amount is not None or not deferred):
            found.append(Share(0, claim.amount or 0 if deferred else 0))
        elif claim.amount is None or unknown:
            unknown |= claim.missing
            found.append(_known(claim, 0) or Share(None, missing=unknown))
        else:
            paid = min(claim.amount, left)
            left -= paid
            found.append(Share(paid, claim.amount - paid if deferred else 0))
    return found


def _known(claim: Claim, amount: Money) -> Share | None:
    """Return the share of a claim of nothing: nothing, whatever the others claim."""
    return Share(amount) if claim.amount == amount else None


def _sum(claims: Iterable[Claim]) -> Money:
    return sum((claim.amount or 0 for claim in claims), start=0)

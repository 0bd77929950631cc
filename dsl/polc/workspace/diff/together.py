"""What several parts come to together, where one by one they cannot be compared.

A group was made or dissolved, a benefit split or merged, a member joined or left.
Guarantee: parts are added up only with what they share money with: members of one group, or benefits that one clause
lost and won.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from polc.passes.lower.plan import Lowered, Plan
from polc.workspace.diff.found import Payment
from polc.workspace.diff.matching import Matched
from polc.workspace.diff.payments import Sides, paid

_PAYING = ("benefit", "group")


@dataclass
class _Joined:
    """Which roots belong together: each root with the one that stands for it."""

    leader: dict[tuple[str, str], tuple[str, str]]

    def of(self, root: tuple[str, str]) -> tuple[str, str]:
        """Return what stands for a root."""
        while self.leader[root] != root:
            root = self.leader[root]
        return root

    def join(self, one: tuple[str, str], other: tuple[str, str]) -> None:
        """Put two roots together."""
        self.leader[self.of(one)] = self.of(other)


def together(matched: Matched, sides: Sides) -> Iterator[Payment]:
    """Yield who is paid otherwise for parts that only together can be compared."""
    old, new = _roots(sides.old), _roots(sides.new)
    roots = [*dict.fromkeys(("old", root) for root in old.values()), *dict.fromkeys(("new", r) for r in new.values())]
    joined = _Joined({root: root for root in roots})
    alike: set[tuple[str, str]] = set()
    for one, two in matched.pieces:
        if one is not None and two is not None and one.name in old and two.name in new:
            joined.join(("old", old[one.name]), ("new", new[two.name]))
            alike.add((one.name, two.name))
    for before, after in _swapped(matched, old, new):
        joined.join(("old", old[before]), ("new", new[after]))
    found: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for side, name in roots:
        mine, theirs = found.setdefault(joined.of((side, name)), ([], []))
        (mine if side == "old" else theirs).append(name)
    for mine, theirs in found.values():
        one_each = len(mine) == len(theirs) == 1
        if not mine or not theirs or (one_each and (mine[0], theirs[0]) in alike):
            continue
        payment = paid(sides, [sides.old.plans[name] for name in mine], [sides.new.plans[name] for name in theirs])
        if payment.proof != "steps":
            yield payment


def _roots(lowered: Lowered) -> dict[str, str]:
    """Return every benefit and group by name, with the outermost group that holds it, or itself."""
    plans: Mapping[str, Plan] = lowered.plans
    holder = {member: name for name, plan in plans.items() for member in plan.members}
    found = {}
    for name, plan in plans.items():
        if plan.kind in _PAYING:
            root = name
            while holder.get(root) in plans:
                root = holder[root]
            found[name] = root
    return found


def _swapped(matched: Matched, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the benefits that a clause lost, each with one that the same clause won."""
    alone = {id(piece) for pair in matched.pieces if None in pair for piece in pair if piece is not None}
    for one, two in matched.articles:
        if one is not None and two is not None:
            lost = [p.name for p in one.pieces if id(p) in alone and p.kind == "benefit" and p.name in old]
            won = [p.name for p in two.pieces if id(p) in alone and p.kind == "benefit" and p.name in new]
            yield from ((before, after) for before in lost for after in won)

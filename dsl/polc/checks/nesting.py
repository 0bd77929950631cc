"""Groups as checks see them: how each combines under some readings, who stands in it, and what competes with what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from polc.model.policy import Benefit, Group, Policy, Selection
from polc.model.values import How
from polc.passes.lower.group import members_of, with_members


@dataclass(frozen=True, slots=True)
class Nesting:
    """The groups of a policy under a choice of readings; an award of another policy (外部) is nobody's own."""

    policy: Policy
    selection: Selection

    @classmethod
    def of(cls, policy: Policy, selection: Selection) -> Nesting:
        """Return the groups of a policy, with the members that the readings chosen give them."""
        return cls(with_members(policy, selection), selection)

    def part(self, name: str) -> Benefit | Group | None:
        """Return the benefit or group with this name; None for an 外部 or a name that is not known."""
        every: tuple[Benefit | Group, ...] = (*self.policy.benefits, *self.policy.groups)
        return next((part for part in every if part.name == name), None)

    def how(self, group: Group) -> How:
        """Return how a group combines; 叠加 where it does not say."""
        said = group.terms(self.selection).how
        return said.value if said is not None and said.value is not None else How("add")

    def own(self, group: Group) -> list[Benefit | Group]:
        """Return the members of a group that this policy pays, in the order written."""
        found = (self.part(name) for name in members_of(self.policy, group))
        return [part for part in found if part is not None]

    def competes(self, group: Group) -> bool:
        """Return whether a group pays one award of this policy instead of another, not only instead of another policy's."""
        how = self.how(group)
        return how.mode == "highest" and (len(self.own(group)) > 1 or how.each_award)

    def below(self, group: Group, seen: frozenset[str] = frozenset()) -> Iterator[Benefit | Group]:
        """Yield everything of this policy that stands in a group, at any depth, each before what stands in it."""
        for part in self.own(group):
            if part.name not in seen:
                yield part
                if isinstance(part, Group):
                    yield from self.below(part, seen | {group.name})

"""Which other readings of two doubts can be laid over a policy together, and in which parts they cannot.

A reading is data: what it changes of the working program (``readings.py``). Two are laid one over the other step by
step, by the names of the steps. That is the program under both wherever a part is put together from each of them apart;
where both reach into the same part, the part is lowered under both and compared. Where it is not what the two come to
together, the pair clashes in it and the calculator refuses to say.

Guarantee: a part in which no two of the chosen readings clash, and into whose own steps at most two of them reach,
comes to what ``polc eval`` gives under all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from polc.core.program import Program, Step
from polc.core.references import references_of_step
from polc.core.types import Input
from polc.passes.lower.force import start_day
from polc.passes.lower.plan import Lowered
from polc.passes.lower.policy import lower_policy, of_all
from polc.passes.pipeline import Compiled
from polc.runs.assumed import of_scope

T = TypeVar("T")
Choice: TypeAlias = tuple[str, str]
"""A doubt and one of its readings."""
Own: TypeAlias = Mapping[str, Mapping[str, Step]]
"""The steps of each part, by name: without those of what it is built on."""


@dataclass(frozen=True, slots=True)
class Laid:
    """One reading beside the working ones: what it makes of each part, and into which it reaches."""

    choice: Choice
    lowered: Lowered
    own: Own
    everywhere: bool
    """Whether every part stands under the doubt."""
    reached: frozenset[str]
    """The parts whose own steps may be others under this reading, where not all may."""

    def reaches(self, part: str) -> bool:
        """Return whether the own steps of a part may be others under this reading."""
        return self.everywhere or part in self.reached


class Together:
    """The other readings of a policy, to be compared two by two."""

    def __init__(self, compiled: Compiled) -> None:
        """Take a policy that was compiled. Raises ValueError where there is none."""
        if compiled.policy is None or compiled.names is None:
            msg = "there is no policy to read otherwise"
            raise ValueError(msg)
        self._compiled, self._policy, self._names = compiled, compiled.policy, compiled.names
        self._base = compiled.lowered()
        self._own = _own_steps(self._base.program)
        self._doubts = {part.name: {doubt.name for doubt in part.doubts} for part in self._policy.parts}
        self._of_all = of_all(self._policy)

    def laid(self, choice: Choice) -> Laid:
        """Return what a reading makes of each part."""
        lowered = self._compiled.lowered(dict([choice]))
        own = _own_steps(lowered.program)
        reached = {
            name
            for name in {*self._base.plans, *lowered.plans}
            if choice[0] in self._doubts.get(name, ())
            or self._own.get(name, {}) != own.get(name, {})
            or _interface(self._base, name) != _interface(lowered, name)
        }
        return Laid(choice, lowered, own, choice[0] in self._of_all, frozenset(reached))

    def clashes(self, one: Laid, other: Laid) -> list[str]:
        """Return the parts that under both readings are not what the two come to one over the other."""
        base, pair = self._base, (one.lowered, other.lowered)
        if _merged(_of_whole(base), [_of_whole(each) for each in pair]) is None:
            return sorted({*base.plans, *pair[0].plans, *pair[1].plans})
        new = {name for each in pair for name in each.plans if name not in base.plans}
        shared = [name for name in base.plans if one.reaches(name) and other.reaches(name)]
        if not shared:
            return sorted(new)
        like = other if other.everywhere else one
        both = lower_policy(self._policy, self._names, dict([one.choice, other.choice]), [], like=like.lowered)
        found = _own_steps(both.program)
        inputs = _merged(_inputs(base.program), [_inputs(each.program) for each in pair])
        wanted = _inputs(both.program)
        return sorted(
            new
            | {
                name
                for name in shared
                if not self._is_composed(name, (one, other), both, found.get(name, {}), inputs, wanted)
            }
        )

    def _is_composed(
        self,
        name: str,
        pair: tuple[Laid, Laid],
        both: Lowered,
        found: Mapping[str, Step],
        inputs: Mapping[str, Input] | None,
        wanted: Mapping[str, Input],
    ) -> bool:
        if _merged(self._own.get(name, {}), [each.own.get(name, {}) for each in pair]) != found:
            return False
        told = _merged(_interface(self._base, name), [_interface(each.lowered, name) for each in pair])
        if told != _interface(both, name):
            return False
        read = frozenset[str]().union(*(references_of_step(step) for step in found.values()))
        return inputs is not None and all(inputs.get(each) == wanted[each] for each in read if each in wanted)


def _own_steps(program: Program) -> Own:
    found: dict[str, dict[str, Step]] = {}
    for step in program.steps:
        found.setdefault(step.subject, {})[step.binds] = step
    return found


def _interface(lowered: Lowered, name: str) -> dict[str, object]:
    """Return what others take from a part, and which steps it is put together from."""
    plan = lowered.plans.get(name)
    if plan is None:
        return {}
    told = (plan.kind, plan.items, plan.item, plan.result, plan.opened, plan.members, plan.due, plan.cut, plan.granted)
    return {str(place): each for place, each in enumerate(told)} | {f"/{step}": True for step in plan.steps}


def _of_whole(lowered: Lowered) -> dict[str, object]:
    """Return what the calculator presumes of the whole policy."""
    return {"scope": sorted(of_scope(lowered)), "start": start_day(lowered.whole) is None}


def _inputs(program: Program) -> dict[str, Input]:
    return {one.name: one for given in program.inputs for one in given.scalars}


def _merged(base: Mapping[str, T], changed: Sequence[Mapping[str, T]]) -> dict[str, T] | None:
    """Return what all the changes make of the base together; None where two of them make different things of one."""
    found = dict(base)
    touched: dict[str, T | None] = {}
    for each in changed:
        for name in {*base, *each}:
            now = each.get(name)
            if now == base.get(name):
                continue
            if name in touched and touched[name] != now:
                return None
            touched[name] = now
            if now is None:
                found.pop(name, None)
            else:
                found[name] = now
    return found

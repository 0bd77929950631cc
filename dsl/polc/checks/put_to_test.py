"""What the examples of a part put to the test: which tiers, caps and bounds some asserted row comes to, by computing it.

Looked at, in this order and no further than needed: the examples of the part, those of the groups it is in, and the
scenarios of all of them. Worked out once for a part, under the working readings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from polc.checks.draft import Checked
from polc.core.nodes import TRUE, Apply, Expression, Literal, Reference
from polc.core.program import Program, Stage, Step
from polc.core.slicing import only_for
from polc.model.expectations import Table
from polc.model.policy import Group, Part
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Case, Outcome, run
from polc.runs.reached import results, tiers_reached
from polc.runs.rehearsal import SILENT, Rehearsed, rehearsed
from polc.runs.scenario import run_scenario
from polc.runs.tables import complete, program_for

CAPS = (Stage.CAP, Stage.ALLOWANCE, Stage.GROUP_CAP)
_PROBE = "试·"
_ASSERTS = frozenset(("item", "award", "total", "verdict", "limit", "step", "paid", "taken_back", "carried_on"))


@dataclass(frozen=True, slots=True)
class Atom:
    """A bound that a part holds a fact against: the input, the figure in grains, the truth, and where it stands."""

    input: str
    figure: int
    truth: Expression
    step: Step

    @property
    def turns(self) -> tuple[int, int]:
        """The two neighbouring figures between which the truth changes, the one for which it holds first."""
        operator, (left, _) = self.truth.operator, self.truth.operands  # type: ignore[union-attr]  # made of these only
        above = isinstance(left, Literal)  # figure ≤ fact, figure < fact
        if operator == "at_most":
            return (self.figure, self.figure - 1) if above else (self.figure, self.figure + 1)
        return (self.figure + 1, self.figure) if above else (self.figure - 1, self.figure)


@dataclass
class PutToTest:
    """What rows came to: tiers (from 0), caps by what their step binds, and the truths seen of every bound."""

    tiers: set[int] = field(default_factory=set)
    caps: set[str] = field(default_factory=set)
    atoms: dict[Atom, set[bool]] = field(default_factory=dict)


def asserts(table: Table) -> bool:
    """Return whether some cell of a table asserts a result."""
    places = [place for place, column in enumerate(table.columns) if column.role in _ASSERTS]
    return any(
        place < len(row.cells) and not isinstance(row.cells[place], SILENT) for row in table.rows for place in places
    )


def cases(draft: Checked, part: Part) -> list[Rehearsed]:
    """Return every case of the examples of a part that asserts something; worked out once."""
    memo, name = draft.compiled.lowered().memo, f"cases/{part.name}"
    if name not in memo:
        memo[name] = [case for table in part.tables for case in rehearsed(draft.compiled, part, table)]
    found: list[Rehearsed] = memo[name]  # type: ignore[assignment]  # what was put there
    return found


def around(draft: Checked, part: Part) -> list[Group]:
    """Return the groups that a part is in, directly or through others."""
    found: list[Group] = []
    names = {part.name}
    groups = list(draft.policy.groups)
    lowered = draft.compiled.lowered()
    while True:
        more = [
            g
            for g in groups
            if g not in found and g.name in lowered.plans and names & set(lowered.plans[g.name].members)
        ]
        if not more:
            return found
        found.extend(more)
        names |= {group.name for group in more}


def atoms_of(lowered: Lowered, plan: Plan) -> list[Atom]:
    """Return the bounds of the conditions and tiers of a part: comparisons of one fact with a figure."""
    known = {f"{subject.name}.{fact.name}" for subject in lowered.policy.subjects for fact in subject.facts}
    found: dict[tuple[str, Expression], Atom] = {}
    for step in (lowered.step(binds) for binds in plan.steps):
        if step.stage in (Stage.CONDITION, Stage.TIER) and step.because:
            for truth in _comparisons(step.value):  # type: ignore[arg-type]  # a condition is a truth
                left, right = truth.operands
                name, figure = (left, right) if isinstance(left, Reference) else (right, left)
                if isinstance(name, Reference) and isinstance(figure, Literal) and name.name in known:
                    value = figure.value
                    if isinstance(value, int) and not isinstance(value, bool):
                        found.setdefault((name.name, truth), Atom(name.name, value, truth, step))
    return list(found.values())


def _comparisons(value: Expression) -> Iterator[Apply]:
    if isinstance(value, Apply):
        if value.operator in ("and", "or", "not"):
            for operand in value.operands:
                yield from _comparisons(operand)
        elif value.operator in ("at_most", "less"):
            yield value


def put_to_test(draft: Checked, part: Part) -> PutToTest:
    """Return what the asserted rows of a part come to, as far as anything is left to be found."""
    lowered = draft.compiled.lowered()
    name = f"put to test/{part.name}"
    if name not in lowered.memo:
        lowered.memo[name] = _Trial(draft, lowered, lowered.plans[part.name]).found()
    found: PutToTest = lowered.memo[name]  # type: ignore[assignment]  # what was put there
    return found


class _Trial:
    """A part whose rows are being looked at."""

    def __init__(self, draft: Checked, lowered: Lowered, plan: Plan) -> None:
        self.draft, self.lowered, self.plan = draft, lowered, plan
        steps = [lowered.step(binds) for binds in plan.steps]
        table = lowered.terms(plan).tiers
        rows = table.value.rows if table is not None and table.value is not None else ()
        marginal = table is not None and table.value is not None and table.value.mode == "marginal"
        self.tiers = set() if marginal else set(range(len(rows)))  # 分段 pays by parts, and reaches no row
        self.caps = [step for step in steps if step.stage in CAPS and step.because]
        self.atoms = atoms_of(lowered, plan)
        self.seen = PutToTest(atoms={atom: set() for atom in self.atoms})
        self.condition = f"{plan.part.name}/{Stage.CONDITION.value}"
        self.probes = [
            *(self._probe(step, step.applies) for step in self.caps),
            *(self._probe(atom.step, atom.truth) for atom in self.atoms),
        ]
        self.program = self._program(steps)

    def _probe(self, step: Step, truth: Expression) -> Step:
        return Step(Stage.PROMISE, self.plan.part.name, f"{_PROBE}{id(truth)}", truth, TRUE, step.over)

    def _program(self, steps: list[Step]) -> Program:
        """Return what computes no more than is asked for."""
        whole = self.lowered.slice(self.plan)
        wanted = [Reference(step.binds) for step in steps if step.stage is Stage.TIER or step.binds == self.condition]
        asked = [probe.value for probe in self.probes]
        needed = only_for(whole, *wanted, *asked)  # type: ignore[arg-type]  # probes are truths
        return Program(needed.inputs, (*needed.steps, *self.probes))

    def found(self) -> PutToTest:
        part, groups = self.plan.part, around(self.draft, self.plan.part)
        if not (self.tiers or self.caps or self.atoms):
            return self.seen
        for each in (part, *groups):
            if self._over_cases(each):
                return self.seen
        for each in (part, *groups):
            for table in each.tables:
                if table.scenario and asserts(table):
                    for _ in run_scenario(self.draft.compiled, each, table, self._look):
                        pass
                    if self._done:
                        return self.seen
        return self.seen

    def _over_cases(self, part: Part) -> bool:
        """Look at the examples of a part; return whether nothing is left to be found."""
        plan = self.lowered.plans.get(part.name)
        for case in cases(self.draft, part) if plan is not None else ():
            if case.told.awards:
                continue  # what the members come to is told there, not computed
            assert plan is not None  # noqa: S101 - looked at above
            facts, _ = complete(self.lowered, plan, program_for(self.lowered, plan, case.told), case.told)
            self._look(facts)
            if self._done:
                return True
        return False

    @property
    def _done(self) -> bool:
        """Whether every tier and cap was come to, and every bound from both sides."""
        return (
            self.seen.tiers >= self.tiers
            and len(self.seen.caps) == len(self.caps)
            and all(len(truths) > 1 for truths in self.seen.atoms.values())
        )

    def _look(self, facts: Mapping[str, object]) -> None:
        outcome = run(self.program, Case(facts))  # type: ignore[arg-type]
        for place, met in enumerate(self._met(outcome)):
            if met:
                self.seen.tiers |= tiers_reached(self.plan, self.lowered, outcome, place)
        probes = iter(self.probes)
        for step, probe in zip(self.caps, probes, strict=False):
            if any(found.value is True for found in results(outcome, probe.binds)):
                self.seen.caps.add(step.binds)
        for atom, probe in zip(self.atoms, self.probes[len(self.caps) :], strict=True):
            self.seen.atoms[atom] |= {
                found.value for found in results(outcome, probe.binds) if isinstance(found.value, bool)
            }

    def _met(self, outcome: Outcome) -> list[bool]:
        """Return of every item whether its conditions hold."""
        count = max(
            (len(results(outcome, step.binds)) for step in self.program.steps if step.stage is Stage.TIER), default=0
        )
        met = results(outcome, self.condition)
        return [not met or met[min(place, len(met) - 1)].value is True for place in range(count)]

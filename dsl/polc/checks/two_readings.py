"""Whether two readings of a doubt ever pay differently: shown by a table, shown by a case, or proved that they never do.

Guarantee: “never” holds whatever was received in earlier years, for so many items as a question looks at, and is said only where what the readings change is computed in
the case itself; instalments, claw-backs, pools and dates come after it, and of those nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import combinations

from polc.checks import example_row
from polc.checks.any_year import whatever_was_received
from polc.checks.asked import left_open, put
from polc.checks.asking import MANY, Shown, ask, somewhere
from polc.checks.draft import Checked
from polc.checks.readings_over_years import MATERIAL, Side, results_differ, years_that_differ
from polc.core.beside import beside
from polc.core.nodes import FALSE, Apply, Expression
from polc.core.program import Program
from polc.core.rename import Renaming
from polc.diagnostics import Witness, Words
from polc.model.expectations import Blank, Cell, Table, ToConfirm
from polc.model.policy import Benefit, Doubt, Group, Part, Reading, Terms
from polc.model.values import Cap, How
from polc.passes.lower.plan import Plan
from polc.readers.evaluate import Case, run
from polc.readers.smt import Impossible
from polc.runs.answer import summed
from polc.runs.computation import result_words

_UNLIKE = Words(
    "两种读法里能选的、要填的不是同一样东西，同一个情形放不到两边去比（疑义“{doubt}”）",
    "what may be chosen or told is not of one kind under both readings, so no case can be put to both (doubt “{doubt}”)",
)
_COMPUTED = frozenset(
    [
        "subject",
        "payee",
        "per",
        "when",
        "excluded",
        "pay",
        "tiers",
        "minimum",
        "at_least",
        "rounding",
        "caps",
        "times",
        "years",
        "year_index",
        "how",
        "ensures",
    ]
)
"""Lines whose whole effect is in the case; of a doubt that changes others too, nothing is proved."""


def places(draft: Checked, name: str) -> list[tuple[Part, Doubt]]:
    """Return every part that a doubt is raised in, with the doubt as it stands there."""
    return [(part, doubt) for part in draft.policy.parts for doubt in part.doubts if doubt.name == name]


def shown_by_a_table(draft: Checked, doubt: Doubt) -> bool:
    """Return whether some row of a table says different things in the columns of two of its readings."""
    names = {reading.name for reading in doubt.readings}
    return any(_tells_apart(table, names) for part in draft.policy.parts for table in part.tables)


def _tells_apart(table: Table, names: set[str]) -> bool:
    of = [{reading.rpartition("=")[2] for reading in column.readings} & names for column in table.columns]
    alike = [
        (one, other)
        for (one, here), (other, there) in combinations(enumerate(table.columns), 2)
        if of[one] != of[other] and (here.role, here.name) == (there.role, there.name)
    ]
    if not alike:
        return False
    return any(_differ_in(row.cells, one, other) for row in table.rows for one, other in alike)


def _differ_in(cells: tuple[Cell, ...], one: int, other: int) -> bool:
    """Return whether both places are filled in, and not alike."""
    if other >= len(cells) or any(isinstance(cells[place], Blank | ToConfirm) for place in (one, other)):
        return False
    return cells[one] != cells[other]


class Pair:
    """The working reading of a doubt and another, over the parts that raise it."""

    def __init__(self, draft: Checked, doubt: Doubt, other: Reading) -> None:
        self.other = other
        self.name = doubt.name
        self.working = draft.compiled.lowered()
        self.read = draft.compiled.lowered({doubt.name: other.name})
        self.raised = places(draft, doubt.name)

    def case(self) -> Witness | None:
        """Return the least case of a first year that the two readings pay differently; None where none was found."""
        for plan, also in self._computed():
            if not self._comparable(plan, also):
                left_open(plan.part.name, _UNLIKE.fill(doubt=self.name))
        for plan, also in self._plans():
            for by in MATERIAL:
                program, question = self._asked(plan, also, by)
                found = ask(self.working, plan, question, program=program)
                if isinstance(found, Shown):
                    return self._shown(found, plan, also)
        return None

    def years(self) -> Witness | None:
        """Return the least years, from an empty ledger, in the last of which they pay differently; None where none was found."""
        for plan, also in self._plans():
            sides = (Side(self.working, plan), Side(self.read, also))
            found = years_that_differ(self.raised[0][1], sides, *self._asked(plan, also))
            if found is not None:
                return found
        return None

    def _asked(self, plan: Plan, also: Plan, by: int = 0) -> tuple[Program, Expression]:
        program, called = beside(self.working.slice(plan), self.read.slice(also))
        return program, _differ(program, plan, also, called, by)

    def _shown(self, found: Shown, plan: Plan, also: Plan) -> Witness:
        """Return the case with what each reading comes to, a column each."""
        outputs: dict[str, str] = {}
        sides: list[tuple[Words, Words]] = []
        for lowered, each in ((self.working, plan), (self.read, also)):
            outcome = run(lowered.slice(each), Case(found.facts))
            outputs[example_row.column_of(lowered, each, also=[self.name])] = example_row.came_out(outcome, each)
            name = self.raised[0][1].chosen(lowered.selection).name
            sides.append((Words(f"读作“{name}”", f"read as “{name}”"), result_words(summed(outcome, each))))
        return found.witness_with(outputs, *sides)

    def agree(self) -> bool:
        """Return whether it is proved that they never pay differently, whatever was received before."""
        terms = [reading.terms for _, doubt in self.raised for reading in doubt.readings]
        computed = all(isinstance(part, Benefit | Group) for part, _ in self.raised) and all(map(_in_the_case, terms))
        return computed and bool(self.raised) and self._complete() and all(map(self._same, self._plans()))

    def _plans(self) -> Iterator[tuple[Plan, Plan]]:
        return (pair for pair in self._computed() if self._comparable(*pair))

    def _comparable(self, plan: Plan, also: Plan) -> bool:
        """Return whether what both are told is of the same kind: of a 择一 with other members, the choice is not."""
        told = {one.name: one for given in self.working.slice(plan).inputs for one in given.scalars}
        asked = (one for given in self.read.slice(also).inputs for one in given.scalars)
        return all(told.get(one.name, one) == one for one in asked)

    def _computed(self) -> Iterator[tuple[Plan, Plan]]:
        for part, _ in self.raised:
            plan, also = self.working.plans.get(part.name), self.read.plans.get(part.name)
            if plan is not None and also is not None and plan.kind in ("benefit", "group"):
                yield plan, also

    def _complete(self) -> bool:
        """Return whether every part that raises the doubt is computed, for the same items, and none takes another's place."""
        pairs = list(self._plans())
        return len(pairs) == len(self.raised) and all(plan.items == also.items for plan, also in pairs)

    def _same(self, pair: tuple[Plan, Plan]) -> bool:
        plan, also = pair
        program, question = self._asked(plan, also)
        if question == FALSE:
            return True
        asked = Apply("and", (question, *whatever_was_received(program)))
        return isinstance(put(plan.part.name, program, asked, items=MANY, least=False), Impossible)


def _in_the_case(terms: Terms) -> bool:
    said = {row.name for row in fields(terms) if getattr(terms, row.name) not in (None, ())}
    carries = any(isinstance(line.value, Cap) and line.value.excess == "carry" for line in terms.caps)
    how = terms.how.value if terms.how else None
    later = isinstance(how, How) and how.lower_first == "give_back"
    return said <= _COMPUTED and not carries and not later


def _differ(program: Program, plan: Plan, also: Plan, called: Renaming, by: int) -> Expression:
    """Return that a part, or one of its items, comes to another amount; FALSE where the two are one and the same step."""
    if called(also.result) == plan.result and called(also.due) == plan.due:
        return FALSE
    parts = [results_differ(program, plan.result, called(also.result), by)]
    if plan.items and plan.items == also.items:
        parts.append(somewhere(plan.items, results_differ(program, plan.due, called(also.due), by)))
    return Apply("or", tuple(parts))

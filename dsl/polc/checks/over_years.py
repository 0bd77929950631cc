"""Questions over several years, starting from an empty ledger, and the scenarios that come back.

Guarantee: what is shown is replayed year by year with the ledger between, as a 情景 is run, and not shown where the
replay says otherwise. “None” is said of the years looked at, never of all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from polc.checks import example_row
from polc.checks.any_year import looks_back, whatever_was_received
from polc.checks.asked import gave_up, put, shown
from polc.checks.asking import QUESTION, of_scope_alone
from polc.checks.regions import facts_by_input
from polc.checks.scenario_rows import Row, scenarios
from polc.checks.unrolled import THERE, Turn, Unrolled, first_year, unrolled
from polc.core.nodes import TRUE, ZERO, Apply, Each, Expression, Let, Literal, Reference
from polc.core.program import HIGH, Program, Stage, Step
from polc.core.types import Items
from polc.diagnostics import Witness, Words
from polc.model.expectations import Table
from polc.model.expressions import Kind
from polc.passes.elaborate import YEAR_INPUT
from polc.passes.lower.counted import UNSAID
from polc.passes.lower.plan import PLACE, Lowered, Plan
from polc.passes.lower.tested import FILED_INPUT
from polc.readers.evaluate import Case, Interval, run
from polc.readers.prose import figures
from polc.readers.smt import Found, Impossible, Undecided, Verdict, find
from polc.runs.answer import summed
from polc.runs.assumed import of_scope
from polc.runs.computation import result_words
from polc.runs.entry import Money
from polc.runs.fold import Fold, step
from polc.runs.tables import RowRun
from polc.runs.telling import ITEM_NAME
from polc.runs.told import Told

YEARS = 2
"""How many years a question looks at where nobody says more."""
NAMES = "甲乙丙丁戊己庚辛"
"""What the sets of facts of a run are called, and the items of a list."""


@dataclass(frozen=True, slots=True)
class Lived:
    """One year of a run as replayed: the year, what it was told, all its facts, and what came of it."""

    year: int
    facts: Mapping[str, Any]
    fold_facts: Mapping[str, object]
    award: Words
    cell: str
    high: Money


@dataclass(frozen=True, slots=True)
class Years:
    """Runs through the years that show something: every year as replayed through the ledger."""

    lowered: Lowered
    plan: Plan
    runs: tuple[tuple[Lived, ...], ...]

    def total(self, run_: int) -> Money:
        """Return what is granted over a run, in 分, at the upper end."""
        return sum((year.high for year in self.runs[run_]), start=0)

    def witness(self, *titles: Words) -> Witness:
        """Return the runs as a finding shows them: what comes of each, and the scenarios to paste."""
        outcome = tuple((title, figures.amount(self.total(place))) for place, title in enumerate(titles))
        return Witness((), outcome, "\n".join(self._scenarios([title.zh for title in titles])), self.plan.part.name)

    def by_year(self, title: Words) -> Witness:
        """Return the first run as a finding shows it: what comes of each year, and the scenario to paste."""
        outcome = tuple((Words(f"{year.year}年", str(year.year)), year.award) for year in self.runs[0])
        return Witness((), outcome, "\n".join(self._scenarios([title.zh])), self.plan.part.name)

    def _scenarios(self, titles: Sequence[str]) -> Iterator[str]:
        output = example_row.column_of(self.lowered, self.plan)
        runs = [[Row(year.year, year.facts, {output: year.cell}) for year in lived] for lived in self.runs]
        return scenarios(self.lowered, titles, runs)


def years_of(
    lowered: Lowered, plan: Plan, runs: Sequence[Sequence[str]], still: Collection[str] = ()
) -> Unrolled | None:
    """Return a part unrolled over runs of sets of facts; None where it is not in force for so many years, or not followed.

    ``still`` are the inputs that come to nothing in every year.
    """
    first = first_year(lowered, plan, max(len(each) for each in runs))
    if first is None:
        return None
    return unrolled(lowered, plan, runs, first, in_scope=not _scope_is_told(lowered, plan), still=still)


def show(made: Unrolled, question: Expression, holds: Callable[[Years], bool], *, items: int = 2) -> Years | None:
    """Return the least years in which ``question`` holds, replayed; None where none was found.

    ``holds`` says whether the replayed years show what was asked.
    """
    verdict = lived_through(made.plan, made.program, question, items=items)
    if not isinstance(verdict, Found):  # for so many years only, which proves nothing
        return None
    years = Years(made.lowered, made.plan, tuple(replayed(made, each, verdict.facts) for each in made.runs))
    if not holds(years):
        return None
    shown(made.plan.part.name)
    return years


def lived_through(plan: Plan, program: Program, question: Expression, *, items: int = 2) -> Verdict:
    """Return what the solver says to a question about the years of a program made of such; it is not counted as asked."""
    decided = tuple(Apply("not", (Reference(step.binds),)) for step in program.steps if _is_open(step))
    verdict = find(program, Apply("and", (question, *decided, *_in_order(program))), items=items)
    if isinstance(verdict, Undecided):
        gave_up(plan.part.name, verdict)
    return verdict


def _is_open(step: Step) -> bool:
    """Return whether a step is, in some year, the truth that a result rests on what the text does not say."""
    return step.binds.rpartition("·")[0].endswith(f"/{UNSAID}")


def _in_order(program: Program) -> Iterator[Expression]:
    """Yield that items stand in the order of their places, each in its own."""
    for given in program.inputs:
        if isinstance(given.type, Items) and any(field.name.startswith(PLACE) for field in given.type.fields):
            place, here = Reference(PLACE + given.name), Reference("此处")
            before = Each("count", given.name, Apply("at_most", (place, here)))
            yield Each("all", given.name, Let(here.name, place, Apply("equal", (before, here))))


def replayed(made: Unrolled, run_: Sequence[Turn], facts: Mapping[str, Any]) -> tuple[Lived, ...]:
    """Run some years through the ledger, as a scenario does."""
    fold = Fold(made.lowered, made.plan)
    lived: list[Lived] = []
    for turn in run_:
        told = _told(made, turn, facts)
        row = RowRun(made.plan.part, Table("", (), ()), 0, made.plan.part.span, "")
        step(fold, turn.year, told, None, row)
        assert fold.outcome is not None  # noqa: S101 - just computed
        result = summed(fold.outcome, made.plan)
        high = result.value.high if isinstance(result.value, Interval) else 0
        seen = {**told.facts, **told.items}
        cell = example_row.came_out(fold.outcome, made.plan)
        lived.append(Lived(turn.year, seen, fold.facts, result_words(result), cell, high))
    return tuple(lived)


def _told(made: Unrolled, turn: Turn, facts: Mapping[str, Any]) -> Told:
    """Return what a year's rows tell: the facts that are facts of the file."""
    known = facts_by_input(made.lowered)
    hidden = _hidden(made.lowered, made.plan)
    ending = f"·{turn.facts}"
    told = Told()

    def own(record: Mapping[str, Any]) -> dict[str, Any]:
        plain = {name.removesuffix(ending): value for name, value in record.items() if name.endswith(ending)}
        plain |= {name: value for name, value in record.items() if name in made.shared}
        return {name: value for name, value in plain.items() if name in known and known[name].name not in hidden}

    told.facts = own({**{name + ending: value for name, value in made.still.items()}, **facts})
    if any(given.name == FILED_INPUT.name for given in made.lowered.slice(made.plan).inputs):
        told.facts[FILED_INPUT.name] = turn.day
    for name, records in facts.items():
        if isinstance(records, list):
            told.items[name] = [
                {ITEM_NAME: NAMES[place % len(NAMES)], **own(record)}
                for place, record in enumerate(records)
                if record[f"{THERE}{name}{ending}"]
            ]
    return told


def later(lowered: Lowered, plan: Plan, question: Expression) -> Years | None:
    """Return the least years at whose end a question about a part holds, replayed; None where none were found.

    Looked at are two years, and three where a 年限 counts years; nothing is looked for where it holds in no year at all.
    """
    program = lowered.slice(plan)
    if not looks_back(program.inputs):
        return None
    in_any_year = Apply("and", (question, *whatever_was_received(program)))
    if isinstance(put(plan.part.name, program, in_any_year, least=False), Impossible):
        return None
    for years in (YEARS, YEARS + 1) if lowered.terms(plan).years else (YEARS,):
        made = years_of(lowered, plan, [NAMES[:years]])
        if made is None:
            return None
        found = show(
            made,
            made.said(made.runs[0][-1], question),
            lambda each: holds_in(lowered, plan, question, each.runs[0][-1]),
        )
        if found is not None:
            return found
    return None


def later_with_others(lowered: Lowered, plan: Plan, question: Expression) -> Years | None:
    """Return the same, of the part alone or in a group with those whose payments it looks at."""
    looked_at = {history.of for history in plan.histories} - {plan.part.name}
    groups = [
        group
        for group in lowered.plans.values()
        if plan.part.name in group.members and looked_at.intersection(group.members)
    ]
    found = (later(lowered, each, question) for each in (plan, *groups))
    return next((years for years in found if years is not None), None)


def never_in_its_years(lowered: Lowered, plan: Plan, question: Expression) -> bool:
    """Return whether a question about a part holds in no year, because its 年限 lets it have only so many of them.

    Proved by living all of them: what is paid before and after is nothing, and nothing but what was paid tells one year
    from another. Not asked of items, of which there may be any number, nor where a year of the calendar matters.
    """
    years = _limit(lowered, plan)
    program = lowered.slice(plan)
    names = {given.name for given in program.inputs}
    earlier = any(name.startswith("此前") for name in names)
    if years is None or plan.items or YEAR_INPUT.name in names or earlier or plan.members:
        return False
    made = years_of(lowered, plan, [NAMES[:years]])
    if made is None:
        return False
    asked = made.said(made.runs[0][-1], question)
    return isinstance(put(plan.part.name, made.program, asked, least=False), Impossible)


def paid_again(lowered: Lowered, plan: Plan) -> Years | Impossible | None:
    """Return two years in both of which a part, or one and the same item of it, is paid; Impossible where there are none.

    The same facts twice come first. None where that was not found out.
    """
    verdict: Verdict | None = None
    for run_ in (NAMES[0] * YEARS, NAMES[:YEARS]):
        made = years_of(lowered, plan, [run_])
        if made is None:
            return None
        verdict = lived_through(plan, made.program, _in_each(made))
        if isinstance(verdict, Found):
            years = Years(lowered, plan, (replayed(made, made.runs[0], verdict.facts),))
            if not all(year.high > 0 for year in years.runs[0]):
                return None
            shown(plan.part.name)
            return years
        if isinstance(verdict, Undecided):
            return None
    return verdict if isinstance(verdict, Impossible) else None


def _in_each(made: Unrolled) -> Expression:
    """Return that the part of a program of years, or an item of it, is paid something in every year of the first run."""
    items, result = made.plan.items, made.plan.due if made.plan.items else made.plan.result
    paid = [Apply("less", (ZERO, made.said(turn, Reference(result + HIGH)))) for turn in made.runs[0]]
    if not items:
        return Apply("and", tuple(paid))
    there = (Reference(f"{THERE}{items}·{turn.facts}") for turn in made.runs[0])
    return Each("any", items, Apply("and", (*paid, *there)))


_MOST_YEARS = 5


def _limit(lowered: Lowered, plan: Plan) -> int | None:
    """Return how many years the 年限 of a part lets it have; None where it has none, or many."""
    for line in lowered.terms(plan).years:
        said = line.value.limit if line.value is not None else None
        if said is not None:
            years = said.value / (12 if said.kind is Kind.DURATION else 1)
            return int(years) if years.denominator == 1 and 1 < years <= _MOST_YEARS else None
    return None


def holds_in(lowered: Lowered, plan: Plan, question: Expression, lived: Lived) -> bool:
    """Return whether a question about a part's own program holds in a year as it was lived."""
    program = lowered.slice(plan)
    asked = Step(Stage.PROMISE, plan.part.name, QUESTION, question, TRUE)
    outcome = run(Program(program.inputs, (*program.steps, asked)), Case(lived.fold_facts))  # type: ignore[arg-type]
    return outcome.result(QUESTION).value is True


def more_than(money: int, one: Expression, other: Expression) -> Expression:
    """Return that one amount is more than another by at least ``money`` 分."""
    return Apply("at_most", (Apply("add", (other, Literal(money))), one))


def _scope_is_told(lowered: Lowered, plan: Plan) -> bool:
    """Return whether a fact that 适用 speaks of is one of the part's own, so that rows tell it and 适用 is tested."""
    names = of_scope(lowered)
    facts = {fact.name for fact in facts_by_input(lowered).values()}
    return bool((names & facts) - of_scope_alone(lowered, plan))


def _hidden(lowered: Lowered, plan: Plan) -> set[str]:
    return set() if _scope_is_told(lowered, plan) else of_scope_alone(lowered, plan)


__all__ = [
    "NAMES",
    "YEARS",
    "Lived",
    "Years",
    "holds_in",
    "later",
    "later_with_others",
    "lived_through",
    "more_than",
    "never_in_its_years",
    "paid_again",
    "replayed",
    "show",
    "years_of",
]

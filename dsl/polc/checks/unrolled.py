"""A part's program over several years, one copy a year, each told by the ledger of those before: one program again.

A run is one way through the years; a set of facts may stand in several runs, in another order. Guarantees: the first
year of a run starts from an empty ledger; every year is dated 31 December and lies where the policy is in force, as in
a scenario; an item of a list is the same item in every year, and may not be there in some.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from polc.checks.any_year import HELD
from polc.checks.booked import BOOKED, Books, NotFollowedError, with_books, years_sum
from polc.checks.regions import facts_by_input
from polc.core.absence import where_there, without
from polc.core.amounts import Amount
from polc.core.fold import fold_program
from polc.core.nodes import FALSE, TRUE, Apply, Choose, Expression, Literal, Reference, Scalar
from polc.core.program import HIGH, LOW, OPEN, Program, Stage, Step
from polc.core.rename import Renaming, renamed, substitute
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.passes.elaborate import YEAR_INPUT
from polc.passes.lower.force import end_day, last_full_year, of_part, start_day
from polc.passes.lower.plan import IN_SCOPE, STARTED, History, Lowered, Plan
from polc.passes.lower.tested import FILED_INPUT
from polc.runs.assumed import lowest, presumed

THERE = "在·"
"""How the field begins that says whether an item is there in a set of facts."""
_EARLIER, _HIGHEST = "此前.", "此前最高."
_SOME_YEAR = 2026
"""The first year of a policy that says neither when it starts nor when it ends."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One year of a run: the calendar year, whose facts it has, and how the names of its copy end."""

    year: int
    facts: str
    suffix: str

    @property
    def day(self) -> int:
        """The day on which it is looked at, and applied for where that counts: 31 December."""
        return dt.date(self.year, 12, 31).toordinal()


@dataclass(frozen=True)
class Unrolled:
    """The program of all runs, and what it was made of.

    ``still`` are the facts that nothing is asked about, each with its one value; ``shared`` those of items that do not
    change from year to year.
    """

    lowered: Lowered
    plan: Plan
    program: Program
    runs: tuple[tuple[Turn, ...], ...]
    copies: dict[str, _Copy]
    still: Mapping[str, Scalar]
    shared: frozenset[str]

    def said(self, turn: Turn, expression: Expression) -> Expression:
        """Return an expression over the part's own program, as of one year."""
        return self.copies[turn.suffix].said(expression)

    def total(self, run: Sequence[Turn]) -> Expression:
        """Return what the part comes to over a run, at the upper end."""
        return Apply("add", (*(self.said(turn, Reference(self.plan.result + HIGH)) for turn in run), Literal(0)))


def first_year(lowered: Lowered, plan: Plan, years: int) -> int | None:
    """Return the first of so many years whose 31 December lies in force for a part; None where there are fewer."""
    terms = of_part(lowered.whole, lowered.terms(plan))
    start, end = start_day(terms), end_day(terms)
    last = None if end is None else last_full_year(end)
    if start is None:
        return _SOME_YEAR if last is None else max(dt.MINYEAR, last - years + 1)
    first = dt.date.fromordinal(start).year
    return first if first + years - 1 <= (dt.MAXYEAR - 1 if last is None else last) else None


def unrolled(
    lowered: Lowered,
    plan: Plan,
    runs: Sequence[Sequence[str]],
    first: int,
    *,
    in_scope: bool = True,
    still: Collection[str] = (),
) -> Unrolled | None:
    """Return the years of ``runs``, each a sequence of sets of facts, from the year ``first``; None where not followed.

    ``in_scope`` says whether the payee is presumed to be within 适用. The inputs of ``still`` come to nothing in every
    year: the least figure, no items.
    """
    try:
        program = with_books(lowered, plan)
        sets = list(dict.fromkeys(name for run in runs for name in run))
        making = _Making(lowered, plan, program, sets, in_scope=in_scope, still=still)
        return making.made(runs, first)
    except NotFollowedError:
        return None


@dataclass(frozen=True)
class _Copy:
    """The names of one year's copy."""

    rename: Renaming
    there: dict[str, str]

    def said(self, expression: Expression) -> Expression:
        return where_there(renamed(expression, self.rename), self.there)

    def value(self, value: Amount | Expression) -> Amount | Expression:
        if isinstance(value, Amount):
            return Amount(self.said(value.low), self.said(value.high), self.said(value.open))
        return self.said(value)


def _stilled(program: Program, still: Collection[str]) -> tuple[Program, dict[str, Scalar]]:
    """Return a program in which some inputs come to nothing, and the value of each of the scalars among them."""
    lists = {given.name for given in program.inputs if given.name in still and isinstance(given.type, Items)}
    values = {given.name: _least(given) for given in program.inputs if given.name in still and given.name not in lists}
    literals = {name: Literal(value) for name, value in values.items()}

    def of(expression: Expression) -> Expression:
        return substitute(without(expression, lists), literals)

    steps: list[Step] = []
    for step in program.steps:
        if step.over in lists:
            continue
        value = step.value
        value = Amount(of(value.low), of(value.high), of(value.open)) if isinstance(value, Amount) else of(value)
        steps.append(replace(step, value=value, applies=of(step.applies)))
    inputs = tuple(given for given in program.inputs if given.name not in still)
    return Program(inputs, tuple(steps), tuple(of(law) for law in program.laws)), values


def _least(given: Input) -> Scalar:
    match given.type:
        case Quantity(least=least):
            return least
        case Level(names=names):
            return names[0]
        case _:
            return False


class _Making:
    """The copies of one program while they are put together."""

    def __init__(
        self,
        lowered: Lowered,
        plan: Plan,
        program: Program,
        sets: list[str],
        *,
        in_scope: bool,
        still: Collection[str],
    ) -> None:
        program, self.still = _stilled(program, still)
        self.lowered, self.plan, self.program, self.sets = lowered, plan, program, sets
        self.in_scope = in_scope
        self.known_start = start_day(lowered.whole) is not None
        self.histories = {history.name: history for history in lowered.histories}
        self.lists = [given for given in program.inputs if isinstance(given.type, Items)]
        self.ends = {
            step.binds + end: (step.binds, end)
            for step in program.steps
            if isinstance(step.value, Amount)
            for end in (LOW, HIGH, OPEN)
        }
        told = {"年度": 0, "日期": 0, FILED_INPUT.name: 0}
        self.given: dict[str, Input] = {}  # what a host fills in, by name
        self.scalars: list[Input] = []  # the facts of the payee
        self.fields: dict[str, list[Input]] = {}  # the facts of the items of a list
        for given in program.inputs:
            if isinstance(given.type, Items):
                own = [field for field in given.type.fields if presumed(field, told) is None]
                self.fields[given.name] = [*own, *self._read_back(given.type.fields, own)]
                self.given.update({field.name: field for field in given.type.fields if field not in own})
            elif given.name in told or presumed(given, told) is not None:
                self.given[given.name] = given
            else:
                self.scalars.append(given)
        outer = [given for given in program.inputs if not isinstance(given.type, Items)]
        self.scalars += self._read_back(outer, self.scalars)
        self.facts = {given.name for given in self.scalars} | {f.name for each in self.fields.values() for f in each}
        yearly = {name for name, fact in facts_by_input(lowered).items() if fact.type.period}
        of_items = {field.name for each in self.fields.values() for field in each}
        self.shared = frozenset(name for name in of_items if name not in yearly)  # an item is what it is

    @staticmethod
    def _read_back(inputs: Sequence[Input], own: Sequence[Input]) -> list[Input]:
        """Return the facts of which only the highest so far is read, which a year must tell all the same."""
        known = {given.name for given in own}
        found = [
            replace(given, name=given.name.removeprefix(_HIGHEST))
            for given in inputs
            if given.name.startswith(_HIGHEST)
        ]
        return [given for given in found if given.name not in known]

    # ---- putting together --------------------------------------------------------------------
    def made(self, runs: Sequence[Sequence[str]], first: int) -> Unrolled:
        turns = tuple(
            tuple(Turn(first + place, facts, f"·{number}{place}") for place, facts in enumerate(run))
            for number, run in enumerate(runs)
        )
        copies = {turn.suffix: self._copy(turn) for run in turns for turn in run}
        steps: list[Step] = []
        for run in turns:
            for place, turn in enumerate(run):
                copy = copies[turn.suffix]
                steps += self._prelude(turn, run[:place], copies)
                steps += [
                    replace(
                        step, binds=copy.rename(step.binds), value=copy.value(step.value),
                        applies=copy.said(step.applies),
                    )
                    for step in self.program.steps
                ]  # fmt: skip
        laws = [
            copies[turn.suffix].said(law)
            for name in self.sets
            for turn in [next(turn for run in turns for turn in run if turn.facts == name)]
            for law in self.program.laws
        ]
        program = fold_program(Program(tuple(self._inputs()), tuple(steps), tuple(dict.fromkeys(laws))))
        return Unrolled(self.lowered, self.plan, program, turns, copies, self.still, self.shared)

    def _inputs(self) -> Iterator[Input]:
        for name in self.sets:
            for given in self.scalars:
                yield replace(given, name=f"{given.name}·{name}")
        for given in self.lists:
            fields: list[Input] = [Input(f"{THERE}{given.name}·{name}", Truth()) for name in self.sets]
            for name in self.sets:
                fields += [
                    replace(field, name=f"{field.name}·{name}")
                    for field in self.fields[given.name]
                    if field.name not in self.shared
                ]
            fields += [field for field in self.fields[given.name] if field.name in self.shared]
            yield Input(given.name, Items(tuple(fields)))

    def _copy(self, turn: Turn) -> _Copy:
        lists = {given.name for given in self.lists}

        def rename(name: str) -> str:
            if name in lists or name in self.shared:
                return name
            if name in self.facts:
                return f"{name}·{turn.facts}"
            if name in self.ends:
                binds, end = self.ends[name]
                return binds + turn.suffix + end
            return name + turn.suffix

        return _Copy(rename, {name: f"{THERE}{name}·{turn.facts}" for name in lists})

    def _prelude(self, turn: Turn, before: Sequence[Turn], copies: dict[str, _Copy]) -> Iterator[Step]:
        """Yield a step for everything that a host fills in, as of one year."""
        inside = {field.name: given.name for given in self.lists for field in given.type.fields}  # type: ignore[union-attr]
        for name, given in self.given.items():
            over = inside.get(name)
            value = self._filled(given, turn, before, copies, over)
            yield Step(Stage.SUM, self.plan.part.name, copies[turn.suffix].rename(name), value, TRUE, over)

    def _filled(
        self, given: Input, turn: Turn, before: Sequence[Turn], copies: dict[str, _Copy], over: str | None
    ) -> Expression:
        name = given.name
        if name == YEAR_INPUT.name:
            return Literal(turn.year)
        if name in ("日期", FILED_INPUT.name):
            return Literal(turn.day)
        if name in self.histories:
            own = [(each, copies[each.suffix]) for each in before]
            books = [Books(each.year, self.lowered, copy.said, copy.there) for each, copy in own]
            history: History = self.histories[name]
            known = any(step.binds.startswith(f"{BOOKED}{history.of}/") for step in self.program.steps)
            plan = self.lowered.plans.get(history.of) if known else None  # only what is asked about is booked
            return years_sum(history, plan, books, turn.year)
        if name.startswith(_HIGHEST):
            return self._highest(given, before, copies, over)
        if name.startswith(_EARLIER):
            return self._ever(name, before, copies, over)
        if name == STARTED and self.known_start:
            return FALSE
        if name == IN_SCOPE:
            return Literal(self.in_scope)
        if name.startswith(HELD):
            guess = presumed(given, {"年度": turn.year, "日期": turn.year})
            return Literal(guess[0]) if guess is not None else FALSE
        return Literal(_nothing(given, turn.year))

    def _highest(self, given: Input, before: Sequence[Turn], copies: dict[str, _Copy], over: str | None) -> Expression:
        found: Expression = Literal(lowest(given))
        for each in before:
            now: Expression = copies[each.suffix].said(Reference(given.name.removeprefix(_HIGHEST)))
            if isinstance(given.type, Level):
                names = tuple(Literal(name) for name in given.type.names)
                higher: Expression = Apply("reaches", (now, found, *names))
            else:
                higher = Apply("at_most", (found, now))
            if over is not None:
                higher = Apply("and", (Reference(f"{THERE}{over}·{each.facts}"), higher))
            found = Choose(higher, now, found)
        return found

    def _ever(self, name: str, before: Sequence[Turn], copies: dict[str, _Copy], over: str | None) -> Expression:
        """Return whether what must be so for the first time was so in an earlier year."""
        known = {step.binds for step in self.program.steps}
        parts = (part for part, input_, _ in self.lowered.firsts if input_ == name)
        part = next((part for part in parts if f"{part}/{Stage.CONDITION.value}/{name}" in known), None)
        if part is None or not before:
            return FALSE
        found: list[Expression] = []
        for each in before:
            was = copies[each.suffix].said(Reference(f"{part}/{Stage.CONDITION.value}/{name}"))
            found.append(was if over is None else Apply("and", (Reference(f"{THERE}{over}·{each.facts}"), was)))
        return found[0] if len(found) == 1 else Apply("or", tuple(found))


def _nothing(given: Input, year: int) -> Scalar:
    guess = presumed(given, {"年度": year, "日期": year})
    if guess is None or not isinstance(given.type, Quantity | Truth | Level):
        raise NotFollowedError(given.name)
    return guess[0]


__all__ = ["THERE", "Turn", "Unrolled", "first_year", "unrolled"]

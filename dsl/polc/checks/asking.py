"""Questions that checks put to the solver about one part, and the cases that come back, fit to be shown.

Guarantees: a question starts from an empty ledger, with the policy in force and in scope, as an example does; a case is
replayed through the interpreter before anyone sees it, and one that does not hold there is an error of ours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from polc.checks import example_row
from polc.checks.any_year import looks_back, whatever_was_received
from polc.checks.asked import put, shown
from polc.checks.regions import facts_by_input
from polc.checks.unused_fact import names_of
from polc.core.nodes import TRUE, Apply, Each, Expression, Let, Literal, Reference, Scalar
from polc.core.program import Program, Stage, Step
from polc.core.slicing import touched
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.diagnostics import Witness, Words
from polc.model.policy import Fact
from polc.passes.lower.counted import hangs_on_it
from polc.passes.lower.plan import PLACE, Lowered, Plan
from polc.readers.evaluate import Case, Outcome, run
from polc.readers.prose import figures
from polc.readers.smt import Found, Impossible, Undecided
from polc.readers.smt.verdict import MOST_ITEMS
from polc.runs.answer import summed
from polc.runs.assumed import of_scope, presumed, unfolded
from polc.runs.computation import result_words

MANY = 6
"""Items of a list where a proof is for some number of them."""
QUESTION = "问"
"""The step under which a question is replayed."""


class DisagreementError(Exception):
    """The solver and the interpreter say different things of one case: an error of ours, never a finding."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A case in which the question holds: its facts in grains, and what every step comes to in it."""

    lowered: Lowered
    plan: Plan
    facts: Mapping[str, Any]
    outcome: Outcome

    def award(self, plan: Plan) -> tuple[Words, Words]:
        """Return what a part comes to in this case, for a witness."""
        return Words(f"“{plan.part.name}”", f"“{plan.part.name}”"), result_words(summed(self.outcome, plan))

    def witness(self, *outcome: tuple[Words, Words]) -> Witness:
        """Return the case as a finding shows it, with what comes of it."""
        column = example_row.column_of(self.lowered, self.plan)
        return self.witness_with({column: example_row.came_out(self.outcome, self.plan)}, *outcome)

    def witness_with(self, outputs: Mapping[str, str], *outcome: tuple[Words, Words]) -> Witness:
        """Return the same; ``outputs`` are the columns that the row to paste asserts, each with its cell."""
        hidden = of_scope_alone(self.lowered, self.plan)
        told = [each for each in facts_of(self.lowered, self.facts) if each[0] not in hidden]
        facts = tuple((name, value) for name, value, _ in told)
        return Witness(facts, outcome, example_row.rows(told, outputs), self.plan.part.name)


Answer: TypeAlias = Shown | Impossible | Undecided


def somewhere(over: str | None, truth: Expression) -> Expression:
    """Return that a truth holds: of the payee, or of some item of a list."""
    return truth if over is None else Each("any", over, truth)


def anyhow(step: Step) -> Expression:
    """Return that a step changes something, for some item at least."""
    return somewhere(step.over, step.applies)


def ask(
    lowered: Lowered,
    plan: Plan,
    question: Expression,
    *,
    program: Program | None = None,
    items: int = MOST_ITEMS,
    least: bool = True,
    told: Collection[str] = (),
) -> Answer:
    """Return the least case of a part in which ``question`` holds, or that there is none, or that it is not decided.

    The question is a truth over the inputs and steps of the part's program, or of ``program``. Without ``least`` the
    case is any: for who asks only whether there is one. Of the inputs ``told`` nothing is presumed.
    """
    program = program or lowered.slice(plan)
    decided = tuple(Apply("not", (Reference(step.binds),)) for step in program.steps if hangs_on_it(step))
    untold = tuple(given for given in program.inputs if given.name not in told)
    asked = Apply("and", (question, *_given(untold), *decided))
    verdict = put(plan.part.name, program, asked, items=items, least=least)
    if not isinstance(verdict, Found):
        return verdict
    step = Step(Stage.PROMISE, plan.part.name, QUESTION, question, TRUE)
    outcome = run(Program(program.inputs, (*program.steps, step), program.laws), Case(verdict.facts))
    if outcome.result(QUESTION).value is not True:
        msg = f"{plan.part.name}: {dict(verdict.facts)}"
        raise DisagreementError(msg)
    return Shown(lowered, plan, verdict.facts, outcome)


def possible(
    lowered: Lowered, plan: Plan, question: Expression, *, items: int = MOST_ITEMS, sizes: tuple[int, ...] = ()
) -> bool | Undecided | None:
    """Return whether there is a case in which ``question`` holds, no matter which: generous guesses first.

    True is said of a first year; False of every year, whatever was received or reached before it and whatever other
    policies pay; None where it is not so in a first year and hangs on such a past in a later one. ``sizes`` are other
    figures to guess with, where the question is not about great ones.
    A few hundred microseconds of the interpreter settle most such questions; the solver is for the rest.
    """
    program = lowered.slice(plan)
    asked = Step(Stage.PROMISE, plan.part.name, QUESTION, Apply("and", (question, *program.laws)), TRUE)
    needed = touched(program, question, *program.laws)
    whole = Program(needed.inputs, (*needed.steps, asked))
    for guess in each_once(guesses(needed.inputs, items, sizes, deepest(program.inputs))):
        if run(whole, Case(guess)).result(QUESTION).value is True:
            shown(plan.part.name)
            return True
    answer = ask(lowered, plan, question, items=items, least=False)
    if not isinstance(answer, Impossible) or not looks_back(program.inputs):
        return answer if isinstance(answer, Undecided) else isinstance(answer, Shown)
    in_any_year = Apply("and", (question, *whatever_was_received(program)))
    later = put(plan.part.name, program, in_any_year, items=items, least=False)
    return None if isinstance(later, Found) else later if isinstance(later, Undecided) else False


def guesses(
    inputs: tuple[Input, ...], items: int, sizes: tuple[int, ...] = (), turns: int | None = None
) -> Iterator[dict[str, Any]]:
    """Yield a few cases in which much is paid: great figures, every truth one way, every level in turn.

    ``turns`` is how many levels are taken in turn, where it is not as many as some input has.
    """
    for size in sizes or _SIZES:
        for truth in (True, False):
            for step in range(deepest(inputs) if turns is None else turns):
                yield {given.name: _guess(given, size, step, items, truth=truth) for given in inputs}


def deepest(inputs: Iterable[Input]) -> int:
    """Return how many levels there are where there are most; 1 where there are none."""
    levels = (one.type for each in inputs for one in each.scalars if isinstance(one.type, Level))
    return max((len(level.names) for level in levels), default=1)


def each_once(cases: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield cases without those that came before: of few inputs, most guesses are one."""
    seen: list[Mapping[str, Any]] = []
    for case in cases:
        if case not in seen:
            seen.append(case)
            yield case


_SIZES = (10**12, 10**8)
"""In 分: ten billion 元, and a million; a figure that may not be as great is cut to its bound."""


def _guess(given: Input, size: int, step: int, items: int, *, truth: bool) -> Any:  # noqa: ANN401 - a value of a case
    guess = presumed(given, {})
    match given.type:
        case Items(fields=fields):
            record = {field.name: _guess(field, size, step, items, truth=truth) for field in fields}
            place = PLACE + given.name
            return [{**record, **({place: n} if place in record else {})} for n in range(1, items + 1)]
        case _ if guess is not None:
            return guess[0]
        case Quantity(least=least, most=most):
            return max(least, min(size, most))
        case Truth():
            return truth
        case Level(names=names):
            return names[-1 - step % len(names)]


def _given(inputs: tuple[Input, ...]) -> Iterator[Expression]:
    """Yield what an example presumes: in force, in scope, nothing received."""
    for given in inputs:
        if isinstance(given.type, Items):
            inner = tuple(_is(field.name, guess[0]) for field in given.type.fields if (guess := presumed(field, {})))
            if inner:
                yield Each("all", given.name, Apply("and", inner))
            if any(field.name == PLACE + given.name for field in given.type.fields):
                yield _in_a_row(given.name)
            continue
        guess = presumed(given, {})
        if guess is not None:
            yield _is(given.name, guess[0])


def _in_a_row(items: str) -> Expression:
    """Return that no two items of a list have the same place in it."""
    place, here = Reference(PLACE + items), Reference("此处")
    same = Each("count", items, Apply("equal", (place, here)))
    return Each("all", items, Let(here.name, place, Apply("equal", (same, Literal(1)))))


def _is(name: str, value: Scalar) -> Expression:
    operator = "same" if isinstance(value, bool | str) else "equal"
    return Apply(operator, (Reference(name), Literal(value)))


def facts_of(lowered: Lowered, facts: Mapping[str, Any]) -> Iterator[tuple[str, Words, str]]:
    """Yield (name, value, list of which it is an item's, with its number) of every fact of a case that is a fact."""
    known = facts_by_input(lowered)
    for name, value in facts.items():
        if isinstance(value, list):
            for number, record in enumerate(value, 1):
                for inner, told in record.items():
                    if inner in known:
                        yield known[inner].name, _value(known[inner], told), f"{name} {number}"
        elif name in known:
            yield known[name].name, _value(known[name], value), ""
        elif name.startswith("外部.") and value:
            yield name.removeprefix("外部."), figures.amount(value), ""


def of_scope_alone(lowered: Lowered, plan: Plan) -> set[str]:
    """Return the facts that only 适用 of the whole policy speaks of: a case is presumed to be within it."""
    own: set[str] = set()
    todo = [plan]
    while todo:
        part = todo.pop()
        own.update(names_of(lowered.terms(part)))
        todo.extend(lowered.plans[name] for name in part.members if name in lowered.plans)
    return of_scope(lowered) - unfolded(lowered, own)


def _value(fact: Fact, value: object) -> Words:
    return figures.fact(value, fact.type.kind, fact.type.unit)


__all__ = [
    "Answer",
    "DisagreementError",
    "Impossible",
    "Shown",
    "Undecided",
    "anyhow",
    "ask",
    "facts_of",
    "possible",
    "somewhere",
]

"""Hypothesis strategies of well-typed core programs and their cases: the ground on which readers are held to agree.

Public: a reader outside this project can be tested with them. Needs the ``hypothesis`` package. Everything generated
passes ``typing.check``; numbers are small, so that ties, zeros and bounds are met often.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

from hypothesis import strategies as st

from polc.core.amounts import (
    NOTHING,
    UNDETERMINED,
    Amount,
    add,
    capped,
    choose,
    dropped_below,
    exact,
    highest,
    less,
    over_items,
    raised,
    rounded,
    scaled,
    up_to,
)
from polc.core.nodes import (
    FALSE,
    TRUE,
    ZERO,
    Apply,
    Choose,
    Each,
    Expression,
    Fold,
    Let,
    Literal,
    Match,
    Reference,
    Round,
    RoundMode,
    Scalar,
)
from polc.core.program import Program, Stage, Step, amount_of
from polc.core.scope import Scope, Sort, scope_of
from polc.core.types import Input, Items, Level, Quantity, Truth

Draw: TypeAlias = Callable[..., Any]
Facts: TypeAlias = dict[str, Any]

LEVELS = ("无", "市级", "省级", "国家级")
MODES: tuple[RoundMode, ...] = ("down", "up", "half_up")
SMALL = 12
"""The largest quantity a generated case holds."""


@dataclass(frozen=True, slots=True)
class Features:
    """Which parts of the core to generate, for readers that do not support all."""

    items: bool = True
    division: bool = True
    products: bool = True  # of two quantities; a product with a literal is always there
    levels: bool = True


EVERYTHING = Features()


def literals(sort: Sort) -> st.SearchStrategy[Expression]:
    """Return constants of a sort."""
    match sort:
        case "number":
            return st.builds(
                Literal, st.sampled_from([0, 0, 1, 1, 2, 3, 5, SMALL, -2, Fraction(1, 2), Fraction(3, 10)])
            )
        case "truth":
            return st.sampled_from([TRUE, FALSE])
        case "level":
            return st.builds(Literal, st.sampled_from(LEVELS))


@st.composite
def expressions(
    draw: Draw, scope: Scope, sort: Sort, depth: int = 3, features: Features = EVERYTHING, over: str | None = None
) -> Expression:
    """Return expressions of a sort over the names in scope; ``over`` is a list that may not be folded."""
    return _expression(draw, scope, sort, depth, features, over)


def _expression(draw: Draw, scope: Scope, sort: Sort, depth: int, features: Features, over: str | None) -> Expression:
    names = sorted(name for name, its_sort in scope.sorts.items() if its_sort == sort)
    if depth == 0 or draw(st.integers(0, 5)) == 0:
        references = st.builds(Reference, st.sampled_from(names)) if names else st.nothing()
        return draw(literals(sort) if not names or draw(st.integers(0, 3)) == 0 else references)  # type: ignore[no-any-return]

    def part(of: Sort, within: Scope = scope) -> Expression:
        return _expression(draw, within, of, depth - 1, features, over)

    shapes = ["apply", "apply", "choose", "let"]
    shapes += ["match"] if features.levels else []
    lists = sorted(name for name in scope.lists if name != over) if features.items and sort != "level" else []
    shapes += ["each"] if lists else []
    shapes += ["round"] if sort == "number" else []
    match draw(st.sampled_from(shapes)):
        case "apply" if sort == "number":
            return _number(draw, part, features)
        case "apply" if sort == "truth":
            return _truth(draw, part, features)
        case "match":
            names = draw(st.lists(st.sampled_from(LEVELS), max_size=3, unique=True))
            return Match(part("level"), tuple((name, part(sort)) for name in names), part(sort))
        case "let":
            name = f"·{depth}"  # depths differ along a path: nothing is hidden
            of = draw(st.sampled_from(["number", "truth", "level"] if features.levels else ["number", "truth"]))
            return Let(name, part(of), part(sort, scope.binding(name, of)))
        case "each":
            items = draw(st.sampled_from(lists))
            folds: list[Fold] = ["sum", "max", "count"] if sort == "number" else ["any", "all"]
            fold = draw(st.sampled_from(folds))
            body = part("number" if fold in ("sum", "max") else "truth", scope.inside(items))
            return Each(fold, items, body)
        case "round":
            return Round(draw(st.sampled_from(MODES)), draw(st.integers(1, 5)), part("number"))
        case _:
            return Choose(part("truth"), part(sort), part(sort))


def _number(draw: Draw, part: Callable[[Sort], Expression], features: Features) -> Expression:
    operators = ["add", "subtract", "multiply", "min", "max"] + (["divide"] if features.division else [])
    match draw(st.sampled_from(operators)):
        case "multiply":
            other = part("number") if features.products and draw(st.booleans()) else draw(literals("number"))
            return Apply("multiply", (part("number"), other))
        case "divide":
            divisor = part("number")
            guard = Apply("less", (ZERO, divisor))
            return Choose(guard, Apply("divide", (part("number"), divisor)), part("number"))
        case "subtract":
            return Apply("subtract", (part("number"), part("number")))
        case operator:
            return Apply(operator, tuple(part("number") for _ in range(draw(st.integers(1, 3)))))


def _truth(draw: Draw, part: Callable[[Sort], Expression], features: Features) -> Expression:
    operators = ["less", "at_most", "equal", "and", "or", "not", "same"] + (["reaches"] if features.levels else [])
    match draw(st.sampled_from(operators)):
        case "not":
            return Apply("not", (part("truth"),))
        case "and" | "or" as operator:
            return Apply(operator, tuple(part("truth") for _ in range(draw(st.integers(1, 3)))))
        case "same":
            sort: Sort = draw(st.sampled_from(["truth", "level"] if features.levels else ["truth"]))
            return Apply("same", (part(sort), part(sort)))
        case "reaches":
            names = tuple(Literal(name) for name in LEVELS)
            return Apply("reaches", (part("level"), draw(literals("level")), *names))
        case comparison:
            return Apply(comparison, (part("number"), part("number")))


@st.composite
def amounts(
    draw: Draw, scope: Scope, earlier: tuple[Amount, ...] = (), features: Features = EVERYTHING, over: str | None = None
) -> Amount:
    """Return amounts made as the lowering makes them, some from ``earlier`` ones: 0 ≤ low ≤ high."""

    def number() -> Expression:
        return not_negative(_expression(draw, scope, "number", 2, features, over))

    def truth() -> Expression:
        return _expression(draw, scope, "truth", 2, features, over)

    def amount() -> Amount:
        made: dict[str, Callable[[], Amount]] = {
            "earlier": lambda: draw(st.sampled_from(earlier)) if earlier else up_to(number()),
            "exact": lambda: exact(number()),
            "up to": lambda: up_to(number()),
            "open": lambda: choose(truth(), up_to(number()), UNDETERMINED),
            "nothing": lambda: NOTHING,
        }
        return made[draw(st.sampled_from(["earlier", *made]))]()

    shapes: dict[str, Callable[[], Amount]] = {
        "amount": amount,
        "choose": lambda: choose(truth(), amount(), amount()),
        "add": lambda: add(amount(), amount()),
        "highest": lambda: highest(amount(), amount()),
        "capped": lambda: capped(amount(), number()),
        "raised": lambda: raised(amount(), number()),
        "less": lambda: less(amount(), number()),
        "scaled": lambda: scaled(amount(), Literal(draw(st.sampled_from([Fraction(3, 10), 0, 2])))),
        "rounded": lambda: rounded(amount(), draw(st.sampled_from(MODES)), draw(st.integers(1, 5))),
        "dropped": lambda: dropped_below(amount(), number()),
    }
    return shapes[draw(st.sampled_from(sorted(shapes)))]()


def not_negative(number: Expression) -> Expression:
    """Return the number, or 0 where it is less: amounts of money are not negative."""
    return Apply("max", (ZERO, number))


def inputs(features: Features = EVERYTHING) -> tuple[Input, ...]:
    """Return inputs of every type; a field of an item has the name of an input, which it hides."""
    found = [
        Input("甲", Quantity("分", 2, SMALL)),
        Input("乙", Quantity("家", 0, 5)),
        Input("丙", Quantity("分", 0, SMALL)),
    ]
    found += [Input("新", Truth()), Input("旧", Truth())]
    found += [Input("级", Level(LEVELS))] if features.levels else []
    if features.items:
        fields = (Input("额", Quantity("分", 0, SMALL)), Input("甲", Quantity("分", 1, 4)), Input("真", Truth()))
        found += [Input("合同", Items(fields)), Input("模型", Items((Input("额", Quantity("分", 0, 3)),)))]
    return tuple(found)


@st.composite
def programs(draw: Draw, features: Features = EVERYTHING, most: int = 6) -> Program:
    """Return programs of up to ``most`` steps: truths, numbers and amounts, once or for each item."""
    given = inputs(features)
    scope = scope_of(given)
    steps: list[Step] = []
    for number in range(1, draw(st.integers(1, most)) + 1):
        over = draw(st.sampled_from([None, None, *sorted(scope.lists)]))
        inner = scope if over is None else scope.inside(over)
        earlier = tuple(_referring(step, over) for step in steps if isinstance(step.value, Amount))
        sort = draw(st.sampled_from(["amount", "amount", "truth", "number"]))
        if sort == "amount":
            value = draw(amounts(inner, earlier, features, over))
        else:
            value = _expression(draw, inner, sort, 3, features, over)
        applies = _expression(draw, inner, "truth", 1, features, over)
        steps.append(Step(draw(st.sampled_from(Stage)), "甲", f"步{number}", value, applies, over))
        scope = scope.after(steps[-1])
    return Program(given, tuple(steps))


def _referring(step: Step, over: str | None) -> Amount:
    """Return the amount by which a step over ``over`` refers to an earlier one."""
    amount = amount_of(step.binds, may_be_open=True)
    return amount if step.over in (None, over) else over_items("sum", step.over, amount)


def values(declared: Quantity | Truth | Level) -> st.SearchStrategy[Scalar]:
    """Return values of an input's type."""
    match declared:
        case Quantity(_, least, most):
            return st.integers(least, most)
        case Truth():
            return st.booleans()
        case Level(names):
            return st.sampled_from(names)


def facts(given: tuple[Input, ...]) -> st.SearchStrategy[Facts]:
    """Return a value for every input; lists of up to three items."""
    return st.fixed_dictionaries(
        {
            one.name: st.lists(facts(one.type.fields), max_size=3) if isinstance(one.type, Items) else values(one.type)
            for one in given
        }
    )


@st.composite
def partial_facts(draw: Draw, given: tuple[Input, ...]) -> Facts:
    """Return facts of which some, or some fields of some items, are missing."""
    whole = draw(facts(given))
    lists = {one.name: one.type.fields for one in given if isinstance(one.type, Items)}
    told = draw(st.sets(st.sampled_from(sorted(whole))))
    return {
        name: [draw(partial_facts(lists[name])) for _ in fact] if name in lists else fact
        for name, fact in whole.items()
        if name in told
    }


@st.composite
def completions(draw: Draw, given: tuple[Input, ...], told: Mapping[str, Any]) -> Facts:
    """Return facts that agree with what was told and fill in the rest."""
    whole = draw(facts(given))
    lists = {one.name: one.type.fields for one in given if isinstance(one.type, Items)}
    return {
        **whole,
        **{
            name: [draw(completions(lists[name], record)) for record in fact] if name in lists else fact
            for name, fact in told.items()
        },
    }

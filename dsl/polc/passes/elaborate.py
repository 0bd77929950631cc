"""Expressions of the drafter → expressions of the core, with names looked up and sorts checked on the way.

Looking up, checking and translating are one walk, so that what has been checked is exactly what is computed.
Guarantees: every problem is reported once, at its own words; where something is wrong the result is None and
nothing built on it is reported again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction

from polc.core.amounts import NOTHING, UNDETERMINED, Amount, add, at_least_nothing, exact, up_to
from polc.core.nodes import Apply, Choose, Literal, Reference
from polc.core.nodes import Expression as Core
from polc.core.types import Input, Quantity
from polc.diagnostics import Diagnostic, Words
from polc.errors import (
    ambiguous_name,
    barred_by_own_award,
    beyond_limit,
    chinese_numeral,
    circular_definition,
    division_outside_definition,
    type_mismatch,
    unit_missing,
    unknown_name,
)
from polc.model import expressions as surface
from polc.model.expressions import Expression
from polc.model.policy import Definition
from polc.passes import calls, compare, periods
from polc.passes.names import Context, Found, Names, nearest
from polc.passes.sorts import (
    COUNT,
    DATE,
    MONEY,
    MONEY_GRAIN,
    NUMBER,
    OF_KIND,
    RATE,
    TRUTH,
    YEAR,
    Sort,
    Typed,
    core_type,
    input_of,
    natural,
    sort_of,
)
from polc.passes.written import discretionary, place, settled
from polc.syntax.glued import cut, denied, glued, of_levels
from polc.syntax.keywords import reserved_words
from polc.syntax.numerals import in_figures
from polc.text import Span

YEAR_INPUT = calls.YEAR
BY_ZERO = "（除数为零）"
"""How the input ends on which a quotient by zero rests; nobody is ever told it."""

DAY_INPUT = Input("日期", Quantity("日", 1, 4_000_000))
ISSUED_INPUT = Input("印发日期", Quantity("日", 1, 4_000_000))
ISSUE_DAYS = (ISSUED_INPUT.name, "issued", "印发之日", "发布之日", "公布之日")
"""What the day of issue is called in a formula, where no fact is called so."""


_BOTH = {"add": Words("相加", "adds"), "subtract": Words("相减", "subtracts")}
_TIMES = Words("相乘", "multiplies")
_OVER = Words("相除", "divides")


def number(value: Fraction) -> Literal:
    """Return a literal, as an int where it is whole."""
    return Literal(value.numerator if value.denominator == 1 else value)


MOST_DEEP = 50
MOST_UNFOLDED = 1000
"""How far definitions may stand in one another, and how many one part may unfold: each use is put in its place."""


@dataclass
class Elaborator:
    """One walk's surroundings: whose names are in sight, which conventions hold, what has been found.

    ``inputs`` collects the case's inputs that the expressions read, ``fields`` those of the items, ``firsts`` what must
    be so for the first time, by the input that says whether it was so before. ``issued`` is the day of issue, where the
    file tells it. ``unfolded`` are the definitions put in their places so far; ``beyond`` the one at which it was too
    much, told once.
    """

    names: Names
    context: Context
    conventions: compare.Conventions
    problems: list[Diagnostic]
    specials: dict[str, Typed] = field(default_factory=dict)
    history: Callable[[str], Typed | None] | None = None
    hoist: Callable[[Core], Core] | None = None
    inputs: dict[str, Input] = field(default_factory=dict)
    fields: dict[str, dict[str, Input]] = field(default_factory=dict)
    defining: tuple[str, ...] = ()
    firsts: dict[str, calls.First] = field(default_factory=dict)
    issued: int | None = None
    unfolded: list[str] = field(default_factory=list)
    beyond: list[str] = field(default_factory=list)

    def note(self, input_: Input, items: str = "") -> None:
        """Remember that an input is read: of the case, or of every item of a list."""
        if items:
            self.fields.setdefault(items, {})[input_.name] = input_
        else:
            self.inputs[input_.name] = input_

    # ---- what the passes ask for -------------------------------------------------------------
    def truth(self, expression: Expression) -> Core | None:
        """Return a condition; None (reported) where it is none."""
        typed = self.typed(expression)
        if typed is None:
            return None
        if typed.sort != TRUTH:
            self.needed(expression, Words("条件", "a condition"), typed.sort)
            return None
        return typed.core

    def money(self, expression: Expression) -> Core | None:
        """Return an exact amount of money in 分; None (reported) where it is none."""
        typed = self.typed(expression)
        if typed is None:
            return None
        if typed.sort != MONEY:
            self.needed(expression, MONEY.called, typed.sort)
            return None
        return typed.core

    def award(self, expression: Expression, base: Typed | None = None) -> Amount | None:
        """Return what a 标准 or a tier pays, never below 0; a bare rate is of ``base`` where there is one."""
        match expression:
            case surface.Open():
                return UNDETERMINED
            case surface.Nothing():
                return NOTHING
            case surface.Arithmetic(operator="+", left=left, right=right) if discretionary(expression):
                one, other = self.award(left, base), self.award(right, base)
                return None if one is None or other is None else add(one, other)
            case _:
                typed = self.typed(settled(expression))
        if typed is None:
            return None
        if typed.sort == RATE and base is not None and base.sort == MONEY:
            typed = Typed(Apply("multiply", (base.core, typed.core)), MONEY)
        if typed.sort != MONEY:
            self.needed(expression, MONEY.called, typed.sort)
            return None
        paid = at_least_nothing(typed.core)
        return up_to(paid) if discretionary(expression) else exact(paid)

    # ---- the walk ----------------------------------------------------------------------------
    def typed(self, expression: Expression) -> Typed | None:
        """Return the core expression and its sort; None (reported) where something is wrong."""
        match expression:
            case surface.Quantity(value=value, kind=kind, unit=unit):
                sort = OF_KIND[kind]
                return Typed(number(value * MONEY_GRAIN if sort == MONEY else value), sort, unit)
            case surface.Name():
                return self._name(expression)
            case surface.Truth(value=value):
                return Typed(Literal(value), TRUTH)
            case surface.Date(ordinal=ordinal):
                return Typed(Literal(ordinal), DATE)
            case surface.Deadline():
                return periods.last_day(self, expression)
            case surface.UpTo() | surface.Open() | surface.Nothing():
                self.needed(expression, Words("确定的数", "a settled figure"), None)
                return None
            case surface.Arithmetic():
                return self._arithmetic(expression)
            case surface.Call():
                return calls.called(self, expression)
            case surface.Compare():
                return compare.comparison(self, expression)
            case surface.And(operands=operands):
                return self._logic("and", operands)
            case surface.Or(operands=operands):
                return self._logic("or", operands)
            case surface.Not(operand=operand):
                return self._logic("not", (operand,))

    def _logic(self, operator: str, operands: tuple[Expression, ...]) -> Typed | None:
        parts = [self.truth(operand) for operand in operands]
        kept = tuple(part for part in parts if part is not None)
        return Typed(Apply(operator, kept), TRUTH) if len(kept) == len(parts) else None

    def _name(self, name: surface.Name) -> Typed | None:
        special = self.specials.get(name.text)
        if special is not None:
            return special
        hits = self.names.look_up(self.context, name.text)
        if len(hits) > 1:
            one, other = hits[0].fact, hits[1].fact
            self.problems.append(
                ambiguous_name.ambiguous_name(
                    place(name), name.text, (one.subject, one.span), (other.subject, other.span)
                )
            )
            return None
        if hits:
            return self.fact(hits[0])
        definition = next((d for d in self.names.policy.definitions if d.name == name.text), None)
        if definition is not None:
            return self._definition(definition)
        if any(external.name == name.text for external in self.names.policy.externals):
            key = f"外部.{name.text}"
            self.note(Input(key, Quantity("分")))
            return Typed(Reference(key), MONEY)
        if name.text == YEAR_INPUT.name:
            self.note(YEAR_INPUT)
            return Typed(Reference(YEAR_INPUT.name), YEAR)
        if name.text in ISSUE_DAYS:
            if self.issued is not None:
                return Typed(Literal(self.issued), DATE)
            self.note(ISSUED_INPUT)
            return Typed(Reference(ISSUED_INPUT.name), DATE)
        self.unknown(name)
        return None

    def unknown(self, name: surface.Name) -> None:
        """Report a name that nothing is called."""
        if self.names.policy.excuses(name.text):
            return
        policy = self.names.policy
        if self.history is not None and any(part.name == name.text for part in (*policy.benefits, *policy.groups)):
            self.problems.append(
                barred_by_own_award.barred_by_own_award(
                    place(name), name.text, "received" if policy.language == "en" else "已领"
                )
            )
            return
        known = [*self.names.declared(self.context), *self.specials]
        run_together = (
            glued(place(name), known)
            or denied(place(name), known)
            or of_levels(place(name), self._levels())
            or chinese_figures(place(name), known)
        )
        if run_together is not None:
            self.problems.append(run_together)
            return
        near = nearest(name.text, known)
        declared = next((f.span for s in self.names.subjects.values() for f in s.facts if f.name == near), None)
        self.problems.append(
            unknown_name.unknown_name(
                place(name), name.text, near=near, declared=declared, subject=self.context.subject.name
            )
        )

    def _levels(self) -> dict[str, tuple[str, ...]]:
        """Return the levels of each fact that has any."""
        facts = [fact for subject in self.names.subjects.values() for fact in subject.facts]
        return {fact.name: tuple(each.text for each in fact.type.levels) for fact in facts if fact.type.levels}

    def fact(self, hit: Found) -> Typed:
        """Return a fact's value in natural units, noting that it is read."""
        self.note(input_of(hit.key, hit.fact), self.context.items if hit.item else "")
        return natural(Reference(hit.key), sort_of(hit.fact.type), hit.fact.type.unit)

    def _definition(self, definition: Definition) -> Typed | None:
        if definition.name in self.defining:
            self.problems.append(circular_definition.circular_definition(definition.span, definition.name))
            return None
        if len(self.defining) >= MOST_DEEP or len(self.unfolded) >= MOST_UNFOLDED:
            if not self.beyond:
                deep = len(self.defining) >= MOST_DEEP
                what, most = (beyond_limit.DEFINITIONS, MOST_DEEP) if deep else (beyond_limit.USES, MOST_UNFOLDED)
                self.problems.append(beyond_limit.beyond_limit(definition.span, what, most))
                self.beyond.append(definition.name)
            return None
        self.unfolded.append(definition.name)
        inner = replace(self, defining=(*self.defining, definition.name))
        return inner.typed(definition.expression)

    def _arithmetic(self, expression: surface.Arithmetic) -> Typed | None:
        left, right = self.typed(expression.left), self.typed(expression.right)
        if expression.operator == "÷" and not self.defining:
            self.problems.append(division_outside_definition.division_outside_definition(place(expression)))
            return None
        if left is None or right is None:
            return None
        match expression.operator:
            case "+" | "-":
                operator = "add" if expression.operator == "+" else "subtract"
                if left.sort == right.sort and left.sort.numeric and left.sort != DATE:
                    return Typed(Apply(operator, (left.core, right.core)), left.sort)
                if self._bare_number(expression, left, right):
                    return None
                wish = ""
                if {left.sort, right.sort} == {MONEY, RATE}:
                    wish = f"{place(expression.left).text} × {place(expression.right).text}"
                self.mixed(expression, left.sort, right.sort, _BOTH[operator], wish)
                return None
            case "×":
                return self._product(expression, left, right)
            case _:
                if left.sort == right.sort and left.sort.numeric:
                    return Typed(self._quotient(expression, left.core, right.core), RATE)
                if right.sort in (COUNT, NUMBER):
                    return Typed(self._quotient(expression, left.core, right.core), left.sort)
                self.mixed(expression, left.sort, right.sort, _OVER)
                return None

    def _quotient(self, expression: surface.Arithmetic, over: Core, under: Core) -> Core:
        """Return a quotient; by zero it has no value: it rests on an input that nobody is ever told."""
        name = place(expression).text + BY_ZERO
        self.note(Input(name, Quantity("")), self.context.items)
        return Choose(Apply("equal", (under, Literal(0))), Reference(name), Apply("divide", (over, under)))

    def _bare_number(self, expression: surface.Arithmetic, left: Typed, right: Typed) -> bool:
        """Report 500-1000万元, where the first number lacks the unit of the second; return whether it is that."""
        one, other = expression.left, expression.right
        if not (isinstance(one, surface.Quantity) and isinstance(other, surface.Quantity)):
            return False
        if left.sort != NUMBER or right.sort == NUMBER or one.span is None:
            return False
        self.problems.append(unit_missing.unit_missing(one.span, one.span.text, one.span.text + other.unit))
        return True

    def _product(self, expression: surface.Arithmetic, left: Typed, right: Typed) -> Typed | None:
        scale = (RATE, COUNT, NUMBER)
        if left.sort in scale and right.sort.numeric:
            sort = right.sort if left.sort != COUNT or right.sort == MONEY else left.sort
        elif right.sort in scale and left.sort.numeric:
            sort = left.sort
        else:
            self.mixed(expression, left.sort, right.sort, _TIMES)
            return None
        return Typed(Apply("multiply", (left.core, right.core)), sort)

    def earlier(self, hit: Found) -> Typed:
        """Return the highest value that a fact had in earlier years."""
        key = f"此前最高.{hit.key}"
        self.note(Input(key, core_type(hit.fact.type)), self.context.items if hit.item else "")
        return natural(Reference(key), sort_of(hit.fact.type), hit.fact.type.unit)

    # ---- findings ----------------------------------------------------------------------------
    def needed(self, expression: Expression, wanted: Words, found: Sort | None) -> None:
        """Report that something else is due here."""
        called = found.called if found else Words("没有定下的数", "not settled")
        help_: tuple[Words, ...] = ()
        if found is not None and found == NUMBER and wanted == MONEY.called:
            text = place(expression).text
            help_ = (Words(f"少了单位，是不是 {text}万元？", f"the unit is missing: {text}万元?"),)
        if found is not None and found == RATE and wanted == MONEY.called:
            help_ = (Words("写明按什么的比例，例如 年度支出 × 30%", "say a rate of what, for example 年度支出 × 30%"),)
        self.problems.append(type_mismatch.needed(place(expression), wanted, called, help_))

    def mixed(self, expression: Expression, left: Sort, right: Sort, act: Words, wish: str = "") -> None:
        """Report two sorts that do not go together."""
        self.problems.append(type_mismatch.mixed(place(expression), left.called, right.called, act, wish))


def chinese_figures(span: Span, declared: list[str]) -> Diagnostic | None:
    """Return the finding that a quantity in Chinese characters (三十万元) ends an unknown name, or None."""
    text = span.text
    for start in range(1, len(text)):
        figures = in_figures(text[start:])
        if figures and (cut(text[:start], declared) or text[:start] in reserved_words()):
            numeral = Span(span.source, span.start + start, span.end)
            return chinese_numeral.chinese_numeral(numeral, text[start:], figures)
    return None

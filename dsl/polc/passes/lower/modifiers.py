"""What other places of the text do to a benefit: 通则 with its range, and 叠加于 another benefit."""

from __future__ import annotations

import re

from polc.core.nodes import Each, Expression, Reference
from polc.core.program import Stage
from polc.diagnostics import Diagnostic
from polc.errors import circular_definition, dangling_reference, reference_mismatch, unknown_member
from polc.model import expressions as surface
from polc.model.expressions import Kind
from polc.model.policy import Benefit, GeneralRule, Policy, Selection, Terms
from polc.model.values import NoneStated, OnTopOf
from polc.passes.lower.work import Lowering
from polc.passes.names import nearest
from polc.syntax.numerals import number_of

_EVERYTHING = ("全文", "everything")
_NUMBER = re.compile(r"[0-9０-９]+|[一二三四五六七八九十百]+")


def ordinals(rule: GeneralRule, policy: Policy, problems: list[Diagnostic]) -> set[int] | None:
    """Return the clauses a 通则 is about; None for all of them. One that does not exist is reported."""
    over = rule.base.over
    if over is None or over.value is None or over.value.text.strip() in _EVERYTHING:
        return None
    have = {clause.ordinal for clause in policy.clauses}
    found: set[int] = set()
    for match in _NUMBER.finditer(over.value.text):
        number = number_of(match.group())
        if number is None:
            continue
        if number not in have:
            problems.append(dangling_reference.dangling_reference(over.value.span or over.span, match.group()))
        found.add(number)
    return found


def modified(policy: Policy, benefit: Benefit, whole: Terms, selection: Selection) -> Terms:
    """Return the policy's terms as the 通则 that speak of this benefit leave them."""
    clause = policy.clause(benefit.clause)
    for rule in policy.rules:
        of = ordinals(rule, policy, [])
        if of is None or (clause is not None and clause.ordinal in of):
            said = rule.terms(selection)
            whole = whole.under(Terms(also=said.also, only=said.only, mood=said.mood))
    return whole


def of_rates(terms: Terms) -> bool:
    """Return whether what a benefit pays is a rate of something."""
    pays = [row.award for row in terms.tiers.value.rows] if terms.tiers and terms.tiers.value else []
    if not pays and terms.pay and terms.pay.value is not None and not isinstance(terms.pay.value, NoneStated):
        pays = [terms.pay.value]
    return any(figures_in(pay, Kind.RATE) for pay in pays)


def figures_in(expression: surface.Expression, kind: Kind) -> list[surface.Quantity]:
    """Return the quantities of a kind that an expression writes."""
    match expression:
        case surface.Quantity():
            return [expression] if expression.kind is kind else []
        case surface.UpTo(operand=operand):
            return figures_in(operand, kind)
        case surface.Arithmetic(left=left, right=right):
            return [*figures_in(left, kind), *figures_in(right, kind)]
        case _:
            return []


def referred_first(policy: Policy) -> list[Benefit]:
    """Return the benefits with those that others stand on before these; a circle is left for who meets it."""
    by_name = {benefit.name: benefit for benefit in policy.benefits}
    found: dict[str, Benefit] = {}
    open_: set[str] = set()

    def visit(benefit: Benefit) -> None:
        if benefit.name in found or benefit.name in open_:
            return
        open_.add(benefit.name)
        for name in stands_on(benefit):
            if name in by_name:
                visit(by_name[name])
        found[benefit.name] = benefit

    for benefit in policy.benefits:
        visit(benefit)
    return list(found.values())


def stands_on(benefit: Benefit) -> list[str]:
    """Return the names that 叠加于 gives in a benefit, under any reading."""
    every = (benefit.base, *(reading.terms for doubt in benefit.doubts for reading in doubt.readings))
    lines = (line.value for terms in every for line in terms.on_top_of)
    return [line.benefit.text for line in lines if line is not None]


def on_top_of(work: Lowering, line: OnTopOf, conditions: list[Expression]) -> bool:
    """Check what 叠加于 says of another benefit, and add its conditions where they must hold. False: reported."""
    walk = work.walk
    policy = walk.names.policy
    other = next((b for b in policy.benefits if b.name == line.benefit.text), None)
    where = line.benefit.span or work.benefit.span
    if other is None or other is work.benefit:
        near = nearest(line.benefit.text, [b.name for b in policy.benefits if b is not work.benefit])
        walk.problems.append(unknown_member.unknown_member(where, line.benefit.text, unknown_member.AWARD, near))
        return False
    if line.figure is not None and line.figure.span is not None:
        has = [figure for pay in _pays(other) for figure in figures_in(pay, line.figure.kind)]
        if line.figure not in has:
            walk.problems.append(
                reference_mismatch.reference_mismatch(
                    line.figure.span, other.name, line.figure.span.text, other.span, [f.span for f in has if f.span]
                )
            )
            return False
    if line.must_qualify:
        if other.name not in work.done:
            if other.name not in work.failed:
                walk.problems.append(circular_definition.circular_definition(where, work.benefit.name))
            return False
        held: Expression = Reference(f"{other.name}/{Stage.CONDITION.value}")
        subject = other.base.subject.value if other.base.subject else None
        kind = walk.names.subjects.get(subject.text) if subject is not None else None
        if kind is not None and walk.names.owned(kind) and kind.name != work.context.items:
            held = Each("any", kind.name, held)
        conditions.append(held)
    return True


def _pays(benefit: Benefit) -> list[surface.Expression]:
    terms = benefit.base
    found = [row.award for row in terms.tiers.value.rows] if terms.tiers and terms.tiers.value else []
    if terms.pay and terms.pay.value is not None and not isinstance(terms.pay.value, NoneStated):
        found.append(terms.pay.value)
    return found

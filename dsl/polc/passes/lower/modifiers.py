"""What other places of the text do to a benefit: 通则 with its range, and 叠加于 another benefit."""

from __future__ import annotations

import re

from polc.core.nodes import Each, Expression, Reference
from polc.core.program import Stage
from polc.diagnostics import Diagnostic
from polc.errors import circular_definition, dangling_reference, reference_mismatch, unknown_member
from polc.model import expressions as surface
from polc.model.expressions import Kind
from polc.model.policy import Benefit, Clause, GeneralRule, Policy, Selection, Terms
from polc.model.values import NoneStated, OnTopOf
from polc.passes.lower.work import Lowering
from polc.passes.names import nearest
from polc.syntax.numerals import number_of

_EVERYTHING = ("全文", "everything")
_REFERENCE = re.compile(
    r"(?:(?P<path>[^\W\d_]+)[/／]|(?P<of>[^\W\d_第]+)?(?P<nth>第))?[（(]?(?P<number>[0-9０-９]+|[一二三四五六七八九十百]+)[)）]?条?"
)


def clauses_of(rule: GeneralRule, policy: Policy, problems: list[Diagnostic]) -> set[str] | None:
    """Return the numbers of the clauses a 通则 is about; None for all of them. One that does not exist is reported.

    A number alone is a clause of the body; 附则/2 and 附则第2条 are of a chapter that counts from 1 again.
    """
    over = rule.base.over
    if over is None or over.value is None or over.value.text.strip() in _EVERYTHING:
        return None
    found: set[str] = set()
    prefix = ""
    labels = {clause.number.partition("/")[0] for clause in policy.clauses if clause.run}
    for match in _REFERENCE.finditer(over.value.text):
        if match["path"] or match["of"] or match["nth"]:
            named = match["path"] or match["of"] or ""
            prefix = next((label for label in labels if named.endswith(label)), "") if named else ""
        number = number_of(match["number"])
        clause = _referred(policy, prefix, number)
        if match["path"]:
            prefix = ""
        if clause is not None:
            found.add(clause.number)
        elif number is not None:
            where = over.value.span or over.span
            problems.append(dangling_reference.dangling_reference(where, match.group().strip()))
    return found


def _referred(policy: Policy, prefix: str, number: int | None) -> Clause | None:
    for clause in policy.clauses:
        of = clause.number.partition("/")[0] if clause.run else ""
        if clause.ordinal == number and of == prefix:
            return clause
    return None


def modified(policy: Policy, benefit: Benefit, whole: Terms, selection: Selection) -> Terms:
    """Return the policy's terms as the 通则 that speak of this benefit leave them."""
    for rule in policy.rules:
        of = clauses_of(rule, policy, [])
        if of is None or benefit.clause in of:
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
    lines = (line.value for terms in benefit.written for line in terms.on_top_of)
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

"""Conditions and values in plain words: whether a bound belongs, what is computed from what, who decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from polc.diagnostics import Words
from polc.diagnostics.words import same
from polc.model import expressions as surface
from polc.model.expressions import Expression, Kind, Relation
from polc.model.policy import Policy, Selection
from polc.passes.compare import Conventions
from polc.readers.prose import figures
from polc.readers.prose.formula import quantity


@dataclass(frozen=True, slots=True)
class Context:
    """What words mean in this policy: whether 以上 includes the bound, and which names are levels, not facts."""

    conventions: Conventions
    levels: frozenset[str] = frozenset()

    @classmethod
    def of(cls, policy: Policy, selection: Selection) -> Context:
        """Return what words mean under a choice of readings."""
        levels = {name.text for subject in policy.subjects for fact in subject.facts for name in fact.type.levels}
        return cls(Conventions.of(policy.terms(selection).conventions), frozenset(levels))


def quoted(name: str) -> Words:
    """Return a name as a name."""
    return same(f"“{name}”")


def listed(all_: Iterable[Words], zh: str = "、", en: str = ", ") -> Words:
    """Return words one after another."""
    found = list(all_)
    return Words(zh.join(w.zh for w in found), en.join(w.en for w in found))


_BOUNDS = {
    Relation.GE: (Words("不少于{x}", "is at least {x}"), True),
    Relation.GT: (Words("超过{x}", "is above {x}"), False),
    Relation.LE: (Words("不超过{x}", "is at most {x}"), True),
    Relation.LT: (Words("不满{x}", "is below {x}"), False),
    Relation.EQ: (Words("正好是{x}", "is exactly {x}"), None),
    Relation.NE: (Words("不是{x}", "is not {x}"), None),
}
"""Each relation with whether the bound itself counts; None where that goes without saying."""
_DAYS = {
    Relation.GE: Words("不早于{x}", "is not before {x}"),
    Relation.GT: Words("晚于{x}", "is after {x}"),
    Relation.LE: Words("不晚于{x}", "is not after {x}"),
    Relation.LT: Words("早于{x}", "is before {x}"),
    Relation.EQ: Words("是{x}", "is {x}"),
    Relation.NE: Words("不是{x}", "is not {x}"),
}
"""Of days and years, which are earlier or later, not less or more."""
_COUNTS = Words("（正好{x}也算）", " (exactly {x} counts)")
_COUNTS_NOT = Words("（正好{x}不算）", " (exactly {x} does not count)")
_EQUAL = Words("（相等也算）", " (equal counts)")
_EQUAL_NOT = Words("（相等不算）", " (equal does not count)")
_IN_TIME = (Kind.DATE, Kind.YEAR)
_LEVELS = {
    Relation.GE: Words("达到{x}或者更高", "is {x} or higher"),
    Relation.GT: Words("高于{x}", "is higher than {x}"),
    Relation.LE: Words("是{x}或者更低", "is {x} or lower"),
    Relation.LT: Words("低于{x}", "is lower than {x}"),
    Relation.EQ: Words("是{x}", "is {x}"),
    Relation.NE: Words("不是{x}", "is not {x}"),
}
_CALLS = {
    "sum": Words("各项{x}的总和", "the sum of {x}"),
    "count": Words("{x}的个数", "the number of {x}"),
    "lesser": Words("{x}中较小的", "the lesser of {x}"),
    "greater": Words("{x}中较大的", "the greater of {x}"),
    "received": Words("已经领过的数额", "what was received before"),
    "earlier_max": Words("以前年度最高的{x}", "the highest {x} of earlier years"),
    "first_time": Words("第一次符合：{x}", "for the first time: {x}"),
}


def relation(bound: surface.Bound, context: Context) -> Relation:
    """Return what a bound means here: by its own mark, by the 约定, else including it."""
    stated = context.conventions.means.get(bound.word)
    if stated is not None:
        return stated
    if bound.relation not in (Relation.ABOVE, Relation.BELOW):
        return bound.relation
    up = bound.relation is Relation.ABOVE
    known = context.conventions.inclusive
    inside = bound.marked if bound.marked is not None else known.get(bound.word, known.get("以上" if up else "以下"))
    if up:
        return Relation.GT if inside is False else Relation.GE
    return Relation.LT if inside is False else Relation.LE


def test(what: surface.Bound | surface.Interval | surface.OneOf | surface.Within, context: Context) -> Words:
    """Return how a value must stand, as the end of a sentence: 不少于 30万元（30万元 也算）."""
    match what:
        case surface.Bound(limit=limit):
            limit_words = value(limit, context)
            if isinstance(limit, surface.Truth) or (isinstance(limit, surface.Name) and limit.text in context.levels):
                return _LEVELS[relation(what, context)].fill(x=limit_words)
            if isinstance(limit, surface.Date) or (isinstance(limit, surface.Quantity) and limit.kind in _IN_TIME):
                return _DAYS[relation(what, context)].fill(x=limit_words)
            words, counts = _BOUNDS[relation(what, context)]
            if counts is None:
                return words.fill(x=limit_words)
            tail = (_COUNTS, _COUNTS_NOT) if isinstance(limit, surface.Quantity) else (_EQUAL, _EQUAL_NOT)
            return Words(words.zh + tail[not counts].zh, words.en + tail[not counts].en).fill(x=limit_words)
        case surface.Interval(low=low, high=high):
            return listed((test(low, context), test(high, context)), "，并且", " and ")
        case surface.OneOf(names=names, open=opened):
            told = listed((quoted(name.text) for name in names), "、", ", ")
            if opened:
                return Words(
                    "是{x}或者同类（原文有“等”，算不算同类要另行认定）",
                    "is {x} or the like (the list is open: what is like them is for someone to decide)",
                ).fill(x=told)
            return Words(
                "是{x}中的一个" if len(names) > 1 else "是{x}", "is one of {x}" if len(names) > 1 else "is {x}"
            ).fill(x=told)
        case surface.Within(period=period):
            return Words("在{x}以内", "lies within {x}").fill(x=_period(period, context))
        case _:
            assert_never(what)


def condition(expression: Expression, context: Context) -> Words:
    """Return a condition as a sentence."""
    match expression:
        case surface.Compare(subject=subject, test=what):
            return Words("{x}{t}", "{x} {t}").fill(x=value(subject, context), t=test(what, context))
        case surface.And(operands=operands):
            return listed((_inner(each, context) for each in operands), "，并且", ", and ")
        case surface.Or(operands=operands):
            return listed((_inner(each, context) for each in operands), "，或者", ", or ")
        case surface.Not(operand=surface.Name(text=text)):
            return Words(f"没有“{text}”的情形", f"“{text}” is “no”")
        case surface.Not(operand=operand):
            return Words("没有这样的情形：{x}", "it is not so that {x}").fill(x=_inner(operand, context))
        case surface.Name(text=text):
            return Words(f"“{text}”", f"“{text}” is “yes”")
        case _:
            return value(expression, context)


def _inner(expression: Expression, context: Context) -> Words:
    found = condition(expression, context)
    return Words("（{x}）", "({x})").fill(x=found) if isinstance(expression, surface.And | surface.Or) else found


def value(expression: Expression, context: Context) -> Words:
    """Return a value in plain words: “实际支出”的 30%."""
    match expression:
        case surface.Quantity():
            return quantity(expression)
        case surface.Name(text=text):
            return quoted(text)
        case surface.Truth(value=truth):
            return Words("“是”", "“yes”") if truth else Words("“否”", "“no”")
        case surface.Date(ordinal=ordinal):
            return figures.day(ordinal)
        case surface.Deadline():
            return _period(expression, context)
        case surface.UpTo(operand=operand):
            return Words("最高{x}", "up to {x}").fill(x=value(operand, context))
        case surface.Open(what=what):
            return Words(f"由主管部门另定的{what}", "something that the authority settles later")
        case surface.Nothing():
            return Words("不给", "nothing")
        case surface.Arithmetic(operator="×", left=left, right=right) if is_rate(right):
            share = value(right, context)
            return Words("{x}的{r}", "{r} of {x}").fill(x=_held(left, context), r=share)
        case surface.Arithmetic(operator=operator, left=left, right=right):
            sign = {"-": "−"}.get(operator, operator)
            return listed((_held(left, context), _held(right, context)), f" {sign} ", f" {sign} ")
        case surface.Call(function=function, operands=operands):
            words = _CALLS.get(function, same(function))
            inner = listed(
                condition(each, context) if function == "first_time" else value(each, context) for each in operands
            )
            return words.fill(x=inner)
        case surface.Compare() | surface.And() | surface.Or() | surface.Not():
            return condition(expression, context)
        case _:
            assert_never(expression)


def _held(operand: Expression, context: Context) -> Words:
    found = value(operand, context)
    return Words("（{x}）", "({x})").fill(x=found) if isinstance(operand, surface.Arithmetic) else found


def is_rate(expression: Expression) -> bool:
    """Return whether an expression is a share, as written or at most."""
    inner = expression.operand if isinstance(expression, surface.UpTo) else expression
    return isinstance(inner, surface.Quantity) and inner.kind is Kind.RATE


def is_up_to(expression: Expression) -> bool:
    """Return whether the authority may give less than the figure."""
    match expression:
        case surface.UpTo():
            return True
        case surface.Arithmetic(left=left, right=right):
            return is_up_to(left) or is_up_to(right)
        case surface.Call(operands=operands):
            return any(is_up_to(each) for each in operands)
        case _:
            return False


def _period(period: surface.Deadline, context: Context) -> Words:
    length = period.length.span.text if period.length.span else quantity(period.length).zh
    return Words("{x}之后{n}（当天不算）", "{n} after {x} (that day is not counted)").fill(
        x=value(period.start, context), n=same(length)
    )

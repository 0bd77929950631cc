"""Comparisons: bounds, intervals, levels and lists, and what 以上 and 以下 mean in this file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polc.core.nodes import Apply, Literal, Reference
from polc.core.nodes import Expression as Core
from polc.core.types import Input, Truth
from polc.diagnostics import Edit, Fix, Words
from polc.errors import bound_undeclared, type_mismatch, unit_mismatch, unit_missing, unknown_name
from polc.errors.range_without_units import range_without_units
from polc.errors.written_otherwise import written_otherwise
from polc.model import expressions as surface
from polc.model.expressions import Kind, Relation
from polc.model.policy import Stated
from polc.model.values import Convention
from polc.passes import periods
from polc.passes.names import nearest
from polc.passes.sorts import COUNT, MONEY, NUMBER, RATE, TRUTH, Sort, Typed
from polc.syntax.keywords import WORDS
from polc.syntax.units import differ, measure_of
from polc.text import Span

if TYPE_CHECKING:
    from polc.passes.elaborate import Elaborator

UNSETTLED = ("突破",)
"""Comparisons that no convention in use settles; the file must say what they mean."""

_EDGES = sorted((word for word in WORDS.values() if word.type == "EDGE"), key=lambda word: len(word.zh), reverse=True)
_COMPARES = Words("比较", "compares")


@dataclass(frozen=True, slots=True)
class Conventions:
    """What the file says about 以上, 以下 and the like: does the bound belong to it?"""

    inclusive: dict[str, bool]
    means: dict[str, Relation]

    @classmethod
    def of(cls, lines: Iterable[Stated[Convention]]) -> Conventions:
        """Return the conventions that the lines state or presume."""
        inclusive: dict[str, bool] = {}
        means: dict[str, Relation] = {}
        for line in lines:
            match line.value:
                case Convention(rule="inclusive", words=words):
                    inclusive.update(dict.fromkeys(words, True))
                case Convention(rule="exclusive", words=words):
                    inclusive.update(dict.fromkeys(words, False))
                case Convention(rule="means", words=words, meaning=meaning):
                    relation = Relation.GT if meaning in ("超过", "高于", "大于") else Relation.GE
                    means.update(dict.fromkeys(words, relation))
                case _:
                    pass
        return cls(inclusive, means)


def relation(walk: Elaborator, bound: surface.Bound) -> Relation:
    """Return ≥ > ≤ < = ≠ for a bound, by its own mark, by the file's 约定, or (reported) presumed to include it."""
    if bound.word in walk.conventions.means:
        return walk.conventions.means[bound.word]
    if bound.word in UNSETTLED and bound.marked is None:
        # no rule says whether 突破 1000万元 includes it: presumed as 以上 and 以下 are, and said so
        if bound.span is not None:
            walk.problems.append(bound_undeclared.bound_undeclared(bound.span, bound.word, bound.limit.span))
        return Relation.GE
    match bound.relation:
        case Relation.ABOVE | Relation.BELOW:
            up = bound.relation is Relation.ABOVE
            inside = bound.marked
            if inside is None:
                stated = walk.conventions.inclusive
                inside = stated.get(bound.word, stated.get("以上" if up else "以下"))
            if inside is None:
                inside = True
                if bound.span is not None:
                    walk.problems.append(
                        bound_undeclared.bound_undeclared(bound.span, bound.word or "以上", bound.limit.span)
                    )
            if up:
                return Relation.GE if inside else Relation.GT
            return Relation.LE if inside else Relation.LT
        case other:
            return other


def compare(relation_: Relation, left: Core, right: Core) -> Core:
    """Return a comparison of two numbers."""
    match relation_:
        case Relation.GE | Relation.ABOVE:
            return Apply("at_most", (right, left))
        case Relation.GT:
            return Apply("less", (right, left))
        case Relation.LE | Relation.BELOW:
            return Apply("at_most", (left, right))
        case Relation.LT:
            return Apply("less", (left, right))
        case Relation.EQ:
            return Apply("equal", (left, right))
        case Relation.NE:
            return Apply("not", (Apply("equal", (left, right)),))


def comparison(walk: Elaborator, expression: surface.Compare) -> Typed | None:
    """Return the truth that ``subject test`` states."""
    subject = walk.typed(expression.subject)
    if subject is None:
        return None
    core = holds(walk, subject, expression.test, expression)
    return None if core is None else Typed(core, TRUTH)


def holds(
    walk: Elaborator,
    subject: Typed,
    test: surface.Bound | surface.Interval | surface.OneOf | surface.Within,
    around: surface.Expression | None = None,
) -> Core | None:
    """Return whether ``subject`` passes a test."""
    match test:
        case surface.Interval(low=low, high=high):
            if subject.sort == MONEY and test.span and _bare(low.limit) and _bare(high.limit):
                walk.problems.append(
                    range_without_units(test.span, test.span.text, _bare(low.limit), _bare(high.limit))
                )
                return None
            parts = [holds(walk, subject, low, around), holds(walk, subject, high, around)]
            kept = tuple(part for part in parts if part is not None)
            return Apply("and", kept) if len(kept) == len(parts) else None
        case surface.OneOf(names=names):
            found = [level(walk, subject.sort, name, Relation.EQ, subject.core, listed=True) for name in names]
            kept = tuple(part for part in found if part is not None)
            if len(kept) < len(found):
                return None
            return Apply("or", (*kept, _unlisted(walk, test)) if test.open else kept)
        case surface.Within():
            return periods.within(walk, subject, test, around)
        case surface.Bound():
            return _bound(walk, subject, test, around)


def _bare(limit: surface.Expression) -> str:
    """Return a number without a unit as written, or an empty string."""
    bare = isinstance(limit, surface.Quantity) and limit.kind is Kind.NUMBER and limit.span
    return limit.span.text if bare and limit.span else ""


def _unlisted(walk: Elaborator, test: surface.OneOf) -> Core:
    """Return whether 等 takes in what is not listed: an input that nobody presumes, so unlisted is 不能判定."""
    name = f"属于“{'、'.join(name.text for name in test.names)}、等”"
    walk.note(Input(name, Truth()), walk.context.items)
    return Reference(name)


def _bound(walk: Elaborator, subject: Typed, bound: surface.Bound, around: surface.Expression | None) -> Core | None:
    how = relation(walk, bound)
    if subject.sort.kind == "level" and isinstance(bound.limit, surface.Name):
        return level(walk, subject.sort, bound.limit, how, subject.core)
    limit = walk.typed(bound.limit)
    if limit is None:
        return None
    if subject.sort == TRUTH and limit.sort == TRUTH and how in (Relation.EQ, Relation.NE):
        same = Apply("same", (subject.core, limit.core))
        return same if how is Relation.EQ else Apply("not", (same,))
    if not _comparable(subject.sort, limit.sort):
        shown = around if around is not None else bound.limit
        if limit.sort == NUMBER and isinstance(bound.limit, surface.Quantity) and bound.limit.span:
            missing = Words(f"“{bound.limit.span.text}”后面少了单位", f"“{bound.limit.span.text}” has no unit")
            finding = type_mismatch.needed(bound.limit.span, subject.sort.called, limit.sort.called, (missing,))
            unit = _LIKELY.get(subject.sort.kind, "")
            walk.problems.append(finding.with_(fixes=_in_unit(bound.limit.span, unit)) if unit else finding)
        else:
            span = shown.span or bound.span
            if span is not None:
                walk.problems.append(type_mismatch.mixed(span, subject.sort.called, limit.sort.called, _COMPARES))
        return None
    if subject.sort == RATE and _bare(bound.limit) and _above_one(bound.limit) and bound.limit.span:
        text = bound.limit.span.text  # 5 is 500%, which is rarely what is meant
        walk.problems.append(unit_missing.unit_missing(bound.limit.span, text, f"{text}%"))
        return None
    if differ(subject.unit, limit.unit) and bound.limit.span:
        counted, told = measure_of(subject.unit), measure_of(limit.unit)
        walk.problems.append(unit_mismatch.unit_mismatch(bound.limit.span, counted, told))
        return None
    return compare(how, subject.core, limit.core)


_LIKELY = {"money": "元", "duration": "年", "days": "日"}
"""By what is compared, the unit that a bare number most likely has."""


def _in_unit(span: Span, unit: str) -> tuple[Fix, ...]:
    better = f"{span.text}{unit}"
    return (Fix(Words(f"改成 {better}", f"write {better}"), (Edit(span, better),)),)


def _above_one(limit: surface.Expression) -> bool:
    return isinstance(limit, surface.Quantity) and limit.value > 1


def _comparable(one: Sort, other: Sort) -> bool:
    if not one.numeric or not other.numeric:
        return False
    loose = ({COUNT, NUMBER}, {RATE, NUMBER})
    return one == other or {one, other} in loose


def level(
    walk: Elaborator, sort: Sort, name: surface.Name, how: Relation, subject: Core, *, listed: bool = False
) -> Core | None:
    """Return how a level stands to the level called ``name``; ``listed``: it stands in a list (在 省级、国家级)."""
    if sort.kind != "level":
        walk.typed(name)
        return None
    if name.text not in sort.levels:
        glued = _glued(sort, name.text, listed=listed)
        if (
            glued is not None and name.span is not None
        ):  # 省级以上 is no level: whoever reads on must not take it for 省级
            walk.problems.append(written_otherwise(name.span, name.text, glued))
        elif name.span is not None:
            near = nearest(name.text, sort.levels)
            shown = "、".join(sort.levels[:8])
            finding = unknown_name.unknown_name(name.span, name.text, near=near)
            these = Words(f"这里可以是：{shown}", f"it can be: {shown}")
            walk.problems.append(finding.with_(help=(*finding.help, these)))
        return None
    same = Apply("same", (subject, Literal(name.text)))
    reaches = Apply("reaches", (subject, Literal(name.text), *(Literal(n) for n in sort.levels)))
    match how:
        case Relation.EQ:
            return same
        case Relation.NE:
            return Apply("not", (same,))
        case Relation.GE | Relation.ABOVE:
            return reaches
        case Relation.LT:
            return Apply("not", (reaches,))
        case Relation.GT:
            return Apply("and", (reaches, Apply("not", (same,))))
        case Relation.LE | Relation.BELOW:
            return Apply("or", (Apply("not", (reaches,)), same))


def _glued(sort: Sort, text: str, *, listed: bool) -> str | None:
    """Return how “省级以上”, a level and an edge without a blank between them, is written; None where it is none.

    In a list it is the levels that are meant, since a list takes each as it is.
    """
    edge = next((word for word in _EDGES if text.endswith(word.zh)), None)
    stem = text.removesuffix(edge.zh).rstrip() if edge is not None else ""
    if edge is None or stem not in sort.levels:
        return None
    place = sort.levels.index(stem)
    upward = edge.relation in (Relation.GE, Relation.ABOVE)
    meant = sort.levels[place:] if upward else sort.levels[: place + 1]
    return "、".join(meant) if listed else f"{stem} {edge.zh}"


__all__ = ["RATE", "Conventions", "compare", "comparison", "holds", "level", "relation"]

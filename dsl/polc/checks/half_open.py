"""Two tiers that meet in one figure and both hold it: the two ways to part them, each with what it pays there.

Either is a decision about the text, so both are offered and neither is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.diagnostics import Edit, Fix, Words
from polc.model.expressions import Bound, Interval, Quantity, Relation
from polc.model.values import TierRow
from polc.text import Span

_BELOW = Words(
    "第{own}档只到不满 {figure}：正好 {figure} 的，按第{other}档给 {award}",
    "let tier {own} end below {figure}: exactly {figure} is then paid {award}, by tier {other}",
)
_ABOVE = Words(
    "第{own}档从超过 {figure} 起：正好 {figure} 的，按第{other}档给 {award}",
    "let tier {own} begin above {figure}: exactly {figure} is then paid {award}, by tier {other}",
)
_STRICT = {"不超过": "不满", "不高于": "低于", "至多": "不满", "≤": "<", "<=": "<",
           "达到": "超过", "不低于": "超过", "不少于": "超过", "≥": ">", ">=": ">"}  # fmt: skip
"""The word for a bound without its number, by the word with it."""


def parted(one: tuple[int, TierRow], other: tuple[int, TierRow]) -> tuple[Fix, ...]:
    """Return both ways to part two rows (each with its number) where one ends in the figure in which the other begins."""
    for (number, low), (above, high) in ((one, other), (other, one)):
        for (_, ends, place), (begins, _, behind) in zip(_sides(low), _sides(high), strict=True):
            if ends is None or begins is None or not _meet(ends, begins):
                continue
            figure = ends.limit.span.text if ends.limit.span else ""
            edits = (_exclusive(ends, place, upper=True), _exclusive(begins, behind, upper=False))
            said = (_BELOW.fill(own=str(number), other=str(above), figure=figure, award=_award(high)),
                    _ABOVE.fill(own=str(above), other=str(number), figure=figure, award=_award(low)))  # fmt: skip
            return tuple(Fix(words, (edit,)) for words, edit in zip(said, edits, strict=True) if edit is not None)
    return ()


def _sides(row: TierRow) -> Iterator[tuple[Bound | None, Bound | None, Span | None]]:
    """Yield for each column where a row begins and where it ends, and the place of the test."""
    for test in row.tests:
        match test:
            case Interval(low=low, high=high, span=span):
                yield low, high, span
            case Bound(relation=Relation.GE | Relation.GT | Relation.ABOVE):
                yield test, None, test.span
            case Bound(relation=Relation.LE | Relation.LT | Relation.BELOW):
                yield None, test, test.span
            case _:
                yield None, None, None


def _meet(ends: Bound, begins: Bound) -> bool:
    one, other = ends.limit, begins.limit
    return (
        isinstance(one, Quantity) and isinstance(other, Quantity) and (one.value, one.kind) == (other.value, other.kind)
    )


def _award(row: TierRow) -> str:
    return row.award.span.text if row.award.span else ""


def _exclusive(bound: Bound, place: Span | None, *, upper: bool) -> Edit | None:
    """Return the edit that leaves the number out of a bound; None where it is written in another way than those known."""
    span, limit = bound.span, bound.limit.span
    if span is None or limit is None or place is None:
        return None
    text = span.text
    if bound.word in ("[", "]"):
        sign = Span(span.source, place.end - 1, place.end) if upper else Span(span.source, place.start, place.start + 1)
        return Edit(sign, ")" if upper else "(")
    if bound.word == "以下" and text.endswith("以下"):
        return Edit(span, f"不满{limit.text}")
    if bound.word in ("以上", "至"):
        marked = text[limit.end - span.start :]
        return Edit(
            Span(span.source, limit.end, span.end), f"（不含）{marked.replace('（含）', '').replace('(含)', '')}"
        )
    strict = _STRICT.get(bound.word)
    if strict is not None and text.startswith(bound.word):
        return Edit(span, strict + text[len(bound.word) :])
    return None

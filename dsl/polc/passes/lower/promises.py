"""应成立: what must hold of an award, for every value it can have: ≤ looks at the upper end, ≥ at the lower."""

from __future__ import annotations

from polc.core.nodes import Expression, Reference
from polc.core.program import HIGH, LOW
from polc.model import expressions as surface
from polc.model.expressions import Relation
from polc.model.policy import Terms
from polc.passes.elaborate import Elaborator
from polc.passes.sorts import MONEY, Typed
from polc.text import Span

_AWARDS = ("应得", "单项", "合计", "累计")


def promises(walk: Elaborator, terms: Terms, result: str, name: str) -> tuple[tuple[Span, Expression], ...]:
    """Return each 应成立 as a truth over the steps; a 应成立 that is no condition has been reported."""
    made: list[tuple[Span, Expression]] = []
    for line in terms.ensures:
        if line.value is None:
            continue
        end = _end(line.value.condition)
        here = Typed(Reference(result + end), MONEY)
        kept = dict(walk.specials)
        walk.specials.update(dict.fromkeys((*_AWARDS, name), here))
        truth = walk.truth(line.value.condition)
        walk.specials.clear()
        walk.specials.update(kept)
        if truth is not None and not _reads_to_date(line.value.condition):
            made.append((line.span, truth))
    return tuple(made)


def _end(condition: surface.Expression) -> str:
    """Return which end of the award a comparison speaks of."""
    match condition:
        case surface.Compare(test=surface.Bound(relation=Relation.GE | Relation.GT | Relation.ABOVE)):
            return LOW
        case _:
            return HIGH


def _reads_to_date(condition: surface.Expression) -> bool:
    """Return whether the promise is about 累计, which only a scenario knows."""
    return isinstance(condition, surface.Compare) and condition.subject == surface.Name("累计")

"""应成立: what must hold of an award, for every value it can have: ≤ looks at the upper end, ≥ at the lower."""

from __future__ import annotations

from polc.core.nodes import Reference
from polc.core.program import HIGH, LOW, Stage
from polc.model import expressions as surface
from polc.model.expressions import Relation
from polc.model.policy import Terms
from polc.passes.lower.plan import Building
from polc.passes.sorts import MONEY, Typed

_AWARDS = ("应得", "单项", "合计", "累计")


def promises(build: Building, terms: Terms, result: str, name: str) -> None:
    """Add each 应成立 as a truth about ``result``; one that is no condition has been reported."""
    walk = build.walk
    number = 0
    for line in terms.ensures:
        if line.value is None:
            continue
        here = Typed(Reference(result + _end(line.value.condition)), MONEY)
        kept = dict(walk.specials)
        walk.specials.update(dict.fromkeys((*_AWARDS, name), here))
        truth = walk.truth(line.value.condition)
        walk.specials.clear()
        walk.specials.update(kept)
        if truth is not None and not _reads_to_date(line.value.condition):
            number += 1
            build.truth(Stage.PROMISE, truth, (line.span,), str(number), case=True)


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

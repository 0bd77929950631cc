"""应成立: what must hold of an award, for every value it can have: ≤ looks at the upper end, ≥ at the lower."""

from __future__ import annotations

from polc.core.nodes import Expression, Reference
from polc.core.program import HIGH, LOW, Stage
from polc.core.references import references
from polc.model import expressions as surface
from polc.model.expressions import Relation
from polc.model.policy import Terms
from polc.passes.lower.plan import Building
from polc.passes.sorts import MONEY, Typed

_TO_DATE = ("累计", "to_date")
_AWARDS = ("应得", "award", "单项", "item", "合计", "total", *_TO_DATE)


def promises(build: Building, terms: Terms, item: str, result: str, name: str) -> None:
    """Add each 应成立 as a truth about ``result``; one that is no condition has been reported.

    A promise that speaks of an item's facts is about every item's 单项 (bound by ``item``).
    """
    number = 0
    for line in terms.ensures:
        if line.value is None or _reads_to_date(line.value.condition):
            continue
        end = _end(line.value.condition)
        truth = _about(build, line.value.condition, result + end, name)
        if truth is None:
            continue
        number += 1
        fields = set(build.walk.fields.get(build.items, ()))
        if fields & references(truth):
            truth = _about(build, line.value.condition, item + end, name)
            if truth is not None:
                build.truth(Stage.PROMISE, truth, (line.span,), str(number))
        else:
            build.truth(Stage.PROMISE, truth, (line.span,), str(number), case=True)


def _about(build: Building, condition: surface.Expression, award: str, name: str) -> Expression | None:
    """Return a promise with 应得 and its like standing for ``award``."""
    walk = build.walk
    kept = dict(walk.specials)
    walk.specials.update(dict.fromkeys((*_AWARDS, name), Typed(Reference(award), MONEY)))
    truth = walk.truth(condition)
    walk.specials.clear()
    walk.specials.update(kept)
    return truth


def _end(condition: surface.Expression) -> str:
    """Return which end of the award a comparison speaks of."""
    match condition:
        case surface.Compare(test=surface.Bound(relation=Relation.GE | Relation.GT | Relation.ABOVE)):
            return LOW
        case _:
            return HIGH


def _reads_to_date(condition: surface.Expression) -> bool:
    """Return whether the promise is about 累计, which only a scenario knows."""
    return isinstance(condition, surface.Compare) and condition.subject in map(surface.Name, _TO_DATE)

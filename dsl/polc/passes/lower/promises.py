"""应成立: what must hold of an award, for every value it can have: ≤ looks at the upper end, ≥ at the lower."""

from __future__ import annotations

from polc.core.nodes import Apply, Expression, Let, Reference
from polc.core.program import HIGH, LOW, Stage
from polc.core.references import references
from polc.model import expressions as surface
from polc.model.expressions import Relation
from polc.model.policy import Terms
from polc.model.values import Ensure
from polc.passes.lower.plan import Building
from polc.passes.lower.work import key_of
from polc.passes.sorts import MONEY, Typed
from polc.syntax.keywords import columns
from polc.text import Span

_TO_DATE = "累计"


def promises(build: Building, terms: Terms, item: str, result: str, due: str) -> None:
    """Add each 应成立 as a truth about ``result``; one that is no condition has been reported.

    A promise that speaks of 单项, of an item's facts or of 每 item is about every item's 单项 (bound by ``item``), and
    its 累计 about what the item received and is ``due``.
    """
    name = build.subject
    number = 0
    for line in terms.ensures:
        if line.value is None:
            continue
        end = _end(line.value.condition)
        each = _each(build, line.value, line.span, name)
        if each is None:
            continue
        mine = (result + end, item + end, "") if not each else (item + end, item + end, due + end)
        truth = _about(build, line.value.condition, *mine, name)
        if truth is None:
            continue
        number += 1
        of_items = {*build.walk.fields.get(build.items, ()), item + end} if build.items else set()
        if each or of_items & references(truth):
            truth = _about(build, line.value.condition, item + end, item + end, due + end, name)
            if truth is not None:
                build.truth(Stage.PROMISE, truth, (line.span,), str(number))
        else:
            build.truth(Stage.PROMISE, truth, (line.span,), str(number), case=True)


def _each(build: Building, promise: Ensure, span: Span, name: str) -> bool | None:
    """Return whether a promise is about every item by its own 每; None (reported) where that key is out of reach."""
    if promise.each is None:
        return False
    key = key_of(build.walk, name, (promise.each,), promise.each.span or span)
    return None if key is None else key == "item" and bool(build.items)


def _about(
    build: Building, condition: surface.Expression, award: str, item: str, due: str, name: str
) -> Expression | None:
    """Return a promise with 应得 and its like standing for ``award``, 单项 for ``item``, 累计 for all ever received.

    With ``due`` 累计 is the item's: what it received before, and what it is due now.
    """
    walk = build.walk
    kept = dict(walk.specials)
    said = {word for word, role in columns().items() if role in ("award", "total")}
    walk.specials.update(dict.fromkeys((*said, name), Typed(Reference(award), MONEY)))
    words = {word for word, role in columns().items() if role == "item"}
    walk.specials.update(dict.fromkeys(words, Typed(Reference(item), MONEY)))
    words = {word for word, role in columns().items() if role == "to_date"}
    walk.specials.update(dict.fromkeys(words, Typed(Reference(_TO_DATE), MONEY)))
    truth = walk.truth(condition)
    walk.specials.clear()
    walk.specials.update(kept)
    if truth is not None and _TO_DATE in references(truth):
        holder = walk.context.subject.name if due else walk.context.role
        received = build.past("received", build.subject, holder, "ever", item=bool(due))
        return Let(_TO_DATE, Apply("add", (received, Reference(due or award))), truth)
    return truth


def _end(condition: surface.Expression) -> str:
    """Return which end of the award a comparison speaks of."""
    match condition:
        case surface.Compare(test=surface.Bound(relation=Relation.GE | Relation.GT | Relation.ABOVE)):
            return LOW
        case _:
            return HIGH

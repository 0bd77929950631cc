"""Whether one case gets two awards at once, neither less than 1 元."""

from __future__ import annotations

from polc.checks.asking import Answer, ask
from polc.core.nodes import Apply, Literal
from polc.core.program import amount_of
from polc.core.slicing import slice_to
from polc.passes.lower.plan import Lowered, Plan

_MATERIAL = 100
"""In 分: what is less than 1 元 shows nothing."""


def both_due(lowered: Lowered, first: Plan, second: Plan) -> Answer | None:
    """Return the least case in which both are due, or what became of the question; None where they are of unlike things."""
    if first.items != second.items:
        return None
    program = slice_to(lowered.program, (first.result, second.result))
    due = (Apply("at_most", (Literal(_MATERIAL), amount_of(plan.result).high)) for plan in (first, second))
    return ask(lowered, first, Apply("and", tuple(due)), program=program)

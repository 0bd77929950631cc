"""Why something is impossible: the fewest lines that together make it so.

Guarantees: what is left when nothing more can be taken away, each line in its turn, so the same lines on every machine;
each is needed, and with the presumptions of the question they suffice. What the solver does not decide is kept.
"""

from __future__ import annotations

from polc.checks.any_year import whatever_was_received
from polc.core.freed import freed
from polc.core.nodes import Apply, Expression
from polc.core.program import Program, Stage
from polc.core.slicing import only_for
from polc.diagnostics import Label, Words
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.smt import Impossible, find
from polc.text import Span

TOGETHER = Words("标出的几处合在一起，就不可能", "the lines marked together make it impossible")
_REASON = Words("因为这里", "because of this")
_MOST_LINES = 40
"""More lines than this are not taken away one by one."""


def reasons(
    lowered: Lowered, plan: Plan, question: Expression, place: Span, items: int
) -> tuple[tuple[Label, ...], tuple[Words, ...]]:
    """Return the other lines that make a question impossible in any year, and the note that says so; nothing where none.

    ``place`` is where the finding stands: it is no reason of its own.
    """
    program = only_for(lowered.slice(plan), question)
    given = Apply("and", (question, *whatever_was_received(program)))
    program = only_for(program, given)
    lines = list(dict.fromkeys(span for step in program.steps for span in step.because))
    if len(lines) > _MOST_LINES or not isinstance(find(program, given, items=items, least=False), Impossible):
        return (), ()
    needed = _fewest(program, given, lines, items)
    labels = tuple(Label(span, _REASON) for span in needed if span != place)
    return labels, (TOGETHER,) if len(labels) > 1 else ()


def _fewest(program: Program, question: Expression, lines: list[Span], items: int) -> list[Span]:
    """Return the lines that are left when every one that is not needed has been taken away, the later ones first."""
    free: set[str] = set()
    needed: list[Span] = []
    for line in reversed(lines):
        of_line = {step.binds for step in program.steps if line in step.because and step.stage is not Stage.PROMISE}
        tried = freed(program, free | of_line)
        if isinstance(find(tried, question, items=items, least=False), Impossible):
            free |= of_line
        else:
            needed.append(line)
    return needed[::-1]

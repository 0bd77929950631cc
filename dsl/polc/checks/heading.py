"""The head of a policy and the sentences that it quotes: what checks of a document's form look at."""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.in_force import status
from polc.model.policy import Policy
from polc.model.values import Quote
from polc.syntax.tree import Line
from polc.text import Span


def is_document(policy: Policy) -> bool:
    """Return whether a policy is written as a document, with a status, a number or days, and is no sketch of a few lines."""
    terms = policy.terms({})
    lines = (terms.issued, terms.in_force, terms.valid)
    return bool(status(policy)) or "number" in policy.headers or any(line is not None for line in lines)


def is_entire(policy: Policy) -> bool:
    """Return whether a policy stands for a whole text, with a status or a number, and is no extract."""
    return bool(status(policy)) or "number" in policy.headers


def head_line(draft: Checked, key: str) -> Line | None:
    """Return the line of this keyword in the 政策 block, or None."""
    heads = (block for file in draft.compiled.files for block in file.blocks if block.key == "policy")
    return next((line for block in heads for line in block.lines if line.key == key), None)


def quotes(policy: Policy) -> Iterator[tuple[Quote, Span]]:
    """Yield every quoted sentence of a policy with the place of its line."""
    parts = (part.quotes for part in policy.parts)
    others = (*(clause.quotes for clause in policy.clauses), *(passage.quotes for passage in policy.passages))
    for lines in (*parts, *others):
        yield from ((line.value, line.span) for line in lines if line.value is not None)

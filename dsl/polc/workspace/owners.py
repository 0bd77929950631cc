"""What a place in a policy is part of, by the names of its blocks: for fingerprints that survive renumbering."""

from __future__ import annotations

from collections.abc import Iterator

from polc.diagnostics.report import Owned, Owns, owned_by_file
from polc.syntax.tree import Block
from polc.text import Source, Span
from polc.workspace.load import Workspace

_UNNAMED = frozenset({"policy", "chapter"})
"""Blocks that are no part of an owner's name: the policy stands before it, chapters come and go."""


def owners(space: Workspace) -> Owns:
    """Return what tells a place's owner: the policy's 简称, then the names (not the numbers) of the blocks around."""
    known: dict[Source, tuple[str, list[Block]]] = {}
    for draft in space.drafts:
        for source, file in zip(draft.compiled.sources, draft.compiled.files, strict=False):
            known[source] = draft.name, sorted(_every(file.blocks), key=lambda block: block.span.start)
        if draft.official is not None:
            known.setdefault(draft.official, (draft.name, []))

    def owns(span: Span) -> Owned:
        if span.source not in known:
            return owned_by_file(span)
        policy, blocks = known[span.source]
        around = _around(blocks, span)
        names = [block.name for block in around if block.name and block.key not in _UNNAMED]
        return Owned("/".join([policy, *names]), _without_number(around, span))

    return owns


def _every(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _every(block.blocks)


def _around(blocks: list[Block], span: Span) -> list[Block]:
    """Return the blocks that a place stands in, the outermost first: each begins less indented than the next."""
    found: list[Block] = []
    for block in blocks:
        if block.span.start > span.start and block.span.begin.line > span.begin.line:
            break
        while found and found[-1].span.begin.column >= block.span.begin.column:
            found.pop()
        found.append(block)
    if found and span.start > found[-1].span.end:
        column = _indent(span)
        while found and found[-1].span.begin.column >= column:
            found.pop()
    return found


def _indent(span: Span) -> int:
    """Return the column of the first character of the line that a place begins in."""
    line = span.source.line_text(span.begin.line)
    return len(line) - len(line.lstrip()) + 1


def _without_number(around: list[Block], span: Span) -> str:
    """Return the text at a place; of the head of a numbered block without its number."""
    if around and around[-1].number and span.start < around[-1].span.end:
        return span.text.replace(around[-1].number, "", 1)
    return span.text

"""What was rewritten between two blocks: lines by keyword, tables row by row, doubts by name, each with both places.

Guarantee: a line that says the same in other units, spacing or language is no change.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache

from polc.checks.official import plain
from polc.model.expressions import Kind, Name, Quantity
from polc.model.values import FreeText, Quote, Tiers
from polc.syntax.keywords import columns, facts, line_words
from polc.syntax.tree import Block, Line
from polc.syntax.units import measure_of
from polc.workspace.diff.found import Change
from polc.workspace.diff.pieces import PROOF


def rewritten(old: Block, new: Block, within: str = "") -> Iterator[Change]:
    """Yield what changed from one block to another: its head's value, its lines, its doubts."""
    if (meaning(old.value), old.silent) != (meaning(new.value), new.silent) or old.words != new.words:
        yield Change(old.key, old.span, new.span, within)
    yield from of_lines(old.lines, new.lines, within)
    yield from _children(old, new, within)


def of_lines(old: Sequence[Line], new: Sequence[Line], within: str = "") -> Iterator[Change]:
    """Yield what changed between two runs of lines, in the order of the new ones; what was removed comes first."""
    mine, theirs = wanted(old), wanted(new)
    keys = dict.fromkeys(_key(line) for line in (*mine, *theirs))
    for key in keys:
        yield from _of_keyword([x for x in mine if _key(x) == key], [x for x in theirs if _key(x) == key], within)


def everything(block: Block, *, old: bool, within: str = "") -> Iterator[Change]:
    """Yield every line of a block that only one version has; of a doubt in it, its head alone."""
    for line in wanted(block.lines):
        yield Change(line.key, line.span if old else None, None if old else line.span, within)
    for child in block.children("doubt", "reading"):
        yield Change(child.key, child.span if old else None, None if old else child.span, within)
        if child.key == "reading":
            yield from everything(child, old=old, within=f"{within} {child.name}".strip())


_EVERYTHING = {"全文", "everything"}
"""What a general rule is for where it is for all: free text but for these words."""


@cache
def _known_names() -> dict[str, str]:
    """Return what names that the language itself knows stand for, in either language: 应得, award."""
    return {**{word: row.id for word, row in line_words().items()}, **facts(), **columns()}


def wanted(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that are compared."""
    return [line for line in lines if line.key not in PROOF]


def _key(line: Line) -> str:
    return f"fact {line.name}" if line.key == "fact" else line.key


def same_line(old: Line, new: Line) -> bool:
    """Return whether two lines say the same."""
    if old.key != new.key or old.silent != new.silent or old.name != new.name:
        return False
    if isinstance(old.value, Quote) and isinstance(new.value, Quote):
        return plain(old.value.text) == plain(new.value.text)
    if isinstance(old.value, FreeText) and isinstance(new.value, FreeText):
        return plain(old.value.text) == plain(new.value.text) or {old.value.text, new.value.text} <= _EVERYTHING
    if old.value is None or new.value is None:
        return old.value is new.value and (old.silent or plain(old.span.text) == plain(new.span.text))
    return meaning(old.value) == meaning(new.value)


def meaning(value: object) -> object:
    """Return a value as what it says: 10万元 is 100,000元, and where it stands does not matter."""
    match value:
        case Quantity(kind=Kind.COUNT):
            return value.value, value.kind, measure_of(value.unit) or value.unit
        case Quantity():
            return value.value, value.kind, "工作" in value.unit or value.unit.startswith("working")
        case Name():
            return "name", _known_names().get(value.text, value.text)
        case tuple():
            return tuple(meaning(each) for each in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            said = tuple(meaning(getattr(value, row.name)) for row in fields(value) if row.compare)
            return type(value).__name__, said
        case _:
            return value


def _of_keyword(old: list[Line], new: list[Line], within: str) -> Iterator[Change]:
    left = list(new)
    gone: list[Line] = []
    for line in old:
        twin = next((other for other in left if same_line(line, other)), None)
        if twin is None:
            gone.append(line)
        else:
            left.remove(twin)
    for before, after in _paired(gone, left):
        if before is not None and after is not None and isinstance(before.value, Tiers):
            yield from _tables(before, after, within)
        elif (first := before or after) is not None:
            yield Change(first.key, before.span if before else None, after.span if after else None, within)


def _paired(old: list[Line], new: list[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """Yield lines of one keyword in pairs, those most alike first."""
    scored = sorted(
        (
            (-difflib.SequenceMatcher(None, one.span.text, two.span.text).ratio(), n, m)
            for n, one in enumerate(old)
            for m, two in enumerate(new)
        ),
    )
    mine, theirs = dict(enumerate(old)), dict(enumerate(new))
    for _, n, m in scored:
        if n in mine and m in theirs:
            yield mine.pop(n), theirs.pop(m)
    for line in mine.values():
        yield line, None
    for line in theirs.values():
        yield None, line


def _tables(old: Line, new: Line, within: str) -> Iterator[Change]:
    """Yield what changed in a 分档: how it reads, and its rows."""
    one, two = old.value, new.value
    if not isinstance(one, Tiers) or not isinstance(two, Tiers):
        return
    if (one.by, one.mode, one.first_time, one.less) != (two.by, two.mode, two.first_time, two.less):
        yield Change("tiers", old.span, new.span, within)
    before, after = ([repr(meaning(row)) for row in table.rows] for table in (one, two))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        gone, come = list(one.rows[i1:i2]), list(two.rows[j1:j2])
        for n in range(max(len(gone), len(come))):
            row = gone[n].span if n < len(gone) else None
            row_now = come[n].span if n < len(come) else None
            yield Change("tier_row", row, row_now, within)


def _children(old: Block, new: Block, within: str) -> Iterator[Change]:
    """Yield what changed in the doubts of a block, or the readings of a doubt."""
    for key in ("doubt", "reading"):
        mine = {child.name: child for child in old.children(key)}
        theirs = {child.name: child for child in new.children(key)}
        for name in dict.fromkeys((*mine, *theirs)):
            here = f"{within} {name}".strip()
            one, two = mine.get(name), theirs.get(name)
            if one is not None and two is not None:
                yield from rewritten(one, two, here)
            elif one is not None:
                yield Change(key, one.span, None, within)
                if key == "reading":
                    yield from everything(one, old=True, within=here)
            elif two is not None:
                yield Change(key, None, two.span, within)
                if key == "reading":
                    yield from everything(two, old=False, within=here)
        if key == "reading" and mine and theirs and set(mine) == set(theirs) and next(iter(mine)) != next(iter(theirs)):
            yield Change("reading", mine[next(iter(mine))].span, theirs[next(iter(theirs))].span, within)

"""What was drawn of a policy, and the errors found in it, as JSON: for the cache, and from another process.

Guarantee: what is taken out equals what was put away. The pages are most of it: they are compressed as one text, which
is cut to pieces again, since hundreds of policies are taken out where one has changed.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from polc.diagnostics.finding import Diagnostic
from polc.diagnostics.kept import put_away, taken_out
from polc.site.drawn import Drawn
from polc.site.front import Front
from polc.site.line import Line
from polc.site.markup import Html
from polc.workspace.cache import Data


@dataclass(frozen=True, slots=True)
class Kept:
    """A policy as drawn, and the errors found in what it was read from."""

    drawn: Drawn
    errors: list[Diagnostic]


def packed(kept: Kept) -> Data:
    """Return a policy as drawn, as JSON."""
    drawn, front = kept.drawn, kept.drawn.front
    texts = [*drawn.pages.values(), drawn.data, json.dumps([_row(each) for each in drawn.lines], ensure_ascii=False)]
    return {
        "front": [front.name, front.title, front.folder, front.is_draft],
        "navigation": [list(way) for way in drawn.navigation],
        "pages": list(drawn.pages),
        "lengths": [len(text) for text in texts],
        "texts": _pressed("".join(texts)),
        "errors": put_away(kept.errors, lambda *_: None) if kept.errors else None,
    }


def unpacked(data: Data) -> Kept:
    """Return the policy that ``packed`` gave. Raises ValueError where it is none."""
    try:
        front = Front(*data["front"])
        *pages, calculator, rows = _cut(_unpressed(data["texts"]), data["lengths"])
        lines = [_line(front, row) for row in json.loads(rows)]
        ways = tuple((str(title), str(path)) for title, path in data["navigation"])
        drawn = Drawn(front, dict(zip(data["pages"], pages, strict=True)), calculator, lines, ways)
        told = data["errors"]
        return Kept(drawn, taken_out(told, lambda *_: None) if told is not None else [])
    except (KeyError, TypeError, AttributeError, zlib.error) as what:
        msg = "this is nothing that was drawn"
        raise ValueError(msg) from what


def _pressed(text: str) -> str:
    return base64.b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), 6)).decode("ascii")


def _unpressed(text: str) -> str:
    return zlib.decompress(base64.b64decode(text)).decode("utf-8", "surrogatepass")


def _cut(text: str, lengths: Sequence[int]) -> Iterator[str]:
    """Yield the pieces of a text of these lengths in code points. Raises ValueError where they are not all of it."""
    ends = list(accumulate(lengths))
    if not ends or ends[-1] != len(text):
        msg = "this is not what was put away"
        raise ValueError(msg)
    for start, end in pairwise([0, *ends]):
        yield text[start:end]


def _row(line: Line) -> list[Any]:
    return [list(line.topics), line.end, line.card, line.item]


def _line(front: Front, row: Sequence[Any]) -> Line:
    topics, end, card, item = row
    return Line(front, tuple(topics), end, Html(card), Html(item))  # they were markup when they were put away

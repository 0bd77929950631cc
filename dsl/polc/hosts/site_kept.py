"""What was drawn of a policy, and the errors found in it, as JSON: for the cache, and from another process.

Guarantee: what is taken out equals what was put away. The pages are most of it and are compressed.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
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
    texts = {"pages": drawn.pages, "data": drawn.data, "lines": [_row(each) for each in drawn.lines]}
    return {
        "front": [front.name, front.title, front.folder, front.is_draft],
        "navigation": [list(way) for way in drawn.navigation],
        "texts": _pressed(texts),
        "errors": put_away(kept.errors, lambda *_: None) if kept.errors else None,
    }


def unpacked(data: Data) -> Kept:
    """Return the policy that ``packed`` gave. Raises ValueError where it is none."""
    try:
        front = Front(*data["front"])
        texts = _unpressed(data["texts"])
        lines = [_line(front, row) for row in texts["lines"]]
        ways = tuple((str(title), str(path)) for title, path in data["navigation"])
        drawn = Drawn(front, dict(texts["pages"]), str(texts["data"]), lines, ways)
        told = data["errors"]
        return Kept(drawn, taken_out(told, lambda *_: None) if told is not None else [])
    except (KeyError, TypeError, AttributeError, zlib.error) as what:
        msg = "this is nothing that was drawn"
        raise ValueError(msg) from what


def _pressed(texts: Data) -> str:
    told = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return base64.b64encode(zlib.compress(told, 6)).decode("ascii")


def _unpressed(text: str) -> Data:
    found: Data = json.loads(zlib.decompress(base64.b64decode(text)).decode("utf-8", "surrogatepass"))
    return found


def _row(line: Line) -> list[Any]:
    return [list(line.topics), line.end, line.card, line.item]


def _line(front: Front, row: Sequence[Any]) -> Line:
    topics, end, card, item = row
    return Line(front, tuple(topics), end, Html(card), Html(item))  # they were markup when they were put away

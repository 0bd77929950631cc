"""A rule of the grammar as a picture: follow the line from the left, never back but along an arrow.

A word in a round box stands there as it is written; a word of a kind has a dashed box; a box with corners is another
rule. Guarantee: the same tree gives the same picture; its size is that of the letters, so that it is read at the size
of the text around it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from polc.diagnostics.words import Language
from polc.site.markup import Html, element, link
from polc.syntax.described import Either, Form, Kind, Many, Ref, Series, Written
from polc.syntax.described.forms import NOTHING

LETTER, ROOM, HALF, GAP, BEND, BETWEEN, EDGE = 13, 10, 13, 14, 9, 8, 16
"""In pixels: a Han letter, beside it in its box, half a box, between two, a bend, between two ways, the margin."""

_ARC = f"a{BEND} {BEND} 0 0"
_DOWN, _OUT = f"{_ARC} 1 {BEND} {BEND}", f"{_ARC} 0 {BEND} {BEND}"
_IN, _UP = f"{_ARC} 0 {BEND}-{BEND}", f"{_ARC} 1 {BEND}-{BEND}"
_BACK, _HOME = f"{_ARC} 1-{BEND} {BEND}", f"{_ARC} 1-{BEND}-{BEND}"
"""The bends: off the line down, into a way, out of it, up to the line; and of a way back, its end and its beginning."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How a picture speaks: the language, the name of a rule or a kind, and where each is told."""

    language: Language
    named: Callable[[Ref | Kind], str]
    address: Callable[[Ref | Kind], str]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a picture: how wide it is, how far it reaches above and below its line, and how it is drawn."""

    width: float
    up: float
    down: float
    drawn: Callable[[float, float, list[str]], Iterator[Html]]
    """From where on; its lines go into the list, so that all of a picture are one path."""


def railroad(form: Form, name: str, told: str, naming: Naming) -> Html:
    """Return the picture of a rule. ``told`` is the address of the same in words, for those who do not see it."""
    piece = _piece(form, naming)
    width, height = piece.width + 2 * EDGE + 2 * GAP, piece.up + piece.down + 12
    x, y = EDGE + GAP, piece.up + 6
    rails = [f"M{EDGE} {y - 7:g}v14m0-7h{GAP}M{x + piece.width:g} {y:g}h{GAP}m0-7v14"]
    boxes = list(piece.drawn(x, y, rails))
    body = [element("title", name), element("path", "", d="".join(rails), class_="polc-rail"), *boxes]
    return element(
        "svg", body, viewBox=f"0 0 {width:g} {height:g}", width=f"{width:g}", height=f"{height:g}", role="group",
        aria_label=name, aria_describedby=told or None, font_size=LETTER, font_family="inherit",
    )  # fmt: skip


def _piece(form: Form, naming: Naming) -> _Piece:
    match form:
        case Written(words=words):
            return _box(words.in_(naming.language), "polc-written", "")
        case Ref():
            return _box(naming.named(form), "polc-ref", naming.address(form))
        case Kind():
            return _box(naming.named(form), "polc-kind-of-word", naming.address(form))
        case Series(parts=parts):
            return _series([_piece(part, naming) for part in parts])
        case Either(ways=ways):
            return _either([_piece(way, naming) for way in ways])
        case Many(part=part, between=between):
            return _many(_piece(part, naming), _piece(between, naming), empty=between == NOTHING)


def _wide(text: str) -> float:
    return sum(LETTER if unicodedata.east_asian_width(letter) in "WF" else 0.58 * LETTER for letter in text)


def _box(text: str, kind: str, address: str) -> _Piece:
    width = max(_wide(text) + 2 * ROOM, 2 * HALF)

    def drawn(x: float, y: float, _: list[str]) -> Iterator[Html]:
        corner = HALF if kind == "polc-written" else 0
        shape = [
            element("rect", "", x=f"{x:g}", y=f"{y - HALF:g}", width=f"{width:g}", height=2 * HALF, rx=corner),
            element("text", text, x=f"{x + width / 2:g}", y=f"{y + 4.5:g}", text_anchor="middle"),
        ]
        if address:
            yield link(address, shape, class_=kind)
        else:
            yield element("g", shape, class_=kind)

    return _Piece(width, HALF, HALF, drawn)


def _straight(x: float, y: float, rails: list[str]) -> Iterator[Html]:
    rails.append(f"M{x:g} {y:g}h{GAP}")
    return iter(())


def _series(pieces: list[_Piece]) -> _Piece:
    if not pieces:
        return _Piece(GAP, 4, 4, _straight)
    width = sum(piece.width for piece in pieces) + GAP * (len(pieces) - 1)

    def drawn(x: float, y: float, rails: list[str]) -> Iterator[Html]:
        for n, piece in enumerate(pieces):
            if n:
                rails.append(f"M{x:g} {y:g}h{GAP}")
                x += GAP
            yield from piece.drawn(x, y, rails)
            x += piece.width

    return _Piece(width, max(piece.up for piece in pieces), max(piece.down for piece in pieces), drawn)


def _either(pieces: list[_Piece]) -> _Piece:
    """Draw the first way along the line, the others below it."""
    inner = max(piece.width for piece in pieces)
    depths = [0.0]
    for above, piece in pairwise(pieces):
        depths.append(max(depths[-1] + above.down + BETWEEN + piece.up, 2 * BEND))

    def drawn(x: float, y: float, rails: list[str]) -> Iterator[Html]:
        for piece, depth in zip(pieces, depths, strict=True):
            left, right, at = x + 2 * BEND, x + 2 * BEND + piece.width, y + depth
            rest = inner - piece.width
            if depth:
                fall = depth - 2 * BEND
                rails.append(f"M{x:g} {y:g}{_DOWN}v{fall:g}{_OUT}M{right:g} {at:g}h{rest:g}{_IN}v{-fall:g}{_UP}")
            else:
                rails.append(f"M{x:g} {y:g}h{2 * BEND}M{right:g} {y:g}h{rest + 2 * BEND:g}")
            yield from piece.drawn(left, at, rails)

    return _Piece(inner + 4 * BEND, pieces[0].up, depths[-1] + pieces[-1].down, drawn)


def _many(piece: _Piece, between: _Piece, *, empty: bool) -> _Piece:
    """Draw the part along the line, and below it the way back with what stands between."""
    inner = max(piece.width, 0 if empty else between.width)
    depth = max(piece.down + BETWEEN + (4 if empty else between.up), 2 * BEND)
    return _Piece(
        inner + 4 * BEND,
        piece.up,
        depth + (6 if empty else between.down),
        partial(_loop, piece, None if empty else between, inner, depth),
    )


def _loop(
    piece: _Piece, between: _Piece | None, inner: float, depth: float, x: float, y: float, rails: list[str]
) -> Iterator[Html]:
    left, right, at, rise = x + 2 * BEND, x + 2 * BEND + inner, y + depth, depth - 2 * BEND
    rails.append(f"M{x:g} {y:g}h{2 * BEND}M{left + piece.width:g} {y:g}h{inner - piece.width + 2 * BEND:g}")
    yield from piece.drawn(left, y, rails)
    rails.append(f"M{right:g} {y:g}{_DOWN}v{rise:g}{_BACK}M{left:g} {at:g}{_HOME}v{-rise:g}{_UP}")
    if between is None:
        rails.append(f"M{left:g} {at:g}h{inner:g}")
        yield element("path", "", d=f"M{left + inner / 2 - 4:g} {at:g}l8-4v8z", class_="polc-arrow")
        return
    start = left + (inner - between.width) / 2
    rails.append(f"M{left:g} {at:g}H{start:g}M{start + between.width:g} {at:g}H{right:g}")
    yield element("path", "", d=f"M{left - 4:g} {at:g}l8-4v8z", class_="polc-arrow")
    yield from between.drawn(start, at, rails)

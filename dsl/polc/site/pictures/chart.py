"""A curve as SVG text: the award against one figure, ranges shaded, thresholds and the cap marked.

Colours and letters are the page's own (``currentColor``), so that it reads in light and dark and on paper.
Whoever does not see it has its title and description.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from polc.core.arithmetic import Number
from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.readers.prose import figures
from polc.readers.prose.wrapping import cells
from polc.site.markup import Html, element
from polc.site.pictures.curve import Curve, Point

WIDTH, HEIGHT = 460, 280
"""So that the letters can still be read where the picture is 320 px wide, on a phone."""
LEFT, RIGHT, TOP, BOTTOM = 92, 30, 28, 50
ROW = 17
"""How far down the second row of figures stands, for those that have no room in the first."""
_LETTER = 13
_CELL = 0.6
"""How wide a Latin letter is, of its height: none is taken for narrower than it is."""
_ROOM = {"x": 78, "y": 20}
"""How far apart figures on an axis stand at least."""

Across: TypeAlias = Callable[[int], float]
"""Where a figure stands, from the left."""
Up: TypeAlias = Callable[[Number], float]
"""Where an amount of 分 stands, from the top."""

TITLE = Words("{x}与应得", "the award against {x}")
ABOUT_AS_MUCH = Words("约{x}", "about {x}")
_DIGITS = 4
CAP = Words("上限 {x}", "cap {x}")
ABOUT = Words("{x}为{at}时，应得{y}", "where {x} is {at}: {y}")


def chart(drawn: Curve, name: str, kind: str, unit: str, language: Language) -> Html:
    """Return the picture of a curve; ``name``, ``kind`` and ``unit`` are those of its figure."""
    points = drawn.points
    far, most = points[-1].at, max(point.high for point in points)

    def x(at: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * at / far

    def y(fen: Number) -> float:
        return floor - (floor - TOP) * float(fen / most)

    def told(at: int) -> str:
        return figures.fact(at, kind, unit).in_(language)

    def tick(at: int) -> str:
        rough = _rough(at) if kind == "money" else at
        return told(at) if rough == at else ABOUT_AS_MUCH.fill(x=told(rough)).in_(language)

    def height(fen: Number) -> str:
        rough = _rough(int(fen))
        words = figures.amount(rough)
        return (words if rough == fen else ABOUT_AS_MUCH.fill(x=words)).in_(language)

    wanted = list({tick(at): (x(at), tick(at)) for at in reversed(_marks(drawn))}.values())[::-1]  # a bend may be two
    first = _chosen(wanted, _ROOM["x"])
    second = _chosen([each for each in wanted if each not in first], _ROOM["x"])  # a row further down
    floor = HEIGHT - BOTTOM - (ROW if second else 0)
    up = _chosen([(y(fen), height(fen)) for fen in _heights(drawn)], _ROOM["y"])
    about = ("；" if language == "zh" else "; ").join(
        ABOUT.fill(x=name, at=told(point.at), y=figures.award(point.low, point.high, opened=False)).in_(language)
        for point in points
        if not drawn.sampled
    )
    body: list[Html] = [
        element("title", TITLE.fill(x=name).in_(language)),
        element("desc", about),
        *(_line(LEFT, at, WIDTH - RIGHT, at, "polc-grid") for at, _ in up),
        *(_line(at, TOP, at, floor, "polc-grid") for at, _ in first),
        *(_line(at, TOP, at, floor + ROW, "polc-grid") for at, _ in second),
    ]
    if any(point.low != point.high for point in points):
        body.append(element("path", "", d=_area(points, x, y), class_="polc-range"))
    for piece in _pieces(drawn):
        body.append(element("path", "", d=_path([(x(p.at), y(p.high)) for p in piece]), class_="polc-line"))
        if any(point.low != point.high for point in piece):
            body.append(element("path", "", d=_path([(x(p.at), y(p.low)) for p in piece]), class_="polc-low"))
    body.extend(_jumps(drawn, x, y))
    if drawn.cap is not None:
        words = CAP.fill(x=figures.amount(drawn.cap)).in_(language)
        body.append(_text(WIDTH - RIGHT, y(drawn.cap) - 7, words, "end"))
    body.extend(
        (
            _line(LEFT, floor, WIDTH - RIGHT, floor, "polc-axis"),
            _line(LEFT, TOP, LEFT, floor, "polc-axis"),
        )
    )
    body.extend(_below(at, floor, words) for at, words in first)
    body.extend(_below(at, floor + ROW, words) for at, words in second)
    body.extend(_text(LEFT - 6, at + 4, words, "end") for at, words in up)
    body.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, name, "middle"))
    return element(
        "svg", body, viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=TITLE.fill(x=name).in_(language),
        class_="polc-chart", xmlns="http://www.w3.org/2000/svg", font_size=_LETTER, font_family="inherit",
    )  # fmt: skip


def _marks(drawn: Curve) -> list[int]:
    """Return the figures to write below: where it breaks or bends, and the ends; a jump is named by its round side."""
    found = [0, drawn.points[-1].at]
    for n, point in enumerate(drawn.points[1:-1], 1):
        after, before = n in drawn.breaks, n - 1 in drawn.breaks
        if after or before:
            pair = (point.at, drawn.points[n + 1].at if after else drawn.points[n - 1].at)
            found.append(max(pair, key=_roundness))
        else:
            near = [other.at for other in drawn.points if 0 < abs(other.at - point.at) == 1]
            found.append(max([point.at, *near], key=_roundness))
    return list(dict.fromkeys(found))


def _rough(fen: int) -> int:
    """Return an amount to four digits, where it has more: there is no room on an axis."""
    digits = len(str(fen)) - _DIGITS
    return fen if digits <= 0 else round(fen, -digits)


def _roundness(figure: int) -> int:
    return len(str(figure)) - len(str(figure).rstrip("0"))


def _heights(drawn: Curve) -> list[Number]:
    """Return the amounts to write at the side: nothing, the most, and those at which it rests."""
    most = max(point.high for point in drawn.points)
    found: list[Number] = [0, most]
    for here, after in zip(drawn.points, drawn.points[1:], strict=False):
        if here.high == after.high:
            found.append(here.high)
    return list(dict.fromkeys(found))


def _chosen(wanted: Iterable[tuple[float, str]], room: int) -> list[tuple[float, str]]:
    """Return those that have room, the ends first."""
    kept: list[tuple[float, str]] = []
    for at, words in wanted:
        if all(abs(at - other) >= room for other, _ in kept):
            kept.append((at, words))
    return kept


def _pieces(drawn: Curve) -> list[list[Point]]:
    pieces: list[list[Point]] = [[]]
    for n, point in enumerate(drawn.points):
        pieces[-1].append(point)
        if n in drawn.breaks:
            pieces.append([])
    return [piece for piece in pieces if piece]


def _jumps(drawn: Curve, x: Across, y: Up) -> list[Html]:
    found: list[Html] = []
    for n in sorted(drawn.breaks):
        before, after = drawn.points[n], drawn.points[n + 1]
        falls = after.high < before.high
        at = x(after.at)
        found.append(_line(at, y(before.high), at, y(after.high), "polc-fall" if falls else "polc-jump"))
    return found


def _area(points: Sequence[Point], x: Across, y: Up) -> str:
    there = [(x(p.at), y(p.high)) for p in points]
    back = [(x(p.at), y(p.low)) for p in reversed(points)]
    return _path([*there, *back]) + "Z"


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{across:.1f},{down:.1f}" for across, down in points)


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Html:
    return element("line", "", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", class_=kind)


def _below(at: float, floor: float, words: str) -> Html:
    """Return a figure below its place, or as far to the right as the picture goes."""
    y = floor + 18
    wide = cells(words) * _LETTER * _CELL
    return _text(WIDTH - 1, y, words, "end") if at + wide / 2 > WIDTH else _text(at, y, words, "middle")


def _text(x: float, y: float, words: str, anchor: str) -> Html:
    return element("text", words, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor)

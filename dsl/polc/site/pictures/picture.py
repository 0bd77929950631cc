"""The pictures of one part: its curve, and its years."""

from __future__ import annotations

from dataclasses import dataclass

from polc.diagnostics import Words
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.prose import figures
from polc.runs.telling import find_slot
from polc.site.markup import Html, element
from polc.site.options import Options
from polc.site.pictures.bars import bars
from polc.site.pictures.chart import chart
from polc.site.pictures.curve import SAMPLES, Curve, curve

CAPTION = Words("别的条件都符合时", "where every other condition is met")
ITEM = Words("，只有一个{x}", ", with one {x}")
RANGE = Words("阴影：主管部门可以定在其中任何一处", "shaded: the authority may settle on anything within it")
JUMP = Words("竖线：多一分就到下一档", "vertical: one more 分 reaches the next tier")
AWARD = Words("应得", "award")
LINES = 20
"""How many lines the table of a curve has that is drawn from samples."""
SAMPLED = Words("台阶太多，按点描出", "too many steps: drawn from samples")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG, what is said below it, and the same as figures: the head and rows of a table."""

    svg: Html
    caption: str = ""
    head: tuple[str, str] = ("", "")
    rows: tuple[tuple[str, str], ...] = ()


def picture(lowered: Lowered, plan: Plan, options: Options) -> list[Html]:
    """Return the pictures of a benefit, each with its caption; none where there is nothing to draw."""
    return [_framed(each.svg, each.caption) for each in drawings(lowered, plan, options)]


def drawings(lowered: Lowered, plan: Plan, options: Options) -> list[Drawing]:
    """Return what there is to draw of a benefit."""
    language = options.language
    found: list[Drawing] = []
    drawn = curve(lowered, plan) if plan.kind == "benefit" else None
    if drawn is not None:
        name, kind, unit = _figure(lowered, plan, drawn)
        caption = [CAPTION.in_(language) + (ITEM.fill(x=drawn.items).in_(language) if drawn.items else "")]
        if any(point.low != point.high for point in drawn.points):
            caption.append(RANGE.in_(language))
        if drawn.breaks:
            caption.append(JUMP.in_(language))
        if drawn.sampled:
            caption.append(SAMPLED.in_(language))
        rows = tuple(
            (
                figures.fact(point.at, kind, unit).in_(language),
                figures.award(point.low, point.high, opened=point.opened).in_(language),
            )
            for point in drawn.points[:: SAMPLES // LINES if drawn.sampled else 1]
        )
        svg = chart(drawn, name, kind, unit, language)
        found.append(
            Drawing(svg, ("；" if language == "zh" else "; ").join(caption), (name, AWARD.in_(language)), rows)
        )
    years = bars(lowered.terms(plan), language)
    if years is not None:
        found.append(Drawing(years))
    return found


def _framed(drawn: Html, caption: str) -> Html:
    return element("figure", [drawn, *([element("figcaption", caption)] if caption else [])], class_="polc-picture")


def _figure(lowered: Lowered, plan: Plan, drawn: Curve) -> tuple[str, str, str]:
    name = drawn.key.rpartition(".")[2]
    slot = find_slot(lowered, plan, name)
    return name, slot.kind if slot else "money", slot.unit if slot else ""

"""The pictures of one part: its curve, and its years."""

from __future__ import annotations

from dataclasses import dataclass

from polc.diagnostics import Words
from polc.model.policy import Terms
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.prose import figures
from polc.runs.telling import find_slot
from polc.site.markup import Html, element
from polc.site.options import Options
from polc.site.pictures.bars import bars, shared_base, year_of
from polc.site.pictures.chart import chart
from polc.site.pictures.curve import SAMPLES, Curve, curve

CAPTION = Words("别的条件都符合时", "where every other condition is met")
ITEM = Words("，按一个“{x}”算", ", with one “{x}”")
IN_YEAR = Words("画的是第{n}年", "drawn for year {n}")
INSTALMENTS = Words("分年兑付：每年付应得的百分之几", "paid over years: the share of the award in each")
BY_YEAR = Words("各年给多少", "what is paid in each year")
BY_YEAR_OF = Words("各年给“{x}”的百分之几", "the share of “{x}” that is paid in each year")
RANGE = Words("阴影：主管部门可以定在其中任何一处", "shaded: the authority may settle on anything within it")
JUMP = Words("竖线处：差一分，得的就差一截", "vertical: one 分 more or less changes the award at a stroke")
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
        year = year_of(lowered.terms(plan), drawn.points[1].high - drawn.points[0].high, drawn.points[1].at)
        if year is not None:
            caption.append(IN_YEAR.fill(n=str(year)).in_(language))
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
        found.append(Drawing(years, _of_years(lowered.terms(plan)).in_(language)))
    return found


def _of_years(terms: Terms) -> Words:
    if terms.payout is not None and terms.payout.value is not None and terms.payout.value.shares:
        return INSTALMENTS
    base = shared_base(terms)
    return BY_YEAR_OF.fill(x=base) if base else BY_YEAR


def _framed(drawn: Html, caption: str) -> Html:
    return element("figure", [drawn, *([element("figcaption", caption)] if caption else [])], class_="polc-picture")


def _figure(lowered: Lowered, plan: Plan, drawn: Curve) -> tuple[str, str, str]:
    name = drawn.key.rpartition(".")[2]
    slot = find_slot(lowered, plan, name)
    return name, slot.kind if slot else "money", slot.unit if slot else ""

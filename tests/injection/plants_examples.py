"""Defects of examples: what no row tries, and measures that no row of any kind holds down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures_of import money_in, sole
from plants_caps import _THRESHOLD, caps
from plants_tiers import cells, fixed
from registry import plants
from texts import Text

from polc.model.policy import Part


def tables(text: Text, part: Part) -> list[int]:
    """Return the lines of everything that a part shows by rows."""
    begins = (each for each in text.block(text.line(part.span)) if re.match(r"\s*(?:示例|情景) ", text.lines[each]))
    return [line for begin in begins for line in text.block(begin)]


def rows(text: Text, part: Part) -> list[int]:
    """Return the rows of the examples of a part, headings left out."""
    found: list[int] = []
    for table in part.tables:
        found += [line for each in table.rows if each.span and (line := text.line(each.span))]
    return found


def result(line: str) -> str:
    """Return the last cell of a row."""
    return line.rstrip().rstrip("|").rpartition("|")[2].strip()


@plants("benefit-without-example")
def a_benefit_without_rows(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        if benefit.tables:
            edit = text.edit(f"{benefit.name} 没有示例").drop(tables(text, benefit))
            yield edit.at(text.line(benefit.span)).done()


@plants("policy-without-example")
def no_rows_at_all(text: Text) -> Iterator[Text]:
    edit = text.edit("没有一个示例").at(text.line(text.model.span))
    for part in text.model.parts:
        edit.drop(tables(text, part))
    yield edit.done()


def simple(part: Part) -> bool:
    """Whether the rows of a part are examples of one column of results, none of items."""
    return bool(part.tables) and all(not table.scenario for table in part.tables)


@plants("bound-without-both-sides")
def nobody_below_the_threshold(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        bound = next(
            (each for each in text.block(text.line(benefit.span)) if _THRESHOLD.fullmatch(text.lines[each])), 0
        )
        every = rows(text, benefit)
        below = [line for line in every if result(text.lines[line]) == "0元"]
        if bound and simple(benefit) and below and len(below) < len(every) and not benefit.doubts:
            yield text.edit(f"{benefit.name} 没有差一点的示例").drop(below).at(bound).done()


@plants("cap-without-example")
def nobody_at_the_cap(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        mine, every = caps(text, benefit), rows(text, benefit)
        for _, line, value in mine[:1]:
            full = [each for each in every if (got := sole(result(text.lines[each]))) and got[1] == value]
            if simple(benefit) and full and len(full) < len(every) and len(mine) == 1 and not benefit.doubts:
                yield text.edit(f"{benefit.name} 没有封顶的示例").drop(full).at(line).done()


@plants("tier-without-example")
def nobody_on_a_tier(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        table = benefit.base.tiers
        every = rows(text, benefit)
        if table is None or table.value is None or not simple(benefit) or benefit.doubts:
            continue
        for tier in table.value.rows:
            line = text.line(tier.span) if tier.span else 0
            award = fixed(cells(text.lines[line])[1]) if line else None
            on = [
                each for each in every if award and (got := money_in(result(text.lines[each]))) and got[0][1] == award
            ]
            if award and on and len(on) < len(every):
                yield text.edit(f"{benefit.name} 一档没有示例").drop(on).at(line).done()

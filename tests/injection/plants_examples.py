"""Defects of examples: what no row tries, and measures that no row of any kind holds down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures_of import money_in, sole, written
from plants_caps import _THRESHOLD, caps, shares
from plants_tiers import cells, fixed
from registry import plants
from texts import Text

from polc.model.expressions import Open
from polc.model.policy import Part
from polc.passes.lower.group import members_of


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
    shown = {name for group in text.model.groups if group.tables for name in members_of(text.model, group)}
    while more := {n for g in text.model.groups if g.name in shown for n in members_of(text.model, g)} - shown:
        shown |= more
    for benefit in text.benefits:
        settled = benefit.base.pay is None or not isinstance(benefit.base.pay.value, Open)
        if settled and benefit.tables and benefit.name not in shown:  # the rows of a group show its members too
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


def plain_rows(text: Text) -> Iterator[tuple[str, int, list[str]]]:
    """Yield rows of one case each that pay something: of which benefit, the line, and the cells."""
    for benefit in text.benefits:
        for table in benefit.tables:
            lines = [text.line(each.span) if each.span else 0 for each in table.rows]
            heads = (
                [column.strip() for column in text.lines[lines[0] - 1].strip().strip("|").split("|")]
                if all(lines)
                else []
            )
            if table.scenario or not heads or heads[-1] != "应得" or {"案例", "年度", "日期", "单项"} & set(heads):
                continue
            for line in lines:
                row = [cell.strip() for cell in text.lines[line].strip().strip("|").split("|")]
                if sole(row[-1]) and row[-1] != "0元" and all(row):
                    yield benefit.name, line, row
                    break


@plants("example-contradicts-example")
def one_case_and_two_results(text: Text) -> Iterator[Text]:
    for name, line, row in plain_rows(text):
        new = f"      | {' | '.join([*row[:-1], '1元'])} |"
        yield text.edit(f"{name} 同一个情形两个数").after(line, new).at(line).done()


@plants("example-repeated")
def one_case_twice(text: Text) -> Iterator[Text]:
    for name, line, _ in plain_rows(text):
        yield text.edit(f"{name} 同一行写两遍").after(line, text.lines[line]).at(line).done()


@plants("example-outside-validity")
def paid_long_after_the_end(text: Text) -> Iterator[Text]:
    after = {benefit.name for benefit in text.benefits if benefit.base.run_off}
    for name, line, row in plain_rows(text):
        if name in after:
            continue  # it may well be paid after the end
        first = next((each for each in range(line, 0, -1) if text.lines[each].strip().startswith("示例")), 0)
        head = next(
            (text.lines[each] for each in range(line, first, -1) if re.search(r"应得 +\|", text.lines[each])), ""
        )
        if not head:
            continue
        given = [text.lines[each] for each in range(first, line) if text.lines[each].strip().startswith("假定")]
        columns = " | ".join(cell.strip() for cell in head.strip().strip("|").split("|"))
        new = ("    示例 以后的年份", *given, f"      | 年度 | {columns} |", f"      | 2045年 | {' | '.join(row)} |")
        yield text.edit(f"{name} 期满以后的示例").put(first, *new, text.lines[first]).done()


@plants("reading-without-example")
def a_third_reading_nobody_tried(text: Text) -> Iterator[Text]:
    for benefit, fact, _, _ in shares(text):
        mine, name = caps(text, benefit), benefit.name
        if len(mine) != 1 or len(benefit.base.caps) != 1 or benefit.doubts or not mine[0][0].period:
            continue
        _, line, value = mine[0]
        low, lower = (text.lines[line].replace(written(value), written(value / part)) for part in (2, 4))
        doubt = (
            f"    疑义 {name}封顶多少 “最高不超过”",
            f"      读法 {name}甲",
            f"      读法 {name}乙",
            f"    {low}",
            f"      读法 {name}丙",
            f"    {lower}",
            f"    示例 {name}两种读法",
            f"      | {fact} | 应得（{name}甲） | 应得（{name}乙） |",
            f"      | 9亿元 | {written(value)} | {written(value / 2)} |",
        )
        yield text.edit(f"{name} 一种读法没有示例").after(text.told(benefit), *doubt).done()

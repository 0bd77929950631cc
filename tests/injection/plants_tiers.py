"""Defects of tiers and bounds: overlaps, gaps, tiers hidden or swapped, cliffs, bounds that contradict themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from figures_of import money_in, written
from registry import plants
from texts import Text

from polc.model.policy import Benefit
from polc.model.values import Tiers


def tiered(text: Text, *modes: str) -> Iterator[tuple[Benefit, Tiers, list[int]]]:
    """Yield the benefits with tiers by one fact of money in some mode, with the line of each row."""
    money = {fact.name for subject in text.model.subjects for fact in subject.facts if fact.type.kind == "money"}
    for benefit in text.benefits:
        line = benefit.base.tiers
        if line is None or line.value is None or line.value.mode not in modes or len(line.value.by) != 1:
            continue
        rows = [text.line(row.span) if row.span else 0 for row in line.value.rows]
        if line.value.by[0].text in money and all(rows):
            yield benefit, line.value, rows


def cells(line: str) -> tuple[str, str]:
    """Return the test and the award of a row."""
    _, test, award, *_ = line.split("|")
    return test.strip(), award.strip()


def row(line: str, test: str, award: str) -> str:
    """Return a row with other cells."""
    return f"{line[: line.index('|')]}| {test} | {award} |"


def fixed(award: str) -> Decimal | None:
    """Return a sum of money that is all of an award."""
    found = money_in(award)
    return found[0][1] if len(found) == 1 and re.fullmatch(r"[\d.]+(?:亿|万)?元", award) else None


@plants("tier-overlap")
def both_bounds_take_the_number_in(text: Text) -> Iterator[Text]:
    for benefit, _, rows in tiered(text, "lookup"):
        for line, after in pairwise(rows):
            if "以上不满" in text.lines[line] and "以上" in text.lines[after]:
                test, award = cells(text.lines[line])
                new = row(text.lines[line], test.replace("不满", "") + "以下", award)
                yield text.edit(f"{benefit.name} 不满写成以下").put(line, new).at(after).done()


@plants("tier-overlap")
def a_tier_widened_by_one_unit(text: Text) -> Iterator[Text]:
    for benefit, _, rows in tiered(text, "lookup"):
        for line, after in pairwise(rows):
            test, award = cells(text.lines[line])
            figures = money_in(test)
            if len(figures) == 2 and "以上" in text.lines[after]:
                new = row(text.lines[line], test.replace(figures[1][0], written(figures[1][1] + 10_000)), award)
                yield text.edit(f"{benefit.name} 一档宽了1万元").put(line, new).at(after).done()


@plants("tier-gap")
def a_tier_that_begins_too_late(text: Text) -> Iterator[Text]:
    for benefit, _, rows in tiered(text, "lookup"):
        first = text.starting(benefit, "分档：")
        if any(cells(text.lines[each])[0] == "其他" for each in rows):
            continue
        for before, line in pairwise(rows):
            test, award = cells(text.lines[line])
            figures = money_in(test)
            if figures and "以上" in test:
                raised = written(figures[0][1] + (figures[0][1] // 5 // 10_000 * 10_000 or 10_000))
                new = row(text.lines[line], test.replace(figures[0][0], raised, 1), award)
                yield text.edit(f"{benefit.name} 一档晚了").put(line, new).at(first, before).done()


@plants("tier-unreachable")
def a_condition_above_the_lowest_tier(text: Text) -> Iterator[Text]:
    for benefit, tiers, rows in tiered(text, "lookup", "highest"):
        tests = [cells(text.lines[line])[0] for line in rows]
        bounds = [money_in(test)[0] for test in tests if money_in(test) and "不满 " not in test]
        if len(bounds) < 2 or tests[-1] == "其他":
            bounds = bounds[:-1] if len(bounds) > 2 else bounds
        fact, line = tiers.by[0].text, text.starting(benefit, "分档：")
        top = max(bounds, key=lambda each: each[1])[0] if len(bounds) > 1 else ""
        if top:
            new = (f"    条件：{fact} 达到 {top}", text.lines[line])
            yield text.edit(f"{benefit.name} 条件高过低档").put(line, *new).at(*rows).done()


@plants("tier-unreachable")
def a_wide_row_first(text: Text) -> Iterator[Text]:
    for benefit, _, rows in tiered(text, "lookup"):
        plain = [line for line in rows if cells(text.lines[line])[0] != "其他"]
        if len(plain) > 1 and cells(text.lines[plain[-1]])[0].endswith("以上"):
            test = money_in(cells(text.lines[plain[0]])[0])
            if test:
                head = f"{test[0][0]}以上"
                new = row(text.lines[plain[0]], head, cells(text.lines[plain[0]])[1])
                yield text.edit(f"{benefit.name} 第一档没有封口").put(plain[0], new).at(*plain).done()


@plants("tier-falls")
def two_awards_swapped(text: Text) -> Iterator[Text]:
    for benefit, _, rows in tiered(text, "lookup", "highest", "step_up"):
        for line, after in pairwise(rows):
            (test, award), (other, next_award) = cells(text.lines[line]), cells(text.lines[after])
            low, high = fixed(award), fixed(next_award)
            if low is not None and high is not None and low != high:
                edit = text.edit(f"{benefit.name} 两档的数写颠倒了")
                edit.put(line, row(text.lines[line], test, next_award))
                yield edit.put(after, row(text.lines[after], other, award)).done()


@plants("tier-falls")
def levels_swapped(text: Text) -> Iterator[Text]:
    levels = {fact.name for subject in text.model.subjects for fact in subject.facts if fact.type.kind == "level"}
    for benefit in text.benefits:
        line = benefit.base.tiers
        if line is None or line.value is None or len(line.value.by) != 1 or line.value.by[0].text not in levels:
            continue
        rows = [text.line(each.span) if each.span else 0 for each in line.value.rows]
        for one, other in pairwise(rows):
            if not one or not other:
                continue
            (test, award), (upper, next_award) = cells(text.lines[one]), cells(text.lines[other])
            low, high = fixed(award), fixed(next_award)
            if low is not None and high is not None and low != high and line.value.mode in ("step_up", "highest"):
                edit = text.edit(f"{benefit.name} 两级的数写颠倒了")
                edit.put(one, row(text.lines[one], test, next_award))
                yield edit.put(other, row(text.lines[other], upper, award)).done()


@plants("cliff")
def a_share_below_a_figure(text: Text) -> Iterator[Text]:
    for benefit, tiers, rows in tiered(text, "highest"):
        for line, after in pairwise(rows):
            (test, award), (upper, next_award) = cells(text.lines[line]), cells(text.lines[after])
            bound, high = money_in(upper), fixed(next_award)
            if bound and high and fixed(award) is not None and benefit.base.caps == ():
                percent = (high * 150 / bound[0][1]).quantize(Decimal("0.01"))
                if percent > 0:
                    new = row(text.lines[line], test, f"{tiers.by[0].text} × {percent}%")
                    yield text.edit(f"{benefit.name} 低档按比例，高档是数").put(line, new).at(after).done()


@plants("bound-contradiction")
def more_than_and_including(text: Text) -> Iterator[Text]:
    bound = re.compile(r"(达到|超过|不满) (\d[\d.]*(?:万元|亿元|元|%))")
    for benefit in text.benefits:
        line = text.starting(benefit, "条件：")
        found = bound.search(text.lines[line]) if line else None
        if found:
            yield text.edit(f"{benefit.name} 超过而含").sub(line, found.group(), f"超过 {found[2]}（含）").done()


@plants("bound-contradiction")
def reaching_and_below(text: Text) -> Iterator[Text]:
    bound = re.compile(r"达到 (\d[\d.]*(?:万元|亿元))")
    for benefit in text.benefits:
        line = text.starting(benefit, "条件：")
        found = bound.search(text.lines[line]) if line else None
        if found:
            yield text.edit(f"{benefit.name} 达到而以下").sub(line, found.group(), f"{found.group()}以下").done()


@plants("tier-contractible")
def a_tier_that_pays_like_the_one_below(text: Text) -> Iterator[Text]:
    for benefit, tiers, rows in tiered(text, "lookup", "highest"):
        plain = [line for line in rows if fixed(cells(text.lines[line])[1])]
        if len(plain) > 2 and not tiers.first_time:
            for line, after in pairwise(plain):
                new = row(text.lines[after], cells(text.lines[after])[0], cells(text.lines[line])[1])
                yield text.edit(f"{benefit.name} 两档一样").put(after, new).at(line).done()


@plants("pointless-tiers")
def tiers_that_all_pay_alike(text: Text) -> Iterator[Text]:
    for benefit, tiers, rows in tiered(text, "lookup", "highest"):
        plain = [line for line in rows if fixed(cells(text.lines[line])[1])]
        if len(plain) == len(rows) > 1 and not tiers.first_time:  # with 其他, they tell who is paid
            edit = text.edit(f"{benefit.name} 各档一样").at(text.starting(benefit, "分档："))
            for line in plain[1:]:
                edit.put(line, row(text.lines[line], cells(text.lines[line])[0], cells(text.lines[plain[0]])[1]))
            yield edit.done()


@plants("tier-overlap-harmless")
def alike_and_both_take_the_number_in(text: Text) -> Iterator[Text]:
    for benefit, _, rows in tiered(text, "lookup"):
        plain = [line for line in rows if fixed(cells(text.lines[line])[1])]
        for line, after in pairwise(plain):
            (test, award), (upper, _award) = cells(text.lines[line]), cells(text.lines[after])
            if "以上不满" in test and "以上" in upper and len(plain) > 2:
                edit = text.edit(f"{benefit.name} 两档一样而重叠")
                edit.put(line, row(text.lines[line], test.replace("不满", "") + "以下", award))
                yield edit.put(after, row(text.lines[after], upper, award)).done()


@plants("tier-subsumed")
def a_band_within_a_band(text: Text) -> Iterator[Text]:
    for benefit, _, rows in tiered(text, "lookup"):
        test, award = cells(text.lines[rows[0]])
        figures = money_in(test)
        if len(figures) == 2 and "以上不满" in test and figures[1][1] - figures[0][1] >= 40_000:
            inner = f"{written(figures[0][1] + 10_000)}以上不满{written(figures[1][1] - 10_000)}"
            new = row(text.lines[rows[0]], inner, award)
            yield text.edit(f"{benefit.name} 一档里面的一档").put(rows[0], new, text.lines[rows[0]]).done()

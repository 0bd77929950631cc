"""Defects of caps, floors, pools and incentives: caps that do not bind, cut or contradict, pools that cannot pay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from figures_of import RATE, money_in, sole, written
from plants_tiers import cells, fixed, row, tiered
from registry import plants
from texts import Text

from polc.model.policy import Benefit
from polc.model.values import Cap

_SHARE = re.compile(r"\s*标准：(\S+) × (最高 )?([\d.]+)%")
_THRESHOLD = re.compile(r"\s*条件：(\S+) 达到 (\S+元)")


def shares(text: Text) -> Iterator[tuple[Benefit, str, Decimal, int]]:
    """Yield the benefits that pay a share of one fact: its name, the share, and the line."""
    for benefit in text.benefits:
        line = text.starting(benefit, "标准：")
        found = _SHARE.fullmatch(text.lines[line]) if line else None
        if found:
            yield benefit, found[1], Decimal(found[3]) / 100, line


def threshold(text: Text, benefit: Benefit, fact: str) -> Decimal | None:
    """Return from which sum of a fact on a benefit is paid, where a 条件 of its own says so."""
    for number in text.block(text.line(benefit.span)):
        found = _THRESHOLD.fullmatch(text.lines[number])
        if found and found[1] == fact and money_in(found[2]):
            return money_in(found[2])[0][1]
    return None


def caps(text: Text, benefit: Benefit) -> list[tuple[Cap, int, Decimal]]:
    """Return the caps of a benefit that are one sum, each with its line."""
    found = []
    for cap in benefit.base.caps:
        line = text.line(cap.span)
        sum_of = sole(text.lines[line]) if line else None
        if isinstance(cap.value, Cap) and sum_of:
            found.append((cap.value, line, sum_of[1]))
    return found


def reward(text: Text, benefit: Benefit) -> tuple[int, Decimal] | None:
    """Return the line and the sum of a benefit that pays one figure."""
    line = text.starting(benefit, "标准：")
    value = fixed(text.lines[line].strip().removeprefix("标准：")) if line else None
    return (line, value) if value is not None else None


def funded(text: Text, name: str) -> bool:
    """Return whether a benefit, or a group around it, is paid from a pool."""
    parts = (*text.model.benefits, *text.model.groups)
    mine = next((part.base.from_pool for part in parts if part.name == name), None)
    around = [group.name for group in text.model.groups if name in {member.text for member in group.members.names}]
    everything = any(pool.base.over or not any(each.base.from_pool for each in parts) for pool in text.model.pools)
    return mine is not None or everything or any(funded(text, group) for group in around)


def payee(text: Text, benefit: Benefit) -> str:
    """Return who is paid, as 每 … names it."""
    line = text.starting(benefit, "领取人：") or text.starting(benefit, "支持对象：")
    return "每" + text.lines[line].partition("：")[2].removeprefix("未写，暂按 ").strip() if line else ""


@plants("cap-never-binds")
def a_cap_above_the_award(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        found = reward(text, benefit)
        if found and not benefit.base.caps and not benefit.base.times:
            line, value = found
            yield text.edit(f"{benefit.name} 碰不到的上限").after(line, f"    上限：每次 {written(value * 2)}").done()


@plants("cap-never-binds")
def a_cap_above_the_highest_tier(text: Text) -> Iterator[Text]:
    for benefit, _, rows in tiered(text, "lookup", "highest"):
        every = [fixed(cells(text.lines[line])[1]) for line in rows if cells(text.lines[line])[1] != "不奖"]
        most = max((each for each in every if each), default=None)
        if most and None not in every and not benefit.base.caps:
            yield (
                text.edit(f"{benefit.name} 碰不到的上限").after(rows[-1], f"    上限：每次 {written(most * 2)}").done()
            )


@plants("cap-always-binds")
def a_cap_below_the_share_of_the_threshold(text: Text) -> Iterator[Text]:
    for benefit, fact, share, _ in shares(text):
        least, mine = threshold(text, benefit, fact), caps(text, benefit)
        if least and len(mine) == 1 and not benefit.base.at_least:
            _, line, _ = mine[0]
            low = least * share / 2
            yield text.edit(f"{benefit.name} 上限太低").sub(line, sole(text.lines[line])[0], written(low)).done()  # type: ignore[index]


@plants("cap-always-binds")
def a_share_ten_times_too_great(text: Text) -> Iterator[Text]:
    for benefit, fact, share, line in shares(text):
        least, mine = threshold(text, benefit, fact), caps(text, benefit)
        if least and len(mine) == 1 and not benefit.base.at_least:
            more = int(mine[0][2] / least * 100) + 5
            if share * 100 < more <= 100:
                rate = RATE.search(text.lines[line])
                edit = text.edit(f"{benefit.name} 比例太高").sub(line, rate.group() if rate else "", f"{more}%")
                yield edit.at(mine[0][1]).done()


@plants("floor-above-cap")
def a_floor_above_the_cap(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        mine = caps(text, benefit)
        line = text.starting(benefit, "保底：")
        if line and mine and sole(text.lines[line]):
            new = written(mine[0][2] + 10_000)
            edit = text.edit(f"{benefit.name} 保底高于上限").sub(line, sole(text.lines[line])[0], new)  # type: ignore[index]
            yield edit.at(mine[0][1]).done()


@plants("floor-above-cap")
def a_cap_below_the_floor(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        mine, line = caps(text, benefit), text.starting(benefit, "保底：")
        floor = sole(text.lines[line]) if line else None
        if floor and len(mine) == 1:
            _, place, _ = mine[0]
            new = written(floor[1] - 10_000)
            edit = text.edit(f"{benefit.name} 上限低于保底").sub(place, sole(text.lines[place])[0], new)  # type: ignore[index]
            yield edit.at(line).done()


@plants("floor-above-cap")
def a_floor_added_above_the_cap(text: Text) -> Iterator[Text]:
    for benefit, _, _, line in shares(text):
        mine = caps(text, benefit)
        if mine and not text.starting(benefit, "保底："):
            new = written(max(each[2] for each in mine) + 10_000)
            edit = text.edit(f"{benefit.name} 添了高过上限的保底").after(line, f"    保底：{new}")
            yield edit.at(*(each[1] for each in mine)).done()


@plants("cap-inverted")
def two_caps_swapped(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        mine = caps(text, benefit)
        if len(mine) == 2 and mine[0][2] != mine[1][2]:
            (_, one, low), (_, other, high) = mine
            edit = text.edit(f"{benefit.name} 两个上限写颠倒了")
            edit.sub(one, sole(text.lines[one])[0], written(high))  # type: ignore[index]
            yield edit.sub(other, sole(text.lines[other])[0], written(low)).done()  # type: ignore[index]


@plants("cap-inverted")
def a_total_below_the_year(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        for cap, line, value in caps(text, benefit)[:1]:
            if cap.period == "yearly" and len(cap.keys) == len(benefit.base.caps) == 1:
                words = text.lines[line].replace("每年", "累计")
                new = words.replace(sole(words)[0], written(value - 10_000))  # type: ignore[index]
                yield text.edit(f"{benefit.name} 累计低于每年").after(line, new).at(line).done()


@plants("tier-above-cap")
def a_cap_below_the_highest_tier(text: Text) -> Iterator[Text]:
    for benefit, _, rows in tiered(text, "lookup", "highest"):
        every = sorted(each for line in rows if (each := fixed(cells(text.lines[line])[1])))
        if len(every) > 1 and not benefit.base.caps and every[-1] > every[-2]:
            new = f"    上限：每次 {written(every[-1] - 10_000)}"
            yield text.edit(f"{benefit.name} 上限低于高档").after(rows[-1], new).at(*rows).done()


@plants("tier-above-cap")
def a_cap_below_the_reward(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        found = reward(text, benefit)
        if found and not benefit.base.caps and found[1] > 10_000:
            line, value = found
            new = f"    上限：每次 {written(value - 10_000)}"
            yield text.edit(f"{benefit.name} 上限低于标准").after(line, new).at(line).done()


@plants("cap-not-multiple")
def a_total_of_two_and_a_half(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        found, per = reward(text, benefit), text.starting(benefit, "享受：")
        if found and per and not benefit.base.caps and not benefit.base.times and text.lines[per].endswith(" 每年"):
            edit = text.edit(f"{benefit.name} 累计不是整数倍")
            yield edit.after(found[0], f"    上限：{payee(text, benefit)} 累计 {written(found[1] * 5 / 2)}").done()


@plants("cap-not-multiple")
def once_made_yearly_with_a_total(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        found, per = reward(text, benefit), text.starting(benefit, "享受：")
        if found and per and not benefit.base.caps and not benefit.base.times and text.lines[per].endswith(" 一次"):
            edit = text.edit(f"{benefit.name} 每年一次，累计不是整数倍").sub(per, " 一次", " 每年")
            yield edit.after(found[0], f"    上限：{payee(text, benefit)} 累计 {written(found[1] * 5 / 2)}").done()


@plants("uncapped")
def the_cap_left_out(text: Text) -> Iterator[Text]:
    for benefit, _, _, line in shares(text):
        mine = caps(text, benefit)
        if mine and len(mine) == len(benefit.base.caps) and not funded(text, benefit.name):
            yield text.edit(f"{benefit.name} 漏了上限").drop(each[1] for each in mine).at(line).done()


@plants("award-exceeds-base")
def more_than_is_spent(text: Text) -> Iterator[Text]:
    for benefit, fact, _, line in shares(text):
        least, mine = threshold(text, benefit, fact) or Decimal(0), caps(text, benefit)
        rate = RATE.search(text.lines[line])
        if rate and all(each[2] > least for each in mine):
            yield text.edit(f"{benefit.name} 比例过了100%").sub(line, rate.group(), "120%").done()


@plants("award-exceeds-base")
def a_floor_above_the_threshold(text: Text) -> Iterator[Text]:
    for benefit, fact, share, line in shares(text):
        least, mine = threshold(text, benefit, fact), caps(text, benefit)
        if share < 1 and mine and not text.starting(benefit, "保底："):
            most = min(each[2] for each in mine)
            if least is None or least < most - 10_000:
                new = written(most - 10_000)
                yield text.edit(f"{benefit.name} 保底高过支出").after(line, f"    保底：{new}").done()


@plants("ensure-refuted")
def a_promise_that_does_not_hold(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        mine, line = caps(text, benefit), text.starting(benefit, "标准：")
        if line and len(mine) == 1 and mine[0][0].period != "to_date":
            new = f"    应成立：应得 不超过 {written(mine[0][2] / 2)}"
            yield text.edit(f"{benefit.name} 应成立的不成立").after(line, new).done()
        elif line and (found := reward(text, benefit)) and not mine:
            new = f"    应成立：应得 不超过 {written(found[1] - 10_000)}"
            yield text.edit(f"{benefit.name} 应成立的不成立").after(line, new).done()


@plants("pool-too-small")
def a_pool_below_one_award(text: Text) -> Iterator[Text]:
    for pool in text.model.pools:
        line = text.line(pool.span)
        drawn = [each for each in text.benefits if (p := each.base.from_pool) and p.value and p.value.text == pool.name]
        most = [each[1] for benefit in drawn if (each := reward(text, benefit))]
        most += [min(each[2] for each in mine) for benefit in drawn if (mine := caps(text, benefit))]
        figure = sole(text.lines[line]) if line else None
        if most and figure:
            new = written(max(most) - 10_000)
            yield text.edit(f"{pool.name} 不够一份").sub(line, figure[0], new).done()


@plants("pool-too-small")
def a_pool_below_its_places(text: Text) -> Iterator[Text]:
    for pool in text.model.pools:
        line = text.line(pool.span)
        figure = sole(text.lines[line]) if line else None
        for benefit in text.benefits:
            mine, places = benefit.base.from_pool, text.starting(benefit, "名额：")
            found = reward(text, benefit)
            number = re.search(r"(\d+)家", text.lines[places]) if places else None
            if figure and found and number and mine and mine.value and mine.value.text == pool.name:
                more = int(figure[1] / found[1]) + 1
                edit = text.edit(f"{benefit.name} 名额太多").sub(places, number.group(), f"{more}家")
                yield edit.at(line).done()


@plants("pool-lasts")
def places_left_out(text: Text) -> Iterator[Text]:
    for pool in text.model.pools:
        line = text.line(pool.span)
        for benefit in text.benefits:
            mine, places = benefit.base.from_pool, text.starting(benefit, "名额：")
            if places and mine and mine.value and mine.value.text == pool.name:
                yield text.edit(f"{benefit.name} 没有名额").drop([places]).at(line).done()


@plants("pool-lasts")
def a_pool_for_a_few(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        found, line = reward(text, benefit), text.line(benefit.span)
        if found and not benefit.base.from_pool and not benefit.base.quota:
            edit = text.edit(f"{benefit.name} 从小池子出").after(found[0], f"    出自：{benefit.name}资金")
            pool = (f"  资金池 {benefit.name}资金：每年 {written(found[1] * 7)}", "    超出：按比例折算", "")
            yield edit.put(line, *pool, text.lines[line]).done()


@plants("pool-overflow-unstated")
def what_then_left_out(text: Text) -> Iterator[Text]:
    for pool in text.model.pools:
        line, excess = text.line(pool.span), text.starting(pool, "超出：")
        if excess and "未写" not in text.lines[excess]:
            yield text.edit(f"{pool.name} 没有写超出").drop([excess]).at(line).done()


@plants("pool-overflow-unstated")
def a_pool_without_a_word(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        found, line = reward(text, benefit), text.line(benefit.span)
        if found and not benefit.base.from_pool:
            edit = text.edit(f"{benefit.name} 从新池子出").after(found[0], f"    出自：{benefit.name}资金")
            pool = (f"  资金池 {benefit.name}资金：每年 {written(found[1] * 200)}", "")
            yield edit.put(line, *pool, text.lines[line]).done()


@plants("pools-exceed-parent")
def two_parts_more_than_the_whole(text: Text) -> Iterator[Text]:
    for pool in text.model.pools:
        line = text.line(pool.span)
        figure = sole(text.lines[line]) if line else None
        if figure:
            new: list[str] = []
            for part in ("甲", "乙"):
                new += [
                    "",
                    f"  资金池 {pool.name}{part}部分：每年 {written(figure[1] * 6 / 10)}",
                    "    超出：按比例折算",
                ]
                new += [f"    出自：{pool.name}"]
            last = text.block(line)[-1]
            yield text.edit(f"{pool.name} 两部分超过总额").after(last, *new).at(line).done()


@plants("quota-without-selection")
def who_is_chosen_left_out(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        line = text.starting(benefit, "名额：")
        if line and "，按 " in text.lines[line]:
            edit = text.edit(f"{benefit.name} 名额给谁没有写").put(line, text.lines[line].partition("，按 ")[0])
            for number in text.block(text.line(benefit.span)):
                found = re.search(r"[，,]按[^，,。”]*(?:高到低|先后)[^，,。”]*", text.lines[number])
                if text.lines[number].strip().startswith("原文：") and found:
                    edit.quoted(number, found.group(), "")
            yield edit.done()


@plants("quota-without-selection")
def places_without_a_choice(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        found, block = reward(text, benefit), text.block(text.line(benefit.span))
        chosen = re.compile("择优|遴选|评选|评审|评定|评比|竞争|排名|排序|先后|先到|从高到低|由高到低|选拔|抽签|摇号")
        if found and not benefit.base.quota and not any(chosen.search(text.lines[each]) for each in block):
            yield text.edit(f"{benefit.name} 只写名额").after(found[0], "    名额：每年 5家").done()


@plants("rounding-unstated")
def where_fractions_go_left_out(text: Text) -> Iterator[Text]:
    said = re.compile("四舍五入|舍去|精确到|元为单位|取整：")
    edit = text.edit("没有写取整").at(text.line(text.model.span))
    for number, line in enumerate(text.lines):
        words = line.strip()
        if words.startswith("取整："):
            edit.drop([number])
        elif words.startswith("原文：“") and said.search(words):
            edit.quoted(number, words[4:-1], "其他事项按有关规定办理")
    rated = any(shares(text))
    if rated and edit.lines and not any(said.search(line) for n, line in enumerate(text.lines) if n not in edit.lines):
        yield edit.done()


@plants("cap-scope-unstated")
def a_cap_of_so_much(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        per = text.starting(benefit, "享受：")
        for cap, line, value in caps(text, benefit):
            if cap.period == "yearly" and per and "一次" not in text.lines[per]:
                yield text.edit(f"{benefit.name} 上限没有写管谁").put(line, f"    上限：{written(value)}").done()


@plants("pool-versus-guarantee")
def paid_in_full_and_from_a_fixed_sum(text: Text) -> Iterator[Text]:
    drawn = {
        each.base.from_pool.value.text for each in text.benefits if each.base.from_pool and each.base.from_pool.value
    }
    for pool in text.model.pools:
        line = text.line(pool.span)
        if line and pool.name in drawn:
            said = f"{pool.name}由财政足额保障"
            edit = text.edit(f"{pool.name} 又说足额").put(
                line, "  宣示 资金保障", f"    原文：“{said}”", "", text.lines[line]
            )
            edit.official = text.official.rstrip("\n") + f"{said}。\n"
            yield edit.at(line).done()


@plants("award-exceeds-trigger")
def a_reward_above_what_brings_it(text: Text) -> Iterator[Text]:
    for benefit, fact, _, line in shares(text):
        least = threshold(text, benefit, fact)
        if least and not text.starting(benefit, "保底："):
            edit = text.edit(f"{benefit.name} 奖的比门槛多").put(line, f"    标准：{written(least * 2)}")
            first = next(each for each in text.block(text.line(benefit.span)) if _THRESHOLD.fullmatch(text.lines[each]))
            yield edit.drop(text.line(cap.span) for cap in benefit.base.caps).at(first).done()


@plants("award-exceeds-trigger")
def a_tier_that_pays_more_than_its_bound(text: Text) -> Iterator[Text]:
    for benefit, _, rows in tiered(text, "lookup", "highest"):
        for line in rows[:1]:
            test, award = cells(text.lines[line])
            bound, paid = money_in(test), fixed(award)
            if bound and paid and not benefit.base.caps and not test.startswith(("不满", "不超过")):
                new = row(text.lines[line], test, written(bound[0][1] + 10_000))
                yield text.edit(f"{benefit.name} 一档奖的比门槛多").put(line, new).done()


def items(text: Text) -> Iterator[tuple[Benefit, str, int, list[int]]]:
    """Yield the benefits that pay a share of a fact of things a firm may have several of, and the lines of their caps."""
    owned = {subject.name for subject in text.model.subjects if subject.owners}
    for benefit, fact, _, line in shares(text):
        subject = benefit.base.subject
        if subject and subject.value and subject.value.text in owned:
            yield benefit, fact, line, [text.line(cap.span) for cap in benefit.base.caps]


def of_one_item(benefit: Benefit) -> bool:
    """Return whether every item is paid by itself: the payee is not, nor the place where several of them happen."""
    kind = benefit.base.subject.value if benefit.base.subject else None
    per = benefit.base.per.value if benefit.base.per else None
    own = kind is not None and per is not None and any(key.text.endswith(kind.text) for key in per.keys)
    # what stands on another splits with that, what has places is not given for every item, and what is paid year by year is not one sum that could be split
    return (
        own and not benefit.base.quota and not benefit.base.on_top_of and per is not None and per.frequency != "yearly"
    )


@plants("splitting-pays")
def a_reward_for_every_deal(text: Text) -> Iterator[Text]:
    for benefit, fact, line, bounds in items(text):
        if not of_one_item(benefit):
            continue
        edit = text.edit(f"{benefit.name} 每件给一样多").drop(bounds).at(text.starting(benefit, "分档："))
        rounding = text.starting(benefit, "取整：")
        edit.drop([rounding] if rounding else [])
        yield edit.put(line, f"    条件：{fact} 达到 30万元", "    标准：2万元").done()


@plants("splitting-pays")
def a_floor_for_every_deal(text: Text) -> Iterator[Text]:
    for benefit, fact, line, _ in items(text):
        if (
            of_one_item(benefit)
            and not text.starting(benefit, "保底：")
            and not benefit.doubts
            and not benefit.base.when[1:]
        ):
            new = (f"    条件：{fact} 达到 1万元", text.lines[line], "    保底：5000元")
            yield text.edit(f"{benefit.name} 每件保底").put(line, *new).done()


@plants("merging-pays")
def small_ones_are_not_paid(text: Text) -> Iterator[Text]:
    for benefit, _, line, _ in items(text):
        if not benefit.base.minimum:
            yield text.edit(f"{benefit.name} 零星的不发").after(line, "    不足不发：1万元").done()


def stated(text: Text, benefit: Benefit, words: str) -> bool:
    """Return whether a quoted sentence of a benefit has these words, once, and no （含） or 以上 behind them."""
    quotes = [text.lines[n] for n in text.block(text.line(benefit.span)) if text.lines[n].strip().startswith("原文：")]
    found = [quote[match.end() :] for quote in quotes for match in re.finditer(re.escape(words), quote)]
    return len(found) == 1 and not re.match(r"[0-9（(]|及?以[上下内]", found[0])


@plants("up-to-mismatch")
def at_most_where_the_text_is_exact(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        found = reward(text, benefit)
        if found is None or "：最高" in text.lines[found[0]]:
            continue
        line, words = found[0], text.lines[found[0]].strip().removeprefix("标准：")
        if any(stated(text, benefit, said + words) for said in ("给予", "奖励", "补助")):
            yield text.edit(f"{benefit.name} 多了最高").put(line, f"    标准：最高 {words}").done()


@plants("bound-mismatch")
def above_where_the_text_says_reaches(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        for line in text.block(text.line(benefit.span)):
            found = _THRESHOLD.fullmatch(text.lines[line])
            if found and any(stated(text, benefit, said + found[2]) for said in ("达到", "不低于", "不少于")):
                changed = text.lines[line].replace(" 达到 ", " 超过 ")
                yield text.edit(f"{benefit.name} 达到写成超过").put(line, changed).done()

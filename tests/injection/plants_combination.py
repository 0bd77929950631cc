"""Defects of combination: what is added where the highest is paid, choices nobody makes, benefits never chosen, doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from figures_of import money_in, written
from plants_caps import caps, payee, reward, shares, threshold
from plants_structure import quotes_of
from registry import plants
from texts import Text

from polc.model.policy import Benefit, Group


def pairs(text: Text, *modes: str) -> Iterator[tuple[Group, list[Benefit], int]]:
    """Yield the groups of two benefits or more in some mode, with the line that says how."""
    by_name = {benefit.name: benefit for benefit in text.benefits}
    for group in text.model.groups:
        line = text.starting(group, "方式：")
        how = group.base.how
        members = [by_name[name.text] for name in group.members.names if name.text in by_name]
        if line and how and how.value and how.value.mode in modes and len(members) == len(group.members.names) > 1:
            yield group, members, line


@plants("stacking-versus-highest")
def once_more_in_the_text(text: Text) -> Iterator[Text]:
    for group, members, how in pairs(text, "highest"):
        for member in members:
            for line in quotes_of(text, member):
                if "给予" in text.lines[line] and "再给予" not in text.lines[line]:
                    edit = text.edit(f"{member.name} 再给予").quoted(line, "给予", "再给予")
                    yield edit.at(how, text.line(group.span), text.line(member.span)).done()
                    break


@plants("stacking-versus-highest")
def added_within_the_highest(text: Text) -> Iterator[Text]:
    for group, members, how in pairs(text, "highest"):
        if len(members) == 2:
            line = text.line(group.span)
            one, other = members
            new = (f"  组 {one.name}合计：{one.name}、{other.name}", "    方式：叠加", "")
            words = text.lines[line].replace(f"{one.name}、{other.name}", f"{one.name}合计")
            extra = next(
                (each.name for each in text.benefits if each not in members and each.base.subject == one.base.subject),
                "",
            )
            if extra and words != text.lines[line]:
                edit = text.edit(f"{group.name} 里面又写叠加").put(line, *new, f"{words}、{extra}")
                yield edit.at(how).done()


@plants("cap-presumes-stacking")
def a_cap_only_a_sum_reaches(text: Text) -> Iterator[Text]:
    for group, members, how in pairs(text, "highest"):
        most = [
            found[1] if (found := reward(text, each)) else max((c[2] for c in caps(text, each)), default=None)
            for each in members
        ]
        sums = [each for each in most if each is not None]
        together = "期间" not in text.lines[how]  # within a year a lower one may be paid first, and the higher then
        if together and len(sums) == len(members) and group.base.caps == () and sum(sums) > max(sums):
            middle = max(sums) + (sum(sums) - max(sums)) / 2
            new = f"    上限：{payee(text, members[0])} 每年 {written(middle)}"
            yield text.edit(f"{group.name} 照着相加封顶").after(how, new).done()


@plants("cap-cuts-promise")
def a_joint_cap_below_the_sum(text: Text) -> Iterator[Text]:
    for group, members, how in pairs(text, "add"):
        most = [
            found[1] if (found := reward(text, each)) else min((c[2] for c in caps(text, each)), default=None)
            for each in members
        ]
        sums = [each for each in most if each is not None]
        if len(sums) == len(members) == 2 and group.base.caps == ():
            middle = max(sums) + min(sums) / 2
            new = f"    上限：{payee(text, members[0])} 每年 {written(middle)}"
            yield text.edit(f"{group.name} 总上限小于两项之和").after(how, new).done()


@plants("small-award-forfeits-large")
def nothing_for_who_had_something_elsewhere(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        found, line = reward(text, benefit), text.line(benefit.span)
        subject = text.starting(benefit, "支持对象：")
        if found and subject and not benefit.base.excluded:
            edit = text.edit(f"{benefit.name} 别处得过就不给").put(
                line, f"  外部 上级{benefit.name}：金额", "", text.lines[line]
            )
            yield edit.after(subject, f"    不予支持：上级{benefit.name} 超过 0元").done()


@plants("undecided-choice")
def who_chooses_left_out(text: Text) -> Iterator[Text]:
    chosen = re.compile(r"[，,]?由(?:企业|单位|申报主体)[^，,。”]*选择(?:其中一项|其一|享受)?")
    for group, _, how in pairs(text, "choose"):
        for line in text.block(text.line(group.span)):
            found = chosen.search(text.lines[line])
            if found and text.lines[line].strip().startswith("原文："):
                yield (
                    text.edit(f"{group.name} 没有说由谁选")
                    .quoted(line, found.group(), "，只能享受其中一项")
                    .at(how)
                    .done()
                )


@plants("undecided-choice")
def one_of_two_only(text: Text) -> Iterator[Text]:
    for group, members, how in pairs(text, "highest", "add"):
        for line in text.block(text.line(group.span)):
            words = text.lines[line].strip()
            if words.startswith("原文：“") and len(members) == 2 and reward(text, members[1]) and not group.tables:
                edit = text.edit(f"{group.name} 改成择一").put(
                    how, re.sub("就高|叠加", "择一", text.lines[how].partition("，期间")[0])
                )
                for each in text.block(text.line(group.span)):
                    if text.lines[each].strip().startswith("例外依据"):
                        edit.drop([each])
                yield (
                    edit.quoted(line, words[4:-1], "同一企业只能享受本条两项中的一项")
                    .at(how, text.line(group.span))
                    .done()
                )


@plants("dead-exclusivity")
def conditions_that_exclude_one_another(text: Text) -> Iterator[Text]:
    for group, members, how in pairs(text, "choose"):
        one, other = members[:2]
        when = text.starting(other, "条件：")
        truth = text.lines[when].strip().removeprefix("条件：") if when else ""
        first = text.starting(one, "条件：") or text.starting(one, "支持对象：")
        if truth and " " not in truth and len(members) == 2:
            edit = text.edit(f"{group.name} 两项不会碰到一起").after(first, f"    条件：非 {truth}")
            yield edit.at(how, text.line(group.span)).done()


@plants("dominated-benefit")
def a_member_always_below_another(text: Text) -> Iterator[Text]:
    for group, members, how in pairs(text, "highest"):
        for one in members:
            for other in members:
                share = next(((fact, least) for each, fact, rate, _ in shares(text) if each is one
                              and (least := threshold(text, each, fact)) and least * rate > 20_000), None)  # fmt: skip
                found = reward(text, other)
                if share and found and one is not other:
                    edit = text.edit(f"{other.name} 总比 {one.name} 少").put(found[0], "    标准：1万元")
                    edit.after(text.starting(other, "支持对象："), f"    条件：{share[0]} 达到 {written(share[1])}")
                    yield edit.at(text.line(other.span), how, text.line(group.span)).done()


@plants("paid-twice")
def the_same_sum_again(text: Text) -> Iterator[Text]:
    said = re.compile("同时享受|不重复|重复享受|就高|择优|从优|从高|叠加|兼得")
    of_groups = {text.line(quote.span) for group in text.model.groups for quote in group.quotes}
    if any(said.search(line) for number, line in enumerate(text.lines) if "“" in line and number not in of_groups):
        return
    for benefit, fact, _, line in shares(text):
        block = text.block(text.line(benefit.span))
        new = [
            "", f"  奖补 {benefit.name}（再补）", text.lines[text.starting(benefit, "支持对象：")],
            *([text.lines[text.starting(benefit, "领取人：")]] if text.starting(benefit, "领取人：") else []),
            text.lines[text.starting(benefit, "享受：")], f"    标准：{fact} × 3%", "    上限：每次 7万元",
        ]  # fmt: skip
        new[1] = f"  奖补 另一项{benefit.name}"
        yield text.edit(f"{benefit.name} 同一笔钱再补").after(block[-1], *new).at(line).done()


@plants("readings-agree")
def a_doubt_about_nothing(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        for cap, line, _ in caps(text, benefit)[:1]:
            name = benefit.name
            if len(benefit.base.caps) == 1 and not benefit.doubts and cap.period:
                new = (
                    f"    疑义 {name}的上限 “最高不超过”",
                    f"      读法 {name}照写",
                    f"      读法 {name}另读",
                    f"    {text.lines[line]}",
                )
                yield text.edit(f"{name} 两种读法一样").after(text.told(benefit), *new).done()


@plants("readings-differ")
def a_doubt_without_an_example(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        for cap, line, value in caps(text, benefit)[:1]:
            name = benefit.name
            if len(benefit.base.caps) == 1 and cap.period:
                half = text.lines[line].replace(money_in(text.lines[line])[-1][0], written(value / 2))
                new = (
                    f"    疑义 {name}封顶多少 “最高不超过”",
                    f"      读法 {name}高的",
                    f"      读法 {name}低的",
                    f"    {half}",
                )
                yield text.edit(f"{name} 两种读法不同").after(text.told(benefit), *new).done()


@plants("one-sided-exclusivity")
def refused_to_one_side_only(text: Text) -> Iterator[Text]:
    joined = {
        (one.name, other.name)
        for _, members, _ in pairs(text, "highest", "choose", "replace")
        for one in members
        for other in members
    }
    every = [
        each
        for each in text.benefits
        if text.starting(each, "支持对象：") and each.base.subject and each.base.subject.value
    ]
    for one, other in pairwise(every):
        same = one.base.subject and other.base.subject and one.base.subject.value == other.base.subject.value
        if same and (one.name, other.name) not in joined and not other.base.excluded and not text.model.groups:
            line = text.starting(other, "支持对象：")
            edit = text.edit(f"得过{one.name}的不给{other.name}").after(line, f"    不予支持：已领 {one.name} 超过 0元")
            yield edit.at(text.line(one.span)).done()


@plants("fair-competition-review")
def only_for_firms_registered_here(text: Text) -> Iterator[Text]:
    subjects = {subject.name: text.line(subject.span) for subject in text.model.subjects if not subject.owners}
    standing = [text.line(each.place.span) for each in text.found if each.rule.name == "fair-competition-review"]
    for benefit in text.benefits:
        name = benefit.base.subject.value.text if benefit.base.subject and benefit.base.subject.value else ""
        line, declared = text.starting(benefit, "支持对象："), subjects.get(name, 0)
        for quote in quotes_of(text, benefit)[:1]:
            if declared and line and "的企业" in text.lines[quote]:
                edit = text.edit(f"{benefit.name} 只给本地企业").after(declared, "  在本市登记注册：是否")
                edit.after(line, "    条件：在本市登记注册").quoted(quote, "的企业", "、在本市登记注册的企业")
                yield edit.at(*standing).done()


@plants("barred-by-own-award")
def the_award_of_the_same_run_asked_for(text: Text) -> Iterator[Text]:
    for one, other in pairwise(text.benefits):
        line = text.starting(other, "支持对象：")
        if line and one.base.subject == other.base.subject:
            edit = text.edit(f"{other.name} 看 {one.name} 这一回的数")
            yield edit.after(line, f"    不予支持：{one.name} 超过 0元").done()


@plants("never-eligible")
def conditions_that_nobody_meets(text: Text) -> Iterator[Text]:
    for benefit, fact, _, line in shares(text):
        least = threshold(text, benefit, fact)
        if least:
            first = next(
                each
                for each in text.block(text.line(benefit.span))
                if fact in text.lines[each] and "条件：" in text.lines[each]
            )
            edit = text.edit(f"{benefit.name} 谁也不够条件").after(first, f"    条件：{fact} 不满 {written(least / 2)}")
            yield edit.at(line, text.line(benefit.span)).done()

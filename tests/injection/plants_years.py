"""Defects that only several years show: a tier that cannot be risen from, a year that two years evade."""

from __future__ import annotations

from collections.abc import Iterator

from plants_combination import pairs
from plants_tiers import tiered
from registry import plants
from texts import Text


@plants("order-matters")
def each_tier_once_becomes_once(text: Text) -> Iterator[Text]:
    for benefit, _, rows in tiered(text, "highest", "lookup"):
        per, tiers = text.starting(benefit, "享受："), text.starting(benefit, "分档：")
        if per and tiers and len(rows) > 1 and "每档 一次" in text.lines[per]:
            yield text.edit(f"{benefit.name} 不分档只给一次").sub(per, "每档 一次", "一次").at(tiers).done()


@plants("order-matters")
def the_difference_is_not_made_up(text: Text) -> Iterator[Text]:
    for benefit, _, _ in tiered(text, "step_up"):
        tiers, subject = text.starting(benefit, "分档："), text.starting(benefit, "支持对象：")
        if tiers and subject and not text.starting(benefit, "享受："):
            kind = text.lines[subject].strip().removeprefix("支持对象：")
            edit = text.edit(f"{benefit.name} 升级不补").after(subject, f"    享受：每家{kind} 一次")
            yield edit.sub(tiers, "晋级补差", "取高档").done()


@plants("split-evades")
def the_highest_of_one_year_only(text: Text) -> Iterator[Text]:
    for group, members, how in pairs(text, "highest"):
        lines = [text.starting(member, "享受：") for member in members]
        if "期间" not in text.lines[how] and all(lines) and not group.base.caps:
            edit = text.edit(f"{group.name} 只管同一年").put(how, f"{text.lines[how]}，期间 当年")
            for line in lines:
                if text.lines[line].endswith("每年"):
                    edit.sub(line, "每年", "一次")
            yield edit.at(how).done()

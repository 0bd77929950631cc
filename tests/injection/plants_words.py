"""Defects of wording: what the text leaves unsaid, and words that decide and that nothing defines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plants_caps import items
from plants_structure import quotes_of
from plants_tiers import tiered
from registry import plants
from texts import Edit, Text

from polc.model.policy import Benefit


def reworded(edit: Edit, lines: list[int], old: str, new: str) -> Edit:
    """Change words of some quotations by a pattern, in the file and in the official text."""
    for line in lines:
        quote = edit.text.lines[line]
        words = quote[quote.index("“") + 1 : quote.rindex("”")]
        changed = re.sub(old, new, words)
        if changed != words:
            edit.quoted(line, words, changed)
    return edit


def whole(text: Text, benefit: Benefit) -> list[int]:
    """Return the lines that quote the text for a benefit, where all of them stand on one line and nobody shares them."""
    lines = quotes_of(text, benefit)
    return lines if lines and len(lines) == len(benefit.quotes) else []


@plants("criterion-vague")
def by_an_assessment(text: Text) -> Iterator[Text]:
    ruled = re.compile("得分|评分|分值|分数|打分|排名|排序|由高到低|从高到低|评审|认定(?:办法|标准)|《|另行制定|具体")
    for benefit in text.benefits:
        for line in whole(text, benefit)[:1]:
            if re.search("的企业，(?:每年)?(?:分别)?给予", text.lines[line]) and not ruled.search(text.lines[line]):
                edit = text.edit(f"{benefit.name} 经综合评定").at(text.line(text.model.span))
                yield reworded(edit, [line], "的企业，", "的企业，经综合评定后").done()


@plants("cites-missing-clause")
def save_for_a_clause_that_was_dropped(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        for line in whole(text, benefit)[:1]:
            if text.lines[line].rstrip().endswith("”") and "给予" in text.lines[line]:
                edit = text.edit(f"{benefit.name} 提到第九十七条").at(line)
                yield reworded(edit, [line], "$", "，本措施第九十七条规定的除外").done()


@plants("first-time-missing")
def for_the_first_time(text: Text) -> Iterator[Text]:
    told = re.compile("首|初次|新|此前最高")
    for benefit in text.benefits:
        lines = text.block(text.line(benefit.span))
        for line in whole(text, benefit)[:1]:
            alone = sum(text.lines[line].strip() in other for other in text.lines) == 1
            if alone and "“对" in text.lines[line] and not any(told.search(text.lines[each]) for each in lines):
                edit = text.edit(f"{benefit.name} 首次").at(line)
                yield reworded(edit, [line], "^对", "对首次申报的").done()


@plants("term-undefined")
def only_for_the_excellent(text: Text) -> Iterator[Text]:
    subjects = {subject.name: text.line(subject.span) for subject in text.model.subjects if not subject.owners}
    for benefit in text.benefits:
        name = benefit.base.subject.value.text if benefit.base.subject and benefit.base.subject.value else ""
        line, declared = text.starting(benefit, "支持对象："), subjects.get(name, 0)
        for quote in whole(text, benefit)[:1]:
            if line and declared and "的企业" in text.lines[quote]:
                edit = text.edit(f"{benefit.name} 只给优质企业").at(text.line(text.model.span))
                edit.after(declared, "  优质企业：是否").after(line, "    条件：优质企业")
                yield reworded(edit, [quote], "的企业", "的优质企业").done()


@plants("term-mismatch")
def one_word_defined_and_another_used(text: Text) -> Iterator[Text]:
    header = text.header("原文文件：")
    used = re.search(r"([一-龥]{2})(企业|项目|平台|案例)", text.official)
    if header and used:
        term = f"{used[1]}重点{used[2]}"
        edit = text.edit(f"定义了“{term}”").at(header)
        edit.official = text.official.rstrip("\n") + f"本措施所称{term}，是指按本措施第一条确定的{used[2]}。\n"
        yield edit.done()


@plants("key-unstated")
def once_for_whom(text: Text) -> Iterator[Text]:
    for benefit, _, _, _ in items(text):
        line = text.starting(benefit, "享受：")
        if line and "未写" not in text.lines[line] and not benefit.doubts:
            edit = text.edit(f"{benefit.name} 一次，没有写每什么")
            yield edit.put(line, f"    享受：{text.lines[line].rpartition(' ')[2]}").done()


@plants("payee-unstated")
def paid_to_nobody_named(text: Text) -> Iterator[Text]:
    somebody = r"[，,]?(?:同一|每家|每户)?(?:企业|单位|主体)[^，,。；”]*"
    for benefit, _, _, bounds in items(text):
        line, quotes = text.starting(benefit, "领取人："), whole(text, benefit)
        alone = sum(each.clause == benefit.clause for each in text.model.parts) == 1
        if line and quotes and alone and "未写" not in text.lines[line] and not benefit.doubts:
            edit = text.edit(f"{benefit.name} 给谁没有写").at(line).drop(bounds[1:])
            yield reworded(edit, quotes, somebody, "").done()


@plants("period-unstated")
def of_which_year_left_out(text: Text) -> Iterator[Text]:
    yearly = {
        fact.name
        for subject in text.model.subjects
        for fact in subject.facts
        if fact.type.kind == "money" and fact.type.period
    }
    for benefit in text.benefits:
        quotes = whole(text, benefit)
        lines = [text.starting(benefit, "条件："), text.starting(benefit, "标准："), text.starting(benefit, "分档：")]
        used = [line for line in lines if line and any(name in text.lines[line] for name in yearly)]
        owed = not any("待定" in text.lines[line] for line in lines if line)
        if quotes and used and owed and not benefit.doubts and not any("期" in text.lines[quote] for quote in quotes):
            edit = text.edit(f"{benefit.name} 哪一段时间的没有写").at(*used)
            yield reworded(edit, quotes, "年度|每年|当年|年内", "").done()


@plants("marginal-or-whole")
def a_part_and_a_whole(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        tiers, quotes = text.starting(benefit, "分档："), whole(text, benefit)
        for quote in quotes:
            if tiers and text.lines[quote].count("部分") > 1 and not benefit.doubts:
                edit = text.edit(f"{benefit.name} 一档写部分，一档没有写").at(tiers)
                yield _one_part_less(edit, quote).done()


def _one_part_less(edit: Edit, quote: int) -> Edit:
    line = edit.text.lines[quote]
    words = line[line.index("“") + 1 : line.rindex("”")]
    return edit.quoted(quote, words, words.replace("部分", "", 1))


@plants("tiers-unread")
def several_steps_at_once(text: Text) -> Iterator[Text]:
    said = r"[，,](?:同时|一次)[^，,。；”]*[，,]按最高[^，,。；”]*"
    for benefit, tiers, _ in tiered(text, "highest", "each"):
        quotes = whole(text, benefit)
        if tiers.first_time and any(re.search(said, text.lines[quote]) for quote in quotes):
            edit = text.edit(f"{benefit.name} 一次越过几档没有写").at(text.starting(benefit, "分档："))
            yield reworded(edit, quotes, said, "").done()

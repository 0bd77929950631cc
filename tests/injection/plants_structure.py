"""Defects of structure and text: numbers of clauses, quotations, figures, lists, names, who leads and who interprets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from figures_of import RATE, money_in, sole, written
from registry import plants
from texts import Text

from polc.model.policy import Benefit, Clause, Part

CHINESE = "〇一二三四五六七八九十"
_CLAUSE = re.compile(r"^(条 [^\d一二三四五六七八九十]*)(\d+|[一二三四五六七八九十]+)")


def clauses(text: Text) -> list[tuple[Clause, int]]:
    """Return the clauses of a text with their lines, those with a number."""
    lines = ((each, text.line(each.span)) for each in text.model.clauses)
    return [(each, line) for each, line in lines if line and each.ordinal and _CLAUSE.match(text.lines[line])]


def renumbered(line: str, ordinal: int) -> str:
    """Return the heading of a clause with another number, in its own style."""
    found = _CLAUSE.match(line)
    assert found is not None
    new = str(ordinal) if found[2].isdigit() else chinese(ordinal)
    return found[1] + new + line[found.end() :]


def chinese(number: int) -> str:
    """Return a number below a hundred in Chinese."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else CHINESE[tens] + "十"
    return head + (CHINESE[ones] if ones else "")


def quotes_of(text: Text, benefit: Part) -> list[int]:
    """Return the lines of a part that quote the text on one line."""
    found = (text.line(quote.span) for quote in benefit.quotes)
    return [line for line in found if line and re.fullmatch(r"\s*原文：“.*”", text.lines[line])]


def named_elsewhere(text: Text, lines: range) -> bool:
    """Return whether something that a block declares is named outside it."""
    block = "\n".join(text.lines[each] for each in lines)
    names = re.findall(r"^\s*(?:奖补|要求|组|资金池|对象|定义|外部|疑义|读法) ([^\s：（“]+)", block, re.MULTILINE)
    names += re.findall(r"^ {4}(\S+?)：(?:金额|是否|个数|年度|日期|\S+、)", block, re.MULTILINE)
    rest = "\n".join(line for number, line in enumerate(text.lines) if number not in lines)
    return any(name in rest for name in names)


@plants("clause-repeated")
def the_number_of_the_clause_before(text: Text) -> Iterator[Text]:
    every = clauses(text)
    for (one, first), (other, line) in pairwise(every):
        if one.run == other.run and other.ordinal == (one.ordinal or 0) + 1:
            new = renumbered(text.lines[line], one.ordinal or 0)
            yield text.edit(f"{other.number} 写成 {one.number}").put(line, new).at(first).done()


@plants("clause-skipped")
def the_last_clause_a_number_on(text: Text) -> Iterator[Text]:
    every = clauses(text)
    line, last = every[-1][1], every[-1][0]
    yield text.edit("最后一条的编号加一").put(line, renumbered(text.lines[line], (last.ordinal or 0) + 1)).done()


@plants("clause-skipped")
def a_clause_in_the_middle_left_out(text: Text) -> Iterator[Text]:
    every = clauses(text)
    for place, (clause, line) in enumerate(every[1:-1], 1):
        block = text.block(line)
        if not named_elsewhere(text, block) and every[place + 1][0].run == clause.run:
            yield text.edit(f"漏掉 {clause.number}").drop(block).at(every[place + 1][1]).done()


@plants("clause-not-encoded")
def a_clause_left_out(text: Text) -> Iterator[Text]:
    for clause, line in clauses(text):
        block = text.block(line)
        if not named_elsewhere(text, block):
            yield text.edit(f"漏掉 {clause.number}").drop(block).at(text.line(text.model.span)).done()


@plants("sentence-not-encoded")
def a_benefit_left_out(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        block = text.block(text.line(benefit.span))
        inside = next((line for clause, line in clauses(text) if clause.number == benefit.clause), 0)
        alone = sum(each.clause == benefit.clause for each in text.model.benefits) == 1
        mine = {quote.value.text for quote in benefit.quotes if quote.value is not None}
        others = {
            quote.value.text for part in text.model.parts if part is not benefit for quote in part.quotes if quote.value
        }
        told = any(money_in(words) or RATE.search(words) for words in mine)
        shared = any(one in other or other in one for one in mine for other in others)
        if inside and told and not alone and not shared and not named_elsewhere(text, block):
            yield text.edit(f"漏掉 {benefit.name}").drop(block).at(inside).done()


@plants("sentence-not-encoded")
def a_sentence_more_in_the_text(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        inside = next((line for clause, line in clauses(text) if clause.number == benefit.clause), 0)
        quote = benefit.quotes[-1].value.text if benefit.quotes and benefit.quotes[-1].value else ""
        if inside and quote and f"{quote}。" in text.official:
            more = f"{quote}。对首次获评优秀的，再给予3万元奖励。"
            edit = text.edit("正文多一句").at(inside)
            edit.official = text.official.replace(f"{quote}。", more)
            yield edit.done()


@plants("amount-exhorted")
def a_benefit_only_declared(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        block, quotes = text.block(text.line(benefit.span)), quotes_of(text, benefit)
        for line in quotes[:1]:
            if money_in(text.lines[line]) and "不超过" not in text.lines[line] and not named_elsewhere(text, block):
                edit = text.edit(f"{benefit.name} 写成宣示").drop(block)
                yield edit.put(block[0], "  宣示", text.lines[line]).done()


@plants("quote-not-in-source")
def a_word_of_a_quotation_wrong(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        for line in quotes_of(text, benefit):
            for old, new in (("给予", "给于"), ("达到", "到达"), ("奖励", "奖劢"), ("补助", "补帖")):
                if old in text.lines[line]:
                    yield text.edit(f"{benefit.name} 引文错一字").sub(line, old, new).done()
                    break


@plants("quote-not-in-source")
def a_figure_of_a_quotation_wrong(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        for line in quotes_of(text, benefit):
            for figure, value in money_in(text.lines[line])[-1:]:
                yield text.edit(f"{benefit.name} 引文错一个数").sub(line, figure, written(value + 30_000)).done()


@plants("number-not-encoded")
def a_cap_of_the_text_left_out(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        quotes = quotes_of(text, benefit)
        caps = [text.line(cap.span) for cap in benefit.base.caps]
        for line in caps:
            found = sole(text.lines[line]) if line else None
            others = [each for each in text.block(text.line(benefit.span)) if each != line]
            shared = found and any(
                value == found[1] for each in others
                if not text.lines[each].strip().startswith(("|", "原文", "示例", "情景"))
                for _, value in money_in(text.lines[each])
            )  # fmt: skip
            if (
                found
                and len(quotes) == 1
                and found[0] in text.lines[quotes[0]]
                and not shared
                and _only(text, quotes[0])
            ):
                yield text.edit(f"{benefit.name} 漏了上限").drop([line]).at(quotes[0]).done()


def _only(text: Text, line: int) -> bool:
    """Return whether nobody else quotes a sentence."""
    words = text.lines[line].strip().removeprefix("原文：“").removesuffix("”")
    return sum(words in each or (each.strip().startswith("原文") and each.strip()[4:-1] in words)
               for each in text.lines if each) == 1  # fmt: skip


@plants("number-not-in-source")
def a_figure_copied_wrong(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        quotes = quotes_of(text, benefit)
        for keyword in ("标准：", "上限："):
            line = text.starting(benefit, keyword)
            figures = money_in(text.lines[line]) if line else []
            if len(figures) == 1 and quotes and any(figures[0][0] in text.lines[quote] for quote in quotes):
                new = written(figures[0][1] + 70_000)
                if not any(new in text.lines[quote] for quote in quotes):
                    yield text.edit(f"{benefit.name} 抄错一个数").sub(line, figures[0][0], new).done()


@plants("list-length-mismatch")
def a_figure_of_a_list_left_out(text: Text) -> Iterator[Text]:
    figure = r"\d+(?:\.\d+)?(?:万元|亿元|%)"
    respectively = re.compile(
        rf"(?:\d+(?:\.\d+)?(?:万|亿)元[^，、；。“”]{{0,20}}、)+[^。；]*?分别[^，。；\d]{{0,8}}(?P<list>{figure}(?:、{figure})+)"
    )
    for benefit in text.benefits:
        for line in quotes_of(text, benefit):
            found = respectively.search(text.lines[line])
            if found and found["list"].count("、") >= 1:
                kept = found["list"].rpartition("、")[0]
                lefts = re.findall(r"\d+(?:\.\d+)?(?:万|亿)元", found.group()[: -len(found["list"])])
                if len(lefts) >= 2 and "、" in kept:  # one figure is no list
                    yield text.edit(f"{benefit.name} 分别少一个数").quoted(line, found["list"], kept).done()


@plants("order-mixed")
def levels_listed_the_other_way_round(text: Text) -> Iterator[Text]:
    if not re.search(r"国家级、省级[^。；]*分别", text.policy):
        return
    line = clauses(text)[-1][1]
    said = "对认定为省级、国家级示范载体的，按规定分别给予10万元、20万元支持"
    edit = text.edit("另一句从低到高列").after(
        text.block(line)[-1], "", "  另行规定 示范载体支持", f"    原文：“{said}”"
    )
    for benefit in text.benefits:
        edit.at(*(each for each in quotes_of(text, benefit) if "分别" in text.lines[each]))
    edit.official = text.official.rstrip("\n") + f"{said}。\n"
    yield edit.done()


@plants("unused-fact")
def a_fact_nobody_asks_for(text: Text) -> Iterator[Text]:
    for subject in text.model.subjects:
        for fact in subject.facts[-1:]:
            line = text.line(fact.span)
            if line:
                deep = re.match(" *", text.lines[line])
                new = f"{deep.group() if deep else ''}备用核验事项：是否"
                yield text.edit(f"{subject.name} 多一个事实").after(line, new).done()


@plants("unused-fact")
def a_condition_left_out(text: Text) -> Iterator[Text]:
    facts = {fact.name: text.line(fact.span) for subject in text.model.subjects for fact in subject.facts}
    for benefit in text.benefits:
        line = text.starting(benefit, "条件：")
        name = text.lines[line].strip().removeprefix("条件：") if line else ""
        deciding = [
            each
            for each in text.lines
            if name and name in each and not each.strip().startswith(("|", "#", "原文", "假定", "示例", "情景"))
        ]
        if facts.get(name) and len(deciding) == 2:
            yield text.edit(f"{benefit.name} 漏了条件").drop([line]).at(facts[name]).done()


@plants("responsibility-missing")
def nobody_leads(text: Text) -> Iterator[Text]:
    heads = (text.lines[line] for line in text.block(text.line(text.model.span)))
    if any(line.startswith("  牵头：") and "未写" not in line for line in heads):
        return
    paying = {benefit.clause for benefit in text.benefits}
    for clause, line in clauses(text):
        lead = next((each for each in text.block(line) if text.lines[each].startswith("  牵头：")), 0)
        inside = any(text.lines[each].startswith("    牵头：") for each in text.block(line))
        if clause.number in paying and lead and not inside and not clause.chapter.startswith("牵头"):
            edit = text.edit(f"{clause.number} 没有牵头").drop([lead])
            yield edit.at(text.line(text.model.span), text.header("牵头"), line).done()


@plants("interpreter-missing")
def nobody_interprets(text: Text) -> Iterator[Text]:
    line = text.header("解释：")
    said = re.compile(r"[，,;；。]?(?:本\w{2,6})?由[^，,。;；“”]*负责解释")
    if line and "未写" not in text.lines[line]:
        edit = text.edit("没有写由谁解释").drop([line])
        for number, each in enumerate(text.lines):
            if "负责解释" in each and said.search(each):
                edit.put(number, said.sub("", each))
        edit.marked = {text.line(text.model.span)}
        edit.official = said.sub("", text.official)
        quoted = [each.strip() for each in edit.done().lines if each.strip().startswith(("原文", "宣示", "条"))]
        if not any("解释" in each or each.endswith("“”") for each in quoted):
            yield edit.done()


@plants("silent-presumed")
def a_line_marked_as_unsaid(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        line = text.starting(benefit, "享受：")
        if line and "未写" not in text.lines[line]:
            edit = text.edit(f"{benefit.name} 享受未写").sub(line, "享受：", "享受：未写，暂按 ")
            yield edit.at(text.line(text.model.span)).done()


@plants("source-changed")
def the_official_text_amended(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        for line in quotes_of(text, benefit):
            for figure, value in money_in(text.lines[line])[-1:]:
                edit = text.edit(f"{benefit.name} 正文改了").quoted(line, figure, written(value + 10_000))
                if edit.official != text.official:
                    edit.before = text.official
                    yield edit.done()


@plants("known-unused")
def an_excuse_for_nothing(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        last = text.block(text.line(benefit.span))[0]
        if not any(found.rule.name == "award-exceeds-base" for found in text.found):
            yield (
                text.edit(f"{benefit.name} 多余的已知问题")
                .after(last, "    已知问题 award-exceeds-base：有意为之")
                .done()
            )


@plants("once-missing")
def how_often_left_out(text: Text) -> Iterator[Text]:
    for benefit, line in rewarded_once(text):
        yield text.edit(f"{benefit.name} 没有写一次").sub(line, " 一次", "").done()


@plants("once-missing")
def once_in_the_text_and_yearly_in_the_line(text: Text) -> Iterator[Text]:
    for benefit, line in rewarded_once(text):
        if "未写" not in text.lines[line] and any("一次性" in text.lines[each] for each in quotes_of(text, benefit)):
            yield text.edit(f"{benefit.name} 写成每年").sub(line, " 一次", " 每年").done()


def rewarded_once(text: Text) -> Iterator[tuple[Benefit, int]]:
    """Yield the benefits that pay one figure once, with the line that says how often."""
    for benefit in text.benefits:
        line, pay = text.starting(benefit, "享受："), text.starting(benefit, "标准：")
        if (
            line
            and pay
            and text.lines[line].endswith(" 一次")
            and re.fullmatch(r"\s*标准：[\d.]+万元", text.lines[pay])
        ):
            yield benefit, line


@plants("undetermined-amount")
def the_amount_left_open(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        line, quotes = text.starting(benefit, "标准："), quotes_of(text, benefit)
        given = re.compile(r"给予[\d.]+万元(?:的)?(?:一次性)?(奖励|补助)")
        for quote in quotes:
            found = given.search(text.lines[quote])
            if line and found and sole(text.lines[line]):
                edit = text.edit(f"{benefit.name} 没有写给多少").put(line, "    标准：待定 资金")
                yield edit.quoted(quote, found.group(), f"给予{found[1]}").done()


# ── what cannot be read, of the same catalogue ──


@plants("bound-undeclared")
def the_convention_left_out(text: Text) -> Iterator[Text]:
    line = text.header("约定：")
    uses = [number for number, each in enumerate(text.lines) if re.search(r"\d\S*元(?:以上|以下)(?!不含)", each)
            and not each.strip().startswith(("原文", "#", "疑义", "示例"))]  # fmt: skip
    if line and uses and "以上、以下" in text.lines[line]:
        rest = re.sub(r"未写，暂按 |以上、以下含本数，?", "", text.lines[line])
        edit = text.edit("没有约定以上以下").at(*uses)
        yield (edit.put(line, rest) if rest.strip() != "约定：" else edit.drop([line])).done()


@plants("unknown-name")
def a_name_misspelt(text: Text) -> Iterator[Text]:
    facts = {fact.name for subject in text.model.subjects for fact in subject.facts}
    for benefit in text.benefits:
        line = text.starting(benefit, "条件：")
        name = next((fact for fact in sorted(facts, key=len, reverse=True) if line and fact in text.lines[line]), "")
        if len(name) > 2 and not any(name != fact and name in fact for fact in facts):
            yield text.edit(f"{benefit.name} 名称写错").sub(line, name, name[:-1] + "某").done()


@plants("type-mismatch")
def a_share_added(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        line = text.starting(benefit, "标准：")
        if line and re.fullmatch(r"\s*标准：[^×+（(]+ × [\d.]+%", text.lines[line]):
            yield text.edit(f"{benefit.name} 乘写成加").sub(line, " × ", " + ").done()


@plants("unit-mismatch")
def counted_in_another_unit(text: Text) -> Iterator[Text]:
    for subject in text.model.subjects:
        for fact in subject.facts:
            declared = text.line(fact.span)
            uses = [number for number, each in enumerate(text.lines)
                    if re.match(rf"\s*(?:须|条件)：{re.escape(fact.name)} \S+ \d+[人家个]$", each)]  # fmt: skip
            if declared and fact.type.kind == "count" and not fact.type.unit and uses:
                edit = text.edit(f"{fact.name} 单位不同").sub(declared, "个数", "个数，架次").at(*uses)
                for use in uses:
                    edit.put(use, re.sub(r"[人家个]$", "辆", text.lines[use]))
                yield edit.done()


@plants("duplicate-name")
def a_name_used_twice(text: Text) -> Iterator[Text]:
    every = list(text.benefits)
    for one, other in pairwise(every):
        first, line = text.line(one.span), text.line(other.span)
        if sum(other.name in each for each in text.lines) == 1:
            yield text.edit(f"{other.name} 也叫 {one.name}").sub(line, other.name, one.name).at(first).done()


@plants("dangling-reference")
def a_range_with_a_clause_that_is_not_there(text: Text) -> Iterator[Text]:
    every = clauses(text)
    if len({clause.run for clause, _ in every}) == 1 and text.header("适用：") == 0:
        last = text.block(every[-1][1])[-1]
        first, beyond = every[0][0].ordinal or 0, (every[-1][0].ordinal or 0) + 3
        subject = next((each for each in text.benefits), None)
        if subject is not None:
            new = ("", "通则 只管几条", f"  范围：第{first}、{beyond}条", "  语气：最高")
            yield text.edit("引用没有的条").after(last, *new).done()


@plants("reference-mismatch")
def the_rate_another_clause_stands_on_changed(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        for line in benefit.base.on_top_of:
            base = next((each for each in text.benefits if line.value and each.name == line.value.benefit.text), None)
            pay = text.starting(base, "标准：") if base else 0
            found = RATE.search(text.lines[pay]) if pay else None
            if found:
                edit = text.edit(f"{base.name if base else ''} 的比例改了").sub(pay, found.group(), "7%")
                yield edit.at(text.line(line.span)).done()


@plants("reference-mismatch")
def a_rate_quoted_wrong(text: Text) -> Iterator[Text]:
    every = [each for each in text.benefits if text.starting(each, "标准：")]
    for one, other in pairwise(every):
        rate = RATE.search(text.lines[text.starting(one, "标准：")])
        alike = one.base.subject and other.base.subject and one.base.subject.value == other.base.subject.value
        if rate and alike and not other.base.on_top_of:
            line = text.starting(other, "支持对象：")
            yield text.edit(f"{other.name} 引错了比例").after(line, f"    叠加于：{one.name}（7%）").done()


@plants("key-unreachable")
def a_cap_for_something_else(text: Text) -> Iterator[Text]:
    items = [subject for subject in text.model.subjects if subject.owners]
    for benefit in text.benefits:
        line, mine = text.starting(benefit, "支持对象："), benefit.base.subject
        for item in items[:1]:
            if line and mine and mine.value and mine.value.text not in {each.name for each in items}:
                edit = text.edit(f"{benefit.name} 按{item.name}封顶").after(
                    line, f"    上限：每个{item.name} 每年 5万元"
                )
                yield edit.done()


@plants("source-anomaly")
def a_blank_inside_a_word(text: Text) -> Iterator[Text]:
    line = text.header("原文文件：")
    for benefit in text.benefits:
        quote = next((each.value.text for each in benefit.quotes if each.value and "企业" in each.value.text), "")
        if line and quote and quote in text.official and " " not in text.official.strip("\n").replace("条 ", ""):
            edit = text.edit(f"{benefit.name} 的原句里多一个空格").at(line, text.line(text.model.span))
            yield edit.sentence(quote, quote.replace("企业", "企 业", 1)).done()


@plants("source-anomaly")
def one_taken_for_a_dash(text: Text) -> Iterator[Text]:
    line = text.header("原文文件：")
    if line and text.official.endswith("。\n"):
        edit = text.edit("“一”当了连接号").at(line, text.line(text.model.span))
        edit.official = text.official[:-2] + "，支持“算力一电力”协同。\n"
        yield edit.done()


@plants("example-unconfirmed")
def a_figure_nobody_has_checked(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        for table in benefit.tables[:1]:
            for each in table.rows[:1]:
                line = text.line(each.span) if each.span else 0
                found = re.search(r"\| ([\d.]+万?元) +\|$", text.lines[line]) if line else None
                if found:
                    new = text.lines[line][: found.start()] + f"| 待核 {found[1]} |"
                    yield text.edit(f"{benefit.name} 待核").put(line, new).at(text.line(text.model.span)).done()

"""The pages docs/findings/: what the checker finds in each of the five documents, for a reader who never saw polc.

``python tests/docs/findings_pages.py`` (with ``PYTHONPATH=dsl``) writes them; a test holds them to what is found now.
The day is fixed, so that a page is the same on any day. Everything but the suggestions is taken from the findings.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from findings_words import ORDER, SUGGESTED

from polc.diagnostics import Diagnostic, Severity, Witness
from polc.diagnostics.plain import SCENARIO
from polc.model.expectations import Table
from polc.model.policy import Doubt, Policy
from polc.model.values import Known, Quote
from polc.syntax.tree import Block
from polc.text import Span
from polc.workspace.answers import answers
from polc.workspace.checked import checked, examined
from polc.workspace.known import kept
from polc.workspace.load import Draft, load

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/findings"
CITIES = ("yuxi", "kunming", "jinhua", "panzhihua", "zhangzhou")
DAY = dt.date(2026, 11, 22)
TODAY = f"{DAY.year}年{DAY.month}月{DAY.day}日"

_MADE = "<!-- 由 tests/docs/findings_pages.py 生成，不要手改。 -->\n"
_HOW = f"""\
以{TODAY}为今天，逐条读过、算过。每一处写三件事：

- **原文**怎么说；
- **为什么值得看**：能算的举一个例子，数都是按原文一步步算出来的；
- **可以怎么写**：`××` 由起草的人定。

查出来的不都是错，有的本来就是这个意思。已经印发的照印发的办，这里写的留给下一次修订。
"""
_DOUBTS = "排在第一的是现在暂用的读法；每一种都能算、能比。修订的时候选定一种，把话写明。\n"
_PARTS = ("benefit", "group", "pool", "requirement", "passage", "mandate")
_HEADS = {
    Severity.ERROR: "自相矛盾的",
    Severity.WARNING: "有风险的：会多付、少付，或者谁也说不清该付多少",
    Severity.NOTE: "提个醒：写明白一些更好",
}
_NUMBERS = "一二三四五六"


def of_city(city: str) -> tuple[Draft, list[Diagnostic], list[tuple[Diagnostic, Known]]]:
    """Return a document, what is found in it, the gravest first, and what it keeps as known."""
    space = load([ROOT / "policies" / city])
    (draft,) = (each for each in space.drafts if each.policy is not None)
    open_ones = examined(space, DAY.toordinal()).findings
    ((told, _),) = answers([checked(draft, DAY.toordinal())])
    return draft, sorted(open_ones, key=_weight), kept(draft, told)


def _weight(finding: Diagnostic) -> tuple[int, int, str]:
    place = ORDER.index(finding.rule.name) if finding.rule.name in ORDER else len(ORDER)
    return list(Severity).index(finding.severity), place, finding.rule.name


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every page with its text."""
    cities = [(city, *of_city(city)) for city in CITIES]
    for city, draft, found, known in cities:
        yield FOLDER / f"{city}.md", page(draft, found, known)
    yield FOLDER / "index.md", index([(city, draft, found) for city, draft, found, _ in cities])


# ---- the pages -----------------------------------------------------------------------------------
def index(cities: Sequence[tuple[str, Draft, Sequence[Diagnostic]]]) -> str:
    """Return the page that leads to the others."""
    lines = [
        "# 五份文件里查出了什么",
        _MADE,
        "五个城市的文件，原文一字未改，逐条写成可以计算的样子，再让机器从头查一遍：有没有自相矛盾，有没有空当，答应的钱付不付得出，什么时候到期。",
        _HOW,
        "| 文件 | 有风险的 | 提个醒 | 最要紧的一处 |",
        "|---|---|---|---|",
    ]
    for city, draft, found in cities:
        graver = [each for each in found if each.severity is not Severity.NOTE]
        first = f"{_heading(draft, found[0])}" if found else "没有"
        lines.append(f"| [{_title(draft)}]({city}.md) | {len(graver)} | {len(found) - len(graver)} | {first} |")
    lines += [
        "",
        "自己查一遍，同样的文件、同样的日子，结果一样：",
        "",
        "```text",
        f"polc check policies --as-of {DAY.isoformat()}",
        "```",
        "",
    ]
    return "\n".join(lines)


def page(draft: Draft, found: Sequence[Diagnostic], known: Sequence[tuple[Diagnostic, Known]]) -> str:
    """Return the page of one document."""
    graver = [each for each in found if each.severity is not Severity.NOTE]
    count = f"一共 {len(found) + len(known)} 处：有风险的 {len(graver)} 处，提个醒的 {len(found) - len(graver)} 处，"
    lines = [f"# {_title(draft)}", _MADE, _HOW, f"{count}看过照旧保留的 {len(known)} 处；另有几种读法的，列在后面。\n"]
    number = chapter = 0
    for severity, head in _HEADS.items():
        mine = [each for each in found if each.severity is severity]
        if not mine:
            continue
        lines.append(f"## {_NUMBERS[chapter]}、{head}（{len(mine)}处）\n")
        chapter += 1
        for finding in mine:
            number += 1
            lines += _told(draft, finding, number)
    assert draft.policy is not None
    doubts = list(draft.policy.all_doubts.values())
    if doubts:
        lines += [f"## {_NUMBERS[chapter]}、一句话读得出几种意思的（{len(doubts)}处）\n", _DOUBTS]
        chapter += 1
        for doubt in doubts:
            lines += _read(draft.policy, doubt)
    if known:
        lines.append(f"## {_NUMBERS[chapter]}、看过，照旧保留的（{len(known)}处）\n")
        for finding, reason in known:
            number += 1
            lines += [
                f"### {number}. {_heading(draft, finding)}\n",
                f"{_plain(finding.message('zh'))}。\n",
                f"**保留的理由**：{reason.reason}。\n",
            ]
    return "\n".join(lines)


def _read(policy: Policy, doubt: Doubt) -> Iterator[str]:
    """Yield the lines that tell a doubt: the words, how they can be read, and a row that tells the readings apart."""
    yield f"**{doubt.name}**　原文“{doubt.words}”\n" if doubt.words else f"**{doubt.name}**\n"
    yield from (f"- {reading.name}" for reading in doubt.readings)
    yield ""
    tables = sorted((table for part in policy.parts for table in part.tables), key=_of_several_rows)
    example = next((told for table in tables if (told := _apart(table, doubt))), "")
    if example:
        yield f"例如：{example}。\n"


def _of_several_rows(table: Table) -> bool:
    """Return whether a row of a table says little without those above it: years, or a case of several items."""
    return table.scenario or any(column.role == "case" for column in table.columns)


def _apart(table: Table, doubt: Doubt) -> str:
    """Return the first row of a table in which two readings come to something else, in a sentence; "" where none is."""
    names = {reading.name for reading in doubt.readings}
    for row in table.rows:
        told: list[str] = []
        results: dict[str, str] = {}
        for column, cell in zip(table.columns, row.cells, strict=False):
            text = cell.span.text.strip() if getattr(cell, "span", None) is not None else ""
            of = {each.rpartition("=")[2] for each in column.readings} & names
            if column.role in ("award", "total", "item") and len(column.readings) == len(of) == 1 and text:
                results.setdefault(of.pop(), text)
            elif column.role == "year" and text:
                told.append(f"{text}年")
            elif column.role in ("input", "received") and text:
                told.append(f"{column.name} {text}{column.unit if text[-1:].isdecimal() else ''}")
        if len(set(results.values())) > 1:
            said = "；".join(f"按“{name}” **{result}**" for name, result in results.items())
            where = f"“{table.title}”这一例里，" if table.title and _of_several_rows(table) else ""
            return f"{where}{'，'.join(told)}：{said}" if told else where + said
    return ""


def _told(draft: Draft, finding: Diagnostic, number: int) -> Iterator[str]:
    """Yield the lines that tell a finding: the sentence, why, the example, the suggestion."""
    yield f"### {number}. {_heading(draft, finding)}\n"
    quotes = list(dict.fromkeys(_quotes(draft, finding)))
    if quotes:
        yield "**原文**\n"
        yield from (f"> {quote}\n" for quote in quotes)
    yield f"**为什么值得看**　{_plain(finding.message('zh'))}。\n"
    notes = [_plain(note.zh) for note in finding.notes if not note.zh.startswith("原句")]
    if notes:
        yield from (f"- {note}" for note in notes)
        yield ""
    if finding.witness is not None:
        yield from _example(finding.witness)
    words = SUGGESTED.get(finding.rule.name) or "；".join(_plain(help_.zh) for help_ in finding.help)
    if words:
        yield f"**可以怎么写**　{words.removeprefix('中性的写法：').removesuffix('。')}。\n"
    yield f"规则 [{finding.rule.name}](../rules/{finding.rule.name}.md)\n"


def _example(witness: Witness) -> Iterator[str]:
    """Yield the case that shows a finding: what it is told and what comes of it, or the years one by one."""
    results = "；".join(f"{side.zh} **{value.zh}**" for side, value in witness.outcome)
    if not witness.table.startswith(SCENARIO):
        yield f"例如：{_case([(name, value.zh) for name, value in witness.facts])}。\n"
        yield f"结果：{results}。\n"
        return
    yield f"例如：{results}。"
    heading = True
    for line in (line.strip() for line in witness.table.splitlines()):
        if line.startswith(SCENARIO):
            yield f"\n{line.removeprefix(SCENARIO)}：\n"
            heading = True
        elif line.startswith("|"):
            cells = [cell.strip().removeprefix("待核 ") for cell in line.strip("|").split("|")]
            yield f"| {' | '.join(cells)} |"
            if heading:
                yield "|" + "---|" * len(cells)
            heading = False
        else:
            facts = [fact.split(" = ") for fact in line.removeprefix("假定：").split("，")]
            told = _case([(name, value) for name, value in facts if value not in _NOTHING])
            if told:
                yield f"{told}。\n"
    yield ""


_NOTHING = ("否", "0元", "无")


def _case(facts: Sequence[tuple[str, str]]) -> str:
    """Return the facts of a case in a sentence: the figures first, then what is so and what is not."""
    said = [f"{name} {value}" for name, value in facts if value not in ("是", "否")]
    so = [name for name, value in facts if value == "是"]
    not_so = [name for name, value in facts if value == "否"]
    said += [f"是：{'、'.join(so)}"] if so else []
    said += [f"不是：{'、'.join(not_so)}"] if not_so else []
    return "；".join(said)


# ---- names and sentences -------------------------------------------------------------------------
def _title(draft: Draft) -> str:
    assert draft.policy is not None
    return draft.policy.name


def _heading(draft: Draft, finding: Diagnostic) -> str:
    """Return what a finding is called: where in the document, and what."""
    around = _around(draft, finding.place.span)
    clause = next((block for block in around if block.key == "clause"), None)
    part = next((block.name for block in reversed(around) if block.key in _PARTS), "")
    where = "".join([_clause(clause) if clause is not None else "", f"“{part}”" if part else ""])
    return f"{where}：{finding.rule.title.zh}" if where else finding.rule.title.zh


def _clause(block: Block) -> str:
    return f"第{block.number}条" if block.number.isdecimal() else block.number or block.name


def _around(draft: Draft, span: Span) -> list[Block]:
    """Return the blocks that a place stands in, the outermost first: each begins less indented than the next."""
    found: list[Block] = []
    for source, file in zip(draft.compiled.sources, draft.compiled.files, strict=True):
        for block in sorted(_every(file.blocks), key=lambda each: each.span.start) if source is span.source else ():
            if block.span.begin.line > span.begin.line:
                break
            while found and found[-1].span.begin.column >= block.span.begin.column:
                found.pop()
            found.append(block)
    line = span.source.line_text(span.begin.line)
    column = len(line) - len(line.lstrip()) + 1
    while found and found[-1].span.begin.line != span.begin.line and found[-1].span.begin.column >= column:
        found.pop()
    return found


def _every(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _every(block.blocks)


def _quotes(draft: Draft, finding: Diagnostic) -> Iterator[str]:
    """Yield the sentences of the text that a finding is about: of the places it marks, else of the block around."""
    for span in (finding.place.span, *(label.span for label in finding.related)):
        around = _around(draft, span)
        own = [line for block in around for line in block.lines if line.span == span and isinstance(line.value, Quote)]
        for block in reversed([] if own else around):
            if block.key == "policy":
                break
            own = [line for line in block.lines if isinstance(line.value, Quote)]
            doubted = [doubt.words for doubt in block.blocks if doubt.key == "doubt" and doubt.words]
            if not own and doubted:
                yield doubted[0]
            if own or doubted:
                break
        yield from _nearest([line.value.text for line in own if isinstance(line.value, Quote)], span.text)


def _nearest(quotes: Sequence[str], words: str) -> Iterator[str]:
    """Yield the sentences that have most in common with a line; all where none has anything."""
    pairs = {words[at : at + 2] for at in range(len(words) - 1)} - {"  "}
    shared = [sum(pair in quote for pair in pairs) for quote in quotes]
    most = max(shared, default=0)
    yield from (quote for quote, count in zip(quotes, shared, strict=True) if 2 * count >= most)


def _plain(words: str) -> str:
    """Return words without the numbers of lines of a .pol file, which say nothing to who reads the text."""
    words = re.sub(r"：第[\d、]+行等?(?=$|。|；)", "", words)
    words = re.sub(r"（第\d+行）", "", words)
    words = re.sub(r"第\d+行(?=“)", "", words)
    if words.startswith("疑义“"):
        name = words.removeprefix("疑义").removesuffix("已经记着这件事")
        return f"不止一种读法，已经记作疑义{name}，每一种都能算"
    read = re.fullmatch(r"“(.+)”读作“(.+)”时", words)
    if read:
        return f"“{read[1]}”有两种读法，这里是按“{read[2]}”算的"
    return words.removesuffix("。")


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(exist_ok=True)
    for path, text in pages():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""A first .pol file from an official text: its chapters and clauses, each with its sentences as a 宣示.

Guarantees: every sentence stands in the file exactly as in the text, so that it checks without an error at once;
nothing is taken for more than it says. What computes is for the drafter to encode.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from polc.checks.outline import Heading, Outline, outline
from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.syntax.choices import CHOICES
from polc.syntax.keywords import LINES
from polc.syntax.lexis import INVISIBLE
from polc.text import Source, Span
from polc.workspace.suggested import suggested

_LONG_TITLE = 30
"""A longer one is a sentence rather than a title."""
_SHORT_TITLE = 16
"""What is shown of a sentence where the text gives a clause no title."""
_LONG_HEADING = 50
"""The longest title that stands on a line of its own."""
_FIGURE = re.compile(r"[0-9０-９]+(?:\.[0-9]+)?[%％]|[0-9０-９][ \t]*(?:[万亿]?元|年|月|日)")
_SENTENCE = re.compile(rf"[，,；;]|负责|应当|不得|{_FIGURE.pattern}")
"""What no title holds: a comma, a duty, a rate, an amount, a date."""
_LONG_PARAGRAPH, _LONG_SENTENCE = 100, 200
_NESTED = 2
"""Quotations inside quotations that a 原文 may hold."""

_PLAIN = r"[^〔〕()（）\[\]【】]*"
_DEPARTMENTS = re.compile(
    r"[〔（(\[【][ \t]*(?P<inner>(?:牵头|责任|主管|实施|配合)(?:单位|部门)[：:]"
    rf"{_PLAIN}(?:[(（][^()（）]*[)）]{_PLAIN})*)[〕）)\]】][ \t]*$"
)
_LEAD = re.compile(r"牵头(?:单位|部门)[：:]([^；;。]+)|^责任(?:单位|部门)[：:]([^；;。、，, （(]+)$")
_WITH = re.compile(r"配合(?:单位|部门)[：:]([^；;。]+)")

_HEAD = Words(
    "# 从 {file} 生成的骨架：每一条的原文都已抄进来，先写成“宣示”，所以现在就没有错误。\n"
    "# 接下来一条一条地改：给钱的写成“奖补”，要求的写成“要求”，按别的规定办的写成“另行规定”；\n"
    "# 写法可以看 polc new 新建的示范。改一条，运行一次 polc check 和 polc test。",
    "# a skeleton made from {file}: the sentences of every clause are copied in as an exhortation,\n"
    "# so that there is no error now. encode clause by clause: what pays as a benefit, what must be\n"
    "# as require, what follows other rules as refer; the folder that polc new starts shows how.\n"
    "# after each clause run polc check and polc test.",
)
_STATUS = Words("# 状态：征求意见稿、试行、已印发、已废止，选一个", "# status: draft, trial, issued or repealed")
_FOUND = Words(
    "# 下面是从原文里找到的，核对以后去掉行首的 #；原文没有的写“未写”，没有人告诉我们的写“未知”",
    "# found in the text: compare, then take away the hash sign; silent is what the text does not say, "
    "unknown what nobody told us",
)
_TABLE = Words(
    "# 原文这里是表格：给钱的各档写成“分档”的表", "# a table in the text: what pays by tiers is written as tiers"
)
_UNTITLED = Words("未命名的措施", "Untitled measures")
_NO_TITLE = Words(
    "# 原文这一条没有标题，这里是开头几个字；起一个", "# the text gives this clause no title: give it one"
)
_CUT = "…"
_OPENING = Words("文首", "opening")
_REMARK = re.compile(r"[（(][^（()）]{1,12}[)）]")


@dataclass(frozen=True, slots=True)
class _Pen:
    """How lines are written in a language."""

    language: Language

    def head(self, key: str, *words: str) -> str:
        return " ".join((self._keyword(key), *(word for word in words if word)))

    def line(self, key: str, value: str) -> str:
        return f"{self._keyword(key)}{'：' if self.language == 'zh' else ': '}{value}"

    def choice(self, group: str, name: str) -> str:
        row = next(row for row in CHOICES if row.group == group and row.id == name)
        return row.zh if self.language == "zh" else row.en

    def _keyword(self, key: str) -> str:
        row = LINES[key]
        return row.zh if self.language == "zh" else row.en


def skeleton(official: Source, name: str, language: Language, file: str) -> str:
    """Return the text of a policy.pol for an official text that stands beside it as source.txt.

    ``name`` becomes the 简称; ``file`` is where the text came from, for the comment at the top.
    """
    pen = _Pen(language)
    shape = outline(official)
    lines = [*_HEAD.fill(file=_flat(file)).in_(language).split("\n"), "", *_policy(shape, official, name, pen), ""]
    opening = tuple(line for line in shape.preamble if not _REMARK.fullmatch(line.text.strip()))
    if opening:
        lines += [*_passage(pen, _OPENING.in_(language), opening, ""), ""]
    ending = _ending(shape)
    told: Heading | None = None
    for clause in shape.clauses:
        chapter = shape.chapter_of(clause)
        if chapter is not None and chapter != told:
            told = chapter
            lines += _chapter(chapter, pen)
        lines += _clause(clause, pen, ending if clause is shape.clauses[-1] else ())
    if ending:
        word = "文末"
        lines += [pen.head("clause", word), *_passage(pen, "", ending, "  "), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _policy(shape: Outline, official: Source, name: str, pen: _Pen) -> Iterator[str]:
    first = next(iter((*shape.chapters[:1], *shape.clauses[:1])), None)
    title = _flat(shape.title.text) if shape.title else ""
    yield pen.head("policy", title or _UNTITLED.in_(pen.language))
    yield "  " + pen.line("id", name)
    told = title + "".join(line.text for line in shape.preamble if len(line.text) < _LONG_TITLE)
    if "征求意见" in told:
        yield "  " + pen.line("status", pen.choice("status", "draft"))
    elif "试行" in told:
        yield "  " + pen.line("status", pen.choice("status", "trial"))
    else:
        yield "  " + _STATUS.in_(pen.language)
    found = list(suggested(official.text, official.text[: first.span.start] if first else official.text))
    if found:
        yield "  " + _FOUND.in_(pen.language)
        yield from (f"  # {pen.line(each.key, each.value.in_(pen.language))}" for each in found)
    yield "  " + pen.line("source", "source.txt")


def _chapter(chapter: Heading, pen: _Pen) -> list[str]:
    """Return the head of a chapter; what it says before its first clause is kept as a passage."""
    title, body = _split(chapter.text, heading="。" not in chapter.text.text.split("\n")[0])
    lines = [pen.head("chapter", chapter.number, title or chapter.number), ""]
    return [*lines, *_passage(pen, "", body, "  "), ""] if body else lines


def _clause(clause: Heading, pen: _Pen, ending: tuple[Span, ...]) -> Iterator[str]:
    """Yield a clause: its head, its departments, its sentences."""
    text = clause.text
    if ending:
        text = text.source.span(text.start, ending[0].start)
    title, body = _split(text)
    yield pen.head("clause", clause.number, title or clause.number)
    if title.endswith(_CUT):
        yield "  " + _NO_TITLE.in_(pen.language)
    departments = [found for paragraph in body if (found := _DEPARTMENTS.search(paragraph.text.rstrip()))]
    for found in departments:
        yield from _departments(found["inner"], pen)
    yield from _passage(pen, "", body or (clause.text,), "  ")
    yield ""


def _departments(inner: str, pen: _Pen) -> Iterator[str]:
    """Yield 牵头 and 配合 where the text says just these; anything else as a comment."""
    lead, support = _LEAD.search(inner), _WITH.search(inner)
    if lead:
        yield "  " + pen.line("lead", _flat(lead[1] or lead[2]))
    if support:
        yield "  " + pen.line("with", _flat(support[1]))
    rest = [
        part for part in re.split(r"[；;。]", inner) if part.strip() and not _LEAD.match(part) and not _WITH.match(part)
    ]
    yield from (f"  # {_flat(part)}" for part in rest)


def _passage(pen: _Pen, name: str, paragraphs: tuple[Span, ...], indent: str) -> Iterator[str]:
    """Yield a 宣示 with a 原文 for each sentence."""
    quotes = [quote for paragraph in paragraphs for quote in _quotes(paragraph.text)]
    if quotes:
        yield indent + pen.head("exhort", name)
        table = next((n for n, quote in enumerate(quotes) if quote.startswith("｜")), None)
        for n, quote in enumerate(quotes):
            if n == table:
                yield f"{indent}  {_TABLE.in_(pen.language)}"
            yield f"{indent}  {pen.line('quote', f'“{quote}”')}"


def _split(text: Span, *, heading: bool = False) -> tuple[str, tuple[Span, ...]]:
    """Return a title and the paragraphs that follow it: the title is what stands before the first 。 or ：.

    A first sentence that is no title, or all there is, gives its beginning, and is a part of the paragraphs as well.
    A line of its own, or the ``heading`` of a chapter, may hold a comma.
    """
    found = re.match(r"[^。：:\n\r]*", text.text)
    first = found.group() if found else ""
    rest = text.start + len(first)
    title = first.strip()
    alone = not text.text[len(first) + 1 :].strip() and text.text[len(first) : len(first) + 1] == "。"
    whole = len(title) > (_SHORT_TITLE if alone else _LONG_TITLE) or _SENTENCE.search(title) is not None
    if heading or (text.text[len(first) : len(first) + 1] in ("\n", "\r") and text.text[len(first) :].strip()):
        whole = whole and (len(title) > _LONG_HEADING or _FIGURE.search(title) is not None)  # a line of its own
    if whole:
        title = re.split(r"[，,；;]", title)[0]
        cut = re.split(r"[0-9０-９]", title)[0] or title
        title = (cut if len(cut) >= _SHORT_TITLE // 2 else title)[:_SHORT_TITLE] + _CUT
    begin = text.start if whole else min(rest + 1, text.end)
    body = tuple(
        text.source.span(begin + line.start(), begin + line.end())
        for line in re.finditer(r"[^\s][^\n\r]*", text.source.text[begin : text.end])
    )
    return _flat(title), body


def _ending(shape: Outline) -> tuple[Span, ...]:
    """Return the paragraphs behind the last clause that are no part of it: where all other clauses have just one."""
    if len(shape.clauses) < 3:  # noqa: PLR2004 - fewer are no pattern
        return ()
    counts = [len(re.findall(r"[^\s][^\n\r]*", clause.text.text)) for clause in shape.clauses]
    if any(count != 1 for count in counts[:-1]):
        return ()
    last = shape.clauses[-1].text
    paragraphs = [
        last.source.span(last.start + line.start(), last.start + line.end())
        for line in re.finditer(r"[^\s][^\n\r]*", last.text)
    ]
    return tuple(paragraphs[1:])


def _quotes(paragraph: str) -> Iterator[str]:
    """Yield the sentences of a paragraph as they can stand in a 原文, without the departments at its end."""
    text = _DEPARTMENTS.sub("", INVISIBLE.sub("", paragraph).rstrip()).strip()
    for sentence in _sentences(text):
        kept = sentence.strip().rstrip("。；;").strip()
        if kept:
            yield kept if _nests(kept) else kept.replace("“", "「").replace("”", "」")


def _sentences(text: str) -> list[str]:
    """Return a paragraph whole where it is short, else by sentences, and a long sentence by its parts."""
    if len(text) <= _LONG_PARAGRAPH:
        return [text]
    found: list[str] = []
    for sentence in _cut(text, "。"):
        found += _cut(sentence, "；;") if len(sentence) > _LONG_SENTENCE else [sentence]
    return found


def _cut(text: str, marks: str) -> list[str]:
    """Return the pieces of a text that end in one of ``marks``, not inside quotation marks or brackets."""
    pieces, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        if letter in "“（(〔《":
            depth += 1
        elif letter in "”）)〕》":
            depth = max(0, depth - 1)
        elif letter in marks and depth == 0:
            pieces.append(text[start : place + 1])
            start = place + 1
    return [*pieces, text[start:]] if start < len(text) else pieces


def _nests(text: str) -> bool:
    """Return whether the quotation marks in a sentence are in pairs, and not too deep for a 原文."""
    depth = 0
    for letter in text:
        depth += (letter == "“") - (letter == "”")
        if not 0 <= depth <= _NESTED:
            return False
    return depth == 0


def _flat(text: str) -> str:
    """Return words that may stand free in a line: no comment sign, no quotation mark without its pair."""
    plain = " ".join(INVISIBLE.sub("", text).split())
    kept = re.sub(r"[#＃\"＂]", "", plain).lstrip("：: ")
    return kept if _nests(kept) else re.sub(r"[“”]", "", kept)

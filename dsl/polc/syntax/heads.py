"""The heads of blocks: what stands behind 政策, 条, 奖补, 组, 示例 … on their own line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from polc.diagnostics import Diagnostic, Words
from polc.errors.bad_name import bad_name
from polc.errors.closing_punctuation import closing_punctuation
from polc.errors.keyword_as_name import keyword_as_name
from polc.errors.missing_colon import missing_colon
from polc.errors.missing_name import missing_name
from polc.errors.missing_number import missing_number
from polc.errors.missing_title import missing_title
from polc.errors.missing_value import missing_value
from polc.errors.name_too_long import name_too_long
from polc.errors.unexpected_word import unexpected_word
from polc.model import values
from polc.syntax.build.atoms import MOST_LETTERS
from polc.syntax.keywords import LINES, NO_TITLE_NEEDED, LineWord, line_words, reserved_words
from polc.syntax.lexis import Token
from polc.syntax.mistakes import explain, unclosed
from polc.syntax.naming import misnamed
from polc.syntax.numerals import LETTERS, number_of
from polc.syntax.shapes import absent, presumed, quoted, read_words, text_of
from polc.syntax.tree import Line
from polc.text import Span


@dataclass(slots=True)
class Head:
    """What a head says: its name or title, number, quoted words, value, and lines that stand in it (归属, 是)."""

    name: str = ""
    name_span: Span | None = None
    number: str = ""
    ordinal: int | None = None
    words: str = ""
    value: values.Value | None = None
    silent: bool = False
    lines: list[Line] = field(default_factory=list)
    bad: bool = False
    finding: Diagnostic | None = None


_FIGURE = rf"[{LETTERS}0-9０-９]"
_NUMBERED = re.compile(
    rf"(?:(?P<path>[^\W\d_]+[/／](?:[（(]{_FIGURE}+[)）]|第?{_FIGURE}+条?))|(?P<bracketed>[（(]\s*{_FIGURE}+\s*[)）])|(?P<ordinal>第\s*{_FIGURE}+\s*[条章节])"
    rf"|(?P<plain>[0-9０-９]+(?:[.．][0-9０-９]+)*)[.．、]?|(?P<han>[{LETTERS}]+)[、.．\s]|(?P<word>文末|附则)(?=\s|\Z))\s*"
)
_HARMLESS = frozenset(("unexpected-word", "closing-punctuation"))
_DIGITS_REASON = Words("名称不以数字开头", "a name does not begin with a digit")
_BLANK_REASON = Words("名称里不能有空格和标点", "a name holds no blanks or punctuation")
_EDGE_REASON = Words("名称不以“以上”“每”这样的词开头", "a name does not begin with 以上, 每 and the like")


def read_head(row: LineWord, keyword: Token, rest: Sequence[Token]) -> Head:
    """Return what stands behind a keyword that opens a block; a head that cannot be read is still a head."""
    head = Head()
    shape, _, inner = row.shape.partition(":")
    if row.id in NO_TITLE_NEEDED and not rest:
        return head
    if shape == "title":
        _title(head, keyword, rest)
    elif shape == "numbered":
        _numbered(head, row, keyword, rest)
    elif shape == "free":
        _text(head, rest)
    elif not rest:
        head.bad = True
        head.finding = missing_name(keyword.span, keyword.raw)
    else:
        _named(head, row, keyword, rest, inner)
    return head


def _text(head: Head, rest: Sequence[Token]) -> None:
    text = text_of(rest)
    head.name, head.name_span = text.text.rstrip(), text.span
    for word in rest:
        if word.type == "UNCLOSED":
            head.finding = unclosed(word, rest[-1].end)
            break


def _title(head: Head, keyword: Token, rest: Sequence[Token]) -> None:
    if rest:
        _text(head, rest)
    else:
        head.finding = missing_title(keyword.span, keyword.raw)


def _numbered(head: Head, row: LineWord, keyword: Token, rest: Sequence[Token]) -> None:
    if not rest:
        head.finding = missing_title(keyword.span, keyword.raw)
        return
    _text(head, rest)
    found = _NUMBERED.match(head.name + " ")
    if found is None:
        if row.id == "clause":
            head.finding = missing_number(rest[0].span, keyword.raw)
        return
    head.number = next(g for g in found.groups() if g).replace("／", "/")
    head.ordinal = number_of(head.number.rpartition("/")[2].strip("（）() 第条章节\t\u3000"))
    title = head.name[found.end() :].strip()
    if title:
        begin = rest[0].start + found.end()
        head.name, head.name_span = title, Span(keyword.source, begin, rest[-1].end)
    elif found.group("word"):
        head.name = head.number
    else:
        head.name = ""
        head.finding = head.finding or missing_title(text_of(rest).span or keyword.span, f"{keyword.raw} {head.number}")


def _named(head: Head, row: LineWord, keyword: Token, rest: Sequence[Token], inner: str) -> None:
    first = rest[0]
    head.name, head.name_span = first.text.rstrip(), first.span  # quotes left open hold all up to the end of the line
    head.finding = unnameable(first)
    rest = rest[1:]
    if rest and rest[-1].type == "COLON" and not (inner and len(rest) == 1):
        head.finding = head.finding or closing_punctuation(rest[-1].span, rest[-1].raw, last=True)
        rest = rest[:-1]
    if rest and rest[0].type == "QUOTE":
        head.words = quoted(rest[0])
        rest = rest[1:]
    if inner:
        _valued(head, keyword, first, rest, inner)
    elif row.id == "subject":
        _subject(head, rest)
    elif rest and head.finding is None:
        head.finding = _trailing(first, rest)
        if head.finding.rule.name == "bad-name":  # two such names are not one
            head.name, head.name_span = head.finding.place.span.text, head.finding.place.span
    elif rest and rest[0].type not in ("QUOTE", "UNCLOSED") and rest[0].start > first.end - 1:
        whole = Span(first.source, first.start, rest[-1].end)
        head.finding = bad_name(whole, whole.text, _reason(first))
    head.bad = head.bad or (head.finding is not None and head.finding.rule.name not in _HARMLESS)


def _trailing(first: Token, rest: Sequence[Token]) -> Diagnostic:
    if rest[0].type == "UNCLOSED":
        return unclosed(rest[0], rest[-1].end)
    if rest[0].type in ("NAME", "OTHER") or rest[0].type in _MIXED:
        whole = Span(first.source, first.start, rest[-1].end)
        return misnamed(whole)
    return unexpected_word(rest[0].span, rest[0].raw)


_MIXED = frozenset(
    (
        *("MONEY", "PERCENT", "COUNT", "NUMBER", "DURATION", "YEAR", "NTH", "PER", "PERYEAR"),
        *("MINUS", "LIST", "DIVIDE", "LPAREN", "MARK"),
    )
)


def _reason(word: Token) -> Words:
    if word.raw[0].isdecimal():
        return _DIGITS_REASON
    return (
        _EDGE_REASON
        if word.type in ("EDGE", "PER", "PERYEAR", "PERTIME", "PERTIER", "PRESUME", "NTH")
        else _BLANK_REASON
    )


def unnameable(word: Token) -> Diagnostic | None:
    """Return the finding that a word cannot be a name, or None where it can."""
    if word.type == "NAME":
        if word.text in line_words():
            return keyword_as_name(word.span, word.raw)
        return name_too_long(word.span, len(word.text), MOST_LETTERS) if len(word.text) > MOST_LETTERS else None
    if word.type == "UNCLOSED":
        return unclosed(word, word.end)
    if word.text in reserved_words() and word.type not in ("EDGE", "PER", "PERYEAR", "PERTIME", "PERTIER", "PRESUME"):
        return keyword_as_name(word.span, word.raw)
    return bad_name(word.span, word.raw, _reason(word))


_BENEFIT = re.compile(
    rf"^[ \t\u3000]*(?:{LINES['benefit'].zh}|{LINES['benefit'].en})[ \t]+([^\s：:|#“”]+)", re.MULTILINE
)
_DUE = {
    "formula": ("{head}：年度支出 ÷ 年度营业收入", "{head}: 年度支出 ÷ 年度营业收入"),
    "pool": ("{head}：每年 500万元", "{head}: yearly 500万元"),
    "fact": ("{head}：金额，每年", "{head}: money, yearly"),
}
"""By shape, how such a head is written."""


def _due(keyword: Token, first: Token, shape: str) -> tuple[Words, ...]:
    """Return what to write behind the colon of a head, with the names that the file has."""
    written = f"{keyword.raw} {first.raw}"
    if shape == "members":
        found = list(dict.fromkeys(_BENEFIT.findall(first.source.text)))
        some = found[:_MOST_NAMED] if len(found) > 1 else ["甲补贴", "乙补贴"]
        return (
            Words(f"写上管哪几项：{written}：{'、'.join(some)}", f"name its members: {written}: {' & '.join(some)}"),
        )
    if shape not in _DUE:
        return ()
    zh, en = (text.format(head=written) for text in _DUE[shape])
    return (Words(f"写上内容，例如 {zh}", f"write what it is, for example {en}"),)


_MOST_NAMED = 3


def _valued(head: Head, keyword: Token, first: Token, rest: Sequence[Token], shape: str) -> None:
    """Read what stands behind the colon of 组, 资金池, 定义 and 外部."""
    if not rest or (rest[0].type == "COLON" and len(rest) == 1):
        due = _due(keyword, first, shape)
        head.finding = head.finding or missing_value(first.span, f"{keyword.raw} {first.raw}", *due)
        head.bad = True
        return
    words = rest[1:]
    if rest[0].type != "COLON":
        gap = Span(first.source, first.end, rest[0].start)
        head.finding = head.finding or missing_colon(first.span, first.raw, gap, "：")
        words = rest
    silence = presumed(words)
    if isinstance(silence, Diagnostic):
        head.finding, head.bad = head.finding or silence, True
        return
    if silence is not None:
        head.silent = True
        words = silence
        if not words:
            return
    nothing = absent(shape, words)
    read = nothing if nothing is not None else read_words(shape, words)
    if isinstance(read, Diagnostic):
        head.finding = head.finding or read
        head.bad = True
    else:
        head.value = read


def _subject(head: Head, rest: Sequence[Token]) -> None:
    """Read 归属 and 是 in the head of an 对象, each as a line of the block."""
    relations = {LINES[i].zh: i for i in ("owned_by", "is_a")} | {LINES[i].en: i for i in ("owned_by", "is_a")}
    at = 0
    while at < len(rest):
        word = rest[at]
        if word.type == "QUOTE" and not head.words:
            head.words = quoted(word)
            at += 1
            continue
        key = relations.get(word.text)
        end = at + 1
        while end < len(rest) and rest[end].text not in relations and rest[end].type != "QUOTE":
            end += 1
        if key is None or end == at + 1:
            head.finding = head.finding or (
                explain("names", rest, at, frozenset(("$END",))) if key is None else missing_value(word.span, word.raw)
            )
            return
        read = read_words(LINES[key].shape, rest[at + 1 : end])
        if isinstance(read, Diagnostic):
            head.finding = head.finding or read
            return
        place = Span(word.source, word.start, rest[end - 1].end)
        head.lines.extend(Line(key, owner, place, word.span) for owner in read)
        at = end

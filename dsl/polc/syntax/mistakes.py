"""What went wrong in a value: from where its words stop making sense to the finding that helps.

The likeliest slip of a drafter is looked for first (a missing unit, a full width thousands separator, a year for a
duration); what is left over is told in general, with at most six things that could have stood there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from polc.diagnostics import Diagnostic, Words
from polc.errors.bad_name import bad_name
from polc.errors.bracket_unclosed import bracket_unclosed
from polc.errors.chinese_numeral import chinese_numeral
from polc.errors.closing_punctuation import closing_punctuation
from polc.errors.date_incomplete import date_incomplete
from polc.errors.duration_for_year import duration_for_year
from polc.errors.keyword_as_name import keyword_as_name
from polc.errors.missing_blank import missing_blank
from polc.errors.period_unknown import period_unknown
from polc.errors.range_word import range_word
from polc.errors.thousands_separator import thousands_separator
from polc.errors.unclosed_quote import unclosed_quote
from polc.errors.unexpected_word import unexpected_word
from polc.errors.unit_missing import unit_missing
from polc.errors.unit_unknown import unit_unknown
from polc.errors.value_unfinished import value_unfinished
from polc.errors.year_for_duration import year_for_duration
from polc.syntax.keywords import reserved_words
from polc.syntax.lexis import Token
from polc.syntax.loose_figures import negative, ranged, taken_off
from polc.syntax.numerals import LETTERS, in_figures
from polc.syntax.phrases import phrase
from polc.syntax.units import SCALES, split
from polc.syntax.wordings import wording
from polc.text import Span

QUANTITIES = frozenset(("MONEY", "PERCENT", "COUNT", "NUMBER", "DURATION", "DAYS"))
MOST_EXPECTED = 6
_PUNCTUATION = "。．.；;！!？?…"
_FIGURED = frozenset(("amount", "formula", "condition", "cap", "pool", "givens", "tier_test", "input", "expected"))
_SUMS = frozenset(("amount", "formula", "condition", "cap"))
_NAMING = frozenset(("names", "owners", "kinds", "members", "fact", "year_index"))

_NOUNS: tuple[tuple[frozenset[str], Words], ...] = (
    (frozenset(("NAME",)), Words("名称", "a name")),
    (frozenset(("MONEY",)), Words("金额（50万元）", "money (50万元)")),
    (frozenset(("PERCENT",)), Words("比例（30%）", "a rate (30%)")),
    (frozenset(("COUNT", "NUMBER")), Words("数（20家）", "a number (20家)")),
    (
        frozenset(("CMP",)),
        Words("比较（达到、超过、不满、不超过）", "a comparison (reaches, exceeds, short_of, not_exceeding)"),
    ),
    (frozenset(("AND", "OR")), Words("且、或", "and, or")),
    (frozenset(("TIMES", "PLUS", "MINUS", "DIVIDE")), Words("运算（+ - × ÷）", "an operator (+ - × ÷)")),
    (frozenset(("DATE",)), Words("日期（2028年12月31日）", "a date (2028-12-31)")),
    (frozenset(("DURATION",)), Words("时长（3年）", "a duration (3年)")),
    (frozenset(("YEAR",)), Words("年份（2026年）", "a year (2026年)")),
    (frozenset(("NTH",)), Words("第几年（第1年）", "which year (year 1)")),
    (frozenset(("PER",)), Words("每、单个", "per, single")),
    (frozenset(("PERYEAR", "PERTIME", "TODATE")), Words("每年、每次、累计", "yearly, each_time, to_date")),
    (frozenset(("EDGE", "MARK")), Words("以上、以下、（含）", "or_more, or_less, (incl)")),
    (frozenset(("COMMA",)), Words("逗号", "a comma")),
    (frozenset(("LIST",)), Words("顿号", "&")),
    (frozenset(("LPAREN", "LBRACK")), Words("左括号", "an opening bracket")),
    (frozenset(("RPAREN", "RBRACK")), Words("右括号", "a closing bracket")),
    (frozenset(("FROM",)), Words("自", "from")),
    (frozenset(("TO",)), Words("至", "to")),
    (frozenset(("ONWARD",)), Words("起", "onward")),
    (frozenset(("UPTO",)), Words("最高", "up_to")),
    (frozenset(("OPEN",)), Words("待定", "open")),
    (frozenset(("IN",)), Words("在", "in")),
    (frozenset(("NOT",)), Words("非", "not")),
    (frozenset(("OTHERWISE",)), Words("其他", "otherwise")),
    (frozenset(("NOTHING",)), Words("不奖", "nothing")),
    (frozenset(("MEANS",)), Words("即", "means")),
    (frozenset(("$END",)), Words("到此为止", "nothing more")),
)


def nouns(accepted: Iterable[str]) -> tuple[Words, ...]:
    """Return what the parser would accept, in the drafter's words, a few of them."""
    wanted = set(accepted)
    return tuple(noun for types, noun in _NOUNS if types & wanted)[:MOST_EXPECTED]


def explain(shape: str, words: Sequence[Token], at: int, accepted: frozenset[str]) -> Diagnostic:
    """Return the finding for words that make no sense at ``at``, where ``accepted`` could have stood."""
    special = (
        (negative(words) if shape in _FIGURED else None)
        or phrase(shape, words, at)
        or _anywhere(words)
        or wording(shape, words, at, accepted)
    )
    special = special or (taken_off(words) if shape in _SUMS else None)
    special = special or (ranged(words) if shape == "amount" else None)
    special = special or (_at(shape, words, at, accepted) if at < len(words) else None) or _brackets(words)
    if special is not None:
        return special
    if at < len(words):
        return _run_together(words[at], accepted) or unexpected_word(words[at].span, words[at].raw, nouns(accepted))
    return value_unfinished(words[-1].span, words[-1].raw, nouns(accepted - {"$END"}))


def _run_together(word: Token, accepted: frozenset[str]) -> Diagnostic | None:
    """Return the finding for a reserved word that may stand here, with something else right behind it: 超出部分结转."""
    if word.type != "NAME":
        return None
    for end in range(len(word.text) - 1, 1, -1):
        first = reserved_words().get(word.text[:end])
        if first is not None and first.type in accepted and len(word.raw) == len(word.text):
            behind = Span(word.source, word.start + end, word.start + end)
            return missing_blank(Span(word.source, word.start, word.start + end), word.raw[:end], behind)
    return None


def _anywhere(words: Sequence[Token]) -> Diagnostic | None:
    for n, word in enumerate(words):
        if word.type == "UNCLOSED":
            return unclosed(word, words[-1].end)
        if word.type == "UNITLESS":
            after = words[n + 1] if n + 1 < len(words) else None
            if after is not None and after.type == "NAME" and after.start == word.end:
                return unit_unknown(word.span.to(after.span), word.raw + after.raw, split(word.raw)[1] + after.raw)
            return unit_missing(word.span, word.raw, _counted(words[:n], word) or f"{word.raw}元")
        if word.type == "PARTDATE":
            return date_incomplete(word.span, word.raw)
        if word.type == "COMMA":
            found = _thousands(words, n)
            if found is not None:
                return found
    return None


_A_COUNT = r"^[ \t\u3000]*{name}[ \t]*[：:][ \t]*(?:个数|count)"


def _counted(before: Sequence[Token], figure: Token) -> str:
    """Return ``1万`` in figures, where the fact it is held against is declared as a count; else nothing."""
    named = next((word for word in reversed(before) if word.type == "NAME"), None)
    digits, scale = split(figure.raw)
    if named is None or scale not in SCALES or not digits.isdecimal():
        return ""
    if not re.search(_A_COUNT.format(name=re.escape(named.text)), figure.source.text, re.MULTILINE):
        return ""
    return str(int(digits) * SCALES[scale])


def unclosed(word: Token, end: int) -> Diagnostic:
    """Return the finding for a quotation that the line does not close."""
    mark = word.raw[0]
    return unclosed_quote(
        Span(word.source, word.start, word.start + 1), Span(word.source, end, end), {"“": "”"}.get(mark, mark)
    )


_UP_TO_THREE = re.compile(r"[0-9０-９]{1,3}(?:,[0-9０-９]{3})*")
_THREE = re.compile(r"[0-9０-９]{3}(?![0-9０-９])")


def separators(words: Sequence[Token]) -> Diagnostic | None:
    """Return the finding for a figure whose thousands are set off by full width commas: ``20，000元``."""
    found = (_thousands(words, n) for n, word in enumerate(words) if word.type == "COMMA")
    return next((each for each in found if each is not None), None)


def _thousands(words: Sequence[Token], n: int) -> Diagnostic | None:
    """Return the finding for the figure whose first separator is the comma at ``n``."""
    if not n or words[n - 1].type != "NUMBER" or not _UP_TO_THREE.fullmatch(words[n - 1].raw):
        return None
    last = n - 1
    while last + 2 < len(words) and _goes_on(*words[last : last + 3]):
        last += 2
    if last < n:
        return None
    place = words[n - 1].span.to(words[last].span)
    return thousands_separator(place, place.text, place.text.replace("，", ","))


def _goes_on(before: Token, comma: Token, after: Token) -> bool:
    """Whether a figure goes on behind a full width comma, with three more digits."""
    glued = before.end == comma.start and comma.end == after.start
    return before.type == "NUMBER" and comma.raw == "，" and glued and bool(_THREE.match(after.raw))


def _period(per: Token, after: Sequence[Token]) -> Diagnostic:
    """Return the finding that a fact has a keyword for its kind, or 每 with something other than a year behind it."""
    if per.type != "PER":
        return keyword_as_name(per.span, per.raw)
    glued = bool(after) and after[0].start == per.end
    return period_unknown(per.span.to(after[0].span) if glued else per.span, per.raw + (after[0].raw if glued else ""))


def _at(shape: str, words: Sequence[Token], at: int, accepted: frozenset[str]) -> Diagnostic | None:
    word = words[at]
    before = words[at - 1] if at else None
    if word.type == "YEAR" and "DURATION" in accepted:
        return year_for_duration(word.span, word.raw)
    if word.type == "DURATION" and "YEAR" in accepted:
        return duration_for_year(word.span, word.raw)
    if word.type == "NUMBER" and "DURATION" in accepted and _CALENDAR.fullmatch(word.raw):
        return year_for_duration(word.span, word.raw)
    if word.type == "NUMBER" and not accepted.isdisjoint(_UNITS):
        return unit_missing(word.span, word.raw, word.raw + next(_UNITS[kind] for kind in _UNITS if kind in accepted))
    if before is not None and before.type == "NUMBER" and "," in before.raw and word.type in ("RPAREN", "RBRACK"):
        return unit_missing(before.span, before.raw)
    if word.type == "QUOTE" and "NAME" in accepted:
        return bad_name(word.span, word.raw, _NO_QUOTES)
    if word.type == "OTHER" and word.text in _PUNCTUATION:
        return closing_punctuation(word.span, word.raw, last=at == len(words) - 1)
    if word.type == "TOTHE" and before is not None and at + 1 < len(words):
        joined = before.raw + "至" + words[at + 1].raw
        return range_word(word.span, joined)
    if before is not None and before.end == word.start and before.type in QUANTITIES and word.type == "NAME":
        unit = split(before.raw)[1]
        return unit_unknown(before.span.to(word.span), before.raw + word.raw, unit + word.raw, unit)
    for near in (word, before):
        if near is not None and near.type == "NAME" and near.text[0] in _NUMERIC:
            figures = in_figures(near.text)
            if figures:
                return chinese_numeral(near.span, near.raw, figures)
    if shape in _NAMING and "NAME" in accepted and word.text in reserved_words():
        return _period(word, words[at + 1 : at + 2]) if shape == "fact" else keyword_as_name(word.span, word.raw)
    return None


_CALENDAR = re.compile(r"(?:19|20)\d\d")
_NUMERIC = frozenset(LETTERS)
_UNITS = {"DURATION": "年", "MONEY": "元", "PERCENT": "%"}
_NO_QUOTES = Words("名称不用引号", "a name needs no quotation marks")


def numeral(words: Sequence[Token]) -> Diagnostic | None:
    """Return the finding for a name that is an amount of money in Chinese characters: 五十万元."""
    for word in words:
        if (
            word.type == "NAME"
            and word.text[0] in _NUMERIC
            and (word.text[-1] in "元万亿" or word.text.startswith("百分之"))
        ):
            figures = in_figures(word.text)
            if figures:
                return chinese_numeral(word.span, word.raw, figures)
    return None


def _brackets(words: Sequence[Token]) -> Diagnostic | None:
    opened: list[Token] = []
    for word in words:
        if word.type in ("LPAREN", "LBRACK"):
            opened.append(word)
        elif word.type in ("RPAREN", "RBRACK"):
            if not opened:
                return bracket_unclosed(word.span, word.raw)
            opened.pop()
    return bracket_unclosed(opened[-1].span, opened[-1].raw) if opened else None

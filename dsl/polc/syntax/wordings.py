"""What is plain to a reader but has another form in the language: 乘以 for ×, 和 for 且, ``级别 是 市级``, ``3 年``.

Asked only where a value cannot be read; each answer is one finding with the form to write. Guarantees: nothing is
offered that could be meant in two ways (a comma between conditions is told, not mended).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from polc.diagnostics import Diagnostic, Edit, Fix, Words
from polc.errors.closing_punctuation import closing_punctuation
from polc.errors.date_incomplete import date_incomplete
from polc.errors.lines_joined import lines_joined
from polc.errors.list_mark import list_mark, listed_conditions
from polc.errors.mode_missing import tier_mode_missing
from polc.errors.written_otherwise import written_otherwise
from polc.syntax.choices import choices
from polc.syntax.keywords import LINES, WORDS, line_words, reserved_words
from polc.syntax.lexis import COMPARISONS, Token
from polc.syntax.numerals import LETTERS, in_figures, number_of
from polc.syntax.payouts import payout_wording
from polc.syntax.phrases import declared
from polc.syntax.units import SCALES, units
from polc.text import Span

_SUMS = frozenset(("amount", "formula", "condition", "cap", "givens"))
_TESTS = frozenset(("condition", "formula"))
_BOUNDED = frozenset(("condition", "formula", "tier_test"))
_LISTS = frozenset(("names", "members", "owners", "kinds", "tiers", "condition"))
_LITERALS = frozenset(("MONEY", "PERCENT", "COUNT", "NUMBER", "DURATION", "DAYS", "YEAR", "DATE"))
_ONE_LITERAL = tuple([kind] for kind in sorted(_LITERALS))

_IN_SUMS = {
    "乘以": "×", "乘": "×", "x": "×", "X": "×", "·": "×", "times": "×", "除以": "÷", "加上": "+", "加": "+",
    "减去": "-", "plus": "+", "minus": "-",
}  # fmt: skip
_IN_TESTS = {"和": "且", "与": "且", "及": "且", "以及": "且", "介于": "在", "between": "in"}
_AT_MOST = frozenset(("不超过", "不高于", "至多", "最多", "不得超过"))
_NEGATIONS = frozenset(("不", "不是", "不属于", "未", "没有"))
_GLUED = {"为": "等于", "达": "达到", "超": "超过", "满": "达到"}
_EDGES = tuple(sorted((word.zh for word in WORDS.values() if word.type == "EDGE"), key=len, reverse=True))
_FLIPPED = {"≤": "≥", "<": ">", "≥": "≤", ">": "<"}
_MOST_PARTS = 5
_TIMES = re.compile(r"(.+)[xX·]")
_HAN_DATE = re.compile(rf"([{LETTERS}]{{4}})年([{LETTERS}]{{1,3}})月([{LETTERS}]{{1,3}})日")
_PLAIN_DATE = re.compile(r"(20\d\d)(\d\d)(\d\d)")


def wording(shape: str, words: Sequence[Token], at: int, accepted: frozenset[str]) -> Diagnostic | None:
    """Return the finding for a value that has another form, or None; it stops making sense at ``at``."""
    for n, word in enumerate(words[:-1]):
        if n and words[n + 1].type == "COLON" and word.text in line_words():
            marked = n > 1 and words[n - 1].text in _PARTING
            return lines_joined(word.span, Span(word.source, words[n - 2 if marked else n - 1].end, word.start))
    here = words[at] if at < len(words) else None
    before = words[at - 1] if at else None
    if here is not None and here.type in ("COMMA", "LIST") and at == len(words) - 1 and at:
        return closing_punctuation(here.span, here.raw, last=True)
    behind = _mark_behind(words) if shape in _BOUNDED else None
    if behind is not None:
        return behind
    numbered = [word.type for word in words[:3]]
    if shape in _TESTS and numbered[::2] == ["LPAREN", "RPAREN"] and words[1].text in _ORDINALS:
        return listed_conditions(words[0].span.to(words[2].span))
    found = _sum(shape, words, here, before) if shape in _SUMS else None
    if found is None and shape in _TESTS:
        found = _test(words, at)
    if found is None and shape in ("date", "validity", "in_force"):
        found = _date(shape, words)
    if found is None and shape == "pool":
        found = _pool(words)
    if found is None and shape in ("per", "cap", "counted", "quota"):
        found = _scope(words)
    if found is None and shape == "amount":
        found = _cap_behind(words) or _tiers_inline(words)
    if shape == "tiers":
        found = _mode(words)
    if found is None and shape == "payout":
        found = payout_wording(words)
    if found is None and shape == "input" and words[0].text in _TICKS:
        found = _swap(words[0], _TICKS[words[0].text], sure=True)
    return found or _apart(words) or _listed(shape, words, here, accepted)


def _swap(word: Token, better: str, *, sure: bool = False) -> Diagnostic:
    return written_otherwise(word.span, word.raw, better, sure=sure)


def _over(first: Token, last: Token, better: str, *, sure: bool = False) -> Diagnostic:
    place = first.span.to(last.span)
    return written_otherwise(place, place.text, better, sure=sure)


def _sum(shape: str, words: Sequence[Token], here: Token | None, before: Token | None) -> Diagnostic | None:
    for word in (here, before):
        if word is not None and word is not words[0] and word.text in _IN_SUMS:
            return _swap(word, _IN_SUMS[word.text], sure=True)
    if here is not None and before is not None and here.text in _AT_MOST and before.type == "TIMES":
        return _swap(here, "最高")
    if here is None or before is None or before.type != "NAME" or here.type != "PERCENT":
        return None
    if shape in _TESTS and not any(word.type == "CMP" and word.end <= before.start for word in words):
        return None  # what is held against the rate is not said: 同比增长 10%
    crossed = _TIMES.fullmatch(before.raw)
    return _over(before, here, f"{crossed[1] if crossed else before.raw} × {here.raw}")


def _joined(words: Sequence[Token]) -> Diagnostic | None:
    """Find ``和/或``, and ``100万元以上的高新技术企业``."""
    for word, mark, after in zip(words, words[1:], words[2:], strict=False):
        if mark.type == "DIVIDE" and after.type == "OR" and (word.type == "AND" or word.text in _IN_TESTS):
            return _over(word, after, "或")
    for edge, word in pairwise(words):
        rest = word.raw.removeprefix("的")
        if edge.type == "EDGE" and rest != word.raw and rest in declared(word.source.text):
            return _swap(word, f" 且 {rest}")
    return None


def _test(words: Sequence[Token], at: int) -> Diagnostic | None:
    apart = _english_word(words) or _joined(words)
    if apart is not None:
        return apart
    types = [word.type for word in words]
    for n in (at, at - 1, at - 2):
        if not 0 <= n < len(words):
            continue
        word = words[n]
        after = words[n + 1] if n + 1 < len(words) else None
        if word.text in ("介于", "between") and {*types[n + 1 : n + 4 : 2]} <= _LITERALS and n + 3 < len(words):
            return _over(word, words[n + 3], f"{_IN_TESTS[word.text]} {words[n + 1].raw}至{words[n + 3].raw}")
        if word.type == "EDGE" and types[n + 1 : n + 2] in _ONE_LITERAL and types[n - 1 : n] not in _ONE_LITERAL:
            return _over(word, words[n + 1], f"{words[n + 1].raw}{word.raw}")
        if word.text in _IN_TESTS and n and after is not None:
            return _swap(word, _IN_TESTS[word.text])
        if word.text == "是" and not n and after is not None:
            return _over(word, after, after.raw)
        if word.text == "是":
            return _swap(word, "等于") if after is not None else _over(words[n - 1], word, words[n - 1].raw)
        if word.text in _NEGATIONS and after is not None and after.type == "NAME":
            return _swap(word, "非")
        glued = _GLUED.get(word.text[-1]) if word.type == "NAME" and len(word.text) > 1 else None
        if glued and types[n + 1 : n + 2] in _ONE_LITERAL and word.text not in declared(word.source.text):
            return _over(word, words[n + 1], f"{word.raw[:-1]} {glued} {words[n + 1].raw}")
        edge = next((edge for edge in _EDGES if word.text.endswith(edge) and word.text != edge), "")
        if word.type == "NAME" and n and edge:
            figures = in_figures(word.text.removesuffix(edge))
            return _swap(word, f"{figures or word.text.removesuffix(edge) + ' '}{edge}", sure=bool(figures))
        if n and word.type in ("MINUS", "TO", "RANGE") and types[n - 2 : n] == ["NAME", types[n - 1]] and after:
            return _over(words[n - 2], after, f"{words[n - 2].raw} 在 {words[n - 1].raw}至{after.raw}")
        if word.type == "COLON" and after is not None and after.text == "是":
            return _over(words[n - 1], after, words[n - 1].raw)
    return _chain(words) or _between(words)


def _english_word(words: Sequence[Token]) -> Diagnostic | None:
    """Find ``at least`` for ``at_least``, ``AND`` for ``and``."""
    for n, word in enumerate(words):
        if not word.text.isascii() or not word.text.isalpha():
            continue
        for end in range(min(len(words), n + _MOST_PARTS), n, -1):
            better = "_".join(each.text for each in words[n:end]).lower()
            if better in reserved_words() and better != word.text:
                return _over(word, words[end - 1], better, sure=True)
    return None


def _mark_behind(words: Sequence[Token]) -> Diagnostic | None:
    """Find ``100万元以上（含）``: the mark belongs to the figure."""
    for figure, edge, mark in zip(words, words[1:], words[2:], strict=False):
        if figure.type in _LITERALS and edge.type == "EDGE" and mark.type == "MARK":
            return _over(figure, mark, f"{figure.raw}{mark.raw}{edge.raw}", sure=True)
    return None


def _chain(words: Sequence[Token]) -> Diagnostic | None:
    """Find ``500万元 ≤ 营业收入 < 1000万元``."""
    if len(words) != 5 or [w.type for w in words[1:4]] != ["CMP", "NAME", "CMP"]:  # noqa: PLR2004 - such a chain
        return None
    low, first, name, second, high = words
    sign = _FLIPPED.get(COMPARISONS.get(first.text, ""))
    if sign is None or low.type not in _LITERALS or high.type not in _LITERALS:
        return None
    return _over(low, high, f"{name.raw} {sign} {low.raw} 且 {name.raw} {second.raw} {high.raw}")


def _between(words: Sequence[Token]) -> Diagnostic | None:
    for low, joint, high in zip(words, words[1:], words[2:], strict=False):
        if low.type in _LITERALS and high.type in _LITERALS and joint.text in ("和", "与", "and"):
            return _swap(joint, "至")
    for word, after in pairwise(words):
        if word.type in _LITERALS and after.text == "之间":
            return _over(word, after, word.raw)
    return None


def _date(shape: str, words: Sequence[Token]) -> Diagnostic | None:
    """Find days written in other ways, and ``自 2023年1月1日起施行``."""
    for word in words:
        figures = _HAN_DATE.fullmatch(word.text.replace("〇", "零"))
        plain = _PLAIN_DATE.fullmatch(word.text) if word.type == "NUMBER" else None
        if figures:
            year = "".join(str(number_of(letter)) for letter in figures[1])
            return _swap(word, f"{year}年{number_of(figures[2])}月{number_of(figures[3])}日", sure=True)
        if plain:
            return _swap(word, f"{plain[1]}年{int(plain[2])}月{int(plain[3])}日", sure=True)
        if word.type == "YEAR" and shape != "validity":
            return date_incomplete(word.span, word.raw)
    if shape == "validity" and len(words) > 1 and words[-2].type == "YEAR" and words[-1].text in ("底", "末", "年底"):
        return _over(words[0], words[-1], f"至 {words[-2].raw}12月31日")
    days = [word for word in words if word.type == "DATE"]
    if shape == "validity" and len(days) == 1 and words[0].type == "DURATION":  # 3年，到 2029年12月31日
        return _over(words[0], words[-1], f"{'to' if words[0].text.isascii() else '至'} {days[0].raw}")
    if shape == "in_force" and len(days) == 1 and len(words) > 1:
        return _over(words[0], words[-1], f"自 {days[0].raw}")
    return None


def _pool(words: Sequence[Token]) -> Diagnostic | None:
    money = [word for word in words if word.type == "MONEY"]
    left = {word.type for word in words} - {"MONEY"}
    if len(money) != 1 or not left <= {"CMP", "UPTO", "PERYEAR"}:
        return None
    yearly = "每年 " if "PERYEAR" in left else ""
    return _over(words[0], words[-1], f"{yearly}{money[0].raw}")


_SCOPES = {"一次性": "一次", "一年一次": "每年", "每年一次": "每年", "年度": "每年", "按年": "每年", "按年度": "每年"}


def _mode(words: Sequence[Token]) -> Diagnostic | None:
    """Find ``年度营业收入 取高档``, which wants a comma, and a comma with no mode behind it."""
    *facts, last = words
    if facts and last.type == "COMMA":
        place = words[0].span.to(facts[-1].span)
        return tier_mode_missing(place, place.text)
    if len(words) == 2 and last.text in choices("tiers"):  # noqa: PLR2004 - a fact and a mode
        comma = ", " if last.text.isascii() else "，"
        return _over(words[0], last, f"{words[0].raw}{comma}{last.raw}", sure=True)
    return None


def _tiers_inline(words: Sequence[Token]) -> Diagnostic | None:
    """Find ``省级 20万元，国家级 50万元``: a 分档, where one fact is declared with all these levels."""
    pairs, marks = list(zip(words[::3], words[1::3], strict=False)), words[2::3]
    plain = all(level.type == "NAME" and money.type == "MONEY" for level, money in pairs)
    if len(pairs) < 2 or not plain or any(mark.text not in _PARTING for mark in marks):  # noqa: PLR2004 - two tiers
        return None
    place = words[0].span.to(words[-1].span)
    source = place.source
    owners = [
        name for name, levels in _LEVELS.findall(source.text)
        if {level.text for level, _ in pairs} <= {each.strip() for each in levels.split("、")}
    ]  # fmt: skip
    if len(owners) != 1:
        return None
    start = source.line_start(place.begin.line)
    text = source.text[start : place.start]
    indent = text[: len(text) - len(text.lstrip())]
    head = f"{indent}{LINES['tiers'].zh}：{owners[0]}，查表"
    rows = [f"{indent}  | {level.raw} | {money.raw} |" for level, money in pairs]
    fix = Fix(_MAKE_TIERS, (Edit(Span(source, start, place.end), "\n".join([head, *rows])),))
    return written_otherwise(place, place.text, head.strip()).with_(fixes=(fix,))


_LEVELS = re.compile(r"^[ \t\u3000]+([^\s：:|#“”]+)[：:]([^\n：:#|]*、[^\n：:#|]*)$", re.MULTILINE)
_MAKE_TIERS = Words("写成分档，一档一行", "make them tiers, a row each")


def _cap_behind(words: Sequence[Token]) -> Diagnostic | None:
    """Find ``…，最高不超过 20万元`` behind an amount: a 上限 of its own."""
    if len(words) < 4 or words[-1].type != "MONEY":  # noqa: PLR2004 - an amount, a comma, 最高, a figure
        return None
    at = next((n for n in range(len(words) - 2, 0, -1) if words[n].type not in ("UPTO", "CMP")), 0)
    if words[at].type != "COMMA" or at == len(words) - 2:
        return None
    place = words[at].span.to(words[-1].span)
    begin = place.begin.line
    text = place.source.line_text(begin)
    indent = text[: len(text) - len(text.lstrip())]
    english = text.lstrip()[:1].isascii()
    cap = f"{LINES['cap'].en}: {words[-1].raw}" if english else f"{LINES['cap'].zh}：{words[-1].raw}"
    fix = Fix(Words(f"另写一行 {cap}", f"make it a line: {cap}"), (Edit(place, f"\n{indent}{cap}"),))
    return written_otherwise(place, place.text, cap).with_(fixes=(fix,))


def _scope(words: Sequence[Token]) -> Diagnostic | None:
    for n, word in enumerate(words):
        if word.text in _SCOPES:
            return _swap(word, _SCOPES[word.text])
        if word.type == "PERYEAR" and n + 1 < len(words) and words[n + 1].type == "ONCE" and not word.text.isascii():
            return _over(word, words[n + 1], word.raw)
        if word.type == "NAME" and n + 1 < len(words) and words[n + 1].type in ("PERYEAR", "PERTIME", "ONCE"):
            per = "每" if not words[n + 1].text.isascii() else "per "
            return None if n and words[n - 1].type == "PER" else _swap(word, f"{per}{word.raw}")
    return None


_TICKS = {"√": "是", "✓": "是", "✔": "是", "✗": "否", "✘": "否", "×": "否"}
_PARTING = frozenset("；;，,、。")
_ORDINALS = frozenset("1234567890一二三四五六七八九十")
_YUAN = frozenset(("元", "yuan"))
_CURRENCY = frozenset(("¥", "￥", "RMB", "CNY", "rmb", "人民币"))


def _apart(words: Sequence[Token]) -> Diagnostic | None:
    """Find a number and its unit with a blank between: ``3 年``."""
    for word, after in pairwise(words):
        if word.type == "NUMBER" and after.type == "NAME" and after.text in units():
            return _over(word, after, word.raw + after.raw, sure=True)
        if word.type == "NUMBER" and after.text in SCALES:
            last = next((each for before, each in pairwise(words) if before is after and each.text in _YUAN), after)
            return _over(word, last, f"{word.raw}{after.raw}元", sure=last is not after)
        if word.text in _CURRENCY and after.type in ("NUMBER", "UNITLESS", "MONEY"):
            return _over(word, after, after.raw if after.type == "MONEY" else f"{after.raw}元", sure=True)
        if word.type == "NUMBER" and after.text in _CURRENCY:
            return _over(word, after, f"{word.raw}元", sure=True)
    return None


def _listed(shape: str, words: Sequence[Token], here: Token | None, accepted: frozenset[str]) -> Diagnostic | None:
    if here is None or here.type not in ("COMMA", "LIST", "DIVIDE", "PLUS"):
        return None
    joint = next((word for before, word in pairwise(words) if before is here), None)
    if shape in _TESTS and joint is not None and joint.type in ("AND", "OR") and here.type in ("COMMA", "LIST"):
        return _over(here, joint, f" {joint.raw}")
    if shape == "payout" and here.type in ("DIVIDE", "PLUS"):
        return list_mark(tuple(word.span for word in words if word.type == here.type))
    if shape in _LISTS and "LIST" in accepted and here.type != "LIST":
        return list_mark(tuple(word.span for word in words if word.type == here.type))
    return listed_conditions(here.span) if shape in _TESTS and "AND" in accepted else None


def listed_levels(words: Sequence[Token]) -> Diagnostic | None:
    """Return the finding for the levels of a fact joined by ， or /, all of them or some, or None."""
    marks = {word.type for word in words[1::2]}
    if len(words) < 3 or {word.type for word in words[::2]} != {"NAME"}:  # noqa: PLR2004 - two names and a mark
        return None
    if [word.text for word in words[::2]] in (["是", "否"], ["有", "无"], ["yes", "no"]):
        return _over(words[0], words[-1], "truth" if words[0].text.isascii() else "是否")
    wrong = tuple(word.span for word in words[1::2] if word.type != "LIST")
    return list_mark(wrong) if wrong and marks <= {"COMMA", "DIVIDE", "LIST"} else None


def yearly_fact(words: Sequence[Token], kinds: Sequence[str]) -> Diagnostic | None:
    """Return the finding for ``金额 每年``, ``每年金额`` and ``金额（万元）``, or None."""
    if [word.type for word in words[1:4]] == ["LPAREN", "NAME", "RPAREN"] and words[0].text in kinds:
        return _over(words[0], words[3], words[0].raw) if words[2].text in units() else None
    named = [word for word in words if word.text in kinds]
    if len(named) != 1 or not any(word.type == "PERYEAR" for word in words):
        return None
    if {word.type for word in words} - {"NAME", "COUNTOF", "LIST", "PERYEAR"}:
        return None
    place = Span(words[0].source, words[0].start, words[-1].end)
    better = f"{named[0].raw}，每年"
    return None if place.text == better else written_otherwise(place, place.text, better)

"""Figures: the numbers a sentence states and those its encoding uses, made comparable.

Units are normalised (500万 and 5,000,000元 are one figure, 百分之三十 is 30%, the 100 of 100—300万元 is 1,000,000), Chinese
numerals before a unit are read (前三年, 分两年, 五十万元), and ordinals, clause numbers, names (“9+5”, 5G), 一次性 and how often
(每年奖励一次, which 享受 encodes) are not figures. ``tests/checks/figures`` holds texts labelled by hand and says what is missed.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from fractions import Fraction

from polc.model.expressions import Date, Kind, Quantity
from polc.model.policy import Part, Stated
from polc.model.values import Payout, Rounding, YearRange
from polc.syntax.numerals import LETTERS, number_of
from polc.syntax.units import measure_of
from polc.text import Span

_SCALE = {"万": 10**4, "亿": 10**8, "千": 10**3, "百万": 10**6, "千万": 10**7, "百": 10**2, "": 1}
_ARABIC = re.compile(
    r"(?<![0-9A-Za-z.〔\[])(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)\s*"
    r"(?P<scale>千万|百万|亿|万|千(?!瓦|克|米|卡)|百)?\s*(?P<unit>%|‰|个百分点|元|年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|个月|个工作日|[平立]方米|平方公里|[\u4e00-\u9fff])?"
)
_CHINESE = re.compile(
    r"(?<!届)(?!一次(?!以|及))(?P<number>[一二两三四五六七八九十][一二三四五六七八九十百千万亿零]{0,8})"
    r"(?P<unit>年(?!度|来|代|级)|个月|个工作日|个(?![一二三]?[性人])|家|期|倍|成|次(?!性|全会|全体|会议)|元(?!化|论|素|结构)"
    r"|(?:人|名|户|项|件|场|台|套|天|日|小时)(?=(?:\(含\)|及)?以[上下内]))"  # a threshold; 以上两项 and 每一人 are none
)
_PER = {"百": 100, "千": 1000, "万": 10**4}
_PARTS = re.compile(rf"(?P<of>[百千万])分之(?P<number>[{LETTERS}]+(?:点[{LETTERS}]+)?)")
_RANGE = re.compile(
    r"\s*(?:[-–—]+|~|至|到)\s*[0-9][0-9,]*(?:\.[0-9]+)?\s*(?P<scale>千万|百万|亿|万|千(?!瓦|克|米|卡)|百)?\s*(?P<unit>%|‰|元|年|个月)?"
)
"""What follows the first number of a range, whose scale and unit are written once, behind the second."""

_FIRST_YEAR = 1900
"""A number of this size before 年 is a year, not how long something lasts."""

_NO_FIGURE = re.compile(
    r"第\s*[0-9][0-9、,，和及\s]*[条款项章]"  # 第2、6、7条
    r"|^\s*[0-9]{1,3}[.、](?![0-9])"  # 1. at the head of a line
    r"|(?<![0-9.])[0-9]+(?:\+[0-9]+)+(?![0-9.%‰万亿千百元])"  # the “5+3+1” system
    r"|(?<![0-9.])(?:[2-6]G|[23]D|[248]K)(?![0-9A-Za-z])",  # 5G, 3D, 4K
    re.MULTILINE,
)
"""Numbers of clauses and numbers inside names."""

_GRADE = re.compile(r"(?P<number>[一二三四五六七八九十]+)(?=级)")
_EACH_MONTH = re.compile(r"每个?月|[/·]月|按月")
_ORDINAL = re.compile(r"第\s*$")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: its value (money in 元, rates as fractions, dates as their year), what it measures, and its words.

    ``kind`` is money | rate | years | months | number; a number with no unit that tells compares with any but a rate.
    """

    value: Fraction
    kind: str
    text: str
    start: int = 0
    derived: bool = False  # worked out from what is written, not written itself
    place: Span | None = field(default=None, compare=False, repr=False)

    def matches(self, other: Figure) -> bool:
        """Return whether two figures are one."""
        if (self.kind == "rate") != (other.kind == "rate"):
            return False
        if {self.kind, other.kind} == {"years", "months"}:
            years, months = (self, other) if self.kind == "years" else (other, self)
            return years.value * 12 == months.value
        return self.value == other.value


def in_text(text: str) -> list[Figure]:
    """Return the figures that a sentence states, in order."""
    # letter by letter, so that a start is a place in the text: … alone would become three
    wide = "".join(one if len(one := unicodedata.normalize("NFKC", letter)) == 1 else letter for letter in text)
    wide = _NO_FIGURE.sub(lambda match: " " * len(match.group()), wide)
    found = [figure for match in _ARABIC.finditer(wide) if (figure := _arabic(match, wide)) is not None]
    for match in _CHINESE.finditer(wide):
        number = 2 if match["number"] == "两" else number_of(match["number"])
        if number is None or _ORDINAL.search(wide[: match.start()]):
            continue
        kind = {"年": "years", "个月": "months", "元": "money"}.get(match["unit"], "number")
        if match["unit"] == "成":
            found.append(Figure(Fraction(number, 10), "rate", match.group(), match.start()))
        else:
            found.append(Figure(Fraction(number), kind, match.group(), match.start()))
    for match in _PARTS.finditer(wide):
        rate = _decimal(match["number"])
        if rate is not None:
            found.append(Figure(rate / _PER[match["of"]], "rate", match.group(), match.start()))
    return sorted(found, key=lambda figure: figure.start)


def worked_out(text: str) -> list[Figure]:
    """Return the figures that a sentence does not write and that its encoding may well use.

    五级 is 5; what is given for each month is, in a year, twelve times as much.
    """
    found = [
        Figure(Fraction(number), "number", match.group(), match.start(), derived=True)
        for match in _GRADE.finditer(text)
        if (number := number_of(match["number"])) is not None
    ]
    if _EACH_MONTH.search(text):
        found += [replace(each, value=each.value * 12, derived=True) for each in in_text(text) if each.kind == "money"]
    return found


def of_each_month(text: str, used: Iterable[Figure]) -> list[Figure]:
    """Return for the sums that an encoding uses what they are for each month, where a sentence speaks of months."""
    if not _EACH_MONTH.search(text):
        return []
    return [replace(each, value=each.value / 12, derived=True) for each in used if each.kind == "money"]


def _decimal(letters: str) -> Fraction | None:
    """Return the number written in Chinese characters with 点 before its decimals (零点五), or None."""
    whole, _, decimals = letters.partition("点")
    digits = [number_of(letter) for letter in decimals]
    number = number_of(whole)
    if number is None or any(digit is None or digit > 9 for digit in digits):  # noqa: PLR2004 - a digit
        return None
    return number + sum((Fraction(digit or 0, 10**place) for place, digit in enumerate(digits, 1)), Fraction(0))


def _arabic(match: re.Match[str], text: str) -> Figure | None:
    value = Fraction(match["number"].replace(",", ""))
    unit, scale = match["unit"] or "", match["scale"] or ""
    ranged = _RANGE.match(text, match.end("number"))
    if ranged is not None:
        unit, scale = ranged["unit"] or "", ranged["scale"] or ""
    before = text[: match.start()]
    words = match.group().strip().rstrip("至到")
    if unit in ("%", "‰"):
        return Figure(value / (100 if unit == "%" else 1000), "rate", words, match.start())
    if _ORDINAL.search(before) and unit in ("条", "款", "项", "章"):
        return None
    if unit == "号" or (before.endswith(("〔", "(", "[")) and unit == "〕"):
        return None
    value *= _SCALE[scale]
    if unit.startswith("年"):
        return Figure(value, "number" if value >= _FIRST_YEAR else "years", words, match.start())
    if unit == "个月":
        return Figure(value, "months", words, match.start())
    kind = "money" if unit == "元" or (scale and not measure_of(unit)) else "number"  # 3万家 is no money
    return Figure(value, kind, words.rstrip("的以给及至不奖按") or words, match.start())


def in_part(part: Part, *, readings: bool = True) -> list[Figure]:
    """Return the figures that a part's encoding uses, under any of its readings or as it stands without them."""
    found: list[Figure] = []
    for each in part.written if readings else (part.base,):
        for row in fields(each):
            of_row = _walk(getattr(each, row.name))
            if row.name in ("in_force", "valid"):  # the sentence may stand in the clause, or speak of several
                of_row = (replace(figure, derived=True) for figure in of_row)
            found.extend(of_row)
    size = getattr(part, "size", None)
    if size is not None:
        found.extend(_walk(size))
    return list(dict.fromkeys(found))


def _walk(node: object) -> Iterator[Figure]:
    """Yield the figures in a piece of the model."""
    match node:
        case Stated(value=value):
            yield from _walk(value)
        case Quantity():
            yield from _quantity(node)
        case Date(ordinal=ordinal, span=span):
            year = dt.date.fromordinal(ordinal).year
            yield Figure(Fraction(year), "number", span.text if span else str(year), derived=True)
        case YearRange(first=first, last=last):
            text = f"第{first}年至第{last}年"
            yield Figure(Fraction(last), "years", text, derived=True)
            yield Figure(Fraction(last - first + 1), "years", text, derived=True)
        case Rounding(unit=unit, span=span):  # “不足1元的舍去” is 取整：去尾 到 元
            yield Figure(Fraction(unit, 100), "money", span.text if span else "取整", derived=True)
        case Payout(shares=shares):
            yield Figure(Fraction(len(shares)), "years", f"分{len(shares)}年")
            for figure in _walk(shares):  # 分 2年 alone says 50% without writing it
                yield replace(figure, derived="%" not in unicodedata.normalize("NFKC", figure.text))
        case tuple():
            for inner in node:
                yield from _walk(inner)
        case _ if is_dataclass(node) and not isinstance(node, type):
            for row in fields(node):
                if row.name != "span":
                    yield from _walk(getattr(node, row.name))
        case _:
            return


def _quantity(quantity: Quantity) -> Iterator[Figure]:
    text = quantity.span.text if quantity.span else str(quantity.value)
    match quantity.kind:
        case Kind.MONEY:
            yield Figure(quantity.value, "money", text, place=quantity.span)
        case Kind.RATE:
            yield Figure(quantity.value, "rate", text, place=quantity.span)
        case Kind.DURATION:
            if quantity.value % 12 == 0:
                yield Figure(quantity.value / 12, "years", text, place=quantity.span)
            else:
                yield Figure(quantity.value, "months", text, place=quantity.span)
        case _:
            yield Figure(quantity.value, "number", text, place=quantity.span)


def unmatched(these: Iterable[Figure], those: Iterable[Figure]) -> list[Figure]:
    """Return the figures of ``these`` that none of ``those`` is, years between two encoded years aside."""
    others = list(those)
    years = [f.value for f in others if f.kind == "number" and f.value >= _FIRST_YEAR]
    found: list[Figure] = []
    for figure in these:
        if any(figure.matches(other) for other in others):
            continue
        if years and figure.value >= _FIRST_YEAR and min(years) < figure.value < max(years):
            continue
        found.append(figure)
    return found

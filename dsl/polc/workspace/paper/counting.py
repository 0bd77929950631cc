"""Numbers as Word counts with them: 一、二、三, 甲、乙、丙, ①②③, a b c, i ii iii.

The names of the styles are those of ``ST_NumberFormat`` (ECMA-376 part 1, 17.18.59). Guarantees: every number has a
text; a style that is not known, or has no sign for so large a number, counts 1, 2, 3, as Word does, and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

_MOST = 32_767
"""Word counts no further."""
_ALPHABET = 26
_LONGEST = 30
"""How often Word repeats a letter: 780 is zz… thirty times."""


class Counted(NamedTuple):
    """A number as written; ``known`` is False where the style is none of ours."""

    text: str
    known: bool = True


_FIGURES, _FORMAL = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"


def _places(figures: str, places: str, myriad: str) -> Callable[[int], str]:
    """Return who writes a number with 十, 百, 千 and 万, a 零 for the places that are skipped."""
    bare_ten = figures is _FIGURES

    def small(n: int) -> str:
        text, gap = "", False
        for place, sign in ((1000, places[2]), (100, places[1]), (10, places[0]), (1, "")):
            digit, n = divmod(n, place)
            if digit:
                text += (figures[0] if gap and text else "") + figures[digit] + sign
                gap = False
            else:
                gap = True
        return text

    def write(n: int) -> str:
        if n == 0:
            return figures[0]
        high, low = divmod(n, 10_000)
        text = f"{small(high)}{myriad}" if high else ""
        if low:
            text += (figures[0] if high and low < 1000 else "") + small(low)  # noqa: PLR2004 - the place of 千
        ten = figures[1] + places[0]
        return text[1:] if bare_ten and text.startswith(ten) else text

    return write


def _digits(figures: str) -> Callable[[int], str]:
    """Return who writes a number figure by figure: 一二〇."""
    return lambda n: "".join(figures[int(c)] for c in str(n))


def _shifted(first: str, last: int, begin: int = 1) -> Callable[[int], str]:
    """Return who writes the numbers from ``begin`` to ``last`` as signs that follow one another in Unicode."""
    return lambda n: chr(ord(first) + n - begin) if begin <= n <= last else ""


def _signs(signs: str) -> Callable[[int], str]:
    return lambda n: signs[n - 1] if 1 <= n <= len(signs) else ""


def _letters(first: str) -> Callable[[int], str]:
    """Return who writes a … z, then aa, bb, as Word goes on."""
    most = _ALPHABET * _LONGEST
    return lambda n: chr(ord(first) + (n - 1) % _ALPHABET) * (1 + (n - 1) // _ALPHABET) if 0 < n <= most else ""


def _roman(n: int) -> str:
    text = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        text += sign * (n // value)
        n %= value
    return text


_FULL = _digits("０１２３４５６７８９")
_han, _formal, _old = (
    _places(_FIGURES, "十百千", "万"), _places(_FORMAL, "拾佰仟", "万"), _places(_TRADITIONAL, "拾佰仟", "萬"),
)  # fmt: skip

_STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": _FULL,
    "decimalFullWidth2": _FULL,
    "numberInDash": lambda n: f"- {n} -",
    "ordinal": lambda n: f"{n}{_suffix(n)}",
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "japaneseCounting": _han,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _old,
    "japaneseLegal": _old,
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "taiwaneseDigital": _digits("〇一二三四五六七八九"),
    "ideographTraditional": _signs("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _signs("子丑寅卯辰巳午未申酉戌亥"),
    "ideographZodiacTraditional": lambda n: (
        "甲乙丙丁戊己庚辛壬癸"[(n - 1) % 10] + "子丑寅卯辰巳午未申酉戌亥"[(n - 1) % 12] if 1 <= n <= 60 else ""  # noqa: PLR2004 - a round
    ),
    "ideographEnclosedCircle": _shifted("㊀", 10),
    "decimalEnclosedCircle": lambda n: _shifted("①", 20)(n) or _shifted("㉑", 35, 21)(n) or _shifted("㊱", 50, 36)(n),
    "decimalEnclosedCircleChinese": _shifted("①", 20),
    "decimalEnclosedFullstop": _shifted("⒈", 20),
    "decimalEnclosedParen": _shifted("⑴", 20),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerRoman": _roman,
}


def _suffix(n: int) -> str:
    teens = 10 < n % 100 < 14  # noqa: PLR2004 - 11th, 12th, 13th
    return "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def counted(number: int, style: str) -> Counted:
    """Return ``number`` (0 or more) written in a style of Word's."""
    write = _STYLES.get(style)
    if write is None:
        return Counted(str(number), known=False)
    return Counted((write(number) if number <= _MOST else "") or str(number))

"""What keeps a text from being a name, and the name it could be: ``研发 补助``, ``补助1``, ``补助（一）``.

Guarantee: the name that is offered is one the language reads as a single word.
"""

from __future__ import annotations

import re

from polc.diagnostics import Diagnostic, Words
from polc.errors.bad_name import bad_name
from polc.syntax.keywords import line_words, reserved_words
from polc.syntax.lexis import normal, tokens
from polc.syntax.units import units
from polc.text import Source, Span

_BLANKS, _DIGITS = re.compile(r"\s"), re.compile(r"[0-9]")
_LETTER = re.compile(r"[^\W\d]")
_IN_LETTERS = str.maketrans("0123456789", "〇一二三四五六七八九")
_MOST_DIGITS = 2
"""A number with more digits is a year or an amount: which words it is best written in, the drafter knows."""


def misnamed(place: Span) -> Diagnostic:
    """Return the finding that a text of several words cannot be a name: what is in its way, and a name without."""
    text = normal(place.text)
    marks = "".join(dict.fromkeys(c for c in place.text if not (_BLANKS.match(c) or _DIGITS.match(c) or _is_letter(c))))
    found = [
        *([Words("空格", "blanks")] if _BLANKS.search(text) else []),
        *([Words("数字", "digits")] if _DIGITS.search(text) else []),
        *([Words(f"“{marks}”", f"“{marks}”")] if marks else []),
    ]
    zh, en = "、".join(each.zh for each in found), " or ".join(each.en for each in found)
    return bad_name(place, place.text, Words(f"名称里不能有{zh}", f"a name holds no {en}"), _without(text))


def _is_letter(letter: str) -> bool:
    return bool(_LETTER.match(letter)) or bool(_DIGITS.match(normal(letter)))


_UNIT = re.compile(r"[(（]([^()（）]+)[)）]\Z")


def _without(text: str) -> str:
    """Return the name that is left without blanks, marks and unit, its digits in letters; "" where that is none."""
    unit = _UNIT.search(text)
    if unit is not None and unit[1] in units():
        text = text[: unit.start()]
    if any(len(digits) > _MOST_DIGITS for digits in re.findall(r"[0-9]+", text)):
        return ""
    plain = "".join(letter for letter in text.translate(_IN_LETTERS) if _LETTER.match(letter))
    words = tokens(Source("", plain))
    fits = len(words) == 1 and words[0].type == "NAME" and plain not in line_words() and plain not in reserved_words()
    return plain if fits else ""

"""How Word writes its numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polc.syntax.numerals import number_of
from polc.workspace.paper.counting import counted


@pytest.mark.parametrize(
    ("style", "number", "text"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("japaneseCounting", 12, "十二"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographDigital", 20, "二〇"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 13, "丙子"),
        ("ideographEnclosedCircle", 2, "㊁"),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 36, "㊱"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 2, "B"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 4, "IV"),
        ("ordinal", 22, "22nd"),
        ("ordinal", 12, "12th"),
        ("numberInDash", 1, "- 1 -"),
    ],
)
def test_a_number_is_written_as_word_writes_it(style: str, number: int, text: str) -> None:
    assert counted(number, style) == (text, True)


def test_a_style_that_is_not_known_counts_and_says_so() -> None:
    assert counted(7, "hebrew1") == ("7", False)


@given(st.integers(1, 32_767), st.sampled_from(["chineseCounting", "chineseLegalSimplified", "ideographDigital"]))
def test_a_chinese_number_is_read_as_it_was_written(number: int, style: str) -> None:
    text = counted(number, style).text
    if style == "ideographDigital":
        text = "".join(str("〇一二三四五六七八九".index(c)) for c in text)
    assert number_of(text) == number


@given(st.integers(0, 10**9), st.text(max_size=8) | st.sampled_from(["lowerLetter", "upperRoman", "chineseCounting"]))
def test_no_number_is_without_a_text_or_with_an_endless_one(number: int, style: str) -> None:
    assert 1 <= len(counted(number, style).text) <= 60

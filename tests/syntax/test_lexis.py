"""The words of a text: what is one word, what is two, and what each is."""

import pytest

from polc.syntax.lexis import tokens
from polc.syntax.lines import column, split
from polc.syntax.units import units
from polc.text import Source


def words(text: str) -> list[tuple[str, str]]:
    return [(token.type, token.text) for token in tokens(Source("words.pol", text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年度营业收入达到500万元", "NAME CMP MONEY"),
        ("最高不超过50万元", "UPTO CMP MONEY"),
        ("首次达到四上标准", "NAME"),
        ("应得不超过支出", "NAME"),
        ("部分5万元", "NAME MONEY"),
        ("每户企业每年最高不超过50万元", "PER NAME PERYEAR UPTO CMP MONEY"),
        ("省级以上", "NAME"),
        ("省级 及以上", "NAME EDGE"),
        ("以上、以下含本数", "EDGE LIST EDGE NAME"),
        ("10万元（含）至30万元（不含）", "MONEY MARK TO MONEY MARK"),
        ("500万元以上不满1000万元", "MONEY EDGE CMP MONEY"),
        ("自50万元至100万元", "FROM MONEY TO MONEY"),
        ("第1年至第3年", "NTH TO NTH"),
        ("分2年", "SPREAD DURATION"),
        ("连续3年", "NAME DURATION"),
        ("DCMM3级", "NAME"),
        ("AI4S", "NAME"),
        ("100P以上", "COUNT EDGE"),
        ("100PB", "COUNT"),
        ("100Pa", "NUMBER NAME"),
        ("50 万元以上", "MONEY EDGE"),
        ("30 家", "NUMBER NAME"),
        ("2,000万元", "MONEY"),
        ("2，000万元", "NUMBER COMMA MONEY"),
        ("[500,1000)", "LBRACK NUMBER COMMA NUMBER RPAREN"),
        ("50万", "UNITLESS"),
        ("2023年", "YEAR"),
        ("3年", "DURATION"),
        ("2028年12月31日", "DATE"),
        ("2028/12/31", "DATE"),
        ("2028年12月", "PARTDATE"),
        ("30个工作日", "DAYS"),
        ("收入>=5元", "NAME CMP MONEY"),
        ("国家或省级批准的场所", "NAME"),
        ("甲或乙", "NAME"),
        ("甲 或 乙", "NAME OR NAME"),
        ("“四上”企业", "QUOTE NAME"),
        ("“外“中“内”中”外”", "QUOTE"),
        ("“没有合上", "UNCLOSED"),
        ("5元 # 注", "MONEY COMMENT"),
        ("5元＃注", "MONEY COMMENT"),
        ("“a#b”", "QUOTE"),
        ("year 3", "NTH"),
        ("FY2023", "YEAR"),
        ("暂按否", "PRESUME NAME"),
    ],
)
def test_a_text_is_split_into_its_words(text: str, expected: str) -> None:
    assert " ".join(kind for kind, _ in words(text)) == expected


def test_names_are_normalised_and_places_are_not() -> None:
    (token,) = tokens(Source("words.pol", "Ａe\u0301"))
    assert (token.text, token.raw, token.start, token.end) == ("A\u00e9", "Ａe\u0301", 0, 3)


def test_comments_and_line_ends_are_words() -> None:
    assert words("甲 # 注\r\n乙\r丙\n") == [
        ("NAME", "甲"),
        ("COMMENT", "# 注"),
        ("NL", "\r\n"),
        ("NAME", "乙"),
        ("NL", "\r"),
        ("NAME", "丙"),
        ("NL", "\n"),
    ]


def test_only_line_ends_end_lines() -> None:
    assert len(list(split(Source("words.pol", "甲\u2028乙\x0b丙\u0085丁")))) == 1


def test_an_ideographic_space_counts_two_and_a_tab_cannot_be_counted() -> None:
    assert column("\u3000 甲", 0, 2) == 3
    assert column("\t甲", 0, 1) is None


def test_words_keep_their_places_where_invisible_characters_are_passed_over() -> None:
    (line,) = split(Source("words.pol", "标\u200b准\u200b： 5\u200b万元"))
    assert [(word.type, word.text, word.raw) for word in line.words] == [
        ("NAME", "标准", "标\u200b准"),
        ("COLON", "：", "："),
        ("MONEY", "5万元", "5\u200b万元"),
    ]


def test_every_unit_is_read_whole_with_its_number() -> None:
    for word in units():
        for digits in ("30", "2.5"):
            found = tokens(Source("x.pol", digits + word))
            assert [token.text for token in found] == [digits + word]

"""Words that are no keywords of ours, and the keyword each stands for."""

from collections import Counter

import pytest

from polc.syntax.choices import choices
from polc.syntax.keywords import LINES, line_words
from polc.syntax.lexis import tokens
from polc.syntax.synonyms import MEANT_HERE, REMARKS, SYNONYMS, meant
from polc.text import Source

WORDS = [word for words in SYNONYMS.values() for word in words.split()]


def test_no_synonym_is_a_keyword() -> None:
    assert not set(WORDS) & set(line_words())
    assert not REMARKS & set(line_words())


def test_no_synonym_stands_for_two_keywords() -> None:
    assert not [word for word, count in Counter([*WORDS, *REMARKS]).items() if count > 1]


def test_every_synonym_is_one_word_to_the_lexer() -> None:
    assert not [word for word in WORDS if len(tokens(Source("w.pol", word))) != 1]


def test_synonyms_speak_of_keywords_that_exist() -> None:
    assert set(SYNONYMS) <= set(LINES)
    for (wrong, block), right in MEANT_HERE.items():
        assert wrong in LINES
        assert block in LINES[right].owners
        assert block not in LINES[wrong].owners


def test_a_remark_is_written_as_a_column_only_in_tables() -> None:
    assert REMARKS & set(choices("column"))


@pytest.mark.parametrize(
    ("word", "keyword"),
    [
        ("保证", "应成立"),
        ("口径", "约定"),
        ("封顶", "上限"),
        ("起补", "不足不发"),
        ("除外", "不予支持"),
        ("牵头单位", "牵头"),
        ("生效", "施行"),
        ("期限", "有效期"),
        ("奖励", "奖补"),
        ("档次", "分档"),
        ("总额", "资金池"),
        ("兌付", "兑付"),
        ("Policy", "policy"),
        ("From-Pool", "from_pool"),
        ("limit", "cap"),
        ("payuot", "payout"),
    ],
)
def test_a_word_means_its_keyword_in_its_own_language(word: str, keyword: str) -> None:
    found = meant(word)
    assert found is not None
    assert found.word == keyword


def test_a_subsidy_followed_by_a_colon_inside_a_benefit_is_its_amount() -> None:
    inside = meant("补助", colon=True, block="benefit")
    outside = meant("补助", colon=True, block="clause")
    assert inside is not None
    assert outside is not None
    assert (inside.word, outside.word) == ("标准", "奖补")

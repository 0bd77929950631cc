"""Pygments colours ``.pol``: every word of the table, every policy, in both languages."""

import itertools
from pathlib import Path

import pytest
from pygments.token import Comment, Error, Keyword, Name, String, _TokenType

from polc.hosts.pygments_lexer import PolLexer
from polc.syntax.keywords import line_words, reserved_words

ROOT = Path(__file__).parents[2]
POLICIES = sorted((ROOT / "policies").rglob("*.pol"))


def coloured(text: str) -> list[tuple[_TokenType, str]]:
    return [(kind, piece) for _, kind, piece in PolLexer().get_tokens_unprocessed(text)]


@pytest.mark.parametrize("word", line_words())
def test_every_line_is_a_keyword_at_the_head_of_its_line(word: str) -> None:
    assert coloured(f"  {word}：甲\n")[1] in {(Keyword, word), (Keyword.Declaration, word)}


@pytest.mark.parametrize("word", [word for word, row in line_words().items() if row.opens])
def test_a_block_has_its_name_coloured(word: str) -> None:
    assert coloured(f"{word} 甲\n")[:3:2] == [(Keyword.Declaration, word), (Name.Class, "甲")]


@pytest.mark.parametrize("word", reserved_words())
def test_every_reserved_word_is_coloured_in_a_value(word: str) -> None:
    assert (Keyword.Reserved, word) in coloured(f"  条件：甲 {word} 乙\n")


def test_a_keyword_of_lines_inside_a_value_is_a_name() -> None:
    assert (Name, "上限") in coloured("  标准：上限 × 5%\n")


def test_sentences_and_remarks_are_told_apart() -> None:
    found = coloured("  原文：“上限：每年” # 上限\n")
    assert (String, "“上限：每年”") in found
    assert (Comment.Single, "# 上限") in found


@pytest.mark.parametrize("policy", POLICIES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_policy_is_coloured_whole_and_without_an_error(policy: Path) -> None:
    text = policy.read_text(encoding="utf-8")
    found = coloured(text)
    assert "".join(piece for _, piece in found) == text
    assert not [piece for kind, piece in found if kind is Error]


def test_what_cannot_be_seen_is_marked() -> None:
    assert (Error, "\u200b") in coloured("条件：甲\u200b乙\n")


@pytest.mark.parametrize("text", ["", "“", "\n\n", "\r\n条 1", "\x00", "#", "条\n", "每年度最高", "   "])
def test_any_text_comes_back_as_it_was(text: str) -> None:
    places = list(PolLexer().get_tokens_unprocessed(text))
    assert "".join(piece for _, _, piece in places) == text
    starts = itertools.accumulate((len(piece) for _, _, piece in places), initial=0)
    assert [place for place, _, _ in places] == list(starts)[:-1]

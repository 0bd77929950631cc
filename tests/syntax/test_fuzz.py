"""Any text at all: the parser answers with a tree and findings, never with an exception, and in time."""

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from polc.diagnostics import Words
from polc.syntax.choices import CHOICES
from polc.syntax.glued import cut
from polc.syntax.keywords import LINES, WORDS
from polc.syntax.lexis import tokens
from polc.syntax.lines import split
from polc.syntax.parse import parse
from polc.syntax.units import UNITS
from polc.text import Source

PIECES = sorted(
    {word for row in LINES.values() for word in (row.zh, row.en)}
    | {word for row in WORDS.values() for word in (row.zh, row.en)}
    | {row.zh for row in CHOICES}
    | {unit.zh for unit in UNITS[:40]}
    | set('：:，,、&（）()[]|+-×÷~“”"#＃。；=<>≥\n\n\n  \t\r\u3000\u200b\u2028\ufffd%‰①９é\u0301🙂')
    | {
        "第1年",
        "2023年",
        "2028年12月31日",
        "2028-12-31",
        "50万",
        "50万元",
        "30%",
        "1.3",
        "甲",
        "乙",
        "（含）",
        "五十万元",
        "\r\n",
    }
)
junk = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join)


def check(text: str) -> None:
    source = Source("fuzz.pol", text)
    tree, findings = parse(source)
    assert tree is not None
    lines = [finding.place.span.begin.line for finding in findings]
    assert lines == sorted(set(lines)), "at most one finding a line, in order"
    for finding in findings:
        assert 0 <= finding.place.span.start <= finding.place.span.end <= len(text)
        for language in ("zh", "en"):
            assert finding.message(language)
        for words in (*finding.help, *(fix.words for fix in finding.fixes)):
            assert isinstance(words, Words)
        for fix in finding.fixes:
            assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in fix.edits)


@given(st.text(max_size=400))
def test_any_characters_are_answered(text: str) -> None:
    check(text)


@given(junk)
def test_any_words_of_the_language_are_answered(text: str) -> None:
    check(text)


@given(data=st.data())
def test_a_program_with_anything_done_to_it_is_answered(data: st.DataObject, programs: dict[str, str]) -> None:
    text = data.draw(st.sampled_from(sorted(programs.values())))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text)))
        end = min(len(text), at + data.draw(st.integers(0, 12)))
        text = text[:at] + data.draw(st.sampled_from([*PIECES, "", "", text[end : end + 40]])) + text[end:]
    check(text)


@given(data=st.data())
def test_whatever_reads_without_a_finding_reads_the_same_flat(
    data: st.DataObject, programs: dict[str, str], bare: Callable[[object], object]
) -> None:
    lines = data.draw(st.sampled_from(sorted(programs.values()))).splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 4))):
        lines.insert(data.draw(st.integers(0, len(lines))), lines.pop(data.draw(st.integers(0, len(lines) - 1))))
    text = "".join(lines)
    tree, findings = parse(Source("fuzz.pol", text))
    if not findings:
        flat, told = parse(Source("fuzz.pol", re.sub(r"(?m)^[ ]+", "", text)))
        assert not told
        assert bare(flat) == bare(tree)


@given(junk)
def test_the_words_with_the_blanks_between_them_are_the_text(text: str) -> None:
    made = tokens(Source("fuzz.pol", text))
    end = 0
    for token in made:
        assert not text[end : token.start].strip()
        assert token.raw == text[token.start : token.end]
        end = token.end
    assert not text[end:].strip()


@given(junk)
def test_every_word_but_comments_and_line_ends_stands_on_one_line(text: str) -> None:
    source = Source("fuzz.pol", text)
    words = [word for line in split(source) for word in line.words]
    assert all(source.position(word.start).line == source.position(word.end).line for word in words)


@given(
    st.lists(st.sampled_from(["甲", "乙丙", "国家级平台", "且", "或", "不超过", "达到", "非"]), max_size=12).map(
        "".join
    )
)
def test_a_cut_is_the_whole_text(text: str) -> None:
    parts = cut(text, {"甲", "乙丙", "国家级平台"})
    assert not parts or "".join(parts) == text

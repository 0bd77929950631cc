"""The cell a character stands in, whatever the line."""

from hypothesis import given, settings
from hypothesis import strategies as st

from polc.diagnostics.glyphs import lay_out, lay_out_around

LINES = st.text(
    alphabet=st.one_of(st.sampled_from("政策补贴：，“”ab \t🏭👨\u200d\ufe0f❤\u0301\u200b\x1b"), st.characters())
)


@given(LINES, st.data())
@settings(max_examples=150)
def test_every_place_of_a_cut_line_is_in_sight_and_in_order(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    room = data.draw(st.integers(20, 60))
    shown = lay_out_around(line, start, end, room)
    assert len(shown.columns) == len(line) + 1
    assert list(shown.columns) == sorted(shown.columns)
    assert shown.columns[-1] <= room + 10  # a code such as <U+10FFFF> is never torn apart


@given(st.text(max_size=30), st.sampled_from(["utf-8", "gbk", "ascii", "gb18030"]))
def test_what_is_shown_can_be_written_and_acts_on_no_terminal(line: str, encoding: str) -> None:
    text = lay_out(line, encoding).text
    assert text.encode(encoding).decode(encoding) == text
    assert text.isprintable() or not any(ord(c) < 32 or c in "\u200b\u202e\u2066" for c in text)


def test_a_short_line_is_shown_whole() -> None:
    assert lay_out_around("政策 示范", 0, 2, 40).text == "政策 示范"
    assert lay_out("政策 示范").columns == (0, 2, 4, 5, 7, 9)

"""Places in a text: what ends a line and what does not."""

from hypothesis import given
from hypothesis import strategies as st

from polc.text import Source


def test_a_line_ends_at_a_newline_a_pair_or_a_lone_return_and_nowhere_else() -> None:
    source = Source("a.pol", "一\n二\r\n三\r四\u2028仍是四\x0b还是四")
    assert [source.line_text(n) for n in range(1, source.line_count + 1)] == [
        "一",
        "二",
        "三",
        "四\u2028仍是四\x0b还是四",
    ]


def test_columns_count_code_points() -> None:
    source = Source("a.pol", "🏭企业\n  收入")
    assert (source.position(1).line, source.position(1).column) == (1, 2)
    assert (source.position(6).line, source.position(6).column) == (2, 3)


def test_a_place_knows_its_own_words() -> None:
    source = Source("a.pol", "政策 示范")
    both = source.span(0, 2).to(source.span(3, 5))
    assert both.text == "政策 示范"


@given(st.text(alphabet="甲\r\n \u2028a"))
def test_every_offset_is_somewhere_in_its_own_line(text: str) -> None:
    source = Source("a.pol", text)
    for offset in range(len(text) + 1):
        at = source.position(offset)
        assert source.line_start(at.line) + at.column - 1 == offset
        assert 1 <= at.line <= source.line_count

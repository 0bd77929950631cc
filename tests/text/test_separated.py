"""Separated values: every cell is found where it stands, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from polc.text.separated import records, separator


def read(text: str, between: str = ",") -> list[list[str]]:
    return [[cell.of(text) for cell in cells] for cells in records(text, between)]


def test_cells_are_what_stands_between_commas() -> None:
    assert read("甲,乙\r\n1,\n,2\n") == [["甲", "乙"], ["1", ""], ["", "2"]]


def test_quotes_hold_commas_quotes_and_line_ends() -> None:
    assert read('"甲,乙","说 ""好""","一\n二"\n1,2,3') == [["甲,乙", '说 "好"', "一\n二"], ["1", "2", "3"]]


def test_quotes_that_do_not_pair_are_broken() -> None:
    text = '"甲"乙,1\n"丙,2\n'
    broken = [cell.broken for cells in records(text, ",") for cell in cells]
    assert broken == [True, False, True]


def test_the_first_line_says_what_separates() -> None:
    assert (separator("甲\t乙\n1,2\t3"), separator("甲;乙"), separator("\n甲,乙;"), separator("甲")) == (
        "\t",
        ";",
        ",",
        ",",
    )


@given(st.lists(st.lists(st.text(alphabet='甲1,"\n\r ;x'), min_size=1, max_size=4), min_size=1, max_size=5))
def test_what_is_quoted_is_read_back(table: list[list[str]]) -> None:
    quote = '"'
    text = "\n".join(",".join(f'"{cell.replace(quote, quote * 2)}"' for cell in row) for row in table)
    assert read(text) == table


@given(st.text(alphabet='甲1,"\n\r\t ;'))
def test_any_text_is_read_to_its_end(text: str) -> None:
    for between in (",", "\t", ";"):
        cells = [cell for row in records(text, between) for cell in row]
        assert all(0 <= cell.start <= cell.end <= len(text) for cell in cells)
        assert sorted(cell.start for cell in cells) == [cell.start for cell in cells]

"""The tables that readers keep: no reader lacks a row, no table of words has two meanings."""

from collections import Counter
from typing import get_args

from polc.core.arithmetic import FOLDS, OPERATIONS
from polc.core.nodes import Fold
from polc.core.operators import OPERATORS
from polc.syntax.choices import CHOICES, choices
from polc.syntax.keywords import LINES, WORDS


def twice(words: list[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


def test_the_interpreter_has_a_row_for_each_operator_and_each_fold() -> None:
    assert set(OPERATIONS) == set(OPERATORS)
    assert set(FOLDS) == set(get_args(Fold))


def test_chinese_and_english_are_one_to_one_over_lines_and_over_words() -> None:
    for table in (LINES, WORDS):
        assert not twice([row.zh for row in table.values()])
        assert not twice([row.en for row in table.values()])


def test_chinese_and_english_are_one_to_one_within_each_group_of_choices() -> None:
    for group in {row.group for row in CHOICES}:
        rows = [row for row in CHOICES if row.group == group]
        assert not twice([row.zh for row in rows])
        assert not twice([row.en for row in rows])
        assert len(choices(group)) == len({row.zh for row in rows} | {row.en for row in rows})


def test_every_owner_of_a_line_is_a_block() -> None:
    blocks = {row.id for row in LINES.values() if row.opens} | {"file"}
    for row in LINES.values():
        assert set(row.owners) <= blocks, row.id

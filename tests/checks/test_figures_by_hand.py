"""How well figures are read, against texts labelled by hand, and which alarms the rules that compare them raise.

The labels, the judgements and what they mean are in ``tests/checks/figures``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from polc.checks import number_not_encoded, number_not_in_source
from polc.checks.draft import Checked
from polc.checks.figures import Figure, in_part, in_text, unmatched
from polc.model.policy import Part
from polc.workspace.load import load

HERE = Path(__file__).parent / "figures"
POLICIES = Path(__file__).parents[2] / "policies"
LABELLED = ("yuxi", "zhangzhou")
ENCODED = ("jinhua", "kunming", "panzhihua", "yuxi", "zhangzhou")
KINDS = {"money", "rate", "years", "months", "number", "date", "none"}
MISSED = {"yuxi": [(19, "四级")], "zhangzhou": []}  # a level in Chinese characters is mostly a name
NUMERAL = re.compile(r"[0-9〇零一二三四五六七八九十百千万亿两]")
MOST_FALSE = Fraction(1, 100)
"""The share of the figures in quoted sentences that may raise a false alarm."""


@dataclass(frozen=True, slots=True)
class Label:
    """One number of a text: its line (from 1), where it stands in it, its words, its kind and its value."""

    line: int
    start: int
    words: str
    kind: str
    value: Fraction | None

    def holds(self, line: int, start: int) -> bool:
        """Return whether a place is inside the label."""
        return line == self.line and self.start <= start < self.start + len(self.words)


def rows(path: Path, cells: int) -> list[list[str]]:
    """Return the rows of the tables in a page that have so many cells, heads and rules left out."""
    found = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in path.read_text("utf-8").splitlines()]
    return [row for row in found if len(row) == cells and not set(row[0]) <= set("-:")]


def lines_of(name: str) -> list[str]:
    return (POLICIES / name / "source.txt").read_text("utf-8").splitlines()


@cache
def labels(name: str) -> tuple[Label, ...]:
    text, reached, found = lines_of(name), dict[int, int](), list[Label]()
    for row in rows(HERE / f"{name}.md", 5):
        if row[0] == "行":
            continue
        line, words = int(row[0]), row[2]
        start = text[line - 1].index(words, reached.get(line, 0))
        reached[line] = start + len(words)
        found.append(Label(line, start, words, row[3], Fraction(row[4]) if row[4] else None))
    return tuple(found)


def read(name: str) -> list[tuple[int, Figure]]:
    return [(number, figure) for number, line in enumerate(lines_of(name), 1) for figure in in_text(line)]


@pytest.mark.parametrize("name", LABELLED)
def test_every_numeral_of_the_text_is_labelled(name: str) -> None:
    places = [(n, m.start()) for n, line in enumerate(lines_of(name), 1) for m in NUMERAL.finditer(line)]
    assert not [place for place in places if not any(label.holds(*place) for label in labels(name))]
    assert {label.kind for label in labels(name)} <= KINDS
    assert all((label.value is None) == (label.kind == "none") for label in labels(name))


@pytest.mark.parametrize("name", LABELLED)
def test_the_figures_missed_are_those_that_are_explained(name: str) -> None:
    figures = [label for label in labels(name) if label.kind != "none"]
    missed = [x for x in figures if not any(x.holds(n, f.start) and f.value == x.value for n, f in read(name))]
    assert [(label.line, label.words) for label in missed] == MISSED[name]


@pytest.mark.parametrize("name", LABELLED)
def test_no_figure_is_read_where_there_is_none(name: str) -> None:
    figures = [label for label in labels(name) if label.kind != "none"]
    assert not [
        (n, f.text) for n, f in read(name) if not any(x.holds(n, f.start) and f.value == x.value for x in figures)
    ]


@pytest.mark.parametrize("name", LABELLED)
def test_every_figure_is_read_as_what_it_is_and_once(name: str) -> None:
    for label in labels(name):
        kinds = [figure.kind for line, figure in read(name) if label.holds(line, figure.start)]
        assert kinds in ([], ["number" if label.kind == "date" else label.kind]), label


@cache
def checked(name: str) -> Checked:
    (draft,) = load([POLICIES / name]).drafts
    assert draft.policy is not None
    return Checked(draft.compiled, draft.policy, draft.official, draft.accepted)


def alarms(name: str) -> list[tuple[str, str, str, str]]:
    """Return what the two rules find before any 已知问题 is looked at: policy, rule, part, figure."""
    found = [each for rule in (number_not_encoded, number_not_in_source) for each in rule.check(checked(name))]
    said = [(each.rule.name, dict(each.arguments)) for each in found]
    return [(name, rule, str(given["name"]), str(given["figure"])) for rule, given in said]


def test_every_alarm_is_judged_by_hand() -> None:
    judged = {tuple(row[:4]): row[4] for row in rows(HERE / "README.md", 6) if row[0] in ENCODED}
    assert {alarm for name in ENCODED for alarm in alarms(name)} == set(judged)
    assert set(judged.values()) <= {"误报", "真的"}


def test_false_alarms_are_rare() -> None:
    parts = [part for name in ENCODED for part in checked(name).policy.parts]
    compared = sum(len(quoted(part)) for part in parts)
    assert sum(len(alarms(name)) for name in ENCODED) <= MOST_FALSE * compared


def own_and_lent(name: str, part: Part) -> tuple[list[Figure], list[Figure]]:
    """Return the figures that a part encodes and those that others encode for it."""
    own = in_part(part)
    return own, number_not_encoded.Encoded(checked(name).policy).of(part)[len(own) :]


def quoted(part: Part) -> list[Figure]:
    return [figure for quote in part.quotes if quote.value for figure in in_text(quote.value.text)]


@pytest.mark.parametrize("name", ENCODED)
def test_a_figure_taken_out_of_an_encoding_is_always_found(name: str) -> None:
    for part in checked(name).policy.parts:
        own, lent = own_and_lent(name, part)
        for figure in quoted(part):
            left = [each for each in own if not each.matches(figure)]
            if len(left) < len(own):
                assert unmatched([figure], left + lent), (part.name, figure)


@pytest.mark.parametrize("name", ENCODED)
def test_an_amount_of_the_quote_written_ten_times_too_large_is_always_found(name: str) -> None:
    for part in checked(name).policy.parts:
        own, lent = own_and_lent(name, part)
        stated = quoted(part)
        for figure in own:
            if figure.kind in ("money", "rate") and not figure.derived and not unmatched([figure], stated):
                slip = replace(figure, value=figure.value * 10)
                wrong = [slip if each.matches(figure) else each for each in own]
                assert unmatched([slip], stated) or unmatched(stated, wrong + lent), (part.name, figure)

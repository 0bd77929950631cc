"""Other ways to write the same measure: units, the order of rows, finer tiers, other names, keywords in English.

Each takes a text and returns another that means the same, with the names that became others. What is quoted is never
touched: it is the official text's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import TypeAlias

from figures_of import MONEY, UNITS, money_in
from plants_tiers import cells, row, tiered
from texts import Text

from polc.syntax.format import format_text
from polc.text import Source

Rewriting: TypeAlias = Callable[[Text, Random], tuple[Text, dict[str, str]]]

_QUOTED = re.compile(r"“[^\n]*”|^\s*#[^\n]*", re.MULTILINE)


def _unquoted(text: str, change: Callable[[str], str]) -> str:
    """Return a text with everything changed that is neither quoted nor a comment."""
    found, at = [], 0
    for quote in _QUOTED.finditer(text):
        found += [change(text[at : quote.start()]), quote.group()]
        at = quote.end()
    return "".join([*found, change(text[at:])])


def other_units(text: Text, rng: Random) -> tuple[Text, dict[str, str]]:
    """Write every sum in another unit."""

    def other(found: re.Match[str]) -> str:
        unit = rng.choice(("元", "万元", "亿元"))
        value = Decimal(found[1]) * UNITS[found[2]] / UNITS[unit]
        return f"{value.normalize():f}{unit}"

    return replace(text, policy=_unquoted(text.policy, lambda each: MONEY.sub(other, each))), {}


def rows_in_another_order(text: Text, _: Random) -> tuple[Text, dict[str, str]]:
    """Turn the tiers round of which the highest that holds is paid, and the rows of one-line examples."""
    lines = list(text.lines)
    for _benefit, _tiers, rows in tiered(text, "highest"):
        for place, line in zip(rows, [lines[each] for each in reversed(rows)], strict=True):
            lines[place] = line
    for part in text.model.parts:
        for table in part.tables:
            rows = [text.line(each.span) for each in table.rows if each.span]
            if all(rows) and not table.scenario and "案例" not in text.lines[rows[0] - 1]:
                for place, line in zip(rows, [lines[each] for each in reversed(rows)], strict=True):
                    lines[place] = line
    return replace(text, policy="\n".join(lines[1:])), {}


def tiers_cut_in_two(text: Text, _: Random) -> tuple[Text, dict[str, str]]:
    """Cut the first band of every table of bands at a point within it."""
    edit = text.edit("cut")
    for _benefit, _tiers, rows in tiered(text, "lookup"):
        test, award = cells(text.lines[rows[0]])
        figures = money_in(test)
        if len(figures) == 2 and "以上不满" in test and figures[1][1] - figures[0][1] >= 20_000:
            middle = (figures[0][1] + figures[1][1]) / 2 // 10_000
            first = row(text.lines[rows[0]], f"{figures[0][0]}以上不满{middle}万元", award)
            edit.put(rows[0], first, row(text.lines[rows[0]], f"{middle}万元以上不满{figures[1][0]}", award))
    return replace(edit.done(), marks=text.marks), {}


def other_names(text: Text, _: Random) -> tuple[Text, dict[str, str]]:
    """Give every fact and every benefit another name."""
    names = [fact.name for subject in text.model.subjects for fact in subject.facts]
    names += [benefit.name for benefit in text.model.benefits]
    new = {name: f"{name}号" for name in names}
    pattern = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))

    def renamed(words: str) -> str:
        return pattern.sub(lambda found: new[found.group()], words)

    return replace(text, policy=_unquoted(text.policy, renamed)), new


def in_english(text: Text, _: Random) -> tuple[Text, dict[str, str]]:
    """Write every keyword in English."""
    return replace(text, policy=format_text(Source(text.path, text.policy), "en")), {}


REWRITINGS: tuple[Rewriting, ...] = (other_units, rows_in_another_order, tiers_cut_in_two, other_names, in_english)

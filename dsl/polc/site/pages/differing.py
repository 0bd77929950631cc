"""The case in which the readings of a doubt come to different things: a row of the part's own examples, as it ran.

Guarantees: every row shown passed; of a scenario, the rows that lead up to it are shown as well.
"""

from __future__ import annotations

from polc.model.expectations import Column, Row, Table
from polc.model.policy import Doubt, Part
from polc.site import phrases
from polc.site.contents import Entry
from polc.site.markup import Html, element
from polc.site.options import Options
from polc.site.pages.examples import cells, columns

_INPUTS = ("input", "year", "received", "applicant", "case")


def differing(entry: Entry, part: Part, doubt: Doubt, options: Options) -> list[Html]:
    """Return the first such case as a small table, from the part's own tables, else from any other's; else nothing."""
    others = (each for each in entry.policy.parts if each is not part)
    for owner in (part, *others):
        for table in owner.tables:
            sides = [at for at, column in enumerate(table.columns) if _reading(column, doubt)]
            row = next((row for row in table.rows if _differs(row, sides, table, doubt)), None)
            if row is not None and all(named.passed for named in entry.rows_of(owner, table)):
                return [_shown(table, row, sides, options)]
    return []


def _reading(column: Column, doubt: Doubt) -> str:
    """Return the reading of the doubt that a column is asserted under; "" where it is under none."""
    for name in column.readings:
        of, _, bare = name.rpartition("=")
        if of in ("", doubt.name) and any(reading.name == bare for reading in doubt.readings):
            return bare
    return ""


def _differs(row: Row, sides: list[int], table: Table, doubt: Doubt) -> bool:
    """Return whether two readings of the doubt come to different things of one kind in a row."""
    came: dict[tuple[str, str], dict[str, str]] = {}
    for at in sides:
        column, cell = table.columns[at], cells(row)[at]
        if cell:
            came.setdefault((column.role, column.name), {})[_reading(column, doubt)] = cell
    return any(len(set(each.values())) > 1 for each in came.values())


def _shown(table: Table, row: Row, sides: list[int], options: Options) -> Html:
    number = table.rows.index(row)
    rows = table.rows[: number + 1] if table.scenario else (row,)
    told = [at for at, column in enumerate(table.columns) if column.role in _INPUTS]
    told = [at for at in told if any(cells(each)[at] for each in rows)]
    heads = [element("th", columns(table)[at], scope="col") for at in (*told, *sides)]
    body = [element("tr", [element("td", cells(each)[at]) for at in (*told, *sides)]) for each in rows]
    kind = phrases.SCENARIO if table.scenario else phrases.EXAMPLES
    name = " ".join(word for word in (kind.in_(options.language), table.title) if word)
    words = phrases.WHERE_READINGS_DIFFER.fill(table=name).in_(options.language)
    # a table without a class is put by the theme into a frame of its own, which no keyboard can scroll
    shown = element("table", [element("thead", element("tr", heads)), element("tbody", body)], class_="polc-case")
    return element(
        "div", [element("p", words, class_="polc-hint"), element("div", shown, class_="polc-table", tabindex="0")]
    )

"""Example tables as they ran: the cells as written, a mark for each row, and what a failed row came to."""

from __future__ import annotations

from collections.abc import Iterator

from polc.diagnostics import Words
from polc.model.expectations import Blank, Row, Table
from polc.model.policy import Part
from polc.site import phrases
from polc.site.contents import Entry, Page
from polc.site.markup import Html, block, element
from polc.site.options import Options
from polc.site.pages.explained import explanation
from polc.workspace.suite import Named


def examples(entry: Entry, part: Part, here: Page, options: Options) -> Iterator[str]:
    """Yield the tables of a part."""
    for table in part.tables:
        kind = phrases.SCENARIO if table.scenario else phrases.EXAMPLES
        title = " ".join(word for word in (kind.in_(options.language), table.title) if word)
        ran = entry.rows_of(part, table)
        shown = element("div", _table(entry, table, ran, here, options), class_="polc-table polc-rows", tabindex="0")
        summary = element("summary", [title, " ", _count(ran, options)])
        failed = any(not named.passed for named in ran)
        yield block(element("details", [summary, shown], class_="polc-example", open=failed, data_search_exclude=True))


def _count(ran: list[Named], options: Options) -> Html:
    """Return how many rows passed, of how many that ran."""
    passed = sum(named.passed for named in ran)
    words = phrases.ROWS.fill(passed=str(passed), all=str(len(ran))).in_(options.language)
    return element("small", words if ran else "")


def _table(entry: Entry, table: Table, ran: list[Named], here: Page, options: Options) -> Html:
    names = [element("th", name, scope="col") for name in columns(table)]
    head = element("tr", [element("th", phrases.ROW.in_(options.language), scope="col"), *names])
    rows: list[Html] = []
    waiting: Named | None = None
    verdicts = {named.row.span: named for named in ran}
    for row in table.rows:
        named = verdicts.get(row.span) if row.span else None
        if named is not None:  # a case may have several rows: it is explained under its last
            rows.extend(_explained(entry, waiting, table, here, options))
            waiting = named
        rows.append(element("tr", [_mark(named, options), *(element("td", text) for text in cells(row))]))
    rows.extend(_explained(entry, waiting, table, here, options))
    return element("table", [element("thead", head), element("tbody", rows)])


def _explained(entry: Entry, named: Named | None, table: Table, here: Page, options: Options) -> Iterator[Html]:
    if named is not None:
        yield explanation(entry, named, here.path, len(table.columns) + 1, options)


def columns(table: Table) -> list[str]:
    """Return the heads of the columns, as written."""
    return [column.span.text.strip() if column.span else "" for column in table.columns]


def cells(row: Row) -> list[str]:
    """Return the cells of a row, as written."""
    return ["" if isinstance(cell, Blank) or cell.span is None else cell.span.text.strip() for cell in row.cells]


def verdict(named: Named) -> tuple[Words, str]:
    """Return how a row came out, in words and as a sign."""
    if named.passed:
        return phrases.PASSED, "✓"
    return (phrases.FAILED, "✗") if named.ran else (phrases.NOT_RUN, "–")


def _mark(named: Named | None, options: Options) -> Html:
    if named is None:
        return element("td", "")
    words, sign = verdict(named)
    said = words.in_(options.language)
    mark = element("span", sign, role="img", aria_label=said, title=said)
    return element("td", [mark, f" {named.row.number}"], class_="polc-mark")

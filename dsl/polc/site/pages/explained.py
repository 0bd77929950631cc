"""How an example row came to its result: the interpreter's own explanation, made when the site is, opened by a click.

Guarantees: it is what ``polc eval`` would say of the same facts, step by step, under every reading that the table asks
about; it needs no script.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.diagnostics import Words
from polc.readers.evaluate import Result
from polc.runs.answer import Part_, summed
from polc.runs.computation import lines, result_words
from polc.runs.expected import shorts
from polc.runs.reached import results
from polc.runs.reckoned import needed
from polc.runs.tables import Computed
from polc.site import phrases
from polc.site.addresses import relative
from polc.site.contents import Entry
from polc.site.markup import Html, element, link
from polc.site.options import Options
from polc.site.pages.calculator import path_of
from polc.site.restored import address
from polc.workspace.answer_steps import explained, quotes
from polc.workspace.suite import Named, row_words

_QUIET = ("items", "calendar", "expiry", "scope")
"""What is presumed of nearly every row: it says nothing."""


def explanation(entry: Entry, named: Named, page: str, columns: int, options: Options) -> Html:
    """Return the row of the table that explains the row before it; "" where that was not computed.

    ``page`` is the path of the page it stands on, ``columns`` how many columns the table has.
    """
    every = named.row.computed
    if not every or not named.ran:
        return Html("")
    language = options.language
    row = row_words(named.row.number).in_(language)
    summary = element("summary", phrases.WHY.fill(row=row).in_(language))
    told = [part for one in every for part in _one(entry, named, one, options)]
    why = element("details", [summary, *told, *_presumed(named, options)], class_="polc-why")
    held = element("div", [why, *_ways(entry, named, page, options)], class_="polc-row")
    return element("tr", element("td", held, colspan=columns))


def _one(entry: Entry, named: Named, one: Computed, options: Options) -> Iterator[Html]:
    """Yield what a case comes to under one choice of readings: the result, the sentences, the steps."""
    language = options.language
    part = _answered(named, one)
    head = [element("span", words.in_(language)) for words in _under(entry, one)]
    came = result_words(part.result).in_(language)
    if part.missing:
        came += "：" if language == "zh" else ": "
        came += ("、" if language == "zh" else ", ").join(shorts(part.missing))
    yield element("p", [*head, element("strong", came)], class_="polc-came")
    if one is named.row.computed[0]:
        yield from (element("blockquote", element("p", quote)) for quote in quotes(one.lowered, part.part))
    rows = [
        element("dt", told.text, class_="polc-item")
        if told.head
        else Html(element("dt", told.label) + element("dd", told.text))
        for told in explained(one.lowered, part, language)
    ]
    if rows:
        yield element("dl", rows, class_="polc-said")


def _answered(named: Named, one: Computed) -> Part_:
    """Return a row's case as ``polc eval`` answers one."""
    result: Result = summed(one.outcome, one.plan)
    told = lines(one.lowered, one.plan, one.outcome, one.facts)
    part = Part_(one.plan, result, told, asked=True, missing=tuple(needed(result.missing)))
    part.presumed, part.facts = list(named.row.presumed), one.facts
    if one.plan.items and one.plan.kind != "requirement":
        part.items = list(results(one.outcome, one.plan.item))
    return part


def _under(entry: Entry, one: Computed) -> Iterator[Words]:
    """Yield the year of a case and the readings it is computed under, but for those we work with."""
    if one.year is not None:
        yield Words(f"{one.year}年", str(one.year))
    working, chosen = entry.lowered.selection, one.lowered.selection
    for doubt in entry.policy.all_doubts:  # in the order of the file: that of a selection is nobody's
        if doubt in chosen and working.get(doubt) != chosen[doubt]:
            yield phrases.READ_AS.fill(reading=chosen[doubt])


def _presumed(named: Named, options: Options) -> Iterator[Html]:
    language = options.language
    told = [each.words.in_(language) for each in named.row.presumed if each.kind not in _QUIET]
    if told:
        words = phrases.PRESUMED.in_(language) + ("；" if language == "zh" else "; ").join(told)
        yield element("p", words, class_="polc-hint")


def _ways(entry: Entry, named: Named, page: str, options: Options) -> Iterator[Html]:
    """Yield the link that puts the facts of a row into the calculator, where it can take all of them."""
    told = address(entry, named.row.computed[0], options)
    if told is not None:
        way = f"{relative(path_of(entry), page, options)}{told}"
        yield link(way, phrases.INTO_CALCULATOR.in_(options.language), class_="polc-way-in")

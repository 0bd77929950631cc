"""A policy drawn: all that takes long and depends on no other policy."""

from __future__ import annotations

from polc.site import phrases
from polc.site.contents import Entry
from polc.site.drawn import Drawn
from polc.site.front import front
from polc.site.markup import escape
from polc.site.options import Options
from polc.site.pages.calculator import calculator_page, data_of
from polc.site.pages.calculator import path_of as path_of_calculator
from polc.site.pages.card import line
from polc.site.pages.clause import clause_page, title_of
from polc.site.pages.moved import with_moved
from polc.site.pages.overview import overview_page
from polc.site.summary import mosts, summaries


def draw(entry: Entry, options: Options) -> Drawn:
    """Return what one policy looks like."""
    own, counting = front(entry), path_of_calculator(entry)
    pages = {
        entry.overview: overview_page(entry, options),
        counting: calculator_page([own], counting, options),
        **{here.path: clause_page(entry, here, options) for here in entry.pages},
    }
    ways = (
        (phrases.OVERVIEW.in_(options.language), entry.overview),
        (phrases.CALCULATOR.in_(options.language), counting),
        *((str(escape(title_of(here, options))), here.path) for here in entry.pages),
    )
    lines = [line(each, options) for each in summaries(entry, mosts(entry))]
    return Drawn(own, with_moved(pages, entry, options), data_of(entry), lines, ways)

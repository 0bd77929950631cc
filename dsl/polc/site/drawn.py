"""What a policy looks like on its own pages: all that takes long and depends on no other policy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polc.site.contents import Entry
from polc.site.options import Options
from polc.site.pages.calculator import calculator_page
from polc.site.pages.calculator import path_of as path_of_calculator
from polc.site.pages.clause import clause_page
from polc.site.pages.overview import overview_page
from polc.site.summary import Most, mosts


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pages of one policy by their paths, and the most that each of its benefits pays."""

    pages: dict[str, str]
    most: Sequence[Most]


def draw(entry: Entry, options: Options) -> Drawn:
    """Return what one policy looks like."""
    counting = path_of_calculator(entry)
    pages = {
        entry.overview: overview_page(entry, options),
        counting: calculator_page([entry], counting, options),
        **{here.path: clause_page(entry, here, options) for here in entry.pages},
    }
    return Drawn(pages, mosts(entry))

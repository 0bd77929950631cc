"""Policies in, files out: every page of the site, its assets, and how the pages are arranged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from polc.site import phrases
from polc.site.assets import asset
from polc.site.contents import Entry, in_force_first
from polc.site.drawn import Drawn, draw
from polc.site.markup import escape
from polc.site.options import Options
from polc.site.pages.calculator import PATH as ALL
from polc.site.pages.calculator import calculator_files, calculator_page
from polc.site.pages.calculator import path_of as path_of_calculator
from polc.site.pages.clause import title_of
from polc.site.pages.compare import PATH as COMPARISON
from polc.site.pages.compare import compare_page
from polc.site.pages.home import SCRIPT as FINDER
from polc.site.pages.home import home_page, path_of
from polc.site.pages.moved import with_moved
from polc.site.pages.overview import SCRIPT as TODAY
from polc.site.summary import summaries

Navigation: TypeAlias = "list[dict[str, str | Navigation]]"
"""As MkDocs has it: a title and a path, or a title and what stands below it. Titles are markup."""

STYLE = "assets/polc/polc.css"
FRAME_WORKER = "assets/polc/iframe-worker.js"


@dataclass
class Site:
    """The files of a site by their paths, and its navigation."""

    files: dict[str, str] = field(default_factory=dict)
    navigation: Navigation = field(default_factory=list)


def generate(entries: Sequence[Entry], options: Options, known: Mapping[str, Drawn] | None = None) -> Site:
    """Return the pages and assets of some policies; ``known`` is what was drawn of some already, by their folders."""
    site = Site()
    order = in_force_first(entries)
    drawn = {entry.folder: (known or {}).get(entry.folder) or draw(entry, options) for entry in order}
    every = [each for entry in order for each in summaries(entry, drawn[entry.folder].most)]
    site.files[path_of(options)] = home_page(order, every, options)
    site.files[STYLE] = asset("polc.css")
    site.files[FRAME_WORKER] = asset("iframe-worker.js")
    site.files[TODAY] = asset("today.js")
    site.files[FINDER] = asset("finder.js")
    site.files |= calculator_files(entries)
    site.navigation.append({phrases.ALL_POLICIES.in_(options.language): path_of(options)})
    if len(entries) > 1:
        site.files[COMPARISON] = compare_page(order, every, options)
        site.files[ALL] = calculator_page(order, ALL, options)
        site.navigation.append({phrases.COMPARISON.in_(options.language): COMPARISON})
        site.navigation.append({phrases.CALCULATOR_OF_ALL.in_(options.language): ALL})
    for entry in order:
        site.files |= with_moved(drawn[entry.folder].pages, entry, options)
        inner: Navigation = [
            {phrases.OVERVIEW.in_(options.language): entry.overview},
            {phrases.CALCULATOR.in_(options.language): path_of_calculator(entry)},
        ]
        inner.extend({escape(title_of(here, options)): here.path} for here in entry.pages)
        site.navigation.append({escape(entry.policy.name): inner})
    return site

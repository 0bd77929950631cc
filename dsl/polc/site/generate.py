"""Policies in, files out: every page of the site, its assets, and how the pages are arranged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from polc.site import phrases
from polc.site.addresses import TODAY
from polc.site.assets import asset
from polc.site.drawn import Drawn
from polc.site.markup import escape
from polc.site.options import Options
from polc.site.pages.calculator import PATH as ALL
from polc.site.pages.calculator import calculator_files, calculator_page
from polc.site.pages.compare import PATH as COMPARISON
from polc.site.pages.compare import compare_page
from polc.site.pages.home import SCRIPT as FINDER
from polc.site.pages.home import TYPED, home_page, path_of

if TYPE_CHECKING:
    from polc.site.contents import Entry

Navigation: TypeAlias = "list[dict[str, str | Navigation]]"
"""As MkDocs has it: a title and a path, or a title and what stands below it. Titles are markup."""

STYLE = "assets/polc/polc.css"
FRAME_WORKER = "assets/polc/iframe-worker.js"


@dataclass
class Site:
    """The files of a site by their paths, and its navigation."""

    files: dict[str, str] = field(default_factory=dict)
    navigation: Navigation = field(default_factory=list)


def generate(entries: Sequence[Entry], options: Options) -> Site:
    """Return the pages and assets of some policies."""
    from polc.site.draw import draw  # noqa: PLC0415 - who has everything drawn needs none of it

    return arrange([draw(entry, options) for entry in entries], options)


def arrange(drawn: Sequence[Drawn], options: Options) -> Site:
    """Return the pages and assets of some policies, each drawn: those across policies are made here."""
    site = Site()
    order = sorted(drawn, key=lambda each: each.front.is_draft)  # drafts after the others, else as they came
    fronts = [each.front for each in order]
    every = [benefit for each in order for benefit in each.lines]
    site.files[path_of(options)] = home_page(fronts, every, options)
    site.files[STYLE] = asset("polc.css")
    site.files[FRAME_WORKER] = asset("iframe-worker.js")
    site.files[TODAY] = asset("today.js")
    site.files[FINDER] = asset("finder.js")
    site.files[TYPED] = asset("typed.js")
    site.files |= calculator_files((each.front, each.data) for each in drawn)
    site.navigation.append({phrases.ALL_POLICIES.in_(options.language): path_of(options)})
    if len(drawn) > 1:
        site.files[COMPARISON] = compare_page(fronts, every, options)
        site.files[ALL] = calculator_page(fronts, ALL, options)
        site.navigation.append({phrases.COMPARISON.in_(options.language): COMPARISON})
        site.navigation.append({phrases.CALCULATOR_OF_ALL.in_(options.language): ALL})
    for each in order:
        site.files |= each.pages
        inner: Navigation = [{title: path} for title, path in each.navigation]
        site.navigation.append({escape(each.front.title): inner})
    return site

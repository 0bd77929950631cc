"""The page of all policies."""

from __future__ import annotations

from collections.abc import Sequence

from polc.site import phrases
from polc.site.addresses import ROOT, relative
from polc.site.contents import Entry, in_force_first
from polc.site.markup import block, element, link
from polc.site.options import Options
from polc.site.pages.frame import page


def path_of(options: Options) -> str:
    """Return where the page of all policies stands."""
    return "index.md" if options.home else f"{ROOT}/index.md"


def home_page(entries: Sequence[Entry], options: Options) -> str:
    """Return the page that leads to every policy."""
    here = path_of(options)
    rows = [
        element("li", link(relative(entry.overview, here, options), entry.policy.name))
        for entry in in_force_first(entries)
    ]
    return page(phrases.POLICIES.in_(options.language), block(element("ul", rows)), None, options)

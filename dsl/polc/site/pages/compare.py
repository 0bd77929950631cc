"""Policies side by side, topic by topic: who pays what, up to how much, until when."""

from __future__ import annotations

from collections.abc import Sequence

from polc.site import phrases
from polc.site.addresses import ROOT, TODAY, relative
from polc.site.front import Front
from polc.site.line import Line, by_policy, marked_until
from polc.site.markup import Html, block, element, heading, link
from polc.site.options import Options
from polc.site.pages.frame import page
from polc.site.topics import REST, TOPICS

PATH = f"{ROOT}/compare.md"


def compare_page(fronts: Sequence[Front], every: Sequence[Line], options: Options) -> str:
    """Return the page that compares all policies, a table for each topic."""
    sections: list[str] = []
    for topic in (*TOPICS, REST):
        mine = [each for each in every if topic.id in each.topics]
        if mine:
            sections.append(heading(2, topic.name.in_(options.language), topic.id))
            sections.append(block(element("div", _table(fronts, mine, options), class_="polc-table", tabindex="0")))
    if not options.pinned:
        sections.append(block(element("script", "", src=relative(TODAY, PATH, options), defer=True)))
    return page(phrases.COMPARISON.in_(options.language), "".join(sections), None, options)


def _table(fronts: Sequence[Front], mine: Sequence[Line], options: Options) -> Html:
    of = by_policy(mine)
    rows = [_row(front, of.get(front.folder, ()), options) for front in fronts]
    return element("table", element("tbody", rows), class_="polc-compare", data_search_exclude=True)


def _row(front: Front, mine: Sequence[Line], options: Options) -> Html:
    language = options.language
    status = [element("small", phrases.DRAFT_SHORT.in_(language), class_="polc-tag")] if front.is_draft else []
    name = link(relative(front.overview, PATH, options), front.title)
    end = mine[0].end if mine else None
    head = element("th", [name, *status, element("small", marked_until(end, options) if mine else "")], scope="row")
    items = [each.item for each in mine]
    nothing = element("span", phrases.NOTHING_HERE.in_(language), class_="polc-hint")
    return element("tr", [head, element("td", element("ul", items) if items else nothing)])

"""The first page of a policy: how it stands, its clauses with what they hold, and what was found."""

from __future__ import annotations

from polc.runs.standing import standing
from polc.site import phrases
from polc.site.addresses import relative
from polc.site.contents import Entry
from polc.site.markup import Html, block, element, heading, link
from polc.site.options import Options
from polc.site.pages.clause import title_of
from polc.site.pages.frame import page


def overview_page(entry: Entry, options: Options) -> str:
    """Return the first page of a policy."""
    told = standing(entry.lowered, {}, options.day)
    stands = [element("li", each.words.in_(options.language)) for each in told]
    body = [
        block(element("ul", stands, class_="polc-standing")) if stands else "",
        heading(2, phrases.CLAUSES.in_(options.language), "clauses"),
        block(element("ol", [_clause(entry, here, options) for here in entry.pages], class_="polc-clauses")),
    ]
    return page(entry.policy.name, "".join(body), entry, options)


def _clause(entry: Entry, here: object, options: Options) -> Html:
    found = next(each for each in entry.pages if each is here)
    names = "、".join(part.name for part in found.parts)
    href = relative(found.path, entry.overview, options)
    return element("li", [link(href, title_of(found, options)), " ", element("span", names, class_="polc-holds")])

"""A document as one page of HTML that a browser prints: A4, its running head and page numbers in the style.

Guarantee: everything that the policy says is escaped where it is put (``markup``); the page asks for nothing outside
itself, and its own policy forbids it to.
"""

from __future__ import annotations

from polc.site.markup import Html, element, escape, printable
from polc.site.paper.document import Block, Document, Figure, Grid, Heading, Line, Pairs, Way
from polc.site.paper.ink import INK, PAPER

_NOTHING_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'"
_NARROW = 8
"""From how many columns on a table has small letters."""


def page(document: Document) -> str:
    """Return the document as HTML."""
    head = [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_NOTHING_OUTSIDE),
        element("title", document.title),
        element("style", Html(PAPER + INK + _running(document))),
    ]
    body = [element("h1", document.title), *(_block(block) for block in document.blocks)]
    lang = "zh-CN" if document.language == "zh" else "en"
    return f"<!doctype html>\n{element('html', [element('head', head), element('body', body)], lang=lang)}\n"


def _running(document: Document) -> str:
    """Return the style of what stands above and below every page."""
    above = f"{_string(document.title)} '\\a' {_string(document.mark)}"
    return (
        f"@page {{ @top-center {{ content: {above}; }} @bottom-center {{ content: {_string(document.foot)}; }} }}\n"
        "@page :right { @bottom-right { content: '— ' counter(page) ' —'; } }\n"
        "@page :left { @bottom-left { content: '— ' counter(page) ' —'; } }\n"
    )


def _string(text: str) -> str:
    """Return text as a string of a style sheet in which nothing but letters, digits and Han characters stands bare."""
    return "'" + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in printable(text)) + "'"


def _block(block: Block) -> Html:
    if isinstance(block, Heading):
        return element(f"h{block.level + 1}", block.text, id=block.anchor or None)
    if isinstance(block, Way):
        begun = [element("strong", block.lead)] if block.lead else []
        return element("p", [*begun, element("a", block.text, href=f"#{block.to}")], class_=f"way {block.tone}")
    if isinstance(block, Line):
        lead = [element("strong", block.lead)] if block.lead else []
        return element("p", [*lead, *_lines(block.text)], class_=block.tone)
    if isinstance(block, Pairs):
        return _pairs(block)
    if isinstance(block, Grid):
        return _grid(block)
    return _figure(block)


def _pairs(pairs: Pairs) -> Html:
    rows: list[Html] = []
    before = ""
    heads = [element("tr", element("th", pairs.head, colspan=2, scope="colgroup"))] if pairs.head else []
    for topic, text, silent in pairs.rows:
        head = element("th", "" if topic == before else topic, scope="row")
        rows.append(element("tr", [head, element("td", _lines(text), class_="silent" if silent else None)]))
        before = topic
    return element("table", [element("thead", heads), element("tbody", rows)], class_="pairs")


def _grid(grid: Grid) -> Html:
    heads = [element("tr", [element("th", text, scope="col") for text in grid.head])] if grid.head else []
    rows = [element("tr", [element("td", _lines(text)) for text in row]) for row in grid.rows]
    wide = max([len(grid.head), *(len(row) for row in grid.rows)])
    return element(
        "table", [element("thead", heads), element("tbody", rows)], class_="wide" if wide >= _NARROW else None
    )


def _figure(figure: Figure) -> Html:
    caption = [element("figcaption", figure.drawing.caption)] if figure.drawing.caption else []
    return element("figure", [figure.drawing.svg, *caption])


def _lines(text: str) -> list[Html]:
    found: list[Html] = []
    for line in text.split("\n"):
        found += [element("br"), escape(line)] if found else [escape(line)]
    return found

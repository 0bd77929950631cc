"""The official sentence beside what the encoding says of it, in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from polc.model.policy import Part, Stated
from polc.model.values import Quote
from polc.readers.prose.said import Said, paraphrase
from polc.site import phrases
from polc.site.contents import Entry
from polc.site.markup import Html, block, element
from polc.site.options import Options


def meaning(entry: Entry, part: Part, options: Options) -> str:
    """Return both, side by side where there is room."""
    language = options.language
    official = element("h3", phrases.OFFICIAL.in_(language), class_="polc-label")
    encoded = element("h3", phrases.MEANS.in_(language), class_="polc-label")
    told = [sentence(each, options) for each in paraphrase(entry.policy, part, entry.lowered.selection)]
    left = element("div", [official, *quotes(part.quotes)])
    right = element("div", [encoded, element("dl", told, class_="polc-said")])
    return block(element("div", [left, right] if part.quotes else [right], class_="polc-sides"))


def quotes(lines: Iterable[Stated[Quote]]) -> list[Html]:
    """Return the official sentences."""
    found = (element("p", quote.value.text) for quote in lines if quote.value is not None)
    return [element("blockquote", each, class_="polc-quote") for each in found]


def sentence(said: Said, options: Options) -> Html:
    """Return one sentence of a paraphrase, with the rows of its table."""
    language = options.language
    cells = ([element("td", words.in_(language)) for words in row] for row in said.rows)
    body = element("tbody", [element("tr", row) for row in cells])
    table = [element("div", element("table", body), class_="polc-table", tabindex="0")] if said.rows else []
    words = element("span", said.words.in_(language), class_="polc-silent" if said.silent else None)
    return Html(element("dt", said.topic.in_(language)) + element("dd", [words, *table]))

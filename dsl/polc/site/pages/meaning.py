"""The official sentence beside what the encoding says of it, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from polc.diagnostics import Words
from polc.model.policy import Benefit, Group, Part, Stated
from polc.model.values import Quote
from polc.readers.prose.said import (
    MEMBERS,
    PROMISE,
    Said,
    definition_words,
    definitions_used,
    of_the_whole,
    paraphrase,
    scope_of,
)
from polc.site import phrases
from polc.site.addresses import relative
from polc.site.contents import Entry, Page
from polc.site.markup import Html, block, element, link
from polc.site.options import Options

SCOPE = "scope"
"""The anchor of the overview at which it says who is within the scope."""


def meaning(entry: Entry, part: Part, here: Page, options: Options) -> str:
    """Return both, side by side where there is room."""
    language = options.language
    official = element("h3", phrases.OFFICIAL.in_(language), class_="polc-label")
    encoded = element("h3", phrases.MEANS.in_(language), class_="polc-label")
    told = [sentence(each, options) for each in sentences(entry, part, options)]
    told.extend(_beyond(entry, part, here, options))
    left = element("div", [official, *quotes(part.quotes)])
    right = element("div", [encoded, element("dl", told, class_="polc-said")])
    return block(element("div", [left, right] if part.quotes else [right], class_="polc-sides"))


def sentences(entry: Entry, part: Part, options: Options) -> list[Said]:
    """Return what a part says and what general rules add; what the encoding claims of itself only for a review."""
    selection = entry.lowered.selection
    told = [*paraphrase(entry.policy, part, selection), *of_the_whole(entry.policy, part, selection)]
    listed_below = isinstance(part, Group) and not part.members.everything and part.name in entry.lowered.plans
    return [
        each
        for each in told
        if (options.audience == "review" or each.topic != PROMISE) and not (listed_below and each.topic == MEMBERS)
    ]


def defined(entry: Entry, part: Part) -> list[tuple[Words, str, Words]]:
    """Return the defined words that a part uses, each with whether it does so as it is read, and with what it means."""
    selection = entry.lowered.selection
    as_read = {each.name for each in definitions_used(entry.policy, part, selection)}
    return [
        (
            phrases.WORDS_USED if each.name in as_read else phrases.WORDS_OF_READINGS,
            each.name,
            definition_words(entry.policy, each, selection),
        )
        for each in definitions_used(entry.policy, part)
    ]


def scoped(entry: Entry, part: Part) -> bool:
    """Return whether the scope of the whole policy is a condition of a part."""
    return isinstance(part, Benefit) and bool(scope(entry))


def scope(entry: Entry) -> list[Said]:
    """Return who is within the scope of a policy."""
    return scope_of(entry.policy, entry.lowered.whole, entry.lowered.selection)


def _beyond(entry: Entry, part: Part, here: Page, options: Options) -> Iterator[Html]:
    """Yield what is said elsewhere and holds here: the scope, and what the words mean, each leading there."""
    language = options.language
    if scoped(entry, part):
        way = relative(f"{entry.overview}#{SCOPE}", here.path, options)
        words = link(way, phrases.IN_SCOPE.in_(language))
        yield Html(element("dt", phrases.SCOPE.in_(language)) + element("dd", words))
    for topic, name, means in defined(entry, part):
        target = entry.address(name)
        shown = (
            link(relative(target, here.path, options), f"“{name}”") if target else Html(element("span", f"“{name}”"))
        )
        colon = "：" if language == "zh" else ": "
        yield Html(element("dt", topic.in_(language)) + element("dd", [shown, colon, means.in_(language)]))


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

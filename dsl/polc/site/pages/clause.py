"""The page of a clause: the official sentences, what the encoding says of them, and how its examples ran."""

from __future__ import annotations

from collections.abc import Iterator

from polc.model.policy import Definition, Part, Passage
from polc.readers.prose.said import definition_words
from polc.site import phrases
from polc.site.addresses import numbered, slug
from polc.site.contents import Entry, Held, Page
from polc.site.markup import Html, block, element, heading
from polc.site.options import Options
from polc.site.pages.beside import combined, needs, readings, ways
from polc.site.pages.examples import examples
from polc.site.pages.findings import findings
from polc.site.pages.frame import page
from polc.site.pages.meaning import meaning, quotes
from polc.site.pictures import picture


def clause_page(entry: Entry, here: Page, options: Options) -> str:
    """Return the page of a clause, or of what stands in no clause."""
    body = [
        _who(here, options),
        block(*quotes(here.clause.quotes)) if here.clause and here.clause.quotes else "",
        *(_held(entry, each, here, options) for each in here.held),
    ]
    return page(title_of(here, options), "".join(body), entry, options, here.path)


def title_of(here: Page, options: Options) -> str:
    """Return what a page of a policy is called."""
    if here.clause is None:
        return phrases.GENERAL.in_(options.language)
    return " ".join(word for word in (numbered(here.clause.number, options.language), here.clause.title) if word)


def _held(entry: Entry, each: Held, here: Page, options: Options) -> str:
    match each:
        case Passage():
            return _passage(each, options)
        case Definition():
            return _definition(entry, each, options)
        case _:
            return _part(entry, each, here, options)


def _definition(entry: Entry, definition: Definition, options: Options) -> str:
    """Return a defined word: where the text defines it, and what it means."""
    means = definition_words(entry.policy, definition, entry.lowered.selection).in_(options.language)
    official = [element("h3", phrases.OFFICIAL.in_(options.language), class_="polc-label"), *quotes(definition.quotes)]
    told = [element("h3", phrases.MEANS.in_(options.language), class_="polc-label"), element("p", means)]
    sides = [element("div", each) for each in ((official, told) if definition.quotes else (told,))]
    return "".join([
        heading(2, definition.name, slug(definition.name)),
        block(element("p", phrases.DEFINITION.in_(options.language), class_="polc-kind")),
        block(element("div", sides, class_="polc-sides")),
    ])  # fmt: skip


def _who(here: Page, options: Options) -> str:
    """Return who leads and who supports."""
    if here.clause is None:
        return ""
    told = [(phrases.LEAD, here.clause.lead), (phrases.SUPPORT, here.clause.support)]
    rows = [
        Html(element("dt", words.in_(options.language)) + element("dd", "、".join(names)))
        for words, names in told
        if names
    ]
    return block(element("dl", rows, class_="polc-who")) if rows else ""


def _part(entry: Entry, part: Part, here: Page, options: Options) -> str:
    kind = phrases.KINDS[type(part).__name__].in_(options.language)
    sections = [
        heading(2, part.name, slug(part.name)),
        block(element("p", kind, class_="polc-kind")),
        meaning(entry, part, here, options),
        _pictures(entry, part, options),
        combined(entry, part, here, options),
        ways(entry, part, here, options),
        *_inner(entry, part, here, options),
    ]
    return "".join(sections)


def _inner(entry: Entry, part: Part, here: Page, options: Options) -> Iterator[str]:
    """Yield what a reader of a draft that is not public has no use for: it is settled only when the text is."""
    if options.audience == "public" and entry.is_draft:
        return
    yield needs(entry, part, options)
    yield from readings(entry, part, options)
    yield from examples(entry, part, here, options)
    yield findings(entry, part, options)


def _pictures(entry: Entry, part: Part, options: Options) -> str:
    plan = entry.lowered.plans.get(part.name)
    drawn = picture(entry.lowered, plan, options) if plan is not None else []
    return block(*drawn) if drawn else ""


def _passage(passage: Passage, options: Options) -> str:
    words = phrases.PASSAGES[passage.kind].in_(options.language)
    sections = [
        heading(2, passage.name, slug(passage.name)),
        block(element("p", words, class_="polc-kind")),
        block(*quotes(passage.quotes)),
    ]
    return "".join(sections)

"""The manual's page of the grammar: every rule as a picture and in words, with examples and the words it takes.

Guarantees: made from the grammar of values, the keyword table and the choices, so that it says what polc reads; every
rule stands in one section; what a picture shows is said in words below it, with links that need no mouse.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.site import phrases
from polc.site.addresses import relative
from polc.site.assets import asset
from polc.site.markup import Html, block, element, escape, heading, join, link
from polc.site.options import Options
from polc.site.pages.grammar_names import EXAMPLES, kind_named, rule_named
from polc.site.pages.grammar_sections import SECTIONS, Section
from polc.site.pictures.railroad import Naming, railroad
from polc.syntax.choices import CHOICES
from polc.syntax.described import Either, Form, Kind, Many, Ref, Series, Written, rules
from polc.syntax.described.forms import NOTHING, kinds
from polc.syntax.format import format_text
from polc.syntax.keywords import WORDS
from polc.syntax.units import UNITS
from polc.text import Source

PATH = "reference/grammar.md"
_LANGUAGE = "reference/language"


def grammar_page(options: Options) -> str:
    """Return the page."""
    language = options.language
    every = rules()
    naming = _naming(language)
    title = phrases.GRAMMAR.in_(language)
    body = [block(element("p", phrases.GRAMMAR_TOLD.in_(language)), _legend(naming))]
    for section in SECTIONS:
        body.append(heading(2, section.title.in_(language), section.id))
        body.append(block(element("p", [section.told.in_(language), " ", _meaning(section, options)])))
        body.extend(_rule(name, every[name], naming) for name in section.rules)
        body.append(f"\n```pol\n{example(section, language)}```\n")
    body.append(heading(2, phrases.KINDS_OF_WORDS.in_(language), "words"))
    body.append(_words(every.values(), language))
    front = f"---\ntitle: {json.dumps(escape(title), ensure_ascii=False)}\n---\n"
    return front + heading(1, title) + "".join(body)


def example(section: Section, language: Language) -> str:
    """Return the example of a section, its keywords in a language."""
    return format_text(Source(f"{section.id}.pol", asset(f"grammar/{section.id}.pol")), language)


def _meaning(section: Section, options: Options) -> Html:
    way = relative(f"{_LANGUAGE}/{section.page}.md", PATH, options)
    return link(way, phrases.WHAT_IT_MEANS.in_(options.language))


def _naming(language: Language) -> Naming:
    return Naming(language, lambda form: _named(form).in_(language), _address)


def _named(form: Ref | Kind) -> Words:
    if isinstance(form, Ref):
        return rule_named(form.name)
    named = kind_named(form.name)
    return phrases.OR_A_NAME.fill(kind=named) if form.or_name else named


def _address(form: Ref | Kind) -> str:
    return f"#{_anchor(form.name) if isinstance(form, Ref) else _anchor_of_kind(form.name)}"


def _anchor(name: str) -> str:
    return f"rule-{name.replace('_', '-')}"


def _anchor_of_kind(name: str) -> str:
    return f"word-{name.removeprefix('choice:').lower().replace('_', '-').replace(' ', '-')}"


def _legend(naming: Naming) -> Html:
    """Return what the boxes mean, in boxes."""
    language = naming.language
    shown = (
        (Written(Words("且", "and")), phrases.BOX_WRITTEN),
        (Kind("MONEY"), phrases.BOX_KIND),
        (Ref("sum"), phrases.BOX_RULE),
    )
    rows = [
        element("li", [railroad(form, words.in_(language), "", naming), " ", words.in_(language)])
        for form, words in shown
    ]
    return element("ul", rows, class_="polc-legend")


def _rule(name: str, form: Form, naming: Naming) -> str:
    anchor, named = _anchor(name), rule_named(name).in_(naming.language)
    drawn = railroad(form, named, f"{anchor}-told", naming)
    own = [] if naming.language == "en" else [" ", element("small", name)]
    return block(
        element("h3", [named, *own], id=anchor, class_="polc-rule-name"),
        element(
            "div",
            drawn,
            class_="polc-railroad",
            tabindex="0",
            role="region",
            aria_label=named,
            data_search_exclude=True,
        ),
        element("p", [named, " = ", *_told(form, naming)], class_="polc-ebnf", id=f"{anchor}-told"),
    )


def _told(form: Form, naming: Naming) -> Iterator[str | Html]:
    """Yield a rule in words: in brackets what may be left out, in braces what repeats."""
    match form:
        case Written(words=words):
            yield element("code", words.in_(naming.language))
        case Ref() | Kind():
            yield link(naming.address(form), naming.named(form))
        case Series(parts=parts):
            for n, part in enumerate(parts):
                if n:
                    yield " "
                yield from _told(part, naming)
        case Either(ways=(first, Many(part=part, between=between))) if first == between == NOTHING:
            yield "{ "
            yield from _told(part, naming)
            yield " }"
        case Many(part=part, between=between) if between == NOTHING:
            yield "{ "
            yield from _told(part, naming)
            yield " }+"
        case Either(ways=ways):
            maybe = ways[0] == NOTHING
            yield "[ " if maybe else "( "
            for n, way in enumerate(ways[1:] if maybe else ways):
                if n:
                    yield " | "
                yield from _told(way, naming)
            yield " ]" if maybe else " )"
        case Many(part=part, between=between):
            yield from _told(part, naming)
            yield " { "
            yield from _told(between, naming)
            yield " "
            yield from _told(part, naming)
            yield " }"


def _words(every: Iterable[Form], language: Language) -> str:
    """Return the table of the kinds of words that the rules take, with their words or what they look like."""
    named = {kind.name: None for form in every for kind in kinds(form)}
    rows = [
        element(
            "tr",
            [
                element("th", kind_named(name).in_(language), scope="row", id=_anchor_of_kind(name)),
                element("td", join([element("code", word) for word in _members(name, language)], " ")),
            ],
        )
        for name in named
    ]
    table = element("table", element("tbody", rows), aria_label=phrases.KINDS_OF_WORDS.in_(language))
    return block(element("div", table, class_="polc-table", tabindex="0"))


def _members(name: str, language: Language) -> list[str]:
    if name in EXAMPLES:
        return list(EXAMPLES[name])
    kind, _, group = name.partition(":")
    found = [Words(row.zh, row.en) for row in CHOICES if row.group == group] if group else []
    found = found or [Words(row.zh, row.en) for row in WORDS.values() if row.type == kind]
    if group in _UNITS:
        found = [Words(unit.zh, unit.en) for unit in UNITS if unit.kind.name == _UNITS[group]]
    return list(dict.fromkeys(words.in_(language) for words in found))


_UNITS = {"unit of count": "COUNT", "unit of money": "MONEY"}

"""One benefit on pages across policies: a card in the finder, an item in the comparison."""

from __future__ import annotations

from polc.readers.prose import figures
from polc.site.addresses import numbered, relative
from polc.site.line import Line
from polc.site.markup import Html, element, link
from polc.site.options import Options
from polc.site.pages.compare import PATH as COMPARISON
from polc.site.pages.home import path_of
from polc.site.summary import Summary


def line(each: Summary, options: Options) -> Line:
    """Return a benefit as pages across policies show it."""
    topics = tuple(topic.id for topic in each.topics)
    return Line(each.front, topics, each.end, _card(each, options), _item(each, options))


def _item(each: Summary, options: Options) -> Html:
    language = options.language
    where = relative(each.address, COMPARISON, options)
    told = [
        link(where, each.name),
        element("strong", each.most_words.in_(language)),
        element("small", each.headline.in_(language)),
    ]
    return element("li", told)


def _card(each: Summary, options: Options) -> Html:
    language, here = options.language, path_of(options)
    where = link(relative(each.address, here, options), each.name)
    tags = "、".join(topic.name.in_(language) for topic in each.topics)
    under = f"{each.front.title} {numbered(each.clause, language)} · {tags}"
    return element(
        "li",
        [
            where,
            element("strong", each.most_words.in_(language)),
            element("small", each.headline.in_(language)),
            element("small", under),
        ],
        data_policy=each.front.name,
        data_topics=" ".join(topic.id for topic in each.topics),
        data_most="" if each.most is None else figures.decimal(each.most)[0],
        data_start="" if each.start is None else str(each.start),
        data_end="" if each.end is None else str(each.end),
        data_text=f"{each.name} {each.sentences}",
    )

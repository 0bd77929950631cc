"""The page of all policies: what there is, and a finder over every benefit.

Without scripts it is the whole list; ``finder.js`` narrows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from polc.site import phrases
from polc.site.addresses import ROOT, TODAY, relative
from polc.site.front import Front
from polc.site.line import Line, by_policy, marked_until
from polc.site.markup import Html, block, element, heading, link
from polc.site.options import Options
from polc.site.pages.calculator import PATH as CALCULATOR
from polc.site.pages.calculator import path_of as path_of_calculator
from polc.site.pages.compare import PATH as COMPARISON
from polc.site.pages.frame import page
from polc.site.topics import REST, TOPICS

SCRIPT = "assets/polc/finder.js"
TYPED = "assets/polc/typed.js"
"""How an amount is typed, as in the calculator: loaded before the finder, which reads amounts with it."""


def path_of(options: Options) -> str:
    """Return where the page of all policies stands."""
    return "index.md" if options.home else f"{ROOT}/index.md"


def home_page(fronts: Sequence[Front], every: Sequence[Line], options: Options) -> str:
    """Return the page that leads to every policy and every benefit."""
    language, here = options.language, path_of(options)
    ways = []
    if len(fronts) > 1:
        ways = [
            link(relative(COMPARISON, here, options), phrases.COMPARISON.in_(language), class_="polc-way"),
            link(relative(CALCULATOR, here, options), phrases.CALCULATOR_OF_ALL.in_(language), class_="polc-way"),
        ]
    scripts = [element("script", "", src=relative(each, here, options), defer=True) for each in (TYPED, SCRIPT)]
    of = by_policy(every)
    policies = [_policy(each, of.get(each.folder, ()), options) for each in fronts]
    script = [] if options.pinned else [element("script", "", src=relative(TODAY, here, options), defer=True)]
    body = [
        block(element("p", ways, class_="polc-ways")) if ways else "",
        block(element("ul", policies, class_="polc-policies"), *script),
        heading(2, phrases.FINDER.in_(language), "finder"),
        block(_finder(fronts, every, options), *scripts),
    ]
    return page(phrases.ALL_POLICIES.in_(language), "".join(body), None, options)


def _policy(front: Front, mine: Sequence[Line], options: Options) -> Html:
    language, here = options.language, path_of(options)
    end = mine[0].end if mine else None
    draft = [element("span", phrases.DRAFT_SHORT.in_(language), class_="polc-tag")] if front.is_draft else []
    counted = phrases.BENEFITS.fill(n=str(len(mine))).in_(language)
    told = [counted, " · ", marked_until(end, options), " · "]
    counting = link(relative(path_of_calculator(front), here, options), phrases.CALCULATOR.in_(language))
    name = link(relative(front.overview, here, options), front.title)
    return element("li", [element("strong", name), *draft, element("small", [*told, counting])])


def _finder(fronts: Sequence[Front], every: Sequence[Line], options: Options) -> Html:
    language = options.language
    anything = element("option", phrases.ANY.in_(language), value="")
    cities = [element("option", front.title, value=front.name) for front in fronts]
    topics = [element("option", topic.name.in_(language), value=topic.id) for topic in (*TOPICS, REST)]
    fields = [
        _field("find", phrases.FIND.in_(language), element("input", type="search", id="polc-find", autocomplete="off")),
        _field("where", phrases.WHERE.in_(language), element("select", [anything, *cities], id="polc-where")),
        _field("about", phrases.ABOUT.in_(language), element("select", [anything, *topics], id="polc-about")),
        _least(options),
        _field("day", phrases.ON_DAY.in_(language), element("input", type="date", id="polc-day")),
    ]
    status = element(
        "p",
        "",
        class_="polc-hint",
        role="status",
        data_found=phrases.FOUND.in_(language),
        data_none=phrases.NONE_FOUND.in_(language),
    )
    cards = [each.card for each in every]
    form = element("form", fields, class_="polc-filters", hidden=True)
    return element(
        "div", [form, status, element("ul", cards, class_="polc-cards")], class_="polc-finder", data_search_exclude=True
    )


def _least(options: Options) -> Html:
    """Return the field of an amount, as text: one writes 300, 300万元 or 0.3亿, and is told what cannot be read."""
    wrong = "polc-least-problem"
    control = element(
        "input", type="text", inputmode="decimal", autocomplete="off", id="polc-least", aria_describedby=wrong
    )
    said = phrases.LEAST_WRONG.in_(options.language)
    problem = element("small", "", id=wrong, class_="polc-problem", role="alert", data_wrong=said)
    label = element("label", phrases.AT_LEAST.in_(options.language), for_="polc-least")
    return element("p", [label, control, problem])


def _field(name: str, label: str, control: Html) -> Html:
    return element("p", [element("label", label, for_=f"polc-{name}"), control])

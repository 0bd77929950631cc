"""What the checks found in a part, with the case that proves it; hidden from the public."""

from __future__ import annotations

from polc.diagnostics import Diagnostic
from polc.model.policy import Part
from polc.site import phrases
from polc.site.addresses import relative
from polc.site.contents import Entry
from polc.site.markup import Html, block, element, heading, link
from polc.site.options import Options
from polc.site.pages.rules import path_of_rule


def findings(entry: Entry, part: Part, options: Options) -> str:
    """Return the findings that stand in a part, as a section; "" where there are none or the site is public."""
    mine = of_part(entry, part)
    if not mine or options.audience == "public":
        return ""
    return heading(3, phrases.FINDINGS.in_(options.language)) + block(
        *(one(found, entry.address(part.name), options) for found in mine)
    )


def of_part(entry: Entry, part: Part) -> list[Diagnostic]:
    """Return what was found in a part, but for what stands beside its doubts."""
    return [
        found
        for found in entry.findings
        if _stands_in(found, part, entry) and not (part.doubts and found.rule.name.startswith("readings-"))
    ]


def of_all(entry: Entry) -> list[Diagnostic]:
    """Return what was found in no part: in the head of the policy."""
    first = min((each.span.start for here in entry.pages for each in here.held), default=0)
    return [found for found in entry.findings if found.place.span.start < first]


def one(found: Diagnostic, page: str, options: Options) -> Html:
    """Return a finding as it stands on a page: severity, message, its rule, and the case that shows it."""
    language = options.language
    said = element("p", [weight(found, options), " ", found.message(language), " ", *_rule(found, page, options)])
    proof: list[Html] = []
    if found.witness is not None:
        facts = [element("li", f"{name} = {value.in_(language)}") for name, value in found.witness.facts]
        came = [
            element("li", f"{what.in_(language)}：{amount.in_(language)}") for what, amount in found.witness.outcome
        ]
        proof = [element("ul", [*facts, *came], class_="polc-proof")]
    advice = [element("p", words.in_(language), class_="polc-advice") for words in found.advice]
    return element("div", [said, *proof, *advice], class_="polc-finding")


def weight(found: Diagnostic, options: Options) -> Html:
    """Return how much a finding weighs, in its colour."""
    return element("strong", found.severity.words.in_(options.language), class_=f"polc-{found.severity.value}")


def _rule(found: Diagnostic, page: str, options: Options) -> list[Html]:
    """Return the link to the page of the rule, where the site has the manual."""
    if not options.manual:
        return []
    here = page.partition("#")[0]
    return [link(relative(path_of_rule(found.rule.name), here, options), found.rule.name, class_="polc-rule")]


def _stands_in(found: Diagnostic, part: Part, entry: Entry) -> bool:
    """Return whether a finding stands in a part: nearer to its head than to that of any part behind it."""
    at = found.place.span
    heads = [each.span for page in entry.pages for each in page.held if each.span.source is at.source]
    before = [head.start for head in heads if head.start <= at.start]
    return bool(before) and part.span.source is at.source and max(before) == part.span.start

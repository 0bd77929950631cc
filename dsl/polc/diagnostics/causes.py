"""One cause, one finding: one is left out where a rule that says more of the same cause has spoken of its place."""

from __future__ import annotations

from collections.abc import Iterable

from polc.diagnostics.finding import Diagnostic
from polc.text import Span


def one_a_cause(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings without those whose rule yields to another's at one of their places (``Rule.yields_to``)."""
    every = list(found)
    told: dict[str, list[Span]] = {}
    for each in every:
        told.setdefault(each.rule.name, []).append(each.place.span)
    return [each for each in every if not _told_by_another(each, told)]


def _told_by_another(finding: Diagnostic, told: dict[str, list[Span]]) -> bool:
    places = (finding.place.span, *(label.span for label in finding.related))
    others = (span for name in finding.rule.yields_to for span in told.get(name, ()))
    return any(_touch(span, place) for span in others for place in places)


def _touch(one: Span, other: Span) -> bool:
    return one.source is other.source and max(one.start, other.start) < min(one.end, other.end)

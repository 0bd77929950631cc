"""One cause, one finding: one is left out where a rule that says more of the same cause has spoken of its place."""

from __future__ import annotations

from collections.abc import Iterable

from polc.diagnostics.finding import Diagnostic
from polc.text import Span


def one_a_cause(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings without those that another makes idle.

    That is one whose rule yields to another's at one of their places (``Rule.yields_to``), or that is about the same
    part as another's which leaves nothing to say of it (``Rule.moot_under``).
    """
    every = list(found)
    told: dict[str, list[Span]] = {}
    parts: set[tuple[str, str]] = set()
    for each in every:
        told.setdefault(each.rule.name, []).append(each.place.span)
        parts.add((each.rule.name, _part(each)))
    return [each for each in every if not _told_by_another(each, told) and not _moot(each, parts)]


def _part(finding: Diagnostic) -> str:
    """Return the part that a finding is about, as its message names it."""
    return str(dict(finding.arguments).get("name", ""))


def _moot(finding: Diagnostic, parts: set[tuple[str, str]]) -> bool:
    part = _part(finding)
    return bool(part) and any((name, part) in parts for name in finding.rule.moot_under)


def _told_by_another(finding: Diagnostic, told: dict[str, list[Span]]) -> bool:
    places = (finding.place.span, *(label.span for label in finding.related))
    others = (span for name in finding.rule.yields_to for span in told.get(name, ()))
    return any(_touch(span, place) for span in others for place in places)


def _touch(one: Span, other: Span) -> bool:
    return one.source is other.source and max(one.start, other.start) < min(one.end, other.end)

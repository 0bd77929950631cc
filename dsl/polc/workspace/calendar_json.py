"""The payment calendar, and who bears what a joint cap cuts, as data (in ``polc.answer/1`` and ``polc.test/1``)."""

from __future__ import annotations

from typing import Any

from polc.runs.answer import Part_
from polc.runs.calendar import Calendar, Cash, what_of
from polc.workspace.result_json import words, yuan


def calendar(part: Part_) -> list[dict[str, Any]]:
    """Return the lines of a part's calendar in order of the years; none where nothing is paid, or nothing is known."""
    return [] if part.calendar is None else lines(part.calendar, part.part.name)


def lines(found: Calendar, part: str) -> list[dict[str, Any]]:
    """Return the lines of a calendar of a part."""
    return [_line(one, found.now, part) for one in found.lines]


def _line(one: Cash, now: int, part: str) -> dict[str, Any]:
    return {
        "year": one.year,
        "when": "past" if one.year < now else "now" if one.year == now else "later",
        "kind": one.kind,
        "part": one.part,
        "item": one.item or None,
        "awarded": one.awarded,
        "number": one.number if one.count > 1 else None,
        "count": one.count,
        "low": None if one.low is None else yuan(one.low),
        "high": yuan(one.high),
        "what": words(what_of(one, part)),
        "why": one.why or None,
        "missing": sorted(one.missing),
    }


def shares(part: Part_) -> list[dict[str, Any]]:
    """Return each member's share of a total that a joint cap cuts, where 分摊 says who bears it (at the upper end)."""
    return [{"part": one.member, "share": yuan(one.share), "own": yuan(one.own)} for one in part.shares]

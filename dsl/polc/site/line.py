"""A benefit as pages across policies show it: made with the policy's own pages, and only put together there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from polc.diagnostics.words import Words
from polc.site.front import Front
from polc.site.markup import Html, element
from polc.site.options import Options

ENDED = Words("已期满", "ended")


@dataclass(frozen=True, slots=True)
class Line:
    """One benefit: what it is about (ids of topics), its card in the finder, its item in the comparison.

    ``end`` is the last day of its policy, as a proleptic ordinal.
    """

    front: Front
    topics: tuple[str, ...]
    end: int | None
    card: Html
    item: Html


def by_policy(every: Iterable[Line]) -> dict[str, list[Line]]:
    """Return the benefits of each policy, by its folder."""
    found: dict[str, list[Line]] = {}
    for each in every:
        found.setdefault(each.front.folder, []).append(each)
    return found


def marked_until(end: int | None, options: Options, words: Words | None = None) -> Html:
    """Return until when a policy is in force; once that is past it says so, by the reader's clock if by none other."""
    told = (words or until(end)).in_(options.language)
    if end is None:
        return element("span", told)
    ended = ENDED.in_(options.language)
    if not options.pinned:
        return element("span", told, data_until=end, data_ended=ended)
    return element("span", [told, *([element("span", ended, class_="polc-tag")] if options.day > end else [])])


def until(end: int | None) -> Words:
    """Return until when a policy is in force."""
    if end is None:
        return Words("有效期没有写明哪一天为止", "its last day is not stated")
    date = dt.date.fromordinal(end)
    return Words(f"到 {date.year}年{date.month}月{date.day}日", f"until {date.isoformat()}")

"""What changed for the policy as a whole: who is in scope, when it is in force, and words that nothing quotes.

Guarantee: scope is asked about once, with the first benefit that it decides for; what else it decides for is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from polc.checks.accepted import Accepted, hash_of, moved, sentences
from polc.checks.in_force import days_in_force
from polc.checks.official import plain
from polc.diagnostics import Words
from polc.model.policy import Policy
from polc.readers.prose import figures
from polc.text import Source
from polc.workspace.diff.found import Change, Payment
from polc.workspace.diff.joined import UnlikeError, joined
from polc.workspace.diff.matching import Matched
from polc.workspace.diff.payments import Sides, paid
from polc.workspace.diff.pieces import Version, quoted

_SCOPE = ("scope", "also", "only", "over", "rule")
_MOST = 5
"""How many sentences that nothing quotes are told."""


def speaks_of_scope(changes: list[Change]) -> bool:
    """Return whether any line that changed says whom the policy is for."""
    return any(change.keyword in _SCOPE for change in changes)


def scope(matched: Matched, sides: Sides) -> tuple[Payment, int] | None:
    """Return who is paid otherwise since scope changed, for the first benefit, and how many others it decides for."""
    first: Payment | None = None
    more = 0
    for one, two in matched.pieces:
        mine = sides.old.plans.get(one.name) if one is not None and one.kind == "benefit" else None
        theirs = sides.new.plans.get(two.name) if two is not None and two.kind == "benefit" else None
        if mine is None or theirs is None:
            continue
        try:
            within = joined(sides.old, [mine], sides.new, [theirs], sides.names).same
            asked = joined(sides.old, [mine], sides.new, [theirs], sides.names, scope=True).same
        except UnlikeError:
            continue
        if not within or asked:
            continue  # it changed by itself, which is told where it stands; or scope decides nothing for it
        if first is not None:
            more += 1
            continue
        found = paid(sides, [mine], [theirs], scope=True)
        if found.verdict != "same":
            first = replace(found, reading=Words("适用范围改了", "the scope changed"))
    return (first, more) if first is not None else None


def and_more(payment: Payment, more: int) -> Words:
    """Return what else is asked about by a payment, with how many other benefits hang on it."""
    said = payment.reading or Words("", "")
    return Words(f"{said.zh}（另有 {more} 项也看它）", f"{said.en} (which decides for {more} more)")


def dates(old: Policy, new: Policy) -> Iterator[Words]:
    """Yield from when to when either version is in force, where that changed."""
    one, two = days_in_force(old)[0], days_in_force(new)[0]
    if (one.first, one.last) == (two.first, two.last):
        return
    yield Words("有效期：原版 {old}；新版 {new}", "in force: the old {old}; the new {new}").fill(
        old=_period(one.first, one.last), new=_period(two.first, two.last)
    )


def _period(first: int | None, last: int | None) -> Words:
    unknown = Words("未知", "unknown")
    start = figures.day(first) if first is not None else unknown
    end = figures.day(last) if last is not None else unknown
    return Words(f"{start.zh} 至 {end.zh}", f"{start.en} to {end.en}")


def unquoted(before: Version, after: Version, old: Source | None, new: Source | None) -> Iterator[Words]:
    """Yield the sentences of the official text that changed and that neither version quotes."""
    if old is None or new is None or hash_of(old) == hash_of(new):
        return
    cited = [plain(words) for version in (before, after) for words in _quotes(version)]
    accepted = Accepted(hash_of(old), tuple(span.text for span in sentences(old)))
    found = []
    for each in moved(accepted, new):
        texts = [text for text in (plain(each.old), plain(each.new)) if text]
        if not any(quote in text or text in quote for quote in cited if quote for text in texts):
            found.append(each)
    for each in found[:_MOST]:
        yield _SENTENCE[bool(each.old), bool(each.new)].fill(old=_short(each.old), new=_short(each.new))
    if len(found) > _MOST:
        yield Words(f"还有 {len(found) - _MOST} 句这样的原文", f"and {len(found) - _MOST} more such sentences")


_SENTENCE = {
    (True, True): Words(
        "原文改了，两版都没有引用：“{old}” → “{new}”",
        "official words that neither version quotes changed: “{old}” → “{new}”",
    ),
    (True, False): Words(
        "原文删了一句，没有引用过：“{old}”", "a sentence of the official text that was not quoted is gone: “{old}”"
    ),
    (False, True): Words(
        "原文添了一句，没有引用：“{new}”", "a sentence of the official text that is not quoted was added: “{new}”"
    ),
}
_SHOWN = 60


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _quotes(version: Version) -> Iterator[str]:
    for article in (version.head, *version.articles):
        yield from quoted(article.block)
        for piece in article.pieces:
            yield from quoted(piece.block)

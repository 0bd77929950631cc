"""Which policies a text cites, among those that are encoded: by 《name》 or by document number.

Guarantees: a policy does not cite itself, and one that is only repealed is not cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from polc.checks.draft import Checked, Neighbour
from polc.checks.heading import quotes
from polc.checks.in_force import days_in_force
from polc.checks.official import plain
from polc.model.policy import Policy

_SENTENCE = re.compile(r"[^。；;\n]+")
_NAMED = re.compile(r"《([^《》\n]{4,80})》")
_CITES = re.compile(r"《|〔[0-9０-９]{4}〕|\[[0-9]{4}\]")
_SUFFIX = re.compile(r"[（(][^（()）]{1,12}[)）]$")
_REPEALED = re.compile("废止|停止(?:执行|实施|施行)|失效|不再(?:执行|实施|施行)")


def cited(subject: Checked, others: Iterable[Checked]) -> tuple[Neighbour, ...]:
    """Return the policies that the text of one cites, of those looked at with it and of the earlier versions it names."""
    candidates = {id(other.policy): other.policy for other in (*_earlier(subject), *others)}
    candidates.pop(id(subject.policy), None)
    said = list(_citing(subject)) if candidates else []
    if not said:
        return ()
    own = _bare(subject.policy.name)
    known = dict.fromkeys(neighbour(policy) for policy in candidates.values())
    return tuple(each for each in known if _bare(each.name) != own and _first(said, each) is not None)


def _earlier(subject: Checked) -> Iterator[Checked]:
    at = subject.earlier
    while at is not None:
        yield at
        at = at.earlier


def neighbour(policy: Policy) -> Neighbour:
    """Return what another policy's text needs to be found citing this one, and the days on which it may end."""
    ends = tuple(dict.fromkeys(period.last for period in days_in_force(policy) if period.last is not None))
    return Neighbour(policy.name, policy.headers.get("number", ""), ends)


def sentence_citing(subject: Checked, other: Neighbour) -> str | None:
    """Return the first sentence of a policy's text that cites another, other than to repeal it."""
    return _first(list(_citing(subject)), other)


def _first(said: list[tuple[str, frozenset[str], str]], other: Neighbour) -> str | None:
    wanted, number = _bare(other.name), plain(other.number)
    return next((text for text, names, flat in said if wanted in names or (number and number in flat)), None)


def _citing(subject: Checked) -> Iterator[tuple[str, frozenset[str], str]]:
    """Yield (sentence, the titles in it, the sentence without blanks and width) of all that cite some document."""
    for text in _texts(subject):
        for match in _SENTENCE.finditer(text):
            sentence = match.group()
            if _CITES.search(sentence) and not _REPEALED.search(sentence):
                yield sentence.strip(), frozenset(map(_bare, _NAMED.findall(sentence))), plain(sentence)


def _texts(subject: Checked) -> list[str]:
    said = [quote.text for quote, _ in quotes(subject.policy)]
    return [*said, subject.official.text] if subject.official is not None else said


def _bare(name: str) -> str:
    """Return a title without blanks, width and what stands in brackets behind it (试行, 征求意见稿)."""
    return _SUFFIX.sub("", plain(name))

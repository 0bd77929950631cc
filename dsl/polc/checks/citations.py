"""Which policies a text cites, among those that are encoded: by 《name》 or by document number.

Guarantees: a policy does not cite itself, and one that is only repealed is not cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from polc.checks.citing import Citable, Citing, Neighbour, Sentence
from polc.checks.draft import Checked
from polc.checks.heading import quotes
from polc.checks.in_force import days_in_force
from polc.checks.official import plain
from polc.model.policy import Policy

_SENTENCE = re.compile(r"[^。；;\n]+")
_NAMED = re.compile(r"《([^《》\n]{4,80})》")
_CITES = re.compile(r"《|〔[0-9０-９]{4}〕|\[[0-9]{4}\]")
_SUFFIX = re.compile(r"[（(][^（()）]{1,12}[)）]$")
_REPEALED = re.compile("废止|停止(?:执行|实施|施行)|失效|不再(?:执行|实施|施行)")


def cited(subject: Checked, others: Iterable[Citable]) -> tuple[Neighbour, ...]:
    """Return the policies that the text of one cites, of those looked at with it and of the earlier versions it names."""
    return citing(subject).among(others)


def citing(subject: Checked) -> Citing:
    """Return what the text of a policy cites, whoever that is."""
    earlier = tuple(citable(other.policy) for other in _earlier(subject))
    said = tuple(Sentence(titles, flat) for _, titles, flat in _citing(subject))
    return Citing(_bare(subject.policy.name), earlier, said)


def _earlier(subject: Checked) -> Iterator[Checked]:
    at = subject.earlier
    while at is not None:
        yield at
        at = at.earlier


def citable(policy: Policy) -> Citable:
    """Return what another policy's text needs to be found citing this one, and the days on which it may end."""
    ends = tuple(dict.fromkeys(period.last for period in days_in_force(policy) if period.last is not None))
    return _citable(Neighbour(policy.name, policy.headers.get("number", ""), ends))


def _citable(other: Neighbour) -> Citable:
    return Citable(other, _bare(other.name), plain(other.number))


def sentence_citing(subject: Checked, other: Neighbour) -> str | None:
    """Return the first sentence of a policy's text that cites another, other than to repeal it."""
    found = _citable(other)
    return next((text for text, titles, flat in _citing(subject) if found.is_cited(Sentence(titles, flat))), None)


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

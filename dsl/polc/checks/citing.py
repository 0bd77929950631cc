"""What a text cites, apart from what is cited: as plain data, so that both can be kept and put together again.

Guarantees: nothing here needs the policies themselves, so who has kept this need not read them to know whom they cite.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another policy that a text cites: its name and number as written, its last days (proleptic) under each reading."""

    name: str
    number: str
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Citable:
    """A policy as others may cite it: ``title`` and ``number`` are what their sentences are held against."""

    neighbour: Neighbour
    title: str
    number: str

    def is_cited(self, said: Sentence) -> bool:
        """Return whether a sentence cites it."""
        return self.title in said.titles or bool(self.number and self.number in said.flat)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that cites something: the titles in it, and itself without blanks and width."""

    titles: frozenset[str]
    flat: str


@dataclass(frozen=True, slots=True)
class Citing:
    """What a policy's text cites. ``own`` is its own title, ``earlier`` are the versions that it names."""

    own: str
    earlier: tuple[Citable, ...]
    said: tuple[Sentence, ...]

    def among(self, others: Iterable[Citable]) -> tuple[Neighbour, ...]:
        """Return the policies that are cited, of its earlier versions and of ``others``: each once, never itself."""
        known = dict.fromkeys((*self.earlier, *others))
        return tuple(each.neighbour for each in known if each.title != self.own and any(map(each.is_cited, self.said)))

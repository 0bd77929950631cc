"""Which clause, part and fact of one version is which of the other: by name, then by content, never by number alone.

Guarantee: the same two versions are matched in the same way, in whatever order anything is looked at.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from polc.checks.official import plain
from polc.model.policy import Fact, Policy, Subject
from polc.workspace.diff.pieces import Article, Piece, Version

_ALIKE = 0.6
"""How much two parts of other names must share to be taken for one."""
_FIGURES = re.compile(r"\d[\d,.]*")


@dataclass
class Matched:
    """What belongs together; each list also has what stands alone, with None for the other side."""

    pieces: list[tuple[Piece | None, Piece | None]]
    articles: list[tuple[Article | None, Article | None]]
    subjects: dict[str, str] = field(default_factory=dict)  # old → new, where the names differ
    facts: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)  # (subject, fact), where they differ

    @property
    def parts(self) -> dict[str, str]:
        """The names of benefits, groups … old → new, where they differ."""
        return {a.name: b.name for a, b in self.pieces if a is not None and b is not None and a.name != b.name}

    def partner(self, piece: Piece) -> Piece | None:
        """Return the piece of the new version that an old one became."""
        return next((b for a, b in self.pieces if a is piece), None)


def matched(old: Version, new: Version, same: Mapping[str, str], apart: frozenset[str] = frozenset()) -> Matched:
    """Return what belongs together. ``same`` names what was renamed (old → new), ``apart`` what was not."""
    pieces = _pieces(old.pieces, new.pieces, same, apart)
    found = Matched(pieces, _articles(old.articles, new.articles, pieces))
    one, two = old.compiled.policy, new.compiled.policy
    if one is not None and two is not None:
        found.subjects = _subjects(one, two, same, apart)
        found.facts = dict(_facts(one, two, found, same, apart))
    return found


def _pieces(
    old: Sequence[Piece], new: Sequence[Piece], same: Mapping[str, str], apart: frozenset[str]
) -> list[tuple[Piece | None, Piece | None]]:
    left = list(new)
    pairs: dict[int, Piece] = {}
    for wanted in (True, False):  # in the same clause first, where a name is there twice
        for n, piece in enumerate(old):
            name = same.get(piece.name, piece.name)
            twin = next(
                (
                    x
                    for x in left
                    if (x.kind, x.name) == (piece.kind, name) and (not wanted or x.clause == piece.clause)
                ),
                None,
            )
            if n not in pairs and twin is not None:
                pairs[n] = twin
                left.remove(twin)
    alone = [n for n in range(len(old)) if n not in pairs and old[n].name not in apart]
    scored = sorted((-score, n, m) for n in alone for m, other in enumerate(left)
                    if other.name not in apart and (score := _alike(old[n], other)) >= _ALIKE)  # fmt: skip
    taken: set[int] = set()
    for _, n, m in scored:
        if n not in pairs and m not in taken:
            pairs[n] = left[m]
            taken.add(m)
    both: list[tuple[Piece | None, Piece | None]] = [(piece, pairs.get(n)) for n, piece in enumerate(old)]
    held = {id(piece) for piece in pairs.values()}
    return [*both, *((None, piece) for piece in new if id(piece) not in held)]


def _alike(one: Piece, other: Piece) -> float:
    """Return how much two parts share, names and figures aside: 0 … 1."""
    if one.kind != other.kind or one.kind in ("subject", "external", "define"):
        return 0.0

    lines, words = _shared(one.text, other.text), _shared(one.words, other.words)
    name = difflib.SequenceMatcher(None, one.name, other.name).ratio()
    return max((lines + words) / 2, words if not one.text else 0.0) + 0.1 * name


def _shared(one: str, other: str) -> float:
    """Return how many pairs of neighbouring characters two texts share, figures aside: 0 … 1, in one pass."""
    mine, theirs = _pairs(one), _pairs(other)
    together = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / together if together else 0.0


@lru_cache(maxsize=4096)
def _pairs(text: str) -> Counter[str]:
    plainly = _FIGURES.sub("#", text)
    return Counter(plainly[n : n + 2] for n in range(len(plainly) - 1))


def _articles(
    old: Sequence[Article], new: Sequence[Article], pieces: Sequence[tuple[Piece | None, Piece | None]]
) -> list[tuple[Article | None, Article | None]]:
    home = {id(piece): n for n, article in enumerate(new) for piece in article.pieces}
    went: dict[tuple[int, int], int] = {}
    for n, article in enumerate(old):
        mine = {id(piece) for piece in article.pieces}
        for a, b in pieces:
            if a is not None and b is not None and id(a) in mine and id(b) in home:
                went[n, home[id(b)]] = went.get((n, home[id(b)]), 0) + 1
    scored = []
    for n, one in enumerate(old):
        for m, two in enumerate(new):
            score = _likeness(one, two, went.get((n, m), 0))
            if score >= 1:
                scored.append((-score, abs(n - m), n, m))
    pairs: dict[int, int] = {}
    for *_, n, m in sorted(scored):
        if n not in pairs and m not in pairs.values():
            pairs[n] = m
    found: list[tuple[Article | None, Article | None]] = []
    alone = [n for n in range(len(old)) if n not in pairs]
    for m, article in enumerate(new):  # in the new order; what is gone stands where it stood
        before = next((n for n, k in pairs.items() if k == m), None)
        while before is not None and alone and alone[0] < before:
            found.append((old[alone.pop(0)], None))
        found.append((old[before] if before is not None else None, article))
    return [*found, *((old[n], None) for n in alone)]


def _likeness(one: Article, two: Article, shared: int) -> float:
    """Return how much two clauses have in common; from 1 on they may be the same."""
    score = min(shared, 3) * 1.5
    if plain(one.title) and plain(one.title) == plain(two.title):
        score += 2
    elif one.title and two.title:
        score += difflib.SequenceMatcher(None, one.title, two.title).ratio() - 0.3
    if one.words and two.words:
        score += 2 * _shared(one.words, two.words)
    return score + (0.4 if one.number == two.number else 0)


def _subjects(one: Policy, two: Policy, same: Mapping[str, str], apart: frozenset[str]) -> dict[str, str]:
    mine = {subject.name: subject for subject in one.subjects}
    theirs = {subject.name: subject for subject in two.subjects}
    gone = [s for name, s in mine.items() if name not in theirs and name not in apart]
    come = [s for name, s in theirs.items() if name not in mine and name not in apart]
    found = {name: same[name] for name in mine if same.get(name) in theirs}
    if not found and len(gone) == 1 and len(come) == 1 and _share(gone[0], come[0]):
        found[gone[0].name] = come[0].name
    return found


def _share(one: Subject, other: Subject) -> bool:
    """Return whether two subjects have at least half of their facts in common."""
    mine, theirs = {(f.name, f.type) for f in one.facts}, {(f.name, f.type) for f in other.facts}
    return bool(mine & theirs) and 2 * len(mine & theirs) >= max(len(mine), len(theirs))


def _facts(
    one: Policy, two: Policy, found: Matched, same: Mapping[str, str], apart: frozenset[str]
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    theirs = {subject.name: subject for subject in two.subjects}
    for subject in one.subjects:
        other = theirs.get(found.subjects.get(subject.name, subject.name))
        if other is None:
            continue
        now = {fact.name for fact in other.facts}
        gone = [f for f in subject.facts if f.name not in now and f.name not in apart]
        come = [f for f in other.facts if f.name not in {x.name for x in subject.facts} and f.name not in apart]
        for fact in gone:
            twin = next((f for f in come if f.name == same.get(fact.name)), None) or _obvious(fact, gone, come, found)
            if twin is not None:
                yield (subject.name, fact.name), (other.name, twin.name)


def _obvious(fact: Fact, gone: Sequence[Fact], come: Sequence[Fact], found: Matched) -> Fact | None:
    """Return the one new fact of this type that lines now name in the place of this one; None unless it is the only."""
    alike = [f for f in come if f.type == fact.type]
    if len(alike) != 1 or sum(f.type == fact.type for f in gone) != 1:
        return None
    for one, two in found.pieces:
        if one is None or two is None:
            continue
        lines = {_FIGURES.sub("#", plain(line.span.text)) for line in two.block.lines}
        for line in one.block.lines:
            text = plain(line.span.text)
            if fact.name in text and _FIGURES.sub("#", text.replace(fact.name, alike[0].name)) in lines:
                return alike[0]
    return None

"""The site of some policies by their paths, with the errors found in them; what was drawn before is taken from a cache.

Guarantees: the same whether the cache knew it or not. What was kept is taken only where everything that it was made
from is the same: the texts of the policy, of its earlier versions and of whatever names it as such, whom it cites, the
day, how the site is generated, and polc itself. A policy of which all this is known is not compiled.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from polc.checks.citing import Citable, Neighbour
from polc.diagnostics.finding import Diagnostic, Severity
from polc.diagnostics.ordering import in_order
from polc.hosts.site_kept import Kept, packed, unpacked
from polc.hosts.site_known import Known, key_of_unit, known, learnt
from polc.site import Options, Site
from polc.site.addresses import folders_of
from polc.site.generate import arrange
from polc.workspace.cache import Cache, key_of
from polc.workspace.load import Draft, Unit, Workspace, link_versions, load_units, units
from polc.workspace.means import ALONE, Means

Asked = Callable[[Sequence[str]], Options]
"""Gives how the site is to be generated, by the languages of the files."""


@dataclass(frozen=True, slots=True)
class Made:
    """A site, how it was generated, and the errors found in its policies, in order."""

    site: Site
    options: Options
    errors: list[Diagnostic]


def site_of(
    paths: Sequence[str | Path],
    asked: Asked,
    means: Means = ALONE,
    told: Callable[[int, int], None] | None = None,
) -> Made:
    """Return the site of the policies that ``paths`` mean; ``told`` is told how many of how many were drawn anew."""
    reading = Workspace()
    every = list(units(paths, reading))
    shelf = _Shelf(every, reading.findings, means.cache)
    about = shelf.about()
    languages = [each for one in about.values() for each in one.languages]
    options = asked([*languages, *(f.language for unit in every if unit.vocabulary for f in unit.vocabulary.files)])
    policies = [place for place, one in about.items() if one.policy is not None]
    options = replace(options, several=len(policies) > 1)
    named = {place: one.policy for place, one in about.items() if one.policy is not None}
    folders = dict(zip(policies, folders_of(each.name for each in named.values()), strict=True))
    citable = [each.citable for each in named.values()]
    cited = {place: each.citing.among(citable) for place, each in named.items()}
    readers = shelf.readers()
    keys = dict(_keys(about, cited, folders, readers, options))
    found = {place: kept for place, key in keys.items() if (kept := _kept(means.cache, key)) is not None}
    missing = [place for place in policies if place not in found]
    space, drafts = shelf.loaded({*missing, *(each for place in missing for each in readers[place])})
    told_of = _findings(space, options, means, citable)
    errors = [each for each in told_of if each.severity is Severity.ERROR]
    if missing:
        from polc.hosts.site_drawing import Job, drawn_by  # noqa: PLC0415 - who has everything drawn needs no compiler
        from polc.site.contents import own_findings  # noqa: PLC0415 - as above

        by_file: dict[str, list[Diagnostic]] = defaultdict(list)
        for each in told_of:
            by_file[each.place.span.source.path].append(each)
        jobs = {
            place: Job(
                drafts[place],
                folders[place],
                tuple(own_findings(drafts[place], by_file)),
                tuple(each for each in errors if shelf.answers_for(place, each)),
            )
            for place in missing
        }
        for place, kept in drawn_by(jobs, options, means.processes, told):
            found[place] = kept
            if means.cache is not None and place in keys:
                means.cache.put(keys[place], packed(kept))
    errors.extend(each for kept in found.values() for each in kept.errors)
    return Made(arrange([found[place].drawn for place in policies], options), options, in_order(errors))


def _findings(space: Workspace, options: Options, means: Means, citable: Sequence[Citable]) -> list[Diagnostic]:
    """Return what is found in some policies, of which each may cite any of ``citable``."""
    if not space.drafts:
        return space.findings
    from polc.workspace.checked import examined  # noqa: PLC0415 - as above

    return examined(space, options.day, means=means, beside=citable).findings


def _keys(
    about: dict[int, Known],
    cited: dict[int, tuple[Neighbour, ...]],
    folders: dict[int, str],
    readers: dict[int, list[int]],
    options: Options,
) -> Iterator[tuple[int, str]]:
    """Yield the key under which each policy is drawn, where all that it is drawn from is known."""
    for place, folder in folders.items():
        every = [place, *readers[place]]
        if all(about[each].read is not None and each in cited for each in every):
            told = [text for each in every for text in (about[each].read or "", repr(cited[each]))]
            yield place, key_of(["site: a policy as drawn", repr(options), folder, *told])


def _kept(cache: Cache | None, key: str) -> Kept | None:
    """Return what was drawn before, if it is whole."""
    data = cache.get(key) if cache is not None else None
    if data is None:
        return None
    try:
        return unpacked(data)
    except ValueError:
        return None


class _Shelf:
    """The units of a site, by their places, of which as few as possible are compiled."""

    def __init__(self, every: Sequence[Unit], findings: Sequence[Diagnostic], cache: Cache | None) -> None:
        self._every = every
        self._findings = findings
        self._cache = cache
        self._keys = {n: key_of_unit(unit) for n, unit in enumerate(every) if unit.vocabulary is None}
        self._owners = {os.path.realpath(s.path): n for n in self._keys for s in every[n].sources}
        self._space = Workspace(findings=list(findings))
        self._drafts: dict[int, Draft] = {}
        self._about: dict[int, Known] = {}

    def about(self) -> dict[int, Known]:
        """Return what is known of every policy, in order; those of which nothing is are compiled."""
        found = {place: each for place, key in self._keys.items() if (each := known(self._cache, key)) is not None}
        missing = self._keys.keys() - found.keys()
        self.loaded(missing)
        if any(_is_broken(draft) for draft in self._drafts.values()) and self._has_vocabularies(found.values()):
            # a name that is not known may be one of a vocabulary that only another policy imports
            self.loaded(self._keys.keys())
            missing = set(self._keys)
        learning = {n: learnt(self._drafts[n], self._space, self._cache, self._keys[n]) for n in missing}
        self._about = {place: learning.get(place) or found[place] for place in self._keys}
        return self._about

    def readers(self) -> dict[int, list[int]]:
        """Return for each policy the others that read it, as their earlier version: they may find something in it."""
        found: dict[int, list[int]] = {place: [] for place in self._about}
        for place, each in self._about.items():
            for file in sorted(each.files):
                owner = self._owners.get(file, place)
                if owner != place:
                    found[owner].append(place)
        return found

    def answers_for(self, place: int, finding: Diagnostic) -> bool:
        """Return whether a finding is to be kept with a policy: it stands in its files, or in one that it read."""
        file = os.path.realpath(finding.place.span.source.path)
        return file in self._about[place].files and self._owners.get(file, place) == place

    def loaded(self, wanted: Collection[int]) -> tuple[Workspace, dict[int, Draft]]:
        """Return some policies compiled and linked, and the workspace of these and of all vocabularies."""
        vocabularies = any(unit.vocabulary is not None for unit in self._every)
        if not self._drafts.keys() >= set(wanted) or (vocabularies and not self._space.drafts):
            chosen = [n for n, unit in enumerate(self._every) if n in wanted or unit.vocabulary is not None]
            self._space = load_units([self._every[n] for n in chosen], self._findings)
            pairs = zip(chosen, self._space.drafts, strict=True)
            self._drafts = {n: draft for n, draft in pairs if n in self._keys}
            link_versions(self._space)
        drafts = {n: draft for n, draft in self._drafts.items() if n in wanted}
        shared = [draft for draft in self._space.drafts if draft.compiled.vocabulary is not None]
        return replace(self._space, drafts=[*shared, *drafts.values()]), drafts

    def _has_vocabularies(self, known_: Collection[Known]) -> bool:
        return bool(self._space.shelf.vocabularies) or any(each.imports for each in known_)


def _is_broken(draft: Draft) -> bool:
    return any(each.severity is Severity.ERROR for each in draft.compiled.findings)

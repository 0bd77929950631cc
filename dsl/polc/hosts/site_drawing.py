"""Policies drawn, in this process or in several at once: their examples run, their pages and pictures made.

Guarantee: the same whichever process does it.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from polc.diagnostics import Diagnostic
from polc.hosts.site_kept import Kept, packed, unpacked
from polc.site import Options
from polc.site.contents import entry_of
from polc.site.draw import draw
from polc.workspace.cache import Data
from polc.workspace.load import Draft, Workspace
from polc.workspace.spread import spread_out
from polc.workspace.suite import run_suite


@dataclass(frozen=True, slots=True)
class Job:
    """A policy to be drawn: what it compiled to, what was found in it, where it stands on the site, what went wrong."""

    draft: Draft
    folder: str
    found: tuple[Diagnostic, ...]
    errors: tuple[Diagnostic, ...]


def drawn_by(
    jobs: Mapping[int, Job], options: Options, processes: int, told: Callable[[int, int], None] | None = None
) -> Iterator[tuple[int, Kept]]:
    """Yield each policy drawn, with its key, in whatever order they are done; ``told`` how many of how many are."""
    weights = {place: sum(len(source.text) for source in job.draft.compiled.sources) for place, job in jobs.items()}
    work = spread_out(
        weights,
        processes,
        here=lambda place: _drawn(jobs[place], options),
        sent=lambda place: pickle.dumps((_light(jobs[place]), options)),
        there=_elsewhere,
        taken=lambda _, data: unpacked(data),
    )
    for done, (place, kept) in enumerate(work, 1):
        if told is not None:
            told(done, len(jobs))
        yield place, kept


def _drawn(job: Job, options: Options) -> Kept:
    light = _light(job)  # so that what it takes to draw one is gone when it is drawn
    ran = run_suite(Workspace([light.draft])).rows
    return Kept(draw(entry_of(light.draft, job.folder, job.found, ran), options), list(job.errors))


def _light(job: Job) -> Job:
    return replace(job, draft=_unlowered(job.draft))


def _unlowered(draft: Draft) -> Draft:
    earlier = _unlowered(draft.earlier) if draft.earlier is not None else None
    return replace(draft, compiled=draft.compiled.unlowered(), earlier=earlier)


def _elsewhere(sent: bytes) -> Data:
    """Return a policy drawn, as JSON: what another process does."""
    job, options = pickle.loads(sent)  # noqa: S301 - from the process that started this one
    return packed(_drawn(job, options))

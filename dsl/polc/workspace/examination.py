"""Policies by their paths, examined: the door for who wants the findings and not the policies.

Guarantees: the same as loading and examining them; where nothing has changed since they last were, they are not even
read as policies. A finding's owner and the languages of the files come along, for reports.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polc.diagnostics.finding import Diagnostic
from polc.diagnostics.kept import put_away, taken_out
from polc.diagnostics.report import Owned, Owns, owned_by_file
from polc.diagnostics.tally import Tally
from polc.text import Span
from polc.workspace.cache import Data, key_of
from polc.workspace.manifest import manifest, unchanged
from polc.workspace.means import ALONE, Means

if TYPE_CHECKING:
    from polc.workspace.settings import Settings
    from polc.workspace.which_rules import WhichRules


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in some policies, in order, each once; who owns a place; the language of each file's keywords.

    ``whole`` are the names of the policies that could be read from end to end.
    """

    findings: list[Diagnostic]
    tally: Tally
    owns: Owns
    languages: list[str]
    whole: frozenset[str]


def examine(
    paths: Sequence[str | Path], day: int, rules: WhichRules, settings: Settings, means: Means = ALONE
) -> Examination:
    """Return what is found in the policies that ``paths`` mean; ``day`` as of ``checked.examined``."""
    if means.cache is None:
        return _examined(paths, day, rules, settings, means)[0]
    key = key_of(_asked(paths, day, rules, settings))
    known = means.cache.get(key)
    found = _again(known) if known is not None else None
    if found is None:
        found, read = _examined(paths, day, rules, settings, means)
        if read is not None:
            means.cache.put(key, _packed(found, read))
    return found


def _examined(
    paths: Sequence[str | Path], day: int, rules: WhichRules, settings: Settings, means: Means
) -> tuple[Examination, Data | None]:
    """Return what is found by reading the policies, and what was read."""
    from polc.workspace.crew import WORTH_IT, Crew  # noqa: PLC0415 - where nothing has changed, nothing is needed

    with Crew(means.processes - 1) as crew:
        if _size(paths) >= WORTH_IT * _BYTES:
            crew.call()  # they are ready by the time that all is read
        from polc.workspace.baseline import looked_at  # noqa: PLC0415 - as above
        from polc.workspace.checked import examined  # noqa: PLC0415 - as above
        from polc.workspace.load import load  # noqa: PLC0415 - as above
        from polc.workspace.owners import owners  # noqa: PLC0415 - as above

        space = load(paths, settings.left_out)
        seen = examined(space, day, rules.wants, replace(means, crew=crew), settings.norms)
    whole = looked_at(space, rules.asks).policies
    return Examination(seen.findings, seen.tally, owners(space), space.languages, whole), manifest(space, paths)


def _size(paths: Sequence[str | Path]) -> int:
    """Return how many bytes the .pol files below some paths have."""
    found = 0
    for path in map(Path, paths):
        for file in [path] if path.is_file() else path.rglob("*.pol"):
            with suppress(OSError):
                found += file.stat().st_size
    return found


_BYTES = 1.5
"""To a code point, where most of a file is Chinese, digits and blanks."""


def _asked(paths: Sequence[str | Path], day: int, rules: WhichRules, settings: Settings) -> Iterable[str]:
    """Yield all that a run is asked, but for what stands in the files."""
    yield "run"
    yield str(Path.cwd())
    yield str(day)
    yield from map(str, paths)
    yield "settings"
    yield os.path.abspath(settings.folder)  # noqa: PTH100 - resolve() would follow links
    yield from settings.exclude
    yield repr(settings.norms)
    for row in fields(rules):
        yield _in_order(getattr(rules, row.name))


def _in_order(value: object) -> str:
    if isinstance(value, frozenset):
        return repr(sorted(value))
    return repr(sorted(value.items(), key=str)) if isinstance(value, Mapping) else repr(value)


def _packed(found: Examination, read: Data) -> Data:
    places = [[span.source.path, span.start, span.end, *_of(found.owns(span))] for span in _places(found.findings)]
    return {
        "read": read,
        "found": put_away(found.findings, lambda *_: None),
        "tally": asdict(found.tally),
        "owners": places,
        "languages": found.languages,
        "whole": sorted(found.whole),
    }


def _of(owned: Owned) -> tuple[str, str]:
    return owned.owner, owned.text


def _again(data: Data) -> Examination | None:
    """Return what was found before; None where it would be found no more, or is no such thing."""
    try:
        if not unchanged(data["read"]):
            return None
        found = taken_out(data["found"], lambda *_: None)
        owns, whole = _known(data["owners"]), frozenset(data["whole"])
        return Examination(found, Tally(**data["tally"]), owns, list(data["languages"]), whole)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _known(rows: Iterable[Any]) -> Owns:
    """Return what tells the owners that were told before."""
    known = {(path, start, end): Owned(owner, text) for path, start, end, owner, text in rows}
    return lambda span: known.get((span.source.path, span.start, span.end)) or owned_by_file(span)


def _places(findings: Iterable[Diagnostic]) -> list[Span]:
    """Return every place of which somebody may want to know the owner."""
    found = [
        span
        for each in findings
        for span in (
            each.place.span,
            *(label.span for label in each.related),
            *(edit.span for fix in each.fixes for edit in fix.edits),
        )
    ]
    return list(dict.fromkeys(found))

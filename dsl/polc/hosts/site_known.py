"""What is known of a policy without compiling it again: its name, its languages, whom it cites, what it was read from.

Guarantees: it is known only of what was read without an error, and only as long as every text, record and folder that
it was read from is as it was. Nothing here depends on the day or on how a site is generated.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from polc.checks.citing import Citable, Citing, Neighbour, Sentence
from polc.diagnostics.finding import Diagnostic, Severity
from polc.diagnostics.kept import digest
from polc.workspace.cache import Cache, Data, key_of
from polc.workspace.load import Draft, Unit, Workspace
from polc.workspace.manifest import manifest, unchanged


@dataclass(frozen=True, slots=True)
class Policy:
    """What the site must know of a policy before it is drawn."""

    name: str
    citable: Citable
    citing: Citing


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a unit. ``policy`` is None where it makes none.

    ``read`` tells all that it was read from, so that who reads the same finds the same; None where it is not known for
    another time. ``files`` are the real paths of the texts; ``imports`` says whether any is a vocabulary.
    """

    policy: Policy | None
    languages: tuple[str, ...]
    read: str | None
    files: frozenset[str]
    imports: bool


def key_of_unit(unit: Unit) -> str:
    """Return the key under which a unit is known: its texts."""
    return key_of(_told(unit))


def _told(unit: Unit) -> Iterator[str]:
    yield "site: a policy as read"
    yield str(unit.path)
    for source in unit.sources:
        yield source.path
        yield source.encoding
        yield digest(source.text)


def known(cache: Cache | None, key: str) -> Known | None:
    """Return what is known under a key, where everything that it was read from is as it was."""
    data = cache.get(key) if cache is not None else None
    try:
        return _taken_out(data) if data is not None and unchanged(data["read"]) else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def learnt(draft: Draft, space: Workspace, cache: Cache | None, key: str) -> Known:
    """Return what is known of a policy that was just compiled and linked to its earlier version, and keep it."""
    from polc.checks.citations import citable, citing  # noqa: PLC0415 - whoever has compiled nothing needs none of it
    from polc.workspace.checked import checked  # noqa: PLC0415 - as above

    policy = None
    if draft.policy is not None:
        policy = Policy(draft.name, citable(draft.policy), citing(checked(draft)))
    languages = tuple(file.language for file in draft.compiled.files)
    read = _read(draft, space.findings) if policy is not None else None
    data = _put_away(policy, languages, read, imports=bool(draft.compiled.shared)) if policy and read else None
    if data is not None and cache is not None:
        cache.put(key, data)
    files = _files(read) if read is not None else frozenset(os.path.realpath(path) for path in _paths(draft))
    return Known(policy, languages, _as_told(read) if read is not None else None, files, bool(draft.compiled.shared))


def _read(draft: Draft, findings: Iterable[Diagnostic]) -> Data | None:
    """Return what a policy was read from; None where something was wrong with it."""
    at: Draft | None = draft
    while at is not None:
        if at.official is None and at.policy is not None and at.policy.headers.get("source", ""):
            return None  # it may come
        at = at.earlier
    found = manifest(Workspace([draft]), [])
    wrong = {each.place.span.source.path for each in findings if each.severity is Severity.ERROR}
    return None if found is None or wrong & found["texts"].keys() else found


def _as_told(read: Data) -> str:
    """Return what decides what is read: the texts and records, not what else lies beside them."""
    return json.dumps([read["texts"], read["records"]], sort_keys=True)


def _files(read: Data) -> frozenset[str]:
    return frozenset(real for _, _, real in read["texts"].values())


def _paths(draft: Draft) -> Iterator[str]:
    at: Draft | None = draft
    while at is not None:
        yield from (source.path for source in at.compiled.sources)
        if at.official is not None:
            yield at.official.path
        at = at.earlier


# ---- as JSON -----------------------------------------------------------------------------------


def _put_away(policy: Policy, languages: tuple[str, ...], read: Data, *, imports: bool) -> Data:
    citing = policy.citing
    return {
        "name": policy.name,
        "citable": _citable(policy.citable),
        "own": citing.own,
        "earlier": [_citable(each) for each in citing.earlier],
        "said": [[sorted(each.titles), each.flat] for each in citing.said],
        "languages": list(languages),
        "read": read,
        "imports": imports,
    }


def _citable(each: Citable) -> list[Any]:
    return [each.neighbour.name, each.neighbour.number, list(each.neighbour.ends), each.title, each.number]


def _taken_out(data: Data) -> Known:
    said = tuple(Sentence(frozenset(titles), flat) for titles, flat in data["said"])
    citing = Citing(data["own"], tuple(map(_cited, data["earlier"])), said)
    policy = Policy(data["name"], _cited(data["citable"]), citing)
    read = data["read"]
    return Known(policy, tuple(data["languages"]), _as_told(read), _files(read), bool(data["imports"]))


def _cited(row: list[Any]) -> Citable:
    name, number, ends, title, plain = row
    return Citable(Neighbour(name, number, tuple(ends)), title, plain)

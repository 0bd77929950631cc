"""The site of some policies, with what was found in them; what was drawn for a policy before is taken from the cache.

Guarantees: the same whether the cache knew it or not. What was kept is taken only where everything that it was made
from is the same: the texts of the policy, what was found in it, how the site is generated, and polc itself. Policies
that are taken from the cache do not run their examples again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from polc.diagnostics import Diagnostic
from polc.diagnostics.kept import put_away
from polc.site import Options, Site, generate
from polc.site.contents import Entry, gather
from polc.site.drawn import Drawn, draw
from polc.workspace.answers import rests_on
from polc.workspace.cache import Cache, Data, key_of
from polc.workspace.checked import checked, examined
from polc.workspace.load import Workspace
from polc.workspace.means import Means
from polc.workspace.suite import Suite, run_suite


def site_of(space: Workspace, options: Options, cache: Cache | None) -> tuple[Site, list[Diagnostic]]:
    """Return the site of some policies, and what was found in them."""
    found = examined(space, options.day, means=Means(cache)).findings
    entries = gather(space, found, Suite())
    keys = {entry.folder: key_of(_rests_on(entry, options)) for entry in entries}
    known = {folder: drawn for folder, key in keys.items() if (drawn := _kept(cache, key)) is not None}
    missing = [entry.draft for entry in entries if entry.folder not in known]
    if missing:
        entries = gather(space, found, run_suite(replace(space, drafts=missing)))
    for entry in entries:
        if entry.folder not in known:
            known[entry.folder] = drawn = draw(entry, options)
            if cache is not None:
                cache.put(keys[entry.folder], {"pages": drawn.pages, "most": drawn.most})
    return generate(entries, options, known), found


def _rests_on(entry: Entry, options: Options) -> Iterable[str]:
    """Yield everything that the pages of a policy are made from."""
    yield "site"
    yield repr(options)
    yield entry.folder
    yield entry.draft.name
    yield json.dumps(put_away(list(entry.findings), lambda *_: None))
    yield from rests_on(checked(entry.draft, options.day))


def _kept(cache: Cache | None, key: str) -> Drawn | None:
    """Return what was drawn before, if it is whole."""
    data: Data | None = cache.get(key) if cache is not None else None
    if data is None:
        return None
    try:
        pages = {str(path): str(text) for path, text in data["pages"].items()}
        return Drawn(pages, [(None if most is None else int(most), bool(opened)) for most, opened in data["most"]])
    except (AttributeError, KeyError, TypeError, ValueError):
        return None

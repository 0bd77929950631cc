"""What the checks find in policies and what they asked: looked up, worked out here, or worked out by others at once.

Guarantees: the same whichever way it came about. What was looked up was worked out from the very same texts and
records by this very polc, and for this very day wherever the day was asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from polc.checks.draft import Checked
from polc.diagnostics.kept import digest, put_away
from polc.workspace.cache import Cache, key_of
from polc.workspace.means import ALONE, Means
from polc.workspace.portions import Answer, Portion, Portions, names, packed, put_together, sources_of, unpacked


def answers(subjects: Sequence[Checked], means: Means = ALONE) -> list[Answer]:
    """Return what the checks find in each policy, one finding a cause, and what they asked, in the same order."""
    from polc.workspace.shared_out import shared_out  # noqa: PLC0415 - where everything is known, nothing is shared out

    known = [_Known(subject, means.cache) for subject in subjects]
    left = {place: each.missing for place, each in enumerate(known) if each.missing}
    found: dict[int, Portions] = {}
    for done, (place, portions) in enumerate(shared_out(subjects, left, means), 1):
        found[place] = portions
        if means.told is not None:
            means.told(done, len(left))
        known[place].keep(portions)
    return [
        put_together(subject, {**known[place].portions, **found.get(place, {})})
        for place, subject in enumerate(subjects)
    ]


class _Known:
    """What is known of one policy beforehand: what hangs on the day under a key with it, all else under one without."""

    def __init__(self, subject: Checked, cache: Cache | None) -> None:
        self._subject, self._cache = subject, cache
        self.portions: dict[str, Portion] = {}
        if cache is not None:
            always = list(rests_on(subject))
            self._keys = {False: key_of(("any day", *always)), True: key_of((str(subject.today), *always))}
            for daily, key in self._keys.items():
                told = self._told(key)
                self.portions |= {name: each for name, each in told.items() if each.daily is daily}
        self.missing = [name for name in names() if name not in self.portions]

    def _told(self, key: str) -> Portions:
        data = self._cache.get(key) if self._cache is not None else None
        try:
            return unpacked(self._subject, data) if data is not None else {}
        except ValueError:
            return {}

    def keep(self, found: Portions) -> None:
        """Put away what was found, with what was known."""
        if self._cache is None:
            return
        every = {**self.portions, **found}
        for daily, key in self._keys.items():
            if any(portion.daily is daily for portion in found.values()):
                mine = {name: portion for name, portion in every.items() if portion.daily is daily}
                self._cache.put(key, packed(self._subject, mine))


# ---- what an answer rests on -------------------------------------------------------------------


def rests_on(subject: Checked) -> Iterator[str]:
    """Yield everything that the checks can see of a policy but the day: every other field of ``Checked``, in words."""
    yield "policy"
    yield repr(subject.norms)
    yield repr(subject.cited)
    for source in sources_of(subject):
        yield source.path
        yield source.encoding
        yield digest(source.text)
    yield "official" if subject.official is not None else ""
    accepted = subject.accepted
    yield json.dumps([accepted.sha256, *accepted.sentences]) if accepted is not None else ""
    for compiled in (subject.compiled, *subject.compiled.shared):
        # whatever else was looked for when it was read, and not found, is told here
        yield json.dumps(put_away(compiled.findings, lambda *_: None))
    if subject.earlier is not None:
        yield from rests_on(subject.earlier)

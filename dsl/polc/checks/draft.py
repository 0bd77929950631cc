"""What a check looks at: a compiled policy and, where there is one, the official text it encodes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from polc.checks.accepted import Accepted
from polc.checks.citing import Neighbour
from polc.checks.norms import NORMS, Norms
from polc.diagnostics import Severity, Words
from polc.model.policy import Part, Policy
from polc.passes.lower.plan import Lowered
from polc.passes.pipeline import Compiled
from polc.text import Source

_ASKED: ContextVar[list[int] | None] = ContextVar("day asked", default=None)


@contextmanager
def day_asked() -> Iterator[list[int]]:
    """Give a list that has the day for each time that a draft is asked for it inside; it stays empty where none is."""
    asked: list[int] = []
    token = _ASKED.set(asked)
    try:
        yield asked
    finally:
        _ASKED.reset(token)


@dataclass(frozen=True, slots=True)
class Checked:
    """One policy to be checked; ``official`` is the text that 原文文件 names, ``accepted`` what is recorded of it."""

    compiled: Compiled
    policy: Policy
    official: Source | None
    accepted: Accepted | None = None
    today: int = 0  # for who makes or keeps a draft; a check asks for its ``day``
    earlier: Checked | None = None  # the version that 前版 names, as it would be checked itself
    norms: Norms = NORMS
    cited: tuple[Neighbour, ...] = ()  # policies looked at together with this one, and earlier versions, that it cites

    @property
    def day(self) -> int:
        """Today, as a proleptic ordinal; 0 where no day is asked about. Who is told of it is noted by ``day_asked``."""
        asked = _ASKED.get()
        if asked is not None:
            asked.append(self.today)
        return self.today

    @property
    def whole(self) -> bool:
        """Whether everything could be read and computed, so that questions can be put to it."""
        return not any(found.severity is Severity.ERROR for found in self.compiled.findings)

    def lowered_for(self, part: Part) -> list[Lowered]:
        """Return the policy under the working readings, then under each other reading of a doubt, one at a time.

        Only readings that concern the part, and under which it computes, are taken.
        """
        found = [self.compiled.lowered()]
        for doubt in (*part.doubts, *self.policy.doubts):
            working = doubt.chosen(found[0].selection)
            others = (reading for reading in doubt.readings if reading.name != working.name)
            found.extend(self.compiled.lowered({**found[0].selection, doubt.name: other.name}) for other in others)
        return [lowered for lowered in found if part.name in lowered.plans]

    def chosen(self, lowered: Lowered) -> Words | None:
        """Return which reading is another than the working one, in words; None where none is."""
        for doubt in self.policy.all_doubts.values():
            if doubt.chosen(lowered.selection).name != doubt.chosen({}).name:
                reading = doubt.chosen(lowered.selection).name
                return Words(f"“{doubt.name}”读作“{reading}”时", f"where “{doubt.name}” is read as “{reading}”")
        return None

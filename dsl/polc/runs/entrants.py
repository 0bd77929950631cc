"""One applicant among many: his ledger, what is not known of his awards, and what a quota or a pool did to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from polc.diagnostics import Words
from polc.runs.entry import Entry
from polc.runs.ledger import Ledger

Missing = frozenset[str]


@dataclass
class Entrant:
    """One applicant under one choice of readings.

    ``unknown`` says which awards of this year are not decided, for want of what; ``unsettled`` of which parts the cash
    of this year is not; ``doubtful`` of which parts it was not in an earlier year, so that 已领 is not known.
    """

    name: str
    ledger: Ledger
    facts: Mapping[str, object] = field(default_factory=dict)
    unknown: dict[str, Missing] = field(default_factory=dict)
    unsettled: dict[str, Missing] = field(default_factory=dict)
    doubtful: dict[str, Missing] = field(default_factory=dict)
    told: list[Words] = field(default_factory=list)

    def begin(self) -> None:
        """Begin another year, in which nothing is known to be applied for."""
        for part, missing in self.unsettled.items():
            self.doubtful[part] = self.doubtful.get(part, frozenset()) | missing
        self.unknown, self.unsettled, self.told = {}, {}, []

    def doubt(self, parts: Iterable[str], missing: Missing) -> None:
        """Say that the cash of these parts is not decided this year."""
        for part in parts:
            self.unsettled[part] = self.unsettled.get(part, frozenset()) | missing

    def withdraw(self, entry: Entry, why: str) -> None:
        """Grant nothing of an award of this year, nor of what it is made of."""
        for each in entry.inside:
            each.stop(each.year, why)

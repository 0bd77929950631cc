"""One applicant among many: his ledger, what is not known of his awards, and what a quota or a pool did to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from polc.diagnostics import Words
from polc.runs.entry import dated
from polc.runs.ledger import Ledger

Missing = frozenset[str]


@dataclass
class Entrant:
    """One applicant under one choice of readings.

    ``unknown`` says which awards of this year are not decided, for want of what, and ``unsettled`` of which parts the
    cash is not; ``earlier`` of which parts it was not in an earlier year.
    """

    name: str
    ledger: Ledger
    facts: Mapping[str, object] = field(default_factory=dict)
    unknown: dict[str, Missing] = field(default_factory=dict)
    unsettled: dict[str, Missing] = field(default_factory=dict)
    earlier: dict[str, Missing] = field(default_factory=dict)
    told: list[tuple[str, Words]] = field(default_factory=list)  # of which part, what a quota did to it

    def begin(self) -> None:
        """Begin another year, in which nothing is known to be applied for."""
        self.unknown, self.unsettled, self.told = {}, {}, []

    def doubt(self, parts: Iterable[str], missing: Missing, year: int) -> None:
        """Say that it is not known what these parts pay in a year, of awards that could not be booked."""
        for part in parts:
            self.unsettled[part] = self.unsettled.get(part, frozenset()) | missing
            past = frozenset(dated(name, year) for name in missing)
            self.earlier[part] = self.earlier.get(part, frozenset()) | past

    def past_unknown(self, part: str, year: int, items: Collection[str] | None = None) -> Missing:
        """Return on what it hangs what a part granted before ``year`` (to some items, where these are given)."""
        mine = [e for e in self.ledger.entries if e.of == part and (items is None or e.item in items)]
        return self.earlier.get(part, frozenset()).union(*(entry.open_since(year) for entry in mine))

"""Comparisons as data for other programs (schema ``polc.diff/1``), both languages side by side.

Amounts are text: 元 in decimals where these end, else an exact fraction. ``docs/reference/diff-json.md`` is its page,
``docs/reference/schemas/diff.json`` its schema. A new field may appear within a version; a field that goes or changes
its meaning is a new version.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from polc.diagnostics import Diagnostic
from polc.diagnostics import as_json as findings_json
from polc.readers.evaluate import Interval
from polc.text import Span
from polc.workspace.diff import telling
from polc.workspace.diff.found import Case, Change, Compared, PartChange, Payment, Section, Weight
from polc.workspace.result_json import words, yuan

SCHEMA: Final = "polc.diff/1"
_WEIGHTS: Final = {
    Weight.LOSES: "loses",
    Weight.UNDECIDED: "undecided",
    Weight.GAINS: "gains",
    Weight.OTHERWISE: "otherwise",
    Weight.WRITTEN: "written",
    Weight.MOVED: "renumbered",
    Weight.SAME: "same",
}


def as_json(
    found: Iterable[Compared], findings: Iterable[Diagnostic] = (), *, shown: Callable[[str], str] = str
) -> str:
    """Return comparisons as JSON text. ``shown`` says how a path is to be called."""
    writer = _Writer(shown)
    data = {
        "schema": SCHEMA,
        "policies": [writer.compared(each) for each in found],
        "diagnostics": findings_json.as_data(findings)["diagnostics"],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    shown: Callable[[str], str]

    def compared(self, found: Compared) -> dict[str, Any]:
        """Return one comparison."""
        return {
            "policy": found.name,
            "change": _WEIGHTS[found.weight],
            "old": {"title": found.old_title, "path": self.shown(found.old_path)} if found.old_path else None,
            "new": {"title": found.new_title, "path": self.shown(found.new_path)} if found.new_path else None,
            "summary": words(telling.counts(found)),
            "renamed_facts": [{"subject": s, "old": old, "new": new} for s, old, new in found.renamed],
            "sections": [self.section(each) for each in found.sections if each.weight < Weight.SAME],
            "together": [self.payment(each) for each in found.payments],
        }

    def section(self, section: Section) -> dict[str, Any]:
        """Return one clause; without numbers, what stands in none."""
        return {
            "change": _WEIGHTS[section.weight],
            "old": self.clause(section.old_number, section.old_title, section.old),
            "new": self.clause(section.new_number, section.new_title, section.new),
            "lines": [self.change(each) for each in section.changes],
            "parts": [self.part(each) for each in section.parts if each.weight < Weight.SAME],
            "notes": [words(each) for each in section.notes],
            "together": [self.payment(each) for each in section.payments],
        }

    def clause(self, number: str, title: str, span: Span | None) -> dict[str, Any] | None:
        """Return a clause of one version, or None."""
        return None if span is None else {"number": number, "title": title, "place": self.place(span)}

    def part(self, part: PartChange) -> dict[str, Any]:
        """Return a benefit, group …."""
        return {
            "kind": part.kind,
            "change": _WEIGHTS[part.weight],
            "old": None if part.old is None else {"name": part.old_name, "place": self.place(part.old)},
            "new": None if part.new is None else {"name": part.new_name, "place": self.place(part.new)},
            "from_clause": part.moved[0] if part.moved else None,
            "lines": [self.change(each) for each in part.changes],
            "payments": [self.payment(each) for each in part.payments],
            "notes": [words(each) for each in (*part.settled, *telling.notes(part))],
        }

    def change(self, change: Change) -> dict[str, Any]:
        """Return one line that changed, as either version has it."""
        return {
            "keyword": change.keyword,
            "within": change.within,
            "old": self.line(change.old),
            "new": self.line(change.new),
        }

    def line(self, span: Span | None) -> dict[str, Any] | None:
        """Return a line as written, with its place."""
        return None if span is None else {"text": " ".join(span.text.split()), "place": self.place(span)}

    def place(self, span: Span) -> dict[str, Any]:
        """Return a place: path, line and column from 1."""
        return {"path": self.shown(span.source.path), "line": span.begin.line, "column": span.begin.column}

    def payment(self, payment: Payment) -> dict[str, Any]:
        """Return who is paid otherwise."""
        return {
            "of": list(payment.about),
            "reading": words(payment.reading) if payment.reading else None,
            "verdict": payment.verdict,
            "words": words(telling.verdict(payment)),
            "proof": payment.proof or None,
            "loses": self.case(payment.loses),
            "gains": self.case(payment.gains),
            "otherwise": self.case(payment.other),
            "levels": [{"only": side, "case": self.case(case)} for side, case in payment.levels],
            "nobody": sorted(payment.nobody),
            "only_with_history": payment.before,
            "follows": payment.follows,
            "why": words(payment.why) if payment.why else None,
        }

    def case(self, case: Case | None) -> dict[str, Any] | None:
        """Return a case, or None."""
        if case is None:
            return None
        by = telling.difference(case)
        return {
            "facts": [
                {"name": each.name, "value": words(each.value), "only": each.only or None, "item": each.item or None}
                for each in case.facts
            ],
            "others_lowest": case.hidden,
            "old": _amount(case.old),
            "new": _amount(case.new),
            "difference": words(by) if by else None,
            "greatest_difference": None if case.most is None else yuan(case.most),
            "unbounded": case.unbounded,
        }


def _amount(value: Interval) -> dict[str, Any]:
    return {
        "words": words(telling.award(value)),
        "low": yuan(value.low),
        "high": None if value.open else yuan(value.high),
        "open": value.open,
    }

"""Which rules want a planter, and which have none with a reason. Importing it registers all planters."""

from __future__ import annotations

import plants_caps
import plants_combination
import plants_examples
import plants_structure
import plants_tiers
import plants_time
import plants_words
import plants_years

from polc.checks.catalog import rules_of_checks

FILES = (
    plants_caps,
    plants_combination,
    plants_examples,
    plants_structure,
    plants_tiers,
    plants_time,
    plants_words,
    plants_years,
)

ERRORS = frozenset(
    [
        *("bound-undeclared", "dangling-reference", "unknown-name", "type-mismatch", "unit-mismatch"),
        *("duplicate-name", "reference-mismatch", "key-unreachable", "barred-by-own-award"),
    ]
)
"""Errors of reading that a reader of the text would call a defect of the measure, not of the file."""

UNPLANTED = {
    "baseline-unused": "在基线文件里，不在措施里 · it is in a baseline file, not in a measure",
    "check-skipped": "不是毛病：说哪一样没有做完 · no defect: it says what was not done",
    "ensure-undecided": "不是毛病：说哪一样没有判定 · no defect: it says what was not decided",
}
"""Rules that no change of a text brings about, each with the reason."""


def wanted() -> frozenset[str]:
    """Return the rules that want a planter."""
    return (rules_of_checks() | ERRORS) - UNPLANTED.keys()

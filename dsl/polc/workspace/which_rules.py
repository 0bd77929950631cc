"""Which rules a run is asked for: ``--select`` and ``--ignore``. An error of reading is never left out.

Without what an error of reading stands at, nothing was checked: a run that left it out would say that nothing is
wrong.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from polc.checks.catalog import rules, rules_of_checks
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.workspace.given import TellingError

_UNDECIDED = "check-skipped"
"""The rule that says what a check could not decide: it belongs to whatever rules are asked for."""


@dataclass(frozen=True, slots=True)
class WhichRules:
    """The rules asked for (None: all) and those left out."""

    selected: frozenset[str] | None = None
    ignored: frozenset[str] = frozenset()

    def of(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return the findings asked for, every error of reading, and what was not decided unless it is ignored."""
        return [each for each in found if _must_be_told(each.rule) or self._asked(each.rule.name)]

    def _asked(self, name: str) -> bool:
        return name not in self.ignored and (self.selected is None or name in self.selected | {_UNDECIDED})


def which_rules(select: Sequence[str] | None, ignore: Sequence[str] | None) -> WhichRules:
    """Return the choice that some lists of names, separated by commas, mean.

    Raises TellingError for a name that no rule has, and where an error of reading is to be left out.
    """
    ignored = frozenset(_names(ignore or ()))
    for name in sorted(ignored):
        if _must_be_told(rules()[name]):
            raise TellingError(
                Words(
                    f"{name} 是读不懂、算不了的错误，不能略去：有它就等于没有检查",
                    f"{name} is an error of reading and cannot be left out: where it stands nothing was checked",
                )
            )
    return WhichRules(None if select is None else frozenset(_names(select)), ignored)


def rule_named(text: str) -> Rule:
    """Return the rule that ``text`` names, as people write it (``[a-rule]``, ``a_rule``).

    Raises TellingError with the nearest name where there is none.
    """
    known = rules()
    name = text.strip().strip("[]").lower().replace("_", "-")
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        raise TellingError(
            Words(f"没有规则 {text}；是不是 {near[0]}？", f"there is no rule {text}; did you mean {near[0]}?")
        )
    raise TellingError(
        Words(f"没有规则 {text}；polc explain 列出全部规则", f"there is no rule {text}; polc explain lists them all")
    )


def _names(lists: Iterable[str]) -> list[str]:
    """Return the rules' names in some lists; ``，`` and ``、`` part names as ``,`` does."""
    parted = (each for text in lists for each in text.replace("，", ",").replace("、", ",").split(","))
    return [rule_named(each).name for each in parted if each.strip()]


def _must_be_told(rule: Rule) -> bool:
    return rule.severity is Severity.ERROR and rule.name not in rules_of_checks()

"""Which rules a run is asked for: ``--select`` and ``--ignore``. An error of reading is never left out.

Without what an error of reading stands at, nothing was checked: a run that left it out would say that nothing is
wrong.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from polc.checks.catalog import rules, rules_of_checks
from polc.checks.check_skipped import RULE as CHECK_SKIPPED
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.workspace.given import TellingError

_UNDECIDED = CHECK_SKIPPED.name
"""The rule that says what a check could not decide: it belongs to whatever rules are asked for."""

_STRICT = Words("用了 --strict：没有判定也算不通过", "with --strict what is not decided fails too")


@dataclass(frozen=True, slots=True)
class WhichRules:
    """The rules asked for (None: all) and those left out; ``strict``: what is not decided, by any rule, is an error.

    ``levels`` are severities that the rules of these names have instead of their own (None: left out unless selected).
    """

    selected: frozenset[str] | None = None
    ignored: frozenset[str] = frozenset()
    strict: bool = False
    levels: Mapping[str, Severity | None] = field(default_factory=dict)

    def of(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return the findings asked for, every error of reading, and what was not decided unless it is ignored."""
        told = (each for each in found if _must_be_told(each.rule) or self._asked(each.rule.name))
        return [self._weighed(each) for each in told]

    def wants(self, name: str) -> bool:
        """Return whether it is to be told what the rule of this name could not decide."""
        if name in self.ignored:
            return False
        if self.selected is None:
            return not self._is_off(name)
        return self.strict or bool(self.selected & {name, _UNDECIDED})

    def asks(self, name: str) -> bool:
        """Return whether findings of the rule of this name are told."""
        return self._asked(name)

    def _weighed(self, finding: Diagnostic) -> Diagnostic:
        if self.strict and finding.rule.name == _UNDECIDED:
            rule = replace(finding.rule, severity=Severity.ERROR)
            return finding.with_(rule=rule, notes=(*finding.notes, _STRICT))
        level = self.levels.get(finding.rule.name)
        return finding if level is None else finding.with_(rule=replace(finding.rule, severity=level))

    def _asked(self, name: str) -> bool:
        if name in self.ignored:
            return False
        if self.selected is None:
            return (self.strict and name == _UNDECIDED) or not self._is_off(name)
        return name in self.selected | {_UNDECIDED}

    def _is_off(self, name: str) -> bool:
        return self.levels.get(name, Severity.NOTE) is None


def which_rules(
    select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    *,
    strict: bool = False,
    levels: Mapping[str, Severity | None] | None = None,
) -> WhichRules:
    """Return the choice that some lists of names, separated by commas, mean; ``levels`` as of ``WhichRules``.

    Raises TellingError for a name that no rule has, and where an error of reading is to be left out, or what is not
    decided with ``strict``.
    """
    ignored = frozenset(names_in(ignore or ()))
    for name in sorted(ignored):
        if _must_be_told(rules()[name]):
            raise TellingError(
                Words(
                    f"{name} 是读不懂、算不了的错误，不能略去：有它就等于没有检查",
                    f"{name} is an error of reading and cannot be left out: where it stands nothing was checked",
                )
            )
    if strict and _UNDECIDED in ignored:
        raise TellingError(
            Words(
                f"--strict 要没有判定的也算不通过，不能同时略去 {_UNDECIDED}",
                f"--strict lets what is not decided fail: {_UNDECIDED} cannot be left out beside it",
            )
        )
    return WhichRules(None if select is None else frozenset(names_in(select)), ignored, strict, levels or {})


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


def names_in(lists: Iterable[str]) -> list[str]:
    """Return the rules' names in some lists; ``，`` and ``、`` part names as ``,`` does."""
    parted = (each for text in lists for each in text.replace("，", ",").replace("、", ",").split(","))
    return [rule_named(each).name for each in parted if each.strip()]


def _must_be_told(rule: Rule) -> bool:
    return rule.severity is Severity.ERROR and rule.name not in rules_of_checks()

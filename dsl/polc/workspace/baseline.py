"""The baseline: findings that were there when a corpus was taken over, by fingerprint; only new ones are told.

A line is a rule, the policy with its part, and a fingerprint, in which findings that are alike are numbered: where
three of a kind are held, a fourth is new. Guarantees: an error of reading and what was not decided are never held; the
file is sorted, so that the same findings give the same file; of what a run did not look at nothing is said and nothing
lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from polc.checks.baseline_unused import RULE as UNUSED
from polc.checks.baseline_unused import baseline_unused
from polc.checks.catalog import rules, rules_of_checks
from polc.checks.check_skipped import RULE as CHECK_SKIPPED
from polc.diagnostics import Diagnostic, Rule, Severity
from polc.diagnostics.ordering import in_order
from polc.diagnostics.report import Owns, Report, report
from polc.errors.baseline_unreadable import baseline_unreadable
from polc.errors.empty_file import RULE as EMPTY
from polc.syntax.decode import read
from polc.text import Span

if TYPE_CHECKING:
    from polc.workspace.load import Draft, Workspace

_LINE = re.compile(r"^\s*(?P<rule>\S+)\s+(?P<owner>\S.*?)\s+(?P<mark>[0-9a-f]{32})\s*(?:#.*)?$")
_HEAD = """\
# 基线：这些问题已经知道，先留着，只有新的才报。polc check --write-baseline 写成，--prune-baseline 删去对不上的。
# baseline: these findings are known and wait; only new ones are told. Written by polc check --write-baseline.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: the rule, the policy with its part, the fingerprint; ``span`` is its place where it was read."""

    rule: str
    owner: str
    mark: str
    span: Span | None = None

    @property
    def policy(self) -> str:
        """The policy's own name."""
        return self.owner.partition("/")[0]

    @property
    def words(self) -> str:
        """What it names, for a reader."""
        return f"{self.rule}  {self.owner}"


@dataclass(frozen=True, slots=True)
class Looked:
    """What a run looked at: the policies that were read whole, by name, and the rules that were asked for."""

    policies: frozenset[str]
    asks: Callable[[str], bool]

    def judges(self, entry: Entry) -> bool:
        """Return whether the run can tell that an entry matches nothing."""
        rule = rules().get(entry.rule)
        return entry.policy in self.policies and (rule is None or (not rule.dated and self.asks(entry.rule)))


def looked_at(space: Workspace, asks: Callable[[str], bool]) -> Looked:
    """Return what a run over some policies looked at; ``asks`` tells whether findings of a rule are told."""
    drafts = (draft for draft in space.drafts if draft.policy is not None)
    return Looked(frozenset(draft.name for draft in drafts if not _broken(draft)), asks)


def _broken(draft: Draft) -> bool:
    return any(each.severity is Severity.ERROR for each in draft.compiled.findings)


def read_baseline(path: Path) -> tuple[list[Entry], list[Diagnostic]]:
    """Return the entries of a baseline, and what of it cannot be read."""
    source, found = read(path)
    if source is None:
        return [], [each for each in found if each.rule is not EMPTY]
    entries: list[Entry] = []
    for number in range(1, source.line_count + 1):
        text = source.line_text(number)
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        start = source.line_start(number)
        span = source.span(start, start + len(text))
        match = _LINE.match(text)
        if match is None:
            found = [*found, baseline_unreadable(span)]
        else:
            entries.append(Entry(match["rule"], match["owner"], match["mark"], span))
    return entries, list(found)


def held_back(found: Report, entries: Iterable[Entry], looked: Looked) -> Report:
    """Return the report without what the baseline holds, but with a finding on its lines that matched nothing."""
    every = list(entries)
    marks = {entry.mark for entry in every}
    told = [(each, mark) for each, mark in found.each if mark not in marks or not _may_be_held(each.rule)]
    matched = {mark for each, mark in found.each if mark in marks and _may_be_held(each.rule)}
    idle = [(entry.span, entry.words) for entry in every
            if entry.mark not in matched and entry.span is not None and looked.judges(entry)]  # fmt: skip
    left = _of(replace(found, held=len(matched)), told)
    return together(left, [baseline_unused(idle)] if idle and looked.asks(UNUSED.name) else [])


def together(found: Report, others: Iterable[Diagnostic]) -> Report:
    """Return the report with some more findings, which are no policy's."""
    more = report(others, found.language, here=found.here)
    told = [*found.each, *more.each]
    place = {id(each): number for number, each in enumerate(in_order(each for each, _ in told))}
    return _of(found, sorted(told, key=lambda pair: place[id(pair[0])]))


def _of(found: Report, told: Iterable[tuple[Diagnostic, str]]) -> Report:
    pairs = list(told)
    return replace(found, findings=tuple(each for each, _ in pairs), fingerprints=tuple(mark for _, mark in pairs))


def written(found: Report, owns: Owns, entries: Iterable[Entry], looked: Looked, *, new: bool) -> str:
    """Return the baseline as text: what is found now, of the old entries only those not looked at.

    Without ``new`` nothing is added: of the old entries those go that matched nothing.
    """
    old = {entry.mark: entry for entry in entries}
    now = {
        mark: Entry(each.rule.name, _in_a_line(owns(each.place.span).owner), mark)
        for each, mark in found.each
        if _may_be_held(each.rule) and (new or mark in old)
    }
    kept = {mark: entry for mark, entry in old.items() if mark not in now and not looked.judges(entry)}
    lines = sorted({(entry.owner, entry.rule, entry.mark) for entry in (*now.values(), *kept.values())})
    return _HEAD + "".join(f"{rule}  {owner}  {mark}\n" for owner, rule, mark in lines)


def _may_be_held(rule: Rule) -> bool:
    return rule.name in rules_of_checks() and rule.name not in (CHECK_SKIPPED.name, UNUSED.name)


def _in_a_line(owner: str) -> str:
    return " ".join(owner.split()) or "-"

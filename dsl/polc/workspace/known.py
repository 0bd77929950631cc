"""已知问题: findings that the file itself names, with a reason. They are left out of the report.

In a 政策 the line speaks of the whole policy; in a 条, a 奖补, a 组 … of what stands in that block. A 已知问题
without a reason is an error of its own, reported by the parser; errors of reading cannot be silenced: without them
nothing was checked. One that names nothing found is a finding itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from polc.checks.catalog import rules, rules_of_checks
from polc.checks.known_unused import RULE as UNUSED
from polc.checks.known_unused import known_unused
from polc.diagnostics import Diagnostic
from polc.model.values import Known
from polc.syntax.tree import Block, File
from polc.text import Span
from polc.workspace.load import Draft


@dataclass(frozen=True, slots=True)
class _Said:
    """One 已知问题: what it names, where it stands, and the block it speaks of (None: the whole policy)."""

    known: Known
    span: Span
    block: Block | None

    def covers(self, finding: Diagnostic) -> bool:
        """Return whether it names this finding, and speaks of its place."""
        span, block = finding.place.span, self.block
        return self.known.rule == finding.rule.name and (
            block is None or (span.source is block.span.source and block.span.start <= span.start < block.end)
        )


def without_known(draft: Draft, found: list[Diagnostic], *, whole: bool) -> list[Diagnostic]:
    """Return the findings that no 已知问题 of the draft names, and the 已知问题 that name none.

    ``whole`` says that everything was checked; otherwise a line may well be needed though it matches nothing now. So
    may one whose rule hangs on the day.
    """
    lines = [said for file in draft.compiled.files for said in _known(file)]
    if not lines:
        return found
    can_be, every = rules_of_checks(), rules()
    if whole:
        found = [*found, *(known_unused(said.known, said.span, every, can_be) for said in lines
                           if not _needed(said, found, draft))]  # fmt: skip
    return [each for each in found if each.rule.name not in can_be or not any(said.covers(each) for said in lines)]


def kept(draft: Draft, found: list[Diagnostic]) -> list[tuple[Diagnostic, Known]]:
    """Return the findings that a 已知问题 of the draft names, each with the first that does."""
    lines = [said for file in draft.compiled.files for said in _known(file)]
    can_be = rules_of_checks()
    pairs = ((each, [said.known for said in lines if said.covers(each)]) for each in found)
    return [(each, named[0]) for each, named in pairs if named and each.rule.name in can_be]


def _needed(said: _Said, found: list[Diagnostic], draft: Draft) -> bool:
    rule = rules().get(said.known.rule)
    shared = draft.policy is not None and draft.policy.is_shared(said.span)
    return (rule is not None and (rule.dated or rule is UNUSED)) or shared or any(map(said.covers, found))


def _known(file: File) -> Iterator[_Said]:
    """Yield every 已知问题 of a file."""
    for line in file.lines:
        if isinstance(line.value, Known):
            yield _Said(line.value, line.span, None)
    todo = list(file.blocks)
    while todo:
        block = todo.pop()
        for line in block.lines:
            if isinstance(line.value, Known):
                yield _Said(line.value, line.span, None if block.key == "policy" else block)
        todo.extend(block.blocks)

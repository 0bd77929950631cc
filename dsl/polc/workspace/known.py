"""已知问题: findings that the file itself names, with a reason. They are left out of the report.

In a 政策 the line speaks of the whole policy; in a 条, a 奖补, a 组 … of what stands in that block. A 已知问题
without a reason is an error of its own, reported by the parser; errors of reading cannot be silenced: without them
nothing was checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.catalog import rules_of_checks
from polc.diagnostics import Diagnostic
from polc.model.values import Known
from polc.syntax.tree import Block, File
from polc.workspace.load import Draft


def without_known(draft: Draft, found: list[Diagnostic]) -> list[Diagnostic]:
    """Return the findings that no 已知问题 of the draft names."""
    silenced = [line for file in draft.compiled.files for line in _known(file)]
    if not silenced:
        return found
    can_be = rules_of_checks()

    def known(finding: Diagnostic) -> bool:
        span = finding.place.span
        return finding.rule.name in can_be and any(
            rule == finding.rule.name
            and (block is None or (span.source is block.span.source and block.span.start <= span.start < _end(block)))
            for rule, block in silenced
        )

    return [finding for finding in found if not known(finding)]


def _known(file: File) -> Iterator[tuple[str, Block | None]]:
    """Yield each named rule with the block it speaks of (None: the whole policy)."""
    for line in file.lines:
        if isinstance(line.value, Known):
            yield line.value.rule, None
    todo = [(block, block) for block in file.blocks]
    while todo:
        block, _ = todo.pop()
        for line in block.lines:
            if isinstance(line.value, Known):
                yield line.value.rule, None if block.key == "policy" else block
        todo.extend((child, block) for child in block.blocks)


def _end(block: Block) -> int:
    """Return the offset behind the last line of a block."""
    ends = [block.span.end, *(line.span.end for line in block.lines), *(_end(child) for child in block.blocks)]
    ends.extend(row.span.end for row in block.rows if row.span is not None and row.span.source is block.span.source)
    return max(ends)

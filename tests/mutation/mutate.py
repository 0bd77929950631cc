"""Change the measures in policies/ in one place at a time and see whether their own tables notice.

    python tests/mutation/mutate.py                  all changes of all documents, two processes
    python tests/mutation/mutate.py yuxi kunming     only these documents
    python tests/mutation/mutate.py yuxi 30万元      only changes on lines that hold these words

What is changed: see ``mutants.py``. A change is noticed where a row of any table turns red, or where the file no longer
compiles. Exit code 1 if one goes unnoticed that ``unnoticed.py`` does not explain.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from mutants import KINDS, Mutant, mutants
from unnoticed import why_equal

from polc.diagnostics import Severity
from polc.model.policy import Group, Part, Policy
from polc.passes.pipeline import Compiled, compile_policy
from polc.runs.scenario import run_scenario
from polc.runs.tables import run_table
from polc.text import Source
from polc.workspace import load

POLICIES = Path(__file__).parents[2] / "policies"
DOCUMENTS = ("yuxi", "kunming", "zhangzhou", "panzhihua", "jinhua")


@cache
def original(document: str) -> Compiled:
    """Return a document as it stands."""
    return load([POLICIES / document]).drafts[0].compiled


def sources(document: str) -> tuple[Source, ...]:
    """Return the files of a document as they stand."""
    return original(document).sources


@cache
def changes(document: str) -> tuple[Mutant, ...]:
    """Return every change of a document."""
    policy = original(document).policy
    assert policy is not None
    scales = {
        tuple(level.text for level in fact.type.levels)
        for subject in policy.subjects
        for fact in subject.facts
        if fact.type.levels
    }
    found = (mutants(document, each.path, each.text, sorted(scales)) for each in sources(document))
    return tuple(change for changes in found for change in changes)


def noticed(mutant: Mutant) -> str:
    """Return where a change is noticed: the table whose row turns red, “error”, or an empty string."""
    before = original(mutant.document)
    compiled = compile_policy([_changed(source, mutant) for source in before.sources], before.shared)
    if compiled.policy is None or any(each.severity is Severity.ERROR for each in compiled.findings):
        return "error"
    for part in _nearest_first(compiled.policy, mutant.part.removeprefix("资金池 ")):
        for title in _red(compiled, part):
            return title
    return ""


def _changed(source: Source, mutant: Mutant) -> Source:
    if source.path != mutant.file:
        return source
    lines = source.text.splitlines()
    lines[mutant.line - 1] = mutant.text
    return Source(source.path, "\n".join(lines) + "\n")


def _nearest_first(policy: Policy, name: str) -> list[Part]:
    """Return all parts: the changed one, then the groups around it, then the rest."""
    near = {name}
    for group in policy.groups:
        if near & {member.text for member in group.members.names}:
            near.add(group.name)
    parts = list(policy.parts)
    return sorted(parts, key=lambda part: (part.name != name, part.name not in near, isinstance(part, Group)))


def _red(compiled: Compiled, part: Part) -> Iterator[str]:
    for table in part.tables:
        for row in (run_scenario if table.scenario else run_table)(compiled, part, table):
            if not row.passed:
                yield f"{part.name} {table.title} 第{row.number}行"


def _run(chosen: list[Mutant]) -> list[str]:
    """Return where each change is noticed, telling how far it is on the way."""
    found: list[str] = []
    begun = time.monotonic()
    with ProcessPoolExecutor(2) as pool:
        for where in pool.map(noticed, chosen, chunksize=4):
            found.append(where)
            if len(found) % 20 == 0 or len(found) == len(chosen):
                unseen = sum(not each for each in found)
                passed = time.monotonic() - begun
                sys.stderr.write(f"\r{len(found)} of {len(chosen)}, {unseen} unnoticed, {passed:.0f} s ")
                sys.stderr.flush()
    sys.stderr.write("\n")
    return found


def main(words: list[str]) -> int:
    """Run all changes of the documents named (on lines that hold the other words) and report the share noticed."""
    documents = [word for word in words if word in DOCUMENTS] or list(DOCUMENTS)
    held = [word for word in words if word not in DOCUMENTS]
    chosen = [
        each
        for document in documents
        for each in changes(document)
        if all(word in each.text or word in each.old or word == each.kind for word in held)
    ]
    results = list(zip(chosen, _run(chosen), strict=True))
    said: list[str] = []
    for label, group in (
        *((document, [r for r in results if r[0].document == document]) for document in documents),
        *((kind, [r for r in results if r[0].kind == kind]) for kind in KINDS),
        ("all", results),
    ):
        caught = sum(1 for _, where in group if where)
        error = sum(1 for _, where in group if where == "error")
        equal = sum(1 for each, where in group if not where and why_equal(each))
        share = caught / max(1, len(group) - equal)
        said.append(
            f"{label:10} {len(group):5} changes, {caught} noticed ({error} as errors of the file), {equal} equal, "
            f"{len(group) - caught - equal} missed: {share:.1%}"
        )
    survivors = [each for each, where in results if not where]
    said += [f"equal  {each}　—— {why_equal(each)}" if why_equal(each) else f"MISSED {each}" for each in survivors]
    sys.stdout.write("\n".join(said) + "\n")
    return int(any(not why_equal(each) for each in survivors))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

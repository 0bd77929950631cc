"""The pipeline on one screen: text → tree → model → core. One line a pass, no flags threaded through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polc.diagnostics import Diagnostic
from polc.model.policy import Benefit, Group, Policy, Requirement, Selection
from polc.passes.build_model import build_model
from polc.passes.lower.plan import Lowered
from polc.passes.lower.policy import lower_policy
from polc.passes.names import Names
from polc.passes.subjects import check_subjects
from polc.syntax.parse import parse
from polc.syntax.tree import File
from polc.text import Source


@dataclass
class Compiled:
    """One policy with its files and what was found; lowered under any choice of readings, each once."""

    sources: tuple[Source, ...]
    files: tuple[File, ...]
    policy: Policy | None
    names: Names | None
    findings: list[Diagnostic]
    _lowered: dict[frozenset[tuple[str, str]], Lowered]

    def lowered(self, selection: Selection | None = None) -> Lowered:
        """Return the program under ``selection``. Raises ValueError where there is no policy."""
        if self.policy is None or self.names is None:
            msg = "there is no policy to lower"
            raise ValueError(msg)
        chosen = {name: reading for name, reading in (selection or {}).items() if self._matters(name, reading)}
        key = frozenset(chosen.items())
        if key not in self._lowered:
            self._lowered[key] = lower_policy(self.policy, self.names, chosen, [])
        return self._lowered[key]

    def _matters(self, doubt: str, reading: str) -> bool:
        known = self.policy.all_doubts.get(doubt) if self.policy else None
        return known is not None and known.readings[0].name != reading


def compile_policy(sources: Sequence[Source]) -> Compiled:
    """Return the policy that the sources make together, and every finding of the way there."""
    findings: list[Diagnostic] = []
    files: list[File] = []
    for source in sources:
        file, found = parse(source)
        files.append(file)
        findings.extend(found)
    policy, found = build_model(files)
    findings.extend(found)
    compiled = Compiled(tuple(sources), tuple(files), policy, None, findings, {})
    if policy is not None:
        compiled.names = Names(policy)
        findings.extend(check_subjects(compiled.names))
        base = lower_policy(policy, compiled.names, {}, findings)
        compiled._lowered[frozenset()] = base  # noqa: SLF001
        _other_readings(policy, compiled.names, base, findings)
    return compiled


def _other_readings(policy: Policy, names: Names, base: Lowered, findings: list[Diagnostic]) -> None:
    """Lower every part once under each reading that is not the working one, for what is wrong in it."""
    for part in policy.parts:
        for doubt in part.doubts:
            for reading in doubt.readings[1:]:
                found: list[Diagnostic] = []
                only = {part.name} if isinstance(part, Benefit | Requirement | Group) else None
                lower_policy(policy, names, {doubt.name: reading.name}, found, only, base if only else None)
                findings.extend(f for f in found if f not in findings)

"""The pipeline on one screen: text → tree → model → core. One line a pass, no flags threaded through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from polc.diagnostics import Diagnostic
from polc.diagnostics.ordering import identity
from polc.errors.vocabulary_contradicted import RULE as CONTRADICTED
from polc.model.policy import Benefit, Doubt, Group, Policy, Requirement, Selection, Vocabulary
from polc.passes.build_model import build_model
from polc.passes.lower.plan import Lowered
from polc.passes.lower.policy import lower_policy
from polc.passes.names import Names
from polc.passes.subjects import check_subjects
from polc.passes.vocabulary import build_vocabulary, by_itself, check_definitions
from polc.syntax.parse import parse
from polc.syntax.tree import File
from polc.text import Source


@dataclass(frozen=True, slots=True)
class Parsed:
    """Some files as trees, and what is wrong with their writing."""

    sources: tuple[Source, ...]
    files: tuple[File, ...]
    findings: tuple[Diagnostic, ...]


@dataclass
class Compiled:
    """One policy with its files and what was found; lowered under any choice of readings, each once.

    A vocabulary has a ``vocabulary`` and no ``policy``. ``shared`` are the vocabularies in sight, each once and before
    whoever imports it; what is wrong in them stands in their own findings.
    """

    sources: tuple[Source, ...]
    files: tuple[File, ...]
    policy: Policy | None
    names: Names | None
    findings: list[Diagnostic]
    _lowered: dict[frozenset[tuple[str, str]], Lowered]
    shared: tuple[Compiled, ...] = ()
    vocabulary: Vocabulary | None = field(default=None)

    def lowered(self, selection: Selection | None = None) -> Lowered:
        """Return the program under ``selection``. Raises ValueError where there is no policy."""
        if self.policy is None or self.names is None:
            msg = "there is no policy to lower"
            raise ValueError(msg)
        chosen = {name: reading for name, reading in (selection or {}).items() if self._matters(name, reading)}
        key = frozenset(chosen.items())
        if key not in self._lowered:
            like = self._lowered.get(frozenset())
            self._lowered[key] = lower_policy(self.policy, self.names, chosen, [], like=like)
        return self._lowered[key]

    def unlowered(self) -> Compiled:
        """Return the same without what can be lowered anew: light, and fit for another process.

        Nothing that is looked up while a policy is worked at is in it, so that this may be done meanwhile.
        """
        names = Names(self.policy) if self.policy is not None else None
        return replace(self, names=names, _lowered={}, shared=tuple(each.unlowered() for each in self.shared))

    @cached_property
    def doubts(self) -> dict[str, Doubt]:
        """Every doubt of the policy by name."""
        return self.policy.all_doubts if self.policy else {}

    def _matters(self, doubt: str, reading: str) -> bool:
        known = self.doubts.get(doubt)
        return known is not None and known.readings[0].name != reading


def parse_together(sources: Sequence[Source]) -> Parsed:
    """Return the trees of some sources, and what is wrong with their writing."""
    read = [parse(source) for source in sources]
    return Parsed(tuple(sources), tuple(file for file, _ in read), tuple(f for _, found in read for f in found))


def compile_policy(
    sources: Sequence[Source] | Parsed, shared: Sequence[Compiled] = (), missing: Sequence[Diagnostic] = ()
) -> Compiled:
    """Return the policy that the sources make together, and every finding of the way there.

    ``shared`` are the vocabularies that its 引用 lines name, with those that they import, each before whoever imports
    it; ``missing`` says which lines led nowhere.
    """
    parsed = sources if isinstance(sources, Parsed) else parse_together(sources)
    policy, found = build_model(parsed.files, _vocabularies(shared), incomplete=bool(missing))
    findings = [*parsed.findings, *missing]
    compiled = Compiled(parsed.sources, parsed.files, policy, None, findings, {}, tuple(shared))
    if policy is not None:
        compiled.names = Names(policy)
        looked_up = list(check_subjects(compiled.names))
        base = lower_policy(policy, compiled.names, {}, looked_up)
        compiled._lowered[frozenset()] = base  # noqa: SLF001
        _other_readings(policy, compiled.names, base, looked_up)
        found.extend(looked_up if _settled(policy, found, shared) else ())
    findings.extend(_not_told_by(shared, found))
    return compiled


def compile_vocabulary(parsed: Parsed, shared: Sequence[Compiled] = (), missing: Sequence[Diagnostic] = ()) -> Compiled:
    """Return the vocabulary that one file is, with every finding; arguments as of ``compile_policy``."""
    vocabularies = _vocabularies(shared)
    vocabulary, found = build_vocabulary(parsed.files[0], parsed.sources[0].path, incomplete=bool(missing))
    policy, clashes = by_itself(vocabulary, vocabularies, parsed.files[0].language)
    found.extend(clashes)
    names = Names(policy)
    looked_up = [*check_subjects(names), *check_definitions(vocabulary.definitions, names)]
    lower_policy(policy, names, {}, looked_up)
    found.extend(looked_up if _settled(policy, found, shared) else ())
    findings = [*parsed.findings, *missing, *_not_told_by(shared, found)]
    return Compiled(parsed.sources, parsed.files, None, None, findings, {}, tuple(shared), vocabulary)


def _vocabularies(shared: Sequence[Compiled]) -> tuple[Vocabulary, ...]:
    return tuple(each.vocabulary for each in shared if each.vocabulary is not None)


def _settled(policy: Policy, found: Sequence[Diagnostic], shared: Sequence[Compiled]) -> bool:
    """Return whether it is known what the names mean; else whatever does not fit them would be told for no reason."""
    every = (*found, *(finding for each in shared for finding in each.findings))
    return not policy.incomplete and all(finding.rule is not CONTRADICTED for finding in every)


def _not_told_by(shared: Sequence[Compiled], found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Leave out what a vocabulary itself has been told of, so that nothing is told once for each policy."""
    told = {identity(finding) for each in shared for finding in each.findings}
    return [finding for finding in found if identity(finding) not in told]


def _other_readings(policy: Policy, names: Names, base: Lowered, findings: list[Diagnostic]) -> None:
    """Lower every part once under each reading that is not the working one, for what is wrong in it."""
    for part in policy.parts:
        for doubt in part.doubts:
            for reading in doubt.readings[1:]:
                found: list[Diagnostic] = []
                only = {part.name} if isinstance(part, Benefit | Requirement | Group) else None
                lower_policy(policy, names, {doubt.name: reading.name}, found, only, base if only else None)
                findings.extend(f for f in found if f not in findings)

"""A name that nothing declares here, and a vocabulary of the workspace does: the finding then says which to import."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from polc.diagnostics import Diagnostic, Words
from polc.errors.unknown_name import RULE as UNKNOWN_NAME
from polc.errors.unknown_subject import RULE as UNKNOWN_SUBJECT
from polc.passes.pipeline import Compiled


def hinted(compiled: Compiled, vocabularies: Sequence[Compiled]) -> list[Diagnostic]:
    """Return the findings of a policy; an unknown name that one of the ``vocabularies`` has is helped by its path."""
    seen = {each.sources[0].path for each in (*compiled.shared, compiled)}
    others = [each for each in vocabularies if each.sources[0].path not in seen]
    return [_hinted(finding, others) for finding in compiled.findings]


def _hinted(finding: Diagnostic, others: Sequence[Compiled]) -> Diagnostic:
    if finding.rule not in (UNKNOWN_NAME, UNKNOWN_SUBJECT):
        return finding
    name = dict(finding.arguments).get("name")
    for each in others:
        if any(declared == name for declared in _declared(each)):
            folder = Path(finding.place.span.source.path).parent
            path = Path(os.path.relpath(each.sources[0].path, folder)).as_posix()
            help_ = Words(f"{path} 里有；写 引用：{path}", f"{path} has it: import: {path}")
            return finding.with_(help=(*finding.help, help_))
    return finding


def _declared(vocabulary: Compiled) -> Iterator[str]:
    """Yield the names that a vocabulary declares: subjects, facts, definitions."""
    words = vocabulary.vocabulary
    for subject in words.subjects if words else ():
        yield subject.name
        yield from (fact.name for fact in subject.facts)
    yield from (definition.name for definition in (words.definitions if words else ()))

"""Fixes put into files: every safe one, and of the rules that are named those on offer too.

Guarantees: nothing is written here. A file is changed as a whole or not at all; of edits that overlap the first counts,
and the rest is looked for again in the changed text until nothing is left, so that mending twice is mending once. What
could be computed before computes the same afterwards, but for the offers asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from polc.core.program import Program
from polc.diagnostics import Diagnostic, Edit, Fix, Severity
from polc.passes.pipeline import Compiled
from polc.text import Source
from polc.workspace.checked import findings
from polc.workspace.load import Draft, Workspace, compile_sources
from polc.workspace.vocabularies import Shelf, parsed_vocabulary
from polc.workspace.writing import mark_of, replaced

MOST_ROUNDS = 50
"""How often a text is looked at again: far more than edits ever overlap."""


class State(Enum):
    """What may be done with a mended file."""

    READY = "ready"
    LOSSY = "lossy"  # writing it again would lose something
    DOUBTED = "doubted"  # it would compute something else: a fault of ours


@dataclass(frozen=True, slots=True)
class Mended:
    """A file with its fixes put in; ``rules`` says how many of each rule."""

    source: Source
    text: str
    rules: Counter[str]
    state: State = State.READY
    mark: bytes = b""

    @property
    def path(self) -> str:
        """Where the file stands, as the user named it."""
        return self.source.path


@dataclass(frozen=True, slots=True)
class Asking:
    """What is to be mended: in which files, what of the findings, as of which day, of which rules the offers too."""

    files: frozenset[Path]
    wanted: Callable[[Iterable[Diagnostic]], list[Diagnostic]] = list
    day: int = 0
    offers: frozenset[str] = frozenset()


def mended(space: Workspace, asking: Asking) -> list[Mended]:
    """Return every file that fixes change."""
    found: dict[Path, Mended] = {}
    for draft in space.drafts:
        for each in _of_draft(draft, space, asking):
            found.setdefault(Path(each.path).resolve(), each)
    return list(found.values())


def write(file: Mended) -> bool:
    """Write a mended file in place of the old one, in one step; False where file or folder forbids it."""
    return replaced(file.path, file.mark + file.text.encode(file.source.encoding))


def _of_draft(draft: Draft, space: Workspace, asking: Asking) -> Iterator[Mended]:
    first = draft
    rules: dict[str, Counter[str]] = {}
    safe = True
    for number in range(MOST_ROUNDS):
        found = asking.wanted(findings(Workspace([draft], [], space.shelf), asking.day))
        own = [source for source in draft.compiled.sources if Path(source.path).resolve() in asking.files]
        offers = asking.offers if number == 0 else frozenset()  # an offer is taken up once
        chosen = list(_chosen(found, own, offers))
        if not chosen:
            break
        for rule, fix in chosen:
            rules.setdefault(fix.edits[0].span.source.path, Counter())[rule] += 1
            safe = safe and fix.safe
        edits = [edit for _, fix in chosen for edit in fix.edits]
        after = _again(draft, [_edited(source, edits) for source in draft.compiled.sources], space)
        if after is None:
            break
        draft = after
    texts = {source.path: source.text for source in draft.compiled.sources}
    doubted = safe and not same_awards(first.compiled, draft.compiled)
    for source in first.compiled.sources:
        if texts[source.path] != source.text:
            yield _ready(Mended(source, texts[source.path], rules.get(source.path, Counter())), doubted=doubted)


def _ready(file: Mended, *, doubted: bool) -> Mended:
    if doubted:
        return replace(file, state=State.DOUBTED)
    try:
        mark = mark_of(file.source, Path(file.path).read_bytes())
        file.text.encode(file.source.encoding)
    except (OSError, UnicodeEncodeError):
        mark = None
    return replace(file, state=State.LOSSY) if mark is None else replace(file, mark=mark)


def _chosen(found: Sequence[Diagnostic], own: Sequence[Source], offers: frozenset[str]) -> Iterator[tuple[str, Fix]]:
    """Yield the fixes to put in, with their rules: the first of each finding, none that overlaps an earlier one."""
    taken: list[Edit] = []
    for finding in found:
        named = finding.rule.name in offers
        fix = next((fix for fix in finding.fixes if fix.edits and (fix.safe or named)), None)
        if fix is None or any(edit.span.source not in own for edit in fix.edits):
            continue
        if not any(_overlap(edit, other) for edit in fix.edits for other in taken):
            taken.extend(fix.edits)
            yield finding.rule.name, fix


def _overlap(one: Edit, other: Edit) -> bool:
    """Return whether two edits touch the same text; where one puts something in, the edge counts too."""
    if one.span.source is not other.span.source:
        return False
    if one.span.start == one.span.end or other.span.start == other.span.end:
        return one.span.start <= other.span.end and other.span.start <= one.span.end
    return one.span.start < other.span.end and other.span.start < one.span.end


def _edited(source: Source, edits: Iterable[Edit]) -> Source:
    mine = sorted((edit for edit in edits if edit.span.source is source), key=lambda edit: edit.span.start)
    text, here = "", 0
    line_end = "\r\n" if "\r\n" in source.text else "\n"
    for edit in mine:
        text += source.text[here : edit.span.start] + edit.text.replace("\n", line_end)
        here = edit.span.end
    return Source(source.path, text + source.text[here:], source.encoding)


def _again(draft: Draft, sources: Sequence[Source], space: Workspace) -> Draft | None:
    """Return a draft made of other texts; None where they are no longer of its kind."""
    if draft.compiled.vocabulary is None:
        return replace(draft, compiled=compile_sources(sources, space.shelf))
    parsed = parsed_vocabulary(sources[0])
    return replace(draft, compiled=Shelf().take(sources[0], parsed)) if parsed is not None else None


def same_awards(before: Compiled, after: Compiled) -> bool:
    """Return whether two compiled policies compute the same under every reading, where both can be computed."""
    if not (_computes(before) and _computes(after)):
        return True
    choices = [{}, *({name: each.name} for name, doubt in before.doubts.items() for each in doubt.readings[1:])]
    known = after.doubts
    if any(choice.keys() - known.keys() for choice in choices):
        return False
    return all(_bare(before.lowered(choice).program) == _bare(after.lowered(choice).program) for choice in choices)


def _computes(compiled: Compiled) -> bool:
    return compiled.policy is not None and not any(found.severity is Severity.ERROR for found in compiled.findings)


def _bare(program: Program) -> Program:
    """Return a program without the places it comes from."""
    return Program(program.inputs, tuple(replace(step, because=()) for step in program.steps), program.laws)


def waits(found: Iterable[Diagnostic]) -> Counter[str]:
    """Return how many findings offer a change that a person has to look at, by rule."""
    return Counter(each.rule.name for each in found if each.fixes and not any(fix.safe for fix in each.fixes))

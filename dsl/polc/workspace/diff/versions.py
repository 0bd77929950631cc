"""Which policies a command line means to compare: two paths, one that names its earlier version, or two folders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from polc.diagnostics import Diagnostic, Severity, Words
from polc.workspace.diff.compare import compare
from polc.workspace.diff.found import Compared
from polc.workspace.given import TellingError
from polc.workspace.load import Draft, Workspace, link_versions, load

_TWO = 2


class PairsError(Exception):
    """There is nothing to compare: ``words`` say why of a command line, ``findings`` of what could not be read."""

    def __init__(self, words: Words | None, findings: Sequence[Diagnostic] = ()) -> None:
        super().__init__(words)
        self.words = words
        self.findings = findings


@dataclass
class Pairs:
    """What is to be compared, old and new; None where only one side has it."""

    pairs: list[tuple[Draft | None, Draft | None]]
    findings: list[Diagnostic] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)

    def compared(self, same: Iterable[str] = (), apart: Iterable[str] = ()) -> list[Compared]:
        """Return every comparison, the gravest first. Raises TellingError for a renaming that cannot be read."""
        renamed = dict(_renaming(text) for text in same)
        self._known((*renamed, *renamed.values(), *apart))
        found = [self._one(old, new, renamed, frozenset(apart)) for old, new in self.pairs]
        return sorted(found, key=lambda each: each.weight)

    def _one(self, old: Draft | None, new: Draft | None, same: Mapping[str, str], apart: frozenset[str]) -> Compared:
        if old is not None and new is not None:
            official = old.official, new.official
            return compare(old.compiled, new.compiled, same=same, apart=apart, official=official)
        draft = new or old
        if draft is None or draft.policy is None:
            msg = "nothing stands on either side"
            raise ValueError(msg)
        title, path = draft.policy.name, draft.policy.span.source.path
        return Compared(
            draft.name, title if old else "", title if new else "", path if old else "", path if new else ""
        )

    def _known(self, names: Iterable[str]) -> None:
        declared = {name for pair in self.pairs for draft in pair if draft is not None for name in _names(draft)}
        for name in names:
            if name not in declared:
                raise TellingError(Words(f"两版里都没有“{name}”", f"neither version has “{name}”"))


def pairs(paths: Sequence[str]) -> Pairs:
    """Return what some paths mean. Raises PairsError."""
    if len(paths) > _TWO:
        raise PairsError(Words("只比两版：polc diff 原版 新版", "two versions are compared: polc diff OLD NEW"))
    spaces = [load([path]) for path in paths]
    findings = [f for space in spaces for f in _findings(space)]
    sides = [[draft for draft in space.drafts if draft.policy is not None] for space in spaces]
    if not all(sides):
        errors = [f for f in findings if f.severity is Severity.ERROR]
        path = next(path for path, side in zip(paths, sides, strict=True) if not side)
        none = Words(f"{path} 里没有可以比的政策", f"there is no policy to compare in {path}")
        raise PairsError(None if errors else none, errors)
    if len(sides) == 1:
        found = _with_previous(spaces[0], sides[0], paths[0])
    else:
        found = Pairs(_by_place(sides[0], sides[1], Path(paths[0]), Path(paths[1])))
    found.findings = list(dict.fromkeys([*findings, *found.findings]))
    found.languages = [
        file.language for pair in found.pairs for draft in pair if draft for file in draft.compiled.files
    ]
    return found


def _with_previous(space: Workspace, drafts: list[Draft], path: str) -> Pairs:
    """Return every policy beside the version that its 前版 names."""
    link_versions(space)
    found = Pairs([(draft.earlier, draft) for draft in drafts if draft.earlier is not None])
    errors = [f for f in _findings(space) if f.severity is Severity.ERROR]
    if not found.pairs:
        said = [f for f in errors if f.rule.name.startswith("previous-")]
        none = Words(
            f"{path} 没有写“前版”；写 polc diff 原版 新版",
            f"{path} names no earlier version (previous: …); write polc diff OLD NEW",
        )
        raise PairsError(None if said else none, said)
    for old, _ in found.pairs:
        errors.extend(f for f in (old.compiled.findings if old else ()) if f.severity is Severity.ERROR)
    found.findings = errors
    return found


def _by_place(old: list[Draft], new: list[Draft], before: Path, after: Path) -> list[tuple[Draft | None, Draft | None]]:
    """Return policies in pairs: one with one, else by 简称, then by their place in the folders."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    left = list(new)
    found: list[tuple[Draft | None, Draft | None]] = []
    for draft in old:
        twin = next((x for x in left if x.name == draft.name), None) or next(
            (x for x in left if _within(x, after) == _within(draft, before)), None
        )
        if twin is not None:
            left.remove(twin)
        found.append((draft, twin))
    return [*found, *((None, draft) for draft in left)]


def _within(draft: Draft, folder: Path) -> str:
    path = Path(draft.compiled.sources[0].path)
    return path.relative_to(folder).as_posix() if folder.is_dir() and path.is_relative_to(folder) else path.name


def _findings(space: Workspace) -> list[Diagnostic]:
    return [*space.findings, *(f for draft in space.drafts for f in draft.compiled.findings)]


def _renaming(text: str) -> tuple[str, str]:
    old, mark, new = (piece.strip() for piece in text.partition("="))
    if not (old and mark and new):
        raise TellingError(Words(f"“{text}”要写成 原名=新名", f"“{text}”: write OLD=NEW"))
    return old, new


def _names(draft: Draft) -> Iterable[str]:
    policy = draft.policy
    if policy is None:
        return
    yield from (part.name for part in policy.parts)
    for subject in policy.subjects:
        yield subject.name
        yield from (fact.name for fact in subject.facts)

"""A path as it stood at a revision of git: its folder's policies and texts, taken out into a folder of their own.

Guarantee: git is only asked to read, the working tree is left alone, and whatever goes wrong is said in words.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from polc.diagnostics import Diagnostic, Label, Words
from polc.text import Source, Span

_KEPT = (".pol", ".txt", ".csv", ".lock")
"""What a policy is made of: its files, the official text with its record, rows of examples."""


class RevisionError(Exception):
    """There is no such path at that revision, or no git to ask; ``words`` say which."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.zh)
        self.words = words


@dataclass(frozen=True, slots=True)
class Taken:
    """Where a path of a revision was put, and how files there are to be called: ``HEAD~1:policies/yuxi/policy.pol``."""

    path: Path
    root: Path
    revision: str

    def shown(self, path: str) -> str:
        """Return what a path is called; one that is not of the revision as it is."""
        found = Path(path)
        return f"{self.revision}:{found.relative_to(self.root).as_posix()}" if found.is_relative_to(self.root) else path

    def said(self, words: Words) -> Words:
        """Return words with every path of the revision as it is called."""
        return Words(self._said(words.zh), self._said(words.en))

    def finding(self, found: Diagnostic) -> Diagnostic:
        """Return a finding with its places as they are called, and without fixes where the past would be changed."""
        if not Path(found.place.span.source.path).is_relative_to(self.root):
            return found
        arguments = tuple(
            (name, self.said(told) if isinstance(told, Words) else self._said(told)) for name, told in found.arguments
        )
        return found.with_(
            place=self._label(found.place),
            related=tuple(map(self._label, found.related)),
            arguments=arguments,
            help=tuple(map(self.said, found.help)),
            notes=tuple(map(self.said, found.notes)),
            fixes=(),
        )

    def _label(self, label: Label) -> Label:
        source, span = label.span.source, label.span
        called = Source(self.shown(source.path), source.text, source.encoding)
        return Label(Span(called, span.start, span.end), self.said(label.words) if label.words else None)

    def _said(self, text: str) -> str:
        return text.replace(f"{self.root}{os.sep}", f"{self.revision}:").replace(str(self.root), self.revision)


@contextmanager
def at_revision(revision: str, path: str) -> Iterator[Taken]:
    """Yield a path as it stood at a revision, for as long as it is looked at. Raises RevisionError."""
    git = shutil.which("git")
    if git is None:
        raise RevisionError(Words("没有找到 git", "git was not found"))
    here = Path(path).resolve()
    folder = next(each for each in (here, *here.parents) if each.is_dir())
    top = _git(git, folder, "rev-parse", "--show-toplevel")
    if top is None:
        raise RevisionError(Words(f"{path} 不在 git 仓库里", f"{path} is in no git repository"))
    root = Path(top.decode().strip()).resolve()
    commit = _git(git, root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    if commit is None:
        raise RevisionError(Words(f"没有版本 {revision}", f"there is no revision {revision}"))
    archive = _git(git, root, "archive", "--format=tar", commit.decode().strip())
    if archive is None:
        raise RevisionError(Words(f"读不出版本 {revision}", f"the revision {revision} cannot be read"))
    with tempfile.TemporaryDirectory(prefix="polc-") as name:
        out = Path(name).resolve()
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            for member in tar.getmembers():  # git keeps no name that leads out of the folder; one that did is left out
                target = (out / member.name).resolve()
                content = tar.extractfile(member) if member.isfile() and member.name.endswith(_KEPT) else None
                if content is not None and target.is_relative_to(out):
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(content.read())
        inside = out / here.relative_to(root)
        if not inside.exists():
            there = here.relative_to(root).as_posix()
            raise RevisionError(Words(f"版本 {revision} 里没有 {there}", f"{revision} has no {there}"))
        yield Taken(inside, out, revision)


def _git(git: str, folder: Path, *arguments: str) -> bytes | None:
    """Return what git answers in a folder, or None where it fails."""
    # the program was looked up by us, and no argument is read by a shell
    done = subprocess.run([git, "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603
    return done.stdout if done.returncode == 0 else None

"""前版: the earlier version that a policy names, found, read and compiled once, whoever asks for it.

Guarantees: a path is looked for from the folder of the file that says it; a line that leads nowhere, to what is no
policy, or in a circle is one finding at that line. What is wrong in an earlier version itself stands in its own
findings, which are told where that version is asked about.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from polc.diagnostics import Diagnostic
from polc.errors import previous_not_policy as not_one
from polc.errors.missing_value import missing_value
from polc.errors.previous_cycle import RULE as CYCLE
from polc.errors.previous_cycle import previous_cycle
from polc.errors.previous_not_found import previous_not_found
from polc.errors.previous_not_policy import previous_not_policy
from polc.model.values import FreeText
from polc.workspace.vocabularies import ABSOLUTE, near, unquoted

if TYPE_CHECKING:
    from polc.passes.pipeline import Compiled
    from polc.syntax.tree import Line
    from polc.text import Span
    from polc.workspace.load import Draft, Workspace


def previous_line(compiled: Compiled) -> Line | None:
    """Return the readable line 前版 of a policy, or None."""
    for file in compiled.files:
        for block in file.blocks:
            if block.key == "policy" and (line := block.the("previous")) is not None:
                return line
    return None


@dataclass
class Versions:
    """Earlier versions as they are found. ``together`` loads some files of one folder."""

    space: Workspace
    together: Callable[[Sequence[Path]], Workspace]
    _known: dict[Path, Draft] = field(default_factory=dict)
    _told: set[Path] = field(default_factory=set)
    _reading: list[Path] = field(default_factory=list)

    def link(self) -> None:
        """Give every policy of the workspace its earlier version, and that one its own."""
        policies = [draft for draft in self.space.drafts if draft.policy is not None]
        for draft in policies:
            self._known[_head(draft)] = draft
        for draft in policies:
            self._of(draft)

    def _of(self, draft: Draft) -> None:
        here, line = _head(draft), previous_line(draft.compiled)
        if line is None or line.silent or here in self._told:
            return
        self._told.add(here)
        self._reading.append(here)
        found = self._follow(line)
        self._reading.pop()
        if not isinstance(found, Diagnostic):
            draft.earlier = found
            return
        # a circle may close among versions that nobody has asked about
        told = self.space.findings if found.rule is CYCLE else draft.compiled.findings
        if found not in told:
            told.append(found)

    def _follow(self, line: Line) -> Draft | Diagnostic:
        value = line.value
        said = unquoted(value.text.strip()) if isinstance(value, FreeText) else ""
        if not isinstance(value, FreeText) or value.span is None or not said:
            return missing_value(line.key_span, line.key_span.text)
        span = value.span
        if ABSOLUTE.match(said):
            return previous_not_found(span, said)
        folder = Path(span.source.path).parent
        path = Path(os.path.normpath(folder / said.replace("\\", "/")))
        try:
            if not path.exists():
                return previous_not_found(span, said, near(folder, path, said))
            if path.is_dir():
                files = sorted(file for file in path.glob("*.pol") if not file.is_dir())
                return self._policy(files, said, span) if files else previous_not_policy(span, said, not_one.EMPTY)
            if path.suffix != ".pol":
                return previous_not_policy(span, said, not_one.FOREIGN)
            return self._policy([path], said, span)
        except (OSError, ValueError):  # too long a name, a NUL, no permission to look
            return previous_not_found(span, said)

    def _policy(self, files: list[Path], said: str, span: Span) -> Draft | Diagnostic:
        """Return the one policy of some files, with its own earlier version."""
        wanted = {file.resolve() for file in files}
        known = [draft for head, draft in self._known.items() if head in wanted]
        if not known:
            loaded = self.together(files)
            if not loaded.drafts:
                return previous_not_policy(span, said, not_one.UNREADABLE)
            if loaded.only_vocabularies:
                return previous_not_policy(span, said, not_one.VOCABULARY)
            known = [draft for draft in loaded.drafts if draft.policy is not None]
            self._known.update({_head(draft): draft for draft in known})
        if not known or not known[0].compiled.names:
            return previous_not_policy(span, said, not_one.HEADLESS)
        if len(known) > 1:
            return previous_not_policy(span, said, not_one.SEVERAL)
        if _head(known[0]) in self._reading:
            return previous_cycle(span, said)
        self._of(known[0])
        return known[0]


def _head(draft: Draft) -> Path:
    """Return the file that has 政策: what tells a policy from all others, however it was named."""
    policy = draft.policy
    return Path(policy.span.source.path if policy else draft.compiled.sources[0].path).resolve()

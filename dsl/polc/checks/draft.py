"""What a check looks at: a compiled policy and, where there is one, the official text it encodes."""

from __future__ import annotations

from dataclasses import dataclass

from polc.checks.accepted import Accepted
from polc.model.policy import Policy
from polc.passes.pipeline import Compiled
from polc.text import Source


@dataclass(frozen=True, slots=True)
class Checked:
    """One policy to be checked; ``official`` is the text that 原文文件 names, ``accepted`` what is recorded of it."""

    compiled: Compiled
    policy: Policy
    official: Source | None
    accepted: Accepted | None = None

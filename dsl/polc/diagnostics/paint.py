"""Colours of the terminal rendering, or none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from polc.diagnostics.finding import Severity


class Ink(Enum):
    """What a piece of the rendering is, told by its ANSI colour."""

    PLAIN = ""
    ERROR = "1;31"
    WARNING = "1;33"
    NOTE = "1;36"
    GUTTER = "1;34"
    SECOND = "34"
    STRONG = "1"
    OUT = "31"
    IN = "32"


SEVERITY_INK = {Severity.ERROR: Ink.ERROR, Severity.WARNING: Ink.WARNING, Severity.NOTE: Ink.NOTE}


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours text, if ``colour``."""

    colour: bool

    def __call__(self, ink: Ink, text: str) -> str:
        """Return ``text`` in ``ink``."""
        if not self.colour or ink is Ink.PLAIN or not text:
            return text
        return f"\x1b[{ink.value}m{text}\x1b[0m"

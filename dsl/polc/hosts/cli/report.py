"""Findings on the terminal, as every command prints them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from polc.diagnostics import Diagnostic
from polc.diagnostics.words import Language
from polc.hosts.cli.streams import encoding_of, may_colour, width_of


def report(diagnostics: Sequence[Diagnostic], language: Language) -> None:
    """Print the findings with their closing summary; nothing where there are none."""
    if not diagnostics:
        return
    from polc.diagnostics.terminal import render  # a clean file must not pay for rich

    out = sys.stdout
    text = render(diagnostics, language, width_of(out), colour=may_colour(out), encoding=encoding_of(out))
    out.write(text)

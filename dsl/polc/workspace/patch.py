"""What formatting, or mending, would change in a file, as a patch that ``patch`` and ``git apply`` read."""

from __future__ import annotations

import difflib

from polc.text import Source
from polc.workspace.formatting import Outcome, State


def patch(outcome: Outcome) -> str:
    """Return the change as a unified diff; the empty text where there is none."""
    if outcome.state is not State.CHANGED or outcome.source is None or outcome.result is None:
        return ""
    return between(outcome.source, outcome.result.text)


def between(source: Source, text: str) -> str:
    """Return what makes ``text`` of a source, as a unified diff."""
    before, after = _lines(source), _lines(Source(source.path, text))
    return "".join(difflib.unified_diff(before, after, source.path, source.path))


def _lines(source: Source) -> list[str]:
    lines = [source.line_text(number) + "\n" for number in range(1, source.line_count + 1)]
    if lines[-1] == "\n":
        return lines[:-1]
    return [*lines[:-1], lines[-1] + "\\ No newline at end of file\n"]

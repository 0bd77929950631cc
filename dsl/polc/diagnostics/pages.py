"""The page of a rule: its module's docstring, Chinese first, then a line ``---``, then English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polc.diagnostics.finding import Rule
    from polc.diagnostics.words import Language

_BETWEEN = re.compile(r"^---[ \t]*$", re.MULTILINE)


def page_of(rule: Rule, language: Language) -> str:
    """Return the page of ``rule`` in ``language`` as Markdown, without the other language's half.

    A page written in one language only (which a test forbids) is returned whole.
    """
    chinese, *rest = _BETWEEN.split(rule.page, maxsplit=1)
    english = "".join(rest).strip()
    return english if language == "en" and english else chinese.strip()

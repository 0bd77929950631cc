"""The page of a rule: its module's docstring, Chinese first, then a line ``---``, then English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polc.diagnostics.words import Words

if TYPE_CHECKING:
    from polc.diagnostics.finding import Rule
    from polc.diagnostics.words import Language

_BETWEEN = re.compile(r"^---[ \t]*$", re.MULTILINE)
_CODE = re.compile(r"[ ]?`([^`]+)`[ ]?")
_CODE_EN = re.compile(r"`([^`]+)`")
_REMEDY = re.compile(r"^(?:怎么改：|How to fix:[ \t]*)(.+?)(?=\n[ \t]*\n|\Z)", re.MULTILINE | re.DOTALL)


def page_of(rule: Rule, language: Language) -> str:
    """Return the page of ``rule`` in ``language`` as Markdown, without the other language's half.

    A page written in one language only (which a test forbids) is returned whole.
    """
    chinese, *rest = _BETWEEN.split(rule.page, maxsplit=1)
    english = "".join(rest).strip()
    return english if language == "en" and english else chinese.strip()


def remedy_of(rule: Rule) -> Words | None:
    """Return what the page of ``rule`` says of mending it, each language in one line; None where it says nothing."""
    said = [_REMEDY.search(page_of(rule, language)) for language in ("zh", "en")]
    if any(found is None for found in said):
        return None
    chinese, english = (found[1] for found in said if found)
    joined = "".join(line.strip() for line in chinese.splitlines())
    return Words(_CODE.sub(r"“\1”", joined), _CODE_EN.sub(r"“\1”", " ".join(english.split())))

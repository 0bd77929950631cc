"""Names run together: ``属地企业且国家级平台`` is cut exactly, from the names that are declared.

A drafter forgets the blank between two names and the lexer reads one. Whoever looks names up and finds none asks here;
a cut is offered only where the whole text is declared names and reserved words, and where there is one way to cut it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from polc.diagnostics import Diagnostic
from polc.errors.glued_names import glued_names
from polc.errors.written_otherwise import written_otherwise
from polc.syntax.build.atoms import MOST_LETTERS
from polc.syntax.keywords import WORDS
from polc.syntax.lexis import normal
from polc.text import Span

_JOINING = frozenset(("CMP", "EDGE", "AND", "OR", "NOT", "IN", "UPTO", "TO", "FROM", "ONWARD", "MEANS"))
_MOST = 4 * MOST_LETTERS


@cache
def _joints() -> dict[str, str]:
    return {word.zh: word.type for word in WORDS.values() if word.type in _JOINING}


def cut(text: str, declared: Collection[str]) -> tuple[str, ...]:
    """Return the names and words ``text`` is made of, or nothing where there is no cut or more than one.

    ``declared`` are the names known at this place. Two names never stand side by side.
    """
    text = normal(text)
    if len(text) > _MOST:
        return ()
    joints = _joints()
    words = {name: "NAME" for name in declared if name} | joints
    lengths = sorted({len(word) for word in words})
    # ways[n] holds up to two cuts of the first n characters, so that a second one is noticed
    ways: list[list[tuple[str, ...]]] = [[()], *([] for _ in text)]
    for end in range(1, len(text) + 1):
        for length in lengths:
            word = text[end - length : end] if length <= end else ""
            kind = words.get(word)
            if kind is None:
                continue
            for way in ways[end - length]:
                after_name = bool(way) and words[way[-1]] == "NAME"
                if (kind == "NAME" and after_name) or len(ways[end]) > 1:
                    continue
                ways[end].append((*way, word))
    found = [way for way in ways[-1] if len(way) > 1 and any(words[word] == "NAME" for word in way)]
    return found[0] if len(found) == 1 else ()


_DENIALS = ("不是", "不属于", "未被", "没有", "不", "未")


_LISTED = re.compile(r"(.+?)(?:为|是|属于)(.+)")
_BETWEEN = re.compile(r"或者|或|和|及|、|/")


def of_levels(span: Span, levels: Mapping[str, Collection[str]]) -> Diagnostic | None:
    """Return the finding that the unknown name at ``span`` is a level, or a fact with one: ``级别为省级或国家级``.

    ``levels`` are those of each fact.
    """
    text = normal(span.text)
    owners = [fact for fact, names in levels.items() if text in names]
    if len(owners) == 1:
        return written_otherwise(span, span.text, f"{owners[0]} {WORDS['equals'].zh} {text}")
    found = _LISTED.fullmatch(text)
    if found is None or found[1] not in levels:
        return None
    names = _BETWEEN.split(found[2])
    if not all(name in levels[found[1]] for name in names):
        return None
    joint = WORDS["equals"].zh if len(names) == 1 else WORDS["in"].zh
    return written_otherwise(span, span.text, f"{found[1]} {joint} {'、'.join(names)}")


def denied(span: Span, declared: Collection[str]) -> Diagnostic | None:
    """Return the finding that the unknown name at ``span`` is a declared one with 不是 or 未 before it, or None."""
    for denial in _DENIALS:
        rest = normal(span.text).removeprefix(denial)
        if rest != normal(span.text) and rest in declared:
            return written_otherwise(span, span.text, f"{WORDS['not'].zh} {rest}")
    return None


def glued(span: Span, declared: Collection[str]) -> Diagnostic | None:
    """Return the finding that the unknown name at ``span`` is declared names run together, or None."""
    parts = cut(span.text, declared)
    return glued_names(span, span.text, " ".join(parts)) if parts else None

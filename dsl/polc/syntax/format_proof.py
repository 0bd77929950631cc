"""Whether two texts say the same: the same tree but for its places, and the same findings in corresponding lines.

``polc fmt`` asks this before it writes; the laws of the formatter are tested with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache

from polc.diagnostics import Diagnostic
from polc.model.expectations import Column
from polc.model.expressions import Name, Quantity
from polc.model.values import FactType, FreeText
from polc.syntax.choices import choices
from polc.syntax.format import Formatted
from polc.syntax.keywords import LINES, WORDS
from polc.syntax.parse import parse
from polc.syntax.tree import Block, File, Line
from polc.syntax.units import units
from polc.text import Source, Span


def proved(source: Source, result: Formatted) -> bool:
    """Whether the formatted text means what ``source`` means and has its findings.

    Where its keywords were put into one language, words and units that are one in two languages count as the same.
    """
    old, before = parse(source)
    new, after = parse(Source(source.path, result.text, source.encoding))
    same = same_meaning(old, new) if result.keywords else same_tree(old, new)
    return same and _told(before) == _told(after, result.origins)


def same_meaning(a: File, b: File) -> bool:
    """Whether two trees are equal apart from places in the text and the language of their words."""
    return _neutral(replace(a, language="")) == _neutral(replace(b, language=""))


def _neutral(node: object) -> object:
    """Return what a node says, without places and with all words in Chinese."""
    match node:
        case Name() as name:
            return _zh(name.text)
        case Column() as column:
            return (column.role, _zh(column.name), _unit(column.unit), column.readings)
        case Quantity(value, kind, unit):
            return (value, kind, _unit(unit))
        case FactType() as fact:
            return (fact.kind, _neutral(fact.levels), fact.period, _unit(fact.unit))
        case FreeText(text):
            return _zh(text)
        case Span():
            return None
        case tuple():
            return tuple(map(_neutral, node))
        case _ if is_dataclass(node) and not isinstance(node, type):
            return (type(node), *(_neutral(getattr(node, each.name)) for each in fields(node) if each.compare))
        case _:
            return node


def _unit(text: str) -> str:
    found = units().get(text)
    return found.zh if found else text


@cache
def _one_word() -> dict[str, str]:
    """Return the Chinese words of what is no keyword but is said in two languages, by the English ones."""
    told = {row.en: row.zh for group in ("column", "truth") for row in choices(group).values()}
    words = {WORDS[id_].en: WORDS[id_].zh for id_ in ("to_date", "received", "touches", "otherwise")}
    return (
        told | words | {LINES["issued"].en: LINES["issued"].zh, "everything": "全文", "application_order": "申请先后"}
    )


def _zh(text: str) -> str:
    return _one_word().get(text, text)


def _told(findings: Sequence[Diagnostic], origins: Sequence[int] = ()) -> list[tuple[int, str]]:
    """Return line and rule of each finding; ``origins`` are the lines of the old text that these come from."""
    lines = ((finding.place.span.begin.line, finding.rule.name) for finding in findings)
    return sorted((origins[line - 1] if origins else line, rule) for line, rule in lines)


def same_tree(a: File, b: File) -> bool:
    """Whether two trees are equal apart from places in the text."""
    return a.language == b.language and _lines(a.lines, b.lines) and _blocks(a.blocks, b.blocks)


def _blocks(a: Sequence[Block], b: Sequence[Block]) -> bool:
    return len(a) == len(b) and all(map(_block, a, b))


def _lines(a: Sequence[Line], b: Sequence[Line]) -> bool:
    return len(a) == len(b) and all(map(_line, a, b))


def _block(a: Block, b: Block) -> bool:
    return (
        (a.key, a.name, a.number, a.ordinal, a.words, a.silent, a.bad)
        == (b.key, b.name, b.number, b.ordinal, b.words, b.silent, b.bad)
        and a.value == b.value
        and a.columns == b.columns
        and a.rows == b.rows
        and _lines(a.lines, b.lines)
        and _blocks(a.blocks, b.blocks)
    )


def _line(a: Line, b: Line) -> bool:
    return (a.key, a.name, a.silent, a.bad) == (b.key, b.name, b.silent, b.bad) and a.value == b.value

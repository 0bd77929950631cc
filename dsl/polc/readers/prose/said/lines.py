"""One sentence of a paraphrase, and the parts of sentences that several lines share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from polc.diagnostics import Words
from polc.diagnostics.words import same
from polc.model.policy import Stated
from polc.model.values import KeyPart
from polc.passes.names import MEASURES
from polc.readers.prose.said.values import listed
from polc.text import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: what it is about, what it says, the line it comes from, and whether that is only presumed.

    ``rows`` are the rows of a table that belongs to it, each with its test and what it pays.
    """

    topic: Words
    words: Words
    span: Span | None = field(default=None, compare=False)
    silent: bool = False
    rows: tuple[tuple[Words, Words], ...] = ()


PROMISE = Words("应当成立", "promise")
"""What the encoding claims of itself: for who checks it, not for who applies."""
SILENT = Words("（原文没有写，先这样算）", " (the text does not say so; presumed)")
UNSAID = Words("原文没有写", "the text does not say")


def said(topic: Words, line: Stated[T], words: Words) -> Said:
    """Return the sentence of a line; one that is only presumed says so."""
    if line.silent and line.value is not None:
        words = Words(words.zh + SILENT.zh, words.en + SILENT.en)
    return Said(topic, words, line.span, line.silent)


def each_of(keys: Iterable[KeyPart], english: str = "each") -> Words:
    """Return for whom or what something is counted: 每户企业、每个集聚区."""
    told = [key.text for key in keys]
    if not told:
        return same("")
    nouns = (text[1:] if _measured(text) else text for text in told)
    return Words("、".join(_each(text) for text in told), f"{english} “" + "” and “".join(nouns) + "”")


def _each(text: str) -> str:
    """Return 每户企业 as it stands, and 每个主体 for a noun without a measure word."""
    return f"每{text}" if _measured(text) or text.isascii() else f"每个{text}"


def _measured(text: str) -> bool:
    return text[0] in MEASURES and len(text) > 2  # noqa: PLR2004 - 项目 and 场景 are nouns, 户企业 is not


FREQUENCIES = {
    "once": Words("只能享受一次", "once only"),
    "yearly": Words("每年可以享受一次", "once a year"),
    "each_time": Words("每次都可以享受", "each time"),
    "": Words("多久一次没有写", "how often is not said"),
}
PERIODS = {
    "yearly": Words("每年", "a year"),
    "to_date": Words("累计", "in all"),
    "each_time": Words("每次", "each time"),
    "": Words("", ""),
}


def joined(*parts: Words, zh: str = "，", en: str = ", ") -> Words:
    """Return the parts that are not empty, joined."""
    return listed((part for part in parts if part.zh), zh, en)

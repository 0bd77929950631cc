"""A document as blocks, one after the other, that every format writes down alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from polc.diagnostics.words import Language
from polc.site.pictures.picture import Drawing

Tone: TypeAlias = Literal["plain", "quote", "words", "hint", "draft", "error", "warning"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: of a clause (1), of a part (2), of what is said of it (3)."""

    level: Literal[1, 2, 3]
    text: str
    anchor: str = ""
    """What leads here is called; our own letters and digits."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; ``lead`` stands before it in bold."""

    text: str
    tone: Tone = "plain"
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """What is said, each under what it is about; ``silent``: only presumed. ``head`` stands over all of it."""

    rows: tuple[tuple[str, str, bool], ...]
    head: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A line that leads to a heading of the same document; ``lead`` stands before it."""

    text: str
    to: str
    tone: Tone = "plain"
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; without a head where ``head`` is empty. A cell may have several lines."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, or its figures where a format cannot draw."""

    drawing: Drawing
    title: str
    instead: str
    """What stands above the figures where there is no picture."""


Block: TypeAlias = Heading | Line | Way | Pairs | Grid | Figure


@dataclass(frozen=True, slots=True)
class Document:
    """One policy: its title, what every page says of it, and what there is to read.

    ``mark`` stands at the head of every page and ``foot`` at its end; ``day`` is the day it is told for, as an ordinal.
    """

    title: str
    mark: str
    foot: str
    day: int
    language: Language
    blocks: tuple[Block, ...]

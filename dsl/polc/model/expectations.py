"""The cells of example and scenario tables: what goes in, and what is expected to come out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from polc.model.expressions import Bound, Date, Name, Quantity, Truth
from polc.text import Span


@dataclass(frozen=True, slots=True)
class ExpectedAmount:
    """``9万元`` (low = high), ``最高 9万元`` (low 0), ``5万元至10万元``; in 元. ``open``: ``最高100万元，另有待定``."""

    low: Quantity
    high: Quantity
    open: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ExpectedOpen:
    """``待定``."""

    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ExpectedUndecided:
    """``不能判定``."""

    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ExpectedComparison:
    """``不超过 50万元``: for every value of the award."""

    bound: Bound
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ExpectedStep:
    """``触及 上限``: the step that decides. ``stage`` is the Chinese word of ``core.program.Stage``."""

    stage: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ExpectedVerdict:
    """``符合`` / ``不符合`` / ``不能判定`` for a 要求: meets | fails | undecided."""

    verdict: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """``待核 50万元``: offered, no assertion until a person confirms it; ``offered`` is 50万元 as written."""

    offered: str = field(default="", compare=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class YearCell:
    """A year or a range of years in a 年度 column: ``2025``, ``2023至2025``; or 累计 (both None)."""

    first: int | None
    last: int | None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty cell: not asserted (output), not told (input)."""

    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class NoteText:
    """A 说明 cell, or a label such as a 案例 number."""

    text: str
    span: Span | None = field(default=None, compare=False, repr=False)


Cell: TypeAlias = (
    Blank
    | NoteText
    | Quantity
    | Name
    | Truth
    | Date
    | YearCell
    | ExpectedAmount
    | ExpectedOpen
    | ExpectedUndecided
    | ExpectedComparison
    | ExpectedStep
    | ExpectedVerdict
    | ToConfirm
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``年度营业收入（万元）`` → name 年度营业收入, unit 万元; ``应得（逐档）`` → role award, reading 逐档.

    ``role`` is input, or an output: item (单项) award (应得) total (合计) granted (核定) verdict (结论) paid (兑付),
    limit (限额 of the fact ``name``; amount_limit 额度, term_limit 期限, times_limit 次数 until it is known which), or
    case (案例) applicant (申请人) year (年度) note (说明) received (已领) step (触及 as its own column).
    ``readings`` are names of 读法 (``应得（疑义=读法）`` keeps both parts as written).
    """

    role: str
    name: str
    unit: str = ""
    readings: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Row:
    """One row; as many cells as columns."""

    cells: tuple[Cell, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A 示例 or 情景: its title, assumptions, columns and rows."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    givens: tuple[object, ...] = ()  # values.Given
    scenario: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)

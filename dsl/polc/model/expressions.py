"""What a drafter writes to the right of a colon, as trees. Spans stand outside equality.

Quantities are exact and carry their kind; names are not yet looked up (``passes.resolve`` does that).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from polc.text import Span


class Kind(Enum):
    """What a quantity measures; the value is (Chinese, English)."""

    MONEY = ("金额", "money")  # value in 元
    RATE = ("比例", "rate")  # value as a fraction: 30% is 3/10
    COUNT = ("个数", "count")
    NUMBER = ("数值", "number")  # no unit: 1.3
    DURATION = ("时长", "duration")  # value in months
    DAYS = ("天数", "days")  # value in days; ``working`` days by unit 个工作日
    DATE = ("日期", "date")  # value: proleptic ordinal day
    YEAR = ("年度", "year")


class Relation(Enum):
    """How a value stands to a bound. ABOVE and BELOW (以上, 以下) include the bound only if the 约定 says so."""

    GE = "≥"
    GT = ">"
    LE = "≤"
    LT = "<"
    EQ = "="
    NE = "≠"
    ABOVE = "以上"
    BELOW = "以下"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, exactly as large as written: ``50万元`` is 500000 of MONEY."""

    value: Fraction
    kind: Kind
    unit: str = ""  # the unit as written: 万元, 家, 个工作日, P
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A name: a fact, a level, a definition, or a built-in such as 应得."""

    text: str  # NFC
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Truth:
    """是 or 否."""

    value: bool
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar day as written; ``ordinal`` is its proleptic day number."""

    ordinal: int
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class UpTo:
    """``最高 X``: the authority sets a value between 0 and X."""

    operand: Expression
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Open:
    """``待定 [资金|项目|服务]``: the text leaves it to a later act."""

    what: str = "资金"
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Nothing:
    """``不奖`` in a tier row."""

    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """``left op right`` with op one of + - × ÷."""

    operator: str
    left: Expression
    right: Expression
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Call:
    """``总和 X``, ``个数 X``, ``较小(…)``, ``较大(…)``, ``已领``, ``此前最高 X``: a built-in on its operands.

    ``function`` is the id of the word: sum, count, lesser, greater, received, earlier_max, first_time.
    """

    function: str
    operands: tuple[Expression, ...] = ()
    by: str = ""  # 首次 E，按 K
    span: Span | None = field(default=None, compare=False, repr=False)
    since: int = 0  # 首次 E，自 2025年 起: years before this one do not count


@dataclass(frozen=True, slots=True)
class Bound:
    """``达到 30万元（含）以上``: a relation and its limit, to be held against a subject.

    ``marked`` is the （含）/（不含） as written: True, False, or None where there is none.
    ``word`` is the comparison word, in Chinese whatever the file is written in; the 约定 may speak of it.
    """

    relation: Relation
    limit: Expression  # Quantity, or a Name (a level, another fact)
    marked: bool | None = None
    word: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Interval:
    """Two bounds at once: ``500万元以上不满1000万元``, ``[500万元, 1000万元)``, ``10万元（含）至30万元（不含）``."""

    low: Bound
    high: Bound
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class OneOf:
    """``在 甲、乙、等``: one of the listed names; ``open`` where the list ends in 等."""

    names: tuple[Name, ...]
    open: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Deadline:
    """``受理日期 起 15个工作日``: the last day of a period that runs from a day, which is not counted itself."""

    start: Name | Date
    length: Quantity  # of DAYS (working days by their unit) or DURATION
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Within:
    """``在 受理日期 起 15个工作日内``: from the first day of a period to its last."""

    period: Deadline
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Compare:
    """``subject bound``: 年度收入 达到 500万元, 级别 = 省级, 收入 在 [a, b), 行业 在 甲、乙."""

    subject: Expression
    test: Bound | Interval | OneOf | Within
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class And:
    """``甲 且 乙``."""

    operands: tuple[Expression, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Or:
    """``甲 或 乙``."""

    operands: tuple[Expression, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Not:
    """``非 甲``."""

    operand: Expression
    span: Span | None = field(default=None, compare=False, repr=False)


Expression: TypeAlias = (
    Quantity | Name | Truth | Date | Deadline | UpTo | Open | Nothing | Arithmetic | Call | Compare | And | Or | Not
)

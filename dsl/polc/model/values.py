"""The values of lines other than expressions: one small class for each shape of the keyword table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from polc.model.expressions import Bound, Date, Expression, Interval, Name, Quantity
from polc.text import Span


@dataclass(frozen=True, slots=True)
class FreeText:
    """Words that mean nothing to the machine: a title, a department, a path."""

    text: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """``“…”``: words of the official text, without the outer quotation marks."""

    text: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a slot's words, by id (``issued``, ``step_up``, ``highest`` …)."""

    id: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Unknown:
    """``未知``: we were not told."""

    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class NoneStated:
    """``无``: the text says there is none."""

    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Names:
    """``甲、乙、丙``."""

    names: tuple[Name, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class InForce:
    """``施行：自印发之日`` (date None) or ``施行：自 2023年1月1日``; ``trial`` for 试行."""

    date: Date | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Validity:
    """``有效期：至 2028年12月31日``, ``有效期：自 2026年1月1日 至 2028年12月31日`` or ``有效期：3年``."""

    until: Date | None = None
    lasts: Quantity | None = None
    since: Date | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class TestedOn:
    """``适用时点：事件，按 认定日期``: the day that must lie in force; ``when`` is event | filing | payment.

    ``by`` is the fact (a day, or a year dated 31 December) that tells it; without it, the day the case is asked about.
    """

    when: str
    by: Name | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Convention:
    """``约定：以上、以下含本数``, ``约定：突破 即 超过``, ``约定：期满 前一日``.

    ``rule`` is inclusive | exclusive (of ``words``), means (``words[0]`` means ``meaning``), ends (``meaning`` is
    day_before | same_day).
    """

    rule: str
    words: tuple[str, ...]
    meaning: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class FactType:
    """``金额，每年`` / ``是否`` / ``无、市级、省级、国家级`` (ascending levels: kind ``level``).

    ``kind`` is money | rate | count | number | truth | date | year | duration | level.
    """

    kind: str
    levels: tuple[Name, ...] = ()
    period: str = ""  # "" | yearly
    unit: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Owner:
    """``归属 主体（运营主体）``: the owning 对象 and the role it plays (empty: the 对象's own name)."""

    subject: Name
    role: Name | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class KeyPart:
    """What stands behind 每 or 单个, as written (``户企业``, ``集聚区``); resolved against 对象 and roles."""

    text: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Per:
    """``享受：每户企业 每年``: the key, whether 每档, and how often.

    ``frequency`` is once (一次) | yearly (每年) | each_time (每次) | "" (unsaid).
    """

    keys: tuple[KeyPart, ...]
    per_tier: bool = False
    frequency: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Cap:
    """``上限：每户企业 每年 50万元，超出部分 不结转``.

    ``period`` is yearly | to_date | each_time | "" (unsaid). ``excess`` is carry | lost | "".
    """

    keys: tuple[KeyPart, ...]
    period: str
    amount: Expression
    excess: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class YearRange:
    """``第1年至第3年`` in a 年序 column; ``last`` equals ``first`` for a single year."""

    first: int
    last: int
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Otherwise:
    """``其他`` in a tier row."""

    span: Span | None = field(default=None, compare=False, repr=False)


TierTest: TypeAlias = "Bound | Interval | Name | YearRange | Otherwise"


@dataclass(frozen=True, slots=True)
class TierRow:
    """One row of a 分档 table: a test for each column, and what it pays."""

    tests: tuple[TierTest | None, ...]
    award: Expression
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Tiers:
    """``分档：年度营业收入，晋级补差，首次`` and its rows.

    ``mode`` is highest | marginal | each | step_up | lookup. A column whose name is 年序 reads the year index.
    ``less`` is what 晋级补差 subtracts: received (已领) | previous_tier (前档额).
    """

    by: tuple[Name, ...]
    mode: str
    first_time: bool = False
    less: str = "received"
    rows: tuple[TierRow, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Rounding:
    """``取整：去尾 到 元``: mode down | up | half_up, and the unit's size in 分."""

    mode: str
    unit: int
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Counted:
    """``次数：每企业 每年 2次，就高``, ``年限：每社区 3年``, ``名额：每年 2个，按 年度营业收入``.

    ``by`` is what decides who gets a place (名额: a fact, 应得, or 申请先后) or which awards count (次数: a fact, the
    least first). ``order`` says of 次数 which count first where there are more than the limit: highest | by | "".
    """

    keys: tuple[KeyPart, ...]
    period: str
    limit: Quantity
    span: Span | None = field(default=None, compare=False, repr=False)
    by: Name | None = None
    order: str = ""


@dataclass(frozen=True, slots=True)
class YearIndex:
    """``年序：自 引进年度 起``, ``年序：自 2024年 起``."""

    start: Name | Quantity
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RunOff:
    """``存续兑付：否`` / ``是`` / ``第1年在有效期内的，至第10年`` (then ``until`` is 10)."""

    continues: bool
    until: int | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Payout:
    """``兑付：分 2年，每年 50%`` or ``兑付：50%、30%、20%``; ``shares`` are fractions of the award by year."""

    shares: tuple[Quantity, ...]
    manner: str = ""  # as written: 先用后补、年度清算 …
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ClawBack:
    """``追回：迁出，5年以内，已付的 50%``: when, within how many years of the award, and how much of what was paid.

    Without ``within`` it holds for ever, without ``share`` all of it is taken back.
    """

    condition: Expression
    within: Quantity | None = None  # a duration of whole years; the year of the award is the first
    share: Quantity | None = None  # a rate of at most 100 %
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def years(self) -> int | None:
        """Within how many years, or None where it holds for ever."""
        return None if self.within is None else int(self.within.value / 12)


@dataclass(frozen=True, slots=True)
class PoolSize:
    """``资金池 甲：每年 500万元``."""

    period: str
    amount: Quantity | None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class How:
    """``方式：就高，按 集聚区，期间 终身，先领低额时 补差``.

    ``mode`` is add | highest | choose | replace. ``span_of`` is this_year | in_force | ever | "".
    ``lower_first`` is difference | nothing | give_back | "". ``each_award`` for 逐笔.
    """

    mode: str
    by: tuple[KeyPart, ...] = ()
    span_of: str = ""
    lower_first: str = ""
    each_award: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a 组: names of benefits, groups and 外部; ``everything`` for 全部奖补."""

    names: tuple[Name, ...]
    everything: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ensure:
    """``应成立：应得 不超过 年度实际支出算力费用``: a condition in which 应得, 合计, 累计 stand for awards.

    ``each`` is the 对象 behind 每 (``应成立：每个项目 累计 不超过 50万元``), which the condition is then about.
    """

    condition: Expression
    each: KeyPart | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Given:
    """One assumption of ``假定：行业领军企业 = 是，第一年从何时算 = 引进年``."""

    name: Name
    value: Expression
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Givens:
    """All assumptions of one 假定 line."""

    items: tuple[Given, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class OnTopOf:
    """``叠加于：自主研发补助（15%），须符合``: another benefit, its figure, and whether it must hold."""

    benefit: Name
    figure: Quantity | None = None
    must_qualify: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Known:
    """``已知问题 RULE：理由``."""

    rule: str
    reason: str
    span: Span | None = field(default=None, compare=False, repr=False)


Value: TypeAlias = (
    FreeText
    | Quote
    | Choice
    | Unknown
    | NoneStated
    | Names
    | InForce
    | Validity
    | TestedOn
    | Convention
    | FactType
    | Owner
    | Per
    | Cap
    | Tiers
    | Rounding
    | Counted
    | YearIndex
    | RunOff
    | Payout
    | ClawBack
    | PoolSize
    | How
    | Members
    | Ensure
    | Givens
    | Known
    | OnTopOf
    | Date
    | Expression
)

"""The changes that no row of a measure can notice, each with the reason: they change no award.

A change is listed by document, part, what became what and words that its line holds. Everything else that goes
unnoticed is missed, and wants a row.
"""

from __future__ import annotations

from dataclasses import dataclass

from mutants import Mutant


@dataclass(frozen=True, slots=True)
class Equal:
    """Changes that change no award: in which part, what became what, on a line holding what; and why."""

    document: str
    part: str
    changes: set[tuple[str, str]]
    holds: str
    why: str

    def covers(self, mutant: Mutant) -> bool:
        """Whether a change is one of these."""
        return (
            (self.document, self.part) == (mutant.document, mutant.part)
            and (mutant.old.strip(), mutant.new) in self.changes
            and self.holds in (mutant.text or mutant.old)
        )


CONTINUOUS = "the two sides of the bound pay the same there, and between two 分 there is nothing"
POOL = "a pool acts over all applicants of a year; a table has one applicant"
FROM_ZERO = "分段 counts from the bound: nothing lies on it"
THIRD = "the table of that reading ends with the third year"
HIGHER = "from 500万元 on the next tier is higher and is the one taken"

EQUAL: tuple[Equal, ...] = (
    Equal(
        "yuxi", "资金池 算力补贴资金",
        {("500万元", "4999999.99元"), ("500万元", "5000000.01元"), ("每年", "累计")}, "", POOL,
    ),
    Equal("yuxi", "数据挂牌交易奖", {("达到", "超过")}, "| 0.5%", FROM_ZERO),
    Equal("yuxi", "数据挂牌交易奖", {("达到", "超过")}, "| 1%", FROM_ZERO),
    Equal("yuxi", "数据挂牌交易奖", {("1000万元", "9999999.99元"), ("超过", "达到")}, "1000万元 × 0.5% +", CONTINUOUS),
    Equal("yuxi", "新增规上软件企业奖", {("500万元", "5000000.01元"), ("不满", "不超过")}, "待定", HIGHER),
    Equal("yuxi", "营收突破奖", {("一次", "每次")}, "每档", "首次 lets a firm pass each tier once as it is"),
    Equal("yuxi", "创业社区运营补助", {("第3年", "第4年")}, "存续兑付", THIRD),
)  # fmt: skip


def why_equal(mutant: Mutant) -> str:
    """Return why the change changes no award, or an empty string."""
    return next((each.why for each in EQUAL if each.covers(mutant)), "")

"""How a policy stands on a day: a draft, not yet begun, ended, begun before it was issued; and when it ends.

These are facts about the whole policy that an answer is read by; what they do to an award is a step of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from polc.diagnostics import Words
from polc.model.policy import Policy, Stated, Terms
from polc.model.values import Convention
from polc.passes.elaborate import ISSUED_INPUT
from polc.passes.lower.force import Lasting, end_day, lasting, of_part, says_expiry, start_day
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.lower.policy import lower_policy
from polc.readers.prose import figures
from polc.text import Span


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing about the policy on the day; ``kind`` is draft | repealed | before | ended | retroactive | expiry."""

    kind: str
    words: Words


_DRAFT = Standing(
    "draft", Words("征求意见稿，还不是生效的文件：下面照稿子计算", "a draft, not in effect: computed as it stands")
)
_REPEALED = Standing(
    "repealed", Words("已废止：下面照废止以前的规定计算", "repealed: computed by what was in force before")
)


def standing(lowered: Lowered, facts: Mapping[str, object], day: int) -> list[Standing]:
    """Return how the policy stands on ``day`` (a proleptic ordinal), under the readings chosen."""
    terms = lowered.whole
    found: list[Standing] = []
    status = terms.status.value.id if terms.status and terms.status.value else ""
    if status in ("draft", "repealed"):
        found.append(_DRAFT if status == "draft" else _REPEALED)
    issued = _issued(terms, facts)
    start = start_day(terms)
    begins = issued if start is None else start
    period = lasting(terms)
    end = end_day(terms)
    if end is None and begins is not None and period is not None:
        end = period.last_day(begins)
    if begins is not None and issued is not None and begins < issued:
        said = Words(
            "{start} 施行，{issued} 才印发：印发以前的事也算",
            "in force from {start}, issued only on {issued}: what came before it counts",
        )
        found.append(Standing("retroactive", said.fill(start=figures.day(begins), issued=figures.day(issued))))
    if begins is not None and day < begins:
        said = Words("还没有施行：从 {start} 起", "not yet in force: it begins on {start}")
        found.append(Standing("before", said.fill(start=figures.day(begins))))
    if end is not None and day > end:
        said = Words("已经期满：最后一天是 {end}", "no longer in force: its last day was {end}")
        found.append(Standing("ended", said.fill(end=figures.day(end))))
    if period is not None and begins is not None and not says_expiry(terms):
        found.append(Standing("expiry", _both(period, begins)))
    return found


def _issued(terms: Terms, facts: Mapping[str, object]) -> int | None:
    told = facts.get(ISSUED_INPUT.name)
    if isinstance(told, int):
        return told
    ordinal = getattr(terms.issued.value, "ordinal", None) if terms.issued else None
    return ordinal if isinstance(ordinal, int) else None


def _both(period: Lasting, start: int) -> Words:
    """Return on which day a period ends by either reckoning."""
    one, other = (replace(period, same_day=same).last_day(start) for same in (False, True))
    said = Words(
        "没有约定期满在哪一天：按前一日，最后一天是 {one}；按对应日，是 {other}。暂按前一日",
        "the file does not say on which day it expires: {one} is the last day by the day before, {other} by the"
        " corresponding day; taken as the day before",
    )
    return said.fill(one=figures.day(one), other=figures.day(other))


def otherwise(lowered: Lowered, plan: Plan) -> Lowered | None:
    """Return the policy with its periods ending on the corresponding day, where a part has one and nothing is said.

    None where that cannot change anything.
    """
    terms = of_part(lowered.whole, lowered.terms(plan))
    if lasting(terms) is None or says_expiry(lowered.whole):
        return None
    if "otherwise" not in lowered.memo:
        lowered.memo["otherwise"] = lower_policy(_ending_otherwise(lowered), lowered.names, lowered.selection, [])
    found = lowered.memo["otherwise"]
    return found if isinstance(found, Lowered) else None


def _ending_otherwise(lowered: Lowered) -> Policy:
    """Return the policy with 约定：期满 对应日, under the readings chosen."""
    policy = lowered.policy
    said: Stated[Convention] = Stated(Convention("ends", (), "same_day"), Span(policy.span.source, 0, 0))
    doubts = tuple(
        replace(doubt, readings=tuple(replace(r, terms=replace(r.terms, conventions=())) for r in doubt.readings))
        for doubt in policy.doubts
    )
    base = replace(policy.base, conventions=(*lowered.whole.conventions, said))
    return replace(policy, base=base, doubts=doubts)

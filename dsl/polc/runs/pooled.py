"""What a pool did to one applicant's cash, in words: what it held, what all claimed, by which rule it was shared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

from polc.diagnostics import Words
from polc.passes.lower.force import end_day
from polc.passes.lower.plan import Lowered
from polc.readers.prose import figures
from polc.runs.allotment import Line, Sharing
from polc.runs.assumed import Presumption

STRADDLES = Presumption(
    "pool",
    Words(
        "先到先得，轮到时不够的给余下的", "first come, first served: who comes when too little is left gets the rest"
    ),
)
DEFERS = Presumption(
    "pool",
    Words(
        "递延按申请先后，上一年转来的先付", "what is deferred is paid by the order of application, earlier years first"
    ),
)


PAST = Presumption(
    "pool",
    Words("有效期过后，每年的资金池照旧", "behind the policy's end, a pool of each year goes on as before"),
)


def percent(part: Fraction) -> str:
    """Return a ratio as a percentage, cut to six decimals where it does not end."""
    text, exact = figures.decimal(part * 100)
    return f"{text}%" if exact else f"约{text}%"


def told_to(sharing: Sharing, who: str) -> Words | None:
    """Return what became of one applicant's claim; None where he claimed nothing or was paid in full."""
    mine = sharing.of(who)
    if not mine or (all(line.paid == line.claimed for line in mine if line.claimed is not None) and _known(mine)):
        return None
    head = held(sharing)
    if sharing.left is None:
        return head
    rule = sharing.fund.rule
    if not rule and sharing.short:
        over = figures.amount(sharing.total - sharing.left)
        return _then(
            head, Words("超出 {over}，原文没有写怎么分", "{over} too much, and the text gives no rule"), over=over
        )
    if not _known(mine):
        return _then(head, Words("有的要多少还不知道", "what some of them claim is not known"))
    claimed, paid = _sums(mine)
    into = Words("{claimed} → {paid}", "{claimed} → {paid}").fill(claimed=claimed, paid=paid)
    if rule == "pro_rata":
        ratio = percent(Fraction(sharing.left) / sharing.total)
        return _then(
            head, Words(f"按比例折算 {ratio}：{into.zh}", f"pro rata {ratio.replace('约', 'about ')}: {into.en}")
        )
    before = sharing.before(who)
    queue = Words("先申请的付去 {before}：", "{before} went to those before: ").fill(before=figures.amount(before))
    deferred = sum((line.deferred for line in mine), start=0)
    if rule == "defer":
        later = Words("，{rest} 转到 {next}年", ", and {rest} is put off to {next}").fill(
            rest=figures.amount(deferred), next=str(sharing.year + 1)
        )
        return _then(head, Words(f"递延，{queue.zh}{into.zh}{later.zh}", f"deferred, {queue.en}{into.en}{later.en}"))
    return _then(head, Words(f"先到先得，{queue.zh}{into.zh}", f"first come, {queue.en}{into.en}"))


def held(sharing: Sharing) -> Words:
    """Return what the pool held and what was claimed of it in all."""
    total = figures.amount(sharing.total)
    if sharing.left is None:
        return Words(
            f"资金池 {sharing.fund.name}：数额没有写，各家共 {total.zh}",
            f"pool {sharing.fund.name}: its size is not stated; {total.en} is claimed in all",
        )
    left = figures.amount(sharing.left)
    if sharing.unknown:
        return Words(f"资金池 {sharing.fund.name} {left.zh}", f"pool {sharing.fund.name}: {left.en}")
    return Words(
        f"资金池 {sharing.fund.name} {left.zh}，各家共 {total.zh}",
        f"pool {sharing.fund.name}: {left.en} for {total.en} in all",
    )


def presumed(shared: Iterable[Sharing], lowered: Lowered) -> list[Presumption]:
    """Return what had to be presumed of how pools were shared in a year."""
    found: dict[Presumption, None] = {}
    end = end_day(lowered.whole)
    for sharing in shared:
        if sharing.fund.yearly and end is not None and sharing.year > dt.date.fromordinal(end).year:
            found[PAST] = None
        if sharing.fund.rule == "first_come" and any(
            0 < (line.paid or 0) < (line.claimed or 0) for line in sharing.lines
        ):
            found[STRADDLES] = None
        if any(line.deferred for line in sharing.lines):
            found[DEFERS] = None
    return list(found)


def _then(head: Words, tail: Words, **values: Words) -> Words:
    told = tail.fill(**values) if values else tail
    return Words(f"{head.zh}，{told.zh}", f"{head.en}; {told.en}")


def _known(lines: Iterable[Line]) -> bool:
    return all(line.claimed is not None and line.paid is not None for line in lines)


def _sums(lines: Iterable[Line]) -> tuple[Words, Words]:
    every = list(lines)
    claimed = sum((line.claimed or 0 for line in every), start=0)
    return figures.amount(claimed), figures.amount(sum((line.paid or 0 for line in every), start=0))

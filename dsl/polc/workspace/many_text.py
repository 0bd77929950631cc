"""Many applicants for a person: what each is due and is paid, then how every pool was shared, as an official tells."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from polc.diagnostics.paint import Ink, Paint
from polc.diagnostics.words import Language
from polc.readers.evaluate import Interval, Result
from polc.readers.prose import figures
from polc.readers.prose.wrapping import cells, wrap
from polc.runs.allotment import Sharing
from polc.runs.batch import Batch, Settled
from polc.runs.computation import own_words, result_words
from polc.runs.expected import shorts
from polc.runs.pooled import percent
from polc.runs.pools import Claim, share
from polc.workspace.columns import Cell, draw, plain

_ROOM = 12


def as_text(batch: Batch, language: Language, *, colour: bool, width: int = 96) -> str:
    """Return the whole answer, ``width`` cells wide."""
    return "\n".join(_Writer(batch, language, Paint(colour), width).whole()).rstrip("\n") + "\n"


class _Writer:
    """One batch being written in one language."""

    def __init__(self, batch: Batch, language: Language, paint: Paint, width: int) -> None:
        self.batch = batch
        self.language = language
        self.paint = paint
        self.width = width

    def say(self, zh: str, en: str) -> str:
        """Return the words in the writer's language."""
        return zh if self.language == "zh" else en

    def money(self, fen: int | Fraction) -> str:
        """Return an amount."""
        return figures.amount(fen).in_(self.language)

    def whole(self) -> Iterator[str]:
        """Yield every line."""
        batch = self.batch
        count = len(batch.applicants)
        day = figures.day(batch.day).in_(self.language)
        yield self.paint(Ink.STRONG, batch.lowered.policy.name)
        yield self.say(
            f"按 {day} 计算；{count} 家申请人，先后照所给的次序",
            f"as of {day}; applicants: {count}, in the order given",
        )
        for name, group in groupby(batch.settled, key=lambda one: one.plan.part.name):
            settled = list(group)
            if any(_counts(one.due) for one in settled):
                yield ""
                yield from self.part(name, settled)
        heard = {one.who for one in batch.settled}
        silent = [name for name in batch.applicants if name not in heard]
        if silent:
            yield ""
            head = self.say("没有告诉用得上的事实：", "nothing that is needed was told of: ")
            yield from wrap(head + self.say("、", ", ").join(silent), self.width)
        for sharing in batch.shared:
            yield ""
            yield from self.pool(sharing)
        if batch.presumed:
            yield ""
            told = dict.fromkeys(each.words.in_(self.language) for each in batch.presumed if each.kind != "items")
            yield from self.field(self.say("推定", "presumed"), self.say("；", "; ").join(told), indent=0)

    def part(self, name: str, settled: list[Settled]) -> Iterator[str]:
        """Yield what everybody is due and is paid under one part."""
        part = settled[0].plan.part
        clause = self.batch.lowered.policy.clause(part.clause)
        title = f"{part.clause} {clause.title} · {name}" if clause else name
        yield self.paint(Ink.STRONG, title)
        head = (
            self.say("申请人", "applicant"),
            self.say("合计", "total") if settled[0].plan.kind == "group" else self.say("应得", "award"),
            self.say(f"{self.batch.year}年兑付", f"paid in {self.batch.year}"),
            "",
        )
        rows: list[list[Cell]] = [[(text, Ink.STRONG) for text in head]]
        quiet = 0
        for one in settled:
            if not _counts(one.due):
                quiet += 1
                continue
            rows.append([plain(one.who), self.cell(one.due), self.cell(one.paid), plain(self.reasons(one))])
        if len(rows) > 2:  # noqa: PLR2004 - a sum of one is no sum
            rows.append([(self.say("共计", "together"), Ink.STRONG), *self.sums(settled), plain("")])
        yield from draw(rows, self.width, self.paint, most=(20, 24, 24, 60))
        if quiet:
            yield "  " + self.say(f"另有 {quiet} 家没有应得", f"{quiet} more are due nothing")

    def cell(self, result: Result) -> Cell:
        """Return a result; what it is missing stands behind it, or with the pool."""
        if result.missing:
            return self.say("不能判定", "undecided"), Ink.OUT
        return plain(result_words(result).in_(self.language))

    def reasons(self, one: Settled) -> str:
        """Return why somebody is not paid what he is due, but for what is said of the pool as a whole."""
        told = [words.in_(self.language) for words in one.placed]
        of_pools = frozenset(name for sharing in self.batch.shared for name in sharing.missing)
        missing = one.due.missing or (one.paid.missing - of_pools)
        if missing:
            told.append(self.say("缺 ", "missing ") + self.say("、", ", ").join(shorts(missing)))
        return self.say("；", "; ").join(told)

    def sums(self, settled: list[Settled]) -> list[Cell]:
        """Return what all are due and are paid, as far as it is known."""
        cells_: list[Cell] = []
        for results in ([one.due for one in settled], [one.paid for one in settled]):
            known = [each.value for each in results if isinstance(each.value, Interval)]
            low, high = sum((each.low for each in known), start=0), sum((each.high for each in known), start=0)
            if len(known) < len(results):
                cells_.append((self.say("不能判定", "undecided"), Ink.OUT))
            else:
                opened = any(each.open for each in known)
                cells_.append((figures.award(low, high, opened=opened).in_(self.language), Ink.STRONG))
        return cells_

    # ── a pool ──

    def pool(self, sharing: Sharing) -> Iterator[str]:
        """Yield how one pool was shared: what it says, what it holds, what is claimed, by which rule, what is left."""
        fund = sharing.fund
        clause = f"{fund.part.clause} " if fund.part.clause else ""
        yield self.paint(Ink.STRONG, self.say(f"{clause}资金池 {fund.name}", f"{clause}pool {fund.name}"))
        for number, quote in enumerate(q.value.text for q in fund.part.quotes if q.value):
            yield from self.field(self.say("原文", "text") if number == 0 else "", f"“{quote}”")
        yield from self.field(self.say("有", "holds"), self.holds(sharing))
        yield from self.field(self.say("应付", "claimed"), self.claimed(sharing))
        yield from self.field(self.say("怎么分", "shared"), self.how(sharing))
        if sharing.short and fund.rule and not sharing.missing:
            yield from self.lines(sharing)
        elif sharing.short and not fund.rule:
            for number, way in enumerate(self.ways(sharing)):
                yield from self.field(self.say("供参考", "if") if number == 0 else "", way)
        rest = self.rest(sharing)
        if rest:
            yield from self.field(self.say("余下", "left"), rest)

    def holds(self, sharing: Sharing) -> str:
        """Return what the pool holds this year."""
        if sharing.left is None:
            return self.say("数额没有写", "its size is not stated")
        money = self.money(sharing.left)
        if sharing.fund.yearly:
            return self.say(f"{sharing.year}年 {money}", f"{money} in {sharing.year}")
        return self.say(f"总额还余 {money}", f"{money} of its total is left")

    def claimed(self, sharing: Sharing) -> str:
        """Return what is claimed in all, and whether it fits."""
        who = len({line.who for line in sharing.lines})
        total = self.money(sharing.total)
        unknown = sharing.unknown
        if unknown:
            return self.say(
                f"{who} 家，已知的共 {total}，有 {unknown} 笔还不知道",
                f"{total} by {who}, as far as known; {unknown} not known",
            )
        text = self.say(f"{who} 家共 {total}", f"{total} by {who}")
        if sharing.left is None:
            return text
        if sharing.short:
            over = self.money(sharing.total - sharing.left)
            return text + self.say(f"，超出 {over}", f", {over} too much")
        return text + self.say("，够", ", which it can pay")

    def how(self, sharing: Sharing) -> str:
        """Return by which rule it was shared."""
        fund = sharing.fund
        line = own_words((fund.terms.excess.span,)) if fund.terms.excess else ""
        if sharing.missing:
            if sharing.short and not fund.rule:
                return self.say(
                    "不能判定：超出时怎么分，原文没有写；谁得多少，要由主管部门定",
                    "undecided: the text does not say how; it is for the authority to settle who gets what",
                )
            names = self.say("、", ", ").join(shorts(sharing.missing))
            return self.say(f"不能判定，缺 {names}", f"undecided, missing {names}")
        if not sharing.short:
            return self.say("不超出，各家照付", "everything is paid")
        match fund.rule:
            case "pro_rata":
                ratio = percent(Fraction(sharing.left or 0) / sharing.total)
                left, total = self.money(sharing.left or 0), self.money(sharing.total)
                return self.say(
                    f"{line}：每家乘 {left} ÷ {total} = {ratio}，去尾到分",
                    f"{line}: everyone gets {left} ÷ {total} = {ratio.replace('约', 'about ')}, cut to 0.01 yuan",
                )
            case "first_come":
                return self.say(f"{line}：先申请的先付，轮到时不够的给余下的", f"{line}: in the order of application")
            case _:
                later = sharing.year + 1
                return self.say(
                    f"{line}：先申请的先付，不够的转到 {later}年，先于那一年新申请的",
                    f"{line}: in the order of application; what is not paid is due in {later}, before new claims",
                )

    def lines(self, sharing: Sharing) -> Iterator[str]:
        """Yield what became of the claims that were not paid in full, where it hangs on who came first."""
        short = [line for line in sharing.lines if line.paid != line.claimed]
        if sharing.fund.rule == "pro_rata":
            return
        full = len(sharing.lines) - len(short)
        if full:
            yield " " * _ROOM + self.say(f"{full} 笔全付，其余：", f"{full} are paid in full, the others:")
        rows: list[list[Cell]] = []
        for line in short:
            later = self.say(f"转到 {sharing.year + 1}年 ", f"due in {sharing.year + 1}: ") + self.money(line.deferred)
            rows.append(
                [
                    plain(line.who),
                    plain(self.money(line.claimed or 0)),
                    plain("→ " + self.money(line.paid or 0)),
                    plain(later if line.deferred else ""),
                ]
            )
        yield from draw(rows, self.width, self.paint, most=(20, 18, 20, 30), indent=_ROOM)

    def ways(self, sharing: Sharing) -> Iterator[str]:
        """Yield what each rule would come to where the text gives none."""
        left = sharing.left or 0
        ratio = percent(Fraction(left) / sharing.total)
        yield self.say(
            f"若按比例折算，每家得应付的 {ratio}",
            f"pro rata everyone would get {ratio.replace('约', 'about ')} of that",
        )
        claims = [Claim(line.claimed) for line in sharing.lines]
        got = share(left, "first_come", claims, "")
        full = next(n for n, (one, claim) in enumerate(zip(got, claims, strict=True)) if one.paid != claim.amount)
        who, rest = sharing.lines[full].who, self.money(got[full].paid or 0)
        said = self.say(f"若先到先得，前 {full} 笔全付", f"first come: the first {full} would be paid")
        if got[full].paid:
            said += self.say(f"，第 {full + 1} 笔（{who}）得余下的 {rest}", f", {who} the {rest} left")
        behind = full + 1 < len(claims) or not got[full].paid
        yield said + (self.say("，后面的没有", ", and those behind nothing") if behind else "")
        over = self.money(sharing.total - left)
        yield self.say(
            f"若递延，{over} 转到 {sharing.year + 1}年", f"deferred: {over} would be due in {sharing.year + 1}"
        )

    def rest(self, sharing: Sharing) -> str:
        """Return what stays in the pool."""
        if sharing.left is None or sharing.missing:
            return ""
        left = sharing.left - sum((line.paid or 0 for line in sharing.lines), start=0)
        if not left:
            return ""
        money = self.money(left)
        return (
            self.say(f"{money}，除不尽，留在池里", f"{money}, which does not divide, stays in it")
            if sharing.short
            else money
        )

    def field(self, label: str, text: str, indent: int = 2) -> Iterator[str]:
        """Yield a label with its text, wrapped behind it."""
        head = " " * indent + label + " " * max(1, _ROOM - indent - cells(label))
        for number, line in enumerate(wrap(text, self.width - _ROOM)):
            yield (head if number == 0 else " " * _ROOM) + line


def _counts(result: Result) -> bool:
    """Return whether there is anything to say of a result: more than nothing, or not known."""
    return not isinstance(result.value, Interval) or bool(result.value.high) or result.value.open

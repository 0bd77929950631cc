"""The paraphrase of a benefit, requirement, group, pool or general rule: its sentences in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from polc.diagnostics import Words
from polc.diagnostics.words import same
from polc.model.expressions import Expression, Name
from polc.model.policy import Group, Part, Policy, Pool, Requirement, Selection, Stated, Terms
from polc.model.values import FreeText, How, Per
from polc.readers.prose.formula import quantity
from polc.readers.prose.said.amounts import amounts, caps, counts, payments
from polc.readers.prose.said.lines import FREQUENCIES, PERIODS, PROMISE, UNSAID, Said, each_of, joined, said
from polc.readers.prose.said.values import Context, condition, listed, quoted

T = TypeVar("T")

_WHO = Words("给谁", "for whom")
_CONDITION = Words("要满足", "condition")
_WHERE = Words("什么情形", "where")
"""When a requirement is one at all: whoever is not so breaks nothing."""
MEMBERS = Words("哪几项放在一起", "which belong together")
_HOW = {
    "add": Words("可以同时享受，数额相加", "they may be had together and are added up"),
    "highest": Words("只给其中最高的一项", "only the highest is paid"),
    "choose": Words("只能选一项，由申请人选", "only one of them, chosen by the applicant"),
    "replace": Words("前面的有了，后面的就不给", "the first takes the place of the others"),
}
_SPANS = {
    "this_year": Words("在同一年里比", "compared within a year"),
    "in_force": Words("在政策有效期内比", "compared over the policy's validity"),
    "ever": Words("跟历年的一起比", "compared over all years"),
    "": same(""),
}
_LOWER_FIRST = {
    "difference": Words("先领了低的，再补差额", "who had the lower one first gets the difference"),
    "nothing": Words("先领了低的，就不再给", "who had the lower one first gets nothing more"),
    "give_back": Words("先领了低的，退回以后再领高的", "who had the lower one first gives it back and gets the higher"),
    "": same(""),
}


def paraphrase(policy: Policy, part: Part, selection: Selection) -> list[Said]:
    """Return what a part says under a choice of readings, sentence by sentence."""
    return list(_sentences(part, part.terms(selection), Context.of(policy, selection)))


def _sentences(part: Part, terms: Terms, context: Context) -> Iterator[Said]:
    yield from _who(part, terms)
    if isinstance(part, Group):
        yield from _group(part, terms)
    if isinstance(part, Pool):
        yield from _pool(part, terms)
    yield from _conditions(part, terms, context)
    if isinstance(part, Group):
        yield from caps(terms, context)
    else:
        yield from amounts(terms, context)
    yield from counts(terms)
    yield from _beside(terms)
    yield from payments(terms, context)
    for line in terms.ensures:
        if line.value is not None:
            of = each_of([line.value.each]) if line.value.each else same("")
            words = Words("{of}总是：{x}", "always{of}: {x}").fill(
                of=Words(of.zh, f" for {of.en}" if of.en else ""), x=condition(line.value.condition, context)
            )
            yield said(PROMISE, line, words)


def _who(part: Part, terms: Terms) -> Iterator[Said]:
    if terms.subject is not None and terms.subject.value is not None:
        if isinstance(part, Requirement):
            topic = Words("管的是", "applies to")
        else:  # without a payee of its own, what is supported is who gets the money
            topic = Words("支持什么", "what is supported") if terms.payee else Words("支持谁", "who is supported")
        yield said(topic, terms.subject, quoted(terms.subject.value.text))
    if terms.payee is not None:
        yield said(_WHO, terms.payee, _name(terms.payee))
    if terms.per is not None:
        yield said(
            Words("多久一次", "how often"), terms.per, UNSAID if terms.per.value is None else _per(terms.per.value)
        )


def _name(line: Stated[Name]) -> Words:
    return UNSAID if line.value is None else quoted(line.value.text)


def _per(per: Per) -> Words:
    tier = Words("每一档", "for each tier") if per.per_tier else same("")
    who = joined(each_of(per.keys, "for each"), tier, zh="的", en=", ")
    return joined(who, FREQUENCIES[per.frequency])


def _conditions(part: Part, terms: Terms, context: Context) -> Iterator[Said]:
    rows: tuple[tuple[Words, tuple[Stated[Expression], ...], Words], ...] = (
        (_WHERE if isinstance(part, Requirement) else _CONDITION, terms.when, same("{x}")),
        (Words("也包括", "also"), terms.also, Words("{x}的，也算在内", "those where {x} count too")),
        (Words("只限", "only"), terms.only, Words("只有{x}的", "only those where {x}")),
        (Words("不给的情形", "excluded"), terms.excluded, Words("{x}的，不给", "nothing where {x}")),
        (Words("必须", "duty"), terms.must, same("{x}")),
        (Words("限度", "limit"), terms.limits, same("{x}")),
        (Words("适用范围", "scope"), terms.scope, same("{x}")),
    )
    for topic, lines, words in rows:
        for line in lines:
            if line.value is not None:
                yield said(topic, line, words.fill(x=condition(line.value, context)))


def _group(part: Group, terms: Terms) -> Iterator[Said]:
    members = terms.members.value if terms.members and terms.members.value else part.members
    everything = Words("本文件的全部奖补", "every benefit of this document")
    told = everything if members.everything else listed(quoted(name.text) for name in members.names)
    yield Said(MEMBERS, told, terms.members.span if terms.members else part.span)
    if terms.how is not None:
        yield said(
            Words("怎么合并", "how they combine"),
            terms.how,
            UNSAID if terms.how.value is None else _how(terms.how.value),
        )
    if terms.carve_out is not None and terms.carve_out.value is not None:
        yield said(Words("除外", "except"), terms.carve_out, same(terms.carve_out.value.text))


def _how(how: How) -> Words:
    by = Words("按{x}分别算", "counted for {x}").fill(x=each_of(how.by)) if how.by else same("")
    each = Words("一笔一笔比", "award by award") if how.each_award else same("")
    return joined(_HOW[how.mode], by, each, _SPANS[how.span_of], _LOWER_FIRST[how.lower_first], zh="；", en="; ")


def _pool(part: Pool, terms: Terms) -> Iterator[Said]:
    topic = Words("一共多少钱", "how much in all")
    if part.size is None or part.size.amount is None:
        yield Said(topic, UNSAID, part.span)
    else:
        words = joined(PERIODS[part.size.period], quantity(part.size.amount), zh=" ", en=" ")
        yield Said(
            topic, Words(words.zh, f"{quantity(part.size.amount).en} {PERIODS[part.size.period].en}".strip()), part.span
        )
    if terms.share is not None and terms.share.value is not None:
        yield said(Words("怎么分", "how it is shared"), terms.share, same(_as_written(terms.share)))
    if terms.excess is not None:
        words = UNSAID if terms.excess.value is None else same(_as_written(terms.excess))
        yield said(Words("不够分的时候", "where it is not enough"), terms.excess, words)


def _beside(terms: Terms) -> Iterator[Said]:
    for line in terms.on_top_of:
        if line.value is not None:
            must = Words("那一项也要符合", "which must be met too") if line.value.must_qualify else same("")
            words = Words("在“{x}”之外另外给", "on top of “{x}”").fill(x=line.value.benefit.text)
            yield said(Words("叠加", "stacking"), line, joined(words, must))
    if terms.use is not None and isinstance(terms.use.value, FreeText):
        yield said(Words("用在哪里", "what it is for"), terms.use, same(terms.use.value.text))
    if terms.mood is not None and terms.mood.value is not None:
        yield said(Words("口径", "mood"), terms.mood, same(_as_written(terms.mood)))
    if terms.over is not None and terms.over.value is not None:
        yield said(Words("范围", "range"), terms.over, same(_as_written(terms.over)))


def _as_written(line: Stated[T]) -> str:
    """Return the words behind the colon, as the file has them."""
    text = line.span.text.split("\n", 1)[0]
    for colon in ("：", ":"):
        if colon in text:
            return text.partition(colon)[2].strip()
    return text.strip()

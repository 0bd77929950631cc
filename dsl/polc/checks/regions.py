"""Where something holds, in the drafter's words: ``年度营业收入 达到 800万元 不满 1000万元``, ``级别 省级``."""

from __future__ import annotations

from polc.core.boxes import Box, Range, whole
from polc.core.types import Level, Quantity, Truth
from polc.diagnostics import Words
from polc.model.policy import Fact
from polc.passes.lower.plan import Lowered
from polc.passes.sorts import core_type
from polc.readers.prose import figures

_MONEY_ROUND = 100


def facts_by_input(lowered: Lowered) -> dict[str, Fact]:
    """Return every fact by the name of the input that holds it."""
    return {f"{subject.name}.{fact.name}": fact for subject in lowered.policy.subjects for fact in subject.facts}


def region(lowered: Lowered, box: Box, *, only: frozenset[str] | None = None) -> Words:
    """Return a box in words; ``only`` limits it to some inputs. Empty where every value will do."""
    known = facts_by_input(lowered)
    found = [side(known[name], each) for name, each in box.items() if name in known and (only is None or name in only)]
    return Words("，".join(words.zh for words in found), ", ".join(words.en for words in found))


def side(fact: Fact, each: Range) -> Words:
    """Return the range of one fact in words."""
    declared = core_type(fact.type)
    match declared:
        case Truth():
            return Words(f"{fact.name} = {'是' if each.low else '否'}", f"{fact.name} = {'yes' if each.low else 'no'}")
        case Level(names=names):
            listed = "、".join(names[each.low : each.high + 1])
            return Words(f"{fact.name} {listed}", f"{fact.name} {listed}")
        case Quantity():
            return _range(fact, each, whole(declared))


def _range(fact: Fact, each: Range, every: Range) -> Words:
    def said(value: int) -> Words:
        return figures.fact(value, fact.type.kind, fact.type.unit)

    if each.low == each.high:
        return Words(f"{fact.name} 正好 {said(each.low).zh}", f"{fact.name} exactly {said(each.low).en}")
    zh, en = fact.name, fact.name
    if each.low > every.low:
        if fact.type.kind == "money" and (each.low - 1) % _MONEY_ROUND == 0:
            zh, en = f"{zh} 超过 {said(each.low - 1).zh}", f"{en} above {said(each.low - 1).en}"
        else:
            zh, en = f"{zh} 达到 {said(each.low).zh}", f"{en} from {said(each.low).en}"
    if each.high < every.high:
        if fact.type.kind == "money" and (each.high + 1) % _MONEY_ROUND == 0:
            zh, en = f"{zh} 不满 {said(each.high + 1).zh}", f"{en} below {said(each.high + 1).en}"
        else:
            zh, en = f"{zh} 不超过 {said(each.high).zh}", f"{en} up to {said(each.high).en}"
    return Words(zh, en)

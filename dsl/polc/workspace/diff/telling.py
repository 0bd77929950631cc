"""What was found, in words: verdicts, cases, and the counts at the head. The renderings share these.

A version is 原 (old) or 新 (new); money is told as the figures of the language tell it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from polc.diagnostics import Words
from polc.diagnostics.words import same
from polc.readers.evaluate import Interval
from polc.readers.prose import figures
from polc.syntax.keywords import LINES
from polc.workspace.diff.found import Case, Change, Compared, PartChange, Payment, Section, Weight

LATER = ("payout", "stop", "claw_back", "run_off", "from_pool", "excess", "quota", "share")
"""Lines that speak of money after the award: no award is compared with them."""
DATED = ("issued", "in_force", "valid", "tested_on", "status")
"""Lines that speak of when: both versions are taken as in force."""
_CONTEXT = 14


def keyword(id_: str) -> Words:
    """Return a keyword in both languages."""
    if id_ == "tier_row":
        return Words("档", "tier")
    if id_.startswith("fact"):
        return Words("事实", "fact")
    found = LINES.get(id_)
    return Words(found.zh, found.en) if found else same(id_)


def award(value: Interval) -> Words:
    """Return what a version comes to."""
    return figures.award(value.low, value.high, opened=value.open)


def difference(case: Case) -> Words | None:
    """Return by how much the upper end falls or rises; None where it does not, or something is left open."""
    if case.old.open or case.new.open or case.old.high == case.new.high:
        return None
    by = figures.amount(abs(Fraction(case.new.high) - Fraction(case.old.high)))
    most = case.old.low != case.old.high or case.new.low != case.new.high
    if case.new.high < case.old.high:
        words = Words("最多少 {by}", "up to {by} less") if most else Words("少 {by}", "{by} less")
    else:
        words = Words("最多多 {by}", "up to {by} more") if most else Words("多 {by}", "{by} more")
    return words.fill(by=by)


def outcome(case: Case) -> Words:
    """Return what both versions come to, and the difference."""
    told = Words("{old} → {new}", "{old} → {new}").fill(old=award(case.old), new=award(case.new))
    by = difference(case)
    if by is None:
        return told
    tail = greatest(case)
    return Words(f"{told.zh}，{by.zh}{tail.zh}", f"{told.en}, {by.en}{tail.en}")


def greatest(case: Case) -> Words:
    """Return how great the difference gets for anybody; nothing where this case's is the greatest, or it is unknown."""
    less = case.new.high < case.old.high
    if case.unbounded:
        return Words("；差额没有上限", "; there is no limit to it")
    if case.most is None:
        return same("")
    by = figures.amount(case.most)
    word = Words("；最多的少 {by}", "; at most {by} less") if less else Words("；最多的多 {by}", "; at most {by} more")
    return word.fill(by=by)


def facts(case: Case) -> Words:
    """Return the facts of a case in one line."""
    if not case.facts and not case.hidden:
        return Words("任何申请人", "any applicant")
    by_item: dict[str, list[Words]] = {}
    for each in case.facts:
        only = _ONLY.get(each.only, same(""))
        told = Words(
            f"{each.name} = {each.value.zh}{only.zh}", f"{each.english or each.name} = {each.value.en}{only.en}"
        )
        by_item.setdefault(each.item, []).append(told)
    zh, en = [], []
    for item, every in by_item.items():
        zh.append((f"{item}：" if item else "") + "，".join(each.zh for each in every))
        en.append((f"{item}: " if item else "") + ", ".join(each.en for each in every))
    if case.hidden:
        zh.append("其余的事实都是否、0 或最低一级")
        en.append("all other facts no, 0 or the lowest level")
    return Words("；".join(zh), "; ".join(en))


_ONLY = {"old": Words("（只有原版问）", " (old only)"), "new": Words("（只有新版问）", " (new only)")}


def verdict(payment: Payment, *, there: tuple[bool, bool] = (True, True)) -> Words:
    """Return what was found of a payment; ``there`` says whether the old and the new version have it."""
    if payment.verdict == "undecided":
        why = payment.why or same("")
        return Words("给得是否一样，没有定：{why}", "not decided whether it pays the same: {why}").fill(why=why)
    if there == (False, True):
        return Words("新增", "added") if payment.gains or payment.other else _NOTHING_NEW
    if there == (True, False):
        return Words("去掉了", "removed") if payment.loses or payment.other else _NOTHING_OLD
    if payment.follows and payment.verdict == "same":
        return _STILL
    if payment.follows and payment.loses is None and payment.gains is None:
        return _FOLLOWS
    if payment.verdict == "same" and payment.levels:
        return _SHARED
    if payment.verdict == "same":
        return _PROVED if payment.proof == "solver" else _UNTOUCHED
    if payment.before:
        return _BEFORE
    if payment.loses and payment.gains:
        return Words("有人少得，有人多得", "some get less, some get more")
    if payment.loses:
        return _ONLY_LESS if "gains" in payment.nobody else Words("有人少得", "some get less")
    if payment.gains:
        return _ONLY_MORE if "loses" in payment.nobody else Words("有人多得", "some get more")
    if payment.other is not None and payment.other.old.open != payment.other.new.open:
        return _NOW_SETTLED if payment.other.old.open else _NOW_OPEN
    return Words("给得不同，最高额没有变", "paid otherwise, with the same upper end")


_NOTHING_NEW = Words("新增，什么也不给", "added, and pays nothing")
_NOTHING_OLD = Words("去掉了，本来什么也不给", "removed, and it paid nothing")
_SHARED = Words("两版都有的级别，给得一样（已证明）", "pays the same for the levels that both have (proved)")
_STILL = Words("各项有改动，合计一样（已证明）", "its members changed, the total is the same (proved)")
_FOLLOWS = Words("随各项而变", "changes with its members")
_PROVED = Words("给得一样（已证明）", "pays the same (proved)")
_UNTOUCHED = Words("给得一样", "pays the same")
_NOW_SETTLED = Words("原来待定的，现在有了数", "what was left open has a figure now")
_NOW_OPEN = Words("原来有数的，现在待定", "what had a figure is left open now")
_BEFORE = Words(
    "没有领过、也没有别处奖补的，给得一样；有的可能不同",
    "the same for who received nothing, here or elsewhere; it may differ for who did",
)
_ONLY_LESS = Words("有人少得，没有人多得", "some get less, nobody gets more")
_ONLY_MORE = Words("有人多得，没有人少得", "some get more, nobody gets less")


def apart(found: Sequence[Compared]) -> tuple[list[Compared], list[Compared]]:
    """Return the comparisons to tell of, and the unchanged ones where there are others or several."""
    idle = [each for each in found if each.weight is Weight.SAME] if len(found) > 1 else []
    return [each for each in found if each not in idle], idle


def unchanged(idle: Sequence[Compared]) -> Words:
    """Return which policies did not change."""
    names = [each.name for each in idle]
    return Words(f"没有改动：{'、'.join(names)}", f"nothing changed in {', '.join(names)}")


def whole(compared: Compared) -> Words:
    """Return what became of a policy in which no clause changed."""
    if not compared.old_path:
        return Words("只有新版有这份政策", "only the new side has this policy")
    if not compared.new_path:
        return Words("新版没有这份政策了", "the new side has this policy no more")
    return Words("没有改动", "nothing changed")


def still(part: PartChange) -> bool:
    """Return whether the members of a group changed and its total did not: worth knowing though nothing moved."""
    return any(payment.follows and payment.proof == "solver" for payment in part.payments)


def gone(part: PartChange) -> Words:
    """Return that a part was added or removed; nothing where both versions have it."""
    if part.old is None:
        return Words("新增", "added")
    return Words("去掉了", "removed") if part.new is None else same("")


def parting(old: str, new: str) -> tuple[str, str]:
    """Return what two long texts do not share, with some words around it."""
    head = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    rest = min(len(old), len(new)) - head
    pairs = zip(reversed(old), reversed(new), strict=False)
    tail = min(rest, next((n for n, (a, b) in enumerate(pairs) if a != b), rest))
    start, after = max(0, head - _CONTEXT), max(0, tail - _CONTEXT)

    def cut(text: str) -> str:
        end = len(text) - after
        return ("…" if start else "") + text[start:end] + ("…" if after else "")

    return cut(old), cut(new)


def notes(part: PartChange) -> list[Words]:
    """Return what to know of a part beyond its lines: words and encoding that parted, dates, money that comes later."""
    found: list[Words] = []
    if part.old is None or part.new is None:
        return found
    quoted = any(change.keyword == "quote" for change in part.changes)
    lines = [change for change in part.changes if change.keyword not in ("quote", "doubt")]
    pays = any(payment.verdict == "differs" for payment in part.payments) and bool(lines)
    if quoted and not lines:
        found.append(Words("原文改了，编码没有动", "the official words changed, the encoding did not"))
    if pays and not quoted:
        found.append(Words("编码改了，原文没有动", "the encoding changed, the official words did not"))
    if any(payment.follows and payment.verdict == "differs" and part.kind == "benefit" for payment in part.payments):
        found.append(
            Words(
                "它自己的行没有动，是它用到的别处改了",
                "its own lines stand as they were; what it is built on changed",
            )
        )
    found.extend(payment.why for payment in part.payments if payment.why and payment.verdict == "differs")
    if any(change.keyword in LATER for change in lines):
        found.append(
            Words(
                "兑付、追回、资金池等在应得以后，只列出改动，没有比较",
                "payout, claw-back, pools … come after the award: listed, not compared",
            )
        )
    if any(change.keyword in DATED for change in lines):
        found.append(Words("都按正在施行比较；期限的改动另看", "compared as in force; see the dates for themselves"))
    return found


def counts(compared: Compared) -> Words:
    """Return the one line that says what changed."""
    clauses = [section for section in compared.sections if not section.head]
    both = [section for section in clauses if section.old is not None and section.new is not None]
    new, gone = sum(s.old is None for s in clauses), sum(s.new is None for s in clauses)
    zh, en = [f"共 {len(clauses)} 条"], [_n(len(clauses), "clause")]

    def tell(number: int, said_zh: str, said_en: str) -> None:
        if number:
            zh.append(said_zh.replace("#", str(number)))
            en.append(said_en.replace("#", str(number)))

    tell(new, "新增 # 条", "# added")
    tell(gone, "去掉 # 条", "# removed")
    for weight, (said_zh, said_en) in _COUNTED.items():
        tell(sum(section.weight is weight for section in both), said_zh, said_en)
    tell(sum(section.old_number != section.new_number for section in both), "# 条换了条号", "# renumbered")
    return Words("，".join(zh), ", ".join(en))


_COUNTED = {
    Weight.LOSES: ("# 条有人少得", "# where some get less"),
    Weight.UNDECIDED: ("# 条没有定", "# not decided"),
    Weight.GAINS: ("# 条有人多得", "# where some get more"),
    Weight.OTHERWISE: ("# 条给得不同", "# paid otherwise"),
    Weight.WRITTEN: ("# 条改了写法，给得一样", "# rewritten and paying the same"),
}


def _n(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def carries(section: Section) -> bool:
    """Return whether anything is to be told of a clause but its number."""
    return any(part.weight < Weight.SAME or still(part) for part in section.parts)


def renumbered(sections: Sequence[Section]) -> Words | None:
    """Return which clauses changed nothing but their number, in one line; None where there are none."""
    moved = [s for s in sections if s.weight is Weight.MOVED and not carries(s)]
    if not moved:
        return None
    listed = [f"{section.old_number} → {section.new_number}" for section in moved]
    return Words(f"只换了条号：{'，'.join(listed)}", f"only renumbered: {', '.join(listed)}")


def title(section: Section) -> Words:
    """Return what a section is called, with what became of its number and title."""
    if section.head:
        return Words("全文", "the whole policy")
    number, name = section.new_number or section.old_number, section.new_title or section.old_title
    zh, en = f"条 {number}  {name}".rstrip(), f"clause {number}  {name}".rstrip()
    if section.old is None:
        return Words(f"{zh}（新增）", f"{en} (added)")
    if section.new is None:
        return Words(f"{zh}（去掉了）", f"{en} (removed)")
    was_zh, was_en = [], []
    if section.old_number != section.new_number:
        was_zh.append(f"原条 {section.old_number}")
        was_en.append(f"was clause {section.old_number}")
    if section.old_title != section.new_title:
        was_zh.append(f"原题“{section.old_title}”")
        was_en.append(f"was “{section.old_title}”")
    return Words(
        zh + (f"（{'，'.join(was_zh)}）" if was_zh else ""), en + (f" ({', '.join(was_en)})" if was_en else "")
    )


def part_title(part: PartChange) -> Words:
    """Return what a part is called, with what it was called before and where it stood."""
    kind = keyword(part.kind)
    zh, en = f"{kind.zh} {part.name}", f"{kind.en} {part.name}"
    if part.old_name and part.new_name and part.old_name != part.new_name:
        zh, en = f"{zh}（原名“{part.old_name}”）", f"{en} (was “{part.old_name}”)"
    if part.moved:
        home = part.moved[0]
        zh, en = (
            f"{zh}（原在{f'条 {home}' if home else '条以外'}）",
            f"{en} (was in {f'clause {home}' if home else 'no clause'})",
        )
    return Words(zh, en)


def is_long(change: Change) -> bool:
    """Return whether only what differs of a line is worth showing."""
    return change.keyword in ("quote", "doubt") and change.old is not None and change.new is not None

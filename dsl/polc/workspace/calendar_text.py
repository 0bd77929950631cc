"""How an award is paid, for a person: the calendar where there is more than one payment, and what would stop it.

An award that is paid at once, and that nothing can stop or take back, takes no line at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.model.policy import Terms
from polc.readers.prose import figures
from polc.readers.prose.wrapping import cells, wrap
from polc.runs.answer import Part_
from polc.runs.calendar import INSTALMENT, STOPPED, TAKEN_BACK, Calendar, Cash, what_of
from polc.runs.computation import own_words
from polc.runs.entry import Money
from polc.runs.expected import shorts

_LEAST = 24
"""Cells that a remark takes at least, however wide the columns before it."""


def payments(
    part: Part_, terms: Terms, language: Language, room: int, group: str | None = None
) -> Iterator[tuple[str, str]]:
    """Yield (label, text) of every line, each within ``room`` cells; a label is empty where the one before goes on.

    ``group`` is the group with which the calendar is told, if that is not here.
    """
    found = part.calendar
    if found is None or not found.lines:
        return
    if not found.plain:
        label = Words("兑付", "payments").in_(language)
        see = [Words(f"见 {group}", f"see {group}").in_(language)]
        for number, row in enumerate(see if group else table(found, part.part.name, language, room)):
            yield label if number == 0 else "", row
    stops = [own_words((line.span,)) for line in terms.stop if line.value is not None]
    if stops and any(one.kind == INSTALMENT and one.year >= found.now for one in found.lines):
        yield Words("停付", "stops if").in_(language), Words("；或 ", "; or ").in_(language).join(stops)
    back = list(_claw_backs(found, terms, language))
    for number, text in enumerate(back):
        yield Words("追回", "claw-back").in_(language) if number == 0 else "", text


def told_with(parts: Sequence[Part_]) -> tuple[dict[str, str], frozenset[str]]:
    """Return which benefits' payments are told with a group, and which groups leave theirs to their members.

    A group tells them where it changes them: where a joint cap cuts, or the highest prevails. Only the outermost does.
    """
    groups = [part for part in parts if part.plan.kind == "group" and part.calendar is not None]
    inner = {name for group in groups for name in group.plan.members}
    own = {part.part.name: part.calendar.lines for part in parts if part.calendar and part.plan.kind == "benefit"}
    within: dict[str, str] = {}
    silent = {group.part.name for group in groups}
    for group in groups:
        lines = group.calendar.lines if group.calendar is not None else ()
        mine = _inside(group.part.name, groups)
        alike = all(own.get(name, ()) == tuple(one for one in lines if one.part == name) for name in mine)
        if group.part.name in inner or (alike and all(one.part in mine for one in lines)):
            continue
        silent.discard(group.part.name)
        within.update(dict.fromkeys(mine, group.part.name))
    return within, frozenset(silent)


def _inside(name: str, groups: Sequence[Part_]) -> set[str]:
    """Return everything that a group holds and that is no group, directly or further down."""
    members = {group.part.name: group.plan.members for group in groups}
    found: set[str] = set()
    todo = [name]
    while todo:
        here = todo.pop()
        if here in members:
            todo.extend(members[here])
        else:
            found.add(here)
    return found


def _claw_backs(found: Calendar, terms: Terms, language: Language) -> Iterator[str]:
    """Yield the 追回 lines that can still reach what was or will be paid, with the last year in which they can."""
    awarded = max((one.awarded for one in found.lines if one.kind == INSTALMENT), default=None)
    if not any(one.missing for one in found.lines) and _kept(found)[1] <= 0:
        return  # all of it is back already
    for line in terms.claw_back:
        if line.value is None or awarded is None:
            continue
        last = None if line.value.years is None else awarded + line.value.years - 1
        if last is not None and last < found.now:
            continue
        until = Words(f"（到 {last}年为止）", f" (until {last})").in_(language) if last is not None else ""
        yield own_words((line.span,)) + until


def table(found: Calendar, part: str, language: Language, room: int) -> list[str]:
    """Return the calendar in aligned columns: year, what, how much, why; and the sum where not all of it stays."""
    rows = [*(_row(one, found.now, part, language) for one in found.lines), *_sum(found, language)]
    widths = [max(cells(row[place]) for row in rows) + 2 for place in range(3)]
    lines: list[str] = []
    for row in rows:
        head = "".join(text + " " * (width - cells(text)) for text, width in zip(row[:3], widths, strict=True))
        rest = max(_LEAST, room - sum(widths))
        told = list(wrap(row[3], rest)) or [""]
        lines.append((head + told[0]).rstrip())
        lines.extend(" " * sum(widths) + more for more in told[1:])
    if found.in_full:
        lines.append(Words("（各项按最高额核定）", "(each granted at the upper end)").in_(language))
    return lines


def _row(one: Cash, now: int, part: str, language: Language) -> tuple[str, str, str, str]:
    """Return year, what, how much and why of one line."""
    year = Words(f"{one.year}年", str(one.year)).in_(language)
    money = figures.award(one.high if one.low is None else one.low, one.high, opened=False).in_(language)
    what = what_of(one, part).in_(language)
    why = one.why
    if one.missing and one.year <= now:
        names = Words("、", ", ").in_(language).join(shorts(one.missing))
        whether = (
            Words("不知道付不付", "it may stop") if one.kind == INSTALMENT else Words("不知道收不收", "it may be due")
        )
        hangs = Words(f"缺 {names}，", f"missing {names}: ").in_(language) + whether.in_(language)
        why = f"{hangs}{Words(f'（{why}）', f' ({why})').in_(language)}" if why else hangs
    match one.kind:
        case "stopped":
            money = Words(f"不付 {money}", f"not paid: {money}").in_(language)
        case "taken_back":
            most = figures.amount(one.high).in_(language)
            sure = one.missing or one.low in (None, one.high)
            money = f"−{most}" if sure else Words(f"0元至 −{most}", f"0 to −{most}").in_(language)
        case "carried_on":
            why = Words(f"超过 {one.awarded}年上限的", f"above the cap of {one.awarded}").in_(language)
        case _ if one.year < now:
            why = Words("已付", "paid").in_(language)
    return year, what, money, why


def _sum(found: Calendar, language: Language) -> Iterator[tuple[str, str, str, str]]:
    """Yield what stays with the payee, where something was stopped or taken back and all of that is known."""
    kinds = {one.kind for one in found.lines}
    if not kinds & {STOPPED, TAKEN_BACK} or any(one.missing for one in found.lines):
        return
    stays = figures.award(*_kept(found), opened=False).in_(language)
    yield Words("合计", "in all").in_(language), Words("到手", "kept").in_(language), stays, ""


def _kept(found: Calendar) -> tuple[Money, Money]:
    """Return both ends of what is paid less what is taken back."""
    paid, back = found.sum(INSTALMENT), found.sum(TAKEN_BACK)
    ends = (paid[0] - back[0], paid[1] - back[1])
    return min(ends), max(ends)

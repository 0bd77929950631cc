"""``--ledger``: what was received before, from a file: a list of awards with 奖补, 年度, 金额 (and 项目, 档).

金额 is what was granted, unpaid instalments included; 停付 says since which year they stopped, 收回 and 收回年度 what
was taken back and when, 结转 what exceeded the cap of that year and goes on to the next.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from polc.diagnostics import Words
from polc.model.expressions import Kind, Quantity
from polc.passes.lower.carrying import MEASURE as CARRIED
from polc.passes.lower.plan import Lowered
from polc.passes.names import nearest
from polc.runs.booking import last_year, shares
from polc.runs.entry import Carried, Entry
from polc.runs.ledger import Ledger, instalments
from polc.workspace.given import TellingError, read_data
from polc.workspace.told import parse_value

_FIELDS = {"奖补": "of", "benefit": "of", "年度": "year", "year": "year", "金额": "money", "money": "money",
           "项目": "item", "item": "item", "档": "tier", "tier": "tier", "停付": "stopped", "stopped": "stopped",
           "收回": "taken_back", "taken_back": "taken_back", "收回年度": "taken_back_year",
           "taken_back_year": "taken_back_year", "结转": "carried_on", "carried_on": "carried_on",
           "政策": "policy", "policy": "policy", "申请人": "applicant", "applicant": "applicant"}  # fmt: skip

Id = tuple[str, str]
"""What a policy is called: its 简称 (or folder), and its title."""


Holders = dict[str, list[Id]]
"""Which policies have a benefit of each name."""


def read_ledger(path: str, lowered: Lowered) -> Ledger:
    """Return what the file says one applicant received under one policy. Raises TellingError where it will not do."""
    return to_ledger(read_awards(path), path, lowered)


def read_awards(path: str) -> list[object]:
    """Return the awards that a file lists, as they stand there. Raises TellingError where it cannot be read."""
    data = read_data(path)
    rows = data.get("ledger", data.get("领取记录")) if isinstance(data, Mapping) else data
    if not isinstance(rows, list):
        raise TellingError(
            Words(f"{path} 里要列出领取记录：- 奖补、年度、金额", f"{path} must list awards: - benefit, year, money")
        )
    return rows


def to_ledger(
    rows: Sequence[object],
    path: str,
    lowered: Lowered,
    mine: Id = ("", ""),
    holders: Mapping[str, Sequence[Id]] | None = None,
    *,
    ids: frozenset[str] = frozenset(),
    one_of_many: bool = False,
) -> Ledger:
    """Return what was received under one policy. Raises TellingError where the awards will not do.

    What a member of a group received counts for the group too, unless the file lists the group itself. Of several
    policies asked together each takes its own awards: those that name it as 政策, and those whose 奖补 it has. An
    applicant takes those that name one of its ``ids`` as 申请人; one of many (``one_of_many``) no others.
    """
    awards = [
        _award(row, _Place(path, number), lowered)
        for number, row in enumerate(rows, 1)
        if _is_of(row, f"{path} 第{number}项", f"{path}, entry {number}", ids, one_of_many=one_of_many)
        and _is_mine(row, f"{path} 第{number}项", f"{path}, entry {number}", mine, holders or {})
    ]
    ledger = Ledger([award.entry for award in awards])
    listed = {entry.of for entry in ledger.entries}
    for award in awards:
        ledger.entries.extend(_around(award.entry, lowered, listed))
    for award in sorted(awards, key=lambda award: award.entry.year):
        if award.stopped is not None:
            award.entry.stop(award.stopped)
        award.entry.came_back(award.taken_back_year, award.taken_back)
    for award in awards:
        _carry(award, awards, ledger, lowered)
    return ledger


def _carry(award: _Award, awards: Sequence[_Award], ledger: Ledger, lowered: Lowered) -> None:
    """Book what goes on to the next year: of each part, or of each of its items, what its last year left."""
    entry, plan = award.entry, lowered.plans.get(award.entry.of)
    if plan is None or not award.carried_on:
        return
    by_item = any(h.measure == CARRIED and h.of == entry.of and h.items for h in plan.histories)
    mine = [
        each.entry for each in awards if each.entry.of == entry.of and (not by_item or each.entry.item == entry.item)
    ]
    if entry.year < max(each.year for each in mine):
        return  # paid, or said again, in a later year
    key = (entry.of, entry.item if by_item else "")
    before = ledger.carried.get(key, Carried(0)).money
    ledger.carried[key] = Carried(before + award.carried_on, last=last_year(plan, lowered))


def _is_of(row: object, zh: str, en: str, ids: frozenset[str], *, one_of_many: bool) -> bool:
    """Return whether an award is the applicant's. Raises TellingError where several are asked and it names none."""
    if not ids or not isinstance(row, Mapping):
        return True
    told = row.get("申请人", row.get("applicant"))
    if told is None and not one_of_many:
        return True
    if told is None:
        raise TellingError(
            Words(
                f"{zh}：问的不止一个申请人，要写 申请人", f"{en}: several applicants are asked; say whose, as applicant"
            )
        )
    return str(told) in ids


def _is_mine(row: object, zh: str, en: str, mine: Id, holders: Mapping[str, Sequence[Id]]) -> bool:
    """Return whether an award is this policy's. Raises TellingError where 政策 names none, or is needed and missing."""
    if not isinstance(row, Mapping) or not holders:
        return True
    named, told = str(row.get("奖补", row.get("benefit", ""))), row.get("政策", row.get("policy"))
    having = holders.get(named, ())
    if told is not None:
        known = list(dict.fromkeys(name for each in holders.values() for one in each for name in one if name))
        if str(told) not in known:
            near = nearest(str(told), known)
            hint = Words(f"；是不是“{near}”？", f"; did you mean “{near}”?") if near else Words("", "")
            raise TellingError(
                Words(f"{zh}：没有叫“{told}”的政策{hint.zh}", f"{en}: no policy is called “{told}”{hint.en}")
            )
        return str(told) in mine
    if len(having) > 1:
        which = [each[0] for each in having]
        raise TellingError(
            Words(
                f"{zh}：{'、'.join(which)} 都有“{named}”，要写 政策",
                f"{en}: {', '.join(which)} all have “{named}”; say which, as policy",
            )
        )
    return not having or mine in having


def _around(entry: Entry, lowered: Lowered, listed: Collection[str]) -> Iterator[Entry]:
    """Yield an award of every group that holds this one, directly or further out, but for those the file lists."""
    for plan in lowered.plans.values():
        name = plan.part.name
        if entry.of not in plan.members or name in listed:
            continue
        outer = Entry(name, entry.item if plan.items else "", entry.year, entry.granted)
        if entry.under is None:
            entry.join(outer)
        else:  # a second group beside the first: it is paid by itself
            outer.payments = [(outer.year, outer.granted)]
        yield outer
        yield from _around(outer, lowered, listed)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the file an award stands."""

    path: str
    number: int

    def slip(self, zh: str, en: str) -> TellingError:
        """Return the error to raise for this award."""
        return TellingError(Words(f"{self.path} 第{self.number}项：{zh}", f"{self.path}, entry {self.number}: {en}"))


@dataclass(frozen=True, slots=True)
class _Award:
    """One award of the file, and what happened to it later; amounts in 分."""

    entry: Entry
    stopped: int | None
    taken_back: int
    taken_back_year: int
    carried_on: int


def _award(row: object, place: _Place, lowered: Lowered) -> _Award:
    found = _fields(row, place)
    of = str(found.get("of", ""))
    known = [*lowered.plans, *(external.name for external in lowered.policy.externals)]
    if of not in known:
        near = nearest(of, known)
        hint = f"；是不是“{near}”？" if near else ""
        raise place.slip(f"没有叫“{of}”的奖补{hint}", f"no benefit is called “{of}”")
    plan = lowered.plans.get(of)
    money = _money(found.get("money", ""), "金额", "money", place)
    year = _year(found.get("year", ""), "年度", "year", place)
    tiers = frozenset({_year(found["tier"], "档", "tier", place) - 1}) if "tier" in found else frozenset[int]()
    item = str(found.get("item", ""))
    kind = next((history.items for history in lowered.histories if history.of == of and history.items), "")
    if kind and not item:
        raise place.slip(
            f"“{of}”是按{kind}给的，要写 项目（哪一个{kind}）", f"“{of}” is paid by {kind}; say which one, as item"
        )
    payments = instalments(money, shares(lowered.terms(plan)) if plan else (), year)
    back = _money(found.get("taken_back", "0元"), "收回", "taken_back", place)
    if back and "taken_back_year" not in found:
        raise place.slip("写了 收回，还要写 收回年度", "taken_back needs taken_back_year: when it was taken back")
    if back > money:
        raise place.slip("收回的比 金额 还多", "more was taken back than was granted")
    return _Award(
        Entry(of, item, year, money, tiers, payments),
        _year(found["stopped"], "停付", "stopped", place) if "stopped" in found else None,
        back,
        _year(found["taken_back_year"], "收回年度", "taken_back_year", place) if back else year,
        _money(found.get("carried_on", "0元"), "结转", "carried_on", place),
    )


def _fields(row: object, place: _Place) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in row.items() if isinstance(row, Mapping) else ():
        key = _FIELDS.get(str(name))
        if key is None:
            near = nearest(str(name), list(_FIELDS))
            hint = f"；是不是“{near}”？" if near else ""
            raise place.slip(f"不认识“{name}”{hint}", f"unknown field “{name}”")
        found[key] = value
    return found


def _money(value: object, zh: str, en: str, place: _Place) -> int:
    money = parse_value(str(value))
    if not (isinstance(money, Quantity) and money.kind is Kind.MONEY):
        raise place.slip(f"{zh}要写成 50万元 这样", f"{en} is written like 50万元")
    return int(money.value * 100)


def _year(value: object, zh: str, en: str, place: _Place) -> int:
    try:
        return int(str(value).removesuffix("年"))
    except ValueError as error:
        example = "1" if zh == "档" else "2026"
        raise place.slip(f"{zh}要写成 {example}", f"{en} is written like {example}") from error

"""``--ledger``: what was received before, from a file: a list of awards with 奖补, 年度, 金额 (and 项目, 档)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from polc.diagnostics import Words
from polc.model.expressions import Kind, Quantity
from polc.passes.lower.plan import Lowered
from polc.passes.names import nearest
from polc.runs.entry import Entry
from polc.runs.ledger import Ledger
from polc.workspace.given import TellingError, read_data
from polc.workspace.told import parse_value

_FIELDS = {"奖补": "of", "benefit": "of", "年度": "year", "year": "year", "金额": "money", "money": "money",
           "项目": "item", "item": "item", "档": "tier", "tier": "tier",
           "政策": "policy", "policy": "policy"}  # fmt: skip

Id = tuple[str, str]
"""What a policy is called: its 简称 (or folder), and its title."""


def read_ledger(
    path: str,
    lowered: Lowered,
    mine: Id = ("", ""),
    holders: Mapping[str, Sequence[Id]] | None = None,
) -> Ledger:
    """Return what the file says was received. Raises TellingError where it will not do.

    What a member of a group received counts for the group too, unless the file lists the group itself. Of several
    policies asked together each takes its own awards: those that name it as 政策, and those whose 奖补 it has.
    ``holders`` says which policies have a benefit of each name.
    """
    data = read_data(path)
    rows = data.get("ledger", data.get("领取记录")) if isinstance(data, Mapping) else data
    if not isinstance(rows, list):
        raise TellingError(
            Words(f"{path} 里要列出领取记录：- 奖补、年度、金额", f"{path} must list awards: - benefit, year, money")
        )
    entries = [
        _entry(row, path, number, lowered)
        for number, row in enumerate(rows, 1)
        if _is_mine(row, f"{path} 第{number}项", f"{path}, entry {number}", mine, holders or {})
    ]
    listed = {entry.of for entry in entries}
    of_groups = [
        Entry(group, entry.item if lowered.plans[group].items else "", entry.year, entry.granted, frozenset())
        for entry in entries
        for group in _groups(lowered, entry.of)
        if group not in listed
    ]
    return Ledger([*entries, *of_groups])


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


def _groups(lowered: Lowered, name: str) -> list[str]:
    """Return the groups that hold a benefit or group, directly or further out."""
    found: list[str] = []
    todo = [name]
    while todo:
        inner = todo.pop()
        for plan in lowered.plans.values():
            if inner in plan.members and plan.part.name not in found:
                found.append(plan.part.name)
                todo.append(plan.part.name)
    return found


def _entry(row: object, path: str, number: int, lowered: Lowered) -> Entry:
    found: dict[str, Any] = {}
    if isinstance(row, Mapping):
        for name, value in row.items():
            key = _FIELDS.get(str(name))
            if key is None:
                near = nearest(str(name), list(_FIELDS))
                hint = f"；是不是“{near}”？" if near else ""
                raise TellingError(
                    Words(
                        f"{path} 第{number}项：不认识“{name}”{hint}", f"{path}, entry {number}: unknown field “{name}”"
                    )
                )
            found[key] = value
    of = str(found.get("of", ""))
    known = [*lowered.plans, *(external.name for external in lowered.policy.externals)]
    if of not in known:
        near = nearest(of, known)
        hint = f"；是不是“{near}”？" if near else ""
        raise TellingError(
            Words(
                f"{path} 第{number}项：没有叫“{of}”的奖补{hint}", f"{path}, entry {number}: no benefit is called “{of}”"
            )
        )
    money = parse_value(str(found.get("money", "")))
    if not (isinstance(money, Quantity) and money.kind is Kind.MONEY):
        raise TellingError(
            Words(
                f"{path} 第{number}项：金额要写成 50万元 这样", f"{path}, entry {number}: money is written like 50万元"
            )
        )
    try:
        year = int(str(found.get("year", "")).removesuffix("年"))
        tiers = frozenset({int(str(found["tier"])) - 1}) if "tier" in found else frozenset[int]()
    except ValueError as error:
        raise TellingError(
            Words(f"{path} 第{number}项：年度要写成 2026", f"{path}, entry {number}: year is written like 2026")
        ) from error
    item = str(found.get("item", ""))
    kind = next((history.items for history in lowered.histories if history.of == of and history.items), "")
    if kind and not item:
        raise TellingError(
            Words(
                f"{path} 第{number}项：“{of}”是按{kind}给的，要写 项目（哪一个{kind}）",
                f"{path}, entry {number}: “{of}” is paid by {kind}; say which one, as item",
            )
        )
    return Entry(of, item, year, int(money.value * 100), tiers)

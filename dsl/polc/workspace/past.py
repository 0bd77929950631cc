"""``--ledger``: what was received before, from a file: a list of awards with 奖补, 年度, 金额 (and 项目, 档)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polc.diagnostics import Words
from polc.model.expressions import Kind, Quantity
from polc.passes.lower.plan import Lowered
from polc.passes.names import nearest
from polc.runs.ledger import Entry, Ledger, Money
from polc.workspace.told import TellingError, parse_value, read_data

_FIELDS = {"奖补": "of", "benefit": "of", "年度": "year", "year": "year", "金额": "money", "money": "money",
           "项目": "item", "item": "item", "档": "tier", "tier": "tier"}  # fmt: skip


def read_ledger(path: str, lowered: Lowered, year: int) -> dict[str, Money]:
    """Return the history inputs that the ledger file gives in ``year``. Raises TellingError where it will not do."""
    data = read_data(path)
    rows = data.get("ledger", data.get("领取记录")) if isinstance(data, Mapping) else data
    if not isinstance(rows, list):
        raise TellingError(
            Words(f"{path} 里要列出领取记录：- 奖补、年度、金额", f"{path} must list awards: - benefit, year, money")
        )
    ledger = Ledger([_entry(row, path, number, lowered) for number, row in enumerate(rows, 1)])
    return {h.name: ledger.past(h, year, "") for h in lowered.histories}


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
    if of not in lowered.plans:
        near = nearest(of, list(lowered.plans))
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
    return Entry(of, "", year, int(money.value * 100), tiers)

"""Units of quantities: one table, Chinese and English, and the exact reading of a number with its unit.

Guarantees: values are exact fractions; the unit is kept as written; full width digits and thousands separators are
read; a number of more than ``MOST_DIGITS`` digits is never converted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from polc.model.expressions import Kind

MOST_DIGITS = 30
"""More digits than this is a mistake, and Python refuses some thousands of them."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: how it is written in both languages, what it measures, and how many of the kind's own unit it is."""

    zh: str
    en: str
    kind: Kind
    factor: Fraction


_MULTIPLES = (
    ("", "", 1),
    ("百", "hundred_", 100),
    ("千", "thousand_", 1000),
    ("万", "wan_", 10**4),
    ("十万", "ten_wan_", 10**5),
    ("百万", "million_", 10**6),
    ("千万", "ten_million_", 10**7),
    ("亿", "yi_", 10**8),
)
SCALES: dict[str, int] = {zh: factor for zh, _, factor in _MULTIPLES if zh}
"""Words that scale a number without being a unit: ``50万`` lacks one."""
SCALES_EN = [en for _, en, _ in _MULTIPLES if en]

_MEASURES = {
    "家": "firms",
    "户": "households",
    "个": "pcs",
    "项": "items",
    "件": "pieces",
    "次": "times",
    "人": "persons",
    "人次": "visits",
    "名": "people",
    "位": "heads",
    "场": "events",
    "台": "machines",
    "套": "sets",
    "台套": "machine_sets",
    "种": "kinds",
    "款": "models",
    "类": "classes",
    "篇": "papers",
    "辆": "vehicles",
    "只": "animals",
    "条": "lines",
    "笔": "deals",
    "份": "copies",
    "门": "courses",
    "亩": "mu",
    "平方米": "square_metres",
    "公里": "kilometres",
    "吨": "tonnes",
    "千瓦": "kilowatts",
    "千瓦时": "kilowatt_hours",
    "度": "degrees",
    "机架": "racks",
    "标准机架": "standard_racks",
    "个标准机架": "pcs_standard_racks",
    "个机架": "pcs_racks",
    "小时": "hours",
    "学时": "lessons",
    "课时": "class_hours",
    "所": "schools",
    "座": "sites",
    "支": "teams",
    "批": "batches",
    "颗": "chips",
    "张": "sheets",
    "卡": "cards",
    "架": "aircraft",
    "架次": "flights",
    "班次": "runs",
    "车次": "trips",
    "场次": "showings",
    "艘": "ships",
    "列": "trains",
    "标箱": "teu",
    "标准箱": "standard_containers",
    "床": "beds",
    "张床位": "hospital_beds",
    "间": "rooms",
    "栋": "buildings",
    "层": "floors",
    "套房": "flats",
    "工位": "desks",
    "车位": "parking_lots",
    "部": "works",
    "集": "episodes",
    "首": "songs",
    "幅": "paintings",
    "册": "volumes",
    "期": "rounds",
    "届": "sessions",
    "期次": "issues",
    "例": "cases",
    "株": "plants",
    "头": "heads_of_cattle",
    "羽": "birds",
    "根": "poles",
    "枚": "satellites",
    "桩": "chargers",
    "节点": "nodes",
    "路": "channels",
    "条数据": "records",
    "米": "metres",
    "平方公里": "square_kilometres",
    "公顷": "hectares",
    "立方米": "cubic_metres",
    "标准立方米": "standard_cubic_metres",
    "公斤": "kilograms",
    "千克": "kilogrammes",
    "升": "litres",
    "吨标准煤": "tonnes_of_coal_equivalent",
    "兆瓦": "megawatts",
    "兆瓦时": "megawatt_hours",
    "千伏安": "kilovolt_amperes",
    "人天": "person_days",
    "人月": "person_months",
    "人日": "man_days",
    "户次": "household_visits",
    "家次": "firm_visits",
}
SCALED: dict[str, str] = {"元": "yuan", **_MEASURES}
"""Units that a scale may stand before (万元, 亿千瓦时), Chinese and English."""

_UNSCALED = {
    "倍": "fold",
    "分": "points",
    "级": "grade",
    "档": "tiers",
    "星": "stars",
    "岁": "years_old",
    "周岁": "years_of_age",
}
_TECHNICAL = (
    "P",
    "PB",
    "TB",
    "GB",
    "MB",
    "EB",
    "PFLOPS",
    "EFLOPS",
    "TFLOPS",
    "kW",
    "MW",
    "kWh",
    "MWh",
    "km",
    "kg",
    "m",
    "t",
)

UNITS: tuple[Unit, ...] = (
    *(Unit(f"{m}元", f"{e}yuan", Kind.MONEY, Fraction(n)) for m, e, n in _MULTIPLES),
    Unit("%", "%", Kind.RATE, Fraction(1, 100)),
    Unit("‰", "‰", Kind.RATE, Fraction(1, 1000)),
    Unit("个百分点", "percentage_points", Kind.RATE, Fraction(1, 100)),
    Unit("年", "years", Kind.DURATION, Fraction(12)),
    Unit("个月", "months", Kind.DURATION, Fraction(1)),
    Unit("个季度", "quarters", Kind.DURATION, Fraction(3)),
    Unit("日", "days", Kind.DAYS, Fraction(1)),
    Unit("天", "calendar_days", Kind.DAYS, Fraction(1)),
    Unit("个自然日", "natural_days", Kind.DAYS, Fraction(1)),
    Unit("个工作日", "working_days", Kind.DAYS, Fraction(1)),
    *(Unit(f"{m}{zh}", f"{e}{en}", Kind.COUNT, Fraction(n)) for zh, en in _MEASURES.items() for m, e, n in _MULTIPLES),
    *(Unit(zh, en, Kind.COUNT, Fraction(1)) for zh, en in _UNSCALED.items()),
    *(Unit(word, word, Kind.COUNT, Fraction(1)) for word in _TECHNICAL),
)


@cache
def scaled() -> frozenset[str]:
    """Return every unit made of a scale and a measure, as written in Chinese."""
    return frozenset(f"{scale}{word}" for scale, _, _ in _MULTIPLES for word in SCALED)


@cache
def units() -> dict[str, Unit]:
    """Return the units by each of their words; ``％`` is the full width ``%``."""
    table = {word: unit for unit in UNITS for word in (unit.zh, unit.en)}
    table["％"] = table["%"]
    return table


@cache
def _measure_of() -> dict[str, str]:
    known = {f"{m}{word}": word for m, _, _ in _MULTIPLES for word in _MEASURES}
    known.update({f"{m}{en}": word for _, m, _ in _MULTIPLES for word, en in _MEASURES.items()})
    known.update({each: zh for zh, en in _UNSCALED.items() for each in (zh, en)})
    return known | {word: word for word in _TECHNICAL}


def measure_of(unit: str) -> str:
    """Return what a unit of 个数 counts, without scale, in Chinese: 架次 of 万架次; "" where it counts nothing."""
    return _measure_of().get(unit, "")


def differ(one: str, other: str) -> bool:
    """Return whether two units of 个数 count different things. Scales do not matter, and 个 stands for any unit."""
    left, right = measure_of(one), measure_of(other)
    return bool(left and right) and left != right and "个" not in (left, right)


_NUMBER = re.compile(r"[0-9０-９][0-9０-９,，.．]*")
_FULL_WIDTH = {0xFF10 + n: ord("0") + n for n in range(10)} | {ord("．"): ord("."), ord("，"): ord(",")}


def number(text: str) -> Fraction:
    """Return the number at the beginning of ``text``, which must hold one of at most ``MOST_DIGITS`` digits."""
    found = _NUMBER.match(text)
    if found is None:
        raise ValueError(text)
    return Fraction(found.group().translate(_FULL_WIDTH).replace(",", "").rstrip("."))


def split(text: str) -> tuple[str, str]:
    """Return the digits and the unit of a quantity as written."""
    found = _NUMBER.match(text)
    end = found.end() if found else 0
    return text[:end], text[end:].strip()


@lru_cache(maxsize=4096)
def measure(text: str) -> tuple[Fraction, Kind, str]:
    """Return the value, kind and unit of a quantity as written (％ as %); a number without a unit is a NUMBER."""
    digits, unit = split(text.replace("％", "%"))
    found = units().get(unit)
    if found is None:
        return number(digits), Kind.NUMBER, unit
    return number(digits) * found.factor, found.kind, unit

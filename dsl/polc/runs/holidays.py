"""Which days are working days: the yearly notices of the General Office of the State Council, as a table.

Guarantee: a year without its notice in the table has no answer, rather than a guess. A working day is a weekday that
is no holiday, or a day of a weekend that a notice calls to work (调休上班). To add a year, add its ``Notice``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Notice:
    """One year's arrangement: the numbers of its notices, days off (``0101-0103``) and weekend days to work.

    A notice speaks of the days around New Year too; each day stands in the year it belongs to.
    """

    year: int
    numbers: tuple[str, ...]
    off: str
    work: str

    def days_off(self) -> frozenset[int]:
        """Return the days off, as proleptic ordinals."""
        found: set[int] = set()
        for part in self.off.split():
            first, _, last = part.partition("-")
            found.update(range(self._day(first), self._day(last or first) + 1))
        return frozenset(found)

    def days_to_work(self) -> frozenset[int]:
        """Return the days of weekends that are worked, as proleptic ordinals."""
        return frozenset(self._day(part) for part in self.work.split())

    def _day(self, text: str) -> int:
        return dt.date(self.year, int(text[:2]), int(text[2:])).toordinal()


NOTICES = (
    Notice(
        2018, ("国办发明电〔2017〕12号", "国办发明电〔2018〕15号"),
        "0101 0215-0221 0405-0407 0429-0501 0616-0618 0922-0924 1001-1007 1230-1231",
        "0211 0224 0408 0428 0929 0930 1229",
    ),
    Notice(
        2019, ("国办发明电〔2018〕15号", "国办发明电〔2019〕3号"),
        "0101 0204-0210 0405-0407 0501-0504 0607-0609 0913-0915 1001-1007",
        "0202 0203 0428 0505 0929 1012",
    ),
    Notice(
        2020, ("国办发明电〔2019〕16号", "国办发明电〔2020〕1号"),
        "0101 0124-0202 0404-0406 0501-0505 0625-0627 1001-1008",
        "0119 0426 0509 0628 0927 1010",
    ),
    Notice(
        2021, ("国办发明电〔2020〕27号",),
        "0101-0103 0211-0217 0403-0405 0501-0505 0612-0614 0919-0921 1001-1007",
        "0207 0220 0425 0508 0918 0926 1009",
    ),
    Notice(
        2022, ("国办发明电〔2021〕11号", "国办发明电〔2022〕16号"),
        "0101-0103 0131-0206 0403-0405 0430-0504 0603-0605 0910-0912 1001-1007 1231",
        "0129 0130 0402 0424 0507 1008 1009",
    ),
    Notice(
        2023, ("国办发明电〔2022〕16号", "国办发明电〔2023〕7号"),
        "0101-0102 0121-0127 0405 0429-0503 0622-0624 0929-1006 1230-1231",
        "0128 0129 0423 0506 0625 1007 1008",
    ),
    Notice(
        2024, ("国办发明电〔2023〕7号",),
        "0101 0210-0217 0404-0406 0501-0505 0610 0915-0917 1001-1007",
        "0204 0218 0407 0428 0511 0914 0929 1012",
    ),
    Notice(
        2025, ("国办发明电〔2024〕12号",),
        "0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008",
        "0126 0208 0427 0928 1011",
    ),
    Notice(
        2026, ("国办发明电〔2025〕7号",),
        "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007",
        "0104 0214 0228 0509 0920 1010",
    ),
)  # fmt: skip


@cache
def _years() -> dict[int, tuple[frozenset[int], frozenset[int]]]:
    return {notice.year: (notice.days_off(), notice.days_to_work()) for notice in NOTICES}


def known_years() -> tuple[int, int]:
    """Return the first and the last year whose arrangement is known; every year between them is."""
    return NOTICES[0].year, NOTICES[-1].year


def is_working(day: int) -> bool | None:
    """Return whether a day (a proleptic ordinal) is a working day; None where its year's arrangement is not known."""
    date = dt.date.fromordinal(day)
    known = _years().get(date.year)
    if known is None:
        return None
    off, to_work = known
    return day in to_work or (date.weekday() < _SATURDAY and day not in off)

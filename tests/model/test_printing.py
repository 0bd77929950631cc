from fractions import Fraction

import pytest

from polc.model.expectations import Blank, ExpectedAmount, NoteText, YearCell
from polc.model.expressions import Arithmetic, Date, Kind, Name, Quantity, Truth, UpTo
from polc.model.printing import text_of_value
from polc.model.values import Cap, KeyPart, Quote

WAN = Quantity(Fraction(500000), Kind.MONEY, "万元")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "—"),
        (WAN, "500000元"),
        (Quantity(Fraction(29999999, 100), Kind.MONEY, "万元"), "299999.99元"),
        (Quantity(Fraction(-5, 1000), Kind.NUMBER), "-0.005"),
        (Quantity(Fraction(1, 3), Kind.NUMBER), "1/3"),
        (Quantity(Fraction(3, 10), Kind.RATE, "%"), "30%"),
        (Quantity(Fraction(36), Kind.DURATION, "年"), "36个月"),
        (Quantity(Fraction(20), Kind.COUNT, "家"), "20家"),
        (Quantity(Fraction(2026), Kind.YEAR), "2026年"),
        (Date(740712), "2028-12-31"),
        (Date(-1), "day -1"),
        (Truth(value=False), "否"),
        (Quote("原句"), "“原句”"),
        (
            Arithmetic("×", Name("年度支出"), UpTo(Quantity(Fraction(3, 10), Kind.RATE))),
            "Arithmetic(×, 年度支出, UpTo(30%))",
        ),
        (Cap((KeyPart("户企业"),), "yearly", WAN), "Cap([户企业], yearly, 500000元)"),
        (Cap((), "yearly", WAN, excess="lost"), "Cap([], yearly, 500000元, excess=lost)"),
        (ExpectedAmount(Quantity(Fraction(0), Kind.MONEY), WAN), "0元..500000元"),
        (ExpectedAmount(WAN, WAN), "500000元"),
        (YearCell(2025, 2027), "2025至2027"),
        (YearCell(None, None), "累计"),
        (NoteText("差一分"), "差一分"),
        (Blank(), ""),
    ],
)
def test_a_value_is_shown_as_it_was_understood(value: object, text: str) -> None:
    assert text_of_value(value) == text

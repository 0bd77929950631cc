"""Findings for the tests of the formats: Chinese paths, astral characters, a case, other places, fixes."""

from polc.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, Witness, Words
from polc.diagnostics.report import Report, report
from polc.diagnostics.words import Language
from polc.text import Source

HERE = "/工作/本市"
SOURCE = Source("政策 甲/草稿#1.pol", "政策 示范\r\n  上限：𠮷𠮷50万元  # 100%\n  保底：80万元\n")
OTHER = Source(f"{HERE}/source.txt", "最高50万元\n")
GONE = Source("../没有.pol", "")
CASE = Witness(
    (("年度支出", Words("200万元", "CNY 2,000,000")),),
    ((Words("上限", "cap"), Words("50万元", "CNY 500,000")),),
    "| 年度支出 |\n| 200万元 |",
)
PAGE = """保底比上限高，两个数里总有一个不会用到。

怎么改：看哪一个写错了。

---
The floor is above the cap, so that one of the two is never used.

How to fix: see which of them is wrong.
"""
OVER = Rule(
    "floor-over-cap",
    Severity.ERROR,
    Words("保底高于上限", "floor over cap"),
    Words("保底 {floor} 高于上限, 差 60%", "the floor {floor} is above the cap: 60%"),
    PAGE,
)
SOON = Rule("soon", Severity.WARNING, Words("快到期", "soon over"), Words("快到期了", "soon over"))
MISSING = Rule("file-gone", Severity.NOTE, Words("没有文件", "no file"), Words("没有这个文件", "there is no such file"))


def over(source: Source = SOURCE) -> Diagnostic:
    """Return a finding with everything: it stands behind two astral characters."""
    start = source.text.index("50万元")
    place = source.span(start, start + 4)
    floor = source.span(source.text.index("80万元"), source.text.index("80万元") + 4)
    return OVER.at(
        place,
        Words("上限在这里", "the cap is here"),
        related=(Label(floor, Words("保底在这里", "the floor is here")), Label(OTHER.span(2, 6))),
        help=(Words("改其中一个", "change one of them"),),
        notes=(Words("两处都在原文里", "both are in the text"),),
        fixes=(
            Fix(Words("上限改成80万元", "make the cap 80万元"), (Edit(place, "80万元"),)),
            Fix(Words("都删去", "delete both"), (Edit(floor, ""), Edit(place, "")), safe=True),
        ),
        witness=CASE,
        floor="80万元",
    )


def some(language: Language = "zh", *findings: Diagnostic) -> Report:
    """Return a report of some findings, or of one of each severity."""
    whole = SOURCE.span(0, SOURCE.text.index("保底"))
    found = findings or (over(), SOON.at(whole), MISSING.at(GONE.span(0, 0)))
    return report(found, language, here=HERE, version="9.8")


def nothing() -> Report:
    """Return a report in which nothing was found."""
    return report([], "zh", here=HERE)

"""Fingerprints: they survive what moves a finding, and tell apart what differs."""

import pytest
from findings import HERE, OVER, SOURCE, over

from polc.diagnostics import Diagnostic, Label
from polc.diagnostics.report import report
from polc.text import Source


def marks(*findings: Diagnostic) -> tuple[str, ...]:
    return report(findings, "zh", here=HERE).fingerprints


def moved(old: str, new: str) -> Diagnostic:
    return over(Source(SOURCE.path, SOURCE.text.replace(old, new)))


@pytest.mark.parametrize(("old", "new"), [("政策", "# 说明\n\n政策"), ("上限：", "    上限： ")])
def test_new_lines_and_indents_change_no_fingerprint(old: str, new: str) -> None:
    assert marks(moved(old, new)) == marks(over())


def test_blanks_and_full_width_in_an_operand_change_no_fingerprint() -> None:
    one, other = Source("a.pol", "50万元"), Source("a.pol", "５０ 万元")
    assert marks(OVER.at(one.span(0, 4), floor="1")) == marks(OVER.at(other.span(0, 5), floor="1"))


def test_another_operand_is_another_fingerprint() -> None:
    changed = Source(SOURCE.path, SOURCE.text.replace("80万元", "90万元"))
    start = changed.text.index("90万元")
    finding = over()
    again = finding.with_(related=(Label(changed.span(start, start + 4)),))
    assert marks(again) != marks(finding.with_(related=finding.related[:1]))


def test_what_is_the_same_twice_is_told_apart() -> None:
    source = Source("a.pol", "上限 上限")
    found = marks(OVER.at(source.span(0, 2), floor="1"), OVER.at(source.span(3, 5), floor="1"))
    assert len(set(found)) == 2


def test_findings_come_in_order_and_once() -> None:
    assert len(report([over(), over()], "zh", here=HERE).findings) == 1

from polc.diagnostics import Rule, Severity, Words
from polc.text import Source
from polc.workspace.which_rules import WhichRules, which_rules

SKIPPED = Rule("check-skipped", Severity.NOTE, Words("没有查完", "not finished"), Words("没有查完", "not finished"))
FINDING = SKIPPED.at(Source("a.pol", "甲").span(0, 1))


def test_what_was_not_decided_is_told_with_whatever_is_selected() -> None:
    assert which_rules(["tier-overlap"], None).of([FINDING]) == [FINDING]
    assert WhichRules(ignored=frozenset({"check-skipped"})).of([FINDING]) == []


def test_no_choice_is_every_rule() -> None:
    assert which_rules(None, None) == WhichRules()

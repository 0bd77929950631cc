"""Every finding says what to do next: its own help, a fix, or what its rule's page says of mending it."""

import pytest

from polc.checks.catalog import rules
from polc.diagnostics import Edit, Fix, Rule, Severity
from polc.diagnostics.pages import remedy_of
from polc.diagnostics.terminal import render
from polc.diagnostics.words import Words, same
from polc.text import Source

PAGE = """错了。

怎么改：改成`甲`，
再查一遍。

别的规则另报。
---
Wrong.

How to fix: write `甲`,
and check again.

Others are for another rule.
"""
RULE = Rule("some-rule", Severity.ERROR, same("题"), same("错了"), PAGE)
SOURCE = Source("a.pol", "甲乙\n丙丁\n")
SAID = Words("改成“甲”，再查一遍。", "write “甲”, and check again.")


@pytest.mark.parametrize("rule", list(rules().values()), ids=lambda rule: rule.name)
def test_every_page_says_how_to_mend_it_in_both_languages(rule: Rule) -> None:
    said = remedy_of(rule)
    assert said is not None
    assert said.zh
    assert said.en
    assert "`" not in said.zh + said.en


def test_a_finding_without_help_says_what_its_page_says() -> None:
    assert RULE.at(SOURCE.span(0, 2)).advice == (SAID,)


def test_a_finding_with_help_says_that_alone() -> None:
    assert RULE.at(SOURCE.span(0, 2), help=(same("看原文"),)).advice == (same("看原文"),)


def test_where_a_fix_is_at_hand_nothing_more_is_said() -> None:
    fix = Fix(same("改"), (Edit(SOURCE.span(0, 2), "甲"),))
    assert RULE.at(SOURCE.span(0, 2), fixes=(fix,)).advice == ()


def test_of_several_findings_of_one_rule_the_first_says_it() -> None:
    drawn = render([RULE.at(SOURCE.span(0, 2)), RULE.at(SOURCE.span(3, 5))], "zh")
    assert drawn.count(SAID.zh) == 1
    assert drawn.index(SAID.zh) < drawn.index("a.pol:2:1")

"""Every choice has a slot in which it is put into the other language."""

import inspect
import re

from polc.syntax.build import ACTIONS
from polc.syntax.choices import CHOICES
from polc.syntax.keywords import LINES
from polc.syntax.lexis import tokens
from polc.syntax.slots import ALL, AT, LED, slots
from polc.text import Source

BY_HAND = {"absence", "column", "claw_back"}
"""Groups that do not stand in what the grammar reads: in every value, in headers, in a shape with commas."""


def test_every_group_of_choices_has_a_slot() -> None:
    slotted = {group for at in AT.values() for group in at.values()} | set(ALL.values())
    slotted |= {group for led in LED.values() for groups in led.values() for group in groups}
    lines = {row.shape.removeprefix("choice:") for row in LINES.values() if row.shape.startswith("choice:")}
    assert {row.group for row in CHOICES} <= slotted | lines | BY_HAND


PARTS = {"tiers": "tier_option", "how": "how_part"}
"""Rules whose choices stand in parts of their own."""


def test_what_a_rule_looks_up_stands_in_its_slots() -> None:
    for rule, made in ACTIONS.items():
        groups = set(re.findall(r'(?:choice_of|chosen)\("(\w+)"', inspect.getsource(made))) - {"absence"}
        part = PARTS.get(rule, rule)
        slotted = {
            *AT.get(rule, {}).values(),
            ALL.get(rule),
            *(s for led in LED.get(part, {}).values() for s in led),
        }
        assert groups <= slotted, rule


def test_a_slot_is_of_a_rule_of_the_grammar() -> None:
    assert {*AT, *ALL, *LED} <= set(ACTIONS)


def test_a_name_is_told_from_a_choice_by_where_it_stands() -> None:
    words = tokens(Source("a.pol", "就高，按 就高，期间 终身"))
    assert slots("how", words) == ["how", "", "", "", "", "", "span"]


def test_what_cannot_be_read_has_no_slots() -> None:
    assert slots("how", tokens(Source("a.pol", "就高 就高"))) is None

"""Every rule has its page, its title and its message in both languages, holding the same things."""

import re
import string

import pytest

from polc.checks.catalog import modules, rules, rules_of
from polc.diagnostics import Rule, Words
from polc.diagnostics.pages import page_of

HAN = re.compile(r"[\u4e00-\u9fff]")
FENCE = re.compile(r'^```(\w*)(?: title="[^"]+")?\n(.*?)^```$', re.DOTALL | re.MULTILINE)
MARK = re.compile(r"# error\b")

every_rule = pytest.mark.parametrize("rule", rules().values(), ids=list(rules()))


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@every_rule
def test_a_name_says_the_pattern_in_small_letters(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)


def test_a_module_is_named_after_its_rule() -> None:
    for module in modules():
        home, _, own = module.__name__.rpartition(".")
        offered = [rule.name for rule in rules_of(module)]
        if offered or home == "polc.errors":
            assert own.replace("_", "-") in offered, f"{module.__name__} offers {offered}"


@every_rule
def test_title_and_message_exist_in_both_languages(rule: Rule) -> None:
    for words in (rule.title, rule.message):
        assert words.en
        if re.fullmatch(r"\{\w+\}", words.zh):  # the rule's own constructors say all of it
            continue
        assert HAN.search(words.zh)
        assert words.zh != words.en
        assert not words.en.endswith((".", "!")), "a message is no sentence with a full stop"
        assert not re.search("[!！]", words.en + words.zh)


@every_rule
def test_the_two_languages_hold_the_same_placeholders(rule: Rule) -> None:
    def check(words: Words) -> None:
        assert placeholders(words.zh) == placeholders(words.en)

    check(rule.title)
    check(rule.message)


@every_rule
def test_the_page_has_a_half_in_each_language(rule: Rule) -> None:
    chinese, english = page_of(rule, "zh"), page_of(rule, "en")
    assert len(re.findall(r"^---$", rule.page, re.MULTILINE)) == 1
    assert HAN.search(FENCE.sub("", chinese))
    assert re.search(r"[a-z]{3}", FENCE.sub("", english))
    assert "怎么改" in chinese
    assert "How to fix" in english


@every_rule
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_shows_a_bad_and_a_good_example(rule: Rule, language: str) -> None:
    fences = FENCE.findall(page_of(rule, "zh" if language == "zh" else "en"))
    assert len(fences) >= 2, "a page shows how it is wrong and how it is right"
    policies = [text for kind, text in fences if kind == "pol"]
    if len(policies) >= 2:  # a rule about a file as such has commands in its fences instead
        assert any(MARK.search(text) for text in policies), "the wrong line ends with # error"
        assert any(not MARK.search(text) for text in policies), "one example is right"

from polc.diagnostics import Rule, Severity
from polc.diagnostics.pages import page_of
from polc.diagnostics.words import same


def rule(page: str) -> Rule:
    return Rule("some-rule", Severity.ERROR, same(""), same(""), page)


def test_each_language_gets_its_half_of_the_page() -> None:
    page = "中文。\n\n| a | b |\n|---|---|\n\n---\nEnglish.\n"
    assert page_of(rule(page), "zh") == "中文。\n\n| a | b |\n|---|---|"
    assert page_of(rule(page), "en") == "English."


def test_a_page_in_one_language_is_shown_to_both() -> None:
    assert page_of(rule("中文。"), "en") == "中文。"

"""The page on the layout shows what the formatter does."""

from doc_fences import ROOT, fences

from polc.syntax.format import format_text
from polc.text import Source

BEFORE, AFTER, CHINESE, ENGLISH = (fence.body for fence in fences(ROOT / "docs/reference/format.md"))


def test_the_example_of_the_page_is_what_formatting_makes_of_it() -> None:
    assert format_text(Source("a.pol", BEFORE)) == AFTER
    assert format_text(Source("a.pol", AFTER)) == AFTER


def test_the_two_languages_of_the_page_are_made_of_one_another() -> None:
    assert format_text(Source("a.pol", CHINESE), "en") == ENGLISH
    assert format_text(Source("a.pol", ENGLISH), "zh") == CHINESE

"""The page on the layout shows what the formatter does."""

from doc_fences import ROOT, fences

from polc.syntax.format import format_text
from polc.text import Source


def test_the_example_of_the_page_is_what_formatting_makes_of_it() -> None:
    before, after = (each.body for each in fences(ROOT / "docs/reference/format.md"))
    assert format_text(Source("a.pol", before)) == after
    assert format_text(Source("a.pol", after)) == after

"""The pages of findings say what is found now."""

from findings_pages import pages
from findings_words import ORDER, SUGGESTED

from polc.checks.catalog import rules


def test_the_pages_of_findings_are_up_to_date() -> None:
    stale = [path.name for path, text in pages() if not path.exists() or path.read_text(encoding="utf-8") != text]
    assert not stale, "run python tests/docs/findings_pages.py"


def test_suggestions_are_for_rules_that_exist() -> None:
    assert not {*SUGGESTED, *ORDER} - rules().keys()

"""The page of the grammar: every rule once, every link leads to something, every example runs."""

import re
from collections import Counter
from pathlib import Path

import pytest

from polc.diagnostics import Severity
from polc.diagnostics.words import Language
from polc.site.assets import asset
from polc.site.options import Options
from polc.site.pages.grammar import example, grammar_page
from polc.site.pages.grammar_names import kind_named, rule_named
from polc.site.pages.grammar_sections import SECTIONS, Section
from polc.syntax.described import rules
from polc.syntax.described.forms import kinds
from polc.syntax.format import format_text
from polc.text import Source
from polc.workspace import load
from polc.workspace.checked import findings
from polc.workspace.suite import run_suite

DOCS = Path(__file__).parents[2] / "docs"
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def test_every_rule_stands_in_one_section() -> None:
    assert Counter(name for section in SECTIONS for name in section.rules) == Counter(list(rules()))


def test_every_rule_and_every_kind_of_word_has_a_name() -> None:
    for name, form in rules().items():
        assert rule_named(name).zh
        for kind in kinds(form):
            assert kind_named(kind.name).en


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_rule_or_a_kind_of_word(language: Language) -> None:
    text = grammar_page(Options(739_942, language=language, manual=True))
    to, there = set(re.findall(r'href="#([^"]+)"', text)), re.findall(r'id="([^"]+)"', text)
    assert to <= set(there)
    assert len(there) == len(set(there))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_drawn_and_told(language: Language) -> None:
    text = grammar_page(Options(739_942, language=language, manual=True))
    assert text.count('class="polc-railroad"') == text.count('class="polc-ebnf"') == len(rules())
    described = set(re.findall(r'aria-describedby="([^"]+)"', text))
    assert len(described) == len(rules())
    assert described <= set(re.findall(r'id="([^"]+)"', text))
    assert len(text.encode()) < 300_000


@pytest.mark.parametrize("section", SECTIONS, ids=lambda each: each.id)
def test_an_example_is_right_runs_and_is_laid_out(section: Section, tmp_path: Path) -> None:
    text = asset(f"grammar/{section.id}.pol")
    assert format_text(Source("a.pol", text)) == text
    for language in LANGUAGES:
        file = tmp_path / f"{language}.pol"
        file.write_text(example(section, language), encoding="utf-8")
        space = load([file])
        assert not [each for each in findings(space) if each.severity is Severity.ERROR]
        suite = run_suite(space)
        assert suite.passed or not suite.tables
    assert (DOCS / "reference/language" / f"{section.page}.md").exists()

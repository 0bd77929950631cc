"""Our own site, manual and all, as a reader has it: in Chinese and in English, on a desk, on a phone, on paper."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from links import broken

KINDS = (
    "index.html",
    "tutorial/first-measure.html",
    "guide/phrases.html",
    "reference/language/tiers.html",
    "reference/grammar.html",
    "reference/keywords.html",
    "reference/cli.html",
    "rules/index.html",
    "rules/cliff.html",
    "findings/yuxi.html",
    "decisions/index.html",
    "policies/yuxi/第2条.html",
    "en/reference/grammar.html",
)
AXE = {"preload": False, "resultTypes": ["violations"]}
each_kind = pytest.mark.parametrize("path", KINDS)


def visit(page: Any, site: Path, path: str) -> None:  # noqa: ANN401  # playwright comes by fixture
    page.goto(f"file://{site}/{path}")
    page.wait_for_load_state("load")


def test_every_link_of_the_manual_leads_somewhere(manual: Path) -> None:
    assert broken(manual) == []


@each_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_of_the_manual_fits_a_phone_and_has_no_serious_barrier(
    page: Any,  # noqa: ANN401
    manual: Path,
    path: str,
    scheme: str,
) -> None:
    """Of what a page repeats, the first twenty are looked at: the others are made alike."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 360, "height": 740})
    visit(page, manual, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate(FEWER)
    found = Axe().run(page, context=".md-content", options=AXE).response["violations"]
    serious = [
        (each["id"], [node["html"][:120] for node in each["nodes"][:3]])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]
    assert serious == []


FEWER = """() => {
  for (const kind of ['.polc-railroad', '.polc-ebnf', '.polc-rule-name', '.highlight', 'td', 'th', 'p'])
    document.querySelectorAll(`.md-content ${kind}`).forEach((each, n) => { if (n > 20) each.remove(); });
}"""


@pytest.mark.parametrize(("word", "title"), [("上限", "限额"), ("叠加", "通则和跨条的话"), ("前版", "文件和政策")])
def test_the_search_finds_words_of_the_manual(page: Any, manual: Path, word: str, title: str) -> None:  # noqa: ANN401
    visit(page, manual, "index.html")
    page.click("input[name=query]")
    page.keyboard.type(word, delay=20)
    page.keyboard.press("End")  # the search looks when a key comes up, which typing Han letters here does not do
    page.wait_for_selector(".md-search-result__item h1", timeout=60_000)
    found = [each.replace("\u200b", "") for each in page.locator(".md-search-result__item h1").all_inner_texts()]
    assert any(title in each for each in found), found


@pytest.mark.parametrize("path", ["reference/language/tiers.html", "rules/cliff.html", "tutorial/first-measure.html"])
def test_a_policy_in_the_manual_is_coloured(page: Any, manual: Path, path: str) -> None:  # noqa: ANN401
    visit(page, manual, path)
    assert page.locator(".highlight .k, .highlight .kd, .highlight .kr").count() > 5
    assert page.locator(".highlight .err").count() == 0


@pytest.mark.parametrize("path", ["reference/grammar.html", "en/reference/grammar.html"])
def test_the_grammar_is_drawn_told_and_linked(page: Any, manual: Path, path: str) -> None:  # noqa: ANN401
    visit(page, manual, path)
    drawn = page.locator(".polc-railroad svg")
    assert drawn.count() > 60
    assert drawn.first.is_visible()
    assert page.locator(".polc-ebnf").count() == drawn.count()
    page.locator("#rule-cap ~ .polc-railroad a.polc-ref").first.click()
    assert page.evaluate("document.querySelector(':target') !== null")


def test_a_reader_changes_the_language_and_stays_on_the_page(page: Any, manual: Path) -> None:  # noqa: ANN401
    visit(page, manual, "policies/yuxi/第2条.html")
    change(page, "en")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.url.endswith("/en/policies/yuxi/%E7%AC%AC2%E6%9D%A1.html")
    change(page, "zh")
    assert page.url.endswith("/manual/policies/yuxi/%E7%AC%AC2%E6%9D%A1.html")
    visit(page, manual, "tutorial/card.html")
    change(page, "en")
    assert page.url.endswith("/en/index.html")


def change(page: Any, language: str) -> None:  # noqa: ANN401
    page.locator(".md-header .md-select button").hover()
    page.locator(f".md-select__link[hreflang={language}]").click()
    page.wait_for_load_state("load")


@pytest.mark.parametrize("path", ["policies/yuxi/第2条.html", "reference/keywords.html", "reference/grammar.html"])
def test_on_paper_there_is_the_page_and_nothing_around_it(page: Any, manual: Path, path: str) -> None:  # noqa: ANN401
    page.set_viewport_size({"width": 640, "height": 900})  # an A4 page between its margins
    page.emulate_media(media="print")
    visit(page, manual, path)
    for around in (".md-header", ".md-sidebar--primary", ".md-footer", ".headerlink"):
        assert not page.locator(around).first.is_visible()
    cut = """() => [...document.querySelectorAll('.md-content table, .md-content pre, .polc-railroad svg')]
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
        .map((each) => each.outerHTML.slice(0, 80))"""
    assert page.evaluate(cut) == []
    assert page.locator("details:not([open])").count() == 0 or page.locator("details table").first.is_visible()


WIDTHS = """() => {
  const code = document.querySelector("pre > code");
  return ["档".repeat(20), "|".repeat(40)].map((text) => {
    const line = document.createElement("span");
    line.textContent = text;
    code.append(line);
    const width = line.getBoundingClientRect().width;
    line.remove();
    return width;
  });
}"""


def test_in_code_a_han_character_is_as_wide_as_two_letters(page: Any, manual: Path) -> None:  # noqa: ANN401
    visit(page, manual, "index.html")
    han, letters = page.evaluate(WIDTHS)
    assert han == pytest.approx(letters, rel=0.01)

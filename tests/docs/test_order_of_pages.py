"""The manual as a newcomer meets it: a title is the same wherever it stands, no page that teaches ends in a wall."""

import re
from pathlib import Path

import pytest
from doc_fences import ROOT, pages
from mkdocs.utils.yaml import yaml_load
from test_links import DOCS, GENERATED, LINK

HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
TEACHING = sorted((*DOCS.glob("tutorial/*.md"), *DOCS.glob("guide/*.md")))
LANGUAGE = "reference/language/"


def titles(entry: object) -> list[tuple[str, str]]:
    """Return the titles of a table of contents, each with its page."""
    match entry:
        case dict():
            pairs = ([(str(t), inner)] if isinstance(inner, str) else titles(inner) for t, inner in entry.items())
            return [pair for found in pairs for pair in found]
        case list():
            return [pair for inner in entry for pair in titles(inner)]
        case _:
            return []


def contents(configuration: str) -> list[tuple[str, str]]:
    with (ROOT / configuration).open("rb") as file:
        found = titles(yaml_load(file)["nav"])
    return [(title, page) for title, page in found if page not in (*GENERATED, "index.md")]


@pytest.mark.parametrize("page", TEACHING, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_a_page_that_teaches_ends_with_where_to_go_on(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    paragraphs = text.rstrip().rsplit("\n## ", 1)[-1]
    assert LINK.search(paragraphs)


@pytest.mark.parametrize(("title", "page"), contents("mkdocs.yml"), ids=lambda each: each)
def test_a_page_is_called_the_same_in_the_table_of_contents(title: str, page: str) -> None:
    heading = HEADING.search((DOCS / page).read_text(encoding="utf-8"))
    assert heading
    assert any(title in half for half in heading[1].split(" · ")), heading[1]


def test_the_page_of_the_language_lists_its_pages_as_the_table_of_contents_does() -> None:
    listed = [(title, page) for title, page in contents("mkdocs.yml") if page.startswith(LANGUAGE)]
    text = (DOCS / LANGUAGE / "index.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \[([^\]]+)\]\(([^)]+)\)", text, re.MULTILINE)
    assert [(title, LANGUAGE + page) for title, page in rows] == listed[1:]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_code_in_a_table_holds_a_bar_since_the_site_shows_it_escaped(page: Path) -> None:
    assert not re.findall(r"^\|.*`[^`|]*\\\|[^`]*`", page.read_text(encoding="utf-8"), re.MULTILINE)


def test_decisions_are_listed_in_their_order() -> None:
    listed = re.findall(r"\]\((\d{4})-", (DOCS / "decisions/README.md").read_text(encoding="utf-8"))
    assert listed == sorted(listed)

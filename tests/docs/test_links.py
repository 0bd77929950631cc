"""Every page is in the site's table of contents, and no page links to what is not there."""

import re
from pathlib import Path

import pytest
from doc_fences import ROOT, fences, pages
from mkdocs.utils.yaml import yaml_load

from polc.checks.catalog import rules

DOCS = ROOT / "docs"
LEFT_OUT = "changelog.d"
DECISION = "decisions/0"
GENERATED = ("polc", "polc rules", "polc grammar")
"""Where our plugin puts the policies, the rules and the grammar."""
IN_ENGLISH = ".en.md"
"""What the English edition shows in place of a page."""
MADE = ("reference/grammar.md", "rules/index.md")
MADE += ("policies/index.md", "policies/compare.md", "policies/calculator.md", "policies/yuxi/第2条.md")
MADE += tuple(f"rules/{name}.md" for name in rules())
"""Pages that are made when the site is."""
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")


def listed(entry: object) -> list[str]:
    match entry:
        case str():
            return [entry]
        case dict():
            return [path for inner in entry.values() for path in listed(inner)]
        case list():
            return [path for inner in entry for path in listed(inner)]
        case _:
            return []


def test_the_table_of_contents_lists_every_page_once() -> None:
    with (ROOT / "mkdocs.yml").open("rb") as file:
        site = yaml_load(file)
    found = sorted(path for path in listed(site["nav"]) if path not in GENERATED)
    every = [page for page in DOCS.rglob("*.md") if LEFT_OUT not in page.parts and not page.name.endswith(IN_ENGLISH)]
    there = sorted(page.relative_to(DOCS).as_posix() for page in every)
    assert found == [path for path in there if not path.startswith(DECISION)]


def test_the_english_site_leads_to_pages_that_are_there_each_once() -> None:
    with (ROOT / "mkdocs.en.yml").open("rb") as file:
        site = yaml_load(file)
    found = [path for path in listed(site["nav"]) if path not in GENERATED]
    assert len(found) == len(set(found))
    assert not [path for path in found if not (DOCS / path).exists()]


def test_every_page_is_in_the_english_site_or_said_to_be_chinese_only() -> None:
    with (ROOT / "mkdocs.en.yml").open("rb") as file:
        english = set(listed(yaml_load(file)["nav"]))
    with (ROOT / "mkdocs.yml").open("rb") as file:
        site = yaml_load(file)
    alone = tuple(site["plugins"]["polc"]["only"]["zh"])
    assert {path for path in listed(site["nav"]) if path not in english} == {
        path for path in listed(site["nav"]) if path.startswith(alone)
    }


def test_the_page_of_schemas_lists_every_schema() -> None:
    schemas = DOCS / "reference/schemas"
    text = (schemas / "index.md").read_text(encoding="utf-8")
    assert not [schema.name for schema in schemas.glob("*.json") if f"]({schema.name})" not in text]


def test_the_page_of_decisions_lists_every_decision() -> None:
    text = (DOCS / "decisions/README.md").read_text(encoding="utf-8")
    assert not [page.name for page in DOCS.glob(f"{DECISION}*.md") if f"]({page.name})" not in text]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for fence in reversed(list(fences(page))):
        text = text[: fence.start] + text[fence.end :]
    for target in LINK.findall(text):
        if "://" in target or target.startswith("#"):
            continue
        path, _, _ = target.partition("#")
        there = (page.parent / path).resolve()
        assert there.exists() or there in [DOCS / made for made in MADE], target
        if page.is_relative_to(DOCS):  # the site holds docs/ only
            assert (page.parent / path).resolve().is_relative_to(DOCS), target

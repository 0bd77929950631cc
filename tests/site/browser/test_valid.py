"""Every page of the site is valid to a strict parser of HTML, and every id stands on it once."""

from collections import Counter
from pathlib import Path

import html5lib
import pytest


def errors(text: str) -> list[str]:
    parser = html5lib.HTMLParser()
    parser.parse(text)
    return [f"{code} {data} at {place}" for place, code, data in parser.errors]


def twice(text: str) -> list[str]:
    """Return the ids that several elements have."""
    document = html5lib.parse(text, namespaceHTMLElements=False)
    found = Counter(each.get("id") for each in document.iter() if each.get("id") is not None)
    return [name for name, count in found.items() if count > 1]


def test_the_parser_finds_what_is_wrong() -> None:
    assert errors("<!doctype html><title>t</title><p><div></p></div>")
    assert twice("<!doctype html><title>t</title><p id=a><p id=a>") == ["a"]


@pytest.mark.parametrize("name", ["site", "hostile"])
def test_every_page_is_valid_and_no_id_stands_twice(request: pytest.FixtureRequest, name: str) -> None:
    site: Path = request.getfixturevalue(name)
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 3
    wrong = {}
    for page in pages:
        text = page.read_text(encoding="utf-8")
        if found := [*errors(text), *twice(text)]:
            wrong[page.name] = found[:5]
    assert wrong == {}

"""A page leads to the same page in the other language, or to the first page where there is none."""

from polc.hosts.site_editions import Editions

PLACES = {"zh": ".", "en": "en"}
ONLY = {"zh": ["tutorial/"]}


def ways(own: str, source: str, url: str, home: str = "index.html") -> list[str]:
    editions = Editions(own, PLACES, ONLY)
    text = " ".join(f'href="{each["link"]}"' for each in editions.listed())
    return [each.removeprefix('href="').rstrip('"') for each in editions.linked(text, source, url, home).split()]


def test_a_page_leads_to_itself_in_the_other_language() -> None:
    assert ways("zh", "a/b.md", "a/b.html") == ["b.html", "../en/a/b.html"]
    assert ways("en", "a/b.md", "a/b.html") == ["../../a/b.html", "b.html"]


def test_with_folders_for_pages_too() -> None:
    assert ways("zh", "a/b.md", "a/b/", "") == ["./", "../../en/a/b/"]
    assert ways("en", "index.md", "", "") == ["../", "./"]


def test_a_page_that_one_language_has_alone_leads_to_the_first_page() -> None:
    assert ways("zh", "tutorial/card.md", "tutorial/card.html") == ["card.html", "../en/index.html"]


def test_the_script_of_the_theme_is_not_made_to_ask_for_maps_of_the_other_editions() -> None:
    head = '<meta>\n <link rel="alternate" href="#polc-edition-en" hreflang="en">'
    assert Editions("zh", PLACES).linked(head, "a.md", "a.html", "index.html") == "<meta>"


def test_one_edition_has_no_list() -> None:
    assert Editions("zh", {"zh": "."}).listed() == []
    assert Editions("zh").linked("<p>", "a.md", "a.html", "index.html") == "<p>"

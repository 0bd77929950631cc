"""What a policy says is text on a page, whatever characters it holds."""

import html
import json
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from polc.site.markup import Html, block, data, element, escape, heading

HOSTILE = "<script>alert(1)</script> {{ config }} {% raw %} **a** [b](javascript:c) \" onload='x' `code` &amp; =1+1"


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markup: str) -> Reader:
    reader = Reader()
    reader.feed(markup)
    reader.close()
    return reader


texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]))


@given(texts)
def test_any_text_reads_back_as_it_is(text: str) -> None:
    reader = read(element("p", text, title=text))
    assert reader.tags == ["p"]
    assert reader.text == text
    assert reader.attributes == [("title", text)]


def test_a_hostile_text_stays_text() -> None:
    reader = read(block(element("td", [HOSTILE, element("b", HOSTILE)])))
    assert reader.tags == ["td", "b"]
    assert "{{" not in element("p", HOSTILE)
    assert "{%" not in element("p", HOSTILE)


@given(texts)
def test_a_heading_is_one_line_that_shows_the_text(text: str) -> None:
    line = heading(2, text, "a").strip()
    assert "\n" not in line
    shown = line.removeprefix("##").removesuffix("{#a}").strip()
    assert not set("*_`[]{}<>") & set(shown)
    assert html.unescape(shown) == " ".join(text.split())


@given(st.recursive(texts, lambda inner: st.lists(inner) | st.dictionaries(texts, inner)))
def test_data_in_a_script_reads_back_and_cannot_end_it(value: object) -> None:
    written = data(value)
    assert json.loads(written) == value
    assert not {"<", ">", "&"} & set(written)
    assert "{%" not in written


def test_what_is_markup_already_is_not_escaped_again() -> None:
    once = escape("a & b")
    assert escape(once) == once
    assert isinstance(element("p", once), Html)

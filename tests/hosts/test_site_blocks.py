"""Blocks of markup go round MkDocs and come back where they were."""

from polc.hosts.site_blocks import Blocks
from polc.site.markup import block, element, heading

PAGE = (
    heading(1, "题")
    + block(element("p", "一行\n两行", id="前"))
    + block(element("details", [element("details", "里面"), "外面"], data_search_exclude=True))
    + "\n一段话，a < b\n"
    + block(element("p", "末"))
)


def test_blocks_come_back_where_they_were() -> None:
    blocks = Blocks()
    marked = blocks.out_of("a.md", PAGE)
    assert "一行" not in marked
    assert "# 题" in marked
    assert "一段话，a < b" in marked
    assert blocks.into_the_rest("a.md", blocks.into("a.md", marked)) == PAGE


def test_what_the_search_leaves_out_comes_back_last() -> None:
    blocks = Blocks()
    searched = blocks.into("a.md", blocks.out_of("a.md", PAGE))
    assert "两行" in searched
    assert "末" in searched
    assert "里面" not in searched
    assert "外面" not in searched
    assert "里面" in blocks.into_the_rest("a.md", searched)


def test_anchors_within_blocks_are_known() -> None:
    blocks = Blocks()
    blocks.out_of("a.md", PAGE)
    assert blocks.anchors("a.md") == {"前"}
    assert blocks.anchors("b.md") == set()


def test_other_pages_are_left_alone() -> None:
    assert Blocks().into_the_rest("b.md", Blocks().into("b.md", PAGE)) == PAGE

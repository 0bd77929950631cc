import pytest

from polc.diagnostics.places import column, relative, uri, utf8, utf16
from polc.text import Source


def test_columns_are_counted_in_units_of_the_format() -> None:
    source = Source("a.pol", "甲\n𠮷a甲b")
    end = len(source.text) - 1
    assert source.position(end).column == 4
    assert column(source, end, utf16) == 5
    assert column(source, end, utf8) == 1 + 4 + 1 + 3


def test_a_stray_surrogate_is_no_failure() -> None:
    assert utf16("\ud800") == 1
    assert utf8("\ud800") == 3


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("a.pol", "a.pol"),
        ("./甲/a.pol", "甲/a.pol"),
        ("/工作/甲/a.pol", "甲/a.pol"),
        ("../工作/a.pol", "a.pol"),
        ("../别处/a.pol", "/别处/a.pol"),
    ],
)
def test_paths_are_told_from_the_working_folder(path: str, told: str) -> None:
    assert relative(path, "/工作") == told


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("甲 乙/草稿#1.pol", "%E7%94%B2%20%E4%B9%99/%E8%8D%89%E7%A8%BF%231.pol"),
        ("a:b?100%.pol", "a%3Ab%3F100%25.pol"),
        ("/别处/a.pol", "file:///%E5%88%AB%E5%A4%84/a.pol"),
    ],
)
def test_uris_are_percent_encoded(path: str, told: str) -> None:
    assert uri(path, "/工作") == told


def test_a_path_that_is_no_unicode_is_still_a_uri() -> None:
    assert uri("a\udcff.pol", "/工作") == "a%FF.pol"

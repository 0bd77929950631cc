"""Where a setting stands: in a line of its own, under a header, within a table in one line, or nowhere."""

import pytest

from polc.text import Source
from polc.text.toml_places import key_place, value_place

TEXT = """\
as-of = 2026-06-01  # 某日
"odd name" = "a # b"
tool.polc.strict = 1
[rules]
unused-fact = 'off'
norms = { validity-months = { limit = 3 } }

  [norms.validity-months]
  limit =
"""
SOURCE = Source("polc.toml", TEXT)


@pytest.mark.parametrize(
    ("path", "line", "key", "value"),
    [
        (("as-of",), 1, "as-of", "2026-06-01"),
        (("odd name",), 2, '"odd name"', '"a # b"'),
        (("tool", "polc", "strict"), 3, "tool.polc.strict", "1"),
        (("rules",), 4, "rules", "rules"),
        (("rules", "unused-fact"), 5, "unused-fact", "'off'"),
        (("rules", "norms", "validity-months", "limit"), 6, "norms", "{ validity-months = { limit = 3 } }"),
        (("norms", "validity-months"), 8, "norms.validity-months", "norms.validity-months"),
        (("norms", "validity-months", "limit"), 9, "limit", ""),
        (("gone",), 1, "as-of = 2026-06-01  # 某日", "as-of = 2026-06-01  # 某日"),
    ],
)
def test_a_setting_is_found_or_the_nearest_around_it(path: tuple[str, ...], line: int, key: str, value: str) -> None:
    assert (key_place(SOURCE, path).begin.line, key_place(SOURCE, path).text) == (line, key)
    assert value_place(SOURCE, path).text == value


def test_an_empty_file_has_a_place_too() -> None:
    assert key_place(Source("polc.toml", ""), ("rules",)).text == ""

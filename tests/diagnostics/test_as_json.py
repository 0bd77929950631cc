import json
import re
from pathlib import Path

import jsonschema
import pytest

from polc.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, Words
from polc.diagnostics.as_json import as_data, as_json
from polc.text import Source

PAGE = Path(__file__).parents[2] / "docs/reference/diagnostics-json.md"
SOURCE = Source("甲.pol", "政策 示范\r\n  简称：demo\r\n")
RULE = Rule("some-rule", Severity.WARNING, Words("题", "title"), Words("“{name}”", "“{name}”"))


def everything() -> Diagnostic:
    span = SOURCE.span(3, 5)
    return RULE.at(
        span,
        Words("这里", "here"),
        related=(Label(SOURCE.span(0, 2)),),
        help=(Words("改", "change"),),
        notes=(Words("注", "note"),),
        fixes=(Fix(Words("删", "delete"), (Edit(span, ""),), safe=True),),
        name="示范",
    )


def schema() -> object:
    found = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("findings", [[], [everything()], [RULE.at(Source("无.pol", "").span(0, 0), name="无")]])
def test_the_output_is_what_the_published_schema_says(findings: list[Diagnostic]) -> None:
    jsonschema.validate(json.loads(as_json(findings)), schema())


def test_places_count_lines_and_columns_from_one_and_offsets_from_zero() -> None:
    data = as_data([RULE.at(SOURCE.span(9, 11), name="简称")])["diagnostics"][0]
    assert data["place"]["start"] == {"line": 2, "column": 3, "offset": 9}
    assert data["place"]["end"] == {"line": 2, "column": 5, "offset": 11}


def test_han_characters_are_written_as_they_are() -> None:
    assert "示范" in as_json([everything()])

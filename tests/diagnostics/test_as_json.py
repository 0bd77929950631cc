import json
from pathlib import Path

import jsonschema
import pytest

from polc.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, Words
from polc.diagnostics.as_json import as_data, as_json
from polc.diagnostics.report import Report, report
from polc.diagnostics.tally import Tally
from polc.text import Source

SCHEMA = Path(__file__).parents[2] / "docs/reference/schemas/diagnostics.json"
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


def told(findings: list[Diagnostic]) -> Report:
    return report(findings, "zh", here="/工作", tally=Tally(never=2, shown=3, undecided=1))


def schema() -> object:
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


@pytest.mark.parametrize("findings", [[], [everything()], [RULE.at(Source("无.pol", "").span(0, 0), name="无")]])
def test_the_output_is_what_the_published_schema_says(findings: list[Diagnostic]) -> None:
    jsonschema.validate(json.loads(as_json(told(findings))), schema())


def test_places_count_lines_and_columns_from_one_and_offsets_from_zero() -> None:
    data = as_data([RULE.at(SOURCE.span(9, 11), name="简称")])["diagnostics"][0]
    assert data["place"]["start"] == {"line": 2, "column": 3, "offset": 9}
    assert data["place"]["end"] == {"line": 2, "column": 5, "offset": 11}


def test_han_characters_are_written_as_they_are() -> None:
    assert "示范" in as_json(told([everything()]))


def test_a_report_has_its_fingerprints_and_what_came_of_the_questions() -> None:
    data = json.loads(as_json(told([everything()])))
    assert data["summary"]["questions"] == {"put": 6, "never": 2, "shown": 3, "undecided": 1}
    assert [each["fingerprint"] for each in data["diagnostics"]] == list(told([everything()]).fingerprints)


def test_findings_of_a_command_without_checks_have_neither() -> None:
    data = as_data([everything()])
    jsonschema.validate(data, schema())  # type: ignore[arg-type]
    assert "questions" not in data["summary"]
    assert "fingerprint" not in data["diagnostics"][0]

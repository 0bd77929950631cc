"""``polc.toml``: found above what is checked, each slip told at its place, and the command line goes first."""

import json
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polc.checks.norms import NORMS, Norms
from polc.diagnostics import Diagnostic, Severity
from polc.hosts.cli import exits, main
from polc.text import Source
from polc.workspace.settings import Settings, settings_for
from polc.workspace.settings_read import _KEYS, settings_of

REFERENCE = Path(__file__).parents[2] / "docs/reference"
WHOLE = """\
paths = ["政策"]
exclude = ["政策/旧*"]
as-of = 2026-06-01
fail-level = "warning"
strict = true
baseline = "基线.txt"

[rules]
unused-fact = "off"
uncapped = "error"

[norms.validity-months]
limit = 36
source = "某省办法第20条"
certainty = "读过原文"
"""
POLICY = """\
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  没有用到：是否
条 1 支持
  奖补 补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 30%
"""


SCALARS = st.none() | st.booleans() | st.integers() | st.text() | st.floats() | st.dates() | st.datetimes()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("limit"), inner))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "政策").mkdir()
    (tmp_path / "政策/甲.pol").write_text(POLICY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configured(folder: Path, text: str, name: str = "polc.toml") -> tuple[Settings, list[Diagnostic]]:
    (folder / name).write_text(text, encoding="utf-8")
    return settings_for([folder / "政策"])


def slips(folder: Path, text: str) -> list[tuple[int, str, str]]:
    return [
        (each.place.span.begin.line, each.place.span.text, each.message("zh").removeprefix("配置："))
        for each in configured(folder, text)[1]
    ]


def rules_told(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, str]:
    main(["check", *options, "--json", "--as-of", "2026-06-01"])
    return {each["rule"]: each["severity"] for each in json.loads(capsys.readouterr().out)["diagnostics"]}


def test_everything_that_can_be_set_is_read(folder: Path) -> None:
    said, found = configured(folder, WHOLE)
    assert found == []
    assert said.places == [Path("政策")]
    assert said.baseline_file == Path("基线.txt")
    assert (said.as_of, said.fail_level, said.strict) == ("2026-06-01", Severity.WARNING, True)
    assert said.levels == {"unused-fact": None, "uncapped": Severity.ERROR}
    assert said.norms.validity_months.limit == 36
    assert said.norms.validity_months.words.zh == "依据：某省办法第20条（读过原文）"
    assert said.norms.trial_months == NORMS.trial_months


def test_pyproject_says_the_same_in_its_own_table(folder: Path) -> None:
    text = '[project]\nname = "x"\n\n[tool.polc]\nstrict = true\n\n[tool.polc.rules]\nunused-fact = "off"\n'
    said, found = configured(folder, text, "pyproject.toml")
    assert (found, said.strict, said.levels) == ([], True, {"unused-fact": None})
    said, found = configured(folder, "strict = false\n")
    assert (found, said.strict) == ([], False), "polc.toml goes first"


def test_a_pyproject_without_our_table_is_passed_over(folder: Path) -> None:
    (folder / "polc.toml").write_text("strict = true\n", encoding="utf-8")
    (folder / "政策/pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    assert settings_for([folder / "政策/甲.pol"])[0].strict


def test_the_nearest_file_above_is_taken_and_no_other(folder: Path) -> None:
    configured(folder, "strict = true\n")
    (folder / "政策/polc.toml").write_text("", encoding="utf-8")
    assert settings_for([folder / "政策/甲.pol"]) == (Settings(), []) or not settings_for(["政策/甲.pol"])[0].strict
    assert settings_for(["."])[0].strict


def test_without_a_file_nothing_is_set(folder: Path) -> None:
    assert settings_for([folder]) == (Settings(), [])


def test_each_slip_is_told_at_its_place(folder: Path) -> None:
    told = slips(
        folder,
        'fail-levle = "warning"\nstrict = 1\nas-of = "昨天"\npaths = "政策"\n[rules]\nunused-fact = "none"\n'
        'uncaped = "off"\nunit-missing = "note"\n[norms.validity-months]\nlimit = 0\nsource = ""\nnote = "甲"\n'
        "[norms.lifetime]\nlimit = 3\n[norms.trial-months]\n",
    )
    assert told == [
        (1, "fail-levle", "没有 fail-levle 这一项"),
        (2, "1", "strict 要写成 true 或 false"),
        (3, '"昨天"', "as-of 要写成 2026-06-01 这样的日期"),
        (4, '"政策"', 'paths 要写成几段文字，["…", "…"]'),
        (6, '"none"', "unused-fact 不能是 none"),
        (7, "uncaped", "没有规则 uncaped"),
        (8, "unit-missing", "unit-missing 是读不懂、算不了的错误，轻重不能改：有它就等于没有检查"),
        (12, "note", "没有 note 这一项"),
        (10, "0", "limit 要写成正整数"),
        (11, '""', "source 要写成一段文字"),
        (13, "norms.lifetime", "没有 lifetime 这一项"),
        (15, "norms.trial-months", "trial-months 缺 limit：正整数"),
        (15, "norms.trial-months", "trial-months 缺 source：写明数是从哪里来的，报告里要给人看"),
    ]


@pytest.mark.parametrize("text", ['rules = "off"', "norms = 3", "[norms]\nvalidity-months = 3"])
def test_what_should_be_a_table_and_is_none_is_told(text: str, folder: Path) -> None:
    ((_, _, said),) = slips(folder, text)
    assert said.endswith("要写成一张表")


@pytest.mark.parametrize("text", ["x = [", "[rules]\nunused-fact = off", "a = 1\na = 2", 'x = "'])
def test_what_is_no_toml_is_told_with_its_place_and_the_policies_are_still_checked(
    text: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configured(folder, text)
    assert main(["check", "政策", "--lang", "en", "--format", "concise"]) == exits.FOUND
    said = capsys.readouterr().out
    assert re.search(r"^polc\.toml:\d+:\d+: error\[configuration-unreadable\]: this is no TOML", said, re.MULTILINE)
    assert "unused-fact" in said


def test_a_misspelt_name_gets_a_suggestion_and_a_wrong_level_the_list(folder: Path) -> None:
    (key,) = configured(folder, "excludes = []")[1]
    assert [words.en for words in key.help] == ["did you mean exclude?"]
    (level,) = configured(folder, '[rules]\nuncapped = "fatal"')[1]
    assert [words.en for words in level.help] == ["it can be: error, warning, note, off"]


def test_levels_off_and_the_fail_level_decide(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {"uncapped", "unused-fact"} <= set(rules_told(capsys, "政策"))
    configured(folder, '[rules]\nunused-fact = "off"\nuncapped = "error"\n')
    told = rules_told(capsys, "政策")
    assert "unused-fact" not in told
    assert told["uncapped"] == "error"
    assert main(["check", "政策"]) == exits.FOUND
    configured(folder, 'fail-level = "note"\n')
    assert main(["check", "政策"]) == exits.FOUND
    capsys.readouterr()


def test_the_command_line_goes_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configured(folder, 'fail-level = "note"\n[rules]\nunused-fact = "off"\n')
    assert main(["check", "政策", "--fail-level", "error"]) == exits.FINE
    capsys.readouterr()
    assert "unused-fact" in rules_told(capsys, "政策", "--select", "unused-fact")
    assert "uncapped" not in rules_told(capsys, "政策", "--ignore", "uncapped")
    other = folder / "别的.toml"
    other.write_text('[rules]\nuncapped = "off"\n', encoding="utf-8")
    told = rules_told(capsys, "政策", "--config", "别的.toml")
    assert "unused-fact" in told
    assert "uncapped" not in told


def test_a_configuration_that_is_named_and_not_there_is_an_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(folder / "政策"), "--config", "没有.toml", "--format", "concise"]) == exits.FOUND
    assert "file-not-found" in capsys.readouterr().out


def test_paths_are_told_from_the_file_and_exclude_leaves_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "政策/旧的").mkdir()
    (folder / "政策/旧的/乙.pol").write_text("看不懂\n", encoding="utf-8")
    (folder / "别处").mkdir()
    (folder / "别处/丙.pol").write_text("看不懂\n", encoding="utf-8")
    assert main(["check"]) == exits.FOUND
    configured(folder, 'paths = ["政策"]\nexclude = ["政策/旧*"]\n')
    assert main(["check"]) == exits.FINE
    assert main(["check", "政策/旧的/乙.pol"]) == exits.FOUND, "a file named outright is checked"
    capsys.readouterr()


def test_a_norm_of_ones_own_is_held_against_the_policy_and_shown_with_its_source(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "  状态：已印发\n  印发日期：2026年3月2日\n  施行：自印发之日\n  有效期：3年\n  约定：期满 前一日\n对象"
    (folder / "政策/甲.pol").write_text(POLICY.replace("对象", head, 1), encoding="utf-8")
    assert "validity-too-long" not in rules_told(capsys, "政策")
    configured(folder, '[norms.validity-months]\nlimit = 30\nsource = "某省办法第20条"\n')
    main(["check", "政策", "--select", "validity-too-long", "--as-of", "2026-06-01"])
    said = capsys.readouterr().out
    assert "有效期 3年，一般不超过30个月" in said
    assert "依据：某省办法第20条（由配置给出）" in said


def test_the_published_schema_knows_every_setting_and_no_other() -> None:
    schema = json.loads((REFERENCE / "schemas/polc.toml.json").read_text(encoding="utf-8"))
    assert set(schema["properties"]) == set(_KEYS)
    norms = {each.name.replace("_", "-") for each in fields(Norms)}
    assert set(schema["properties"]["norms"]["properties"]) == norms
    plain = WHOLE.replace("2026-06-01", '"2026-06-01"')  # JSON has no dates
    jsonschema.validate(tomllib.loads(plain), schema)
    for wrong in ("strict = 1", 'fail-level = "off"', '[rules]\nuncapped = "x"', "[norms.validity-months]\nlimit = 3"):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(tomllib.loads(wrong), schema)


def test_the_example_of_the_reference_page_is_understood(folder: Path) -> None:
    page = (REFERENCE / "configuration.md").read_text(encoding="utf-8")
    examples = re.findall(r'```toml title="polc.toml"\n(.*?)```', page, re.DOTALL)
    assert examples
    for example in examples:
        assert configured(folder, example)[1] == []


@given(
    st.text(st.characters(codec="utf-8")) | st.sampled_from(["x = " + "[" * 5000, "x = " + "9" * 5000, "\ufeff[rules]"])
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_file_holds_settings_come_back(folder: Path, text: str) -> None:
    (folder / "polc.toml").write_text(text, encoding="utf-8", newline="")
    said, found = settings_for([folder / "政策"])
    assert isinstance(said, Settings)
    for each in found:
        assert each.message("zh")
        assert each.message("en")
        assert each.place.span.end <= len(each.place.span.source.text)


@given(st.dictionaries(st.sampled_from([*_KEYS, "else"]), VALUES))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_setting_is_set_to_it_is_taken_or_told(folder: Path, table: dict[str, object]) -> None:
    source = Source("polc.toml", "\n".join(f"{key} = 1" for key in table))
    said, found = settings_of(table, source, ())
    assert isinstance(said, Settings)
    assert folder.is_dir()
    assert len({each.place.span.begin.line for each in found}) <= len(table)

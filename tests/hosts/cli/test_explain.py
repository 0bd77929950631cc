import pytest

from polc.checks.catalog import rules
from polc.hosts.cli import exits, main


def test_without_a_rule_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--lang", "en"]) == exits.FINE
    said = capsys.readouterr().out
    for name, rule in rules().items():
        assert f"  {name} " in said
        assert rule.title.en in said


@pytest.mark.parametrize("name", ["unknown-name", "unknown_name", "[unknown-name]", "Unknown-Name"])
def test_a_rule_is_found_however_it_was_copied(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", name, "--lang", "zh"]) == exits.FINE
    said = capsys.readouterr().out
    assert said.startswith("错误[unknown-name] ")
    assert "How to fix" not in said
    assert main(["explain", name, "--lang", "en"]) == exits.FINE
    assert "How to fix" in capsys.readouterr().out


def test_a_slip_is_offered_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unknwon-name", "--lang", "en"]) == exits.USAGE
    assert "did you mean unknown-name?" in capsys.readouterr().err

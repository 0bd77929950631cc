"""``pytest --pol``, run inside pytest."""

import subprocess
import sys
from pathlib import Path

import pytest

import polc
from polc.workspace import folder, load
from polc.workspace.suite import run_suite
from polc.workspace.suite_text import as_text

pytest_plugins = ["pytester"]

GOOD = """\
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 （一） 补贴
  奖补 补贴
    支持对象：企业
    享受：每户企业 每年
    条件：年度支出 达到 30万元
    标准：年度支出 × 30%
    上限：每户企业 每年 50万元
    示例 门槛与封顶
      | 年度支出（万元） | 应得   | 说明     |
      | 29.999999        | 0元    | 差一分   |
      | 30               | 9万元  | 含本数   |
      | 200              | 50万元 | 到了上限 |
"""
WRONG = GOOD.replace("50万元 | 到了上限", "60万元 | 到了上限")
BROKEN = GOOD.replace("条件：年度支出 达到 30万元", "条件：年度支出 达到 30万")
SCENARIO = (
    GOOD
    + """\
    情景 逐年
      | 年度 | 年度支出 | 应得   |
      | 2025 | 100万元  | 30万元 |
      | 2026 | 200万元  | 50万元 |
      | 累计 |          | 80万元 |
"""
)
ENGLISH = """\
policy 示范措施
  id: demo
subject 企业
  spending: money, yearly
clause 1 grant
  benefit grant
    for: 企业
    pay: spending × 30%
    example half
      | spending | award |
      | 100万元  | 50万元 |
"""


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POLC_LANG", raising=False)
    monkeypatch.setenv("PYTHONPATH", str(Path(polc.__file__).parents[1]))  # for processes of their own


def write(pytester: pytest.Pytester, **files: str) -> None:
    for path, text in files.items():
        folder = pytester.path / "policies" / path
        folder.mkdir(parents=True)
        (folder / "policy.pol").write_text(text, encoding="utf-8")


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    # blocked by its installed name first, since it may also be installed in this environment
    loaded = ("-p", "no:polc", "-p", "polc.hosts.pytest_plugin", "-p", "no:hypothesispytest")
    return pytester.runpytest_inprocess(*loaded, *arguments)


def test_each_row_is_an_item_named_in_chinese(pytester: pytest.Pytester) -> None:
    write(pytester, demo=SCENARIO)
    result = run(pytester, "--pol", "policies", "-v")
    result.assert_outcomes(passed=6)
    said = result.stdout.str()
    assert "policies/demo/policy.pol::（一） 补贴 · 门槛与封顶 · 第3行 PASSED" in said
    assert "policies/demo/policy.pol::（一） 补贴 · 逐年 · 第3行 PASSED" in said


def test_without_the_option_nothing_is_collected(pytester: pytest.Pytester) -> None:
    write(pytester, demo=BROKEN)
    assert run(pytester, "policies").ret is pytest.ExitCode.NO_TESTS_COLLECTED


def test_the_ini_option_does_the_same(pytester: pytest.Pytester) -> None:
    write(pytester, demo=GOOD)
    pytester.makeini("[pytest]\npol = true\n")
    run(pytester, "policies").assert_outcomes(passed=3)


def test_a_row_can_be_run_alone_by_its_id(pytester: pytest.Pytester) -> None:
    write(pytester, demo=SCENARIO)
    run(pytester, "--pol", "policies/demo/policy.pol::（一） 补贴 · 逐年 · 第2行").assert_outcomes(passed=1)
    run(pytester, "--pol", "policies", "-k", "逐年").assert_outcomes(passed=3, deselected=3)


def test_a_failed_row_shows_what_polc_test_shows(pytester: pytest.Pytester) -> None:
    write(pytester, demo=WRONG)
    result = run(pytester, "--pol", "policies")
    result.assert_outcomes(passed=2, failed=1)
    shown = result.stdout.str()
    said = as_text(run_suite(load(["policies"])), "zh", colour=False).split("\n2 行通过")[0].strip()
    assert "年度支出 200万元 × 30% = 60万元 → 上限 50万元 → 50万元；应得写的是 60万元" in said
    assert said in shown
    assert "Traceback" not in shown


def test_a_syntax_error_is_one_failing_item_and_the_others_still_run(pytester: pytest.Pytester) -> None:
    write(pytester, bad=BROKEN, good=GOOD)
    pytester.makepyfile(test_other="def test_other() -> None: pass")
    result = run(pytester, "--pol", "-v")
    outcomes = result.parseoutcomes()
    assert outcomes["failed"] == 1
    assert "errors" not in outcomes
    assert "error" not in outcomes
    said = result.stdout.str()
    assert "policies/bad/policy.pol::demo 没有错误 FAILED" in said
    assert "[unit-missing]" in said
    assert "policies/bad/policy.pol::（一） 补贴 · 门槛与封顶 · 第1行 SKIPPED" in said
    assert "policies/good/policy.pol::（一） 补贴 · 门槛与封顶 · 第1行 PASSED" in said
    assert "test_other.py::test_other PASSED" in said


def test_what_is_wrong_with_a_table_is_told_once_and_its_rows_are_skipped(pytester: pytest.Pytester) -> None:
    write(pytester, demo=GOOD.replace("年度支出（万元）", "年支出（万元）"))
    result = run(pytester, "--pol", "policies", "-rs")
    result.assert_outcomes(failed=1, skipped=3)
    assert result.stdout.str().count("错误[unknown-column]") == 1


@pytest.mark.parametrize("junk", [b"", b"\xff\xfe\x00\x00\x01", b"PK\x03\x04", b"\x00" * 50, "政策\n".encode()])
def test_a_file_that_is_no_policy_is_one_failing_item(pytester: pytest.Pytester, junk: bytes) -> None:
    (pytester.path / "junk.pol").write_bytes(junk)
    result = run(pytester, "--pol")
    result.assert_outcomes(failed=1)
    assert "Traceback" not in result.stdout.str()


def test_a_fault_of_ours_breaks_off_nothing(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    write(pytester, demo=GOOD)
    pytester.makepyfile(test_other="def test_other() -> None: pass")
    monkeypatch.setattr(folder, "load_together", lambda _files: 1 / 0)
    run(pytester, "--pol").assert_outcomes(failed=1, passed=1)


def test_chapters_in_several_files_are_one_policy_and_each_row_runs_once(pytester: pytest.Pytester) -> None:
    head, mark, clause = GOOD.partition("条 （一）")
    write(pytester, demo=head)
    (pytester.path / "policies/demo/zz.pol").write_text(mark + clause, encoding="utf-8")
    result = run(pytester, "--pol", "policies", "-v")
    result.assert_outcomes(passed=3)
    assert "zz.pol::（一） 补贴 · 门槛与封顶 · 第1行" in result.stdout.str()
    run(pytester, "--pol", "policies/demo/zz.pol").assert_outcomes(passed=3)


def test_tables_of_one_title_have_ids_of_their_own(pytester: pytest.Pytester) -> None:
    again = GOOD + "    示例 门槛与封顶\n      | 年度支出 | 应得 |\n      | 10万元 | 0元 |\n"
    write(pytester, demo=again)
    result = run(pytester, "--pol", "policies", "-v")
    result.assert_outcomes(passed=4)
    assert "第1行（2） PASSED" in result.stdout.str()


def test_an_english_policy_is_answered_in_english(pytester: pytest.Pytester) -> None:
    write(pytester, demo=ENGLISH)
    assert "award says CNY 500,000" in run(pytester, "--pol", "policies").stdout.str()


def test_it_runs_with_xdist(pytester: pytest.Pytester) -> None:
    pytest.importorskip("xdist")
    write(pytester, good=SCENARIO, bad=BROKEN, wrong=WRONG)
    result = run(pytester, "--pol", "policies", "-n", "2")
    result.assert_outcomes(passed=8, failed=2, skipped=3)
    assert "应得写的是 60万元" in result.stdout.str()


def test_the_plugin_imports_nothing_but_pytest() -> None:
    code = (
        "import sys, pytest; import polc.hosts.pytest_plugin;"
        "print([m for m in sys.modules if m.startswith('polc') or m.split('.')[0] in ('lark', 'rich', 'z3')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == "['polc', 'polc.hosts', 'polc.hosts.pytest_plugin']"


VOCABULARY = "词汇 共用词汇\n\n对象 企业\n  年度支出：金额，每年\n"
IMPORTING = GOOD.replace("对象 企业\n  年度支出：金额，每年\n", "  引用：../common\n")


def test_a_vocabulary_has_no_items_and_its_importers_run(pytester: pytest.Pytester) -> None:
    for name, text in (("common", VOCABULARY), ("demo", IMPORTING)):
        pytester.mkdir(name).joinpath("policy.pol").write_text(text, encoding="utf-8")
    pytester.runpytest("--pol").assert_outcomes(passed=3)
    pytester.runpytest("--pol", "common").assert_outcomes()


def test_what_is_wrong_in_a_vocabulary_fails_it_and_who_imports_it(pytester: pytest.Pytester) -> None:
    wrong = VOCABULARY + "  级别：钱\n"
    for name, text in (("common", wrong), ("demo", IMPORTING)):
        pytester.mkdir(name).joinpath("policy.pol").write_text(text, encoding="utf-8")
    pytester.runpytest("--pol").assert_outcomes(failed=2, skipped=3)
    result = pytester.runpytest("--pol", "demo")
    result.assert_outcomes(failed=1, skipped=3)
    assert "common/policy.pol:5" in result.stdout.str()

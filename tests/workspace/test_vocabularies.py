"""词汇 and 引用: which files are taken, under which names, and where what is wrong is told."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from polc.checks.catalog import rules_of_checks
from polc.diagnostics import Diagnostic, Severity
from polc.workspace import load
from polc.workspace.checked import findings as every_finding
from polc.workspace.load import Workspace
from polc.workspace.suite import run_suite

WORDS = """\
词汇 共用词汇

对象 企业
  年度支出：金额，每年
  年度收入：金额，每年
  高新企业：是否

约束：年度支出 不超过 年度收入
"""
POLICY = """\
政策 示范措施
  简称：{name}
  引用：../common

条 1 支持
  奖补 补贴
    支持对象：企业
    享受：每户企业 每年
    标准：年度支出 × 30%
    示例 三成
      | 年度支出 | 应得  |
      | 10万元   | 3万元 |
"""


def findings(space: Workspace) -> list[Diagnostic]:
    """Return what is wrong with how policies and vocabularies are read, and unused facts; no other advice."""
    mine = {"unused-fact", "vocabulary-repeated", "vocabulary-contradicted"}
    return [each for each in every_finding(space) if each.rule.name in mine or each.rule.name not in rules_of_checks()]


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def told(space: Workspace, folder: Path) -> list[tuple[str, str]]:
    return [(each.rule.name, Path(each.place.span.source.path).relative_to(folder).as_posix()) for each in
            findings(space)]  # fmt: skip


def two(folder: Path, words: str = WORDS) -> None:
    write(folder, {"common/words.pol": words, **{f"{n}/policy.pol": POLICY.format(name=n) for n in ("甲", "乙")}})


def test_a_folder_of_policies_and_vocabulary_is_clean_and_runs(tmp_path: Path) -> None:
    two(tmp_path)
    space = load([tmp_path])
    assert not findings(space)
    suite = run_suite(space)
    assert suite.passed
    assert suite.total == 2


def test_a_vocabulary_is_checked_by_itself(tmp_path: Path) -> None:
    two(tmp_path, WORDS.replace("不超过 年度收入", "不超过 年度收人"))
    assert told(load([tmp_path / "common"]), tmp_path) == [("unknown-name", "common/words.pol")]


@pytest.mark.parametrize("paths", [["."], ["甲", "乙"], ["common", "甲", "乙"], ["乙", "common"]])
def test_what_is_wrong_in_a_vocabulary_is_told_once(tmp_path: Path, paths: Sequence[str]) -> None:
    two(tmp_path, WORDS.replace("高新企业：是否", "高新企业：是非"))
    space = load([tmp_path / path for path in paths])
    assert told(space, tmp_path) == [("unknown-choice", "common/words.pol")]
    everywhere = [space.findings, *(draft.compiled.findings for draft in space.drafts)]
    assert sum(map(len, everywhere)) == 1


def test_what_is_wrong_in_a_vocabulary_keeps_rows_from_running_not_from_being_named(tmp_path: Path) -> None:
    two(tmp_path, WORDS.replace("高新企业：是否", "高新企业：是非"))
    suite = run_suite(load([tmp_path / "甲"]))
    assert len(suite.unread) == 1
    assert [each.rule.name for each in suite.findings] == ["unknown-choice"]


def test_an_import_that_leads_nowhere_is_all_that_is_told_of_what_it_lacks(tmp_path: Path) -> None:
    write(tmp_path, {"甲/policy.pol": POLICY.format(name="甲")})
    assert told(load([tmp_path]), tmp_path) == [("import-not-found", "甲/policy.pol")]


@pytest.mark.parametrize("path", ["../comon", "．．／common"])
def test_the_closest_path_is_offered_as_it_would_be_written(tmp_path: Path, path: str) -> None:
    two(tmp_path)
    (tmp_path / "甲" / "policy.pol").write_text(POLICY.format(name="甲").replace("../common", path), "utf-8")
    (finding,) = findings(load([tmp_path / "甲"]))
    assert finding.fixes[0].edits[0].text == "../common"


def test_a_file_is_named_from_where_the_user_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two(tmp_path, WORDS.replace("高新企业：是否", "高新企业：是非"))
    monkeypatch.chdir(tmp_path / "甲")
    assert [each.place.span.source.path for each in findings(load(["."]))] == ["../common/words.pol"]
    monkeypatch.chdir(tmp_path)
    assert [each.place.span.source.path for each in findings(load(["甲"]))] == ["common/words.pol"]


@pytest.mark.parametrize("path", ["../common/words.pol", "..\\common\\words.pol", "“../common”", "../甲/../common/"])
def test_a_path_may_be_written_in_several_ways(tmp_path: Path, path: str) -> None:
    two(tmp_path)
    (tmp_path / "甲" / "policy.pol").write_text(POLICY.format(name="甲").replace("../common", path), "utf-8")
    assert not findings(load([tmp_path / "甲"]))


def test_a_chapter_may_import_too(tmp_path: Path) -> None:
    head, _, rest = POLICY.format(name="甲").partition("  引用：../common\n")
    write(tmp_path, {"common/words.pol": WORDS, "甲/policy.pol": head, "甲/one.pol": "引用：../common\n" + rest})
    assert not findings(load([tmp_path]))
    assert not findings(load([tmp_path / "甲" / "one.pol"]))


def test_a_vocabulary_may_stand_beside_the_policy_that_imports_it(tmp_path: Path) -> None:
    policy = POLICY.format(name="甲").replace("../common", "words.pol")
    write(tmp_path, {"甲/words.pol": WORDS, "甲/policy.pol": policy, "甲/more.pol": "约束：年度支出 不超过 9亿元\n"})
    space = load([tmp_path])
    assert not findings(space)
    assert [draft.name for draft in space.drafts if draft.policy is not None] == ["甲"]


def test_a_folder_gives_its_vocabularies_and_leaves_its_policies(tmp_path: Path) -> None:
    two(tmp_path)
    write(tmp_path, {"common/policy.pol": "政策 别的\n  简称：别的\n"})
    assert not findings(load([tmp_path / "甲"]))


def test_a_file_without_a_head_among_vocabularies_is_asked_for_one(tmp_path: Path) -> None:
    two(tmp_path)
    write(tmp_path, {"common/rest.pol": "对象 平台\n  面积：个数\n"})
    assert told(load([tmp_path]), tmp_path) == [("no-policy-block", "common/rest.pol")]


def test_a_vocabulary_that_cannot_be_read_is_told_with_its_cause(tmp_path: Path) -> None:
    two(tmp_path)
    (tmp_path / "common" / "words.pol").write_bytes(b"\0\1\2")
    assert sorted(told(load([tmp_path / "甲"]), tmp_path)) == [
        ("import-not-vocabulary", "甲/policy.pol"),
        ("not-text", "common/words.pol"),
    ]


def test_two_vocabularies_that_disagree_are_told_to_whoever_imports_both(tmp_path: Path) -> None:
    two(tmp_path)
    write(tmp_path, {"common/more.pol": "词汇 另一个\n\n对象 企业\n  年度支出：比例\n"})
    found = findings(load([tmp_path]))
    assert [each.rule.name for each in found] == ["vocabulary-contradicted"]
    places = [found[0].place.span, *(label.span for label in found[0].related)]
    assert {Path(span.source.path).name for span in places} == {"words.pol", "more.pol"}


def test_one_shared_vocabulary_by_two_ways_is_one(tmp_path: Path) -> None:
    two(tmp_path)
    more = "词汇 平台\n  引用：words.pol\n\n对象 平台 归属 企业\n  面积：个数\n\n对象 企业\n  连锁：是否\n"
    write(tmp_path, {"common/more.pol": more})
    space = load([tmp_path])
    assert not findings(space)
    policy = next(draft.policy for draft in space.drafts if draft.policy is not None)
    facts = Counter(fact.name for subject in policy.subjects for fact in subject.facts)
    assert facts == Counter(["年度支出", "年度收入", "高新企业", "面积", "连锁"])


def test_a_fact_that_is_repeated_may_be_deleted_by_its_fix(tmp_path: Path) -> None:
    two(tmp_path)
    text = POLICY.format(name="甲").replace("条 1", "对象 企业\n  高新企业：是否\n\n条 1")
    (tmp_path / "甲" / "policy.pol").write_text(text, "utf-8")
    (finding,) = findings(load([tmp_path / "甲"]))
    assert finding.severity is Severity.WARNING
    (edit,) = finding.fixes[0].edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == text.replace("  高新企业：是否\n", "")


def test_a_law_of_a_vocabulary_holds_where_its_facts_are_used(tmp_path: Path) -> None:
    two(tmp_path, WORDS + "\n对象 平台\n  面积：个数\n\n约束：面积 不超过 9个\n")
    drafts = [draft for draft in load([tmp_path / "甲"]).drafts if draft.policy is not None]
    program = drafts[0].compiled.lowered().program
    assert len(program.laws) == 1
    assert {each.name for each in program.inputs} >= {"企业.年度支出", "企业.年度收入"}
    assert "平台.面积" not in {each.name for each in program.inputs}


def test_a_definition_of_a_vocabulary_is_checked_though_nobody_uses_it(tmp_path: Path) -> None:
    two(tmp_path, WORDS + "\n定义 强度：年度支出 + 高新企业\n")
    assert told(load([tmp_path]), tmp_path) == [("type-mismatch", "common/words.pol")]


def test_a_policy_with_a_vocabulary_in_it_is_told_to_keep_them_apart(tmp_path: Path) -> None:
    write(tmp_path, {"甲/policy.pol": "政策 示范措施\n  简称：甲\n" + WORDS})
    assert told(load([tmp_path]), tmp_path) == [("vocabulary-with-clauses", "甲/policy.pol")]


def test_a_name_that_a_vocabulary_of_the_workspace_has_is_found_there(tmp_path: Path) -> None:
    two(tmp_path)
    alone = POLICY.format(name="丙").replace("  引用：../common\n", "\n对象 单位\n  人数：个数\n")
    write(
        tmp_path,
        {"丙/policy.pol": alone, "丁/policy.pol": alone.replace("：企业", "：单位").replace("每户企业", "每单位")},
    )
    found = {Path(each.place.span.source.path).parent.name: each for each in findings(load([tmp_path]))
             if each.severity is Severity.ERROR}  # fmt: skip
    assert {name: each.rule.name for name, each in found.items()} == {"丙": "unknown-subject", "丁": "unknown-name"}
    for each in found.values():
        assert each.help[-1].zh == "../common/words.pol 里有；写 引用：../common/words.pol"

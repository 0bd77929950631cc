"""An answer that is looked up is the one that would be worked out; anything it rests on makes it another."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from polc.checks.draft import Checked
from polc.checks.norms import NORMS
from polc.diagnostics.as_concise import as_concise
from polc.diagnostics.as_json import as_json
from polc.diagnostics.as_sarif import as_sarif
from polc.diagnostics.report import report
from polc.diagnostics.terminal import render
from polc.workspace import cache as module
from polc.workspace import load, spread
from polc.workspace.answers import Means
from polc.workspace.cache import Cache
from polc.workspace.checked import Examined, examined

POLICIES = Path(__file__).parents[2] / "policies"
DAY = 739_577


def look(paths: list[Path], means: Means = Means(), day: int = DAY) -> Examined:  # noqa: B008 - it is frozen
    return examined(load(paths), day, means=means)


def told(found: Examined) -> str:
    """Everything that can be said of what was found, in every format."""
    every = report(found.findings, "zh", here="/", tally=found.tally)
    return as_json(every) + as_sarif(every) + as_concise(every) + render(found.findings, "en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A policy with a vocabulary, an official text with a record, rows in a file, and an earlier version."""
    for name in ("now", "before", "shared"):
        (tmp_path / name).mkdir()
    (tmp_path / "shared" / "words.pol").write_text("词汇 企业\n对象 企业\n  投入：金额，每年\n", encoding="utf-8")
    text = "第一条 对投入达到30万元的企业，按10%给予最高50万元补助。\n"
    for name in ("now", "before"):
        (tmp_path / name / "source.txt").write_text(text, encoding="utf-8")
        (tmp_path / name / "policy.pol").write_text(POLICY, encoding="utf-8")
        (tmp_path / name / "rows.csv").write_text("投入（万元）,应得\n29,0元\n40,4万元\n", encoding="utf-8")
    policy = tmp_path / "now" / "policy.pol"
    policy.write_text(POLICY.replace("  原文文件", "  前版：../before\n  原文文件"), encoding="utf-8")
    (tmp_path / "now" / "source.txt.lock").write_text("sha256 0\n\n第一条\n", encoding="utf-8")
    return tmp_path


POLICY = """\
政策 示范措施
  简称：demo
  原文文件：source.txt
  有效期：至 2030年12月31日
  引用：../shared/words.pol
条 一 支持投入
  奖补 投入补助
    原文：“按10%给予最高50万元补助”
    支持对象：企业
    享受：每家企业 每年
    条件：投入 达到 30万元
    标准：投入 × 10%
    上限：每家企业 每年 50万元
    示例 门槛
      来自：rows.csv
"""


def edit(path: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    def changed(folder: Path) -> None:
        file = folder / path
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")

    return changed


CHANGES = {
    "the policy": edit("now/policy.pol", lambda text: text.replace("达到 30万元", "达到 20万元")),
    "a blank in the policy": edit("now/policy.pol", lambda text: text + "\n"),
    "the vocabulary": edit("shared/words.pol", lambda text: text + "  人数：人\n"),
    "the official text": edit("now/source.txt", lambda text: text.replace("30", "20")),
    "the record": edit("now/source.txt.lock", lambda text: text + "又一句\n"),
    "the record gone": lambda folder: (folder / "now" / "source.txt.lock").unlink(),
    "the rows": edit("now/rows.csv", lambda text: text + "50,5万元\n"),
    "the rows gone": lambda folder: (folder / "now" / "rows.csv").unlink(),
    "the earlier version": edit("before/policy.pol", lambda text: text.replace("50万元", "40万元")),
    "the earlier version's text": edit("before/source.txt", lambda text: text + "完\n"),
    "the earlier version gone": lambda folder: shutil.rmtree(folder / "before"),
    "another file of the policy": lambda folder: (folder / "now" / "more.pol").write_text(
        "条 二 其他\n  要求 守法\n    须：是\n", encoding="utf-8"
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_nothing_stale_is_told_after_a_change(
    folder: Path, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    means = Means(Cache(tmp_path_factory.mktemp("cache")))
    look([folder / "now"], means)
    before = set(means.cache.folder.iterdir()) if means.cache else set()
    CHANGES[name](folder)
    assert told(look([folder / "now"], means)) == told(look([folder / "now"]))
    assert means.cache is not None
    assert set(means.cache.folder.iterdir()) > before, "the change went by unnoticed"


def test_the_day_is_part_of_what_was_asked(folder: Path, tmp_path: Path) -> None:
    means = Means(Cache(tmp_path / "cache"))
    first = told(look([folder / "now"], means))
    late = DAY + 3000
    assert told(look([folder / "now"], means, late)) == told(look([folder / "now"], day=late)) != first


def test_the_norms_are_part_of_what_was_asked(folder: Path, tmp_path: Path) -> None:
    means = Means(Cache(tmp_path / "cache"))
    first = told(look([folder / "now"], means))
    early = replace(NORMS, review_months=replace(NORMS.review_months, limit=120))
    found = examined(load([folder / "now"]), DAY, means=means, norms=early)
    assert told(found) == told(examined(load([folder / "now"]), DAY, norms=early)) != first


def test_another_polc_works_everything_out_itself(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    means = Means(Cache(tmp_path / "cache"))
    look([folder / "now"], means)
    before = len(list((tmp_path / "cache").iterdir()))
    monkeypatch.setattr(module, "itself", lambda: "another")
    look([folder / "now"], means)
    assert len(list((tmp_path / "cache").iterdir())) == 2 * before


def test_a_second_look_computes_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    means = Means(Cache(tmp_path / "cache"))
    first = look([folder / "now"], means)
    monkeypatch.setattr(spread, "run_checks", None)
    again = look([folder / "now"], means)
    assert told(again) == told(first)


def test_an_entry_that_makes_no_sense_is_worked_out_again(folder: Path, tmp_path: Path) -> None:
    store = Cache(tmp_path / "cache")
    first = told(look([folder / "now"], Means(store)))
    for file in (tmp_path / "cache").iterdir():
        key = re.sub(r"\.json$", "", file.name)
        store.put(key, {"found": {"findings": [7], "rules": [{"is": "Source"}], "sources": [["a", 1]]}, "asked": []})
    assert told(look([folder / "now"], Means(store))) == first


def test_everything_a_check_can_see_is_in_the_key() -> None:
    seen = {"compiled", "policy", "official", "accepted", "day", "earlier", "norms"}
    assert {row.name for row in fields(Checked)} == seen, "a new field is to be told by polc.workspace.answers as well"


def test_two_processes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "WORTH_IT", 0)
    for number in range(3):
        shutil.copytree(POLICIES / "panzhihua", tmp_path / str(number) / "panzhihua")
    shutil.copytree(POLICIES / "common", tmp_path / "common")
    for number in range(3):
        file = tmp_path / str(number) / "panzhihua" / "policy.pol"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("引用：../common", "引用：../../common"), encoding="utf-8")
    alone = look([tmp_path])
    together = look([tmp_path], Means(processes=2))
    assert told(alone) == told(together)
    assert len(alone.findings) > 3


def test_what_others_cannot_do_is_done_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "WORTH_IT", 0)
    monkeypatch.setattr(spread, "unlowered", lambda _: lambda: None)  # cannot be sent anywhere
    paths = [folder / "now", folder / "before"]
    assert told(look(paths, Means(processes=2))) == told(look(paths))


def test_where_there_are_no_processes_there_is_this_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(spread, "WORTH_IT", 0)
    monkeypatch.setattr(spread, "ProcessPoolExecutor", refuse)
    paths = [folder / "now", folder / "before"]
    assert told(look(paths, Means(processes=2))) == told(look(paths))

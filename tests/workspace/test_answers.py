"""An answer that is looked up is the one that would be worked out; anything it rests on makes it another."""

from __future__ import annotations

import pickle
import re
import shutil
from dataclasses import fields, replace
from pathlib import Path

import pytest
from changing import CHANGES, told, written

import polc.checks
from polc.checks.draft import Checked
from polc.checks.norms import NORMS
from polc.workspace import cache as module
from polc.workspace import crew, load, portions, shared_out
from polc.workspace.cache import Cache
from polc.workspace.checked import Examined, checked, examined
from polc.workspace.means import Means

POLICIES = Path(__file__).parents[2] / "policies"
CHECKS = Path(polc.checks.__file__).parent
DAY = 739_577


def look(paths: list[Path], means: Means = Means(), day: int = DAY) -> Examined:  # noqa: B008 - it is frozen
    return examined(load(paths), day, means=means)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path)


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


def test_what_is_cited_is_part_of_what_was_asked(tmp_path: Path) -> None:
    means = Means(Cache(tmp_path / "cache"))
    body = "对象 企业\n  达标：是否\n条 1 支持\n  另行规定\n    原文：“按照《旧办法若干规定》执行”\n"
    dates = "  状态：已印发\n  施行：自 2023年1月1日\n  有效期：至 {}\n"
    for name, title, last in (("new", "新办法", "2028年12月31日"), ("old", "旧办法若干规定", "2028年12月31日")):
        (tmp_path / name).mkdir()
        text = f"政策 {title}\n  简称：{name}\n{dates.format(last)}{body}"
        (tmp_path / name / "policy.pol").write_text(text, encoding="utf-8")
    paths = [tmp_path / "new", tmp_path / "old"]
    first = told(look(paths, means))
    old = tmp_path / "old" / "policy.pol"
    old.write_text(old.read_text(encoding="utf-8").replace("2028", "2024"), encoding="utf-8")
    assert told(look(paths, means)) == told(look(paths)) != first
    assert any(each.rule.name == "cites-expired" for each in look(paths, means).findings)


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
    monkeypatch.setattr(shared_out, "run_checks", None)
    again = look([folder / "now"], means)
    assert told(again) == told(first)


def test_an_entry_that_makes_no_sense_is_worked_out_again(folder: Path, tmp_path: Path) -> None:
    store = Cache(tmp_path / "cache")
    first = told(look([folder / "now"], Means(store)))
    for file in (tmp_path / "cache").iterdir():
        key = re.sub(r"\.json$", "", file.name)
        store.put(key, {"found": {"findings": [7], "rules": [{"is": "Source"}], "sources": [["a", 1]]}, "portions": []})
    assert told(look([folder / "now"], Means(store))) == first


def test_everything_a_check_can_see_is_in_the_key() -> None:
    seen = {"compiled", "policy", "official", "accepted", "today", "earlier", "norms", "cited"}
    assert {row.name for row in fields(Checked)} == seen, "a new field is to be told by polc.workspace.answers as well"


def test_no_check_looks_at_the_day_unnoticed() -> None:
    looked = [file.name for file in CHECKS.glob("*.py") if re.search(r"\.today\b", file.read_text(encoding="utf-8"))]
    assert looked == ["draft.py"], "a check asks a draft for its day, so that it is known to hang on it"


def test_on_another_day_only_what_hangs_on_the_day_is_worked_out(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    means = Means(Cache(tmp_path / "cache"))
    look([folder / "now"], means)
    again: list[str] = []

    def noted(subject: Checked, wanted: list[str]) -> portions.Portions:
        again.extend(wanted)
        return portions.run_checks(subject, wanted)

    monkeypatch.setattr(shared_out, "run_checks", noted)
    for late in (DAY + 1, DAY + 3000, 0):
        assert told(look([folder / "now"], means, late)) == told(look([folder / "now"], day=late))
        again.clear()
        look([folder / "now"], means, late)
        assert not again
    (tmp_path / "other").mkdir()
    means = Means(Cache(tmp_path / "other"))
    look([folder / "now"], means)
    again.clear()
    look([folder / "now"], means, DAY + 1)
    assert {"expired", "expires_soon", "not_yet_in_force", "still_draft_after_start"} <= set(again)
    assert not {"tier_overlap", "cap_never_binds", "number_not_in_source"} & set(again)


def test_what_did_not_ask_for_the_day_is_the_same_on_every_day() -> None:
    [draft] = load([POLICIES / "zhangzhou"]).drafts
    days = (0, 1, DAY, DAY + 400, DAY + 1500, DAY + 9000)
    every = [portions.run_checks(checked(draft, day), portions.names()) for day in days]
    for check in portions.names():
        told_ = [each[check] for each in every]
        assert len({portion.daily for portion in told_}) == 1
        assert told_[0].daily or all(portion == told_[0] for portion in told_)
    assert any(each[check].found != every[0][check].found for each in every for check in portions.names())


def test_two_processes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_out, "WORTH_IT", 0)
    monkeypatch.setattr(shared_out, "WORTH_JOINING", 0)
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


def test_two_processes_share_one_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_out, "WORTH_IT", 0)
    elsewhere: list[str] = []
    run = crew.Member.run

    def noted(member: crew.Member, subject: Checked, wanted: list[str]) -> object:
        elsewhere.extend(wanted)
        return run(member, subject, wanted)

    monkeypatch.setattr(crew.Member, "run", noted)
    with crew.Crew(1) as called:
        called.call()[0].run(checked(load([POLICIES / "panzhihua"]).drafts[0]), [])  # it is there
        elsewhere.clear()
        found = look([POLICIES / "panzhihua"], Means(processes=2, crew=called))
    alone = look([POLICIES / "panzhihua"])
    assert (told(found), found.tally) == (told(alone), alone.tally)
    assert 0 < len(set(elsewhere)) == len(elsewhere) < len(portions.names())


def test_what_goes_to_another_process_does_not_change_while_checks_are_at_work() -> None:
    subject = checked(load([POLICIES / "zhangzhou"]).drafts[0], DAY)
    before = pickle.dumps(portions.unlowered(subject))
    portions.run_checks(subject, portions.names())
    assert pickle.dumps(portions.unlowered(subject)) == before


def test_what_others_cannot_do_is_done_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_out, "WORTH_IT", 0)
    monkeypatch.setattr(portions, "unlowered", lambda _: lambda: None)  # cannot be sent anywhere
    paths = [folder / "now", folder / "before"]
    assert told(look(paths, Means(processes=2))) == told(look(paths))


def test_what_a_process_that_is_gone_had_taken_is_done_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_out, "WORTH_IT", 0)
    with crew.Crew(1) as called:
        [member] = called.call()
        member.dismiss()
        paths = [folder / "now", folder / "before"]
        assert told(look(paths, Means(processes=2, crew=called))) == told(look(paths))


def test_where_there_are_no_processes_there_is_this_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(shared_out, "WORTH_IT", 0)
    monkeypatch.setattr(crew.multiprocessing, "get_context", refuse)
    paths = [folder / "now", folder / "before"]
    assert told(look(paths, Means(processes=2))) == told(look(paths))

"""Who asks again and nothing has changed is told the same without anything being read as a policy; else it is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from changing import CHANGES, edit, told, written

from polc.workspace import cache as module
from polc.workspace import examination, load
from polc.workspace.cache import Cache
from polc.workspace.examination import Examination, examine
from polc.workspace.manifest import manifest, unchanged
from polc.workspace.means import Means
from polc.workspace.settings import Settings
from polc.workspace.which_rules import which_rules

DSL = Path(__file__).parents[2] / "dsl"
DAY = 739_577


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path)


def look(
    folder: Path, store: Cache | None = None, *, day: int = DAY, select: str = "", settings: Settings | None = None
) -> Examination:
    rules = which_rules([select] if select else None, None)
    return examine([folder / "now"], day, rules, settings or Settings(), Means(store))


def said(found: Examination) -> str:
    return told(found, found.owns) + str(found.languages) + str(sorted(found.whole))


def test_a_second_look_reads_no_policy(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Cache(tmp_path / "cache")
    first = look(folder, store)
    monkeypatch.setattr(examination, "_examined", None)
    again = look(folder, store)
    assert said(again) == said(first)
    assert len(first.findings) > 2


@pytest.mark.parametrize("name", CHANGES)
def test_nothing_stale_is_told_after_a_change(folder: Path, tmp_path: Path, name: str) -> None:
    store = Cache(tmp_path / "cache")
    look(folder, store)
    CHANGES[name](folder)
    for _ in range(2):
        assert said(look(folder, store)) == said(look(folder))


def test_a_policy_that_comes_is_found(folder: Path, tmp_path: Path) -> None:
    store = Cache(tmp_path / "cache")
    look(folder, store)
    (folder / "now" / "below").mkdir()
    (folder / "now" / "below" / "policy.pol").write_text("政策 又一件\n  简称：b\n对象 企业\n", encoding="utf-8")
    assert said(look(folder, store)) == said(look(folder))


def test_a_vocabulary_that_comes_into_a_folder_that_is_imported_is_found(folder: Path, tmp_path: Path) -> None:
    edit("now/policy.pol", lambda text: text.replace("../shared/words.pol", "../shared"))(folder)
    store = Cache(tmp_path / "cache")
    look(folder, store)
    (folder / "shared" / "more.pol").write_text("词汇 更多\n对象 企业\n  投入：整数\n", encoding="utf-8")
    assert said(look(folder, store)) == said(look(folder))


def test_what_was_missing_and_comes_is_found(folder: Path, tmp_path: Path) -> None:
    words = folder / "shared" / "words.pol"
    text = words.read_text(encoding="utf-8")
    words.unlink()
    store = Cache(tmp_path / "cache")
    look(folder, store)
    words.write_text(text, encoding="utf-8")
    assert said(look(folder, store)) == said(look(folder))


def test_a_record_that_comes_is_read(folder: Path, tmp_path: Path) -> None:
    record = folder / "now" / "source.txt.lock"
    text = record.read_text(encoding="utf-8")
    record.unlink()
    store = Cache(tmp_path / "cache")
    without = said(look(folder, store))
    record.write_text(text, encoding="utf-8")
    assert said(look(folder, store)) == said(look(folder)) != without


def test_what_is_asked_is_part_of_the_key(folder: Path, tmp_path: Path) -> None:
    store = Cache(tmp_path / "cache")
    look(folder, store)
    for day, select, settings in (
        (DAY + 3000, "", None),
        (DAY, "expired", None),
        (DAY, "", Settings(folder=folder, exclude=("now/*",))),
    ):
        again = look(folder, store, day=day, select=select, settings=settings)
        assert said(again) == said(look(folder, day=day, select=select, settings=settings))


def test_another_polc_looks_for_itself(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Cache(tmp_path / "cache")
    look(folder, store)
    monkeypatch.setattr(module, "itself", lambda: "another")
    monkeypatch.setattr(examination, "_again", None)  # nobody may ask: there is nothing under the key
    look(folder, store)


def test_an_entry_that_makes_no_sense_is_passed_over(folder: Path, tmp_path: Path) -> None:
    store = Cache(tmp_path / "cache")
    first = said(look(folder, store))
    for file in (tmp_path / "cache").iterdir():
        store.put(file.stem, {"read": {"texts": [], "records": 7}})
    assert said(look(folder, store)) == first


LOOK = """
import json, os, sys
opened, looked = set(), set()
def note(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.add(arguments[0])
    if event in ("os.listdir", "os.scandir"):
        looked.add(str(arguments[0]))
import polc.workspace.checked
from polc.workspace import load
from polc.workspace.manifest import manifest
sys.addaudithook(note)
space = load(["now"])
polc.workspace.checked.examined(space, 739577)
opened_then, looked_then = sorted(opened), sorted(looked)
print(json.dumps([manifest(space, ["now"]), opened_then, looked_then]))
"""


def test_whatever_is_opened_or_looked_through_is_in_the_manifest(folder: Path) -> None:
    edit("now/policy.pol", lambda text: text.replace("../shared/words.pol", "../shared"))(folder)
    done = subprocess.run(
        [sys.executable, "-c", LOOK],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(DSL)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told_of, opened, looked = json.loads(done.stdout)

    def ours(paths: list[str]) -> set[Path]:
        here = folder.resolve()
        return {path for each in paths if (path := (here / each).resolve()).is_relative_to(here)}

    known = ours([*told_of["texts"], *told_of["records"]])
    assert len(known) == 9  # two policies, each with its text, rows, and record (one is not there); a vocabulary
    assert ours(opened) <= known
    assert ours(looked) <= ours([*told_of["folders"], *told_of["trees"]])


def test_a_run_that_could_not_read_everything_has_no_manifest(folder: Path) -> None:
    assert manifest(load([folder / "now"]), [folder / "now"]) is not None
    (folder / "now" / "rows.csv").unlink()
    assert manifest(load([folder / "now"]), [folder / "now"]) is None


def test_a_link_that_leads_elsewhere_is_a_change(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "now")
    (folder / "other").mkdir()
    for file in (folder / "now").iterdir():
        (folder / "other" / file.name).write_bytes(file.read_bytes())
    read = manifest(load([folder / "link"]), [folder / "link"])
    assert read is not None
    assert unchanged(read)
    (folder / "link").unlink()
    (folder / "link").symlink_to(folder / "other")
    assert not unchanged(read)

"""A site made with the cache is the one made without it, whatever changed in between."""

import datetime as dt
from pathlib import Path

import pytest

import polc.hosts.site_made
from polc.hosts.site_made import site_of
from polc.site import Options, Site
from polc.workspace import load
from polc.workspace.cache import Cache

DAY = dt.date(2026, 6, 1).toordinal()
ONE = """政策 示范措施
  简称：{name}

对象 企业
  实际投资额：金额

条 1 支持投资
  奖补 投资补助
    支持对象：企业
    享受：每家企业 一次
    标准：实际投资额 × {rate}%
    上限：每家企业 100万元
    示例 按比例
      | 实际投资额（万元） | 应得   |
      | 100                | 10万元 |
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "policies"
    found.mkdir()
    for name in ("jia", "yi"):
        write(found, name, 10)
    return found


def write(folder: Path, name: str, rate: int) -> None:
    (folder / f"{name}.pol").write_text(ONE.format(name=name, rate=rate), encoding="utf-8")


def made(folder: Path, cache: Cache | None, day: int = DAY) -> Site:
    return site_of(load([folder]), Options(day), cache)[0]


def test_a_second_time_it_is_the_same_and_nothing_is_drawn(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    first = made(folder, cache)
    drawn: list[str] = []
    monkeypatch.setattr(polc.hosts.site_made, "draw", lambda entry, _: drawn.append(entry.folder))
    assert made(folder, cache) == first
    assert drawn == []
    monkeypatch.undo()
    assert made(folder, None) == first


def test_a_changed_policy_is_drawn_anew_and_its_rows_run_again(folder: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    before = made(folder, cache)
    write(folder, "jia", 20)
    after = made(folder, cache)
    assert after == made(folder, None)
    changed = {path for path in after.files if after.files[path] != before.files.get(path)}
    assert "policies/jia/第1条.md" in changed
    assert not [path for path in changed if path.startswith("policies/yi/")]
    assert "✗" in after.files["policies/jia/第1条.md"]  # 100万元 × 20% is no longer 10万元


def test_another_day_is_another_site(folder: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    made(folder, cache)
    assert made(folder, cache, DAY + 1) == made(folder, None, DAY + 1)


def test_what_was_spoilt_in_the_cache_is_drawn_anew(folder: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    first = made(folder, cache)
    for file in (tmp_path / "cache").iterdir():
        file.write_bytes(file.read_bytes()[:-20])
    assert made(folder, cache) == first

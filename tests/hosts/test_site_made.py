"""A site made with the cache is the one made without it, whatever changed in between."""

import datetime as dt
import sys
from pathlib import Path

import pytest

import polc.hosts.site_drawing
from polc.hosts.site_made import Asked, site_of
from polc.hosts.site_written import write as write_site
from polc.site import Options, Site
from polc.site.contents import Entry
from polc.site.drawn import Drawn
from polc.workspace import spread
from polc.workspace.cache import Cache
from polc.workspace.load import Draft, Unit, Workspace
from polc.workspace.means import Means

LOAD = sys.modules["polc.workspace.load"]  # the package has a function of this name
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


def asked(day: int = DAY) -> Asked:
    return lambda _: Options(day)


def made(folder: Path, cache: Cache | None, day: int = DAY) -> Site:
    return site_of([folder], asked(day), Means(cache)).site


def works(monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[str]]:
    """What is compiled, and what is drawn, from here on."""
    compiled: list[str] = []
    drawn: list[str] = []
    add, draw = LOAD.add, polc.hosts.site_drawing.draw

    def adding(unit: Unit, space: Workspace) -> Draft:
        compiled.append(Path(unit.sources[0].path).stem)
        return add(unit, space)

    def drawing(entry: Entry, options: Options) -> Drawn:
        drawn.append(entry.draft.name)
        return draw(entry, options)

    monkeypatch.setattr(LOAD, "add", adding)
    monkeypatch.setattr(polc.hosts.site_drawing, "draw", drawing)
    return compiled, drawn


def test_a_second_time_it_is_the_same_and_nothing_is_compiled_or_drawn(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    first = made(folder, cache)
    compiled, drawn = works(monkeypatch)
    assert made(folder, cache) == first
    assert (compiled, drawn) == ([], [])
    assert made(folder, None) == first


def test_a_changed_policy_alone_is_compiled_and_drawn_anew(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    before = made(folder, cache)
    write(folder, "jia", 20)
    compiled, drawn = works(monkeypatch)
    after = made(folder, cache)
    assert (compiled, drawn) == (["jia"], ["jia"])
    assert after == made(folder, None)
    changed = {path for path in after.files if after.files[path] != before.files.get(path)}
    assert "policies/jia/第1条.md" in changed
    assert not [path for path in changed if path.startswith("policies/yi/")]
    assert "✗" in after.files["policies/jia/第1条.md"]  # 100万元 × 20% is no longer 10万元


def test_a_policy_more_or_less_is_seen(folder: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    made(folder, cache)
    write(folder, "bing", 30)
    assert made(folder, cache) == made(folder, None)
    (folder / "jia.pol").unlink()
    assert made(folder, cache) == made(folder, None)


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


def test_two_policies_of_one_name_keep_their_own_folders(folder: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    (folder / "ding.pol").write_text(ONE.format(name="yi", rate=30), encoding="utf-8")
    assert made(folder, cache) == made(folder, None)
    (folder / "ding.pol").unlink()  # what stood second stands first
    assert made(folder, cache) == made(folder, None)


def test_what_a_vocabulary_says_is_seen_by_who_imports_it(folder: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    shared = folder / "shared" / "words.pol"
    shared.parent.mkdir()
    words = "词汇 投资\n\n对象 企业\n  实际投资额：金额\n  # {said}\n"
    shared.write_text(words.format(said="一"), encoding="utf-8")
    text = ONE.format(name="jia", rate=10)
    text = text.replace("\n\n对象 企业\n  实际投资额：金额\n", "\n  引用：shared/words.pol\n")
    (folder / "jia.pol").write_text(text, encoding="utf-8")
    first = made(folder, cache)
    assert "100万元" in first.files["policies/jia/第1条.md"]
    assert made(folder, cache) == first
    shared.write_text(words.format(said="二").replace("金额", "件数"), encoding="utf-8")
    assert made(folder, cache) == made(folder, None)
    shared.unlink()
    assert made(folder, cache) == made(folder, None)


def test_a_text_that_comes_later_is_seen(folder: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    text = ONE.format(name="jia", rate=10).replace("  简称：jia\n", "  简称：jia\n  原文文件：jia.txt\n")
    (folder / "jia.pol").write_text(text, encoding="utf-8")
    first = site_of([folder], asked(), Means(cache))
    again = site_of([folder], asked(), Means(cache))
    assert [each.rule.name for each in first.errors] == [each.rule.name for each in again.errors] == ["file-not-found"]
    (folder / "jia.txt").write_text("第一条 按投资额的百分之十补助。\n", encoding="utf-8")
    assert not site_of([folder], asked(), Means(cache)).errors
    assert made(folder, cache) == made(folder, None)


def test_an_earlier_version_beside_it_is_told_what_is_found_in_it(folder: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    text = ONE.format(name="jia", rate=10).replace("  简称：jia\n", "  简称：jia\n  前版：yi.pol\n")
    (folder / "jia.pol").write_text(text, encoding="utf-8")
    assert made(folder, cache) == made(folder, None)
    write(folder, "yi", 30)
    assert made(folder, cache) == made(folder, None)
    write(folder, "jia", 30)
    assert made(folder, cache) == made(folder, None)


def test_whom_a_policy_cites_is_seen(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "cache")
    cites = ONE.format(name="jia", rate=10).replace("    支持对象", "    原文：“按《扶持办法》执行”\n    支持对象")
    (folder / "jia.pol").write_text(cites, encoding="utf-8")
    (folder / "yi.pol").write_text(ONE.format(name="yi", rate=10).replace("示范措施", "另一办法"), encoding="utf-8")
    made(folder, cache)
    named = ONE.format(name="yi", rate=10).replace("示范措施", "扶持办法\n  有效期：至 2025年12月31日")
    (folder / "yi.pol").write_text(named, encoding="utf-8")
    _, drawn = works(monkeypatch)
    after = made(folder, cache)
    assert sorted(drawn) == ["jia", "yi"]  # jia cites what has run out
    assert after == made(folder, None)


def test_errors_are_told_whether_kept_or_not(folder: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    claimed = ONE.format(name="jia", rate=10).replace("    上限", "    应成立：应得 不超过 1万元\n    上限")
    (folder / "jia.pol").write_text(claimed, encoding="utf-8")
    alone = [each.rule.name for each in site_of([folder], asked()).errors]
    assert alone
    for _ in range(2):
        assert [each.rule.name for each in site_of([folder], asked(), Means(cache)).errors] == alone
    (folder / "yi.pol").write_text("政策 坏\n  简称：yi\n\n条 1\n  奖补\n", encoding="utf-8")
    broken = [each.rule.name for each in site_of([folder], asked()).errors]
    for _ in range(2):
        assert [each.rule.name for each in site_of([folder], asked(), Means(cache)).errors] == broken


def test_in_several_processes_it_is_the_same(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "WORTH_IT", 0)
    told: list[tuple[int, int]] = []
    cache = Cache(tmp_path / "cache")
    several = site_of([folder], asked(), Means(cache, 2), lambda *each: told.append(each))
    assert several.site == made(folder, None)
    assert told == [(1, 2), (2, 2)]
    assert made(folder, cache) == several.site


def test_only_what_changed_is_written(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    site = made(folder, None)
    assert write_site(site, target) == len(site.files)
    assert write_site(site, target) == 0
    write(folder, "jia", 20)
    after = made(folder, None)
    changed = {path for path in after.files if after.files[path] != site.files[path]}
    assert write_site(after, target) == len(changed)
    assert {path: (target / path).read_text(encoding="utf-8") for path in after.files} == after.files

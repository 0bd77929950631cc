"""The cache gives back what was put in, or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from polc.workspace import cache as module
from polc.workspace.cache import PLACE, Cache, key_of, usual

KEY = key_of(["甲"])


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    there = Cache(tmp_path / "new" / "folder")
    assert there.get(KEY) is None
    there.put(KEY, {"甲": [1, None, "乙"]})
    assert there.get(KEY) == {"甲": [1, None, "乙"]}
    assert there.get(key_of(["乙"])) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-3],
        lambda data: data.replace(b"1", b"2"),
        lambda _: b"",
        lambda _: b"\xff\x00",
        lambda data: data.partition(b"\n")[0] + b"\n[]",
    ],
)
def test_an_entry_that_is_not_whole_is_passed_over_and_written_anew(tmp_path: Path, spoil: object) -> None:
    there = Cache(tmp_path)
    there.put(KEY, {"甲": [1]})
    (file,) = tmp_path.iterdir()
    file.write_bytes(spoil(file.read_bytes()))  # type: ignore[operator]
    assert there.get(KEY) is None
    there.put(KEY, {"甲": [1]})
    assert there.get(KEY) == {"甲": [1]}


def test_an_entry_of_another_key_is_no_answer(tmp_path: Path) -> None:
    there = Cache(tmp_path)
    there.put(KEY, {"甲": [1]})
    (file,) = tmp_path.iterdir()
    other = key_of(["乙"])
    file.rename(file.with_name(f"{other}.json"))
    assert there.get(other) is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    there = Cache(tmp_path / "file" / "folder")
    there.put(KEY, {})
    assert there.get(KEY) is None


def test_what_was_not_asked_for_longest_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = Cache(tmp_path)
    keys = [key_of([str(number)]) for number in range(4)]
    for age, key in zip((30, 40, 20, 10), keys, strict=True):
        there.put(key, {"text": "字" * 100})
        os.utime(tmp_path / f"{key}.json", (age, age))
    assert there.get(keys[1]) is not None  # asked for: now the youngest
    monkeypatch.setattr(module, "MOST", 1200)
    Cache(tmp_path).put(KEY, {})
    assert there.get(keys[1]) is not None
    assert there.get(KEY) is not None
    assert there.get(keys[0]) is there.get(keys[3]) is None


def test_the_folder_is_looked_through_again_after_much_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 4000)
    monkeypatch.setattr(module, "_OFTEN", 1000)
    there = Cache(tmp_path)
    for number in range(100):
        there.put(key_of([str(number)]), {"text": "字" * 100})
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < 4000 + 1000 + 500


def test_parts_do_not_run_into_one_another() -> None:
    assert key_of(["甲", "乙"]) != key_of(["甲乙"]) != key_of(["甲乙", ""])


def test_the_user_says_where_it_is_or_that_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLACE, str(tmp_path))
    assert usual() == Cache(tmp_path)
    monkeypatch.setenv(PLACE, "")
    assert usual() is None
    monkeypatch.delenv(PLACE)
    here = usual()
    assert here is not None
    assert here.folder.is_absolute()

"""Speed and memory, by hand (``python tests/bench/bench.py``) and in CI as smoke (``--smoke``).

Method: each figure is the median of several runs in one process after a warm-up (cold figures: whole processes, as
the operating system accounts for each). Beside each figure stands its ratio to a yardstick measured in the same run:
a fixed loop of exact arithmetic in this very interpreter, so that figures from two machines can be compared. Nothing
here asserts a time. ``README.md`` beside this file keeps figures, with the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import geometry
import website
from running import ROOT, cold, median
from synthetic import long_file, long_table, policy

from polc.core.slicing import slice_to
from polc.readers.evaluate import Case, run
from polc.runs.answer import compute
from polc.runs.computation import lines
from polc.runs.ledger import Ledger
from polc.runs.tables import run_table
from polc.syntax.parse import parse
from polc.text import Source
from polc.workspace import load
from polc.workspace.suite import run_suite

POLICIES = ROOT / "policies"
DOCUMENTS = ("yuxi", "kunming", "zhangzhou", "panzhihua", "jinhua")
ONE = ("panzhihua",)
"""What a smoke run makes do with, beside Yuxi, of which single figures are."""
YUXI = POLICIES / "yuxi"


def yardstick() -> Fraction:
    """A fixed amount of work of the kind polc does: exact sums and products."""
    total = Fraction(0)
    for number in range(1, 2000):
        total += Fraction(number, 100) * 3
    return total


def documents(names: Sequence[str], times: int) -> dict[str, dict[str, float]]:
    """Return for each real measure: its size, load and test warm (this process), check and test cold."""
    found: dict[str, dict[str, float]] = {}
    for name in names:
        space = load([POLICIES / name])
        checked, tested = cold(["check", str(POLICIES / name)], times), cold(["test", str(POLICIES / name)], times)
        found[name] = {
            "lines": sum(source.text.count("\n") for source in space.drafts[0].compiled.sources),
            "rows": run_suite(space).total,
            "load_warm_s": median(lambda name=name: load([POLICIES / name]), times),  # type: ignore[misc]
            "test_warm_s": median(lambda space=space: run_suite(space), times),  # type: ignore[misc]
            "check_cold_s": checked["wall_s"],
            "check_peak_mb": checked["peak_mb"],
            "test_cold_s": tested["wall_s"],
            "test_peak_mb": tested["peak_mb"],
        }
    return found


def long_tables(rows: int, times: int, folder: Path) -> dict[str, dict[str, float]]:
    """Return the cold cost of one example table of so many rows: in the file, and in a CSV beside it."""
    inline, beside = folder / "inline", folder / "beside"
    inline.mkdir()
    beside.mkdir()
    (inline / "policy.pol").write_text(long_table(rows), encoding="utf-8")
    text, csv = long_file(rows)
    (beside / "policy.pol").write_text(text, encoding="utf-8")
    (beside / "rows.csv").write_text(csv, encoding="utf-8")
    return {
        place.name: {"rows": run_suite(load([place])).total, **cold(["test", str(place)], times)}
        for place in (inline, beside)
    }


def growth(sizes: list[int], times: int, folder: Path) -> dict[str, dict[str, float]]:
    """Return load and test of a measure of so many clauses, each time from nothing, and the peak of a whole process."""
    found: dict[str, dict[str, float]] = {}
    for size in sizes:
        file = folder / f"{size}.pol"
        file.write_text(policy(size), encoding="utf-8")
        loaded = median(lambda file=file: load([file]), times)  # type: ignore[misc]
        both = median(lambda file=file: run_suite(load([file])), times)  # type: ignore[misc]
        found[str(size)] = {
            "rows": run_suite(load([file])).total,
            "load_s": loaded,
            "load_ms_a_clause": loaded / size * 1000,
            "test_s": both - loaded,
            "test_ms_a_clause": (both - loaded) / size * 1000,
            "peak_mb": cold(["test", str(file)], 1)["peak_mb"],
        }
    return found


def checking(names: Sequence[str], sizes: list[int], times: int, folder: Path) -> dict[str, dict[str, float]]:
    """Return what checking costs: some documents cold (in one process, in all), warm, and on another day.

    And measures of so many clauses in one process, the longest in all. The peak is that of the first process alone.
    """
    paths = [str(POLICIES / name) for name in names]
    cache = str(folder / "cache")
    cold(["check", *paths], 1, cache)
    found = {
        "documents_one_process": cold(["check", *paths, "--jobs", "1"], times),
        "documents_cold": cold(["check", *paths], times),
        "documents_warm": cold(["check", *paths], times, cache),
    }
    # each day once: the second time nothing has changed
    days = [cold(["check", *paths, "--as-of", f"2027-01-0{day}"], 1, cache) for day in range(1, times + 1)]
    found["documents_another_day"] = {key: statistics.median(day[key] for day in days) for key in days[0]}
    for size in sizes:
        file = folder / f"check{size}.pol"
        file.write_text(policy(size), encoding="utf-8")
        found[f"{size}_clauses"] = cold(["check", str(file), "--jobs", "1"], min(times, 2))
    found[f"{sizes[-1]}_clauses_shared"] = cold(["check", str(folder / f"check{sizes[-1]}.pol")], min(times, 2))
    return found


def tiers(rows: int, times: int) -> dict[str, float]:
    """Return the milliseconds in which the overlaps of a table of so many rows over 6 facts are found, both ways."""
    table = geometry.rows(rows, 6, 5)
    if geometry.swept(table) != geometry.asked(table):
        message = "the sweep and the solver name different pairs"
        raise AssertionError(message)
    sweep, solver = median(lambda: geometry.swept(table), times * 3), median(lambda: geometry.asked(table), times)
    return {"rows": rows, "sweep_ms": sweep * 1000, "solver_ms": solver * 1000, "ratio": solver / sweep}


def one_award(times: int) -> dict[str, float]:
    """Return what one example row and one award of 算力补贴 cost, in this process."""
    space = load([YUXI])
    compiled = space.drafts[0].compiled
    assert compiled.policy is not None
    benefit = next(part for part in compiled.policy.benefits if part.name == "算力补贴")
    table = benefit.tables[0]
    one_table = median(lambda: list(run_table(compiled, benefit, table)), times * 5)
    lowered = compiled.lowered()
    plan = lowered.plans["算力补贴"]
    program = slice_to(lowered.program, plan.steps)
    facts = {"企业.年度购买本地算力服务总额": 20_000_000, "企业.年度实际支出算力费用": 20_000_000}
    _, told, _ = compute(lowered, plan, facts, 739_000, Ledger())
    repeats = 200
    bare = median(lambda: [run(program, Case(told)) for _ in range(repeats)], times) / repeats
    explained = (
        median(lambda: [lines(lowered, plan, run(program, Case(told)), told) for _ in range(repeats)], times) / repeats
    )
    return {
        "example_row_of_one_table_ms": one_table / len(table.rows) * 1000,
        "award_us": bare * 1e6,
        "award_explained_us": explained * 1e6,
    }


def measure(times: int, copies: int, rows: int, sizes: list[int]) -> dict[str, object]:
    """Return every figure of one run."""
    unit = median(yardstick, max(times, 5))
    big = (YUXI / "policy.pol").read_text(encoding="utf-8") * copies
    parsed = median(lambda: parse(Source("yuxi", big)), times)
    some = DOCUMENTS if times > 1 else ONE
    real = documents(tuple(dict.fromkeys(("yuxi", *some))), times)
    award = one_award(times)
    starting = cold(["--help"], times)
    with tempfile.TemporaryDirectory() as name:
        tables = long_tables(rows, min(times, 3), Path(name))
        grown = growth(sizes, min(times, 3), Path(name))
        checked = checking(some, sizes[-1:], min(times, 3), Path(name))
        built = website.site(some, 300 if times > 1 else 3, min(times, 3), Path(name))
    yuxi = real["yuxi"]
    return {
        "machine": {
            "python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count(),
            "processor": platform.processor() or platform.machine(),
        },
        "method": f"median of {times} runs after one warm-up; cold: whole processes",
        "yardstick_ms": unit * 1000,
        "rows": yuxi["rows"],
        "lines": yuxi["lines"],
        "documents": real,
        "long_tables": tables,
        "growth": grown,
        "checking": checked,
        "site": built,
        "tiers": tiers(100 if times > 1 else 10, min(times, 3)),
        "figures": {
            "parse_lines_per_s": big.count("\n") / parsed,
            "load_yuxi_s": yuxi["load_warm_s"],
            "example_row_ms": yuxi["test_warm_s"] / yuxi["rows"] * 1000,
            **award,
            "cold_help": starting,
            "bare_python": bare_python(times),
        },
        "in_yardsticks": {
            "load_yuxi": yuxi["load_warm_s"] / unit,
            "example_row": yuxi["test_warm_s"] / yuxi["rows"] / unit,
            "award": award["award_us"] / 1e6 / unit,
            "award_explained": award["award_explained_us"] / 1e6 / unit,
            "cold_check": yuxi["check_cold_s"] / unit,
            "cold_help": starting["wall_s"] / unit,
            **{f"test_cold_{name}": figures["test_cold_s"] / unit for name, figures in real.items()},
            **{f"long_table_{name}": figures["wall_s"] / unit for name, figures in tables.items()},
            **{f"load_{size}_clauses": figures["load_s"] / unit for size, figures in grown.items()},
            **{f"check_{name}": figures["user_s"] / unit for name, figures in checked.items()},
            **{f"site_{name}": figures["user_s"] / unit for name, figures in built.items() if "user_s" in figures},
            **{f"test_{size}_clauses": figures["test_s"] / unit for size, figures in grown.items()},
        },
    }  # fmt: skip


def bare_python(times: int) -> float:
    """Return the median wall seconds of starting Python and nothing else."""
    return median(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="once each and small, to see that it runs")
    parser.add_argument("--check", action="store_true", help="only what checking costs")
    parser.add_argument("--site", action="store_true", help="only what the site costs")
    parser.add_argument("--policies", type=int, default=300, help="how many made policies the site has")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.site:
        before = median(yardstick, 20)
        with tempfile.TemporaryDirectory() as name:
            found = website.site(DOCUMENTS, given.policies, 3, Path(name))
        after = median(yardstick, 20)
        print(f"yardstick: {before * 1000:.3f} ms before, {after * 1000:.3f} ms after")
        for title, figures in found.items():
            print(f"{title:32} { {key: round(value, 2) for key, value in figures.items()} }")
        return
    if given.check:
        with tempfile.TemporaryDirectory() as name:
            for title, figures in checking(DOCUMENTS, [50, 100, 200, 500], 3, Path(name)).items():
                print(f"{title:32} { {key: round(value, 2) for key, value in figures.items()} }")
        print(f"{'tiers':32} { {key: round(value, 1) for key, value in tiers(100, 3).items()} }")
        return
    found = measure(1, 1, 100, [5, 10]) if given.smoke else measure(5, 10, 10_000, [50, 100, 200, 500])
    if given.json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return
    print(f"{found['machine']}\n{found['method']}\nyardstick: {found['yardstick_ms']:.3f} ms")
    for title in ("documents", "long_tables", "growth", "checking", "site", "tiers", "figures", "in_yardsticks"):
        print(f"\n{title}")
        for name, value in found[title].items():  # type: ignore[attr-defined]
            shown = {k: round(v, 3) for k, v in value.items()} if isinstance(value, dict) else f"{value:,.4g}"
            print(f"{name:32} {shown}")


if __name__ == "__main__":
    main()

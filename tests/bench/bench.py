"""Speed and memory, by hand (``python tests/bench/bench.py``) and in CI as smoke (``--smoke``).

Method: each figure is the median of several runs in one process after a warm-up (cold figures: whole processes, as
the operating system accounts for them). Beside each figure stands its ratio to a yardstick measured in the same run:
a fixed loop of exact arithmetic in this very interpreter, so that figures from two machines can be compared. Nothing
here asserts a time.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

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

ROOT = Path(__file__).parents[2]
YUXI = ROOT / "policies" / "yuxi"


def median(run: Callable[[], object], times: int) -> float:
    """Return the median seconds of ``times`` runs after one that is not counted."""
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def yardstick() -> Fraction:
    """A fixed amount of work of the kind polc does: exact sums and products."""
    total = Fraction(0)
    for number in range(1, 2000):
        total += Fraction(number, 100) * 3
    return total


def cold(arguments: list[str], times: int) -> dict[str, float]:
    """Return median wall and user seconds and peak MB of whole processes."""
    walls, users, peaks = [], [], []
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "dsl"), "PYTHONDONTWRITEBYTECODE": ""}
    for count in range(times + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "polc", *arguments], env=environment, capture_output=True, check=False)
        wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if count:
            walls.append(wall)
            users.append(after.ru_utime - before.ru_utime)
            peaks.append(after.ru_maxrss / 1024)
    return {"wall_s": statistics.median(walls), "user_s": statistics.median(users), "peak_mb": max(peaks)}


def measure(times: int, copies: int) -> dict[str, object]:
    """Return every figure of one run."""

    unit = median(yardstick, max(times, 5))
    text = (YUXI / "policy.pol").read_text(encoding="utf-8")
    big = text * copies
    count = big.count("\n")
    parsed = median(lambda: parse(Source("yuxi", big)), times)
    space = load([YUXI])
    compiled = space.drafts[0].compiled
    loaded = median(lambda: load([YUXI]), times)
    rows = run_suite(space).total
    tested = median(lambda: run_suite(space), times)
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
    figures = {
        "parse_lines_per_s": count / parsed,
        "load_yuxi_s": loaded,
        "example_row_ms": tested / rows * 1000,
        "example_row_of_one_table_ms": one_table / len(table.rows) * 1000,
        "award_us": bare * 1e6,
        "award_explained_us": explained * 1e6,
        "cold_check_yuxi": cold(["check", str(YUXI)], times),
        "cold_help": cold(["--help"], times),
        "bare_python": bare_python(times),
    }
    return {
        "machine": {
            "python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count(),
            "processor": platform.processor() or platform.machine(),
        },
        "method": f"median of {times} runs after one warm-up; cold: whole processes",
        "yardstick_ms": unit * 1000,
        "rows": rows,
        "lines": text.count("\n"),
        "figures": figures,
        "in_yardsticks": {
            "load_yuxi": loaded / unit, "example_row": tested / rows / unit, "award": bare / unit,
            "award_explained": explained / unit,
            "cold_check": figures["cold_check_yuxi"]["wall_s"] / unit,
            "cold_help": figures["cold_help"]["wall_s"] / unit,
        },
    }  # fmt: skip


def bare_python(times: int) -> float:
    """Return the median wall seconds of starting Python and nothing else."""
    return median(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="once each, to see that it runs")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    found = measure(1 if given.smoke else 7, 1 if given.smoke else 10)
    if given.json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return
    print(f"{found['machine']}\n{found['method']}\n")
    for name, value in found["figures"].items():  # type: ignore[attr-defined]
        shown = {k: round(v, 3) for k, v in value.items()} if isinstance(value, dict) else f"{value:,.4g}"
        print(f"{name:32} {shown}")
    print(f"\nin yardsticks (1 = {found['yardstick_ms']:.3f} ms of exact arithmetic in this run)")
    for name, value in found["in_yardsticks"].items():  # type: ignore[attr-defined]
        print(f"{name:32} {value:,.4g}")


if __name__ == "__main__":
    main()

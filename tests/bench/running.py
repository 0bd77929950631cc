"""Runs of polc, timed: in this process, and as whole processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]


def median(run: Callable[[], object], times: int) -> float:
    """Return the median seconds of ``times`` runs after one that is not counted."""
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def cold(arguments: list[str], times: int, cache: str = "") -> dict[str, float]:
    """Return median wall and user seconds and peak MB of whole processes, each accounted for by itself.

    ``cache`` is the folder of polc's cache; without one nothing is kept. One run alone is not warmed up.
    """
    walls, users, peaks = [], [], []
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "dsl"),
        "PYTHONDONTWRITEBYTECODE": "",
        "POLC_CACHE_DIR": cache,
    }
    warm_up = times > 1
    for count in range(times + warm_up):
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "polc", *arguments],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
        if count or not warm_up:
            walls.append(time.perf_counter() - start)
            users.append(used.ru_utime)
            peaks.append(used.ru_maxrss / 1024)
    return {"wall_s": statistics.median(walls), "user_s": statistics.median(users), "peak_mb": max(peaks)}

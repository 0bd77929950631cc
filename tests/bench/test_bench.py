"""The bench runs: a smoke test, no time is asserted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def test_the_bench_measures_everything_it_names() -> None:
    bench = Path(__file__).with_name("bench.py")
    command = [sys.executable, str(bench), "--smoke", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=None)
    found = json.loads(done.stdout)
    assert found["rows"] > 100
    assert found["figures"]["parse_lines_per_s"] > 0
    assert set(found["in_yardsticks"]) >= {"load_yuxi", "example_row", "award", "cold_check", "cold_help"}
    assert all(figures["rows"] > 100 for figures in found["documents"].values())
    assert {name: figures["rows"] for name, figures in found["long_tables"].items()} == {"inline": 100, "beside": 100}
    assert list(found["growth"]) == ["5", "10"]
    documents = ["documents_one_process", "documents_cold", "documents_warm", "documents_another_day"]
    assert list(found["checking"]) == [*documents, "10_clauses", "10_clauses_shared"]
    assert found["tiers"]["rows"] == 10
    exports = [f"{what}_export_{run}" for what in ("documents", "3_policies") for run in ("first", "again", "changed")]
    builds = ["documents_build_again", "documents_build_changed"]
    assert {name for name, figures in found["site"].items() if "user_s" in figures} == {*exports, *builds}
    assert found["site"]["documents_page_kb"]["largest"] < 300

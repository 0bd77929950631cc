"""What a site costs: five real documents, and hundreds of made ones, with what the checks find known beforehand.

Each figure is of whole processes: ``first`` with nothing drawn before, ``again`` with nothing changed, ``changed``
after a change in one policy. ``export`` is our own work, ``build`` is with MkDocs. Weights are in kB, without shared
files.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import statistics
from collections.abc import Sequence
from pathlib import Path

from running import ROOT, cold
from synthetic import policy

CLAUSES = 10
Figures = dict[str, dict[str, float]]


def site(names: Sequence[str], policies: int, times: int, folder: Path) -> Figures:
    """Return what the site of some documents costs, and that of so many made policies."""
    real = folder / "documents"
    for name in (*names, "common"):
        shutil.copytree(ROOT / "policies" / name, real / name)
    found = {f"documents_{title}": figures for title, figures in _costs(real, real / names[0], times, folder).items()}
    made = folder / "made"
    for number in range(policies):
        place = made / f"p{number:03d}"
        place.mkdir(parents=True)
        text = policy(CLAUSES).replace("合成措施", f"合成措施{number}").replace("synthetic", place.name)
        (place / "policy.pol").write_text(text, encoding="utf-8")
    costs = _costs(made, made / "p001", times, folder, build=False)
    return found | {f"{policies}_policies_{title}": figures for title, figures in costs.items()}


def _costs(paths: Path, one: Path, times: int, folder: Path, *, build: bool = True) -> Figures:
    """Return what it costs to make the site of a folder; ``one`` is the folder of the policy that changes."""
    known, out = folder / f"known-{paths.name}", folder / f"site-{paths.name}"
    cold(["check", str(paths)], 1, str(known))
    export = ["docs", "export", str(paths), "--to", str(out / "export")]
    found = {"export_first": _worst([_first(export, known, folder) for _ in range(times)])}
    cache = str(known)
    cold(export, 1, cache)
    found["export_again"] = cold(export, times, cache)
    found["export_changed"] = _worst([_after_a_change(export, one, cache, number) for number in range(times)])
    if build and importlib.util.find_spec("mkdocs") is not None:
        built = ["docs", "build", str(paths), "--to", str(out / "built")]
        cold(built, 1, cache)
        found["build_again"] = cold(built, times, cache)
        found["build_changed"] = _worst([_after_a_change(built, one, cache, 10 + number) for number in range(times)])
    weights = [
        file.stat().st_size / 1000
        for kind in ("md", "html")
        for file in (out / kind_of(kind)).rglob(f"policies/*/*.{kind}")
    ]
    found["page_kb"] = {"largest": max(weights), "median": statistics.median(weights)}
    return found


def kind_of(suffix: str) -> str:
    """Return the folder in which pages of this suffix stand."""
    return "export" if suffix == "md" else "built"


def _first(command: list[str], known: Path, folder: Path) -> dict[str, float]:
    """Return the cost of a run that knows what the checks found, and nothing else."""
    copy = folder / "copy"
    shutil.copytree(known, copy)
    try:
        return cold(command, 1, str(copy))
    finally:
        shutil.rmtree(copy)


def _after_a_change(command: list[str], one: Path, cache: str, number: int) -> dict[str, float]:
    """Return the cost of a run after a change in one policy: another name for it."""
    file = one / "policy.pol"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        re.sub(r"^(政策 .*?)(改\d+)?$", rf"\g<1>改{number}", text, count=1, flags=re.MULTILINE), encoding="utf-8"
    )
    return cold(command, 1, cache)


def _worst(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    """Return the median of the times and the greatest of the peaks."""
    found = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
    return {**found, "peak_mb": max(run["peak_mb"] for run in runs)}

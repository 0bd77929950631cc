"""Measures written as a bureau writes them, mistakes and all, with the table of what stands where beside each.

What a defect planted by a function cannot show: that a rule speaks of a sentence a drafter would write. The folders of
``drafts`` hold the text (``source.txt``), what encodes it, and ``planted.toml``.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from polc.diagnostics import Diagnostic
from polc.workspace.checked import findings
from polc.workspace.load import Workspace, load

FOLDER = Path(__file__).with_name("drafts")
NAMES = tuple(sorted(path.parent.name for path in FOLDER.glob("*/planted.toml")))
DAY = dt.date(2026, 6, 10)


@dataclass(frozen=True, slots=True)
class Expected:
    """One finding that a draft must have: its rule, the block and the line it stands on, and the sentence behind it.

    ``planted``: a mistake put there on purpose; else one that turned out to be there as well.
    """

    rule: str
    part: str
    line: str
    sentence: str
    why: str
    planted: bool


def expected(name: str) -> list[Expected]:
    """Return what a draft's table says."""
    table = tomllib.loads((FOLDER / name / "planted.toml").read_text("utf-8"))
    return [
        Expected(row["rule"], row["part"], row["line"], row["sentence"], row["mistake" if planted else "why"], planted)
        for kind, planted in (("planted", True), ("also", False))
        for row in table.get(kind, [])
    ]


def source(name: str) -> str:
    """Return the official text of a draft."""
    return (FOLDER / name / "source.txt").read_text("utf-8")


def line_of(name: str, row: Expected) -> int:
    """Return the line of a draft's policy that a row names. Raises AssertionError where it is not one line of that block."""
    lines = (FOLDER / name / "policy.pol").read_text("utf-8").split("\n")
    heads = [
        at for at, line in enumerate(lines) if line.strip() == row.part or line.strip().startswith(f"{row.part}：")
    ]
    assert len(heads) == 1, f"{row.part}: {heads}"
    deep = len(lines[heads[0]]) - len(lines[heads[0]].lstrip())
    found = []
    for at in range(heads[0], len(lines)):
        own = len(lines[at]) - len(lines[at].lstrip())
        if at > heads[0] and lines[at].strip() and own <= deep:
            break
        if lines[at].strip() == row.line:
            found.append(at + 1)
    assert len(found) == 1, f"{row.part} / {row.line}: {found}"
    return found[0]


@cache
def space() -> Workspace:
    """Return all drafts, loaded together: one cites another."""
    return load([FOLDER / name for name in NAMES])


@cache
def found() -> tuple[Diagnostic, ...]:
    """Return everything that ``polc check`` finds in them on the day."""
    return tuple(findings(space(), DAY.toordinal()))


def found_in(name: str) -> list[Diagnostic]:
    """Return what is found in one draft, at a line of its own policy."""
    own = str(FOLDER / name / "policy.pol")
    return [each for each in found() if each.place.span.source.path == own]


def rules_by_draft() -> dict[str, set[str]]:
    """Return the rules that report something of each draft."""
    return {name: {each.rule.name for each in found_in(name)} for name in NAMES}

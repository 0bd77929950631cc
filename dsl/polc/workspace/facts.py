"""All the facts a user names on the command line: YAML and JSON, tables, and folders of them, in the order given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from polc.diagnostics import Words
from polc.workspace.given import TellingError, Told, read_facts
from polc.workspace.sheets import SHEETS, Sheet, SheetError, read_sheets

_DATA = frozenset((".yaml", ".yml", ".json"))


@dataclass
class Facts:
    """What the files tell: of the applicant, and tables that may tell of many; and what is wrong with the files."""

    told: list[Told] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    slips: list[Words] = field(default_factory=list)


def read_all(paths: Iterable[str]) -> Facts:
    """Read every file; what is wrong with one does not keep the others from being read."""
    facts = Facts()
    for path in paths:
        try:
            files = list(_files(Path(path)))
        except TellingError as slip:
            facts.slips.append(slip.words)
            continue
        for file in files:
            _read(file, facts)
    return facts


def _files(path: Path) -> Iterator[Path]:
    try:
        inside = sorted(path.iterdir()) if path.is_dir() else None
    except (OSError, ValueError) as error:
        raise TellingError(Words(f"读不了 {path}：{error}", f"cannot read {path}: {error}")) from error
    if inside is None:
        yield path
        return
    known = [each for each in inside if each.suffix.lower() in SHEETS | _DATA and not each.name.startswith((".", "~$"))]
    if not known:
        raise TellingError(Words(f"{path} 里没有事实文件（.csv、.xlsx、.yaml、.json）", f"{path} holds no facts"))
    yield from known


def _read(file: Path, facts: Facts) -> None:
    try:
        if file.suffix.lower() in SHEETS:
            facts.sheets.extend(read_sheets(file))
        else:
            facts.told.extend(read_facts(str(file)))
    except SheetError as error:
        facts.slips.extend(error.slips)
    except TellingError as slip:
        facts.slips.append(slip.words)

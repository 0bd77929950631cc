"""What a run read, by which a later one knows whether it would read the same.

Guarantees: where ``unchanged`` says so, every file that was read has the text it had, every folder that was looked
through has the .pol files it had, and what was not there still is not. Of a run that looked for something in vain and
said so there is no manifest: what it looked for might have come.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polc.checks.accepted import SUFFIX, Accepted, read_record
from polc.diagnostics.finding import Severity
from polc.diagnostics.kept import digest
from polc.syntax.decode import read

if TYPE_CHECKING:
    from polc.passes.pipeline import Compiled
    from polc.text import Source
    from polc.workspace.load import Draft, Workspace

Data = dict[str, Any]
"""A JSON object."""


def manifest(space: Workspace, paths: Sequence[str | Path]) -> Data | None:
    """Return what a workspace was read from; None where something went wrong with reading it."""
    drafts = list(_drafts(space.drafts))
    compiled = [*(draft.compiled for draft in drafts), *space.shelf.vocabularies]
    compiled.extend(each for one in list(compiled) for each in one.shared)
    told = (*space.findings, *(finding for each in compiled for finding in each.findings))
    if any(finding.severity is Severity.ERROR for finding in told):
        return None
    sources = [source for each in compiled for source in _sources(each)]
    officials = [draft for draft in drafts if draft.official is not None]
    sources.extend(draft.official for draft in officials if draft.official is not None)
    # every row tells its source, so the same few come by the thousand
    each_once = dict.fromkeys(sources)
    texts = {source.path: [source.encoding, digest(source.text), os.path.realpath(source.path)] for source in each_once}
    records = {draft.official.path + SUFFIX: _of_record(draft.accepted) for draft in officials if draft.official}
    folders = {str(Path(path).parent): None for path in texts if path.endswith(".pol")}
    return {
        "texts": texts,
        "records": records,
        "folders": {folder: _beside(folder) for folder in folders},
        "trees": {str(path): _below(path) for path in paths},
    }


def unchanged(told: Data) -> bool:
    """Return whether everything still is as a manifest says. Raises KeyError or TypeError for what is no manifest."""
    for path, (encoding, hashed, real) in told["texts"].items():
        source, _ = read(path)
        if source is None or [source.encoding, digest(source.text), os.path.realpath(path)] != [encoding, hashed, real]:
            return False
    return (
        all(_of_record(_record(path)) == known for path, known in told["records"].items())
        and all(_beside(folder) == known for folder, known in told["folders"].items())
        and all(_below(path) == known for path, known in told["trees"].items())
    )


def _drafts(drafts: Iterable[Draft]) -> Iterator[Draft]:
    for draft in drafts:
        yield draft
        if draft.earlier is not None:
            yield from _drafts([draft.earlier])


def _sources(compiled: Compiled) -> Iterator[Source]:
    """Yield every text of a policy or vocabulary: its files, and those that rows were taken from."""
    yield from compiled.sources
    for part in compiled.policy.parts if compiled.policy is not None else ():
        for table in part.tables:
            yield from (row.span.source for row in table.rows if row.span is not None)
            yield from (column.span.source for column in table.columns if column.span is not None)


def _of_record(accepted: Accepted | None) -> list[str] | None:
    return None if accepted is None else [accepted.sha256, digest("\n".join(accepted.sentences))]


def _record(path: str) -> Accepted | None:
    source = read(path)[0] if Path(path).is_file() else None
    return read_record(source.text) if source is not None else None


def _beside(folder: str) -> list[str]:
    """Return the names of the .pol files of a folder."""
    try:
        return sorted(path.name for path in Path(folder).glob("*.pol"))
    except OSError:
        return []


def _below(path: str | Path) -> list[str]:
    """Return the .pol files below a folder; nothing for a file."""
    try:
        return sorted(map(str, Path(path).rglob("*.pol")))
    except OSError:
        return []

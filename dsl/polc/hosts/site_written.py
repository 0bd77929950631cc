"""A site written into a folder: only what is not there as it should be, so that whoever watches it sees no more."""

from __future__ import annotations

from pathlib import Path

from polc.site import Site


def write(site: Site, target: Path) -> int:
    """Write the files of a site; return how many were new or changed. Files that are none of the site's stay."""
    anew = 0
    made: set[Path] = set()
    for path, text in site.files.items():
        file = target / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        wanted = text.encode("utf-8")
        if not _holds(file, wanted):
            file.write_bytes(wanted)
            anew += 1
    return anew


def _holds(file: Path, wanted: bytes) -> bool:
    try:
        return file.stat().st_size == len(wanted) and file.read_bytes() == wanted
    except OSError:
        return False

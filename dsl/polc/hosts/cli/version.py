"""Which version of polc this is."""

from __future__ import annotations


def version() -> str:
    """Return the version's number, the empty text where polc is not installed."""
    from importlib import metadata  # slow to import, and few commands need it

    try:
        return metadata.version("polc")
    except metadata.PackageNotFoundError:
        return ""

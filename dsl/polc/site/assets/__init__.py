"""The scripts and the style of the site, as they are copied into it."""

from __future__ import annotations

from importlib.resources import files


def asset(name: str) -> str:
    """Return the text of an asset. Raises FileNotFoundError where there is none."""
    return (files(__name__) / name).read_text(encoding="utf-8")

"""Places as other programs count them: paths from the working folder, URIs, columns in UTF-16 units and UTF-8 bytes.

Lines and columns count from 1. Our own count is code points, which agrees with neither once a character is beyond the
basic plane (UTF-16) or beyond ASCII (UTF-8).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from polc.text import Source

Width = Callable[[str], int]
"""How many columns a piece of text takes."""


def utf16(text: str) -> int:
    """Return how many UTF-16 code units ``text`` takes; a stray surrogate is one."""
    return len(text) + sum(character > "\uffff" for character in text)


def utf8(text: str) -> int:
    """Return how many bytes ``text`` takes in UTF-8; a stray surrogate is three, as it would be."""
    return len(text.encode("utf-8", "surrogatepass"))


def column(source: Source, offset: int, width: Width) -> int:
    """Return the column of an offset, counted by ``width``, from 1."""
    line = source.position(offset).line
    return 1 + width(source.text[source.line_start(line) : offset])


def relative(path: str, here: str) -> str:
    """Return ``path`` from the folder ``here`` with slashes; an absolute path where it lies elsewhere."""
    full = os.path.normpath(os.path.join(here, path))  # noqa: PTH118 - pathlib keeps `..`, and resolving follows links
    try:
        return Path(full).relative_to(here).as_posix()
    except ValueError:
        return Path(full).as_posix()


def uri(path: str, here: str) -> str:
    """Return ``path`` as a URI reference, percent-encoded: relative below ``here``, ``file://`` elsewhere."""
    found = relative(path, here)
    if Path(found).is_absolute():
        return Path(found).as_uri()
    # a colon in the first segment would read as a scheme
    return quote(found.encode("utf-8", sys.getfilesystemencodeerrors()), safe="/~!$&'()@*+,;=")

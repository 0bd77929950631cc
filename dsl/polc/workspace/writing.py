"""Files replaced in one step, in the bytes they had: encoding, mark and line ends stay as they were."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from polc.text import Source

_LONGEST_MARK = 4
"""Bytes of the longest mark at the start of a file (BOM)."""


def mark_of(source: Source, data: bytes) -> bytes | None:
    """Return the mark that stands before a text in its file; None where writing it again would lose something."""
    body = source.text.encode(source.encoding, "replace")
    mark = data.removesuffix(body)
    return mark if mark + body == data and len(mark) <= _LONGEST_MARK else None


def replaced(file: str, data: bytes) -> bool:
    """Put ``data`` in the place of a file, in one step; return False where file or folder forbids it."""
    path = Path(file).resolve()
    name = ""
    if not os.access(path, os.W_OK):
        return False
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
            name = stream.name
            stream.write(data)
        shutil.copymode(path, name)
        Path(name).replace(path)
    except OSError:
        if name:
            Path(name).unlink(missing_ok=True)
        return False
    return True

"""Files of Office are zip archives that hold the time of their making: here they are packed without it.

Guarantee: the same parts on the same day give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping

_CORE = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(archive: bytes, day: int, changes: Mapping[str, tuple[bytes, bytes]] | None = None) -> bytes:
    """Return the archive as made on a day (a proleptic ordinal). ``changes``: in which part what becomes what."""
    stamp = dt.date.fromordinal(day).isoformat().encode() + b"T00:00:00Z"
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == _CORE:
                part = _STAMP.sub(rb"\g<1>" + stamp + rb"\g<2>", part)
            if changes and name in changes:
                part = part.replace(*changes[name], 1)
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, part)
    return target.getvalue()

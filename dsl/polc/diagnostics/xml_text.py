"""What XML 1.0 can hold of a text: a character that it forbids becomes U+FFFD."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return ``text`` without characters that no XML document may hold, escaped or not."""
    return _FORBIDDEN.sub("\ufffd", text)

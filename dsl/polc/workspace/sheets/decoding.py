"""From the bytes of a CSV to its text, with certainty: UTF-8, UTF-16 with a mark, or GB18030 (GBK), else nothing.

Everything is decoded strictly. Bytes that are good UTF-8 are refused only where they would be everyday Chinese in
GB18030 as well, which a few very short files are.
"""

from __future__ import annotations

import codecs

from polc.diagnostics import Words

UNDECIDED = Words(
    "分不清是 UTF-8 还是 GBK：在表格软件里另存为“CSV UTF-8（逗号分隔）”",
    "it could be UTF-8 as well as GBK: save it as “CSV UTF-8 (comma delimited)”",
)
NO_TEXT = Words(
    "既不是 UTF-8 也不是 GBK 的文字：在表格软件里另存为“CSV UTF-8（逗号分隔）”",
    "it is text neither in UTF-8 nor in GBK: save it as “CSV UTF-8 (comma delimited)”",
)

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(data: bytes) -> str | Words:
    """Return the text, or why it cannot be told."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding) or NO_TEXT
    if b"\0" in data:
        return NO_TEXT
    if data.isascii():
        return data.decode("ascii")
    utf8 = _strict(data, "utf-8")
    if utf8 is None:
        return _strict(data, "gb18030") or NO_TEXT
    return UNDECIDED if _everyday(data) else utf8


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _everyday(data: bytes) -> bool:
    """Return whether bytes are everyday Chinese (GB 2312) as well."""
    return _strict(data, "gb2312") is not None

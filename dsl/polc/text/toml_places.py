"""Where a setting stands in a TOML file: the standard library reads the values and says nothing of their places.

Guarantee: some place of the file for any path, the nearest that is written in a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polc.text.source import Source, Span

_NAME = r"(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')"
_DOTTED = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = re.compile(rf"[ \t]*\[{{1,2}}[ \t]*({_DOTTED})[ \t]*\]{{1,2}}")
_SETTING = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=[ \t]*")
_COMMENT = re.compile(r"[ \t]*#[^\"']*$")


def key_place(source: Source, path: Sequence[str]) -> Span:
    """Return where the name of a setting stands, or of the nearest around it; else the first line."""
    return _nearest(source, path)[0]


def value_place(source: Source, path: Sequence[str]) -> Span:
    """Return where the value of a setting stands, in the line of its name; else where ``key_place`` finds one."""
    return _nearest(source, path)[1]


def _nearest(source: Source, path: Sequence[str]) -> tuple[Span, Span]:
    first = source.span(0, len(source.line_text(1)))
    best, found = 0, (first, first)
    for names, key, value in _written(source):
        if len(names) > best and names == tuple(path[: len(names)]):
            best, found = len(names), (key, value)
    return found


def _written(source: Source) -> Iterator[tuple[tuple[str, ...], Span, Span]]:
    """Yield the path of every header and setting with the place of its name and of its value."""
    table: tuple[str, ...] = ()
    for number in range(1, source.line_count + 1):
        start, text = source.line_start(number), source.line_text(number)
        header = _HEADER.match(text)
        if header is not None:
            table = _parts(header[1])
            span = source.span(start + header.start(1), start + header.end(1))
            yield table, span, span
            continue
        setting = _SETTING.match(text)
        if setting is not None:
            key = source.span(start + setting.start(1), start + setting.end(1))
            end = len(_COMMENT.sub("", text).rstrip())
            value = source.span(start + setting.end(), start + max(end, setting.end()))
            yield (*table, *_parts(setting[1])), key, value


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_NAME, dotted))

"""How far a long run is, on the last line of a terminal; nothing anywhere else, and nothing of it stays."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from polc.diagnostics.words import Language, Words

PATIENCE = 2.0
"""In seconds: a run that is done by then says nothing."""

_CHECKED = Words("查了 {done} 份政策，共 {total} 份", "policies checked: {done} of {total}")
DRAWN = Words("画了 {done} 份政策，共 {total} 份", "policies drawn: {done} of {total}")


@contextmanager
def progress(stream: TextIO, language: Language, words: Words = _CHECKED) -> Iterator[Callable[[int, int], None]]:
    """Give what is to be called with how much is done of how much, which ``words`` say."""
    since = time.monotonic()
    width = 0

    def told(done: int, total: int) -> None:
        nonlocal width
        if done == total or not stream.isatty() or time.monotonic() - since < PATIENCE:
            return
        text = words.fill(done=str(done), total=str(total)).in_(language)
        width = max(width, 2 * len(text))  # a Han character is two cells wide
        stream.write(f"\r{text}")
        stream.flush()

    try:
        yield told
    finally:
        if width:
            stream.write("\r" + " " * width + "\r")
            stream.flush()

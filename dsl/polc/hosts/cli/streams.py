"""What a command needs to know of the terminal: can it write this text, may it colour it, how wide is it.

Guarantees: writing never fails over an encoding (a console in GBK shows ``?`` for what it lacks).
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from typing import TextIO


def make_safe(*streams: TextIO) -> None:
    """Let each stream replace what its encoding lacks instead of failing."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def encoding_of(stream: TextIO) -> str:
    """Return the encoding ``stream`` writes in, ``utf-8`` where it does not say."""
    return getattr(stream, "encoding", None) or "utf-8"


def may_colour(stream: TextIO) -> bool:
    """Whether ``stream`` is a terminal that wants colours; ``NO_COLOR`` and ``FORCE_COLOR`` decide first."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO) -> int:
    """Return how many cells a line of ``stream`` holds: the terminal's width, 100 elsewhere."""
    return shutil.get_terminal_size((100, 24)).columns if stream.isatty() else 100


def hang_up() -> None:
    """Forget what is still to be written: whoever read our output has gone away."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(devnull, stream.fileno())
        except (OSError, ValueError):  # a stream without a file behind it has nothing left to flush
            continue

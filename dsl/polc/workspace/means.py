"""What a run has at its disposal: a cache on disk or none, and how many processes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polc.workspace.cache import Cache

if TYPE_CHECKING:
    from polc.workspace.crew import Crew


@dataclass(frozen=True, slots=True)
class Means:
    """A cache on disk or none, how many processes may be used, and who is told how many of how many are done.

    ``crew`` are the processes beside this one, where they have been called before it was known what there is to do.
    """

    cache: Cache | None = None
    processes: int = 1
    told: Callable[[int, int], None] | None = None
    crew: Crew | None = None


ALONE = Means()
"""Nothing but this process."""


def cores() -> int:
    """Return how many processes can run at once here."""
    allowed = getattr(os, "sched_getaffinity", None)  # fewer than there are, in a container
    return len(allowed(0)) if allowed else os.cpu_count() or 1

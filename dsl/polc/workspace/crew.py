"""Other processes that run checks: started anew on every system, and ended at once when they are no longer needed.

Guarantees: where processes cannot be had there are none, which is no error. A member that fails at anything is heard of
as a failure, never silently. Started anew (``spawn``), they need of a program of its own that asks for several
processes the usual ``if __name__ == "__main__":``. They are called before anything is read, so nothing is loaded here
that is not needed for that.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from polc.workspace.spread import without_interrupts

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from types import TracebackType

    from polc.checks.draft import Checked
    from polc.workspace.cache import Data

WORTH_IT = 80_000
"""Code points of texts from which on another process is ready soon enough to help."""


class FailedError(Exception):
    """A member could not do what it was asked: it is to be done here, where it shows what is the matter."""


class Member:
    """Another process; it holds on to the last policy it was given."""

    def __init__(self, process: BaseProcess, line: Connection) -> None:
        self._process, self._line = process, line
        self._holds: Checked | None = None

    def run(self, subject: Checked, wanted: Sequence[str]) -> Data:
        """Return what some checks find in a policy, as JSON. Raises FailedError where the member cannot tell."""
        from polc.workspace.portions import unlowered  # noqa: PLC0415 - see above

        try:
            sent = None if subject is self._holds else pickle.dumps(unlowered(subject))
            self._line.send((sent, list(wanted)))
            found: Data | None = self._line.recv()
        except Exception as what:
            raise FailedError from what  # whatever it is, it is told where the work is done once more
        if found is None:
            raise FailedError
        self._holds = subject
        return found

    def dismiss(self) -> None:
        """End the process; nobody waits for it."""
        with suppress(OSError):
            self._line.close()
        self._process.terminate()


class Crew:
    """Up to so many processes beside this one, once they are called."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.members: list[Member] = []

    def __enter__(self) -> Crew:  # noqa: PYI034 - nobody derives from it
        return self

    def __exit__(self, kind: type[BaseException] | None, what: BaseException | None, at: TracebackType | None) -> None:
        self.dismiss()

    def call(self) -> list[Member]:
        """Start the processes, where that has not been done; return those that could be started."""
        if self.size > 0 and not self.members and not multiprocessing.current_process().daemon:
            with suppress(OSError, ImportError, NotImplementedError, RuntimeError), without_interrupts():
                context = multiprocessing.get_context("spawn")
                for _ in range(self.size):
                    ours, theirs = context.Pipe()
                    process = context.Process(target=_serve, args=(theirs, gc.get_threshold()), daemon=True)
                    process.start()
                    theirs.close()
                    self.members.append(Member(process, ours))
        return self.members

    def dismiss(self) -> None:
        """End them."""
        for member in self.members:
            member.dismiss()
        self.members = []


def _serve(line: Connection, garbage: tuple[int, int, int]) -> None:
    """Run the checks that are asked for, until nobody is there to ask."""
    from polc.workspace.portions import names, packed, run_checks  # noqa: PLC0415 - see above

    gc.set_threshold(*garbage)
    names()  # all are loaded, which takes longest, while nobody waits
    subject: Checked | None = None
    with suppress(EOFError, OSError):
        while True:
            sent, wanted = line.recv()
            try:
                if sent is not None:
                    subject = pickle.loads(sent)  # noqa: S301 - from the process that started this one
                assert subject is not None  # noqa: S101 - it was sent before
                found = packed(subject, run_checks(subject, wanted))
            except Exception:  # noqa: BLE001 - it will show where the work is done once more
                line.send(None)
            else:
                line.send(found)

"""Pieces of work spread over processes: whoever is free takes the heaviest that is left, this process among them.

Guarantees: nothing but time depends on it. Where processes cannot be had, or one of them fails, the work is done here;
interrupted, it leaves no process behind. Children are started anew (``spawn``), which is the same on every system, so a
program of its own that asks for several processes needs the usual ``if __name__ == "__main__":``.
"""

from __future__ import annotations

import gc
import multiprocessing
import queue
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from typing import TypeVar

from polc.workspace.cache import Data

T = TypeVar("T")

WORTH_IT = 30_000
"""Code points of texts, without the longest, from which on another process is soon ready enough to help."""


def spread_out(
    weights: Mapping[int, int],
    processes: int,
    *,
    here: Callable[[int], T],
    sent: Callable[[int], bytes],
    there: Callable[[bytes], Data],
    taken: Callable[[int, Data], T],
) -> Iterator[tuple[int, T]]:
    """Yield what each piece of work comes to with its key, in whatever order they are done.

    A piece is done by ``here``; or what ``sent`` gives is done by ``there`` in another process, and read by ``taken``,
    which raises ValueError where it cannot. ``weights`` are how much the pieces are, in code points of texts.
    """
    todo = deque(sorted(weights, key=lambda place: -weights[place]))
    done: queue.Queue[tuple[int, Data | None]] = queue.Queue()
    helpers = min(processes, len(weights)) - 1 if _pays(weights.values()) else 0
    with _others(helpers) as pool:
        for _ in range(helpers if pool is not None else 0):
            threading.Thread(target=_hand_out, args=(pool, sent, there, todo, done), daemon=True).start()
        for _ in range(len(weights)):
            try:
                place = todo.popleft()
            except IndexError:
                place, data = _next(done)
                yield place, _answer(place, data, taken, here)
            else:
                yield place, here(place)


def _next(done: queue.Queue[tuple[int, Data | None]]) -> tuple[int, Data | None]:
    while True:
        with suppress(queue.Empty):
            return done.get(timeout=0.2)  # not for ever, so that an interrupt is noticed on every system


def _pays(weights: Iterable[int]) -> bool:
    return sum(sorted(weights)[:-1]) >= WORTH_IT


def _hand_out(
    pool: ProcessPoolExecutor,
    sent: Callable[[int], bytes],
    there: Callable[[bytes], Data],
    todo: deque[int],
    done: queue.Queue[tuple[int, Data | None]],
) -> None:
    """Have one other process work off what is to do; where it cannot, leave that to us."""
    while True:
        try:
            place = todo.popleft()
        except IndexError:
            return
        try:
            done.put((place, pool.submit(there, sent(place)).result()))
        except Exception:  # noqa: BLE001 - whatever it is, it is told where the work is done once more
            done.put((place, None))
            return


def _answer(place: int, data: Data | None, taken: Callable[[int, Data], T], here: Callable[[int], T]) -> T:
    if data is not None:
        with suppress(ValueError):
            return taken(place, data)
    return here(place)


def _ready() -> None:
    """Do nothing: a process that does it has been started."""


@contextmanager
def _others(helpers: int) -> Iterator[ProcessPoolExecutor | None]:
    """Give so many processes, being started, and end them, at once where something went wrong; None if none."""
    if helpers < 1 or multiprocessing.current_process().daemon:  # such a process may have no children
        yield None
        return
    before = set(multiprocessing.active_children())
    try:
        with without_interrupts():
            pool = ProcessPoolExecutor(
                helpers, multiprocessing.get_context("spawn"), initializer=gc.set_threshold, initargs=gc.get_threshold()
            )
            for _ in range(helpers):
                pool.submit(_ready)
    except (OSError, ImportError, NotImplementedError, RuntimeError):
        yield None
        return
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - before:
            child.terminate()
        raise
    pool.shutdown(wait=False)


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Ignore Ctrl-C for a moment; processes that are started meanwhile ignore it for good: we end them ourselves."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

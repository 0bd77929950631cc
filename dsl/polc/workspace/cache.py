"""The cache on disk: what was found, by a key that holds everything it depends on, or all but what is kept with it.

Guarantees: what is read is what was written under this very key, or nothing: an entry that was cut short, changed or
made by somebody else is passed over and written anew. Two processes may use one folder at once. Nothing that goes wrong
with the folder is an error: then there is no cache. The folder stays below a size; what was not asked for longest goes.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import polc

PLACE = "POLC_CACHE_DIR"
"""The variable that names the folder; where it is set to nothing there is no cache."""

Data = dict[str, Any]
"""A JSON object."""

MOST = 64_000_000
"""In bytes: more than some thousand policies take."""
_OFTEN = MOST // 64
"""In bytes: how much is written before the folder is looked through once more."""
_FORMAT = 1
_NEW = "new-"
"""How the name of a file begins that is being written; one that is older than an hour was left behind."""
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries, one file each; it need not be there yet."""

    folder: Path
    _written: list[int] = field(default_factory=list, compare=False, repr=False)
    """Sizes of what was written since the folder was looked through last."""

    def get(self, key: str) -> Data | None:
        """Return what was put under this key, or None."""
        file = self._file(key)
        try:
            head, _, body = file.read_bytes().partition(b"\n")
            if head != _head(key, body):
                return None
            found = json.loads(body)
        except (OSError, ValueError, RecursionError):
            return None
        with suppress(OSError):
            os.utime(file)  # asked for lately
        return found if isinstance(found, dict) else None

    def put(self, key: str, data: Data) -> None:
        """Put something under a key, if that can be done."""
        body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        file = self._file(key)
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=file.parent, prefix=_NEW)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(_head(key, body) + b"\n" + body)
                Path(name).replace(file)  # whole or not at all, whoever else writes it now
            except OSError:
                Path(name).unlink(missing_ok=True)
                return
        except OSError:
            return
        if not self._written or sum(self._written) > _OFTEN:
            self._prune()
            self._written.clear()
        self._written.append(len(body))

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.json"

    def _prune(self) -> None:
        """Remove what was not asked for longest, where there is too much."""
        found: list[tuple[float, int, Path]] = []
        with suppress(OSError):
            for file in self.folder.iterdir():
                with suppress(OSError):
                    known = file.stat()
                    found.append((known.st_mtime, known.st_size, file))
        total = sum(size for _, size, _ in found)
        wanted = total if total <= MOST else MOST // 2
        long_ago = time.time() - _HOUR
        for moment, size, file in sorted(found):
            if total > wanted or (file.name.startswith(_NEW) and moment < long_ago):
                with suppress(OSError):
                    file.unlink()
                    total -= size


def _head(key: str, body: bytes) -> bytes:
    return f"polc {_FORMAT} {key} {hashlib.sha256(body).hexdigest()}".encode()


def usual() -> Cache | None:
    """Return the cache of this user, or the one that ``POLC_CACHE_DIR`` names; None where that is set to nothing."""
    said = os.environ.get(PLACE)
    if said is not None:
        return Cache(Path(said)) if said.strip() else None
    try:
        home = Path.home()
    except RuntimeError:  # nobody's home
        return None
    match sys.platform:
        case "win32":
            return Cache(Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "polc" / "Cache")
        case "darwin":
            return Cache(home / "Library" / "Caches" / "polc")
        case _:
            return Cache(Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "polc")


def key_of(parts: Iterable[str]) -> str:
    """Return the key for something that depends on all of ``parts``, in this order, and on what computes it."""
    hashed = hashlib.sha256(itself().encode())
    for part in parts:
        told = part.encode("utf-8", "surrogatepass")
        hashed.update(b"%d:" % len(told) + told)
    return hashed.hexdigest()


@cache
def itself() -> str:
    """Return a hash of polc's own files, of Python's version and of the solver's: whatever computes an answer."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - 20 ms; who has no cache needs none

    try:
        solver = version("z3-solver")
    except PackageNotFoundError:
        solver = ""
    hashed = hashlib.sha256(f"{platform.python_version()} {solver}".encode())
    home = Path(polc.__file__).parent
    for folder, below, files in os.walk(home):
        below[:] = sorted(each for each in below if each != "__pycache__")
        for name in sorted(files):
            file = Path(folder, name)
            hashed.update(f"\n{file.relative_to(home).as_posix()}\n".encode())
            hashed.update(file.read_bytes())
    return hashed.hexdigest()

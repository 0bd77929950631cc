"""Follow a page as its reader would: write the files it shows, make its changes, run its commands.

- A fence with a title (other than 片段) is written to the file of that name.
- A ``diff`` fence with a title changes that file: its lines with ``-`` and blank stand there once, those with ``+``
  take the place of the ``-`` lines.
- In a ``console`` fence every line beginning ``$ polc`` is run (``\\`` at its end goes on in the next line); what is
  printed follows it; today is ``TODAY``. A line holding only ``…`` stands for any lines left out; in the line that
  counts questions any number will do.

``python tests/docs/doc_consoles.py`` (with ``PYTHONPATH=dsl``) writes what is printed now into every page; look at the
difference before you keep it.
"""

import datetime as dt
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from doc_fences import FRAGMENT, ROOT, Fence, fences, pages

from polc.hosts.cli import main

sys.path.insert(0, str(ROOT / "tests/workspace/paper"))  # where this is run as a script
import wordfiles

TODAY = dt.date(2026, 6, 1).toordinal()  # pages show the same on any day
LEFT_OUT = "…"
PROMPT = "$ "
_ASKED = ("检查时问了", "questions asked:")


@dataclass(frozen=True, slots=True)
class Console:
    """A console fence: what the page shows, and what is printed."""

    fence: Fence
    printed: str

    @property
    def holds(self) -> bool:
        """Whether the page shows what is printed, but for what it leaves out."""
        return _match(self.fence.body.splitlines(), self.printed.splitlines())


def follow(page: Path, folder: Path) -> Iterator[Console]:
    """Follow a page in an empty folder (with our ``policies`` and sample facts) and yield its consoles as they come."""
    shutil.copytree(ROOT / "policies", folder / "policies")
    for data in (ROOT / "docs").rglob("*.yaml"):
        (folder / data.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(data, folder / data.relative_to(ROOT))
    for fence in fences(page):
        if fence.kind == "console":
            yield Console(fence, "".join(_run(command, folder) for command in commands(fence.body)))
        elif fence.kind == "diff":
            _change(fence, folder / fence.title)
        elif fence.title not in ("", FRAGMENT):
            file = folder / fence.title
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(file, fence.body)


def _write(file: Path, body: str) -> None:
    """Write a file that a page shows; a Word file as it is typed, its numbers Word's own."""
    if file.suffix == ".docx":
        file.write_bytes(wordfiles.typed(body))
    else:
        file.write_text(body, encoding="utf-8")


def commands(body: str) -> list[str]:
    """Return the commands of a console fence, each as written, with its continuation lines."""
    found: list[str] = []
    going_on = False
    for line in body.splitlines():
        if going_on:
            found[-1] += f"\n{line}"
        elif line.startswith(PROMPT):
            found.append(line)
        going_on = (going_on or line.startswith(PROMPT)) and line.endswith("\\")
    return found


def _run(command: str, folder: Path) -> str:
    words = shlex.split(command.removeprefix(PROMPT).replace("\\\n", " "))
    if words[0] != "polc":
        raise ValueError(f"a page shows a command that is not ours: {command}")
    out = io.StringIO()
    kept = {name: os.environ.pop(name, None) for name in ("POLC_LANG", "FORCE_COLOR")}
    with chdir(folder), redirect_stdout(out), redirect_stderr(out), patch("polc.hosts.cli.as_of.today", lambda: TODAY):
        main(words[1:])
    os.environ.update({name: value for name, value in kept.items() if value is not None})
    return f"{command}\n{out.getvalue()}"


def _change(fence: Fence, file: Path) -> None:
    lines = fence.body.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
    new = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
    text = file.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise ValueError(f"{fence.place}: the lines to change stand in {fence.title} {text.count(old)} times")
    file.write_text(text.replace(old, new), encoding="utf-8")


def _match(shown: list[str], printed: list[str]) -> bool:
    if not shown:
        return not printed
    if shown[0] == LEFT_OUT:
        return any(_match(shown[1:], printed[n:]) for n in range(len(printed) + 1))
    return bool(printed) and _plain(shown[0]) == _plain(printed[0]) and _match(shown[1:], printed[1:])


def _plain(line: str) -> str:
    """Return a line without trailing blanks; the questions asked are not counted, for every new check asks more."""
    return re.sub(r"\d+", "0", line) if line.startswith(_ASKED) else line.rstrip()


def has_consoles(page: Path) -> bool:
    """Return whether a page shows a console that runs polc."""
    return any(fence.kind == "console" for fence in fences(page))


def refresh() -> None:
    """Write what is printed now into every console of every page; consoles that leave something out are only named."""
    for page in filter(has_consoles, pages()):
        with tempfile.TemporaryDirectory() as folder:
            text = page.read_text(encoding="utf-8")
            for console in reversed(list(follow(page, Path(folder)))):
                fence = console.fence
                if console.holds:
                    continue
                if LEFT_OUT in fence.body.splitlines():
                    sys.stdout.write(f"{fence.place} by hand:\n{console.printed}")
                    continue
                sys.stdout.write(f"{fence.place}\n")
                text = text[: fence.start] + console.printed + text[fence.end :]
            page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    refresh()

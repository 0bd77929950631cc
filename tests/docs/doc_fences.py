"""The fenced blocks of our Markdown pages, and what each asks of a test.

A ``pol`` fence is a complete file. One with ``title="片段"`` shows lines of a complete fence of its page. One
with another title is a file that a page tells its reader to write; later fences may import it. A line ending in
``# error`` is reported.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FRAGMENT = "片段"

_FENCE = re.compile(
    r"^(?P<tick>```+)(?P<kind>[\w-]*)(?:[ \t]+(?P<info>[^\n`]*))?\n(?P<body>.*?)^(?P=tick)$", re.DOTALL | re.MULTILINE
)
_TITLE = re.compile(r'title="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: where it stands, what kind it is, its title, and what it holds."""

    page: Path
    line: int
    kind: str
    title: str
    body: str
    start: int
    end: int

    @property
    def place(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"


def pages() -> list[Path]:
    """Return every page a user may read: docs/** and the two READMEs."""
    return [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def fences(page: Path) -> Iterator[Fence]:
    """Yield the fences of a page in order; ``start`` and ``end`` are the places of the body in the text."""
    text = page.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        title = _TITLE.search(found["info"] or "")
        line = text.count("\n", 0, found.start()) + 1
        named = title[1] if title else ""
        yield Fence(page, line, found["kind"], named, found["body"], found.start("body"), found.end("body"))

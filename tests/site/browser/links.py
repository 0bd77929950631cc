"""Where the pages of a built site lead, and which of those places are not there."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

ELSEWHERE = ("http:", "https:", "mailto:", "data:", "javascript:")


class Links(HTMLParser):
    """Where a page leads, and the anchors it has."""

    def __init__(self) -> None:
        super().__init__()
        self.to: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its shape
        found = dict(attrs)
        self.ids.add(found.get("id") or "")
        self.to.extend(str(found[name]) for name in ("href", "src") if found.get(name))


def broken(site: Path) -> list[tuple[str, str]]:
    """Return each page with each of its links that leads to no page or to no anchor of a page."""
    pages: dict[Path, Links] = {}
    for file in site.rglob("*.html"):
        links = Links()
        links.feed(file.read_text(encoding="utf-8"))
        pages[file.resolve()] = links
    found: set[tuple[str, str]] = set()
    for file, links in pages.items():
        for to in links.to:
            if to.startswith(ELSEWHERE) or file.name == "404.html":
                continue
            path, _, anchor = to.partition("#")
            target = (file.parent / unquote(path.partition("?")[0])).resolve() if path else file
            target = target / "index.html" if target.is_dir() else target
            there = target.exists()
            if there and anchor and target in pages:
                there = unquote(anchor) in pages[target].ids or unquote(anchor).startswith(("__", "polc="))
            if not there:
                found.add((str(file.relative_to(site.resolve())), unquote(to)))
    return sorted(found)

"""Blocks of markup kept out of MkDocs' hands: what is HTML already need not be read as Markdown, nor searched twice.

A page of ours is headings in Markdown and blocks of HTML between them. Each block is replaced by a mark that Markdown
passes on; it comes back when the page is converted, or, where it says that the search is to leave it out, when the
page is written: the search goes through all that it sees, and one element within another of the same kind ends what it
leaves out.

Guarantee: the page that is written is the one that MkDocs would write, but for line ends between elements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BLOCK = re.compile(r"(?:(?<=\n\n)|\A\n?)<[^\n]*(?:\n[^\n]+)*")
_MARK = re.compile(r'<div data-polc-block="(\d+)"></div>')
_LEFT_OUT = re.compile(r"<[a-z0-9]+[^>]* data-search-exclude[ >]")
_ANCHOR = re.compile(r'<[^<>]* id="([^"]*)"')


@dataclass
class Blocks:
    """The blocks of the pages that are being converted, by the paths of these."""

    _of: dict[str, list[str]] = field(default_factory=dict)

    def out_of(self, path: str, text: str) -> str:
        """Return a page with marks for its blocks."""
        found = self._of[path] = []

        def mark(block: re.Match[str]) -> str:
            found.append(block[0])
            return f'<div data-polc-block="{len(found) - 1}"></div>'

        return _BLOCK.sub(mark, text)

    def into(self, path: str, html: str) -> str:
        """Return a converted page with its blocks, but for those that the search leaves out."""
        every = self._of.get(path, [])

        def put(mark: re.Match[str]) -> str:
            block = every[int(mark[1])]
            return mark[0] if _LEFT_OUT.match(block) else block

        return _MARK.sub(put, html) if every else html

    def into_the_rest(self, path: str, output: str) -> str:
        """Return a written page with all its blocks, and forget them."""
        every = self._of.pop(path, [])
        return _MARK.sub(lambda mark: every[int(mark[1])], output) if every else output

    def anchors(self, path: str) -> set[str]:
        """Return the anchors in the blocks of a page."""
        return {anchor for block in self._of.get(path, ()) for anchor in _ANCHOR.findall(block)}

"""The editions of a site, one for each language, and how a page leads to the same page of another.

Guarantee: the links are relative to the page, so that they lead there from a folder and from any path of a server. The
theme passes on a link that begins with ``#`` as it is; so such a mark is put into its list of languages, and its place
is taken by the link once the page is written.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

_NAMES = {"zh": "中文", "en": "English"}
_MARK = "#polc-edition-"
_IN_HEAD = re.compile(rf'\s*<link rel="alternate" href="{_MARK}[^>]*>')
"""For these the theme's script asks the server for maps of the other editions, which a folder cannot answer."""


@dataclass(frozen=True, slots=True)
class Editions:
    """Where each edition stands, from a folder common to all, and the pages that only one of them has.

    ``only`` says for a language the paths, or the beginnings of paths (``tutorial/``), of the pages it alone has.
    """

    own: str
    places: Mapping[str, str] = field(default_factory=dict)
    only: Mapping[str, Iterable[str]] = field(default_factory=dict)

    def listed(self) -> list[dict[str, Any]]:
        """Return the list of languages as the theme reads it; empty where there is one edition."""
        if len(self.places) < 2:  # noqa: PLR2004 - one to come from, one to go to
            return []
        return [{"name": _NAMES.get(each, each), "link": _MARK + each, "lang": each} for each in self.places]

    def linked(self, output: str, source: str, url: str, home: str) -> str:
        """Return a written page with its links.

        ``source`` is the path of its file, ``url`` and ``home`` are addresses from the root of the site.
        """
        output = _IN_HEAD.sub("", output)
        for language in self.places:
            alone = next((each for each, paths in self.only.items() if source.startswith(tuple(paths))), language)
            there = home if alone != language else url
            output = output.replace(f'"{_MARK}{language}"', f'"{self._way(language, there, url)}"')
        return output

    def _way(self, language: str, there: str, url: str) -> str:
        here = posixpath.join(self.places[self.own], posixpath.dirname(url))
        way = posixpath.relpath(posixpath.join(self.places[language], there) or ".", here or ".")
        return way + "/" if there.endswith("/") or not there else way

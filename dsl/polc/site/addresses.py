"""Where things stand on the site: the path of every page and the anchor of every clause and part.

Guarantees: paths are relative to the generated folder; a part's anchor is its name, so that it survives
renumbering; two things of one policy never share an address.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from polc.diagnostics.words import Language
from polc.site.options import Options

if TYPE_CHECKING:
    from polc.model.policy import Clause

ROOT = "policies"
"""The folder of the generated pages."""
TODAY = "assets/polc/today.js"
"""The script that marks the reader's day."""
_NOT_IN_NAMES = re.compile(r"[^\w一-鿿-]+")


def slug(text: str) -> str:
    """Return text as one piece of a path or an anchor: letters, digits, Han characters and hyphens."""
    return _NOT_IN_NAMES.sub("-", text.replace("_", "-")).strip("-").lower() or "-"


def clause_slug(clause: Clause) -> str:
    """Return a clause's piece of a path: ``第2条``, ``附则-第1条``; by its title where it has no number."""
    run = clause.number.rpartition("/")[0]
    own = f"第{clause.ordinal}条" if clause.ordinal is not None else slug(clause.title or clause.number)
    return f"{slug(run)}-{own}" if run else own


def numbered(number: str, language: Language) -> str:
    """Return a clause's number as one speaks of it: 第6条, 附则第2条; one with brackets stays as it is written."""
    run, _, own = number.rpartition("/")
    if language == "zh" and own.isdecimal():
        return f"{run}第{own}条"
    return f"{run} {own}".strip()


def distinct(wanted: Iterable[str]) -> list[str]:
    """Return the names, each told apart from those before it by a number."""
    taken: set[str] = set()
    found: list[str] = []
    for name in wanted:
        own, number = name, 1
        while own in taken:
            number += 1
            own = f"{name}-{number}"
        taken.add(own)
        found.append(own)
    return found


def folders_of(names: Iterable[str]) -> list[str]:
    """Return the folder of each policy on the site, by their names."""
    return [f"{ROOT}/{name}" for name in distinct(slug(name) for name in names)]


def url(path: str, options: Options) -> str:
    """Return the address at which a page (``a/b.md``) or a file of the site is read, from the root of the site."""
    if not path.endswith(".md"):
        return path
    if not options.pretty:
        return path.removesuffix(".md") + ".html"
    folder, name = posixpath.split(path.removesuffix(".md"))
    return f"{folder}/" if name == "index" else f"{folder}/{name}/".lstrip("/")


def relative(target: str, page: str, options: Options) -> str:
    """Return how a page links to another page or file of the site, or to ``target#anchor``."""
    path, mark, anchor = target.partition("#")
    own = posixpath.dirname(url(page, options) + ("index.html" if options.pretty else ""))
    way = url(path, options) if path else url(page, options)
    found = posixpath.relpath(way or ".", own or ".") + ("/" if way.endswith("/") else "")
    return quote(found) + (mark + quote(anchor) if mark else "")


def root(page: str, options: Options) -> str:
    """Return how a page leads to the root of the site: ``../../``."""
    own = posixpath.dirname(url(page, options) + ("index.html" if options.pretty else ""))
    return posixpath.relpath(".", own or ".") + "/"

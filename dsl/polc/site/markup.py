"""Text into pages, safely: what a policy says never becomes a tag, an attribute, Markdown or a template.

Guarantees: ``escape`` makes text safe in an element and in a quoted attribute of a block of HTML, which Markdown passes
on as it is, and leaves nothing that a template engine reads; ``heading`` makes it safe in a line of Markdown. Only this
module makes ``Html``; everything else put into a page is escaped where it is put.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

_IN_HTML = re.compile(r"[&<>\"'`{}]")
_IN_MARKDOWN = re.compile(r"[^\w\s，。、；：？！“”‘’（）《》〈〉【】—…·]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TEMPLATE = re.compile(r"\{([{%#])")
_NAME = re.compile(r"[a-z][a-zA-Z0-9:-]*\Z")
_VOID = frozenset(("br", "hr", "img", "input", "meta", "link"))


class Html(str):
    """Text that is markup already, made by this module."""

    __slots__ = ()


Content: TypeAlias = "str | Html | Iterable[str | Html] | None"


def escape(text: str) -> Html:
    """Return text as markup that shows it, in an element or in an attribute; markup stays as it is."""
    return text if isinstance(text, Html) else _entities(_IN_HTML, text)


def _entities(special: re.Pattern[str], text: str) -> Html:
    return Html(special.sub(lambda found: f"&#{ord(found[0])};", printable(text)))


def printable(text: str) -> str:
    """Return text without the characters that no page and no XML may hold: each becomes U+FFFD."""
    return _CONTROL.sub("\ufffd", text)


def join(parts: Content, between: str = "") -> Html:
    """Return the parts as one piece of markup; what is not markup is escaped."""
    if parts is None:
        return Html("")
    if isinstance(parts, str):
        return escape(parts)
    return Html(between.join(escape(part) for part in parts))


def element(
    tag: str, content: Content = None, /, attributes: Mapping[str, object] | None = None, **more: object
) -> Html:
    """Return an element. An attribute that is True stands alone, one that is None or False is left out.

    ``class_`` and ``for_`` lose their underscore, the other underscores become hyphens.
    """
    pairs = {**(attributes or {}), **{name.rstrip("_").replace("_", "-"): value for name, value in more.items()}}
    written: list[str] = []
    for name, value in pairs.items():
        if value is None or value is False:
            continue
        if not _NAME.match(name):
            raise ValueError(f"not the name of an attribute: {name}")
        written.append(f" {name}" if value is True else f' {name}="{escape(str(value))}"')
    opening = f"<{tag}{''.join(written)}>"
    return Html(opening if tag in _VOID else f"{opening}{join(content)}</{tag}>")


def block(*parts: Content) -> str:
    """Return markup as a block of a Markdown page: on lines of its own, none of them empty."""
    whole = "".join(join(part) for part in parts)
    lines = (line for line in whole.splitlines() if line.strip())
    return "\n" + "\n".join(lines) + "\n"


def heading(level: int, text: str, anchor: str = "") -> str:
    """Return a heading of a Markdown page; the table of contents and the search find it under ``anchor``."""
    mark = f" {{#{anchor}}}" if anchor else ""
    return f"\n{'#' * level} {_entities(_IN_MARKDOWN, ' '.join(text.split()))}{mark}\n"


def data(value: object) -> str:
    """Return a value as JSON that may stand in a script: it cannot end the script, and no template reads it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return _TEMPLATE.sub(r"\\u007b\1", text)  # outside strings no brace is followed by one of these


def link(href: str, content: Content, **more: object) -> Html:
    """Return a link to a place of this site."""
    return element("a", content, {"href": href}, **more)

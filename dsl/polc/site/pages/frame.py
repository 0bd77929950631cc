"""What every page of a policy has: a title, the mark of a draft, and the word that the official text prevails."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from polc.diagnostics import Words
from polc.site import phrases
from polc.site.addresses import relative
from polc.site.front import Front
from polc.site.markup import block, element, escape, heading, link
from polc.site.options import Options

if TYPE_CHECKING:
    from polc.site.contents import Entry


def page(title: str, body: str, entry: Entry | Front | None, options: Options, path: str = "") -> str:
    """Return a page with its head and its notices; ``entry`` is the policy it speaks of, if it is one.

    ``path`` is where a page within the policy stands: it says which policy that is, and leads to its first page.
    """
    notices = [_of(entry, path, options)] if entry is not None and path else []
    if entry is not None and entry.is_draft:
        notices.append(notice(phrases.DRAFT, options, "polc-draft"))
    notices.append(notice(phrases.PREVAILS, options, "polc-prevails"))
    head = f"---\ntitle: {json.dumps(escape(title), ensure_ascii=False)}\n---\n"
    return head + heading(1, title) + "".join(notices) + body


def _of(entry: Entry | Front, path: str, options: Options) -> str:
    title = entry.title if isinstance(entry, Front) else entry.policy.name
    return block(element("p", link(relative(entry.overview, path, options), title), class_="polc-of"))


def notice(words: Words, options: Options, kind: str) -> str:
    """Return a notice that stands at the head of a page."""
    words_ = words.in_(options.language)
    return block(element("p", words_, class_=f"polc-notice {kind}", role="note", data_search_exclude=True))

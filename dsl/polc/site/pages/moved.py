"""Links that were right once: where the clauses of the earlier version (前版) stand now.

A clause is known by its title, else by a part that it holds. An address that is no more leads to the new one; one that
means another clause now says so at its head.
"""

from __future__ import annotations

from polc.model.policy import Policy
from polc.site import phrases
from polc.site.addresses import clause_slug, distinct, relative
from polc.site.contents import Entry, Page
from polc.site.markup import Html, block, element, link
from polc.site.options import Options
from polc.site.pages.clause import title_of
from polc.site.pages.frame import page


def with_moved(files: dict[str, str], entry: Entry, options: Options) -> dict[str, str]:
    """Return the pages of a policy with those that its earlier version had, and with words where a number moved."""
    earlier = entry.draft.earlier
    if earlier is None or earlier.policy is None:
        return files
    found = dict(files)
    for name, title, parts in _before(earlier.policy):
        path = f"{entry.folder}/{name}.md"
        target = _now(entry, title, parts)
        if target is None or target.path == path:
            continue
        words = phrases.MOVED.fill(title=title or name).in_(options.language)
        way = link(relative(target.path, path, options), title_of(target, options))
        notice = block(element("p", [words, " ", way], class_="polc-notice polc-moved", role="note"))
        if path in found:
            found[path] = _under_the_title(found[path], notice)
        else:
            script = element("meta", http_equiv="refresh", content=f"0; url={relative(target.path, path, options)}")
            found[path] = page(title or name, notice + block(Html(script)), entry, options)
    return found


def _before(policy: Policy) -> list[tuple[str, str, frozenset[str]]]:
    """Return each clause of the earlier version: its piece of the path, its title, and the parts it held."""
    names = distinct(clause_slug(clause) for clause in policy.clauses)
    held = [frozenset(part.name for part in policy.parts if part.clause == clause.number) for clause in policy.clauses]
    return [(name, clause.title, parts) for name, clause, parts in zip(names, policy.clauses, held, strict=True)]


def _now(entry: Entry, title: str, parts: frozenset[str]) -> Page | None:
    clauses = [here for here in entry.pages if here.clause is not None]
    same = [here for here in clauses if title and here.clause is not None and here.clause.title == title]
    shared = [here for here in clauses if parts & {part.name for part in here.parts}]
    return next(iter((*same, *shared)), None)


def _under_the_title(text: str, notice: str) -> str:
    lines = text.split("\n")
    title = next(number for number, line in enumerate(lines) if line.startswith("# "))
    return "\n".join([*lines[: title + 1], notice, *lines[title + 1 :]])

"""Where names live: which subject a fact belongs to, which roles there are, what a key behind 每 means.

A fact lives on exactly one 对象; a bare name is looked up there (and on what that kind also *is*), then along
归属. Keys of the core: ``企业.年度收入`` for the payee's own facts, the same as a field of an item for the facts of
an owned thing, ``角色.事实`` as a field for an owner who is not the payee.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from polc.model.policy import Fact, Policy, Subject
from polc.model.values import KeyPart

MEASURES = tuple("户家个名位项件台套所场笔份座支款张间处条辆架艘栋幢部篇本只宗批届门片块组队班")
"""Measure words that may stand between 每 and a noun: 每户企业, 每家企业, 单个集聚区."""


@dataclass(frozen=True, slots=True)
class Found:
    """A fact with the core name under which a context sees it; ``item`` if it is a field of the items."""

    fact: Fact
    key: str
    item: bool


@dataclass(frozen=True, slots=True)
class Context:
    """From whose side names are read: the subject, and who is paid.

    ``items`` is the name of the item list where the subject belongs to somebody, else "". ``payee`` is the
    payee's kind, ``role`` the part it plays.
    """

    subject: Subject
    payee: Subject
    role: str
    items: str


class Names:
    """The index of a policy's subjects, roles and facts."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.subjects: dict[str, Subject] = {}
        for subject in policy.subjects:
            self.subjects.setdefault(subject.name, subject)
        self._seen_from: dict[tuple[str, str, str], dict[str, list[Found]]] = {}
        self._of_items: dict[tuple[str, str], dict[str, Found]] = {}

    @cached_property
    def roles(self) -> dict[str, tuple[Subject, str]]:
        """Role → (the subject that is owned, the kind that plays the role)."""
        found: dict[str, tuple[Subject, str]] = {}
        for subject in self.subjects.values():
            for owner in subject.owners:
                if owner.role is not None:
                    found.setdefault(owner.role.text, (subject, owner.subject.text))
        return found

    def kinds(self, subject: Subject) -> Iterator[Subject]:
        """Yield the subject and everything it also is, nearest first."""
        seen: set[str] = set()
        here: Subject | None = subject
        while here is not None and here.name not in seen:
            seen.add(here.name)
            yield here
            here = self.subjects.get(here.is_a.text) if here.is_a else None

    def owned(self, subject: Subject) -> bool:
        """Return whether the subject belongs to somebody, so that one payee may have several."""
        return any(kind.owners for kind in self.kinds(subject))

    def owners(self, subject: Subject) -> list[tuple[str, Subject]]:
        """Return (role, kind) of every owner; where no role is named, the kind's own name is the role."""
        found = []
        for kind in self.kinds(subject):
            for owner in kind.owners:
                played = self.subjects.get(owner.subject.text)
                if played is not None:
                    found.append((owner.role.text if owner.role else owner.subject.text, played))
        return found

    def context(self, subject: Subject, role: str) -> Context:
        """Return the context of a benefit for ``subject`` paid to its owner in ``role`` (ignored if unowned)."""
        if not self.owned(subject):
            return Context(subject, subject, subject.name, "")
        owners = self.owners(subject)
        payee = next((kind for name, kind in owners if name == role), owners[0][1] if owners else subject)
        return Context(subject, payee, role, subject.name)

    def facts_in(self, context: Context) -> Iterator[Found]:
        """Yield every fact that the context can see by its bare name, nearest first."""
        item = bool(context.items)
        for kind in self.kinds(context.subject):
            for fact in kind.facts:
                yield Found(fact, f"{fact.subject}.{fact.name}", item)
        if not item:
            return
        for role, owner in self.owners(context.subject):
            for kind in self.kinds(owner):
                for fact in kind.facts:
                    if role == context.role:
                        yield Found(fact, f"{fact.subject}.{fact.name}", item=False)
                    else:
                        yield Found(fact, f"{role}.{fact.name}", item=True)

    def look_up(self, context: Context, name: str) -> list[Found]:
        """Return what a bare name can mean in a context: none, one, or (an error) several."""
        key = (context.subject.name, context.role, context.items)
        index = self._seen_from.get(key)
        if index is None:
            index = self._seen_from[key] = {}
            for hit in self.facts_in(context):
                hits = index.setdefault(hit.fact.name, [])
                if all(other.key != hit.key for other in hits):
                    hits.append(hit)
        return index.get(name, [])

    def items_fact(self, context: Context, name: str) -> Found | None:
        """Return a fact of a kind of item that the context's subject owns (for 总和 and 个数)."""
        key = (context.payee.name, context.role)
        index = self._of_items.get(key)
        if index is None:
            index = self._of_items[key] = {}
            mine = {kind.name for kind in self.kinds(context.payee)} | {context.role}
            for subject in self.subjects.values():
                if any(kind.name in mine or role in mine for role, kind in self.owners(subject)):
                    for fact in subject.facts:
                        index.setdefault(fact.name, Found(fact, f"{fact.subject}.{fact.name}", item=True))
        return index.get(name)

    def plain_key(self, part: KeyPart) -> str:
        """Return a key without its measure word, for messages: ``户公司`` → 公司."""
        for measure in MEASURES:
            if part.text.startswith(measure) and len(part.text) > len(measure):
                return part.text[len(measure) :]
        return part.text

    def key(self, part: KeyPart) -> str | None:
        """Return the subject or role that ``户企业`` means, or None."""
        known = (*self.subjects, *self.roles)
        if part.text in known:
            return part.text
        for measure in MEASURES:
            if part.text.startswith(measure) and part.text[len(measure) :] in known:
                return part.text[len(measure) :]
        return None

    def key_is(self, context: Context, key: str) -> str | None:
        """Return ``item`` if the key is the context's subject among items, ``payee`` if it is who is paid."""
        if context.items and any(kind.name == key for kind in self.kinds(context.subject)):
            return "item"
        if key == context.role or any(kind.name == key for kind in self.kinds(context.payee)):
            return "payee"
        played = self.roles.get(key)
        if played and context.items == "" and any(kind.name == played[1] for kind in self.kinds(context.payee)):
            return "payee"
        return None

    def is_own(self, context: Context, key: str) -> bool:
        """Return whether a key names what the facts at hand are of: the item where there are items, else the payee."""
        name = self.key(KeyPart(key))
        kind = self.key_is(context, name) if name else None
        return kind == ("item" if context.items else "payee")

    def is_payee(self, context: Context, key: str) -> bool:
        """Return whether a key names who is paid."""
        name = self.key(KeyPart(key))
        return bool(name) and self.key_is(context, name or "") == "payee"

    def declared(self, context: Context | None = None) -> list[str]:
        """Return the names that may stand in an expression, for suggestions."""
        own = [f.fact.name for f in self.facts_in(context)] if context else []
        everything = [fact.name for subject in self.subjects.values() for fact in subject.facts]
        rest = [d.name for d in self.policy.definitions] + [e.name for e in self.policy.externals]
        return list(dict.fromkeys([*own, *rest, *everything]))


def nearest(name: str, known: list[str] | tuple[str, ...]) -> str | None:
    """Return the known name that ``name`` most likely was meant to be, or None."""
    hits = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if hits:
        return hits[0]
    inside = [k for k in known if len(name) > 1 and (name in k or k in name)]
    return inside[0] if len(inside) == 1 else None

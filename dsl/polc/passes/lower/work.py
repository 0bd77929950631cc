"""One benefit on its way down: what it has so far, whose keys and past it speaks of, the amount at the last step."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from polc.core.amounts import Amount, differs
from polc.core.nodes import TRUE, Expression, Reference
from polc.core.program import Stage
from polc.diagnostics import Diagnostic, Words
from polc.errors import key_unreachable, missing_line, unknown_payee, unknown_subject
from polc.model.policy import Benefit, Part, Terms
from polc.model.values import KeyPart, Per
from polc.passes.elaborate import Elaborator
from polc.passes.lower.plan import Building
from polc.passes.names import Context, Names, nearest
from polc.text import Span


def context_of(names: Names, part: Part, terms: Terms, problems: list[Diagnostic]) -> Context | None:
    """Return from whose side a part reads names; None (reported) where 支持对象 or 领取人 cannot be found."""
    named = terms.subject.value if terms.subject else None
    if named is None:
        if "for" not in terms.unread:
            example = Words("支持对象：企业", "for: 企业")
            problems.append(missing_line.missing_line(part.span, part.name, Words("支持对象", "for"), example))
        return None
    subject = names.subjects.get(named.text)
    if subject is None:
        known = list(names.subjects)
        problems.append(
            unknown_subject.unknown_subject(named.span or part.span, named.text, known, nearest(named.text, known))
        )
        return None
    roles = [role for role, _ in names.owners(subject)]
    wanted = terms.payee.value if terms.payee else None
    if not names.owned(subject):
        if wanted is not None and wanted.text not in [kind.name for kind in names.kinds(subject)]:
            place = wanted.span or part.span
            problems.append(unknown_payee.payee_without_owner(place, part.name, wanted.text, subject.name))
        return names.context(subject, subject.name)
    if wanted is None:
        problems.append(unknown_payee.unknown_payee(part.span, part.name, subject.name, roles))
        return None
    if wanted.text not in roles:
        problems.append(
            unknown_subject.unknown_subject(wanted.span or part.span, wanted.text, roles, nearest(wanted.text, roles))
        )
        return None
    return names.context(subject, wanted.text)


@dataclass
class Lowering:
    """One benefit on its way down: what it has so far, and the amount at the last step."""

    build: Building
    benefit: Benefit
    terms: Terms
    policy_terms: Terms
    per: Per | None
    now: Amount
    eligible: Expression = TRUE
    done: Collection[str] = ()
    failed: Collection[str] = ()

    # ---- small words -------------------------------------------------------------------------
    @property
    def walk(self) -> Elaborator:
        """The expression walk of this benefit."""
        return self.build.walk

    @property
    def context(self) -> Context:
        """From whose side names are read."""
        return self.walk.context

    def holder(self, key: str) -> str:
        """Return whose past a key of kind item or payee speaks of."""
        return self.context.subject.name if key == "item" else self.context.role

    def key(self, parts: tuple[KeyPart, ...], span: Span) -> str | None:
        """Return ``item`` or ``payee`` for a key behind 每; None (reported) where it is out of reach."""
        return key_of(self.walk, self.benefit.name, parts, span)

    @property
    def own(self) -> str:
        """The key of the benefit itself: ``item`` where it has items and 享受 does not name the payee."""
        if not self.context.items:
            return "payee"
        if self.per is None or not self.per.keys:
            return "item"
        found = {self.walk.names.key_is(self.context, k) for k in map(self.walk.names.key, self.per.keys) if k}
        return "payee" if found == {"payee"} else "item"

    def past(self, measure: str, period: str, key: str, tier: int | None = None) -> Reference:
        """Return a history input of this benefit."""
        item = key == "item" and bool(self.context.items)
        return self.build.past(measure, self.benefit.name, self.holder(key), period, item=item, tier=tier)

    def then(self, stage: Stage, value: Amount, because: tuple[Span, ...] = (), *rest: str) -> None:
        """Add the next amount step."""
        applies = differs(self.now, value)
        self.now = self.build.amount(stage, value, applies, because, *rest)


def of_owners(walk: Elaborator, parts: tuple[KeyPart, ...]) -> bool:
    """Return whether a composite key (每甲×乙) names the owners of the items, so that each item is one value of it."""
    names = walk.names
    owners = {word for role, kind in names.owners(walk.context.subject) for word in (role, kind.name)}
    return bool(walk.context.items) and all(names.key(part) in owners for part in parts)


def key_of(walk: Elaborator, part: str, parts: tuple[KeyPart, ...], span: Span) -> str | None:
    """Return ``item`` or ``payee`` for a key behind 每; None (reported) where it means nothing or is out of reach."""
    if not parts:
        return "item" if walk.context.items else "payee"
    if len(parts) > 1 and of_owners(walk, parts):
        return "item"
    kinds: set[str] = set()
    known = [*walk.names.subjects, *walk.names.roles]
    for one in parts:
        name = walk.names.key(one)
        where = one.span or span
        if name is None:
            plain = walk.names.plain_key(one)
            near = nearest(plain, known)
            if where.text.endswith(plain):  # without its measure word
                where = Span(where.source, where.end - len(plain), where.end)
            walk.problems.append(unknown_subject.unknown_subject(where, plain, known, near))
            return None
        kind = walk.names.key_is(walk.context, name)
        if kind is None:
            allowed = list(dict.fromkeys([walk.context.subject.name, walk.context.role]))
            walk.problems.append(key_unreachable.key_unreachable(where, name, part, allowed))
            return None
        kinds.add(kind)
    return "item" if "item" in kinds else "payee"

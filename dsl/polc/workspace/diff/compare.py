"""Two versions compared: clause by clause, part by part, and what several parts come to together.

Guarantee: every line that changed is in exactly one section; every benefit and group of either version was asked
about, or why not is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from polc.diagnostics import Severity, Words
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.pipeline import Compiled
from polc.text import Source, Span
from polc.workspace.diff import whole
from polc.workspace.diff.doubts import Doubts
from polc.workspace.diff.found import Change, Compared, PartChange, Payment, Section
from polc.workspace.diff.joined import names_between
from polc.workspace.diff.lines import everything, of_lines, rewritten
from polc.workspace.diff.matching import Matched, matched
from polc.workspace.diff.payments import Sides, paid
from polc.workspace.diff.pieces import Article, Piece, Version, version
from polc.workspace.diff.together import together

_PAYING = ("benefit", "group")


def compare(
    old: Compiled,
    new: Compiled,
    *,
    same: Mapping[str, str] | None = None,
    apart: frozenset[str] = frozenset(),
    official: tuple[Source | None, Source | None] = (None, None),
) -> Compared:
    """Return what changed between two versions of a policy; raises ValueError where either is none.

    ``same`` names what was renamed (old → new), ``apart`` what is not the same thing under another name; ``official``
    are the official texts of both.
    """
    before, after = version(old), version(new)
    comparing = _Comparing(before, after, matched(before, after, same or {}, apart), official)
    return comparing.whole()


@dataclass
class _Comparing:
    """Two versions with what belongs together."""

    before: Version
    after: Version
    matched: Matched
    official: tuple[Source | None, Source | None]
    known: dict[tuple[tuple[str, ...], tuple[str, ...], bool], Payment] = field(default_factory=dict)

    def __post_init__(self) -> None:
        old, new = self.before.compiled, self.after.compiled
        self.broken = any(f.severity is Severity.ERROR for each in (old, new) for f in each.findings)
        self.sides = Sides(old.lowered(), new.lowered(), names_between(self.matched))

    def whole(self) -> Compared:
        old, new = self.before.compiled.policy, self.after.compiled.policy
        if old is None or new is None:
            msg = "there is no policy to compare"
            raise ValueError(msg)
        found = Compared(
            new.id or new.name, old.name, new.name, old.span.source.path, new.span.source.path, broken=self.broken
        )
        found.renamed = [(now[0], fact[1], now[1]) for fact, now in self.matched.facts.items()]
        head = self._section(self.before.head, self.after.head)
        found.sections = [head, *(self._section(one, two) for one, two in self.matched.articles)]
        found.payments = list(together(self.matched, self.sides))
        head.notes = [*whole.dates(old, new), *whole.unquoted(self.before, self.after, *self.official)]
        every = [*head.changes, *(c for s in found.sections for p in s.parts if p.kind == "rule" for c in p.changes)]
        if whole.speaks_of_scope(every) and (asked := whole.scope(self.matched, self.sides)) is not None:
            payment, more = asked
            head.payments.append(payment if not more else replace(payment, reading=whole.and_more(payment, more)))
        return found

    def _section(self, one: Article | None, two: Article | None) -> Section:
        found = Section(
            one.number if one else "", two.number if two else "", one.title if one else "", two.title if two else "",
            one.block.span if one else None, two.block.span if two else None,
        )  # fmt: skip
        found.changes = list(of_lines(one.lines if one else [], two.lines if two else []))
        found.parts = [self._part(a, b) for a, b in self._parts_of(one, two)]
        quoted = any(change.keyword == "quote" and change.old and change.new for change in found.changes)
        if quoted and not any(part.changes for part in found.parts):
            found.notes = [
                Words("条里的原文改了，编码没有动", "the clause's official words changed, the encoding did not")
            ]
        return found

    def _parts_of(self, one: Article | None, two: Article | None) -> Iterator[tuple[Piece | None, Piece | None]]:
        """Yield the pairs that are told in a section: where the new one stands, or where the old one stood."""
        mine = {id(piece) for piece in one.pieces} if one else set()
        theirs = {id(piece) for piece in two.pieces} if two else set()
        for a, b in self.matched.pieces:
            if (id(b) in theirs) if b is not None else (a is not None and id(a) in mine):
                yield a, b

    def _part(self, one: Piece | None, two: Piece | None) -> PartChange:
        first = two or one
        if first is None:
            msg = "nothing stands on either side"
            raise ValueError(msg)
        found = PartChange(
            first.kind, one.name if one else "", two.name if two else "", _span(one), _span(two),
            changes=list(_changes(one, two)),
        )  # fmt: skip
        if one is not None and two is not None:
            found.moved = self._moved(one, two)
        if first.kind in _PAYING:
            payment = self._payment(one, two, written=bool(found.changes))
            if payment is not None:
                found.payments.append(payment)
            if one is not None and two is not None and payment is not None:
                doubts = Doubts(self.sides, self.before.compiled, self.after.compiled, one.block, two.block)
                found.settled = list(doubts.settled())
                found.payments.extend(doubts.payments())
        return found

    def _moved(self, one: Piece, two: Piece) -> tuple[str, str] | None:
        """Return the clauses that a part went from and to, where these are not the same clause."""
        for a, b in self.matched.articles:
            if a is not None and one in a.pieces:
                return None if b is not None and two in b.pieces else (one.clause, two.clause)
        return None if not two.clause else (one.clause, two.clause)

    def _payment(self, one: Piece | None, two: Piece | None, *, written: bool) -> Payment | None:
        """Return who is paid otherwise for one part; a group that only one version has is asked about with others."""
        if (one is None or two is None) and any(piece and piece.kind == "group" for piece in (one, two)):
            return None
        mine = [plan] if one and (plan := self.sides.old.plans.get(one.name)) else []
        theirs = [plan] if two and (plan := self.sides.new.plans.get(two.name)) else []
        if len(mine) < (one is not None) or len(theirs) < (two is not None):
            why = Words("有一版有错误，算不出来", "one of the versions has errors and cannot be computed")
            return Payment("undecided", why=why)
        if not _pays(mine) and not _pays(theirs):
            return None
        if one is None or two is None or written:
            return self._asked(mine, theirs)
        if one.kind == "group" and all(self._alike(name) for name in _leaves(self.sides.new, two.name)):
            return Payment("same", proof="steps", about=(two.name,), follows=True)
        found = self._asked(mine, theirs, cases=one.kind != "group")
        return replace(found, follows=True, why=found.why if one.kind != "group" else None)

    def _asked(self, mine: Sequence[Plan], theirs: Sequence[Plan], *, cases: bool = True) -> Payment:
        """Return who is paid otherwise for some parts, asked but once."""
        key = (tuple(p.part.name for p in mine), tuple(p.part.name for p in theirs), cases)
        if key not in self.known:
            self.known[key] = paid(self.sides, mine, theirs, cases=cases)
        return self.known[key]

    def _alike(self, name: str) -> bool:
        """Return whether it is known of a benefit of the new version that the old one pays the same."""
        one = next(
            (a for a, b in self.matched.pieces if b is not None and b.name == name and b.kind == "benefit"), None
        )
        mine = self.sides.old.plans.get(one.name) if one is not None else None
        return mine is not None and self._asked([mine], [self.sides.new.plans[name]]).verdict == "same"


def _leaves(lowered: Lowered, group: str) -> Iterator[str]:
    """Yield the benefits of a group, and of the groups in it."""
    for name in lowered.plans[group].members:
        plan = lowered.plans.get(name)
        if plan is not None and plan.kind == "group":
            yield from _leaves(lowered, name)
        elif plan is not None:
            yield name


def _pays(plans: list[Plan]) -> bool:
    return any(plan.kind in _PAYING for plan in plans)


def _span(piece: Piece | None) -> Span | None:
    return piece.block.span if piece else None


def _changes(one: Piece | None, two: Piece | None) -> Iterator[Change]:
    if one is not None and two is not None:
        yield from rewritten(one.block, two.block)
    elif one is not None:
        yield from everything(one.block, old=True)
    elif two is not None:
        yield from everything(two.block, old=False)

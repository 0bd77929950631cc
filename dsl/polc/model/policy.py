"""Policy, subject, clause, benefit, group, pool, doubt, reading: the measure as the drafter thinks of it.

What a reading may change stands in ``Terms``; ``terms_under`` gives an owner's terms under a choice of readings.
Nothing here is computed: the arithmetic lives in the core.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any, Generic, TypeAlias, TypeVar

from polc.model.expectations import Table
from polc.model.expressions import Expression, Name
from polc.model.values import (
    Cap,
    Choice,
    ClawBack,
    Convention,
    Counted,
    Ensure,
    FactType,
    FreeText,
    How,
    InForce,
    Known,
    Members,
    NoneStated,
    OnTopOf,
    Owner,
    Payout,
    Per,
    PoolSize,
    Quote,
    Rounding,
    RunOff,
    TestedOn,
    Tiers,
    Unknown,
    Validity,
    YearIndex,
)
from polc.text import Span

T = TypeVar("T")

Selection: TypeAlias = "Mapping[str, str]"
"""A choice of readings: doubt → reading. A doubt that is not named takes its first reading."""


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """What one line says: a value; or silence, with or without a presumed value."""

    value: T | None
    span: Span = field(compare=False)
    silent: bool = False


def _added() -> tuple[Stated[object], ...]:
    """Mark a field that a reading adds to instead of replacing it."""
    return field(default=(), metadata={"added": True})


@dataclass(frozen=True, slots=True)
class Terms:
    """The lines of a policy, benefit, group, pool or requirement that a reading may change.

    A reading replaces a single-valued line, or adds it where it is absent; lines marked *added* are joined.
    """

    # the policy's own
    status: Stated[Choice] | None = None
    issued: Stated[Expression | Unknown] | None = None
    in_force: Stated[InForce] | None = None
    valid: Stated[Validity] | None = None
    tested_on: Stated[TestedOn] | None = None
    conventions: tuple[Stated[Convention], ...] = ()
    scope: tuple[Stated[Expression], ...] = _added()  # type: ignore[assignment]
    # a benefit's, a requirement's
    subject: Stated[Name] | None = None
    payee: Stated[Name] | None = None
    per: Stated[Per] | None = None
    when: tuple[Stated[Expression], ...] = _added()  # type: ignore[assignment]
    excluded: tuple[Stated[Expression], ...] = _added()  # type: ignore[assignment]
    must: tuple[Stated[Expression], ...] = _added()  # type: ignore[assignment]
    limits: tuple[Stated[Expression], ...] = _added()  # type: ignore[assignment]
    pay: Stated[Expression | NoneStated] | None = None
    tiers: Stated[Tiers] | None = None
    minimum: Stated[Expression] | None = None
    at_least: Stated[Expression] | None = None
    rounding: Stated[Rounding] | None = None
    caps: tuple[Stated[Cap | NoneStated], ...] = ()
    times: tuple[Stated[Counted], ...] = ()
    years: tuple[Stated[Counted], ...] = ()
    year_index: Stated[YearIndex] | None = None
    payout: Stated[Payout] | None = None
    stop: tuple[Stated[Expression], ...] = _added()  # type: ignore[assignment]
    claw_back: tuple[Stated[ClawBack], ...] = _added()  # type: ignore[assignment]
    run_off: Stated[RunOff] | None = None
    use: Stated[FreeText] | None = None
    quota: Stated[Counted] | None = None
    on_top_of: tuple[Stated[OnTopOf], ...] = _added()  # type: ignore[assignment]
    from_pool: Stated[Name] | None = None
    # a group's, a pool's
    members: Stated[Members] | None = None
    how: Stated[How] | None = None
    carve_out: Stated[Quote | FreeText] | None = None
    share: Stated[Choice] | None = None
    excess: Stated[Choice | FreeText] | None = None
    # a general rule's
    over: Stated[FreeText] | None = None
    also: tuple[Stated[Expression], ...] = _added()  # type: ignore[assignment]
    only: tuple[Stated[Expression], ...] = _added()  # type: ignore[assignment]
    mood: Stated[Choice] | None = None
    # promises
    ensures: tuple[Stated[Ensure], ...] = _added()  # type: ignore[assignment]
    # keywords of lines that are there and could not be read: reported already, not missing
    unread: tuple[str, ...] = _added()  # type: ignore[assignment]

    @property
    def replaced(self) -> tuple[str, ...]:
        """The names of the lines that these terms, as a reading, would replace."""
        return tuple(
            row.name
            for row in fields(self)
            if not row.metadata.get("added") and getattr(self, row.name) not in (None, ())
        )

    def under(self, other: Terms) -> Terms:
        """Return these terms with ``other``'s lines replacing or joining them."""
        changes: dict[str, Any] = {}
        for name, added in _lines():
            theirs = getattr(other, name)
            if theirs is None or theirs == ():
                continue
            changes[name] = (*getattr(self, name), *theirs) if added else theirs
        if not changes:
            return self
        if "pay" in changes or "tiers" in changes:  # one takes the place of the other
            changes = {"pay": None, "tiers": None, **changes}
        return replace(self, **changes)


@cache
def _lines() -> tuple[tuple[str, bool], ...]:
    """Return the name of every line of terms, and whether a reading's join the owner's."""
    return tuple((row.name, bool(row.metadata.get("added"))) for row in fields(Terms))


@dataclass(frozen=True, slots=True)
class Reading:
    """读法: one way to read the words in doubt, as lines that replace or join its owner's."""

    name: str
    terms: Terms
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Doubt:
    """疑义: an axis of doubt with its readings, the working one first."""

    name: str
    words: str
    readings: tuple[Reading, ...]
    span: Span = field(compare=False)

    def chosen(self, selection: Selection) -> Reading:
        """Return the reading that ``selection`` names, or the working one."""
        wanted = selection.get(self.name)
        for reading in self.readings:
            if reading.name == wanted:
                return reading
        return self.readings[0]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a subject."""

    name: str
    type: FactType
    subject: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Subject:
    """对象: a kind of thing with facts, its owners and their roles, and what kind it also is."""

    name: str
    facts: tuple[Fact, ...]
    owners: tuple[Owner, ...]
    is_a: Name | None
    words: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Definition:
    """定义: a derived fact; the only home of ÷."""

    name: str
    expression: Expression
    span: Span = field(compare=False)
    quotes: tuple[Stated[Quote], ...] = ()
    clause: str = ""  # number of the clause it stands in, as written


@dataclass(frozen=True, slots=True)
class External:
    """外部: an award of another policy, which we are told and do not compute."""

    name: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Part:
    """What benefits, requirements, groups and pools have in common: a name, terms, doubts, tables and quotes."""

    name: str
    base: Terms
    doubts: tuple[Doubt, ...]
    tables: tuple[Table, ...]
    quotes: tuple[Stated[Quote], ...]
    known: tuple[Stated[Known], ...]
    span: Span = field(compare=False)
    clause: str = ""  # number of the clause it stands in, as written

    @property
    def written(self) -> tuple[Terms, ...]:
        """All that is written of it: its own lines, then those of each reading."""
        return (self.base, *(reading.terms for doubt in self.doubts for reading in doubt.readings))

    @property
    def unread(self) -> bool:
        """Whether a line of it, under any reading, could not be read."""
        return any(terms.unread for terms in self.written)

    def terms(self, selection: Selection) -> Terms:
        """Return the terms under a choice of readings."""
        terms = self.base
        for doubt in self.doubts:
            terms = terms.under(doubt.chosen(selection).terms)
        return terms

    def clash(self, selection: Selection) -> tuple[str, str] | None:
        """Return two doubts whose chosen readings replace the same line, so that only one could have its way."""
        if len(selection) < 2:  # noqa: PLR2004 - it takes two to clash
            return None
        takers: dict[str, str] = {}
        for doubt in self.doubts:
            for name in doubt.chosen(selection).terms.replaced:
                if name in takers:
                    return takers[name], doubt.name
                takers[name] = doubt.name
        return None


@dataclass(frozen=True, slots=True)
class Benefit(Part):
    """奖补: who gets what, on which conditions, up to which cap."""


@dataclass(frozen=True, slots=True)
class Requirement(Part):
    """要求: a duty with a testable condition (须)."""


@dataclass(frozen=True, slots=True)
class Group(Part):
    """组: how benefits combine, and what caps them together."""

    members: Members = field(default_factory=lambda: Members(()))


@dataclass(frozen=True, slots=True)
class Pool(Part):
    """资金池: money set aside, by period."""

    size: PoolSize | None = None


@dataclass(frozen=True, slots=True)
class GeneralRule(Part):
    """通则: a modifier with a range: widens (也适用) or narrows (只适用) who is in scope, or sets the mood of rates."""


@dataclass(frozen=True, slots=True)
class Passage:
    """宣示 or 另行规定: a sentence that does not compute, kept with its words. ``kind`` is exhort | refer."""

    kind: str
    name: str
    quotes: tuple[Stated[Quote], ...]
    span: Span = field(compare=False)
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """条: a numbered provision with what it holds.

    ``number`` is as written, with its chapter where the numbers begin again (``附则/1``); ``run`` counts how often they
    have.
    """

    number: str
    ordinal: int | None
    title: str
    chapter: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    quotes: tuple[Stated[Quote], ...]
    span: Span = field(compare=False)
    run: int = 0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """词汇: what policies share: subjects with their facts, definitions, and laws of the facts.

    It holds what its own file says. ``incomplete``: a vocabulary that it imports itself could not be had, so that any
    name may be declared there.
    """

    name: str
    path: str
    subjects: tuple[Subject, ...]
    definitions: tuple[Definition, ...]
    laws: tuple[Stated[Expression], ...]
    unread: frozenset[str]
    span: Span = field(compare=False)
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """政策: the whole measure. Its subjects, definitions and laws include those of the vocabularies it imports."""

    name: str
    id: str
    base: Terms
    doubts: tuple[Doubt, ...]
    subjects: tuple[Subject, ...]
    definitions: tuple[Definition, ...]
    externals: tuple[External, ...]
    laws: tuple[Stated[Expression], ...]
    clauses: tuple[Clause, ...]
    benefits: tuple[Benefit, ...]
    requirements: tuple[Requirement, ...]
    groups: tuple[Group, ...]
    pools: tuple[Pool, ...]
    rules: tuple[GeneralRule, ...]
    passages: tuple[Passage, ...]
    known: tuple[Stated[Known], ...]
    unread: frozenset[str]  # names declared in lines that could not be read: reported already
    headers: Mapping[str, str]  # number, interpreter, source, lead … as written
    span: Span = field(compare=False)
    language: str = "zh"
    shared: tuple[Vocabulary, ...] = ()  # those in sight, each once, before whoever imports it
    incomplete: bool = False  # an 引用 led nowhere: reported already

    def excuses(self, name: str) -> bool:
        """Return whether a name may well be declared where something could not be read, as was reported."""
        return self.incomplete or name in self.unread

    def is_shared(self, span: Span) -> bool:
        """Return whether a place stands in a vocabulary, not in the policy's own files."""
        return any(vocabulary.path == span.source.path for vocabulary in self.shared)

    def terms(self, selection: Selection) -> Terms:
        """Return the policy's own terms under a choice of readings."""
        terms = self.base
        for doubt in self.doubts:
            terms = terms.under(doubt.chosen(selection).terms)
        return terms

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything that may hold doubts and tables."""
        return (*self.benefits, *self.requirements, *self.groups, *self.pools, *self.rules)

    @property
    def all_doubts(self) -> dict[str, Doubt]:
        """Every doubt by name; where one is re-opened elsewhere, its first place."""
        found: dict[str, Doubt] = {}
        for doubt in (*self.doubts, *(d for part in self.parts for d in part.doubts)):
            found.setdefault(doubt.name, doubt)
        return found

    def clause(self, number: str) -> Clause | None:
        """Return the clause with this number as written."""
        return next((c for c in self.clauses if c.number == number), None)

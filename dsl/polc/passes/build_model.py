"""Tree → model: blocks and lines become the domain's nouns. Looks nothing up and computes nothing.

Several files make one policy; exactly one of them has 政策. Guarantees: a bad line is left out (its finding has
been reported by the parser), everything else is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from polc.diagnostics import Diagnostic
from polc.errors import duplicate_name, no_policy_block
from polc.model.expectations import Table
from polc.model.expressions import Name
from polc.model.numbering import Counting, label
from polc.model.policy import (
    Benefit,
    Clause,
    Definition,
    Doubt,
    External,
    Fact,
    GeneralRule,
    Group,
    Part,
    Passage,
    Policy,
    Pool,
    Reading,
    Requirement,
    Stated,
    Subject,
    Terms,
    Vocabulary,
)
from polc.model.values import FactType, FreeText, Given, Givens, Known, Members, Names, Owner, PoolSize, Quote
from polc.passes.shared import together
from polc.syntax.tree import Block, File, Line
from polc.text import Span

# keyword id → field of Terms, for lines that a reading may change
_SINGLE = {
    "status": "status",
    "issued": "issued",
    "in_force": "in_force",
    "valid": "valid",
    "tested_on": "tested_on",
    "for": "subject",
    "payee": "payee",
    "per": "per",
    "pay": "pay",
    "tiers": "tiers",
    "minimum": "minimum",
    "at_least": "at_least",
    "round": "rounding",
    "year_index": "year_index",
    "payout": "payout",
    "run_off": "run_off",
    "use": "use",
    "from_pool": "from_pool",
    "how": "how",
    "members": "members",
    "carve_out": "carve_out",
    "share": "share",
    "excess": "excess",
    "quota": "quota",
    "over": "over",
    "mood": "mood",
}
_MANY = {
    "convention": "conventions",
    "scope": "scope",
    "when": "when",
    "first_time": "when",
    "except": "excluded",
    "must": "must",
    "limited": "limits",
    "cap": "caps",
    "times": "times",
    "years": "years",
    "stop": "stop",
    "claw_back": "claw_back",
    "ensure": "ensures",
    "on_top_of": "on_top_of",
    "also": "also",
    "only": "only",
}
_HEADERS = ("id", "number", "interpreter", "source", "previous", "consultation", "superior_first")


def stated(line: Line) -> Stated[Any]:
    """Return what one line says."""
    value: Any = line.value
    if isinstance(value, Names):
        # one name is what is due here; several are kept as written, for the pass that looks them up to say so
        one = value.names[0]
        value = one if len(value.names) == 1 else Name("、".join(name.text for name in value.names), value.span)
    return Stated(value, line.span, line.silent)


def _terms(lines: Iterable[Line]) -> Terms:
    found: dict[str, Any] = {}
    for line in lines:
        if line.bad:
            found["unread"] = (*found.get("unread", ()), line.key)
        elif line.key in _SINGLE:
            found[_SINGLE[line.key]] = stated(line)
        elif line.key in _MANY:
            name = _MANY[line.key]
            found[name] = (*found.get(name, ()), stated(line))
    return Terms(**found)


def _quotes(block: Block) -> tuple[Stated[Quote], ...]:
    return tuple(stated(line) for line in block.each("quote"))


def _known(block: Block) -> tuple[Stated[Known], ...]:
    return tuple(stated(line) for line in block.each("known"))


def _texts(lines: Iterable[Line]) -> tuple[str, ...]:
    found: list[str] = []
    for line in lines:
        if isinstance(line.value, FreeText):
            found.extend(part.strip() for part in line.value.text.split("、"))
    return tuple(part for part in found if part)


def _doubts(block: Block) -> tuple[Doubt, ...]:
    doubts = []
    for child in block.children("doubt"):
        readings = tuple(Reading(r.name, _terms(r.lines), r.span) for r in child.children("reading"))
        if readings:
            doubts.append(Doubt(child.name, child.words, readings, child.span))
    return tuple(doubts)


def _tables(block: Block) -> tuple[Table, ...]:
    tables = []
    for child in block.children("example", "scenario"):
        givens: list[Given] = []
        for line in child.each("given"):
            if isinstance(line.value, Givens):
                givens.extend(line.value.items)
        tables.append(Table(child.name, child.columns, child.rows, tuple(givens), child.key == "scenario", child.span))
    return tuple(tables)


def _part(block: Block, clause: str) -> dict[str, Any]:
    return {
        "name": block.name,
        "base": _terms(block.lines),
        "doubts": _doubts(block),
        "tables": _tables(block),
        "quotes": _quotes(block),
        "known": _known(block),
        "span": block.name_span or block.span,
        "clause": clause,
    }


def subject_of(block: Block) -> Subject:
    """Return the 对象 that a block declares."""
    facts = tuple(
        Fact(line.name, line.value, block.name, line.key_span)
        for line in block.each("fact")
        if isinstance(line.value, FactType)
    )
    owners = tuple(line.value for line in block.each("owned_by") if isinstance(line.value, Owner))
    is_a = next((line.value for line in block.each("is_a") if isinstance(line.value, Name)), None)
    return Subject(block.name, facts, owners, is_a, block.words, block.name_span or block.span)


@dataclass
class _Gathered:
    """What the walk over all blocks has found so far."""

    subjects: list[Subject] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    externals: list[External] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    benefits: list[Benefit] = field(default_factory=list)
    requirements: list[Requirement] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    pools: list[Pool] = field(default_factory=list)
    rules: list[GeneralRule] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    laws: list[Stated[Any]] = field(default_factory=list)
    known: list[Stated[Known]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)  # terms written at top level or in a clause
    counting: Counting = field(default_factory=Counting)
    window: Terms = field(default_factory=Terms)  # 施行 and 有效期 of the clause at hand

    def walk(self, block: Block, clause: str = "", chapter: str = "") -> None:  # noqa: C901 - one case a block
        """Take in one block and what stands in it."""
        match block.key:
            case "subject":
                self.subjects.append(subject_of(block))
            case "define" if block.value is not None:
                self.definitions.append(
                    Definition(
                        block.name, block.value, block.name_span or block.span, _quotes(block), clause,  # type: ignore[arg-type]
                    )
                )  # fmt: skip
            case "external":
                self.externals.append(External(block.name, block.name_span or block.span))
            case "chapter":
                self._inside(block, clause, f"{block.number} {block.name}".strip())
            case "clause":
                number, run = self._numbered(block, chapter)
                self.clauses.append(
                    Clause(
                        number, block.ordinal, block.name, chapter, _texts(block.each("lead")),
                        _texts(block.each("with")), _quotes(block), block.span, run,
                    )
                )  # fmt: skip
                self.doubts.extend(_doubts(block))
                for line in block.lines:
                    if line.key in ("exhort", "refer") and not line.bad:
                        quotes = (stated(line),) if isinstance(line.value, Quote) else ()
                        self.passages.append(Passage(line.key, "", quotes, line.span, number))
                self.window = _terms(line for line in block.lines if line.key in ("in_force", "valid", "tested_on"))
                self._inside(block, number, chapter)
                self.window = Terms()
            case "benefit":
                part = _part(block, clause)
                self.benefits.append(Benefit(**{**part, "base": self.window.under(part["base"])}))
                self._inside(block, clause, chapter)
            case "require":
                self.requirements.append(Requirement(**_part(block, clause)))
            case "group":
                members = block.value if isinstance(block.value, Members) else Members(())
                self.groups.append(Group(**_part(block, clause), members=members))
            case "rule":
                self.rules.append(GeneralRule(**_part(block, clause)))
            case "pool":
                size = block.value if isinstance(block.value, PoolSize) else None
                self.pools.append(Pool(**_part(block, clause), size=size))
            case "exhort" | "refer":
                self.passages.append(Passage(block.key, block.name, _quotes(block), block.span, clause))
            case "policy":
                self.doubts.extend(_doubts(block))
                self._inside(block, clause, chapter)
            case _:
                pass

    def _numbered(self, block: Block, chapter: str) -> tuple[str, int]:
        """Return the number of a clause, with its chapter where the numbers begin again, and the run it is in."""
        prefix = block.number.partition("/")[0] if "/" in block.number else ""
        named = prefix or label(chapter)
        run = self.counting.run(named, block.ordinal, stated=bool(prefix))
        return (block.number if prefix or not run else f"{named}/{block.number}"), run

    def _inside(self, block: Block, clause: str, chapter: str) -> None:
        self.top_lines(block.lines, whole=block.key == "policy")
        for child in block.blocks:
            self.walk(child, clause, chapter)

    def top_lines(self, lines: Iterable[Line], *, whole: bool) -> None:
        """Take in lines that speak of the whole policy: 约束, 已知问题, 适用 … wherever they stand."""
        for line in lines:
            if line.bad:
                continue
            if line.key == "law":
                self.laws.append(stated(line))
            elif line.key == "known" and whole:
                self.known.append(stated(line))
            elif whole or line.key in ("scope", "convention"):
                self.lines.append(line)


def repeated(named: Iterable[Part | Subject | Definition | External | Doubt]) -> Iterator[Diagnostic]:
    """Yield a finding for each thing whose name is taken already."""
    seen: dict[str, Span] = {}
    for thing in named:
        if thing.name and thing.name in seen:
            yield duplicate_name.duplicate_name(thing.span, thing.name, seen[thing.name])
        else:
            seen[thing.name] = thing.span


def unread_names(files: Iterable[File]) -> Iterator[str]:
    """Yield the names that lines and blocks which could not be read would have declared."""
    todo = [block for file in files for block in file.blocks]
    while todo:
        block = todo.pop()
        if block.bad and block.name:
            yield block.name
        yield from (line.name for line in block.lines if line.bad and line.name)
        todo.extend(block.blocks)


def build_model(
    files: Iterable[File], shared: tuple[Vocabulary, ...] = (), *, incomplete: bool = False
) -> tuple[Policy | None, list[Diagnostic]]:
    """Return the policy that the files make together, and what is wrong with it as a whole.

    ``shared`` are the vocabularies it imports, ``incomplete`` whether one more could not be had.
    """
    files = tuple(files)
    found = _Gathered()
    heads: list[Block] = []
    for file in files:
        found.top_lines(file.lines, whole=True)
        for block in file.blocks:
            if block.key == "policy":
                heads.append(block)
            found.walk(block)
    problems: list[Diagnostic] = []
    spans = [
        *(block.span for file in files for block in file.blocks),
        *(line.span for file in files for line in file.lines),
    ]
    problems.extend(no_policy_block.problems(next(iter(spans), None), [head.span for head in heads]))
    if not heads:
        return None, problems
    head = heads[0]
    headers = {
        line.key: line.value.text.strip()
        for line in head.lines
        if line.key in _HEADERS and isinstance(line.value, FreeText | Quote | Name)
    }
    problems.extend(repeated((*found.benefits, *found.groups, *found.requirements, *found.externals)))
    problems.extend(repeated(found.subjects))
    definitions = (*(each for vocabulary in shared for each in vocabulary.definitions), *found.definitions)
    problems.extend(repeated((*definitions, *found.pools)))
    subjects, clashes = together(found.subjects, shared)
    problems.extend(clashes)
    policy = Policy(
        name=head.name, id=headers.get("id", ""), base=_terms(found.lines), doubts=tuple(found.doubts),
        subjects=subjects, definitions=definitions, externals=tuple(found.externals),
        laws=(*(law for vocabulary in shared for law in vocabulary.laws), *found.laws),
        clauses=tuple(found.clauses), benefits=tuple(found.benefits),
        requirements=tuple(found.requirements), groups=tuple(found.groups), pools=tuple(found.pools),
        rules=tuple(found.rules),
        unread=frozenset(unread_names(files)).union(*(vocabulary.unread for vocabulary in shared)),
        passages=tuple(found.passages), known=tuple(found.known), headers=headers, span=head.span,
        language=files[0].language if files else "zh", shared=shared,
        incomplete=incomplete or any(vocabulary.incomplete for vocabulary in shared),
    )  # fmt: skip
    return policy, problems

"""The whole policy: every part lowered under one choice of readings, put together into one program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from polc.core.amounts import add
from polc.core.nodes import FALSE, TRUE, Each, Expression
from polc.core.program import Program, Stage, Step, amount_of
from polc.core.types import Input, Items
from polc.diagnostics import Diagnostic
from polc.model.expressions import Date
from polc.model.policy import Benefit, Group, Part, Policy, Requirement, Selection, Subject, Terms
from polc.passes.compare import Conventions
from polc.passes.elaborate import Elaborator
from polc.passes.lower.benefit import lower_benefit
from polc.passes.lower.group import in_order, lower_group, members_of, with_members
from polc.passes.lower.modifiers import clauses_of, modified, referred_first, stands_on
from polc.passes.lower.plan import Building, Law, Lowered, Piece, Pieces, Plan
from polc.passes.lower.requirement import lower_requirement
from polc.passes.lower.shared import drawn_from, ranked, within_itself
from polc.passes.lower.work import context_of
from polc.passes.names import Context, Names

TOTAL = "全文"


@dataclass
class _Assembly:
    """What has been lowered so far."""

    inputs: dict[str, Input] = field(default_factory=dict)
    items: dict[str, dict[str, Input]] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    plans: dict[str, Plan] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    pieces: Pieces = field(default_factory=Pieces)

    def reads(self, law: Law) -> bool:
        """Return whether anything lowered so far reads a fact that the law speaks of."""
        of_items = any(fields.keys() & self.items.get(items, {}).keys() for items, fields in law.fields.items())
        return of_items or bool(law.inputs.keys() & self.inputs.keys())

    def take(self, part: Part, made: tuple[Building, Plan] | None) -> None:
        """Add a lowered part; or remember that it failed, so that nothing built on it is reported again."""
        self.pieces.parts[part.name] = made
        if made is None:
            self.failed.add(part.name)
            return
        build, plan = made
        self.steps.extend(build.steps)
        self.plans[part.name] = plan
        self.inputs.update(build.walk.inputs)
        if plan.items:
            self.items.setdefault(plan.items, {})
        for name, fields in build.walk.fields.items():
            self.items.setdefault(name, {}).update(fields)

    def wants(self, part: Part, kept: Mapping[str, Piece], only: set[str] | None) -> bool:
        """Take a part over where it is kept; return whether it is still to be lowered."""
        if part.name in kept:
            self.take(part, kept[part.name])
            return False
        return only is None or part.name in only


def lower_policy(
    policy: Policy,
    names: Names,
    selection: Selection,
    problems: list[Diagnostic],
    only: set[str] | None = None,
    base: Lowered | None = None,
    like: Lowered | None = None,
) -> Lowered:
    """Return the program of a policy under ``selection``; what is wrong is added to ``problems``.

    A part that cannot be lowered is left out, everything else goes on. ``only`` limits the work to some parts; a group
    among them finds its members in ``base``, the policy as lowered before. ``like`` is the policy under its working
    readings, or under some of ``selection``: a part that the others do not touch is taken from there, and nothing is
    said of it again.
    """
    whole_policy, policy = policy, with_members(policy, selection)
    if policy is not whole_policy:
        names = Names(policy)
    made = _Assembly()
    further = _further(selection, like)
    kept = _untouched(policy, further, like)
    if base is not None:
        made.plans.update(base.plans)
        made.failed.update(part.name for part in policy.parts if part.name not in base.plans)
    whole = policy.terms(selection)
    for rule in policy.rules:
        clauses_of(rule, policy, problems)
    made.pieces.order = like.pieces.order if like else referred_first(policy) if only is None else []
    for benefit in made.pieces.order or policy.benefits:
        if made.wants(benefit, kept, only):
            terms = modified(policy, benefit, whole, selection)
            made.take(benefit, _benefit(policy, names, benefit, selection, terms, problems, made))
    for requirement in policy.requirements:
        if made.wants(requirement, kept, only):
            made.take(requirement, _requirement(names, requirement, selection, whole, problems))
    for group in in_order(policy) if only is None else policy.groups:
        if made.wants(group, kept, only):
            made.take(group, _group(policy, names, group, group.terms(selection), whole, problems, made))
    for pool in policy.pools:
        if only is None or pool.name in only:
            problems.extend(drawn_from(policy, pool.terms(selection)))
            problems.extend(within_itself(policy, pool, selection))
            contexts = [plan.context for plan in made.plans.values() if plan.context is not None]
            problems.extend(ranked(names, contexts, pool.terms(selection), pool.name))
    if like is not None and of_all(policy).isdisjoint(further):
        made.pieces.laws = like.pieces.laws
    elif only is None:
        made.pieces.laws = tuple(_read_laws(policy, names, whole, problems))
    laws = _laws(made)
    total = _total(policy, made, like) if only is None else ""
    inputs = (
        *made.inputs.values(),
        *(Input(name, Items(tuple(fields.values()))) for name, fields in made.items.items()),
    )
    program = Program(tuple(inputs), tuple(made.steps), laws)
    return Lowered(policy, dict(selection), names, program, made.plans, total, made.pieces)


def of_all(policy: Policy) -> set[str]:
    """Return the doubts that every part stands under: the policy's, its general rules', its pools'."""
    own = (policy.doubts, *(part.doubts for part in (*policy.rules, *policy.pools)))
    return {doubt.name for doubts in own for doubt in doubts}


def _further(selection: Selection, like: Lowered | None) -> Selection:
    """Return what is chosen beyond what ``like`` stands under."""
    known = like.selection if like is not None else {}
    return {doubt: reading for doubt, reading in selection.items() if known.get(doubt) != reading}


def _untouched(policy: Policy, selection: Selection, like: Lowered | None) -> Mapping[str, Piece]:
    """Return the pieces of ``like`` that stand as they are under ``selection``.

    A part is touched by its own doubts, and by what touches a part it is built on.
    """
    if like is None or not of_all(policy).isdisjoint(selection):
        return {}
    touched = {part.name for part in policy.parts if any(doubt.name in selection for doubt in part.doubts)}
    for benefit in like.pieces.order:
        if touched.intersection(stands_on(benefit)):
            touched.add(benefit.name)
    for group in in_order(policy):
        if touched.intersection(members_of(policy, group)):
            touched.add(group.name)
    return {name: piece for name, piece in like.pieces.parts.items() if name not in touched}


def _walk(names: Names, context: Context, whole: Terms, problems: list[Diagnostic]) -> Elaborator:
    issued = whole.issued.value if whole.issued else None
    day = issued.ordinal if isinstance(issued, Date) else None
    return Elaborator(names, context, Conventions.of(whole.conventions), problems, issued=day)


def _benefit(
    policy: Policy, names: Names, benefit: Benefit, selection: Selection, whole: Terms, problems: list[Diagnostic],
    made: _Assembly,
) -> tuple[Building, Plan] | None:  # fmt: skip
    terms = benefit.terms(selection)
    context = context_of(names, benefit, terms, problems)
    problems.extend(drawn_from(policy, terms))
    if context is None:
        return None
    problems.extend(ranked(names, [context], terms, benefit.name))
    return lower_benefit(_walk(names, context, whole, problems), benefit, terms, whole, made.plans, made.failed)


def _requirement(
    names: Names, requirement: Requirement, selection: Selection, whole: Terms, problems: list[Diagnostic]
) -> tuple[Building, Plan] | None:
    terms = requirement.terms(selection)
    if terms.payee is None and terms.subject is not None and terms.subject.value is not None:
        # nobody is paid under a duty: the first owner will do as the side from which names are read
        subject = names.subjects.get(terms.subject.value.text)
        context = None
        if subject is not None:
            owners = names.owners(subject)
            context = names.context(subject, owners[0][0] if owners else subject.name)
        if context is None:
            context = context_of(names, requirement, terms, problems)
    else:
        context = context_of(names, requirement, terms, problems)
    if context is None:
        return None
    return lower_requirement(_walk(names, context, whole, problems), requirement, terms)


def _group(
    policy: Policy, names: Names, group: Group, terms: Terms, whole: Terms, problems: list[Diagnostic],
    made: _Assembly,
) -> tuple[Building, Plan] | None:  # fmt: skip
    context = _group_context(policy, names, group, made)
    problems.extend(drawn_from(policy, terms))
    problems.extend(ranked(names, [context], terms, group.name))
    return lower_group(_walk(names, context, whole, problems), group, terms, made.plans, made.failed)


def _group_context(policy: Policy, names: Names, group: Group, made: _Assembly) -> Context:
    for name in members_of(policy, group):
        plan = made.plans.get(name)
        if plan is not None and plan.context is not None:
            return plan.context
    subject = next(iter(names.subjects.values()), None)
    if subject is None:
        subject = Subject("", (), (), None, "", group.span)
    return Context(subject, subject, subject.name, "")


def _read_laws(policy: Policy, names: Names, whole: Terms, problems: list[Diagnostic]) -> Iterator[Law]:
    """Yield the 约束, each read from the side of the first subject that knows all its names."""
    for law in policy.laws:
        if law.value is None:
            continue
        best: list[Diagnostic] | None = None
        for subject in names.subjects.values():
            found: list[Diagnostic] = []
            roles = names.owners(subject)
            walk = _walk(names, names.context(subject, roles[0][0] if roles else subject.name), whole, found)
            truth = walk.truth(law.value)
            if truth is not None:
                for items in walk.fields:  # what is said of an item is said of each
                    truth = Each("all", items, truth)
                yield Law(truth, walk.inputs, walk.fields, shared=policy.is_shared(law.span))
                best = []
                break
            if best is None or len(found) < len(best):
                best = found
        problems.extend(best or ())


def _laws(made: _Assembly) -> tuple[Expression, ...]:
    """Return the 约束; one of a vocabulary that speaks of no fact in use here is left out."""
    laws: list[Expression] = []
    for law in made.pieces.laws:
        if not law.shared or made.reads(law):
            laws.append(law.truth)
            made.inputs.update(law.inputs)
            for items, fields in law.fields.items():
                made.items.setdefault(items, {}).update(fields)
    return tuple(laws)


def _total(policy: Policy, made: _Assembly, like: Lowered | None) -> str:
    """Add the sum of everything that stands in no group; return its bind, or "" where there is nothing to add."""
    held = {m for group in policy.groups for m in members_of(policy, group)}
    roots = [plan for name, plan in made.plans.items() if name not in held and plan.kind in ("benefit", "group")]
    if not roots:
        return ""
    ends = [(plan.result, plan.opened) for plan in roots]
    made.pieces.total = like.pieces.total if like else None
    if made.pieces.total is None or made.pieces.total[0] != ends:
        amounts = [amount_of(result, may_be_open=opened) for result, opened in ends]
        made.pieces.total = ends, Step(Stage.TOTAL, TOTAL, f"{TOTAL}/{Stage.TOTAL.value}", add(*amounts), TRUE)
    made.steps.append(made.pieces.total[1])
    return made.pieces.total[1].binds


__all__ = ["FALSE", "TOTAL", "lower_policy", "of_all"]

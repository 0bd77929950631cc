"""The whole policy: every part lowered under one choice of readings, put together into one program."""

from __future__ import annotations

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
from polc.passes.lower.modifiers import modified, ordinals, referred_first
from polc.passes.lower.plan import Building, Lowered, Plan
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

    def reads(self, walk: Elaborator) -> bool:
        """Return whether anything lowered so far reads a fact that the walk has read."""
        of_items = any(fields.keys() & self.items.get(items, {}).keys() for items, fields in walk.fields.items())
        return of_items or bool(walk.inputs.keys() & self.inputs.keys())

    def take(self, part: Part, made: tuple[Building, Plan] | None) -> None:
        """Add a lowered part; or remember that it failed, so that nothing built on it is reported again."""
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


def lower_policy(
    policy: Policy,
    names: Names,
    selection: Selection,
    problems: list[Diagnostic],
    only: set[str] | None = None,
    base: Lowered | None = None,
) -> Lowered:
    """Return the program of a policy under ``selection``; what is wrong is added to ``problems``.

    A part that cannot be lowered is left out, everything else goes on. ``only`` limits the work to some parts; a group
    among them finds its members in ``base``, the policy as lowered before.
    """
    whole_policy, policy = policy, with_members(policy, selection)
    if policy is not whole_policy:
        names = Names(policy)
    made = _Assembly()
    if base is not None:
        made.plans.update(base.plans)
        made.failed.update(part.name for part in policy.parts if part.name not in base.plans)
    whole = policy.terms(selection)
    for rule in policy.rules:
        ordinals(rule, policy, problems)
    for benefit in referred_first(policy):
        if only is None or benefit.name in only:
            terms = modified(policy, benefit, whole, selection)
            made.take(benefit, _benefit(policy, names, benefit, selection, terms, problems, made))
    for requirement in policy.requirements:
        if only is None or requirement.name in only:
            made.take(requirement, _requirement(names, requirement, selection, whole, problems))
    for group in in_order(policy):
        if only is None or group.name in only:
            terms = group.terms(selection)
            context = _group_context(policy, names, group, made)
            problems.extend(drawn_from(policy, terms))
            problems.extend(ranked(names, [context], terms))
            walk = _walk(names, context, whole, problems)
            made.take(group, lower_group(walk, group, terms, made.plans, made.failed))
    for pool in policy.pools:
        if only is None or pool.name in only:
            problems.extend(drawn_from(policy, pool.terms(selection)))
            problems.extend(within_itself(policy, pool, selection))
    laws = _laws(policy, names, whole, problems, made) if only is None else ()
    total = _total(policy, made)
    inputs = (
        *made.inputs.values(),
        *(Input(name, Items(tuple(fields.values()))) for name, fields in made.items.items()),
    )
    program = Program(tuple(inputs), tuple(made.steps), laws)
    return Lowered(policy, dict(selection), names, program, made.plans, total)


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
    problems.extend(ranked(names, [context], terms))
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


def _group_context(policy: Policy, names: Names, group: Group, made: _Assembly) -> Context:
    for name in members_of(policy, group):
        plan = made.plans.get(name)
        if plan is not None and plan.context is not None:
            return plan.context
    subject = next(iter(names.subjects.values()), None)
    if subject is None:
        subject = Subject("", (), (), None, "", group.span)
    return Context(subject, subject, subject.name, "")


def _laws(
    policy: Policy, names: Names, whole: Terms, problems: list[Diagnostic], made: _Assembly
) -> tuple[Expression, ...]:
    """Return the 约束, each read from the side of the first subject that knows all its names.

    One of a vocabulary that speaks of no fact in use here is checked, and left out.
    """
    laws: list[Expression] = []
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
                if not policy.is_shared(law.span) or made.reads(walk):
                    for items in walk.fields:  # what is said of an item is said of each
                        truth = Each("all", items, truth)
                    laws.append(truth)
                    made.inputs.update(walk.inputs)
                    for items, fields in walk.fields.items():
                        made.items.setdefault(items, {}).update(fields)
                best = []
                break
            if best is None or len(found) < len(best):
                best = found
        problems.extend(best or ())
    return tuple(laws)


def _total(policy: Policy, made: _Assembly) -> str:
    """Add the sum of everything that stands in no group; return its bind, or "" where there is nothing to add."""
    held = {m for group in policy.groups for m in members_of(policy, group)}
    roots = [plan for name, plan in made.plans.items() if name not in held and plan.kind in ("benefit", "group")]
    if not roots:
        return ""
    amounts = [amount_of(plan.result, may_be_open=plan.opened) for plan in roots]
    bind = f"{TOTAL}/{Stage.TOTAL.value}"
    made.steps.append(Step(Stage.TOTAL, TOTAL, bind, add(*amounts), TRUE))
    return bind


__all__ = ["FALSE", "TOTAL", "lower_policy"]

"""What lowering gives: a program, and for every part of the policy where its results are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from polc.core.amounts import Amount
from polc.core.nodes import FALSE, TRUE, Expression, Reference
from polc.core.program import Program, Stage, Step, amount_of
from polc.core.slicing import Slicer
from polc.core.types import Input, Quantity
from polc.model.policy import Benefit, Part, Policy, Selection, Terms
from polc.passes.elaborate import Elaborator
from polc.passes.names import Context, Names
from polc.text import Span

STARTED = "推定.已施行"
UNEXPIRED = "推定.未届满"
IN_SCOPE = "推定.适用"
WITHIN = "推定.在期内."
"""Inputs by which a host presumes what it was not told; false where it was told.

``推定.在期内.X`` is for a day that the fact X tells (适用时点).
"""


PLACE = "次序·"
"""How the field begins that says which of the items a record is, counted from 1; a host fills it in."""


def place_in(walk: Elaborator, items: str) -> Reference:
    """Return which of the items the one at hand is, counted from 1."""
    given = Input(PLACE + items, Quantity("次", 1))
    walk.note(given, items)
    return Reference(given.name)


@dataclass(frozen=True, slots=True)
class History:
    """An input that the ledger computes: ``measure·of·holder·period``.

    ``measure`` is received (已领, 分), carried (结转, 分: over from last year), awards (次数), years (年数), first_year
    (首年: the first year paid, this one where there is none) or tier_awards (a tier's 次数; ``tier`` from 0).
    ``holder`` is the kind or role whose past it is; with ``items`` it is a field of those items. ``period`` is
    this_year or ever.
    """

    name: str
    measure: str
    of: str
    holder: str
    period: str
    items: str = ""
    tier: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a benefit's, group's or requirement's results are found in the program.

    ``item`` is the bind of 单项 (over ``items`` where that is not ""), ``result`` that of 应得, 合计 or 结论.
    ``due`` is the bind of what each item is due once its own caps per year and in total are counted; ``cut`` says that
    the payee may get less than these together; ``granted`` is the bind of what each gets where all is granted at the
    upper end. ``steps`` are the binds of all its steps in order.
    """

    part: Part
    kind: str  # benefit | group | requirement
    context: Context | None
    items: str
    item: str
    result: str
    opened: bool
    steps: tuple[str, ...]
    histories: tuple[History, ...] = ()
    members: tuple[str, ...] = ()
    due: str = ""
    cut: bool = False
    granted: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "due", self.due or self.item)
        object.__setattr__(self, "granted", self.granted or self.due)


@dataclass(frozen=True, slots=True)
class Law:
    """A 约束 as lowered, the inputs and the fields of items it speaks of, and whether it stands in a vocabulary."""

    truth: Expression
    inputs: Mapping[str, Input]
    fields: Mapping[str, Mapping[str, Input]]
    shared: bool


@dataclass
class Pieces:
    """What a policy was put together from, so that other readings can take over what they do not touch."""

    parts: dict[str, Piece] = field(default_factory=dict)
    order: list[Benefit] = field(default_factory=list)  # those that others stand on before these
    laws: tuple[Law, ...] = ()
    total: tuple[list[tuple[str, bool]], Step] | None = None  # what the sum of everything adds up, and the step


@dataclass(frozen=True, slots=True)
class Lowered:
    """A policy under one choice of readings, ready to be read by any reader of the core."""

    policy: Policy
    selection: Selection
    names: Names
    program: Program
    plans: Mapping[str, Plan]
    total: str  # bind of the whole policy's 合计, or ""
    pieces: Pieces = field(default_factory=Pieces, compare=False, repr=False)
    _slices: dict[str, Program] = field(default_factory=dict, compare=False, repr=False)
    _slicer: list[Slicer] = field(default_factory=list, compare=False, repr=False)  # made where first needed
    _terms: dict[str, Terms] = field(default_factory=dict, compare=False, repr=False)
    memo: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What a host works out once for a part under these readings."""
    _steps: dict[str, Step] = field(default_factory=dict, compare=False, repr=False)
    _firsts: tuple[tuple[str, str, str], ...] | None = field(default=None, compare=False, repr=False)

    def slice(self, plan: Plan) -> Program:
        """Return the part of the program that a plan and its members need; made once."""
        name = plan.part.name
        if name not in self._slices:
            if not self._slicer:
                self._slicer.append(Slicer(self.program))
            self._slices[name] = self._slicer[0].to(self._steps_of(plan))
        return self._slices[name]

    def _steps_of(self, plan: Plan) -> list[str]:
        inner = [self.plans[name] for name in plan.members if name in self.plans]
        return [*plan.steps, *(step for member in inner for step in self._steps_of(member))]

    @property
    def firsts(self) -> Sequence[tuple[str, str, str]]:
        """(part, input, items) of all that must be so for the first time; the part has a step for what is so now."""
        if self._firsts is None:
            found: list[tuple[str, str, str]] = []
            for name, plan in self.plans.items():
                start = f"{name}/{Stage.CONDITION.value}/"
                steps = (step.removeprefix(start) for step in plan.steps if step.startswith(f"{start}此前."))
                found.extend((name, input_, self.step(f"{start}{input_}").over or "") for input_ in steps)
            object.__setattr__(self, "_firsts", tuple(found))
        return self._firsts or ()

    def terms(self, plan: Plan) -> Terms:
        """Return a part's terms under the readings chosen; put together once."""
        name = plan.part.name
        if name not in self._terms:
            self._terms[name] = plan.part.terms(self.selection)
        return self._terms[name]

    @property
    def whole(self) -> Terms:
        """The policy's own terms under the readings chosen; put together once."""
        if "" not in self._terms:
            self._terms[""] = self.policy.terms(self.selection)
        return self._terms[""]

    def step(self, binds: str) -> Step:
        """Return the step that binds ``binds``. Raises KeyError where there is none."""
        if not self._steps:
            self._steps.update({step.binds: step for step in self.program.steps})
        return self._steps[binds]

    @property
    def histories(self) -> tuple[History, ...]:
        """Every history input, once."""
        found = {h.name: h for plan in self.plans.values() for h in plan.histories}
        return tuple(found.values())


@dataclass
class Building:
    """The steps of one part while they are put together."""

    walk: Elaborator
    subject: str
    items: str  # "" at the level of the case
    steps: list[Step] = field(default_factory=list)
    histories: list[History] = field(default_factory=list)

    def bind(self, stage: Stage, *rest: str) -> str:
        """Return the name a step of this part binds."""
        return "/".join((self.subject, stage.value, *rest))

    def truth(
        self, stage: Stage, value: Expression, because: tuple[Span, ...], *rest: str, case: bool = False
    ) -> Reference:
        """Add a step that is a truth and return a reference to it."""
        name = self.bind(stage, *rest)
        self.steps.append(Step(stage, self.subject, name, value, value, None if case else self.over, because))
        return Reference(name)

    def amount(
        self,
        stage: Stage,
        value: Amount,
        applies: Expression,
        because: tuple[Span, ...] = (),
        *rest: str,
        case: bool = False,
    ) -> Amount:
        """Add a step that is an amount and return the amount that refers to it."""
        name = self.bind(stage, *rest)
        self.steps.append(Step(stage, self.subject, name, value, applies, None if case else self.over, because))
        return amount_of(name, may_be_open=value.open != FALSE)

    def firsts(self) -> None:
        """Add a step for everything that must be so for the first time: is it so now?"""
        for input_, first in self.walk.firsts.items():
            self.truth(Stage.CONDITION, first.now, (), input_, case=first.of_payee)

    def hoisted(self, value: Expression) -> Reference:
        """Add a step of the payee for a fold over the items at hand, and return a reference to it."""
        number = sum(step.stage is Stage.SUM for step in self.steps) + 1
        name = self.bind(Stage.SUM, str(number))
        self.steps.append(Step(Stage.SUM, self.subject, name, value, TRUE, None, ()))
        return Reference(name)

    @property
    def over(self) -> str | None:
        """The list whose items the steps run over, or None."""
        return self.items or None

    def past(
        self, measure: str, of: str, holder: str, period: str, *, item: bool, tier: int | None = None
    ) -> Reference:
        """Return a reference to a history input, declaring it."""
        words = {"received": "已领", "carried": "结转", "awards": "次数", "years": "年数", "first_year": "首年"}
        word = words.get(measure, f"第{(tier or 0) + 1}档次数")
        spans = {"this_year": "本年", "ever": "累计"}
        name = "·".join((word, of, holder, spans[period]))
        items = self.items if item else ""
        unit = {"received": "分", "carried": "分", "years": "年", "first_year": "年"}.get(measure, "次")
        self.walk.note(Input(name, Quantity(unit)), items)
        history = History(name, measure, of, holder, period, items, tier)
        if history not in self.histories:
            self.histories.append(history)
        return Reference(name)


Piece: TypeAlias = "tuple[Building, Plan] | None"
"""A part as lowered; None where it could not be."""

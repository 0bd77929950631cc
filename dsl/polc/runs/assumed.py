"""What is presumed where nothing was told, and the words in which every report says so.

Examples presume that the policy is in force and in scope and that nothing was received; scenarios presume scope and an
empty ledger, never force. Facts used by 条件 are never presumed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass

from polc.core.nodes import Scalar
from polc.core.types import Input, Items, Level, Quantity
from polc.diagnostics import Words
from polc.model.expressions import Bound, Relation
from polc.model.policy import Stated, Terms
from polc.passes.lower.force import EXPIRY, expiries, lasting, of_part, says_expiry
from polc.passes.lower.plan import IN_SCOPE, PLACE, STARTED, UNEXPIRED, WITHIN, Lowered, Plan
from polc.readers.prose.formula import names_in
from polc.runs.reckoned import reckoned


@dataclass(frozen=True, slots=True)
class Presumption:
    """One thing presumed, in words; ``kind`` is force | scope | silent | ledger | earlier | external | items | choice.

    ``expiry`` is of the day on which the policy ends; ``calendar`` is of what cannot be worked out, since a year's
    holidays are not known.
    """

    kind: str
    words: Words


FORCE = Presumption("force", Words("政策正在施行", "the policy is in force"))
BEGUN = Presumption(
    "force", Words("印发日期未知，推定已经施行", "the issue date is unknown; presumed in force already")
)
UNENDED = Presumption(
    "force", Words("印发日期未知，推定没有期满", "the issue date is unknown; presumed not to have expired")
)
SCOPE = Presumption("scope", Words("属于政策的适用范围", "within the policy's scope"))
LEDGER = Presumption("ledger", Words("此前没有领过", "nothing was received before"))
CARRIED = Presumption("ledger", Words("上年没有结转", "nothing is carried over from last year"))
EARLIER = Presumption("earlier", Words("以前年度没有达到过", "not reached in an earlier year"))


UNCHOSEN = Presumption("choice", Words("没有选定，按高的一项算", "nobody has chosen; the higher is taken"))


def external(name: str) -> Presumption:
    """Return the presumption that an award of another policy is not claimed."""
    return Presumption("external", Words(f"没有领“{name}”", f"“{name}” is not claimed"))


def silences(lowered: Lowered, plan: Plan) -> list[Presumption]:
    """Return all that a part presumes because the text is silent; worked out once."""
    name = f"silences/{plan.part.name}"
    if name not in lowered.memo:
        terms = lowered.terms(plan)
        lowered.memo[name] = [*unwritten(terms), *convention(lowered.whole, terms), *expiry(lowered.whole, terms, plan)]
    found: list[Presumption] = list(lowered.memo[name])  # type: ignore[call-overload]  # what was put there
    return found


def unwritten(terms: Terms) -> list[Presumption]:
    """Return what the lines of a part presume because the text is silent (``未写，暂按 …``), as the file says it."""
    found: list[Presumption] = []
    for row in fields(terms):
        held = getattr(terms, row.name)
        for line in held if isinstance(held, tuple) else (held,):
            if isinstance(line, Stated) and line.silent and line.value is not None:
                text = " ".join(line.span.text.split())
                found.append(Presumption("silent", Words(text, text)))
    return found


def convention(policy: Terms, part: Terms) -> list[Presumption]:
    """Return the presumed 约定 of the policy where a part has a 以上 or 以下 that it decides."""
    silent = [line for line in policy.conventions if line.silent and line.value is not None]
    if not silent or not _unmarked(part):
        return []
    text = " ".join(silent[0].span.text.split())
    return [Presumption("silent", Words(text, text))]


def expiry(policy: Terms, part: Terms, plan: Plan) -> list[Presumption]:
    """Return the day a period of years is presumed to end on, where a benefit's window is one and no 约定 says."""
    if plan.kind != "benefit" or says_expiry(policy) or lasting(of_part(policy, part)) is None:
        return []
    return [Presumption("expiry", Words("期满按前一日", "it expires on the day before the corresponding day"))]


def _unmarked(node: object) -> bool:
    """Return whether a 以上, 以下 … without its own （含） or （不含） stands anywhere in a piece of the model."""
    match node:
        case Bound(relation=Relation.ABOVE | Relation.BELOW, marked=None):
            return True
        case tuple():
            return any(_unmarked(inner) for inner in node)
        case _ if is_dataclass(node) and not isinstance(node, type):
            return any(_unmarked(getattr(node, row.name)) for row in fields(node) if row.name != "span")
        case _:
            return False


def no_items(name: str) -> Presumption:
    """Return the presumption that there are no items of a kind."""
    return Presumption("items", Words(f"没有“{name}”", f"there is no “{name}”"))


def presumed(input_: Input, told: Mapping[str, object]) -> tuple[Scalar, Presumption] | None:
    """Return what an input that was not told is presumed to be; None where it is never presumed."""
    name = input_.name
    if name == UNEXPIRED:
        return (False, FORCE) if "日期" in told else (True, FORCE)
    if name.startswith(WITHIN):
        return (False, FORCE) if "日期" in told or name.removeprefix(WITHIN) in told else (True, FORCE)
    if name == STARTED:
        settled = "日期" in told and "印发日期" in told
        return (False, FORCE) if settled else (True, BEGUN if "日期" in told else FORCE)
    if name == IN_SCOPE:
        return True, SCOPE
    if name.startswith(EXPIRY) and isinstance(input_.type, Quantity):
        return input_.type.most, UNENDED
    if name.startswith("首年·"):
        day, year = told.get("日期"), told.get("年度")
        now = year if isinstance(year, int) else dt.date.fromordinal(day).year if isinstance(day, int) else 1
        return now, LEDGER
    if name.startswith("结转·"):
        return 0, CARRIED
    if "·" in name and name.startswith(("已领·", "次数·", "年数·", "第")):
        return 0, LEDGER
    if name.startswith("此前"):
        return lowest(input_), EARLIER
    if name.startswith("选定."):
        return lowest(input_), UNCHOSEN
    if name.startswith("外部."):
        return 0, external(name.removeprefix("外部."))
    return None


def idle(input_: Input, value: Scalar) -> bool:
    """Return whether nothing is presumed after all: what was told is tested."""
    return value is False and input_.name.startswith("推定.")


def lowest(input_: Input) -> Scalar:
    """Return the least value of an input's type: what nothing earlier amounts to."""
    match input_.type:
        case Level(names=names):
            return names[0]
        case Quantity(least=least):
            return least if input_.type.unit in ("年", "日") else 0
        case Items():
            return 0
        case _:
            return False


def with_days(inputs: Iterable[Input], told: Mapping[str, object], found: list[Presumption]) -> dict[str, object]:
    """Return what was told with the days that follow from it: when the policy ends, and the last days of periods.

    What cannot be counted is added to ``found``.
    """
    inputs = tuple(inputs)
    days, why = reckoned(inputs, told)
    found.extend(Presumption("calendar", words) for words in why)
    return {**told, **expiries(inputs, told), **days}


def fill(
    inputs: Iterable[Input], facts: dict[str, object], *, known_start: bool, scope_told: bool
) -> tuple[dict[str, object], list[Presumption]]:
    """Return the facts with every input filled that may be presumed, and what was presumed (without repeats).

    ``known_start`` says whether the first day in force is known from the file, ``scope_told`` whether 适用 is to be
    tested instead of presumed.
    """
    inputs = tuple(inputs)
    found: list[Presumption] = []
    filled = with_days(inputs, facts, found)

    def note(what: Presumption) -> None:
        if what not in found:
            found.append(what)

    for input_ in inputs:
        if isinstance(input_.type, Items):
            records = filled.get(input_.name)
            if isinstance(records, list):
                numbered = numbered_in(input_, records)
                filled[input_.name] = [_record(input_.type, record, facts, note) for record in numbered]
            continue
        if input_.name in filled:
            continue
        guess = presumed(input_, facts)
        if guess is None:
            continue
        value, why = guess
        tested = (input_.name == STARTED and known_start and "日期" in facts) or (
            input_.name == IN_SCOPE and scope_told
        )
        if tested:
            value = False
        filled[input_.name] = value
        if not idle(input_, value):
            note(why)
    return filled, found


def of_scope(lowered: Lowered) -> set[str]:
    """Return every name that the policy's 适用 speaks of, with those that each 定义 among them is made of."""
    lines = (line.value for line in lowered.whole.scope if line.value is not None)
    return unfolded(lowered, (name for line in lines for name in names_in(line)))


def unfolded(lowered: Lowered, names: Iterable[str]) -> set[str]:
    """Return the names with those that each 定义 among them is made of."""
    made_of = {definition.name: definition.expression for definition in lowered.policy.definitions}
    todo = list(names)
    found: set[str] = set()
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo.extend(names_in(made_of[name]) if name in made_of else ())
    return found


def scope_told(lowered: Lowered, facts: Mapping[str, object]) -> bool:
    """Return whether any fact that the policy's 适用 speaks of was told, of the payee or of an item.

    A 定义 that 适用 uses speaks of the facts it is made of.
    """
    names = of_scope(lowered)
    records = [record for told in facts.values() if isinstance(told, list) for record in told]
    return any(key.rpartition(".")[2] in names for key in (*facts, *(key for record in records for key in record)))


def numbered_in(items: Input, records: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Return the records of a list, each with which of them it is, where anything asks for that."""
    place = PLACE + items.name
    if not isinstance(items.type, Items) or all(field.name != place for field in items.type.fields):
        return list(records)
    return [{place: number, **record} for number, record in enumerate(records, 1)]


def _record(type_: Items, record: Mapping[str, object], told: Mapping[str, object], note: object) -> dict[str, object]:
    found: list[Presumption] = []
    days = with_days(type_.fields, {**told, **record}, found)
    filled = {**record, **{field.name: days[field.name] for field in type_.fields if field.name in days}}
    for what in found:
        note(what)  # type: ignore[operator]
    for field in type_.fields:
        if field.name not in filled:
            guess = presumed(field, {**told, **record})
            if guess is not None:
                filled[field.name] = guess[0]
                if not idle(field, guess[0]):
                    note(guess[1])  # type: ignore[operator]
    return filled

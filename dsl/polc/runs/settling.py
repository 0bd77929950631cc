"""The end of a year: what 停付 and 追回 do to the awards in the ledger, on the facts of that year.

Nothing is guessed: where a condition hangs on what nobody told, the award keeps that as a doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from polc.core.program import Stage
from polc.model.policy import Stated
from polc.model.values import ClawBack
from polc.passes.lower.payments import claw_back_bind
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Outcome, Result
from polc.runs.entry import Carried, Entry, Unsure
from polc.runs.ledger import Ledger
from polc.runs.reached import results, written


def settle(lowered: Lowered, outcome: Outcome, ledger: Ledger, year: int, names: Mapping[str, list[str]]) -> None:
    """Stop what stops and take back what is taken back in ``year``, for the payee or for an item.

    ``names`` are those of the items at hand: of one that is not there, nothing is known.
    """
    for entry in ledger.entries:
        plan = lowered.plans.get(entry.of)
        held = names.get(plan.items, []) if plan and plan.items else [entry.item]
        if plan is None:
            continue
        place = held.index(entry.item) if entry.item in held else None
        _stop(lowered, plan, outcome, entry, year, place)
        _take_back(lowered, plan, outcome, entry, year, place)
    _drop_carried(lowered, outcome, ledger, year, names)


def _drop_carried(
    lowered: Lowered, outcome: Outcome, ledger: Ledger, year: int, names: Mapping[str, list[str]]
) -> None:
    """Drop what was to go on to the next year of the parts that stop or are taken back: it is unpaid too."""
    for (of, item), carried in list(ledger.carried.items()):
        left = dict(carried.by) if carried.by else {of: carried.money}
        kept = {
            name: money for name, money in left.items() if not _ends(lowered, outcome, ledger, year, names, name, item)
        }
        if kept != left:
            by = kept if carried.by else {}
            ledger.carried[of, item] = Carried(sum(kept.values(), start=0), by, carried.last)


def _ends(
    lowered: Lowered, outcome: Outcome, ledger: Ledger, year: int, names: Mapping[str, list[str]], of: str, item: str
) -> bool:
    """Return whether 停付 or 追回 of a part holds in ``year``."""
    plan = lowered.plans.get(of)
    if plan is None:
        return False
    last = max((entry.year for entry in ledger.entries if entry.of == of), default=year)
    binds = [f"{of}/{Stage.STOP.value}"]
    binds += [
        bind for bind, line in claw_backs(lowered, plan)
        if line.value is not None and reaches(line.value, last, year)
    ]  # fmt: skip
    held = names.get(plan.items, []) if plan.items else [item]
    for bind in binds:
        found = results(outcome, bind) if bind in outcome.results else ()
        place = held.index(item) if item in held else None
        result = found[place] if place is not None and place < len(found) else _of_all(found)
        if result.value is True:
            return True
    return False


def _stop(lowered: Lowered, plan: Plan, outcome: Outcome, entry: Entry, year: int, place: int | None) -> None:
    result = _at(outcome, f"{entry.of}/{Stage.STOP.value}", entry, place)
    if result is None or all(when < year for when, _ in entry.payments):
        return
    if result.missing:
        entry.unsure.append(Unsure(year, result.missing))
    elif result.value:
        entry.stop(year, "；".join(written(line) for line in lowered.terms(plan).stop))


def _take_back(lowered: Lowered, plan: Plan, outcome: Outcome, entry: Entry, year: int, place: int | None) -> None:
    """Hold every 追回 against an award that it still reaches; of several that hold, the greatest share counts."""
    for binds, line in claw_backs(lowered, plan):
        value = line.value
        result = _at(outcome, binds, entry, place)
        if value is None or result is None or not reaches(value, entry.year, year):
            continue
        share = value.share.value if value.share else Fraction(1)
        if result.missing:
            if any(money for _, money in entry.payments):
                due = entry.due_back(year, share)
                entry.unsure.append(Unsure(year, result.missing, back=True, money=due, why=written(line)))
        elif result.value:
            entry.take_back(year, share, written(line))


def claw_backs(lowered: Lowered, plan: Plan) -> Iterator[tuple[str, Stated[ClawBack]]]:
    """Yield each 追回 of a part that says something, with the bind of its truth."""
    said = [line for line in lowered.terms(plan).claw_back if line.value is not None]
    for number, line in enumerate(said, 1):
        yield claw_back_bind(plan.part.name, number), line


def reaches(value: ClawBack, awarded: int, year: int) -> bool:
    """Return whether an award of one year can be taken back in another: the year of the award is the first."""
    return value.years is None or year - awarded < value.years


def _at(outcome: Outcome, binds: str, entry: Entry, place: int | None) -> Result | None:
    """Return what a truth came to for the item at ``place``; unknown, and named, for one that is not there (None)."""
    if binds not in outcome.results:
        return None
    found = results(outcome, binds)
    if place is None or place >= len(found):
        if not entry.item:
            return _of_all(found)
        named = f"第{int(entry.item) + 1}项" if entry.item.isdigit() else entry.item
        return Result(None, applies=None, missing=frozenset({named}))
    return found[place]


def _of_all(found: Sequence[Result]) -> Result:
    """Return what a truth came to for an award of the payee that is of none of the items: true where it is of all."""
    missing = frozenset(name for result in found for name in result.missing)
    if any(result.value is False for result in found) or not found:
        return Result(value=False, applies=True)
    return Result(None, applies=None, missing=missing) if missing else Result(value=True, applies=True)

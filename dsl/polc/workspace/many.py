"""Facts of many applicants: a list under the 对象 that is paid, one entry each, in the order of application.

What stands beside the list is told of everybody. An entry is named under 名称 (name) or 申请人 (applicant), else by its
place; its own things are lists inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from polc.diagnostics import Words
from polc.passes.lower.plan import Lowered
from polc.passes.names import nearest
from polc.runs.batch import Applicant
from polc.workspace.given import Given, Listed, Row, TellingError, Told
from polc.workspace.told import Slots, place, slots, unknown

_NAMED = ("申请人", "名称", "applicant", "name")


def listed(lowered: Lowered, told: Iterable[Told]) -> Listed | None:
    """Return the list of applicants among what was told, or None where there is one applicant.

    Raises TellingError where there are two such lists.
    """
    names = lowered.names
    paid = {plan.context.payee.name for plan in lowered.plans.values() if plan.context is not None}
    payees = {
        subject.name
        for subject in names.subjects.values()
        if not names.owned(subject) and paid & {kind.name for kind in names.kinds(subject)}
    }
    found = [one for one in told if isinstance(one, Listed) and one.subject in payees]
    if len(found) > 1:
        both = [one.subject for one in found[:2]]
        raise TellingError(
            Words(
                f"申请人只能列在一个对象下面，写了两个：{both[0]}、{both[1]}",
                f"applicants are listed under one subject, not two: {both[0]}, {both[1]}",
            )
        )
    return found[0] if found else None


def applicants(lowered: Lowered, told: Sequence[Told], several: Listed) -> tuple[list[Applicant], list[Words]]:
    """Return the applicants in order, and the user's slips; with slips the applicants are not to be used."""
    known = slots(lowered)
    shared = [one for one in told if one is not several]
    found: list[Applicant] = []
    names: set[str] = set()
    slips: list[Words] = []
    for number, row in enumerate(several.rows, 1):
        name, mine = _one(known, several.subject, row, number)
        placed = place(known, [*shared, *mine])
        words = [slip for one in (*shared, *mine) for slip in unknown(one, [known], placed.known)]
        words += [slip for _, slip in placed.misfits]
        slips.extend(Words(f"{name}：{slip.zh}", f"{name}: {slip.en}") for slip in words)
        if name in names:
            slips.append(Words(f"有两家都叫“{name}”", f"two applicants are called “{name}”"))
        names.add(name)
        found.append(Applicant(name, placed.facts))
    return found, slips


def alone(policies: int, *, ledger: bool, data: bool) -> None:
    """Raise TellingError where many applicants come with what is for one: several policies, a ledger, JSON."""
    if policies > 1:
        raise TellingError(
            Words("几家申请人一起算，一次问一份政策", "many applicants are computed for one policy at a time")
        )
    if ledger:
        raise TellingError(Words("领取记录是一家的，几家一起算时不能用", "a ledger is of one applicant, not of many"))
    if data:
        raise TellingError(Words("几家申请人一起算，不能以 JSON 输出", "many applicants are not printed as JSON"))


def only(lowered: Lowered, names: Sequence[str]) -> frozenset[str] | None:
    """Return the parts asked for, None for all. Raises TellingError for one that there is not."""
    for name in names:
        if name not in lowered.plans:
            near = nearest(name, list(lowered.plans))
            hint = Words(f"；是不是“{near}”？", f"; did you mean “{near}”?") if near else Words("", "")
            raise TellingError(
                Words(
                    f"没有叫“{name}”的奖补、组或要求{hint.zh}",
                    f"no benefit, group or requirement is called “{name}”{hint.en}",
                )
            )
    return frozenset(names) or None


def _one(known: Slots, subject: str, row: Row, number: int) -> tuple[str, list[Told]]:
    """Return an applicant's name and what is told of it."""
    name = f"第{number}家"
    told: list[Told] = []
    for fact, value in row.facts.items():
        where = row.places.get(fact, Words("", ""))
        if fact in (*_NAMED, subject) and not isinstance(value, Mapping | list) and known.of(subject, fact) is None:
            name = str(value)
        elif isinstance(value, list):
            told.append(Listed(fact, tuple(_rows(value)), where))
        elif isinstance(value, Mapping):
            told.extend(Given(str(inner), one, fact, where) for inner, one in value.items() if one is not None)
        else:
            own = subject if known.of(subject, fact) is not None else ""
            told.append(Given(fact, value, own, where))
    return name, told


def _rows(values: Iterable[object]) -> Iterable[Row]:
    for value in values:
        facts = value if isinstance(value, Mapping) else {}
        yield Row({str(name): one for name, one in facts.items() if one is not None})

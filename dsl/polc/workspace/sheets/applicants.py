"""Tables to what each applicant tells: its own row, the things it owns with its role in them, their other owners.

The applicants are the rows of the table whose 对象 most benefits pay. A table of things (合同, 模型 …) has a column for
each owner, named by the role (需求方) or the 对象, with the owner's id: a thing counts for an applicant only in
benefits that pay the role it has there. What is told of another owner comes from that owner's own table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from polc.diagnostics import Words
from polc.model.policy import Subject
from polc.passes.lower.plan import Lowered
from polc.passes.names import nearest
from polc.workspace.given import Given, Listed, Row, Told
from polc.workspace.sheets.sheet import Entry, Sheet, SheetError

_REMARKS = frozenset(("备注", "说明", "序号", "note", "notes", "remark"))
_IDS = ("名称", "编号", "id", "统一社会信用代码")
_MOST = 100
"""Slips told of one set of tables: more than these say the same."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """One applicant: what it is called ("" where the tables do not say), its other ids, and what it tells."""

    name: str
    ids: frozenset[str]
    told: tuple[Told, ...]


@dataclass
class _Kind:
    """What the policies together know of one 对象."""

    owners: dict[str, set[str]] = field(default_factory=dict)  # role → the kinds that play it
    facts: set[str] = field(default_factory=set)
    also: set[str] = field(default_factory=set)  # itself and what it also is
    owned: bool = False
    paid: int = 0  # how many benefits pay it


@dataclass
class _Table:
    """A table with the 对象 it is of, and what its columns are."""

    sheet: Sheet
    kind: str
    ids: list[int]
    roles: dict[int, str]
    facts: list[int]
    by_id: dict[str, Entry] = field(default_factory=dict)


def applicants(sheets: Sequence[Sheet], policies: Iterable[Lowered]) -> list[Applicant]:
    """Return what each applicant tells, in the order of the rows. Raises SheetError with all that is wrong."""
    kinds = _kinds(policies)
    slips: list[Words] = []
    tables = [table for sheet in sheets if (table := _table(sheet, kinds, slips)) is not None]
    for table in tables:
        _index(table, slips)
    asked = _asked(tables, kinds)
    if not slips:
        _orphans(tables, kinds, slips)
    if slips:
        more = [Words(f"还有 {len(slips) - _MOST} 处", f"and {len(slips) - _MOST} more")] if len(slips) > _MOST else []
        raise SheetError([*slips[:_MOST], *more])
    if asked is None:
        return [_unnamed(tables, kinds)]
    return [_applicant(entry, asked, tables, kinds) for entry in asked.sheet.rows]


def _kinds(policies: Iterable[Lowered]) -> dict[str, _Kind]:
    found: dict[str, _Kind] = {}
    for lowered in policies:
        names = lowered.names
        for subject in names.subjects.values():
            kind = found.setdefault(subject.name, _Kind())
            kind.owned = kind.owned or names.owned(subject)
            every: list[Subject] = list(names.kinds(subject))
            kind.also.update(each.name for each in every)
            kind.facts.update(fact.name for each in every for fact in each.facts)
            for role, owner in names.owners(subject):
                kind.owners.setdefault(role, set()).add(owner.name)
        for plan in lowered.plans.values():
            payee = plan.context.payee if plan.context is not None and plan.kind == "benefit" else None
            for subject in names.subjects.values() if payee is not None else ():
                if payee is not None and any(each.name == payee.name for each in names.kinds(subject)):
                    found[subject.name].paid += 1
    externals = {external.name for lowered in policies for external in lowered.policy.externals}
    for kind in found.values():
        kind.facts |= externals
    return found


def _table(sheet: Sheet, kinds: Mapping[str, _Kind], slips: list[Words]) -> _Table | None:
    """Return what a table is of and what its columns are, or None with a slip."""
    names = [each.name for each in sheet.headings]
    title = sheet.title.partition("_")[0].partition("-")[0].strip()
    kind = next((name for name in (sheet.title, title, *names[:1]) if name in kinds), None)
    if kind is None:
        near = _hint(nearest(sheet.title, list(kinds)))
        slips.append(_said(sheet.where, f"不知道是哪个对象的表“{sheet.title}”{near.zh}：文件（或工作表）用对象的名称",
                           f"“{sheet.title}” is no subject{near.en}: call the file or sheet after one"))  # fmt: skip
        return None
    known = kinds[kind]
    ways = (kind, *(f"{kind}{word}" for word in _IDS), *_IDS)
    ids = [n for way in ways for n, name in enumerate(names) if name == way and name not in known.facts]
    roles: dict[int, str] = {}
    for n, name in enumerate(names):
        found = [role for role, played in known.owners.items() if name == role or (name in played and n not in ids)]
        if known.owned and found:
            roles[n] = found[0]
    table = _Table(sheet, kind, ids, roles, [])
    visible = known.facts | {
        fact for played in known.owners.values() for owner in played for fact in kinds[owner].facts
    }
    if not known.owned:
        visible = {fact for other in kinds.values() if not other.owned for fact in other.facts}
    for n, name in enumerate(names):
        if n in ids or n in roles or name in _REMARKS:
            continue
        bare = name.removeprefix("此前最高").strip()
        if bare in visible:
            table.facts.append(n)
            continue
        near = _hint(nearest(name, [*visible, *known.owners]))
        slips.append(_said(sheet.where, f"列“{name}”不是“{kind}”的事实，也不是归属{near.zh}",
                           f"the column “{name}” is neither a fact nor an owner of “{kind}”{near.en}"))  # fmt: skip
    return table


def _index(table: _Table, slips: list[Words]) -> None:
    """Note the rows by their ids; an id that two rows have, or none, is a slip."""
    for entry in table.sheet.rows:
        mine = [entry.cells[n] for n in table.ids]
        if table.ids and not any(mine):
            place = table.sheet.place(entry, table.ids[0])
            slips.append(_said(place, "空着：每一行要有自己的名称", "is empty: every row has a name of its own"))
        for n in table.ids:
            name = entry.cells[n]
            other = table.by_id.setdefault(name, entry) if name else entry
            if other is not entry:
                place = table.sheet.place(entry, n)
                slips.append(
                    _said(place, f"“{name}”第{other.number}行已经有了", f"row {other.number} has “{name}” already")
                )


def _asked(tables: Sequence[_Table], kinds: Mapping[str, _Kind]) -> _Table | None:
    """Return the table whose rows are the applicants: of what is no one's, the one that most benefits pay."""
    own = [table for table in tables if not kinds[table.kind].owned and kinds[table.kind].paid]
    return max(own, key=lambda table: kinds[table.kind].paid, default=None)


def _orphans(tables: Sequence[_Table], kinds: Mapping[str, _Kind], slips: list[Words]) -> None:
    """Tell of things that belong to nobody we know, and of tables that do not say whose things they hold."""
    people = {name for table in tables if not kinds[table.kind].owned for name in table.by_id}
    several = max((len(table.sheet.rows) for table in tables if not kinds[table.kind].owned), default=0) > 1
    for table in tables:
        known = kinds[table.kind]
        if not known.owned:
            if several and not table.ids:
                slips.append(_said(table.sheet.where, f"有几行，却没有叫“{table.kind}”的一列说明各是谁",
                                   f"has several rows, and no column “{table.kind}” to tell them apart"))  # fmt: skip
            continue
        if not table.roles and several:
            wanted = "、".join(known.owners)
            slips.append(
                _said(table.sheet.where, f"要有一列写归谁：{wanted}", f"needs a column for its owner: {wanted}")
            )
        if not table.roles or not people:
            continue
        for entry in table.sheet.rows:
            owners = [entry.cells[n] for n in table.roles if entry.cells[n]]
            if not any(owner in people for owner in owners):
                n = next(iter(table.roles))
                near = _hint(nearest(owners[0], list(people)) if owners else None)
                read = f"写的是“{owners[0]}”，哪张表里都没有" if owners else "空着"
                said = f"says “{owners[0]}”, which no table has" if owners else "is empty"
                slips.append(_said(table.sheet.place(entry, n), f"{read}{near.zh}", f"{said}{near.en}"))


def _applicant(entry: Entry, asked: _Table, tables: Sequence[_Table], kinds: Mapping[str, _Kind]) -> Applicant:
    ids = frozenset(entry.cells[n] for n in asked.ids if entry.cells[n])
    name = next((entry.cells[n] for n in asked.ids if entry.cells[n]), "")
    told: list[Told] = []
    for table in tables:
        if kinds[table.kind].owned:
            told.append(_things(table, ids, tables, kinds))
            continue
        same = entry if table is asked else next((table.by_id[i] for i in ids if i in table.by_id), None)
        kin = table is asked or kinds[asked.kind].also & kinds[table.kind].also
        if same is not None and kin:
            told.extend(_own(table, same))
    return Applicant(name, ids, tuple(told))


def _unnamed(tables: Sequence[_Table], kinds: Mapping[str, _Kind]) -> Applicant:
    """Return the one applicant of tables that hold only things, or what is said of nobody in particular."""
    told: list[Told] = []
    for table in tables:
        if kinds[table.kind].owned:
            told.append(_things(table, None, tables, kinds))
        else:
            told.extend(given for entry in table.sheet.rows[:1] for given in _own(table, entry))
    return Applicant("", frozenset(), tuple(told))


def _own(table: _Table, entry: Entry) -> Iterator[Given]:
    for n in table.facts:
        if entry.cells[n]:
            name = table.sheet.headings[n].name
            yield Given(name, entry.cells[n], table.kind, table.sheet.place(entry, n), loose=True)


def _things(table: _Table, ids: frozenset[str] | None, tables: Sequence[_Table], kinds: Mapping[str, _Kind]) -> Listed:
    """Return the things of an applicant (all, where ``ids`` is None), each with the roles it has in it."""
    rows: list[Row] = []
    for entry in table.sheet.rows:
        mine = frozenset(role for n, role in table.roles.items() if ids is not None and entry.cells[n] in ids)
        if ids is not None and table.roles and not mine:
            continue
        cells = {table.sheet.headings[n].name: (entry.cells[n], table.sheet.place(entry, n)) for n in table.facts}
        facts: dict[str, object] = {name: text for name, (text, _) in cells.items() if text}
        name = next((entry.cells[n] for n in table.ids if entry.cells[n]), "")
        if name:
            facts[table.kind] = name
        places = {name: place for name, (_, place) in cells.items()}
        rows.append(Row(facts, places, mine, _of_owners(table, entry, tables, kinds)))
    return Listed(table.kind, tuple(rows), table.sheet.where)


def _of_owners(
    table: _Table, entry: Entry, tables: Sequence[_Table], kinds: Mapping[str, _Kind]
) -> dict[str, tuple[object, Words]]:
    """Return what the owners' own tables say of a thing's owners, by ``角色.事实``."""
    found: dict[str, tuple[object, Words]] = {}
    for n, role in table.roles.items():
        for other in tables:
            row = other.by_id.get(entry.cells[n]) if not kinds[other.kind].owned else None
            if row is None or not kinds[table.kind].owners.get(role, set()) & kinds[other.kind].also:
                continue
            for column in other.facts:
                if row.cells[column]:
                    name = other.sheet.headings[column].name
                    found[f"{role}.{name}"] = row.cells[column], other.sheet.place(row, column)
    return found


def _hint(near: str | None) -> Words:
    return Words(f"；是不是“{near}”？", f"; did you mean “{near}”?") if near else Words("", "")


def _said(where: Words, zh: str, en: str) -> Words:
    return Words(f"{where.zh}：{zh}", f"{where.en}: {en}")

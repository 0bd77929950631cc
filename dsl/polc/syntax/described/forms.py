"""What a rule allows, as a tree of few forms; each is made in its simplest shape.

Guarantee: ``series``, ``either`` and ``many`` change how a rule is written down, never what it allows, but for marks
behind a figure: ``X | M | M X`` becomes ``[M] [X]``, which is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from polc.diagnostics import Words


@dataclass(frozen=True, slots=True)
class Written:
    """A word that stands there as it is written."""

    words: Words


@dataclass(frozen=True, slots=True)
class Kind:
    """A word of a kind: ``MONEY`` and the like, or ``choice:GROUP``. ``or_name``: or a name."""

    name: str
    or_name: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """What another rule allows."""

    name: str


@dataclass(frozen=True, slots=True)
class Series:
    """One after the other; nothing at all where it is empty."""

    parts: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of several."""

    ways: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """Once or more often, with something between where that is not empty."""

    part: Form
    between: Form


Form: TypeAlias = "Written | Kind | Ref | Series | Either | Many"

NOTHING = Series(())


def series(parts: Iterable[Form]) -> Form:
    """Return one after the other."""
    flat: list[Form] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Series) else (part,))
    n = 1
    while n < len(flat):  # X {S X} is X, several times, with S between
        again = _again(flat[n])
        if again is not None and again.parts[-1] == flat[n - 1] and len(again.parts) > 1:
            flat[n - 1 : n + 1] = [Many(flat[n - 1], series(again.parts[:-1]))]
        else:
            n += 1
    return flat[0] if len(flat) == 1 else Series(tuple(flat))


def _again(form: Form) -> Series | None:
    """Return what ``form`` repeats any number of times, if that is what it does."""
    inner = form.ways[1] if isinstance(form, Either) and len(form.ways) == 2 and form.ways[0] == NOTHING else None  # noqa: PLR2004 - [X]
    if not isinstance(inner, Many) or inner.between != NOTHING:
        return None
    return inner.part if isinstance(inner.part, Series) else Series((inner.part,))


def maybe(form: Form) -> Form:
    """Return it or nothing."""
    return either((NOTHING, form))


def many(part: Form, between: Form = NOTHING) -> Form:
    """Return it once or more often."""
    return Many(part, between)


def any_number(part: Form) -> Form:
    """Return it any number of times."""
    return maybe(many(part))


def either(ways: Iterable[Form]) -> Form:
    """Return one of several; what all of them begin or end with stands once, before or behind them."""
    grouped = _grouped(ways)
    if any(isinstance(way, Either) for way in grouped):
        grouped = _grouped(each for way in grouped for each in (way.ways if isinstance(way, Either) else (way,)))
    if len(grouped) == 1:
        return grouped[0]
    return _marks(grouped) or _ended(grouped) or Either(tuple(grouped))


def _grouped(ways: Iterable[Form]) -> list[Form]:
    """Return the ways, nothing first; those that begin alike are one."""
    groups: dict[Form, list[tuple[Form, ...]]] = {}
    for way in dict.fromkeys(ways):
        parts = _parts(way)
        groups.setdefault(parts[0] if parts else NOTHING, []).append(parts[1:])
    found: list[Form] = []
    for first, rests in groups.items():
        if first == NOTHING:
            found.insert(0, NOTHING)
        elif len(rests) == 1:
            found.append(series((first, *rests[0])))
        else:
            found.append(series((first, either(series(rest) for rest in rests))))
    return found


def _parts(form: Form) -> tuple[Form, ...]:
    return form.parts if isinstance(form, Series) else (form,)


def _ended(ways: Sequence[Form]) -> Form | None:
    """Return the ways with what all of them end with behind them, or None where they end differently."""
    every = [_parts(way) for way in ways]
    same = 0
    while all(len(parts) > same for parts in every) and len({parts[-1 - same] for parts in every}) == 1:
        same += 1
    if not same:
        return None
    return series((either(series(parts[: len(parts) - same]) for parts in every), *every[0][len(every[0]) - same :]))


def _marks(ways: Sequence[Form]) -> Form | None:
    """Return ``[M] [X]`` for nothing, ``M [X]`` or ``X``."""
    if len(ways) != 3 or ways[0] != NOTHING:  # noqa: PLR2004 - those three
        return None
    for led, alone in ((ways[1], ways[2]), (ways[2], ways[1])):
        if isinstance(led, Series) and len(led.parts) == 2 and led.parts[1] == Either((NOTHING, alone)):  # noqa: PLR2004 - M [X]
            return Series((Either((NOTHING, led.parts[0])), Either((NOTHING, alone))))
    return None


def inner(form: Form) -> tuple[Form, ...]:
    """Return the forms directly inside another."""
    match form:
        case Series(parts=parts) | Either(ways=parts):
            return parts
        case Many(part=part, between=between):
            return (part, between)
        case _:
            return ()


def replaced(form: Form, by: Mapping[str, Form]) -> Form:
    """Return a form in which other forms stand for some of the rules."""
    match form:
        case Ref(name=name):
            return by.get(name, form)
        case Series(parts=parts):
            return series(replaced(part, by) for part in parts)
        case Either(ways=ways):
            return either(replaced(way, by) for way in ways)
        case Many(part=part, between=between):
            return many(replaced(part, by), replaced(between, by))
        case _:
            return form


def refs(form: Form) -> list[str]:
    """Return the rules that a form leads to, in order."""
    own = [form.name] if isinstance(form, Ref) else []
    return list(dict.fromkeys([*own, *(name for each in inner(form) for name in refs(each))]))


def kinds(form: Form) -> list[Kind]:
    """Return the kinds of words that a form takes, in order."""
    own = [form] if isinstance(form, Kind) else []
    return list(dict.fromkeys([*own, *(kind for each in inner(form) for kind in kinds(each))]))

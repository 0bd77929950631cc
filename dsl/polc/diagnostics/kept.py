"""Findings put away as plain JSON and taken out again: for the cache on disk, and between two processes.

Guarantees: what is taken out equals what was put away, so that every format renders it alike; a place is again one of
the very sources it was of. Data that is not ours raises ValueError, whatever it is; nothing in it is ever run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Any

from polc.diagnostics.finding import Diagnostic, Edit, Fix, Label, Rule, Severity, Witness
from polc.diagnostics.words import Words
from polc.text import Source, Span

Data = dict[str, Any]
"""A JSON object."""

Known = Callable[[str, str], Source | None]
"""Gives the source with this path and this ``digest`` of its text, or None where there is none."""

_KINDS: dict[str, Any] = {each.__name__: each for each in (Diagnostic, Label, Edit, Fix, Witness, Rule, Words)}
_OF = "is"
"""The key that says what an object is."""


def digest(text: str) -> str:
    """Return a hash of a text, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def put_away(findings: Iterable[Diagnostic], known: Known) -> Data:
    """Return findings as JSON: a rule once for all its findings, a source with its text unless it is ``known``.

    Raises TypeError where a finding holds something of a kind that none has yet.
    """
    packed = _Packing()
    told = [packed.plain(each) for each in findings]
    sources = []
    for each in packed.sources:
        hashed = digest(each.text)
        sources.append([each.path, each.encoding, hashed, None if known(each.path, hashed) else each.text])
    return {"findings": told, "rules": packed.rules, "sources": sources}


def taken_out(data: Data, known: Known) -> list[Diagnostic]:
    """Return the findings that were put away. Raises ValueError where it is no such data, or a source is not known."""
    try:
        return _Unpacking(data, known).findings()
    except (KeyError, TypeError, IndexError, AttributeError, RecursionError) as what:
        msg = "these are no findings that were put away"
        raise ValueError(msg) from what


class _Packing:
    def __init__(self) -> None:
        self.sources: dict[Source, int] = {}
        self.rules: list[Any] = []
        self._rules: dict[Rule, int] = {}

    def plain(self, value: object) -> Any:  # noqa: ANN401 - JSON
        """Return a value as JSON. Raises TypeError for one of a kind that no finding has yet."""
        match value:
            case None | bool() | int() | str():
                return value
            case tuple():
                return [self.plain(each) for each in value]
            case Severity():
                return {_OF: "Severity", "value": value.value}
            case Span():
                return {
                    _OF: "Span",
                    "at": [self.sources.setdefault(value.source, len(self.sources)), value.start, value.end],
                }
            case Rule():
                if value not in self._rules:
                    self._rules[value] = len(self.rules)
                    self.rules.append(self._fields(value))
                return {_OF: "Rule", "at": self._rules[value]}
            case _ if type(value).__name__ in _KINDS:
                return self._fields(value)
            case _:
                msg = f"a {type(value).__name__} cannot be put away"
                raise TypeError(msg)

    def _fields(self, value: Any) -> Data:  # noqa: ANN401 - one of the kinds
        found: Data = {_OF: type(value).__name__}
        for row in fields(value):
            found[row.name] = self.plain(getattr(value, row.name))
        return found


class _Unpacking:
    def __init__(self, data: Data, known: Known) -> None:
        self._told = data["findings"]
        self._sources = [_source(row, known) for row in data["sources"]]
        self._rules: list[Rule] = []
        for rule in data["rules"]:
            self._rules.append(self._made(rule))

    def findings(self) -> list[Diagnostic]:
        found = [self._value(each) for each in self._told]
        if not all(isinstance(each, Diagnostic) for each in found):
            raise TypeError
        return found

    def _value(self, data: Any) -> Any:  # noqa: ANN401 - JSON in, a part of a finding out
        match data:
            case None | bool() | int() | str():
                return data
            case list():
                return tuple(self._value(each) for each in data)
            case {"is": "Severity", "value": value}:
                return Severity(value)
            case {"is": "Span", "at": [int(source), int(start), int(end)]}:
                return Span(self._sources[source], start, end)
            case {"is": "Rule", "at": int(place)}:
                return self._rules[place]
            case dict():
                return self._made(data)
            case _:
                raise TypeError

    def _made(self, data: Data) -> Any:  # noqa: ANN401 - one of the kinds
        kind = _KINDS[data[_OF]]
        return kind(**{name: self._value(each) for name, each in data.items() if name != _OF})


def _source(row: Any, known: Known) -> Source:  # noqa: ANN401 - JSON
    path, encoding, wanted, text = row
    found = known(path, wanted) if text is None else Source(path, text, encoding)
    if found is None:
        msg = f"{path} is not what it was"
        raise ValueError(msg)
    return found

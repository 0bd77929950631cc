"""From the table of a configuration file to ``Settings``: each key by a reader, each slip a finding at its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from polc.checks.catalog import rules, rules_of_checks
from polc.checks.norms import NORMS, Norm, Norms
from polc.diagnostics import Diagnostic, Severity, Words
from polc.diagnostics.words import same
from polc.errors.configuration_unclear import (
    fixed_level,
    missing_key,
    unknown_key,
    unknown_rule,
    unknown_value,
    wrong_value,
)
from polc.text import Source
from polc.text.toml_places import key_place, value_place
from polc.workspace.settings import Settings

_LEVELS: Mapping[str, Severity | None] = {**{each.value: each for each in Severity}, "off": None}
_GIVEN = Words("由配置给出", "as configured")
_TEXT = Words("一段文字", "a text")
_TEXTS = Words('几段文字，["…", "…"]', 'a list of texts, ["…", "…"]')
_TABLE = Words("一张表", "a table")
_TRUTH = Words(" true 或 false", "true or false")
_DAY = Words(" 2026-06-01 这样的日期", "a date like 2026-06-01")
_COUNT = Words("正整数", "a whole number above nothing")
_WHY_SOURCE = Words("写明数是从哪里来的，报告里要给人看", "say where the figure is from, which reports show")


def settings_of(table: Mapping[str, Any], source: Source, within: tuple[str, ...]) -> tuple[Settings, list[Diagnostic]]:
    """Return what a table says, and what of it is not understood; ``within`` is where the table stands in its file."""
    reading = _Reading(source, within)
    said: dict[str, Any] = {}
    for key, value in table.items():
        reader = _KEYS.get(key)
        if reader is None:
            reading.found.append(unknown_key(reading.key(key), key, _KEYS))
            continue
        name, read = reader
        given = read(reading, key, value)
        if given is not None:
            said[name] = given
    return replace(Settings(Path(source.path).parent), **said), reading.found


class _Reading:
    """One file being read: where its keys stand, and what was found in it."""

    def __init__(self, source: Source, within: tuple[str, ...]) -> None:
        self._source, self._within = source, within
        self.found: list[Diagnostic] = []

    def key(self, *path: str) -> Any:  # noqa: ANN401 - polc.text.Span
        return key_place(self._source, (*self._within, *path))

    def wrong(self, wanted: Words, *path: str) -> None:
        self.found.append(wrong_value(value_place(self._source, (*self._within, *path)), path[-1], wanted))

    # ---- one value each; None where it is not understood, which is then found ------------------
    def text(self, *path: str, value: Any) -> str | None:  # noqa: ANN401 - TOML's own kinds
        if isinstance(value, str) and value.strip():
            return value
        self.wrong(_TEXT, *path)
        return None

    def texts(self, key: str, value: Any) -> tuple[str, ...] | None:  # noqa: ANN401 - TOML's own kinds
        if isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value):
            return tuple(value)
        self.wrong(_TEXTS, key)
        return None

    def truth(self, key: str, value: Any) -> bool | None:  # noqa: ANN401 - TOML's own kinds
        if isinstance(value, bool):
            return value
        self.wrong(_TRUTH, key)
        return None

    def day(self, key: str, value: Any) -> str | None:  # noqa: ANN401 - TOML's own kinds
        if isinstance(value, str):
            try:
                return dt.date.fromisoformat(value.strip()).isoformat()
            except ValueError:
                value = None
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value.isoformat()
        self.wrong(_DAY, key)
        return None

    def level(self, *path: str, value: Any, known: Mapping[str, Severity | None]) -> tuple[Severity | None] | None:  # noqa: ANN401 - TOML's own kinds
        if isinstance(value, str) and value in known:
            return (known[value],)
        place = value_place(self._source, (*self._within, *path))
        self.found.append(unknown_value(place, path[-1], str(value), known))
        return None

    def fails(self, key: str, value: Any) -> Severity | None:  # noqa: ANN401 - TOML's own kinds
        known = {name: level for name, level in _LEVELS.items() if level is not None}
        found = self.level(key, value=value, known=known)
        return found[0] if found else None

    def levels(self, key: str, value: Any) -> dict[str, Severity | None] | None:  # noqa: ANN401 - TOML's own kinds
        if not isinstance(value, dict):
            self.wrong(_TABLE, key)
            return None
        found: dict[str, Severity | None] = {}
        for name, told in value.items():
            if name not in rules():
                self.found.append(unknown_rule(self.key(key, name), name, rules()))
            elif name not in rules_of_checks() and rules()[name].severity is Severity.ERROR:
                self.found.append(fixed_level(self.key(key, name), name))
            elif (level := self.level(key, name, value=told, known=_LEVELS)) is not None:
                found[name] = level[0]
        return found

    def norms(self, key: str, value: Any) -> Norms | None:  # noqa: ANN401 - TOML's own kinds
        if not isinstance(value, dict):
            self.wrong(_TABLE, key)
            return None
        known = {each.name.replace("_", "-"): each.name for each in fields(Norms)}
        found: dict[str, Norm] = {}
        for name, told in value.items():
            if name not in known:
                self.found.append(unknown_key(self.key(key, name), name, known))
            elif (norm := self._norm(key, name, told)) is not None:
                found[known[name]] = norm
        return replace(NORMS, **found)

    def _norm(self, key: str, name: str, value: Any) -> Norm | None:  # noqa: ANN401 - TOML's own kinds
        if not isinstance(value, dict):
            self.wrong(_TABLE, key, name)
            return None
        for each in value.keys() - {"limit", "source", "certainty"}:
            self.found.append(unknown_key(self.key(key, name, each), each, ("limit", "source", "certainty")))
        if "limit" not in value:
            self.found.append(missing_key(self.key(key, name), name, "limit", _COUNT))
        if "source" not in value:
            self.found.append(missing_key(self.key(key, name), name, "source", _WHY_SOURCE))
        limit, certainty = value.get("limit"), _GIVEN
        if "limit" in value and (not isinstance(limit, int) or isinstance(limit, bool) or limit < 1):
            self.wrong(_COUNT, key, name, "limit")
            limit = None
        source = self.text(key, name, "source", value=value["source"]) if "source" in value else None
        if "certainty" in value:
            said = self.text(key, name, "certainty", value=value["certainty"])
            certainty = same(said) if said else certainty
        return Norm(limit, same(source), certainty) if limit and source else None


def _text(reading: _Reading, key: str, value: Any) -> str | None:  # noqa: ANN401 - TOML's own kinds
    return reading.text(key, value=value)


_KEYS: Mapping[str, tuple[str, Callable[[_Reading, str, Any], object]]] = {
    "paths": ("paths", _Reading.texts),
    "exclude": ("exclude", _Reading.texts),
    "as-of": ("as_of", _Reading.day),
    "fail-level": ("fail_level", _Reading.fails),
    "strict": ("strict", _Reading.truth),
    "baseline": ("baseline", _text),
    "rules": ("levels", _Reading.levels),
    "norms": ("norms", _Reading.norms),
}
"""What can be set: the field of ``Settings`` that it fills, and what reads it."""

"""The order findings are reported in: by path, then by place, then the graver first, then by rule; each once."""

from __future__ import annotations

from collections.abc import Iterable

from polc.diagnostics.finding import Diagnostic, Severity

WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}
"""Errors before warnings before notes."""


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings in their order; the same rule at the same place with the same words comes once."""
    found: dict[object, Diagnostic] = {}
    for each in diagnostics:
        found.setdefault(identity(each), each)
    return sorted(found.values(), key=_key)


def identity(diagnostic: Diagnostic) -> object:
    """Return what makes two findings the same one: rule, place and words."""
    span = diagnostic.place.span
    return diagnostic.rule.name, span.source.path, span.start, span.end, diagnostic.arguments


def _key(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    span = diagnostic.place.span
    return span.source.path, span.start, WEIGHT[diagnostic.severity], diagnostic.rule.name

"""The order findings are reported in: the gravest first, then by path, then by place, then by rule; each once."""

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


def _key(diagnostic: Diagnostic) -> tuple[int, str, int, str]:
    span = diagnostic.place.span
    return WEIGHT[diagnostic.severity], span.source.path, span.start, diagnostic.rule.name

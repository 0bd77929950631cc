"""Every rule there is, found by looking at the modules of ``polc.errors`` and ``polc.checks``: no table to edit.

A module offers its rule as ``RULE``, or several that belong together as ``RULES``.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from functools import cache
from typing import TYPE_CHECKING

import polc.checks
import polc.errors
from polc.diagnostics import Diagnostic, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType

    from polc.checks.draft import Checked

_HOMES = (polc.errors, polc.checks)


def modules() -> Iterator[ModuleType]:
    """Yield every module that may offer rules, ``errors`` first, by name."""
    for home in _HOMES:
        yield from _modules_of(home)


def _modules_of(home: ModuleType) -> Iterator[ModuleType]:
    for found in sorted(pkgutil.iter_modules(home.__path__), key=lambda each: each.name):
        if f"{home.__name__}.{found.name}" != __name__:
            yield importlib.import_module(f"{home.__name__}.{found.name}")


def rules_of(module: ModuleType) -> tuple[Rule, ...]:
    """Return the rules a module offers, in its own order."""
    one = getattr(module, "RULE", None)
    several: tuple[Rule, ...] = getattr(module, "RULES", ())
    return tuple(dict.fromkeys((one, *several))) if isinstance(one, Rule) else several


@cache
def rules() -> dict[str, Rule]:
    """Return all rules by name, in the order of their names.

    Raises ValueError if two modules give the same name: a bug of ours, which a test would find first.
    """
    found: dict[str, Rule] = {}
    for module in modules():
        for rule in rules_of(module):
            if rule.name in found:
                message = f"two rules are named {rule.name}"
                raise ValueError(message)
            found[rule.name] = rule
    return dict(sorted(found.items()))


@cache
def checks() -> tuple[Callable[[Checked], Iterable[Diagnostic]], ...]:
    """Return the ``check`` function of every module of ``polc.checks`` that has one, by name."""
    offered = (getattr(module, "check", None) for module in _modules_of(polc.checks))
    return tuple(check for check in offered if check is not None)


def name_of(check: Callable[[Checked], Iterable[Diagnostic]]) -> str:
    """Return the name of the rule that a check finds, the first of several."""
    return rules_of(sys.modules[check.__module__])[0].name


@cache
def rules_of_checks() -> frozenset[str]:
    """Return the names of the rules that checks find, as opposed to errors of reading."""
    return frozenset(rule.name for module in _modules_of(polc.checks) for rule in rules_of(module))

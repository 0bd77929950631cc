"""From the grammar's rules to the model's values.

Every function takes what its rule matched, words and finished values, and returns the value with its span. A function
whose name begins with an underscore is no rule's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Any

from polc.syntax.build import cells, expressions, lines, schedules

ACTIONS: Mapping[str, Callable[[list[Any]], Any]] = {
    name: made
    for module in (expressions, lines, schedules, cells)
    for name, made in vars(module).items()
    if isinstance(made, FunctionType) and made.__module__ == module.__name__ and not name.startswith("_")
}
"""What makes a value, by the name the grammar gives its rule."""

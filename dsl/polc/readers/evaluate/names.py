"""Names within names: what a let or an item brings along, and behind it all that stands around."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Names(dict[str, Any]):
    """The values of names at one place; a name that is not among its own is looked up ``around`` it."""

    __slots__ = ("around",)

    def __init__(self, own: Mapping[str, Any], around: Mapping[str, Any]) -> None:
        super().__init__(own)
        self.around = around

    def __missing__(self, name: str) -> Any:  # noqa: ANN401  # whatever stands around
        return self.around[name]

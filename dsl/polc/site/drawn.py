"""What a policy looks like on its own pages: all that depends on no other policy, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polc.site.front import Front
from polc.site.line import Line


@dataclass(frozen=True, slots=True)
class Drawn:
    """One policy: its pages by their paths, its data for the calculator, its benefits as pages for all show them.

    ``navigation`` has the title (markup) and the path of each page that is found from outside.
    """

    front: Front
    pages: dict[str, str]
    data: str
    lines: Sequence[Line]
    navigation: Sequence[tuple[str, str]]

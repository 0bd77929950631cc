"""Which of 100 rows over 6 facts overlap: the sweep over boxes, and the solver asked about every pair.

The rows are a grid of neighbours, as a table of tiers is when it is right, with a few that reach over into the next;
both must name the same pairs. The solver is given its best: one context, every row encoded once, one question a pair.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations, product

import z3

from polc.core.boxes import Box, Range, overlaps

MOST = 10**9
"""In 分, as much as a fact may be here."""


def rows(count: int, columns: int, reaching: int) -> list[list[Box]]:
    """Return so many rows, each a box over so many facts; every so-many-th reaches into its neighbour."""
    chance = random.Random(0)  # noqa: S311 - the same table every time
    cuts = 2
    while cuts**columns < count:
        cuts += 1
    bounds = [sorted(chance.sample(range(1, MOST), cuts - 1)) for _ in range(columns)]
    ends = [list(zip([0, *each], [*(end - 1 for end in each), MOST], strict=True)) for each in bounds]
    grid = list(product(range(cuts), repeat=columns))
    chance.shuffle(grid)
    found: list[list[Box]] = []
    for number, cell in enumerate(grid[:count]):
        wider = 1 if number % reaching == 0 else 0
        sides = [ends[column][place] for column, place in enumerate(cell)]
        low, high = sides[0]
        sides[0] = (low, min(high + wider, MOST))
        found.append([{f"f{column}": Range(*side) for column, side in enumerate(sides)}])
    return found


def swept(table: Sequence[Sequence[Box]]) -> set[tuple[int, int]]:
    """Return the pairs that share a point, by the sweep."""
    return {(one, other) for one, other, _ in overlaps(table)}


def asked(table: Sequence[Sequence[Box]]) -> set[tuple[int, int]]:
    """Return the pairs that share a point, by asking the solver about each."""
    terms = [z3.Or([_holds(box) for box in row]) for row in table]
    solver = z3.Solver()
    found = set()
    for one, other in combinations(range(len(table)), 2):
        solver.push()
        solver.add(terms[one], terms[other])
        if solver.check() == z3.sat:
            found.add((one, other))
        solver.pop()
    return found


def _holds(box: Box) -> object:
    return z3.And([z3.And(z3.Int(name) >= side.low, z3.Int(name) <= side.high) for name, side in box.items()])

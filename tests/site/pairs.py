"""Every two doubts of the five documents read otherwise, by hand: ``python tests/site/pairs.py`` (some ten minutes).

Printed for each policy: how many pairs there are, in how many of them the calculator refuses to compute some part, and
how many parts it computed; each was held to ``polc eval`` with drawn facts. The tests do the same with a few pairs.
"""

from __future__ import annotations

import random
import sys

from driven import DRIVER, SCRIPTS
from node import Driver
from test_calculate import ENTRIES, compared, pairs

from polc.site.bundle import bundle


def main() -> None:
    """Print a row for each policy. Raises AssertionError where an answer is not that of ``polc eval``."""
    node = Driver(DRIVER, *SCRIPTS)
    for entry in ENTRIES:
        if sys.argv[1:] and entry.draft.name not in sys.argv[1:]:
            continue
        dice = random.Random(entry.draft.name)  # noqa: S311  # cases, not secrets
        data = bundle(entry)
        number = node.ask({"bundle": data})
        count = refusing = computed = refused = 0
        for chosen in pairs(data):
            found = compared(node, number, entry, chosen, dice)
            without = sum("refused" in each for each in found)
            count, refusing = count + 1, refusing + bool(without)
            computed, refused = computed + len(found) - without, refused + without
        told = f"{count} pairs, {refusing} refuse; {computed} parts, {refused} refused"
        print(f"{entry.draft.name:12} {told}", flush=True)  # noqa: T201
    node.close()


if __name__ == "__main__":
    main()

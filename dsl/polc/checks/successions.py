"""Where one version of a policy ends and the next begins, by the two validity spans alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from polc.checks.draft import Checked
from polc.checks.heading import quotes
from polc.checks.in_force import days_in_force, last_days, status
from polc.diagnostics import Label, Words
from polc.passes.lower.force import lasting, says_expiry
from polc.text import Span

_HERE = Words("前版到这里", "the earlier version ends here")
_REPEALED = re.compile("废止|停止(?:执行|实施|施行)|不再(?:执行|实施|施行)|(?:原|旧)[^，。；]{0,30}失效")


@dataclass(frozen=True, slots=True)
class Succession:
    """The first day of a version and the last of the one before, as proleptic ordinals, under the working readings.

    ``latest_end`` is a day later where nothing says whether a period ends on the corresponding day or before it.
    ``repealed``: the new version, or the state of the old one, ends it.
    """

    start: int
    end: int
    latest_end: int
    repealed: bool
    place: Span
    labels: tuple[Label, ...]
    notes: tuple[Words, ...]


def succession(draft: Checked) -> Succession | None:
    """Return how a version follows the last one before it that was law; None without one, or where a day is not known.

    A draft sent round was never in force: the measure that was issued from it does not follow it but what it replaced.
    """
    before = draft.earlier
    while before is not None and status(before.policy) == "draft":
        before = before.earlier
    if before is None:
        return None
    new, old = days_in_force(draft.policy), days_in_force(before.policy)
    start, end = new[0].first, old[0].last
    line = new[0].terms.in_force or new[0].terms.valid
    ended = old[0].terms.valid
    if start is None or end is None or line is None or ended is None:
        return None
    texts = [quote.text for quote, _ in quotes(draft.policy)]
    if draft.official is not None:
        texts.append(draft.official.text)
    open_end = lasting(old[0].terms) is not None and not says_expiry(old[0].terms)
    return Succession(
        start=start,
        end=end,
        latest_end=end + open_end,
        repealed=status(before.policy) == "repealed" or any(map(_REPEALED.search, texts)),
        place=line.span,
        labels=(Label(ended.span, _HERE),),
        notes=last_days(old),
    )

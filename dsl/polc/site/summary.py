"""A benefit in one line: how much, up to what, for whom, until when; for lists, comparisons and the finder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from polc.checks.asking import guesses
from polc.diagnostics import Words
from polc.diagnostics.words import same
from polc.model import expressions as surface
from polc.model.policy import Part
from polc.model.values import Cap, Tiers, YearRange
from polc.passes.lower.force import end_day, start_day
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Case, Interval, run
from polc.readers.prose import figures
from polc.readers.prose.said import paraphrase
from polc.readers.prose.said.amounts import by_year
from polc.readers.prose.said.values import listed
from polc.runs.answer import summed
from polc.site.contents import Entry
from polc.site.front import Front, front
from polc.site.pictures.curve import curve, paying
from polc.site.topics import Topic, topics_of

_ABSURD = 10**12 * 100
"""In 分: what no cap bounds comes out beyond this where the guesses are as great as facts may be."""
_AMOUNT = ("给多少", "封顶", "保底")
Most: TypeAlias = tuple[int | None, bool]
"""The most that one applicant gets for one item in 分 (None: nothing bounds it), and whether something is left open."""
UNBOUNDED = Words("没有写封顶", "no cap is stated")
OPEN = Words("数额待定", "to be determined")


@dataclass(frozen=True, slots=True)
class Summary:
    """One benefit. ``most`` is the most that one applicant gets for one item in 分: None where nothing bounds it.

    ``sentences`` are the official ones; ``address`` is its page with its anchor.
    """

    front: Front
    name: str
    clause: str
    sentences: str
    address: str
    topics: tuple[Topic, ...]
    headline: Words
    most: int | None
    opened: bool
    start: int | None
    end: int | None

    @property
    def most_words(self) -> Words:
        """The most that one applicant gets, in words."""
        if self.most is None:
            return OPEN if self.opened else UNBOUNDED
        if self.opened and not self.most:
            return OPEN
        return Words("最多 {x}", "at most {x}").fill(x=figures.amount(self.most))


def summary(entry: Entry, plan: Plan, bound: Most) -> Summary:
    """Return one benefit in short, of which it is known how much it pays at most."""
    part = plan.part
    most, opened = bound
    whole = entry.lowered.whole
    topics = tuple(topics_of(entry.policy, part))
    sentences = " ".join(quote.value.text for quote in part.quotes if quote.value is not None)
    return Summary(
        front(entry), part.name, part.clause, sentences, entry.address(part.name), topics, _headline(entry, part),
        most, opened, start_day(whole), end_day(whole),
    )  # fmt: skip


def summaries(entry: Entry, bounds: Sequence[Most]) -> list[Summary]:
    """Return every benefit of a policy, in the order of the file; ``bounds`` are those of ``mosts``."""
    return [summary(entry, plan, bound) for plan, bound in zip(_benefits(entry), bounds, strict=True)]


def mosts(entry: Entry) -> list[Most]:
    """Return the most that each benefit of a policy pays, in the order of the file."""
    return [_most(entry.lowered, plan) for plan in _benefits(entry)]


def _benefits(entry: Entry) -> list[Plan]:
    return [plan for plan in entry.lowered.plans.values() if plan.kind == "benefit"]


def _headline(entry: Entry, part: Part) -> Words:
    """Return how much, in the words of the paraphrase, without its explanations."""
    terms = part.terms(entry.lowered.selection)
    told = [each for each in paraphrase(entry.policy, part, entry.lowered.selection) if each.topic.zh in _AMOUNT]
    found = [_short(each.words) for each in told if not each.rows]
    tiers = terms.tiers.value if terms.tiers else None
    if tiers is not None and tiers.rows:
        found.insert(0, _tiers(tiers))
    if not any(isinstance(line.value, Cap) for line in terms.caps):
        found = [each for each in found if each.zh not in ("没有上限", "原文没有写")]
    return listed(found, "；", "; ") if found else same("")


def _tiers(tiers: Tiers) -> Words:
    """Return in how many steps how much is paid, and by what; a row that pays nothing is none."""
    paying_rows = [row for row in tiers.rows if not isinstance(row.award, surface.Nothing)]
    if by_year(tiers):
        years = [test.last for row in paying_rows for test in row.tests if isinstance(test, YearRange)]
        return Words(f"分{max(years)}年给", f"over {max(years)} years") if years else same("")
    by = "、".join(name.text for name in tiers.by)
    return Words(f"按{by}分{len(paying_rows)}档", f"{len(paying_rows)} tiers by {by}")


def _short(words: Words) -> Words:
    return Words(
        words.zh.partition("；")[0].partition("（原文")[0], words.en.partition("; ")[0].partition(" (the text")[0]
    )


def _most(lowered: Lowered, plan: Plan) -> Most:
    """Return the most that generous cases come to, and whether something is left open."""
    program = lowered.slice(plan)
    most = Fraction(0)
    opened = isinstance(_pay(lowered, plan), surface.Open)
    for guess in guesses(program.inputs, 1):
        value = summed(run(program, Case(guess)), plan).value
        if isinstance(value, Interval):
            opened = opened or value.open
            most = max(most, Fraction(value.low if value.open else value.high))
    if not most and not opened:
        drawn = curve(lowered, plan)
        if drawn is not None and drawn.points[-1].high == drawn.points[-2].high:
            return _bounded(max(point.high for point in drawn.points), opened=False)
        case = None if drawn is not None else paying(lowered, plan, program)
        value = summed(run(program, Case(case)), plan).value if case is not None else None
        if not isinstance(value, Interval):
            return None, False
        return _bounded(value.high, opened=value.open)
    return _bounded(most, opened=opened)


def _bounded(most: int | Fraction, *, opened: bool) -> Most:
    return (None if most >= _ABSURD // 10_000 else int(most)), opened


def _pay(lowered: Lowered, plan: Plan) -> object:
    line = lowered.terms(plan).pay
    return line.value if line is not None else None

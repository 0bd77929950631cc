"""One run's findings as they are handed to a format: in order, each once, with what tells them apart from run to run.

Guarantees: no two findings of a report have the same fingerprint; a fingerprint holds no line, no clause number and no
path, so that it survives editing elsewhere and renumbering.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from polc.diagnostics.finding import Diagnostic, Severity
from polc.diagnostics.ordering import WEIGHT, in_order
from polc.diagnostics.tally import Tally
from polc.diagnostics.words import Language, Words
from polc.text import Span


@dataclass(frozen=True, slots=True)
class Owned:
    """What a place is part of, and what it says: ``owner`` such as ``demo/甲补贴``, ``text`` without its number."""

    owner: str
    text: str


Owns = Callable[[Span], Owned]
"""Tells of a place what owns it. Whoever knows blocks gives it; a format does not."""


def owned_by_file(span: Span) -> Owned:
    """Return the file's own name as the owner: what is known of a place without knowing blocks."""
    return Owned(span.source.path.replace("\\", "/").rpartition("/")[2], span.text)


_HELD = Words("基线里已有的 {count} 个没有列出", "not listed, for the baseline has them: {count}")


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in order with their fingerprints; ``here`` is the absolute folder that paths are told from.

    ``fails`` is the least severity that fails the run, ``version`` our own, ``tally`` what came of the questions put,
    ``held`` how many findings a baseline keeps back.
    """

    findings: tuple[Diagnostic, ...]
    fingerprints: tuple[str, ...]
    language: Language
    here: str
    version: str
    fails: Severity = Severity.ERROR
    tally: Tally = field(default_factory=Tally)
    held: int = 0

    @property
    def closing(self) -> tuple[Words, ...]:
        """What there is to say behind the findings: of the questions put, and of what is not told."""
        return (*self.tally.words, *((_HELD.fill(count=str(self.held)),) if self.held else ()))

    @property
    def each(self) -> Iterator[tuple[Diagnostic, str]]:
        """The findings, each with its fingerprint."""
        return zip(self.findings, self.fingerprints, strict=True)

    @property
    def fails_at_all(self) -> bool:
        """Whether some finding makes the run fail."""
        return any(map(self.failing, self.findings))

    def failing(self, finding: Diagnostic) -> bool:
        """Whether the finding makes the run fail."""
        return WEIGHT[finding.severity] <= WEIGHT[self.fails]


def report(
    findings: Iterable[Diagnostic],
    language: Language,
    *,
    here: str,
    version: str = "",
    owns: Owns = owned_by_file,
    fails: Severity = Severity.ERROR,
    tally: Tally | None = None,
) -> Report:
    """Return the report of some findings."""
    ordered = tuple(in_order(findings))
    return Report(ordered, tuple(_fingerprints(ordered, owns)), language, here, version, fails, tally or Tally())


def _fingerprints(findings: Iterable[Diagnostic], owns: Owns) -> Iterator[str]:
    """Yield a hash of rule, owner and operands for each; what is the same in all of them is numbered."""
    met = Counter[str]()
    for each in findings:
        place = owns(each.place.span)
        operands = [place.text, *sorted(owns(label.span).text for label in each.related)]
        said = "\x1f".join([each.rule.name, place.owner, *map(_bare, operands)])
        met[said] += 1
        if met[said] > 1:
            said += f"\x1f{met[said]}"
        yield hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _bare(text: str) -> str:
    """Return a text without blanks, full width made half: what formatting cannot change."""
    return "".join(unicodedata.normalize("NFKC", text).split())

"""What a finding is: a rule, a place, related places, help and fixes. It holds no prose of its own but its rule's.

The message is the rule's template filled with the finding's arguments, so that the two languages can never
drift apart and every machine format is built from the same object.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Literal

from polc.diagnostics.pages import remedy_of
from polc.diagnostics.words import Language, Words
from polc.text import Span


class Severity(Enum):
    """How much a finding weighs: E contradicts or cannot be read, W is a risk with a reason, N is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def words(self) -> Words:
        """Its name for a reader."""
        return _SEVERITY_WORDS[self]


_SEVERITY_WORDS = {
    Severity.ERROR: Words("错误", "error"),
    Severity.WARNING: Words("警告", "warning"),
    Severity.NOTE: Words("提示", "note"),
}


@dataclass(frozen=True, slots=True)
class Label:
    """A place and what to say about it (nothing, where the caret says enough)."""

    span: Span
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text at ``span`` by ``text``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change on offer. ``safe`` means that it cannot change what the policy pays."""

    words: Words
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Witness:
    """A concrete case that shows a finding, replayed before it is shown.

    ``facts`` are what the case is told, each with its value; ``outcome`` what comes of it, each side with its result;
    ``table`` the same as lines of an example to paste, where it can be one: what came out stands there as 待核, which
    asserts nothing until a person confirms it. ``part`` is the benefit, group or requirement whose example it would be.
    """

    facts: tuple[tuple[str, Words], ...]
    outcome: tuple[tuple[Words, Words], ...]
    table: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: rule, place, what fills the rule's message, other places, help and fixes."""

    rule: Rule
    place: Label
    arguments: tuple[tuple[str, str | Words], ...] = ()
    related: tuple[Label, ...] = ()
    help: tuple[Words, ...] = ()
    notes: tuple[Words, ...] = ()
    fixes: tuple[Fix, ...] = ()
    witness: Witness | None = None

    @property
    def severity(self) -> Severity:
        """The severity of the rule."""
        return self.rule.severity

    @property
    def advice(self) -> tuple[Words, ...]:
        """What to do next: the finding's own help, else what its rule's page says; nothing where a fix is at hand."""
        if self.help or self.fixes:
            return self.help
        said = remedy_of(self.rule)
        return (said,) if said else ()

    def message(self, language: Language) -> str:
        """Return the one-line message in ``language``."""
        return self.rule.message.in_(language, dict(self.arguments))

    def with_(self, **changes: object) -> Diagnostic:
        """Return a copy with some fields replaced."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Rule:
    """What can be found: a name that says the pattern, a severity, a title, and a message template.

    ``page`` is the page `polc explain` prints: the docstring of the rule's own module, Chinese first,
    then a line ``---``, then English. ``dated`` means that what is found depends on the day it is looked at.
    ``kind`` says what a finding is: wrong (``fail``), for a person to look at (``review``), not decided (``open``).
    A finding is left out where one of a rule in ``yields_to`` stands at one of its places: it has the same cause;
    and where one of a rule in ``moot_under`` is about the same part (the ``name`` of its message), of which nothing is
    left to say.
    """

    name: str
    severity: Severity
    title: Words
    message: Words
    page: str = field(default="", repr=False)
    dated: bool = False
    kind: Literal["fail", "review", "open"] = "fail"
    yields_to: tuple[str, ...] = ()
    moot_under: tuple[str, ...] = ()

    def at(
        self,
        span: Span,
        label: Words | None = None,
        *,
        related: tuple[Label, ...] = (),
        help: tuple[Words, ...] = (),  # noqa: A002 - the field's own name reads best at the call
        notes: tuple[Words, ...] = (),
        fixes: tuple[Fix, ...] = (),
        witness: Witness | None = None,
        **arguments: str | Words,
    ) -> Diagnostic:
        """Return a finding of this rule at ``span``; ``arguments`` fill the message."""
        return Diagnostic(self, Label(span, label), tuple(arguments.items()), related, help, notes, fixes, witness)

"""How many questions were put to policies, and what came of them: what a run can say it proved, and what it cannot."""

from __future__ import annotations

from dataclasses import dataclass

from polc.diagnostics.words import Words

_SAID = Words(
    "检查时问了 {put} 个问题：{shown} 个举例答了，{never} 个证明不会发生，{undecided} 个没有判定",
    "questions asked: {put} ({shown} answered by a case, {never} proved impossible, {undecided} not decided)",
)
_UNREAD = Words(
    "有读不懂的地方，先改：{unread} 份政策只查了一部分",
    "mend what could not be read first; policies checked in part only: {unread}",
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Questions by what came of them; ``unread`` counts policies of which parts could not be read.

    ``never``: proved to hold in no case; ``shown``: a case of it was computed; ``undecided``: neither.
    """

    never: int = 0
    shown: int = 0
    undecided: int = 0
    unread: int = 0

    @property
    def put(self) -> int:
        """How many questions were put."""
        return self.never + self.shown + self.undecided

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.never + other.never,
            self.shown + other.shown,
            self.undecided + other.undecided,
            self.unread + other.unread,
        )

    @property
    def words(self) -> tuple[Words, ...]:
        """What there is to say, a line each; nothing where nothing was asked."""
        numbers = {name: str(getattr(self, name)) for name in ("put", "never", "shown", "undecided", "unread")}
        lines = ((_SAID, self.put), (_UNREAD, self.unread))
        return tuple(words.fill(**numbers) for words, count in lines if count)

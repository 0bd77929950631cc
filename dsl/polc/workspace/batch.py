"""Many applicants, each asked by itself: one line each for a person, every benefit of each for a spreadsheet.

Guarantees: what is wrong with any applicant's facts is told before anybody is answered; money that applicants share (a
pool, a quota) is not shared out here, and the text says so. ``shared_out`` gives what ``runs.batch`` needs to do that.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from polc.diagnostics import Words
from polc.diagnostics.paint import Ink, Paint
from polc.diagnostics.words import Language
from polc.passes.lower.plan import Lowered
from polc.readers.evaluate import Interval, Result
from polc.runs.batch import Applicant as Entered
from polc.runs.batch import Batch, settle_batch
from polc.runs.computation import result_words
from polc.runs.expected import shorts
from polc.workspace.asking import NOBODY, Panel, Replies
from polc.workspace.columns import Cell, draw, plain
from polc.workspace.comparison import Comparison, OfPolicy, Outcome, compare
from polc.workspace.given import Told
from polc.workspace.result_json import yuan
from polc.workspace.sheets.applicants import Applicant

_MOST_SLIPS = 100
_OUTCOMES = {
    Outcome.EXACT: Words("定数", "exact"),
    Outcome.UP_TO: Words("最高", "up to"),
    Outcome.BETWEEN: Words("之间", "between"),
    Outcome.OPEN: Words("待定", "open"),
    Outcome.UNDECIDED: Words("不能判定", "undecided"),
    Outcome.NOT_ASKED: Words("不能判定", "undecided"),
    Outcome.NOTHING: Words("没有", "nothing"),
}
_HEAD = (
    Words("申请人", "applicant"),
    Words("政策", "policy"),
    Words("条", "clause"),
    Words("奖补", "benefit"),
    Words("类别", "kind"),
    Words("结果", "result"),
    Words("最低（元）", "low (CNY)"),
    Words("最高（元）", "high (CNY)"),
    Words("缺的事实", "missing"),
    Words("原因", "why nothing"),
)


@dataclass(frozen=True, slots=True)
class Answered:
    """One applicant with its answers."""

    name: str
    replies: Replies
    compared: Comparison


def slips_of(panel: Panel, applicants: Sequence[Applicant], common: Sequence[Told]) -> list[Words]:
    """Return all that is wrong with what the applicants tell, each thing once."""
    found: dict[Words, None] = {}
    for applicant in applicants:
        replies, _ = panel.placed([*applicant.told, *common])
        found.update(dict.fromkeys(replies.slips))
        if len(found) > _MOST_SLIPS:
            break
    return list(found)


def ask_each(
    panel: Panel, applicants: Sequence[Applicant], common: Sequence[Told], progress: Callable[[int], None] | None = None
) -> Iterator[Answered]:
    """Yield the answers of one applicant after another."""
    for number, applicant in enumerate(applicants, 1):
        ids = applicant.ids if len(applicants) > 1 else NOBODY
        replies = panel.ask([*applicant.told, *common], ids, brief=True, one_of_many=len(applicants) > 1)
        if progress is not None:
            progress(number)
        compared = Comparison(panel.question.day, [], [], {}, []) if replies.slips else compare(replies)
        yield Answered(applicant.name or str(number), replies, compared)


def shared_out(panel: Panel, applicants: Sequence[Applicant], common: Sequence[Told]) -> Batch | None:
    """Return what all are paid where one policy is asked and they share its money or places, else None."""
    if panel.wanted.count(True) != 1 or panel.question.ledger:
        return None
    asked = panel.wanted.index(True)
    if not shares(panel.lowered[asked]):
        return None
    everybody: list[Entered] = []
    for number, applicant in enumerate(applicants, 1):
        _, placed = panel.placed([*applicant.told, *common])
        everybody.append(Entered(applicant.name or str(number), placed[asked].facts))
    batch = settle_batch(panel.lowered[asked], everybody, panel.question.day, panel.only[asked])
    return batch if batch.shared or any(settled.placed for settled in batch.settled) else None


# ── one line an applicant ──


def as_text(answered: Sequence[Answered], language: Language, *, colour: bool, width: int) -> str:
    """Return a table: an applicant a row; of several policies what each comes to, of one how sure its benefits are."""

    def say(zh: str, en: str) -> str:
        return zh if language == "zh" else en

    paint = Paint(colour)
    policies = answered[0].compared.policies if answered else []
    alone = len(policies) == 1
    head = [say("申请人", "applicant")]
    counts = [say("有给付", "pays"), say("待定", "open"), say("不能判定", "undecided"), say("没有", "nothing")]
    head += [say("合计", "together"), *counts] if alone else [policy.id for policy in policies]
    rows: list[list[Cell]] = [[(text, Ink.STRONG) for text in head]]
    for each in answered:
        row = [plain(each.name)]
        for policy in each.compared.policies:
            row.append(_together(policy, language, alone=alone))
            row.extend(plain(str(count)) for count in (_counts(policy) if alone else ()))
        rows.append(row)
    most = (20, 28, 8, 6, 9, 8) if alone else (16, *(18 for _ in policies))
    lines = [paint(Ink.STRONG, say(f"{len(answered)} 个申请人", f"{len(answered)} applicants")), ""]
    lines.extend(draw(rows, width, paint, most=most, indent=0))
    if any(shares(policy.answer.lowered) for policy in policies) and (not alone or len(answered) == 1):
        note = say(
            "资金池和名额由全部申请人分；这里各算各的，没有分。",
            "pools and quotas are shared by all applicants; here each is computed by itself.",
        )
        lines.extend(["", note])
    return "\n".join(lines) + "\n"


def _together(policy: OfPolicy, language: Language, *, alone: bool) -> Cell:
    if policy.whole is not None:
        return result_words(policy.whole).in_(language), Ink.PLAIN
    if alone:
        return ("不能判定" if language == "zh" else "undecided"), Ink.OUT
    pays, opened, undecided, _ = _counts(policy)
    zh, en = f"{pays + opened}给 {undecided}未定", f"{pays + opened} pay, {undecided} not"
    return (zh if language == "zh" else en), Ink.OUT


def _counts(policy: OfPolicy) -> list[int]:
    ways = [
        (Outcome.EXACT, Outcome.UP_TO, Outcome.BETWEEN),
        (Outcome.OPEN,),
        (Outcome.UNDECIDED, Outcome.NOT_ASKED),
        (Outcome.NOTHING,),
    ]
    return [len(policy.of(*way)) for way in ways]


def shares(lowered: Lowered) -> bool:
    """Return whether a policy has money or places that all applicants share."""
    return bool(lowered.policy.pools) or any(lowered.terms(plan).quota for plan in lowered.plans.values())


# ── every benefit of each, for a spreadsheet ──


def heading(language: Language) -> str:
    """Return the first line of the CSV."""
    return _line([words.in_(language) for words in _HEAD])


def as_csv(answered: Answered, language: Language) -> str:
    """Return the lines of one applicant: a line a benefit, then its groups, then everything together."""
    made: list[str] = []
    for policy in answered.compared.policies:
        start = [answered.name, policy.id]
        kinds = [Words("奖补", "benefit"), Words("组", "group"), Words("全部", "all")]
        benefit, group, whole = (words.in_(language) for words in kinds)
        for entry in policy.entries:
            part = entry.part
            missing = "、".join(shorts(part.missing))
            tail = [*_figures(part.result, entry.outcome, language), missing, entry.why.in_(language)]
            made.append(_line([*start, part.part.clause, part.part.name, benefit, *tail]))
        for total in policy.totals:
            figures = _figures(total.part.result, total.outcome, language)
            made.append(_line([*start, total.part.part.clause, total.part.part.name, group, *figures, "", ""]))
        if policy.whole is not None:
            made.append(_line([*start, "", "", whole, *_figures(policy.whole, None, language), "", ""]))
    return "".join(made)


def _figures(result: Result, outcome: Outcome | None, language: Language) -> list[str]:
    words = _OUTCOMES[outcome].in_(language) if outcome else result_words(result).in_(language)
    value = result.value
    if not isinstance(value, Interval):
        return [words, "", ""]
    return [words, yuan(value.low), "" if value.open else yuan(value.high)]


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell

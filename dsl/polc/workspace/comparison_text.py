"""A comparison for a person: what each policy pays, how groups combine it, and which facts are still missing."""

from __future__ import annotations

from collections.abc import Iterator

from polc.diagnostics import Words
from polc.diagnostics.paint import Ink, Paint
from polc.diagnostics.words import Language
from polc.readers.prose import figures
from polc.readers.prose.wrapping import wrap
from polc.runs.answer import Otherwise, Part_
from polc.runs.computation import result_words
from polc.runs.expected import shorts
from polc.workspace.columns import Cell, draw, plain, rule
from polc.workspace.comparison import Comparison, Entry, OfPolicy, Outcome, Total, Wanted, called
from polc.workspace.facts_skeleton import skeleton

_INK = {
    Outcome.EXACT: Ink.IN,
    Outcome.UP_TO: Ink.NOTE,
    Outcome.BETWEEN: Ink.NOTE,
    Outcome.OPEN: Ink.WARNING,
    Outcome.UNDECIDED: Ink.OUT,
}
_STATUS = {
    "issued": Words("已印发", "issued"),
    "trial": Words("试行", "trial"),
    "draft": Words("征求意见稿，不是现行规定", "draft for comment, not in force"),
}
_MODE = {
    "add": Words("相加", "added up"),
    "highest": Words("就高", "the highest"),
    "choose": Words("择一", "one of them"),
    "replace": Words("替代", "one in place of the others"),
}
_NEAR = 2
"""How many facts a benefit may lack and still have a line of its own."""
_MOST = 15
"""How many missing facts are listed."""
_NAMED = 3
_FOLLOWS = 2
"""What would follow from a yes and a no is told; from each of many levels is too much for a table."""


def as_text(found: Comparison, language: Language, *, colour: bool, width: int = 80, everything: bool = False) -> str:
    """Return the comparison, ``width`` cells wide; with ``everything`` all benefits and all missing facts."""
    writer = _Writer(found, language, Paint(colour), width, everything=everything)
    return "\n".join(writer.whole()).rstrip("\n") + "\n"


class _Writer:
    """One comparison being written in one language."""

    def __init__(self, found: Comparison, language: Language, paint: Paint, width: int, *, everything: bool) -> None:
        self.found = found
        self.language = language
        self.paint = paint
        self.width = width
        self.everything = everything
        self.lists = {each.items for each in found.wanted if not each.name}

    def say(self, zh: str, en: str) -> str:
        """Return the words in the writer's language."""
        return zh if self.language == "zh" else en

    def listed(self, names: list[str]) -> str:
        """Return names in a row."""
        return self.say("、", ", ").join(names)

    def whole(self) -> Iterator[str]:
        """Yield every line."""
        day = figures.day(self.found.day).in_(self.language)
        count = len(self.found.policies)
        yield self.paint(Ink.STRONG, self.say(f"{count} 份政策，按 {day} 计算", f"{count} policies, as of {day}"))
        yield ""
        yield from self.overview()
        for policy in self.found.policies:
            yield ""
            yield from self.policy(policy)
        if self.found.unfit:
            yield ""
            yield from self.unfit()
        if self.found.wanted:
            yield ""
            yield from self.missing()

    # ── all policies at a glance ──

    def overview(self) -> Iterator[str]:
        """Yield one line a policy: what it comes to, and how many benefits are how sure."""
        head = [
            self.say("政策", "policy"),
            self.say("合计", "together"),
            self.say("有给付", "pays"),
            self.say("待定", "open"),
            self.say("不能判定", "undecided"),
            self.say("没有", "nothing"),
            self.say("状态", "status"),
        ]
        rows: list[list[Cell]] = [[(text, Ink.STRONG) for text in head]]
        for policy in self.found.policies:
            sure = len(policy.of(Outcome.EXACT, Outcome.UP_TO, Outcome.BETWEEN))
            whole = result_words(policy.whole).in_(self.language) if policy.whole else self.say("不能判定", "undecided")
            rows.append(
                [
                    plain(policy.id),
                    (whole, Ink.STRONG if policy.whole else Ink.OUT),
                    plain(str(sure)),
                    plain(str(len(policy.of(Outcome.OPEN)))),
                    plain(str(len(policy.of(Outcome.UNDECIDED, Outcome.NOT_ASKED)))),
                    plain(str(len(policy.of(Outcome.NOTHING)))),
                    plain(self.short_status(policy)),
                ]
            )
        yield from draw(rows, self.width, self.paint, most=(14, 24, 8, 6, 9, 8, 30), indent=0)

    def short_status(self, policy: OfPolicy) -> str:
        """Return what to know of a policy before reading its figures."""
        if policy.force == "after":
            return self.say("已到期", "expired")
        if policy.force == "before":
            return self.say("还没有施行", "not yet in force")
        draft = policy.status == "draft"
        return (
            self.say("征求意见稿", "draft") if draft else _STATUS.get(policy.status, Words("", "")).in_(self.language)
        )

    # ── one policy ──

    def policy(self, policy: OfPolicy) -> Iterator[str]:
        """Yield what one policy pays."""
        yield rule(self.width)
        title = f"{policy.answer.lowered.policy.name}　{policy.id}"
        for line in wrap(title, self.width):
            yield self.paint(Ink.STRONG, line)
        status = self.status(policy)
        if status:
            alarming = policy.status == "draft" or policy.force in ("before", "after") or policy.broken
            for line in wrap(status, self.width):
                yield self.paint(Ink.WARNING if alarming else Ink.PLAIN, line)
        readings = [f"{doubt}={reading}" for doubt, reading in policy.answer.lowered.selection.items()]
        if readings:
            yield from wrap(self.say("采用的读法：", "readings chosen: ") + self.listed(readings), self.width)
        rows = [self.row(entry) for entry in policy.entries if self.shown(entry)]
        if rows:
            yield from draw(rows, self.width, self.paint, most=(10, 26, 24, 60))
        else:
            yield "  " + self.say("没有一项能定有给付。", "nothing is known to be paid.")
        yield from self.totals(policy)
        yield from self.others(policy)

    def status(self, policy: OfPolicy) -> str:
        """Return the status of a policy, and whether it is in force on the day asked for."""
        parts = [_STATUS[policy.status].in_(self.language)] if policy.status in _STATUS else []
        first = figures.day(policy.first).in_(self.language) if policy.first else ""
        last = figures.day(policy.last).in_(self.language) if policy.last else ""
        match policy.force:
            case "after":
                parts.append(self.say(f"已于 {last} 到期", f"expired on {last}"))
            case "before":
                parts.append(self.say(f"{first} 才施行", f"in force from {first} only"))
            case "presumed":
                until = self.say(f"，至 {last}", f", until {last}") if last else ""
                begun = self.say("印发日期未知，推定已经施行", "issue date unknown, presumed in force already")
                parts.append(begun + until)
            case _:
                parts.append(self.say(f"{first} 起施行", f"in force from {first}"))
                if last:
                    parts.append(self.say(f"至 {last}", f"until {last}"))
        if policy.broken:
            parts.append(self.say("文件有错误，只算了读得出的部分", "has errors: only what could be read is answered"))
        return self.say("；", "; ").join(parts)

    def shown(self, entry: Entry) -> bool:
        """Return whether a benefit has a line of its own."""
        lacking = set(entry.part.missing)
        lists = lacking & {entry.part.plan.items, *self.lists}
        near = entry.outcome is Outcome.UNDECIDED and not lists and len(shorts(lacking)) <= _NEAR
        return self.everything or entry.outcome.pays or near

    def row(self, entry: Entry) -> list[Cell]:
        """Return the line of one benefit."""
        part = entry.part
        ink = _INK.get(entry.outcome, Ink.PLAIN)
        return [plain(part.part.clause), plain(part.part.name), (self.result(part), ink), plain(self.note(entry))]

    def result(self, part: Part_) -> str:
        """Return a result in words."""
        return (
            result_words(part.result).in_(self.language)
            if part.result.value is not None
            else self.say("不能判定", "undecided")
        )

    def note(self, entry: Entry) -> str:
        """Return what to know of a result: what is missing, what another reading gives, why nothing is due."""
        part = entry.part
        if entry.outcome is Outcome.NOTHING:
            return entry.why.in_(self.language)
        notes: list[str] = []
        if part.missing:
            names = shorts(part.missing)
            more = self.say(f"等 {len(names)} 项", f" and {len(names) - _NAMED} more") if len(names) > _NAMED else ""
            notes.append(self.say("缺 ", "needs ") + self.listed(names[:_NAMED]) + more)
            lead = self.say("若 ", "if ")
            follows = part.follows if len(part.follows) <= _FOLLOWS else ()
            notes.extend(lead + self.otherwise(follow) for follow in follows)
        notes.extend(self.otherwise(reading) for reading in part.readings)
        return self.say("；", "; ").join(notes)

    def otherwise(self, other: Otherwise) -> str:
        """Return what would follow from something else."""
        return f"{other.if_.in_(self.language)} → {other.then.in_(self.language)}"

    def totals(self, policy: OfPolicy) -> Iterator[str]:
        """Yield how the groups combine what is paid: only those that combine something."""
        rows: list[list[Cell]] = []
        for total in policy.totals:
            combines = len(total.members) > 1 or total.capped or (total.outermost and total.members)
            if not (combines or self.everything):
                continue
            rows.append(self.total(total))
        if policy.whole is not None and len(self.roots(policy)) > 1:
            whole = result_words(policy.whole).in_(self.language)
            why = self.say("没有组的各项相加", "what is in no group, added up")
            rows.append([plain(self.say("全部", "all")), (whole, Ink.STRONG), plain(why)])
        if rows:
            yield "  " + "─" * 8 + self.say(" 合计 ", " together ") + "─" * 8
            yield from draw(rows, self.width, self.paint, most=(26, 24, 60))

    def roots(self, policy: OfPolicy) -> list[str]:
        """Return what stands in no group and pays."""
        held = {member for total in policy.totals for member in total.part.plan.members}
        paying = [entry.part.part.name for entry in policy.entries if entry.outcome.pays]
        paying += [total.part.part.name for total in policy.totals if total.outcome.pays]
        return [name for name in paying if name not in held]

    def total(self, total: Total) -> list[Cell]:
        """Return the line of one group."""
        how = _MODE.get(total.mode, Words(total.mode, total.mode)).in_(self.language)
        names = self.listed(list(total.members[:_NAMED]))
        if len(total.members) > _NAMED:
            names += self.say(f"等 {len(total.members)} 项", f" and {len(total.members) - _NAMED} more")
        note = f"{how}{self.say('：', ': ')}{names}" if names else ""
        if total.capped:
            note += self.say("，封顶", ", capped")
        if total.outcome is Outcome.UNDECIDED or total.outcome is Outcome.NOT_ASKED:
            wait = self.say(f"还有 {total.undecided} 项没有定", f"{total.undecided} more undecided")
            note = f"{note}{self.say('；', '; ')}{wait}" if note else wait
        ink = Ink.STRONG if total.outcome.pays else _INK.get(total.outcome, Ink.PLAIN)
        return [plain(total.part.part.name), (self.result(total.part), ink), plain(note)]

    def others(self, policy: OfPolicy) -> Iterator[str]:
        """Yield what has no line of its own: not decided, nothing due, requirements."""
        if not self.everything:
            hidden = [e for e in policy.of(Outcome.UNDECIDED, Outcome.NOT_ASKED) if not self.shown(e)]
            if hidden:
                names = self.listed([called(entry.part.part.clause, entry.part.part.name) for entry in hidden])
                head = self.say(
                    f"不能判定 {len(hidden)} 项，缺的事实见后：",
                    f"undecided ({len(hidden)}), the facts they need are below: ",
                )
                yield from self.paragraph(head + names)
            nothing = len(policy.of(Outcome.NOTHING))
            if nothing:
                yield from self.paragraph(
                    self.say(
                        f"另有 {nothing} 项没有给付（不符合条件或没有这样东西；--all 逐项列出）",
                        f"{nothing} more pay nothing (a condition fails or there is no such thing; --all lists them)",
                    )
                )
        told = [each.words.in_(self.language) for each in policy.presumed if each.kind != "silent"]
        silent = sum(each.kind == "silent" for each in policy.presumed)
        if silent:
            told.append(
                self.say(f"原文没有写、文件里暂按的 {silent} 处", f"{silent} points on which the text is silent")
            )
        if told:
            yield from self.paragraph(self.say("推定：", "presumed: ") + self.say("；", "; ").join(told))
        failing = [part.part.name for part in policy.duties if part.result.value is False]
        meeting = [part.part.name for part in policy.duties if part.result.value is True]
        if failing:
            yield from self.paragraph(self.say("要求不符合：", "requirements not met: ") + self.listed(failing))
        if meeting and self.everything:
            yield from self.paragraph(self.say("要求符合：", "requirements met: ") + self.listed(meeting))

    def paragraph(self, text: str) -> Iterator[str]:
        """Yield a paragraph, indented."""
        for line in wrap(text, self.width - 2):
            yield f"  {line}"

    # ── what is missing ──

    def unfit(self) -> Iterator[str]:
        """Yield the facts that a policy knows by name, but not with the value told."""
        yield self.paint(Ink.STRONG, self.say("有的政策用不上的值", "values that some policies cannot take"))
        for each in self.found.unfit:
            yield from self.paragraph(f"{each.policy}{self.say('：', ': ')}{each.words.in_(self.language)}")

    def missing(self) -> Iterator[str]:
        """Yield the missing facts with who needs them, and a skeleton of the answer."""
        wanted = self.found.wanted if self.everything else self.found.wanted[:_MOST]
        count = len(self.found.wanted)
        yield rule(self.width)
        head = self.say(f"还缺 {count} 个事实，最有用的在前", f"{count} facts are missing, the most useful first")
        yield self.paint(Ink.STRONG, head)
        rows = [[plain(self.called(each)), plain(self.needs(each))] for each in wanted]
        yield from draw(rows, self.width, self.paint, most=(28, 70))
        if count > len(wanted):
            rest = count - len(wanted)
            yield "  " + self.say(f"还有 {rest} 个（--all 全部列出）", f"and {rest} more (--all lists them)")
        yield ""
        how = self.say(
            "答案的样子，可以贴进事实文件（空着就是不知道）：",
            "the answers, to be pasted into the facts file (empty is unknown):",
        )
        yield self.paint(Ink.STRONG, how)
        yield from skeleton(wanted, self.found.fields, self.language)

    def called(self, wanted: Wanted) -> str:
        """Return a missing fact as the reader knows it."""
        if not wanted.name:
            return self.say(f"有哪些{wanted.items}", f"{wanted.items}, which ones")
        if wanted.items:
            things = self.listed(wanted.things[:_NAMED])
            return f"{wanted.name}{self.say('（', ' (')}{wanted.items} {things}{self.say('）', ')')}"
        return wanted.name

    def needs(self, wanted: Wanted) -> str:
        """Return who needs a fact, by policy."""
        by_policy: dict[str, list[str]] = {}
        for need in wanted.needs:
            by_policy.setdefault(need.policy, []).append(need.called)
        told: list[str] = []
        for policy, names in by_policy.items():
            shown = names if self.everything else names[:_NAMED]
            more = ""
            if len(names) > len(shown):
                more = self.say(f"等 {len(names)} 项", f" and {len(names) - len(shown)} more")
            told.append(f"{policy} {self.listed(shown)}{more}")
        return self.say("；", "; ").join(told)

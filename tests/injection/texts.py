"""The texts that defects are planted in, how a change of lines is written, and what is found in a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from clean import Measure

from polc.checks.accepted import Accepted, hash_of, sentences
from polc.checks.catalog import checks, rules, rules_of, rules_of_checks
from polc.diagnostics import Diagnostic, Label, Severity
from polc.diagnostics.causes import one_a_cause
from polc.diagnostics.ordering import in_order
from polc.model.policy import Benefit, Part, Policy
from polc.passes.pipeline import Compiled
from polc.text import Source, Span
from polc.workspace.checked import checked, findings
from polc.workspace.load import Draft, Workspace, compile_sources

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("jinhua", "kunming", "panzhihua", "yuxi", "zhangzhou")
DAY = "2026-06-10"
EARLIER = "earlier.pol"
_FILES = TemporaryDirectory()
"""Where earlier versions are written: what 前版 names is read from a file."""


@dataclass(frozen=True)
class Text:
    """A policy with its official text, as checked on a day. ``path`` says where its imports are looked for."""

    name: str
    path: str
    policy: str
    official: str
    day: str = DAY
    before: str = ""  # the official text as it was accepted
    earlier: str = ""  # the version before this one, that 前版 names
    marks: frozenset[int] = frozenset()  # lines of the policy that an edit touched, or that its defect is about
    said: str = ""

    @cached_property
    def compiled(self) -> Compiled:
        return compile_sources([Source(self.path, self.policy)])

    @property
    def model(self) -> Policy:
        assert self.compiled.policy is not None, self.name
        return self.compiled.policy

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the policy; the first is number 1."""
        return ["", *self.policy.split("\n")]

    @cached_property
    def found(self) -> list[Diagnostic]:
        """Everything that is found in it, as ``polc check`` finds it."""
        path = Path(self.path)
        official = Source(str(path.with_name("source.txt")), self.official)
        draft = Draft(path.parent, self.compiled, official)
        if self.before:
            old = Source("source.txt", self.before)
            draft.accepted = Accepted(hash_of(old), tuple(each.text for each in sentences(old)))
        if self.earlier:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_name(EARLIER).write_text(self.earlier, encoding="utf-8")
        return findings(Workspace([draft]), dt.date.fromisoformat(self.day).toordinal())

    # ── places ──

    def line(self, span: Span) -> int:
        """Return the line of a place; 0 where it stands in another file."""
        return span.begin.line if span.source.path == self.path else 0

    def block(self, first: int) -> range:
        """Return the lines of the block that begins on a line."""
        deep = _depth(self.lines[first])
        end = first + 1
        while end < len(self.lines) and (not self.lines[end].strip() or _depth(self.lines[end]) > deep):
            end += 1
        while not self.lines[end - 1].strip():
            end -= 1
        return range(first, end)

    def starting(self, part: Part, keyword: str) -> int:
        """Return the line of a part's own block that begins with a keyword; 0 where there is none."""
        begin = self.line(part.span)
        inside = _depth(self.lines[begin]) + 2
        for number in self.block(begin) if begin else ():
            if _depth(self.lines[number]) == inside and self.lines[number].lstrip().startswith(keyword):
                return number
        return 0

    def told(self, part: Part) -> int:
        """Return the last line of what a part itself says: before its doubts, examples and scenarios."""
        block = self.block(self.line(part.span))
        after = (each for each in block if self.lines[each].strip().startswith(("疑义", "示例", "情景", "已知问题")))
        last = next(after, block.stop) - 1
        while not self.lines[last].strip():
            last -= 1
        return last

    def header(self, keyword: str) -> int:
        """Return the line of the policy's own header that begins with a keyword; 0 where there is none."""
        begin = self.line(self.model.span)
        for number in self.block(begin):
            if self.lines[number].startswith(f"  {keyword}"):
                return number
        return 0

    @property
    def benefits(self) -> Iterator[Benefit]:
        """The benefits of the policy's own file."""
        return (benefit for benefit in self.model.benefits if self.line(benefit.span))

    def edit(self, said: str) -> Edit:
        """Begin a change."""
        return Edit(self, said)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


@dataclass
class Edit:
    """A change of some lines: new ones are marked, and so is what ``at`` names."""

    text: Text
    said: str
    lines: dict[int, list[str]] = field(default_factory=dict)
    marked: set[int] = field(default_factory=set)
    official: str = ""
    day: str = ""
    before: str = ""
    earlier: str = ""

    def __post_init__(self) -> None:
        self.official, self.before, self.earlier = self.text.official, self.text.before, self.text.earlier

    def put(self, line: int, *new: str) -> Edit:
        """Write lines in the place of one."""
        self.lines[line] = list(new)
        return self

    def sub(self, line: int, old: str, new: str) -> Edit:
        """Change words of a line, where they stand last."""
        before = self.lines.get(line, [self.text.lines[line]])[0]
        assert old in before, (before, old)
        head, _, tail = before.rpartition(old)
        return self.put(line, head + new + tail)

    def after(self, line: int, *new: str) -> Edit:
        """Write lines behind one (behind its block, for a part)."""
        return self.put(line, *self.lines.get(line, [self.text.lines[line]]), *new)

    def drop(self, lines: Iterable[int]) -> Edit:
        """Leave lines out."""
        for line in lines:
            self.lines[line] = []
        return self

    def at(self, *lines: int) -> Edit:
        """Say that the finding may stand on a line as it was."""
        self.marked.update(line for line in lines if line)
        return self

    def sentence(self, old: str, new: str) -> Edit:
        """Change words of the official text, wherever they stand."""
        self.official = self.official.replace(old, new)
        return self

    def quoted(self, line: int, old: str, new: str) -> Edit:
        """Change words of a quotation, in the file and in the official text."""
        before = self.text.lines[line]
        quote = before[before.index("“") + 1 : before.rindex("”")]
        assert old in quote, (quote, old)
        head, _, tail = quote.rpartition(old)
        self.sentence(quote, head + new + tail)
        return self.sub(line, quote, head + new + tail)

    def on(self, day: str) -> Edit:
        """Look at it on another day."""
        self.day = day
        return self

    def done(self) -> Text:
        """Return the changed text."""
        found: list[str] = []
        marks: set[int] = set()
        for number, line in enumerate(self.text.lines[1:], 1):
            new = self.lines.get(number, [line])
            for place, each in enumerate(new):
                found.append(each)
                if (number in self.lines and (each != line or place)) or (number in self.marked and place == 0):
                    marks.add(len(found))
        text = self.text
        return replace(
            text, policy="\n".join(found), official=self.official, day=self.day or text.day, before=self.before, earlier=self.earlier,
            marks=frozenset(marks), said=self.said,
        )  # fmt: skip


def of_measure(measure: Measure) -> Text:
    """Return a generated measure as a text."""
    return Text(measure.name, f"{_FILES.name}/{measure.name}/policy.pol", measure.policy, measure.official, measure.day)


def document(name: str) -> Text:
    """Return one of the real documents, without the lines that excuse known findings."""
    folder = ROOT / "policies" / name
    written = (folder / "policy.pol").read_text("utf-8")
    policy = "\n".join(line for line in written.split("\n") if not line.strip().startswith("已知问题"))
    return Text(name, str(folder / "policy.pol"), policy, (folder / "source.txt").read_text("utf-8"))


# ── what is found, and whether it is what was planted ──


def found_of(text: Text, rule: str) -> list[Diagnostic]:
    """Return what a document has of one rule, of those that speak before it, and of reading: the rest takes long."""
    policy = text.compiled.policy
    found = list(text.compiled.findings)
    if policy is None:
        return found
    wanted = {rule, *rules()[rule].yields_to}
    own: list[Diagnostic] = []
    official = Source(str(Path(text.path).with_name("source.txt")), text.official)
    subject = checked(
        Draft(Path(text.path).parent, text.compiled, official), dt.date.fromisoformat(text.day).toordinal()
    )
    for check in checks():
        of_check = rules_of(import_module(check.__module__))
        if any(each.name in wanted for each in of_check):
            own.extend(check(subject))
    if not subject.whole:
        own = [each for each in own if each.severity is Severity.ERROR]
    return in_order([*found, *one_a_cause(own)])


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a plant: whether the rule reported something new, at the right place, and what else broke."""

    found: bool
    placed: bool
    stray: tuple[str, ...]  # errors that were not there before, of other rules and elsewhere


def judged(base: Text, rule: str, planted: Text) -> Verdict:
    """Return whether what was planted is found where it was planted."""
    known = [_key(each) for each in base.found]
    new: list[Diagnostic] = []
    quick = (
        base.name in DOCUMENTS
        and not planted.before
        and not planted.earlier
        and rule in rules_of_checks() - {"known-unused"}
    )
    for each in found_of(planted, rule) if quick else planted.found:
        if _key(each) in known:
            known.remove(_key(each))
        else:
            new.append(each)
    mine = [each for each in new if each.rule.name == rule]
    placed = any(planted.line(label.span) in planted.marks for each in mine for label in _labels(each))
    stray = tuple(
        f"{each.rule.name}：{each.message('zh')}"
        for each in new
        if each.severity.value == "error" and each.rule.name != rule
        and not any(planted.line(label.span) in planted.marks for label in _labels(each))
    )  # fmt: skip
    return Verdict(bool(mine), placed, stray)


def _labels(found: Diagnostic) -> tuple[Label, ...]:
    return (found.place, *found.related)


def _key(found: Diagnostic) -> tuple[str, str, str, tuple[str, ...]]:
    span = found.place.span
    words = tuple(note.zh for note in found.notes if "第" not in note.zh)
    return found.rule.name, found.message("zh"), span.source.line_text(span.begin.line).strip(), words

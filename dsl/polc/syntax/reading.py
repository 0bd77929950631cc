"""The reading of a file, line by line: what each line is, where it belongs, what it says."""

from __future__ import annotations

from collections.abc import Sequence

from polc.diagnostics import Diagnostic, Words
from polc.errors.block_as_line import block_as_line
from polc.errors.keyword_as_name import keyword_as_name
from polc.errors.missing_colon import missing_colon
from polc.errors.missing_value import missing_value
from polc.errors.repeated_line import repeated_line
from polc.errors.unwanted_colon import unwanted_colon
from polc.errors.wrong_block import wrong_block
from polc.model.values import FactType, Known, Members, Tiers, Value
from polc.syntax.continued import Continued, begins
from polc.syntax.factlines import broken_fact, no_kind, unreadable_fact
from polc.syntax.heads import read_head, unnameable
from polc.syntax.keywords import LINES, LineWord, facts, line_words
from polc.syntax.lexis import Token
from polc.syntax.lines import WordLine
from polc.syntax.nest import Frame, Nest
from polc.syntax.rows import Rows
from polc.syntax.shapes import absent, presumed, read_value, text_of
from polc.syntax.strays import Stray, compound, stray, with_blanks
from polc.syntax.synonyms import MEANT_HERE
from polc.syntax.tree import File, Line
from polc.text import Source, Span

_FOR_COLONS = frozenset(("=", "→", "-", "－", ";", "；", ".", "。"))
_NEVER_KEYWORDS = frozenset(("QUOTE", "UNCLOSED", "OTHER"))


class Reader:
    """Takes the lines of a file in order; ``finish`` gives the tree. Findings gather in ``findings``."""

    def __init__(self, source: Source) -> None:
        self.nest = Nest(source.span(0, 0))
        self.findings = self.nest.findings
        self.rows = Rows(self.findings)
        self.chinese = 0
        self.continued: Continued | None = None

    def _goes_on(self, line: WordLine) -> bool:
        """Take a line that goes on with an empty 条件 above it; return whether it does."""
        above = self.continued
        words = above.takes(line) if above is not None else ()
        if above is None or not words:
            return False
        above.tell(self.findings, line, words)
        self._line(above.row, line, above.keyword, words, quiet=True)
        return True

    def finish(self) -> File:
        """Close all blocks and return the tree."""
        self.rows.end()
        return self.nest.finished("zh" if self.chinese >= 0 else "en")

    def read(self, line: WordLine) -> None:
        """Read one line."""
        first = line.words[0]
        if first.type == "PIPE":
            self.rows.row(line, self.nest.top)
            return
        row = None if first.type in _NEVER_KEYWORDS else line_words().get(first.text)
        no_keyword = row is None or (row.id == "is_a" and self.nest.top.key != "subject")  # 是 is a cell, too
        if no_keyword and self.rows.barless(line, self.nest.top):
            return
        self.rows.end()
        if row is None and self._goes_on(line):
            return
        self.continued = None
        rest = line.words[1:]
        colon = rest[0] if rest and rest[0].type == "COLON" else None
        if row is None:
            self._keywordless(line, rest, colon)
            return
        self.chinese += -1 if first.text.isascii() else 1
        if row.id == "known":
            self._known(row, line)
        elif colon is None and row.opens:
            self._head(row, line, first, rest)
        elif colon is None:
            self._colonless(row, line, first, rest)
        elif self._is_fact(row, rest[1:]):
            self.findings.append(keyword_as_name(first.span, first.raw))
        elif row.form == "head":
            self._head_with_colon(row, line, first, rest[1:], colon)
        else:
            self._line(row, line, first, rest[1:])

    def _head_with_colon(
        self, row: LineWord, line: WordLine, first: Token, rest: Sequence[Token], colon: Token
    ) -> None:
        """Read ``奖补：甲补贴``, a head with a colon, and ``对象：企业`` inside a 奖补, where 支持对象 was meant."""
        top = self.nest.top
        near = LINES.get(MEANT_HERE.get((row.id, top.key), ""))
        if near is not None and _fits(near, rest):
            word = near.en if first.raw.isascii() else near.zh
            self.findings.append(block_as_line(first.span, first.raw, top.title, word))
            self._line(near, line, first, rest, quiet=True)
        elif rest and rest[0].type in ("MONEY", "PERCENT", "NUMBER"):
            self._head(row, line, first, rest)
        else:
            self.findings.append(unwanted_colon(first.span, first.raw, with_blanks(colon)))
            self._head(row, line, first, rest, quiet=True)

    def _colonless(self, row: LineWord, line: WordLine, first: Token, rest: Sequence[Token]) -> None:
        """Read a line whose keyword has no colon behind it."""
        several = compound(line, self.nest.top.key)
        if several is not None:
            self._go_on(several, line)
            return
        if len(rest) > 1 and rest[0].text in _FOR_COLONS:
            rest = rest[1:]
        gap = Span(first.source, first.end, rest[0].start if rest else first.end)
        colon = "：" if not first.text.isascii() else ": " if rest else ":"
        self.findings.append(missing_colon(first.span, first.raw, gap, colon))
        self._line(row, line, first, rest, quiet=True)

    def _is_fact(self, row: LineWord, value: Sequence[Token]) -> bool:
        """Whether a keyword stands where a fact of an 对象 was meant: ``上限：金额``."""
        if self.nest.top.key != "subject" or "subject" in row.owners or not value:
            return False
        return value[0].text in facts() or any(word.type == "LIST" for word in value)

    # ── lines ──

    def _line(
        self, row: LineWord, line: WordLine, keyword: Token, value: Sequence[Token], *, quiet: bool = False
    ) -> None:
        """Read ``关键词：值`` and put it where it belongs. ``quiet``: its finding is reported already."""
        found: list[Diagnostic] = []
        at = self.nest.owner(row, as_head=False)
        if at is None:
            found.append(self._misplaced(row, keyword))
            self.nest.top.lines.append(Line(row.id, None, line.span, keyword.span, bad=True))
            self.rows.swallow = row.table
        else:
            frame = self.nest.place(at, row, line)
            if row.shape == "known":  # its own reader is not reached after a slip in its keyword
                frame.lines.append(Line(row.id, None, line.span, keyword.span, bad=True))
            else:
                found.extend(self._valued(row, frame, line, keyword, value))
        if not quiet:
            self.continued = begins(row, keyword, line, value, (len(self.findings), len(found)))
            self.findings.extend(found)

    def _valued(
        self, row: LineWord, frame: Frame, line: WordLine, keyword: Token, value: Sequence[Token]
    ) -> list[Diagnostic]:
        """Add a line with its value to its block and return what is wrong with it."""
        found: list[Diagnostic] = []
        first = frame.given.get(row.id)
        if first is None:
            frame.given[row.id] = keyword.span
        elif not row.repeatable:
            found.append(repeated_line(keyword.span, keyword.raw, first, listed=row.shape == "names"))
        presumption = presumed(value) if value else missing_value(keyword.span, keyword.raw)
        silent = presumption is not None
        words = value if presumption is None else presumption
        read: Value | tuple[Value, ...] | Diagnostic | None
        if isinstance(words, Diagnostic):
            read = words
        elif not words:
            read = None
        else:
            read = absent(row.shape, words) or read_value(row.id, keyword.raw, row.shape, words)
        if isinstance(read, Diagnostic):
            found.append(read)
            read = None
        parts = read if isinstance(read, tuple) else (read,)
        for part in parts:
            frame.lines.append(Line(row.id, part, line.span, keyword.span, silent=silent, bad=bool(found)))
        if isinstance(read, Tiers):
            self.rows.begin_tiers(frame, keyword, read)
        else:
            self.rows.swallow = row.table
        return found

    def _known(self, row: LineWord, line: WordLine) -> None:
        """Read ``已知问题 RULE：理由``."""
        keyword = line.words[0]
        words = line.words[1:]
        if words and words[0].type == "COLON":
            words = words[1:]
        end = next((n for n, word in enumerate(words) if word.type in ("COLON", "COMMA")), None)
        at = self.nest.owner(row, as_head=False)
        if at is None or not end or end == len(words) - 1:
            self.findings.append(missing_value(keyword.span, keyword.raw))
            return
        frame = self.nest.place(at, row, line)
        rule, reason = text_of(words[:end]), text_of(words[end + 1 :])
        frame.lines.append(Line(row.id, Known(rule.text, reason.text, rule.span), line.span, keyword.span))

    def _fact(self, line: WordLine, name: Token, value: Sequence[Token], *, quiet: bool = False) -> None:
        """Read ``名字：类型`` inside an 对象. ``quiet``: its finding is reported already."""
        frame = self.nest.place(len(self.nest.frames) - 1, LINES["owned_by"], line)
        found = unnameable(name)
        read = read_value("fact", name.raw, "fact", value) if found is None and value else None
        if found is None and not value:
            found = no_kind(name)
        if isinstance(read, Diagnostic):
            found = unreadable_fact(name, value) or read
        if found is not None and not quiet:
            self.findings.append(found)
        fact = read if isinstance(read, FactType) and found is None else None
        frame.lines.append(Line("fact", fact, line.span, name.span, name.text, bad=fact is None))

    # ── heads ──

    def _head(
        self, row: LineWord, line: WordLine, keyword: Token, rest: Sequence[Token], *, quiet: bool = False
    ) -> None:
        """Open a block. ``quiet``: its finding is reported already."""
        found: Diagnostic | None = None
        at = self.nest.owner(row, as_head=True)
        if at is None:
            found = self._misplaced(row, keyword)
        self.nest.place(len(self.nest.frames) - 1 if at is None else at, row, line)
        head = read_head(row, keyword, rest)
        head.bad = head.bad or at is None
        found = found or head.finding
        if found is not None and not quiet:
            self.findings.append(found)
        self.nest.open(Frame(row.id, head, line.span, line.column, keyword.raw))
        if isinstance(head.value, Members):
            self.nest.top.given["members"] = head.name_span or line.span

    def _misplaced(self, row: LineWord, keyword: Token) -> Diagnostic:
        owners = [LINES[key] for key in row.owners if key != "file"]
        zh, en = [owner.zh for owner in owners], [owner.en for owner in owners]
        if "file" in row.owners:
            zh, en = ["第一个 条 之前", *zh], ["the file before its first clause", *en]
        opened = [LINES[frame.key] for frame in self.nest.frames if frame.key != "file"]
        near = LINES.get(MEANT_HERE.get((row.id, self.nest.top.key), ""))
        word = "" if near is None or row.form == "head" else near.en if keyword.raw.isascii() else near.zh
        return wrong_block(
            keyword.span,
            keyword.raw,
            Words("、".join(zh), ", ".join(en)),
            Words("、".join(row.zh for row in opened) or "文件", ", ".join(row.en for row in opened) or "the file"),
            word,
        )

    # ── lines that begin with no keyword ──

    def _keywordless(self, line: WordLine, rest: Sequence[Token], colon: Token | None) -> None:
        first = line.words[0]
        if colon is not None and self.nest.top.key == "subject":
            self._fact(line, first, rest[1:])
            return
        broken = broken_fact(line) if self.nest.top.key == "subject" else None
        if broken is not None:
            self.findings.append(broken[0])
            self._fact(line, first, broken[1], quiet=True)
            return
        self._go_on(stray(line, colon=colon is not None, block=self.nest.top.key), line)

    def _go_on(self, found: Stray, line: WordLine) -> None:
        """Report a line without a keyword and read it as what was meant."""
        self.findings.append(found.finding)
        if found.row is None or found.keyword is None:
            self.rows.swallow = True
        elif found.row.form != "line":
            self._head(found.row, line, found.keyword, found.rest, quiet=True)
        else:
            self._line(found.row, line, found.keyword, found.rest, quiet=True)


def _fits(near: LineWord, value: Sequence[Token]) -> bool:
    """Whether a value is one of this line rather than the name of a block."""
    types = {word.type for word in value}
    if near.shape in ("names", "free"):
        return bool(types) and types <= {"NAME", "LIST"}
    if near.shape == "condition":
        return not types.isdisjoint(("CMP", "EDGE", "AND", "OR", "NOT", "IN"))
    return not types.isdisjoint(("MONEY", "PERCENT", "TIMES", "UPTO"))

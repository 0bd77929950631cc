"""The laws of the formatter, on every program of ours and on those programs with slips of the pen.

Formatting twice is formatting once; a formatted text says what it said, with the same findings in the same lines;
comments and lines with a finding keep their characters; indentation that is lost comes back.
"""

import dataclasses
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from doc_fences import fences, pages
from hypothesis import example, given
from hypothesis import strategies as st

from polc.checks.catalog import rules
from polc.errors.indent_disagrees import RULE as INDENT_DISAGREES
from polc.syntax.format import Formatted, format_text, formatted
from polc.syntax.lexis import tokens
from polc.syntax.parse import parse
from polc.syntax.tree import Block, File
from polc.text import Source, Span

ROOT = Path(__file__).parents[2]
YUXI = (ROOT / "policies/yuxi/policy.pol").read_text("utf-8")
FENCE = re.compile(r"^```pol[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLANK = " \t\u3000"

CLAUSES = re.split(r"(?m)^(?=条 )", YUXI)
PROGRAMS = [path.read_text("utf-8") for path in sorted((ROOT / "tests/syntax/programs").glob("*.pol"))]
PAGES = [text for rule in rules().values() for text in FENCE.findall(rule.page)]
CASES = [
    text for page in sorted((ROOT / "tests/cases").glob("*.md")) for text in FENCE.findall(page.read_text("utf-8"))
]
DOCS = [fence.body for page in pages() for fence in fences(page) if fence.kind == "pol"]
TEXTS = [*CLAUSES, *PROGRAMS, *PAGES, *CASES, *DOCS]


def bare(node: object) -> object:
    """A tree as nested tuples, without places in the text."""
    if isinstance(node, Span):
        return None
    if isinstance(node, tuple):
        return tuple(bare(each) for each in node)
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        return (type(node).__name__, *(bare(getattr(node, each.name)) for each in dataclasses.fields(node)))
    return node


def comments(text: str) -> list[str]:
    return [token.raw.rstrip(BLANK) for token in tokens(Source("a.pol", text)) if token.type == "COMMENT"]


def obeys_the_laws(text: str) -> Formatted:
    """Assert every law that holds for any text."""
    before = Source("a.pol", text)
    result = formatted(before)
    after = Source("a.pol", result.text)
    assert format_text(after) == result.text, "formatting twice is formatting once"
    old, old_findings = parse(before)
    new, new_findings = parse(after)
    assert bare(new) == bare(old), "the same tree"
    told = sorted((each.place.span.begin.line, each.rule.name) for each in old_findings)
    retold = sorted((result.origins[each.place.span.begin.line - 1], each.rule.name) for each in new_findings)
    assert retold == told, "the same findings in the same lines"
    assert comments(result.text) == comments(text), "every comment"
    bad = {each.place.span.begin.line for each in old_findings if each.rule is not INDENT_DISAGREES}
    for number, origin in enumerate(result.origins, start=1):
        if origin in bad:
            assert after.line_text(number).strip(BLANK) == before.line_text(origin).strip(BLANK), "bad lines unchanged"
    return result


@pytest.mark.parametrize(
    "texts", [CLAUSES, PROGRAMS, PAGES, CASES, DOCS], ids=["yuxi", "own", "pages", "cases", "docs"]
)
def test_every_program_of_ours_obeys_the_laws(texts: list[str]) -> None:
    assert texts
    for text in texts:
        obeys_the_laws(text)


def test_a_whole_policy_obeys_the_laws() -> None:
    result = obeys_the_laws(YUXI)
    assert not result.kept
    assert not result.indentation_kept


def test_indentation_that_was_lost_comes_back() -> None:
    flat = "".join(line.lstrip(BLANK) for line in YUXI.splitlines(keepends=True))
    assert format_text(Source("a.pol", flat)) == format_text(Source("a.pol", YUXI))


def test_tables_that_were_squeezed_come_back() -> None:
    squeezed = re.sub(r"(?m)^ *\|.*$", lambda row: re.sub(r" *\| *", "|", row[0]), YUXI)
    assert format_text(Source("a.pol", squeezed)) == format_text(Source("a.pol", YUXI))


def test_the_ends_of_lines_do_not_matter() -> None:
    assert format_text(Source("a.pol", YUXI.replace("\n", "\r\n"))).replace("\r\n", "\n") == format_text(
        Source("a.pol", YUXI)
    )


# ── slips of the pen ──

LETTERS = (
    '：:，,、&（）()[]|#"“” \t\u3000\n\r每达到超过且或非在至以上12万元%年日条示例读法疑义未写，暂按\u200b\ufeff*×-～ab'
)


def a_character_less(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + 1 :]


def a_character_more(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(LETTERS) + text[at:]


def by_lines(change: Callable[[list[str], random.Random], None]) -> Callable[[str, random.Random], str]:
    def changed(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        change(lines, chance)
        return "\n".join(lines)

    return changed


@by_lines
def a_line_moved(lines: list[str], chance: random.Random) -> None:
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randint(0, len(lines)), line)


@by_lines
def a_line_less(lines: list[str], chance: random.Random) -> None:
    lines.pop(chance.randrange(len(lines)))


@by_lines
def a_line_of_another_text(lines: list[str], chance: random.Random) -> None:
    lines.insert(chance.randint(0, len(lines)), chance.choice(chance.choice(TEXTS).split("\n")))


@by_lines
def another_indentation(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = " " * chance.randint(0, 10) + lines[at].lstrip(BLANK)


@by_lines
def lines_shifted(lines: list[str], chance: random.Random) -> None:
    start, by = chance.randrange(len(lines)), chance.choice((2, 4, 1))
    for at in range(start, min(len(lines), start + chance.randint(1, 8))):
        lines[at] = " " * by + lines[at]


@by_lines
def other_blanks(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = re.sub(r"(?<=\S) ", lambda _: chance.choice(["", " ", "  ", "\u3000", "\t"]), lines[at])


@by_lines
def full_width(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and chance.random() < 0.6 else c for c in lines[at])


@by_lines
def a_comment_more(lines: list[str], chance: random.Random) -> None:
    lines.insert(chance.randint(0, len(lines)), chance.choice(["", "  ", "# 注", "  # 注", "        # 注"]))


def another_step(text: str, chance: random.Random) -> str:
    return text.replace("  ", chance.choice(["    ", "\t", " ", "", "\u3000"]))


SLIPS = [
    a_character_less, a_character_more, a_line_moved, a_line_less, a_line_of_another_text, another_indentation,
    lines_shifted, other_blanks, full_width, a_comment_more, another_step,
]  # fmt: skip


@given(st.sampled_from(TEXTS), st.lists(st.sampled_from(SLIPS), min_size=1, max_size=6), st.integers(0, 2**32))
def test_slips_of_the_pen_do_not_break_the_laws(
    text: str, slips: list[Callable[[str, random.Random], str]], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same slips for the same seed
    for slip in slips:
        text = slip(text, chance)
    obeys_the_laws(text)


@example("法“ ")
@example("条 1 支持“甲 \n")
@given(st.text(alphabet=LETTERS + "奖补标准分对象组：收入", max_size=200))
def test_any_text_obeys_the_laws(text: str) -> None:
    obeys_the_laws(text)


# ── a line that was moved ──


def column(line: str) -> int:
    return len(line) - len(line.lstrip(BLANK))


def heads(tree: File | Block) -> set[int]:
    """The lines of all heads, by number."""
    return {n for block in tree.blocks for n in (block.span.begin.line, *heads(block))}


def stands_under(lines: list[str], number: int, all_heads: set[int]) -> int:
    """The head under which a reader sees a line: the nearest above that is indented less than all below it; else 0."""
    limit = column(lines[number - 1])
    for above in range(number - 1, 0, -1):
        line = lines[above - 1].lstrip(BLANK)
        if line and line[0] not in "#|" and column(lines[above - 1]) < limit:
            limit = column(lines[above - 1])
            if above in all_heads:
                return above
    return 0


@given(st.sampled_from(CLAUSES[1:]), st.data())
def test_a_moved_line_never_changes_the_meaning_in_silence(clause: str, data: st.DataObject) -> None:
    """A line moved as it is means what it meant, or is told of, or stands where a reader sees it stand."""
    lines = clause.splitlines()
    at = data.draw(st.integers(1, len(lines) - 1), label="from")
    to = data.draw(st.integers(1, len(lines) - 1), label="to")
    line = lines.pop(at)
    lines.insert(to, line)
    text = "\n".join(lines) + "\n"
    before, _ = parse(Source("a.pol", clause))
    after, told = parse(Source("a.pol", text))
    if told or bare(before) == bare(after) or not line.strip() or line.lstrip()[0] in "#|":
        return
    result = formatted(Source("a.pol", text))
    here = result.origins.index(to + 1) + 1
    layout = result.text.splitlines()
    truly = stands_under(layout, here, heads(parse(Source("a.pol", result.text))[0]))
    seen = stands_under(lines, to + 1, heads(after))
    assert seen == (result.origins[truly - 1] if truly else 0), text

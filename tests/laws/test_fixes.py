"""What fixes promise: a safe one changes no award, mending twice is mending once, what is offered can be read."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polc.checks.catalog import rules
from polc.diagnostics import Diagnostic, Edit, Severity
from polc.diagnostics.pages import page_of
from polc.passes.pipeline import Compiled
from polc.text import Source
from polc.workspace import load
from polc.workspace.checked import findings
from polc.workspace.fixing import Asking, mended, same_awards
from polc.workspace.load import Draft, Workspace, compile_sources

FENCE = re.compile(r'^```(pol|text|csv)(?: title="([^"]+)")?\n(.*?)^```$', re.DOTALL | re.MULTILINE)
DAY = dt.date(2026, 6, 1).toordinal()


def programs() -> Iterator[object]:
    """Yield the first, bad, example of every page in both languages, with the files beside it."""
    for rule in rules().values():
        for language in ("zh", "en"):
            fences = FENCE.findall(page_of(rule, language))  # type: ignore[arg-type]
            files = {title or "source.txt": text for kind, title, text in fences if title or kind == "text"}
            program = next((text for kind, title, text in fences if kind == "pol" and not title), "")
            if program:
                yield pytest.param(re.sub(r"\s*# error$", "", program, flags=re.MULTILINE), files,
                                   id=f"{rule.name}-{language}")  # fmt: skip


def put(folder: Path, text: str, files: dict[str, str]) -> Workspace:
    for name, beside in files.items():
        (folder / name).write_text(beside, encoding="utf-8")
    (folder / "policy.pol").write_text(text, encoding="utf-8", newline="")
    return load([folder / "policy.pol"])


def mend(folder: Path, text: str, files: dict[str, str], offers: frozenset[str] = frozenset()) -> str:
    space = put(folder, text, files)
    asking = Asking(frozenset([(folder / "policy.pol").resolve()]), day=DAY, offers=offers)
    return next((each.text for each in mended(space, asking)), text)


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in sorted(edits, key=lambda each: -each.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def compiled(text: str) -> Compiled:
    return compile_sources([Source("policy.pol", text)])


def mended_text(text: str) -> str:
    """Return a text, in no file, with its safe fixes put in."""
    space = Workspace([Draft(Path("policy.pol"), compiled(text))])
    asking = Asking(frozenset([Path("policy.pol").resolve()]), day=DAY)
    return next((each.text for each in mended(space, asking)), text)


def errors(found: list[Diagnostic]) -> list[str]:
    return [each.rule.name for each in found if each.severity is Severity.ERROR]


@pytest.mark.parametrize(("program", "files"), list(programs()))
def test_mending_twice_is_mending_once(program: str, files: dict[str, str], tmp_path: Path) -> None:
    once = mend(tmp_path, program, files)
    assert mend(tmp_path, once, files) == once
    assert same_awards(compiled(program), compiled(once))
    left = findings(put(tmp_path, once, files), DAY)
    assert not [each.rule.name for each in left if any(fix.safe for fix in each.fixes)]


@pytest.mark.parametrize(("program", "files"), list(programs()))
def test_whatever_is_offered_can_be_read_and_mends_what_it_is_offered_for(
    program: str, files: dict[str, str], tmp_path: Path
) -> None:
    before = findings(put(tmp_path, program, files), DAY)
    for found in before:
        for fix in found.fixes:
            if not all(edit.span.source.path.endswith("policy.pol") for edit in fix.edits):
                continue
            text = edited(program, fix.edits)
            assert text != program, found.rule.name
            after = findings(put(tmp_path, text, files), DAY)
            kept = sum(each.rule == found.rule for each in before) - sum(each.rule == found.rule for each in after)
            assert kept > 0, (found.rule.name, fix.words.zh)
            if fix.safe:
                assert same_awards(compiled(program), compiled(text)), found.rule.name


CLEAN = """\
政策 示范措施
  简称：demo
  约定：以上、以下含本数
  有效期：自 2026年1月1日 至 2028年12月31日
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
  高新企业：是否
  规上企业：是否
条 1 支持
  奖补 甲补贴
    原文：“给予30%补助，最高20万元”
    支持对象：企业
    享受：每家企业 每年
    条件：高新企业 且 规上企业
    条件：年度支出 达到 50万元
    标准：年度支出 × 最高 30%
    不足不发：2,000元
    上限：每家企业 每年 20万元
  奖补 乙奖励
    支持对象：企业
    享受：每家企业 一次
    分档：级别，取高档
      | 市级 | 5万元  |
      | 省级 | 10万元 |
    兑付：分 3年，50%、30%、20%
"""
SLIPS = (
    (re.compile(r"：", re.MULTILINE), " "),
    (re.compile(r"$", re.MULTILINE), "；"),
    (re.compile(r"“|”"), '"'),
    (re.compile(r"“|”"), ""),
    (re.compile(r"、"), "，"),
    (re.compile(r" × "), " 乘以 "),
    (re.compile(r" 且 "), "且"),
    (re.compile(r"50万元"), "五十万元"),
    (re.compile(r"50万元"), "50 万元"),
    (re.compile(r"^    (?=\S)", re.MULTILINE), " "),
    (re.compile(r"\n    (?=上限|条件|享受)"), " "),
    (re.compile(r"2,000元"), "2，000元"),
    (re.compile(r"(?<=标准)"), "\u200b"),
)


@given(st.lists(st.tuples(st.integers(0, len(SLIPS) - 1), st.integers(0, 40)), max_size=4))
def test_a_slip_that_is_mended_pays_what_was_meant(slips: list[tuple[int, int]]) -> None:
    text = CLEAN
    for kind, place in slips:
        pattern, wrong = SLIPS[kind]
        hits = list(pattern.finditer(text))
        if hits:
            hit = hits[place % len(hits)]
            text = text[: hit.start()] + wrong + text[hit.end() :]
    done = mended_text(text)
    assert same_awards(compiled(CLEAN), compiled(done))
    assert same_awards(compiled(text), compiled(done))


SURE = [(pattern, wrong) for pattern, wrong in SLIPS if wrong not in ("", "，", "50 万元")]
"""Slips after which one can be sure what was meant, at least in some places."""


@pytest.mark.parametrize(("pattern", "wrong"), SURE, ids=[pattern.pattern for pattern, _ in SURE])
def test_one_slip_of_each_kind_is_mended_somewhere(pattern: re.Pattern[str], wrong: str) -> None:
    good = 0
    for hit in pattern.finditer(CLEAN):
        text = CLEAN[: hit.start()] + wrong + CLEAN[hit.end() :]
        done = mended_text(text)
        good += not errors(compiled(done).findings) and bool(errors(compiled(text).findings))
    assert good, "no slip of this kind is mended"

"""The laws of ``polc fmt --keywords``: every keyword and unit into one language, and nothing else.

There and back gives the same file; what a policy means, what its tables come to and what is found in it stay; comments,
quotations and names keep every character.
"""

import random
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from doc_fences import fences, pages
from hypothesis import given, settings
from hypothesis import strategies as st

from polc.checks.catalog import rules
from polc.diagnostics import Severity
from polc.diagnostics.words import Language
from polc.passes.pipeline import Compiled, compile_policy
from polc.runs.strategies import Written, policies
from polc.syntax.choices import CHOICES
from polc.syntax.format import format_text, formatted
from polc.syntax.format_proof import proved
from polc.syntax.keywords import LINES, WORDS
from polc.syntax.lexis import tokens
from polc.text import Source
from polc.workspace import load
from polc.workspace.suite import run_suite

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```pol[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLANK = " \t\u3000"
LANGUAGES: tuple[Language, ...] = get_args(Language)
POLICIES = sorted((ROOT / "policies").glob("*/*.pol"))

PROGRAMS = [path.read_text("utf-8") for path in sorted((ROOT / "tests/syntax/programs").glob("*.pol"))]
PAGES = [text for rule in rules().values() for text in FENCE.findall(rule.page)[:2]]
CASES = [
    text for page in sorted((ROOT / "tests/cases").glob("*.md")) for text in FENCE.findall(page.read_text("utf-8"))
]
DOCS = [fence.body for page in pages() for fence in fences(page) if fence.kind == "pol"]


def into(language: Language, text: str) -> str:
    return format_text(Source("a.pol", text), language)


def kept(text: str) -> list[str]:
    """Quotations and comments, in order."""
    found = tokens(Source("a.pol", text))
    return [token.raw.rstrip(BLANK) for token in found if token.type in ("QUOTE", "UNCLOSED", "COMMENT")]


def told(text: str) -> list[tuple[str, str]]:
    """What is found in a text, by rule and severity."""
    found = compile_policy([Source("a.pol", text)]).findings
    return sorted((each.rule.name, each.severity.name) for each in found)


def obeys_the_laws(text: str) -> None:
    """Assert every law that holds for any text."""
    source = Source("a.pol", text)
    results = {language: formatted(source, language) for language in LANGUAGES}
    for result in results.values():
        assert proved(source, result), "the same tree and findings"
        assert kept(result.text) == kept(text), "comments and quotations"
    english = results["en"].text
    assert into("en", english) == english == format_text(Source("a.pol", english)), "twice is once"
    back = into("zh", english)
    assert into("zh", into("en", back)) == back, "from then on nothing changes"


@pytest.mark.parametrize("texts", [PROGRAMS, PAGES, CASES, DOCS], ids=["own", "pages", "cases", "docs"])
def test_every_program_of_ours_obeys_the_laws(texts: list[str]) -> None:
    assert texts
    for text in texts:
        obeys_the_laws(text)


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.parent.name)
def test_a_real_measure_goes_to_english_and_back_without_a_trace(path: Path) -> None:
    text = path.read_text("utf-8")
    result = formatted(Source("a.pol", text), "en")
    assert proved(Source("a.pol", text), result)
    assert kept(result.text) == kept(text)
    assert into("zh", result.text) == text


def bare(compiled: Compiled) -> list[str]:
    """The steps of a policy, without the places they come from.

    Inputs that polc names in the drafter's own words (what 首次 asks of the past) are numbered in their order instead.
    """
    if compiled.policy is None or any(each.severity is Severity.ERROR for each in compiled.findings):
        return []
    numbers: dict[str, str] = {}

    def numbered(name: re.Match[str]) -> str:
        made_of_words = re.search(r"[\s：:]", name[2])
        return f"{name[1]}={numbers.setdefault(name[2], str(len(numbers)))}" if made_of_words else name[0]

    found = (repr(replace(step, because=())) for step in compiled.lowered().program.steps)
    return [re.sub(r"(name|binds)='([^']*)'", numbered, step) for step in found]


def steps(text: str) -> list[str]:
    return bare(compile_policy([Source("a.pol", text)]))


@pytest.mark.parametrize("texts", [CASES, DOCS], ids=["cases", "docs"])
def test_what_a_policy_computes_stays(texts: list[str]) -> None:
    for text in texts:
        english = into("en", text)
        assert steps(english) == steps(text)
        assert told(english) == told(text)


def test_what_the_real_measures_compute_and_their_tables_stay(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    for path in (tmp_path / "policies").rglob("*.pol"):
        path.write_text(into("en", path.read_text("utf-8")), encoding="utf-8")
    before, after = load([ROOT / "policies"]), load([tmp_path / "policies"])
    assert [draft.name for draft in after.drafts] == [draft.name for draft in before.drafts]
    for one, other in zip(before.drafts, after.drafts, strict=True):
        assert bare(one.compiled) or one.policy is None  # a vocabulary computes nothing
        assert bare(other.compiled) == bare(one.compiled)
    one, other = (run_suite(load([folder / "policies/panzhihua"])) for folder in (ROOT, tmp_path))
    assert (other.total, len(other.failed), other.checks) == (one.total, 0, one.checks)


@settings(max_examples=min(60, settings.default.max_examples))
@given(policies())
def test_a_policy_made_at_random_means_the_same_in_both_languages(written: Written) -> None:
    text = format_text(Source("a.pol", written.text))
    english = into("en", text)
    assert into("zh", english) == text
    assert steps(english) == steps(text)
    assert proved(Source("a.pol", text), formatted(Source("a.pol", text), "en"))


def mixed(text: str, chance: random.Random) -> str:
    """A text some of whose lines are in English."""
    english = into("en", text).splitlines()
    chinese = into("zh", text).splitlines()
    return "\n".join(chance.choice(pair) for pair in zip(english, chinese, strict=True)) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_both_languages_becomes_one(language: Language) -> None:

    def bare(text: str) -> str:
        """Without the blanks before comments: how far out one was set depends on its line."""
        return re.sub(r"(?m) +#", " #", into(language, text))

    chance = random.Random(20261122)  # noqa: S311 - any order will do
    for text in DOCS[::2]:
        if into("en", into("zh", text)) == into("en", text):
            assert bare(mixed(text, chance)) == bare(text)


@given(st.data())
def test_a_text_with_slips_of_the_pen_keeps_the_lines_with_findings(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([*CASES, *DOCS]))
    place = data.draw(st.integers(0, len(text)))
    gone = data.draw(st.integers(0, 3))
    more = data.draw(
        st.sampled_from(["", "每", "（", "“", "|", "：", "未写", "以上", " ", "\n", "是", "5", "cap", "年"])
    )
    slipped = text[:place] + more + text[place + gone :]
    source = Source("a.pol", slipped)
    for language in LANGUAGES:
        result = formatted(source, language)
        assert proved(source, result)
        assert kept(result.text) == kept(slipped)


def test_a_name_that_is_a_choice_elsewhere_stays_a_name() -> None:
    taken = {row.zh for row in (*LINES.values(), *WORDS.values())}
    names = sorted({row.zh for row in CHOICES if row.group not in ("truth", "absence")} - taken)
    facts = "".join(f"  {name}：金额\n" for name in names)
    uses = "".join(f"    条件：{name} 达到 5万元\n" for name in names)
    text = f"政策 甲\n对象 企业\n{facts}条 1 乙\n  奖补 丙\n    支持对象：企业\n{uses}    标准：5万元\n"
    english = into("en", text)
    assert all(f"  {name}: money\n" in english and f"when: {name} reaches 5 wan_yuan" in english for name in names)
    assert into("zh", english) == format_text(Source("a.pol", text))


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("条件：收入 500万元以上不满1000万元", "when: 收入 500 wan_yuan or_more short_of 1000 wan_yuan"),
        ("条件：收入 在 10万元（含）至30万元（不含）", "when: 收入 in 10 wan_yuan (incl) to 30 wan_yuan (excl)"),
        ("条件：（级别 = 市级 或 级别 = 省级）且 非 停业", "when: (级别 = 市级 or 级别 = 省级) and not 停业"),
        ("条件：认定年度 = 2025年", "when: 认定年度 = FY2025"),
        (
            "上限：每户企业 每年 较小（50万元，支出），超出部分 不结转",
            "cap: per 户企业 yearly lesser(50 wan_yuan, 支出), surplus lost",
        ),
        ("标准：未写，暂按 最高 5万元", "pay: silent, presume up_to 5 wan_yuan"),
        ("名额：每年 20家，按 申请先后", "quota: yearly 20 firms, by application_order"),
        ("名额：20家，按 应得", "quota: 20 firms, by award"),
        ("取整：去尾 到 分", "round: down to_the fen"),
        ("取整：四舍五入 到 角", "round: half_up to_the jiao"),
        ("次数：每户企业 每年 2次，就高", "times: per 户企业 yearly 2 times, highest"),
        ("追回：迁出，5年以内，已付的 50%", "claw_back: 迁出, 5 years within, of_paid 50%"),
        ("兑付：分 2年，每年 50%", "payout: spread 2 years, yearly 50%"),
        ("用途：最高 5万元，且 全文照写", "use: 最高 5万元，且 全文照写"),
        ("有效期：自 2026年1月1日 至 2028年12月31日", "valid: from 2026-01-01 to 2028-12-31"),
        ("施行：自印发之日", "in_force: from issue"),
        ("存续兑付：第1年在有效期内的，至第10年", "run_off: year 1 begun_in_force, to year 10"),
    ],
)  # fmt: skip
def test_a_line_in_both_languages(chinese: str, english: str) -> None:
    head = "条 1 甲\n  奖补 乙\n    "
    there = into("en", f"{head}{chinese}\n").splitlines()[-1].strip()
    assert there == english
    assert into("zh", f"{head}{there}\n").splitlines()[-1].strip() == chinese


@pytest.mark.parametrize(
    ("synonym", "english", "back"),
    [
        ("收入 不得超过 5万元", "收入 not_exceeding 5 wan_yuan", "收入 不超过 5万元"),
        ("收入 达到 5万元（含本数）", "收入 reaches 5 wan_yuan (incl)", "收入 达到 5万元（含）"),
        ("日期 早于 2026-01-01", "日期 before 2026-01-01", "日期 早于 2026年1月1日"),
        ("认定 = 2025年度", "认定 = FY2025", "认定 = 2025年"),
    ],
)
def test_a_synonym_stays_in_its_language_and_comes_back_as_the_first_word(
    synonym: str, english: str, back: str
) -> None:
    head = "条 1 甲\n  奖补 乙\n    条件："
    text = f"{head}{synonym}\n"
    if not synonym.endswith("01"):
        assert into("zh", text) == text
    assert into("en", text).splitlines()[-1].strip() == f"when: {english}"
    assert into("zh", into("en", text)) == f"{head}{back}\n"

"""Whatever a file holds: findings, never an exception, and nothing dropped in silence.

The parser has a fuzz of its own (``tests/syntax``); here a file goes all the way, through passes, tables and checks.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from polc.diagnostics import Diagnostic, Severity
from polc.diagnostics.words import Language
from polc.hosts.site_made import site_of
from polc.model.policy import Stated, Terms
from polc.model.values import NoneStated
from polc.runs.strategies import Written, policies
from polc.site import Options
from polc.site.contents import gather
from polc.site.options import Audience
from polc.site.paper import tell
from polc.workspace import Workspace, load
from polc.workspace.checked import findings
from polc.workspace.suite import run_suite

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```pol\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PROGRAMS = [
    program
    for page in (*sorted(ROOT.glob("tests/cases/*.md")), *sorted(ROOT.glob("docs/reference/language/*.md")))
    for program in FENCE.findall(page.read_text(encoding="utf-8"))
]
YUXI = (ROOT / "policies" / "yuxi" / "policy.pol").read_text(encoding="utf-8")
COMMON = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "policies" / "common").glob("*.pol"))}
WORDS = sorted(
    {word for program in PROGRAMS for word in re.findall(r"\d[\d.]*|[^\s\d]+|\s+", program) if len(word) < 20}
)
MANY = settings(max_examples=3 * min(100, settings.default.max_examples), suppress_health_check=[*HealthCheck])
SOME = settings(max_examples=min(60, settings.default.max_examples), suppress_health_check=[*HealthCheck])
DAY = 740_000
FEW = settings(max_examples=min(12, settings.default.max_examples), suppress_health_check=[*HealthCheck])


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    """A file to write, in a folder beside the common vocabulary."""
    for folder in ("common", "policy"):
        (tmp_path / folder).mkdir()
    for name, text in COMMON.items():
        (tmp_path / "common" / name).write_text(text, encoding="utf-8")
    return tmp_path / "policy" / "policy.pol"


def everything(file: Path, data: bytes) -> tuple[Workspace, list[Diagnostic]]:
    """Read, compile, check and run a file, and say all that was found in both languages."""
    file.write_bytes(data)
    space = load([file])
    found = findings(space)
    found += run_suite(space).findings
    for each in found:
        for language in ("zh", "en"):
            assert each.message(language), each.rule.name
    return space, found


def nothing_dropped(space: Workspace, found: Sequence[Diagnostic]) -> None:
    """Where there is no error, every part of a policy is computed, and every line that decides has its step."""
    if any(each.severity is Severity.ERROR for each in found):
        return
    for draft in space.drafts:
        if draft.policy is None:
            continue
        lowered = draft.compiled.lowered()
        policy = draft.policy
        computed = (*policy.benefits, *policy.requirements, *policy.groups)
        assert set(lowered.plans) == {part.name for part in computed}
        for benefit in policy.benefits:
            because = [span for step in lowered.plans[benefit.name].steps for span in lowered.step(step).because]
            for line in _deciding(benefit.terms({})):
                assert line.span in because, line.span.text


def _deciding(terms: Terms) -> list[Stated[Any]]:
    single = (terms.pay, terms.tiers, terms.minimum, terms.at_least, terms.rounding)
    many = (*terms.when, *terms.excluded, *terms.caps, *terms.times, *terms.years, *terms.stop, *terms.ensures)
    stated = [line for line in (*single, *many) if line is not None and line.value is not None]
    return [line for line in stated if not isinstance(line.value, NoneStated)]


def changed(data: st.DataObject, text: str) -> str:
    """Return the text after a few slips: a word for another, a line lost, moved or doubled, letters gone."""
    lines = text.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(("word", "word", "word", "letters", "lose", "move", "double", "blank"))):
            case "word":
                words = re.findall(r"\d[\d.]*|[^\s\d]+|\s+", lines[at]) or [""]
                place = data.draw(st.integers(0, len(words) - 1))
                words[place] = data.draw(st.sampled_from(WORDS))
                lines[at] = "".join(words)
            case "letters":
                start = data.draw(st.integers(0, len(lines[at])))
                end = data.draw(st.integers(start, min(len(lines[at]), start + 4)))
                more = data.draw(st.text(st.sampled_from("：，。、（）“”|# \t0元%万年每第-×÷a{}\\\n"), max_size=3))
                lines[at] = lines[at][:start] + more + lines[at][end:]
            case "lose":
                lines[at] = ""
            case "move":
                line = lines.pop(at)
                lines.insert(data.draw(st.integers(0, len(lines))), line)
            case "double":
                lines.insert(at, lines[at])
            case _:
                lines[at] = data.draw(st.sampled_from(("", "  "))) + lines[at].lstrip()
    return "".join(lines)


@MANY
@example(b"")
@example(b"\xef\xbb\xbf")
@example("政策".encode("gb18030"))
@example("政策 甲\n对象 企业\n".encode("utf-16"))
@example(b"\x00" * 100)
@example("条".encode() * 2000)
@given(data=st.binary(max_size=400) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_findings(file: Path, data: bytes) -> None:
    everything(file, data)


@SOME
@given(data=st.data(), audience=st.sampled_from(("public", "review")), language=st.sampled_from(("zh", "en")))
def test_the_site_of_a_program_with_slips_is_drawn(
    file: Path, data: st.DataObject, audience: Audience, language: Language
) -> None:
    text = changed(data, data.draw(st.sampled_from(PROGRAMS)))
    file.write_text(text, encoding="utf-8")
    made = site_of([file], lambda _: Options(DAY, audience, language))
    assert bool(made.site.files) == bool(load([file]).drafts) or made.errors


@SOME
@given(data=st.data(), audience=st.sampled_from(("public", "review")), written=policies())
def test_a_generated_policy_with_slips_is_told_on_paper(
    file: Path, data: st.DataObject, audience: Audience, written: Written
) -> None:
    file.write_text(changed(data, written.text), encoding="utf-8")
    space = load([file])
    options = Options(DAY, audience)
    for entry in gather(space, findings(space), run_suite(space)):
        assert tell(entry, options)


@MANY
@given(data=st.data())
def test_a_program_with_slips_gives_findings_and_drops_nothing(file: Path, data: st.DataObject) -> None:
    text = changed(data, data.draw(st.sampled_from(PROGRAMS)))
    nothing_dropped(*everything(file, text.encode()))


@MANY
@given(data=st.data(), written=policies())
def test_a_generated_policy_with_slips_gives_findings_and_drops_nothing(
    file: Path, data: st.DataObject, written: Written
) -> None:
    text = changed(data, written.text)
    nothing_dropped(*everything(file, text.encode()))


@FEW
@given(data=st.data())
def test_the_whole_of_yuxi_with_slips_gives_findings_and_drops_nothing(file: Path, data: st.DataObject) -> None:
    nothing_dropped(*everything(file, changed(data, YUXI).encode()))


@FEW
@given(data=st.data())
def test_yuxi_with_bytes_flipped_gives_findings(file: Path, data: st.DataObject) -> None:
    raw = bytearray(YUXI.encode())
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    everything(file, bytes(raw[: data.draw(st.integers(0, len(raw)))]))


@MANY
@given(data=st.data())
def test_a_vocabulary_with_slips_gives_findings_and_drops_nothing_of_who_imports_it(
    file: Path, data: st.DataObject
) -> None:
    words = file.parent / "words.pol"
    words.write_text(changed(data, VOCABULARY), encoding="utf-8")
    importing = IMPORTING if data.draw(st.booleans()) else changed(data, IMPORTING)
    nothing_dropped(*everything(file, importing.encode()))


VOCABULARY = """\
词汇 共用词汇
  引用：../common/enterprises.pol

对象 企业
  年度支出：金额，每年
  级别：市级、省级

对象 平台 归属 企业（运营方）
  面积：个数

约束：年度支出 不超过 年度营业收入
定义 强度：年度支出 ÷ 年度营业收入
"""
IMPORTING = """\
政策 示范措施
  简称：demo
  引用：words.pol

对象 企业 是 主体
  级别：市级、省级
  员工：个数

条 1 支持
  奖补 甲
    支持对象：企业
    享受：每家企业 每年
    条件：员工 达到 3个 且 强度 超过 1%
    标准：年度支出 × 1%
  奖补 乙
    支持对象：平台
    领取人：运营方
    享受：每个平台 一次
    标准：5万元
    示例 一
      | 面积 | 应得  |
      | 3    | 5万元 |
"""

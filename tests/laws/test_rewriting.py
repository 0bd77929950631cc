"""What may be written in another way without meaning anything else: units, indentation, order, names, finer tiers."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from polc.core.program import Step
from polc.diagnostics import Severity
from polc.passes.lower.plan import Lowered
from polc.passes.pipeline import compile_policy, compile_vocabulary, parse_together
from polc.readers.evaluate import Case, Interval, run
from polc.readers.prose import figures
from polc.runs.reached import results
from polc.runs.strategies import FIGURES, SUBJECTS, Benefit, Written, benefits, cases, policies
from polc.runs.tables import run_table
from polc.text import Source

BOUNDED = settings(max_examples=min(60, settings.default.max_examples))
MONEY = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)(亿元|万元|元)")
UNITS = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}


def lowered(text: str) -> Lowered:
    found = compile_policy([Source("policy.pol", text)])
    errors = [each.message("zh") for each in found.findings if each.severity is Severity.ERROR]
    assert not errors, text
    return found.lowered()


def bare(steps: Sequence[Step]) -> list[Step]:
    """Steps without the places they come from."""
    return [replace(step, because=()) for step in steps]


@BOUNDED
@given(st.data(), policies())
def test_it_does_not_matter_in_which_unit_an_amount_is_written(data: st.DataObject, written: Written) -> None:
    def other(found: re.Match[str]) -> str:
        unit = data.draw(st.sampled_from(tuple(UNITS)))
        value = Decimal(found.group(1)) * UNITS[found.group(2)] / UNITS[unit]
        return f"{value.normalize():f}{unit}"

    text = MONEY.sub(other, written.text)
    assert bare(lowered(text).program.steps) == bare(lowered(written.text).program.steps)


@BOUNDED
@given(policies())
def test_it_does_not_matter_whether_lines_are_indented(written: Written) -> None:
    flat = "".join(line.lstrip() + "\n" for line in written.text.splitlines())
    assert bare(lowered(flat).program.steps) == bare(lowered(written.text).program.steps)


@BOUNDED
@given(st.data(), policies())
def test_it_does_not_matter_which_block_stands_first(data: st.DataObject, written: Written) -> None:
    other = replace(
        written, subjects=tuple(data.draw(st.permutations(written.subjects))),
        benefits=tuple(data.draw(st.permutations(written.benefits))),
    )  # fmt: skip
    before, after = lowered(written.text), lowered(other.text)
    told = data.draw(cases(before.program.inputs))
    one, two = run(before.program, Case(told)), run(after.program, Case(told))
    assert one.results == two.results


@BOUNDED
@given(st.data(), policies())
def test_it_does_not_matter_what_a_fact_is_called(data: st.DataObject, written: Written) -> None:
    names = re.findall(r"^  (\S+?)：", "".join(written.subjects), re.MULTILINE)
    new = {name: f"事实{number}号的{name}" for number, name in zip("一二三四五六七八九十百千万", names, strict=False)}
    pattern = re.compile("|".join(sorted(map(re.escape, new), key=len, reverse=True)))

    def renamed(text: str) -> str:
        return pattern.sub(lambda found: new[found.group()], text)

    before, after = lowered(written.text), lowered(renamed(written.text))
    told = data.draw(cases(before.program.inputs))
    called = {
        renamed(name): [{renamed(key): value for key, value in record.items()} for record in fact]
        if isinstance(fact, list)
        else fact
        for name, fact in told.items()
    }
    one, two = run(before.program, Case(told)), run(after.program, Case(called))
    assert one.results == {binds: two.results[renamed(binds)] for binds in one.results}


@BOUNDED
@given(st.data(), policies())
def test_it_does_not_matter_whether_a_subject_stands_here_or_in_a_vocabulary(
    data: st.DataObject, written: Written
) -> None:
    moved = data.draw(st.sets(st.integers(0, len(written.subjects) - 1)))
    left = tuple(subject for number, subject in enumerate(written.subjects) if number not in moved)
    words = "词汇 共用词汇\n" + "".join(written.subjects)
    shared = compile_vocabulary(parse_together([Source("words.pol", words)]))
    policy = replace(written, subjects=left).text
    found = compile_policy([Source("policy.pol", policy)], [shared])
    assert not shared.findings
    assert {each.rule.name for each in found.findings} <= {"vocabulary-repeated"}
    before, after = lowered(written.text).program, found.lowered().program
    told = data.draw(cases(before.inputs))
    assert run(before, Case(told)).results == run(after, Case(told)).results


@BOUNDED
@given(st.data())
def test_a_band_may_be_cut_in_two(data: st.DataObject) -> None:
    bounds = sorted(data.draw(st.sets(st.sampled_from(FIGURES[1:]), min_size=2, max_size=4)))
    rates = [data.draw(st.sampled_from(("1%", "2.5%", "10%"))) for _ in bounds]
    where = data.draw(st.integers(0, len(bounds) - 1))
    above = bounds[where + 1] if where + 1 < len(bounds) else bounds[where] + 40
    cut = data.draw(st.integers(bounds[where] * 100, above * 100)) / 100
    assume(bounds[where] < cut < above)
    rows = list(zip(map(str, bounds), rates, strict=True))
    finer = [*rows[: where + 1], (f"{cut:.2f}", rates[where]), *rows[where + 1 :]]

    def text(table: Sequence[tuple[str, str]]) -> str:
        lines = "".join(f"      | 达到 {bound}元 | {rate} |\n" for bound, rate in table)
        head = "政策 示例措施\n对象 企业\n  收入：金额\n条 1 支持\n"
        return f"{head}  奖补 甲\n    支持对象：企业\n    分档：收入，分段\n{lines}"

    one, two = lowered(text(rows)), lowered(text(finer))
    told = data.draw(cases(one.program.inputs))
    assert run(one.program, Case(told)).results["甲/应得"] == run(two.program, Case(told)).results["甲/应得"]


@BOUNDED
@given(st.data(), policies(groups=False))
def test_a_group_of_one_is_that_one(data: st.DataObject, written: Written) -> None:
    member = data.draw(st.sampled_from([benefit.name for benefit in written.benefits]))
    how = data.draw(st.sampled_from(("叠加", "就高", "择一")))
    found = lowered(written.text + f"  组 单独：{member}\n    方式：{how}\n")
    told = data.draw(cases(found.program.inputs))
    outcome = run(found.program, Case(told))
    assert outcome.results["单独/合计"].value == outcome.results[f"{member}/应得"].value  # type: ignore[union-attr]


@BOUNDED
@given(st.data(), benefits("甲", doubts=False))
def test_what_is_computed_and_printed_may_stand_in_a_table_and_holds(data: st.DataObject, benefit: Benefit) -> None:
    """The figures we print are read again as what they are; a table computes what the program computes."""
    written = Written((), tuple(SUBJECTS.values()), (benefit,))
    found = lowered(written.text)
    plan = found.plans["甲"]
    program = found.slice(plan)
    told = _presumed(data.draw(cases(program.inputs)))
    assume(not plan.items or (told.get(plan.items) and all(told[plan.items])))
    result = results(run(program, Case(told)), plan.result)[0]
    assert isinstance(result.value, Interval)
    value = result.value
    shown = figures.award(value.low, value.high, opened=value.open).zh
    assume("至少" not in shown)
    table = _table(told, shown.removesuffix("之间"))
    assume(all(line.strip(" |") for line in table.splitlines()))  # a row of blanks is no row
    file = compile_policy([Source("policy.pol", written.text + table)])
    assert not [each for each in file.findings if each.severity is Severity.ERROR]
    assert file.policy is not None
    rows = list(run_table(file, file.policy.benefits[0], file.policy.benefits[0].tables[0]))
    assert [check.got.zh for row in rows for check in row.checks if not check.passed] == []
    assert [problem.message("zh") for row in rows for problem in row.problems] == []
    assert any(row.checks for row in rows)


# ── what the laws need ──


def _presumed(told: dict[str, Any]) -> dict[str, Any]:
    """Return the facts with history as a table presumes it: nothing earlier, nothing received."""
    whole: dict[str, Any] = {}
    for name, fact in told.items():
        if isinstance(fact, list):
            whole[name] = [_presumed(record) for record in fact]
        elif name.startswith("此前最高"):
            whole[name] = "无" if isinstance(fact, str) else 0
        elif name.startswith(("此前", "已领", "结转", "次数", "年数", "第")):
            whole[name] = False if isinstance(fact, bool) else 0
        else:
            whole[name] = fact
    return whole


def _table(told: dict[str, Any], shown: str) -> str:
    """Return a 示例 of one case: the firm's facts on its first row, a row for each project."""
    kinds = {"收入": "money", "支出": "money", "上级资金": "money", "投资": "money", "外购": "money"}

    def cells(record: dict[str, Any]) -> dict[str, str]:
        found = {}
        for name, fact in record.items():
            short = name.rpartition(".")[2]
            if "." in name and "·" not in name and not name.startswith(("此前", "推定", "项目.此前")):
                found[short] = figures.fact(fact, kinds.get(short, "")).zh
        return found

    firm = cells({name: fact for name, fact in told.items() if not isinstance(fact, list)})
    projects = [cells(record) for fact in told.values() if isinstance(fact, list) for record in fact] or [{}]
    columns = list(dict.fromkeys([*firm, *projects[0]]))
    lines = [f"      | 案例 | {' | '.join([*columns, '应得'])} |\n"]
    for number, project in enumerate(projects):
        held = {**firm, **project} if number == 0 else project
        row = [held.get(column, "") for column in columns]
        lines.append(f"      | {'一' if number == 0 else ''} | {' | '.join([*row, shown if number == 0 else ''])} |\n")
    return "    示例 一个案例\n" + "".join(lines)

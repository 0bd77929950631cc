"""What is said of a document's own days: its validity, its issue, its consultation, and the years its benefits name."""

from pathlib import Path

import pytest

from polc.diagnostics import Diagnostic
from polc.workspace import load
from polc.workspace.checked import findings

TIME = {
    "validity-missing", "issue-date-unknown", "validity-too-long", "trial-too-long", "effective-at-once",
    "draft-without-consultation-period", "outlives-policy", "retroactive", "window-outside-validity",
    "window-short-of-validity",
}  # fmt: skip
FACTS = """
对象 企业
  达标：是否
  投产年度：年度
  认定日期：日期
  引进年度：年度
  综合贡献额：金额，每年
条 1 奖励
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    """


def found(folder: Path, head: tuple[str, ...], *lines: str, title: str = "措施") -> list[Diagnostic]:
    file = folder / "policy.pol"
    body = "\n    ".join(lines or ("标准：5万元",))
    file.write_text(f"政策 {title}\n  " + "\n  ".join(head or ("简称：a",)) + FACTS + body + "\n", encoding="utf-8")
    return [each for each in findings(load([file])) if each.rule.name in TIME]


def names(folder: Path, head: tuple[str, ...], *lines: str, title: str = "措施") -> list[str]:
    return sorted(each.rule.name for each in found(folder, head, *lines, title=title))


ISSUED = ("状态：已印发", "印发日期：2026年3月2日", "施行：自印发之日", "有效期：至 2028年12月31日")


def test_a_sketch_of_a_few_lines_is_no_document(tmp_path: Path) -> None:
    assert names(tmp_path, ()) == []


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (("状态：已印发",), "没有写从哪天起施行，也没有写有效期"),
        (("文号：某政发〔2026〕1号",), "没有写从哪天起施行，也没有写有效期"),
        (("施行：自 2026年1月1日",), "没有写有效期"),
        (("有效期：至 2028年12月31日",), "没有写从哪天起施行"),
    ],
)
def test_a_document_says_from_when_and_until_when(tmp_path: Path, head: tuple[str, ...], said: str) -> None:
    (one,) = found(tmp_path, head)
    assert (one.rule.name, one.message("zh")) == ("validity-missing", said)


def test_silence_about_the_end_is_pointed_at_where_it_is_said(tmp_path: Path) -> None:
    (one,) = found(tmp_path, ("施行：自 2026年1月1日", "有效期：未写"))
    assert one.place.span.text == "有效期：未写"


def test_one_line_may_hold_both_days(tmp_path: Path) -> None:
    assert names(tmp_path, ("有效期：自 2026年1月1日 至 2028年12月31日",)) == []


def test_a_benefit_with_days_of_its_own_needs_none_of_the_policy(tmp_path: Path) -> None:
    own = ("施行：自 2026年1月1日", "有效期：至 2027年12月31日", "标准：5万元")
    assert names(tmp_path, ("状态：已印发",), *own) == []


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (("印发日期：未知", "施行：自印发之日", "有效期：3年"), ["issue-date-unknown"]),
        (("印发日期：未知", "施行：自印发之日", "有效期：至 2028年12月31日"), []),
        (("状态：已印发", "施行：自印发之日", "有效期：至 2028年12月31日"), ["issue-date-unknown"]),
        (("印发日期：未知", "施行：自 2026年1月1日", "有效期：3年"), []),
    ],
)
def test_an_unknown_issue_date_counts_where_days_hang_on_it(
    tmp_path: Path, head: tuple[str, ...], said: list[str]
) -> None:
    assert [name for name in names(tmp_path, head) if name == "issue-date-unknown"] == said


def test_a_draft_has_no_issue_date_yet(tmp_path: Path) -> None:
    head = ("状态：征求意见稿", "征求意见：2026年5月1日至6月1日", "印发日期：未知", "施行：自印发之日", "有效期：3年")
    assert names(tmp_path, head) == ["effective-at-once"]


@pytest.mark.parametrize(
    ("status", "valid", "said"),
    [
        ("已印发", "5年", []),
        ("已印发", "6年", ["validity-too-long"]),
        ("已印发", "至 2031年3月2日", []),
        ("已印发", "至 2031年3月3日", ["validity-too-long"]),
        ("试行", "2年", []),
        ("试行", "24个月", []),
        ("试行", "3年", ["trial-too-long"]),
        ("试行", "8年", ["trial-too-long"]),
    ],
)
def test_how_long_is_too_long(tmp_path: Path, status: str, valid: str, said: list[str]) -> None:
    head = (f"状态：{status}", "印发日期：2026年3月2日", "施行：自印发之日", f"有效期：{valid}")
    assert names(tmp_path, head) == said


def test_a_trial_is_known_by_its_title_too(tmp_path: Path) -> None:
    head = (*ISSUED[:3], "有效期：3年")
    assert names(tmp_path, head, title="若干措施（试行）") == ["trial-too-long"]
    assert names(tmp_path, head, title="若干措施") == []


def test_a_limit_names_its_source_and_how_sure_it_is(tmp_path: Path) -> None:
    (one,) = found(tmp_path, (*ISSUED[:3], "有效期：6年"))
    assert "转引" in one.notes[0].zh
    assert "quoted at second hand" in one.notes[0].en


@pytest.mark.parametrize(
    ("start", "said"),
    [("自印发之日", "自印发之日起施行"), ("自 2026年3月31日", "印发后第29日施行"), ("自 2026年4月1日", "")],
)
def test_thirty_days_lie_between_the_issue_and_the_start(tmp_path: Path, start: str, said: str) -> None:
    head = ("印发日期：2026年3月2日", f"施行：{start}", "有效期：至 2028年12月31日")
    assert [one.message("zh").partition("，")[0] for one in found(tmp_path, head)] == [said] * bool(said)


def test_what_is_issued_cannot_begin_later(tmp_path: Path) -> None:
    assert names(tmp_path, ISSUED) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("征求意见：2026年5月1日至5月30日", []),
        ("征求意见：2026年5月1日至2026年5月29日", ["draft-without-consultation-period"]),
        ("征求意见：2026-05-01 到 2026-05-20", ["draft-without-consultation-period"]),
        ("征求意见：2026年12月20日至2027年1月10日", ["draft-without-consultation-period"]),
        ("征求意见：见公告", []),
        ("征求意见：2026年5月1日起30日", []),
        ("征求意见：未写", ["draft-without-consultation-period"]),
        ("# 没有这一行", ["draft-without-consultation-period"]),
    ],
)
def test_a_draft_is_open_for_thirty_days(tmp_path: Path, line: str, said: list[str]) -> None:
    head = ("状态：征求意见稿", line, "施行：自 2027年9月1日", "有效期：至 2028年12月31日")
    assert names(tmp_path, head) == said


def test_a_draft_whose_head_is_empty_has_just_been_begun(tmp_path: Path) -> None:
    assert names(tmp_path, ("状态：征求意见稿",)) == ["validity-missing"]


YEARS = ("年序：自 引进年度 起", "分档：年序，查表", "  | 第1年至第3年 | 综合贡献额 × 50% |", "  | 其他 | 不奖 |")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("标准：6万元", "兑付：分 3年"), "分3年兑付"),
        (("标准：6万元", "兑付：分 3年", "存续兑付：未写，暂按 否"), "分3年兑付"),
        (("标准：6万元", "兑付：分 3年", "存续兑付：否"), ""),
        (("标准：6万元", "兑付：分 3年", "适用时点：兑付"), ""),
        (("标准：6万元", "兑付：先用后补"), ""),
        (YEARS, "给到第3年"),
        ((*YEARS, "存续兑付：第1年在有效期内的，至第3年"), ""),
        (("年序：自 2026年 起", *YEARS[1:]), ""),
        (("年序：自 2027年 起", *YEARS[1:]), "给到第3年"),
        (("标准：6万元", "年限：每家企业 2年"), ""),
        (("标准：6万元", "年限：每家企业 4年"), "可以连着给4年"),
        (("标准：6万元", "年限：每家企业 2年", "存续兑付：未写"), "可以连着给2年"),
    ],
)
def test_years_promised_beyond_the_end(tmp_path: Path, lines: tuple[str, ...], said: str) -> None:
    messages = [one.message("zh").partition("，")[0] for one in found(tmp_path, ISSUED, *lines)]
    assert messages == [f"“奖励”{said}"] * bool(said)


def test_a_policy_without_an_end_outlives_everything(tmp_path: Path) -> None:
    assert names(tmp_path, (), "标准：6万元", "兑付：分 3年") == []


def test_a_doubt_about_it_is_named(tmp_path: Path) -> None:
    doubt = ("疑义 尾款 “分三年”", "  读法 不付", "  读法 付", "    存续兑付：是")
    (one,) = found(tmp_path, ISSUED, "标准：6万元", "兑付：分 3年", "存续兑付：未写，暂按 否", *doubt)
    assert [note.zh for note in one.notes] == ["疑义“尾款”已经记着这件事"]


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("投产年度 在 2024年至2026年", ["retroactive", "window-short-of-validity"]),
        ("投产年度 在 2026年至2028年", []),
        ("投产年度 在 [2026年, 2028年)", ["window-short-of-validity"]),
        ("投产年度 = 2026年", ["window-short-of-validity"]),
        ("投产年度 在 2020年至2023年", []),
        ("投产年度 不早于 2024年", []),
        ("投产年度 不早于 2029年", ["window-outside-validity"]),
        ("达标 或 投产年度 不早于 2029年", []),
        ("达标 且 投产年度 不早于 2029年", ["window-outside-validity"]),
        ("认定日期 在 2026年1月1日 至 2028年12月31日", ["retroactive"]),
        ("认定日期 在 2026年3月2日 至 2028年12月30日", ["window-short-of-validity"]),
        ("认定日期 在 2029年1月1日 至 2029年12月31日", ["window-outside-validity"]),
    ],
)
def test_the_years_of_a_condition_against_the_validity(tmp_path: Path, condition: str, said: list[str]) -> None:
    assert names(tmp_path, ISSUED, f"条件：{condition}", "标准：5万元") == said


def test_a_past_window_is_outside_only_where_it_is_what_must_lie_in_force(tmp_path: Path) -> None:
    lines = ("条件：投产年度 在 2020年至2023年", "标准：5万元")
    assert names(tmp_path, ISSUED, *lines) == []
    (one,) = found(tmp_path, ISSUED, "适用时点：事件，按 投产年度", *lines)
    assert one.message("zh") == "“投产年度”只到 2023年 为止，2026年3月2日 才施行，谁也领不到"


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (("有效期：至 2027年12月31日",), []),
        (("施行：自 2029年1月1日", "有效期：至 2029年12月31日"), ["window-outside-validity"]),
        (("施行：自 2025年1月1日", "有效期：至 2025年12月31日"), ["window-outside-validity"]),
        (("施行：自 2027年1月1日",), []),
    ],
)
def test_a_benefit_has_its_days_inside_the_policy(tmp_path: Path, own: tuple[str, ...], said: list[str]) -> None:
    assert names(tmp_path, ISSUED, *own, "标准：5万元") == said


def test_a_start_before_the_issue_reaches_back(tmp_path: Path) -> None:
    (one,) = found(tmp_path, ("印发日期：2024年6月1日", "施行：自 2024年1月1日", "有效期：至 2026年12月31日"))
    assert one.message("zh") == "2024年1月1日 施行，2024年6月1日 才印发：以前的事也算"
    assert one.message("en") == "in force from 2024-01-01, issued only on 2024-06-01: what came before counts"


RULES = """\
政策 措施
  状态：已印发
  施行：{start}
  有效期：至 2028年12月31日
对象 细则
  完成日期：日期
条 1 细则
  要求 定细则
    原文：“{quote}”
    支持对象：细则
    须：完成日期 {due}
"""


@pytest.mark.parametrize(
    ("start", "quote", "due", "said"),
    [
        ("自印发之日", "30个工作日内完成细则制定", "在 印发日期 起 30个工作日内", 1),
        ("自印发之日", "30个工作日内完成细则制定", "不晚于 印发日期 起 30个工作日", 1),
        ("自 2026年9月1日", "30个工作日内完成细则制定", "在 印发日期 起 30个工作日内", 0),
        ("自印发之日", "30个工作日内报送总结", "在 印发日期 起 30个工作日内", 0),
        ("自印发之日", "细则在年底以前定", "不晚于 2026年12月31日", 0),
    ],
)
def test_rules_that_come_after_the_start(tmp_path: Path, start: str, quote: str, due: str, said: int) -> None:
    (tmp_path / "policy.pol").write_text(RULES.format(start=start, quote=quote, due=due), encoding="utf-8")
    names = [each.rule.name for each in findings(load([tmp_path]))]
    assert names.count("rules-due-after-start") == said

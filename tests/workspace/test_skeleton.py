"""The skeleton of an official text: whatever the text, it checks without an error."""

from hypothesis import given
from hypothesis import strategies as st

from polc.checks.draft import Checked
from polc.checks.quote_not_in_source import check
from polc.diagnostics import Severity
from polc.passes.pipeline import compile_policy
from polc.text import Source
from polc.workspace.skeleton import skeleton

PIECES = [
    *'。；：，、“”‘’《》#|×A①𠮷" \n\t\u3000\u200b\ufeff\u00a0',
    *("\n\n", "\r\n", "e\u0301", "👨\u200d👩\u200d👧", "3.5亿元", "政策 甲", "条 1 乙", "原文：", "示例"),
    *("措施", "若干政策", "（征求意见稿）", "一、", "二、", "（一）", "(二)", "1.", "2．", "第一条", "第二章"),
    *("给予最高50万元补助", "对企业", "达到30万元（含）以上的", "（责任单位：市发改委）"),
    "〔牵头单位：市数据局；配合单位：市财政局〕",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(["zh", "en"]))
def test_whatever_the_text_its_skeleton_has_no_error(text: str, language: str) -> None:
    official = Source("source.txt", text)
    written = skeleton(official, "demo", language, "draft.txt")  # type: ignore[arg-type]
    compiled = compile_policy([Source("policy.pol", written)])
    assert [each.message("zh") for each in compiled.findings if each.severity is Severity.ERROR] == []
    assert compiled.policy is not None
    found = check(Checked(compiled, compiled.policy, official))
    assert [each.message("zh") for each in found] == []


@given(st.text(max_size=200), st.sampled_from(["zh", "en"]))
def test_any_text_at_all_has_one(text: str, language: str) -> None:
    written = skeleton(Source("source.txt", text), "demo", language, "draft.txt")  # type: ignore[arg-type]
    assert skeleton(Source("source.txt", text), "demo", language, "draft.txt") == written  # type: ignore[arg-type]


def test_a_long_paragraph_is_cut_at_its_sentences_but_not_inside_a_quotation() -> None:
    inner = "“先用后补。年度清算”"
    text = f"（一）补贴。{'甲' * 60}{inner}。{'乙' * 60}。丙。"
    written = skeleton(Source("source.txt", text), "demo", "zh", "draft.txt")
    quotes = [line.strip() for line in written.splitlines() if line.strip().startswith("原文：")]
    assert quotes == [f"原文：“{'甲' * 60}{inner}”", f"原文：“{'乙' * 60}”", "原文：“丙”"]


def test_a_first_sentence_too_long_for_a_title_is_quoted_too() -> None:
    sentence = "强化人工智能领域技术攻关，实施科技专项，采取竞争性立项、定向委托等方式，单个项目最高支持100万元"
    written = skeleton(Source("source.txt", f"1.{sentence}。\n2.鼓励。"), "demo", "zh", "draft.txt")
    assert "条 1 强化人工智能领域技术攻关…\n" in written
    assert f"原文：“{sentence}”" in written


def test_what_stands_behind_the_last_clause_is_no_part_of_it() -> None:
    text = "（一）甲。给予5万元。\n（二）乙。给予6万元。\n（三）丙。给予7万元。\n本措施自印发之日起施行。"
    written = skeleton(Source("source.txt", text), "demo", "zh", "draft.txt")
    assert written.endswith("条 文末\n  宣示\n    原文：“本措施自印发之日起施行”\n")


def test_what_the_text_seems_to_say_of_the_policy_stands_in_comments() -> None:
    text = (
        "示政发〔2026〕12号\n示范市若干措施\n2026年3月1日\n"
        "第一条 甲。给予5万元。\n第二条 本措施自印发之日起施行，有效期至2028年12月31日。\n"
    )
    for language, lines in (
        ("zh", ["文号：示政发〔2026〕12号", "印发日期：2026年3月1日", "施行：自印发之日", "有效期：至 2028年12月31日"]),
        ("en", ["number: 示政发〔2026〕12号", "issued: 2026-03-01", "in_force: from issue", "valid: to 2028-12-31"]),
    ):
        written = skeleton(Source("source.txt", text), "demo", language, "draft.txt")  # type: ignore[arg-type]
        assert [line[4:] for line in written.splitlines() if line[4:] in lines and line.startswith("  # ")] == lines
        awake = "\n".join(f"  {line[4:]}" if line[4:] in lines else line for line in written.splitlines()) + "\n"
        compiled = compile_policy([Source("policy.pol", awake)])
        assert [each.message("zh") for each in compiled.findings if each.severity is Severity.ERROR] == []


def test_what_the_text_says_twice_and_differently_is_not_suggested() -> None:
    text = "第一条 有效期3年。\n第二条 有效期至2028年12月31日。自2026年1月1日起施行，自发布之日起实施。\n"
    written = skeleton(Source("source.txt", text), "demo", "zh", "draft.txt")
    assert "# 有效期" not in written
    assert "# 施行" not in written


def test_a_heading_of_its_own_line_may_hold_a_comma() -> None:
    text = (
        "一、支持研发，激发活力\n（一）支持甲，鼓励乙\n给予5万元。\n（二）支持丙，鼓励丁，给予9万元。\n（三）戊。己。\n"
    )
    written = skeleton(Source("source.txt", text), "demo", "zh", "draft.txt")
    assert "章 一 支持研发，激发活力\n" in written
    assert "条 （一） 支持甲，鼓励乙\n" in written
    assert "条 （二） 支持丙…\n" in written
    assert "原文：“支持丙，鼓励丁，给予9万元”" in written


def test_a_duty_is_no_title() -> None:
    written = skeleton(Source("source.txt", "1.各部门负责制定办法。就高执行。\n2.乙。"), "demo", "zh", "draft.txt")
    assert "原文：“各部门负责制定办法。就高执行”" in written


def test_a_table_is_told_apart() -> None:
    text = "（一）甲。见下表：\n｜ 收入 ｜ 奖励 ｜\n｜ 1亿元 ｜ 5万元 ｜\n（二）乙。丙。\n"
    written = skeleton(Source("source.txt", text), "demo", "zh", "draft.txt")
    assert "    # 原文这里是表格：给钱的各档写成“分档”的表\n    原文：“｜ 收入 ｜ 奖励 ｜”\n" in written

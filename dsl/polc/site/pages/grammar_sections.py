"""The sections of the page of the grammar: which rules stand together, and where it is told what they mean."""

from __future__ import annotations

from dataclasses import dataclass

from polc.diagnostics import Words


@dataclass(frozen=True, slots=True)
class Section:
    """Rules that belong together, with the page of the language that tells what they mean, and an example."""

    id: str
    title: Words
    told: Words
    page: str
    rules: tuple[str, ...]


SECTIONS = (
    Section(
        "file",
        Words("文件和块", "The file and its blocks"),
        Words(
            "一行一件事。块以关键词和名称开头，后面的行归最近的、收这种行的块；次序不限。",
            "One thing a line. A block begins with its keyword and a name; a line belongs to the nearest block that "
            "takes it, in any order.",
        ),
        "file-and-policy",
        (
            "block_file",
            "block_policy",
            "block_chapter",
            "block_clause",
            "numbered",
            "named",
            "silence",
            "block_vocabulary",
        ),
    ),
    Section(
        "facts",
        Words("对象和事实", "Subjects and facts"),
        Words("谁，以及知道它的什么。", "Who, and what is known of them."),
        "subjects-and-facts",
        (
            "block_subject",
            "subject",
            "owners",
            "owner",
            "kinds",
            "fact_line",
            "fact",
            "fact_part",
            "block_define",
            "block_external",
        ),
    ),
    Section(
        "conditions",
        Words("条件", "Conditions"),
        Words(
            "且比或先算；比较的两头可以是式子。",
            "And binds tighter than or; both sides of a comparison may be formulas.",
        ),
        "conditions-and-bounds",
        (
            "condition",
            "conjunction",
            "conjunct",
            "elliptical",
            "negation",
            "comparison",
            "test",
            "edged",
            "between",
            "bracketed",
            "point",
            "level_bound",
            "since",
            "first_line",
        ),
    ),
    Section(
        "amounts",
        Words("金额和式子", "Amounts and formulas"),
        Words(
            "乘除先算；最高写在它管的那个数前面。",
            "Times and divide bind tighter; up_to stands before the figure it bounds.",
        ),
        "benefits",
        ("sum", "product", "unary", "atom", "literal"),
    ),
    Section(
        "benefits",
        Words("奖补", "Benefits"),
        Words("给谁、凭什么、给多少，一行一件。", "For whom, on what condition, how much: a line each."),
        "benefits",
        ("block_benefit", "names", "per", "scope"),
    ),
    Section(
        "tiers",
        Words("分档的表", "Tables of tiers"),
        Words(
            "分档一行后面一张表，一行一档，最后一格是给多少。",
            "A table follows the line, a tier a row; its last cell says what is paid.",
        ),
        "tiers",
        ("tiers", "tier_option", "tier_row", "tier_test"),
    ),
    Section(
        "limits",
        Words("限额", "Limits"),
        Words("最多多少、几次、几年、怎么取整。", "How much at most, how often, how many years, how rounded."),
        "limits",
        ("cap", "capped", "limit", "counted", "so_many", "rounding"),
    ),
    Section(
        "groups",
        Words("组和资金池", "Groups and pools"),
        Words("几项奖补怎么合并；钱从哪里出。", "How benefits combine; where the money comes from."),
        "groups",
        ("block_group", "members", "how", "how_part", "block_pool", "pool", "quota"),
    ),
    Section(
        "time",
        Words("时间和兑付", "Time and payout"),
        Words(
            "从哪天到哪天，分几年付，什么时候停、追回。",
            "From which day to which, in how many parts it is paid, when it stops or is clawed back.",
        ),
        "payout-and-time",
        (
            "in_force",
            "validity",
            "tested_on",
            "convention",
            "said",
            "deadline",
            "payout",
            "payout_part",
            "year_index",
            "run_off",
            "claw_back",
        ),
    ),
    Section(
        "duties",
        Words("要求、通则、不计算的话", "Duties, general rules, passages"),
        Words(
            "要求谁做到什么；管几条的话；只引不算的话。",
            "What is required of whom; what holds across clauses; what is quoted and does not compute.",
        ),
        "requirements-and-passages",
        ("block_require", "block_rule", "on_top_of", "block_exhort", "block_refer", "block_open", "known"),
    ),
    Section(
        "doubts",
        Words("疑义和读法", "Doubts and readings"),
        Words(
            "同一句话读得出两种意思的，每一种写成一个读法。",
            "Where a sentence can be read in several ways, each is a reading.",
        ),
        "doubts-and-readings",
        ("block_doubt", "block_reading"),
    ),
    Section(
        "examples",
        Words("示例和情景的表", "Tables of examples and scenarios"),
        Words(
            "表就是测试：表头说列，一行一个情形。", "A table is a test: its head names the columns, a row is a case."
        ),
        "examples",
        (
            "block_example",
            "block_scenario",
            "givens",
            "given",
            "header",
            "column",
            "row",
            "cell",
            "input",
            "expected",
            "expected_amount",
            "ensure",
        ),
    ),
)

"""The one table of words: every line and every word reserved in values, in Chinese and English.

Grammar, formatter, colouring, completion and reference are made from it. Guarantees (kept by tests/house): Chinese and
English are one to one over lines and over words; no word is a choice.

- A **line** is a keyword only as the first word of a line, so ``上限`` inside an expression is just a name.
- A **word** is reserved in every value. The grammar knows only its ``type``, so a new comparison word is one row.
- A **choice** means something in its slot only and is not reserved; ``choices`` holds them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from polc.model.expressions import Relation
from polc.syntax.choices import choices

Form: TypeAlias = Literal["line", "head", "both"]
"""``关键词：值`` is a line, ``关键词 名字`` a head; 宣示 and its like may be either."""


@dataclass(frozen=True, slots=True)
class LineWord:
    """A keyword that begins a line.

    ``shape`` says how its value is read (of a head: what stands behind the keyword); ``owners`` are the blocks that
    take it (``file`` is the top); ``repeatable`` lines add up, others may stand once in a block; ``table`` says that
    rows may follow.
    """

    id: str
    zh: str
    shape: str
    owners: tuple[str, ...]
    form: Form = "line"
    repeatable: bool = False
    table: bool = False

    @property
    def en(self) -> str:
        """The English word, which is the id."""
        return self.id

    @property
    def opens(self) -> bool:
        """Whether the keyword can open a block."""
        return self.form != "line"


@dataclass(frozen=True, slots=True)
class Word:
    """A word reserved in values. ``glue``: it needs no blank after it, so that names cannot begin with it.

    A comparison word says which ``relation`` it stands for.
    """

    id: str
    zh: str
    en: str
    type: str
    glue: bool = False
    relation: Relation | None = None


TOP = ("file", "chapter")
CLAUSE = (*TOP, "clause")
STATEMENTS = ("exhort", "refer", "open")
AWARDING = ("benefit",)
DEPARTMENTS = ("policy", "chapter", "clause", "benefit", "require", *STATEMENTS, "pool", "group", "rule")
QUOTED = ("clause", "benefit", "require", *STATEMENTS, "group", "pool", "external", "define", "subject", "rule")
DOUBTED = ("policy", "clause", "benefit", "group", "require", "pool", "rule")
PROVED = (*CLAUSE, "benefit", "group", "require")
EVERYWHERE = (
    "file",
    "policy",
    "chapter",
    "clause",
    "benefit",
    "group",
    "require",
    "pool",
    "subject",
    "external",
    "define",
    "rule",
    *STATEMENTS,
)

_LINES: tuple[LineWord, ...] = (
    # the file
    LineWord("policy", "政策", "title", ("file",), "head"),
    LineWord("id", "简称", "free", ("policy",)),
    LineWord("status", "状态", "choice:status", ("policy",)),
    LineWord("number", "文号", "free", ("policy",)),
    LineWord("issued", "印发日期", "date", ("policy",)),
    LineWord("in_force", "施行", "in_force", ("policy", "clause", "benefit")),
    LineWord("valid", "有效期", "validity", ("policy", "clause", "benefit")),
    LineWord("convention", "约定", "convention", ("policy",), repeatable=True),
    LineWord("tested_on", "适用时点", "tested_on", ("policy", "clause", "benefit")),
    LineWord("source", "原文文件", "free", ("policy",)),
    LineWord("previous", "前版", "free", ("policy",)),
    LineWord("interpreter", "解释", "free", ("policy",)),
    LineWord("lead", "牵头", "free", DEPARTMENTS),
    LineWord("with", "配合", "free", DEPARTMENTS),
    LineWord("consultation", "征求意见", "free", ("policy",)),
    LineWord("superior_first", "上级优先", "free", ("policy",)),
    LineWord("vocabulary", "词汇", "title", ("file",), "head"),
    LineWord("import", "引用", "free", ("file", "policy", "vocabulary"), repeatable=True),
    LineWord("chapter", "章", "numbered", ("file",), "head"),
    LineWord("clause", "条", "numbered", TOP, "head"),
    LineWord("anchor", "标识", "free", ("chapter", "clause")),
    # things
    LineWord("subject", "对象", "subject", CLAUSE, "head"),
    LineWord("owned_by", "归属", "owners", ("subject",), repeatable=True),
    LineWord("is_a", "是", "kinds", ("subject",), repeatable=True),
    LineWord("define", "定义", "name:formula", CLAUSE, "head"),
    LineWord("law", "约束", "condition", CLAUSE, repeatable=True),
    LineWord("external", "外部", "name:fact", CLAUSE, "head"),
    LineWord("scope", "适用", "condition", ("file",), repeatable=True),
    LineWord("rule", "通则", "name", CLAUSE, "head"),
    LineWord("over", "范围", "free", ("rule",)),
    LineWord("also", "也适用", "condition", ("rule",), repeatable=True),
    LineWord("only", "只适用", "condition", ("rule",), repeatable=True),
    LineWord("mood", "奖补口径", "choice:mood", ("rule",)),
    # benefits
    LineWord("benefit", "奖补", "name", CLAUSE, "head"),
    LineWord("quote", "原文", "quote", QUOTED, repeatable=True),
    LineWord("for", "支持对象", "names", ("benefit", "require")),
    LineWord("payee", "领取人", "names", AWARDING),
    LineWord("per", "享受", "per", AWARDING),
    LineWord("when", "条件", "condition", ("benefit", "require"), repeatable=True),
    LineWord("except", "不予支持", "condition", AWARDING, repeatable=True),
    LineWord("first_time", "首次", "first_line", AWARDING, repeatable=True),
    LineWord("pay", "标准", "amount", AWARDING),
    LineWord("tiers", "分档", "tiers", AWARDING, table=True),
    LineWord("minimum", "不足不发", "amount", AWARDING),
    LineWord("at_least", "保底", "amount", AWARDING),
    LineWord("round", "取整", "rounding", ("benefit", "group")),
    LineWord("cap", "上限", "cap", ("benefit", "group"), repeatable=True),
    LineWord("times", "次数", "counted", ("benefit", "group"), repeatable=True),
    LineWord("years", "年限", "counted", ("benefit", "group"), repeatable=True),
    LineWord("year_index", "年序", "year_index", AWARDING),
    LineWord("on_top_of", "叠加于", "on_top_of", AWARDING, repeatable=True),
    LineWord("payout", "兑付", "payout", AWARDING),
    LineWord("stop", "停付", "condition", AWARDING, repeatable=True),
    LineWord("claw_back", "追回", "claw_back", AWARDING, repeatable=True),
    LineWord("run_off", "存续兑付", "run_off", AWARDING),
    LineWord("use", "用途", "free", AWARDING),
    LineWord("require", "要求", "name", CLAUSE, "head"),
    LineWord("limited", "限额", "condition", ("require",), repeatable=True),
    LineWord("must", "须", "condition", ("require",), repeatable=True),
    LineWord("exhort", "宣示", "quote", CLAUSE, "both", repeatable=True),
    LineWord("refer", "另行规定", "quote", CLAUSE, "both", repeatable=True),
    LineWord("open", "待定", "quote", CLAUSE, "both", repeatable=True),
    # together
    LineWord("group", "组", "name:members", CLAUSE, "head"),
    LineWord("members", "成员", "members", ("group",)),
    LineWord("how", "方式", "how", ("group",)),
    LineWord("carve_out", "例外依据", "quote", ("group", "benefit"), repeatable=True),
    LineWord("share", "分摊", "choice:share", ("group",)),
    LineWord("pool", "资金池", "name:pool", CLAUSE, "head"),
    LineWord("from_pool", "出自", "names", ("benefit", "group", "pool")),
    LineWord("excess", "超出", "choice:excess", ("pool",)),
    LineWord("quota", "名额", "quota", ("benefit", "group", "pool")),
    # proof
    LineWord("doubt", "疑义", "name", DOUBTED, "head"),
    LineWord("reading", "读法", "name", ("doubt",), "head"),
    LineWord("example", "示例", "free", PROVED, "head", table=True),
    LineWord("scenario", "情景", "free", PROVED, "head", table=True),
    LineWord("given", "假定", "givens", ("example", "scenario"), repeatable=True),
    LineWord("rows_from", "来自", "free", ("example", "scenario")),
    LineWord("ensure", "应成立", "ensure", PROVED, repeatable=True),
    LineWord("known", "已知问题", "known", EVERYWHERE, repeatable=True),
)

LINES: dict[str, LineWord] = {row.id: row for row in _LINES}

NOT_IN_READINGS = frozenset(("doubt", "example", "scenario", "ensure", "known", "quote", "import"))
"""Lines a 读法 never owns: they close it and go to the block that does."""

NO_TITLE_NEEDED = frozenset(("example", "scenario", "exhort", "refer", "open"))
"""Heads that may stand without a name."""

_WORDS: tuple[Word, ...] = (
    Word("reaches", "达到", "reaches", "CMP", relation=Relation.GE),
    Word("exceeds", "超过", "exceeds", "CMP", relation=Relation.GT),
    Word("not_exceeding", "不超过", "not_exceeding", "CMP", relation=Relation.LE),
    Word("not_below", "不低于", "not_below", "CMP", relation=Relation.GE),
    Word("not_less_than", "不少于", "not_less_than", "CMP", relation=Relation.GE),
    Word("not_smaller_than", "不小于", "not_smaller_than", "CMP", relation=Relation.GE),
    Word("not_above", "不高于", "not_above", "CMP", relation=Relation.LE),
    Word("not_more_than", "不多于", "not_more_than", "CMP", relation=Relation.LE),
    Word("not_greater_than", "不大于", "not_greater_than", "CMP", relation=Relation.LE),
    Word("no_fewer_than", "至少", "no_fewer_than", "CMP", relation=Relation.GE),
    Word("at_most", "至多", "at_most", "CMP", relation=Relation.LE),
    Word("short_of", "不满", "short_of", "CMP", relation=Relation.LT),
    Word("below", "低于", "below", "CMP", relation=Relation.LT),
    Word("less_than", "不足", "less_than", "CMP", relation=Relation.LT),
    Word("not_up_to", "不到", "not_up_to", "CMP", relation=Relation.LT),
    Word("fewer_than", "少于", "fewer_than", "CMP", relation=Relation.LT),
    Word("above", "高于", "above", "CMP", relation=Relation.GT),
    Word("more_than", "多于", "more_than", "CMP", relation=Relation.GT),
    Word("greater_than", "大于", "greater_than", "CMP", relation=Relation.GT),
    Word("smaller_than", "小于", "smaller_than", "CMP", relation=Relation.LT),
    Word("completes", "满", "completes", "CMP", relation=Relation.GE),
    Word("breaks", "突破", "breaks", "CMP", relation=Relation.GT),  # unless the 约定 says otherwise
    Word("before", "早于", "before", "CMP", relation=Relation.LT),
    Word("after", "晚于", "after", "CMP", relation=Relation.GT),
    Word("not_before", "不早于", "not_before", "CMP", relation=Relation.GE),
    Word("not_after", "不晚于", "not_after", "CMP", relation=Relation.LE),
    Word("equals", "等于", "equals", "CMP", relation=Relation.EQ),
    Word("differs_from", "不等于", "differs_from", "CMP", relation=Relation.NE),
    Word("and_above", "及以上", "and_above", "EDGE", glue=True, relation=Relation.GE),
    Word("and_below", "及以下", "and_below", "EDGE", glue=True, relation=Relation.LE),
    Word("or_more", "以上", "or_more", "EDGE", glue=True, relation=Relation.ABOVE),
    Word("or_less", "以下", "or_less", "EDGE", glue=True, relation=Relation.BELOW),
    Word("within", "以内", "within", "EDGE", glue=True, relation=Relation.BELOW),
    Word("inside", "内", "inside", "EDGE", relation=Relation.BELOW),
    Word("or_later", "以后", "or_later", "EDGE", glue=True, relation=Relation.ABOVE),
    Word("or_earlier", "以前", "or_earlier", "EDGE", glue=True, relation=Relation.BELOW),
    Word("and", "且", "and", "AND"),
    Word("or", "或", "or", "OR"),
    Word("not", "非", "not", "NOT"),
    Word("in", "在", "in", "IN"),
    Word("etc", "等", "etc", "ETC"),
    Word("up_to", "最高", "up_to", "UPTO"),
    Word("open", "待定", "open", "OPEN"),
    Word("and_open", "另有待定", "and_open", "ANDOPEN"),
    Word("nothing", "不奖", "nothing", "NOTHING"),
    Word("otherwise", "其他", "otherwise", "OTHERWISE"),
    Word("first_time", "首次", "first_time", "FIRST"),
    Word("earlier_max", "此前最高", "earlier_max", "EARLIER"),
    Word("received", "已领", "received", "RECEIVED"),
    Word("sum", "总和", "sum", "SUM"),
    Word("count", "个数", "count", "COUNTOF"),
    Word("lesser", "较小", "lesser", "PICK"),
    Word("greater", "较大", "greater", "PICK"),
    Word("yearly", "每年", "yearly", "PERYEAR", glue=True),
    Word("each_time", "每次", "each_time", "PERTIME", glue=True),
    Word("per_tier", "每档", "per_tier", "PERTIER", glue=True),
    Word("per", "每", "per", "PER", glue=True),
    Word("single", "单个", "single", "PER", glue=True),
    Word("once", "一次", "once", "ONCE"),
    Word("to_date", "累计", "to_date", "TODATE"),
    Word("from", "自", "from", "FROM"),
    Word("to", "至", "to", "TO"),
    Word("onward", "起", "onward", "ONWARD"),
    Word("to_the", "到", "to_the", "TOTHE"),
    Word("less", "减", "less", "LESS"),
    Word("means", "即", "means", "MEANS"),
    Word("by", "按", "by", "BY"),
    Word("span", "期间", "span", "SPAN"),
    Word("lower_first", "先领低额时", "lower_first", "LOWER"),
    Word("spread", "分", "spread", "SPREAD"),
    Word("surplus", "超出部分", "surplus", "SURPLUS"),
    Word("begun_in_force", "在有效期内的", "begun_in_force", "BEGUN"),
    Word("touches", "触及", "touches", "TOUCHES"),
    Word("to_confirm", "待核", "to_confirm", "TOCONFIRM"),
    Word("presume", "暂按", "presume", "PRESUME", glue=True),
)

WORDS: dict[str, Word] = {row.id: row for row in _WORDS}

_SYNONYMS: dict[str, str] = {
    "reaches": "达 达到或超过 达到或者超过",
    "exceeds": "超出 高出 多出 超 over",
    "not_exceeding": "未超过 不超出 未超出 不得超过 不得超出 no_more_than",
    "not_below": "不得低于 未低于 高于或等于 no_lower_than",
    "not_less_than": "不得少于 未少于 no_less_than",
    "not_smaller_than": "不得小于 大于等于 大于或等于 大于或者等于 greater_than_or_equal_to",
    "not_above": "不得高于 未高于 低于或等于",
    "not_more_than": "不得多于 未多于",
    "not_greater_than": "不得大于 小于等于 小于或等于 小于或者等于 less_than_or_equal_to",
    "no_fewer_than": "最少 至少达到 at_least",
    "at_most": "最多",
    "short_of": "未满",
    "below": "under",
    "less_than": "未足",
    "not_up_to": "未达到 未达 达不到 没有达到 没达到",
    "greater_than": "larger_than bigger_than",
    "before": "先于",
    "after": "迟于 later_than",
    "not_before": "不先于 no_earlier_than",
    "not_after": "不迟于 no_later_than",
    "equals": "为 等同于 is",
    "differs_from": "不为 不是 is_not",
    "and": "并且 而且 同时 且同时",
    "or": "或者 或是",
    "not": "并非",
    "in": "属于",
    "up_to": "最高可达",
    "yearly": "每年度",
    "per": "every",
}

ALIASES: dict[str, str] = {alias: id_ for id_, words in _SYNONYMS.items() for alias in words.split()}
"""Other ways to write a reserved word that are read but never written."""


@cache
def line_words() -> dict[str, LineWord]:
    """Return the lines by their Chinese and by their English word."""
    return {word: row for row in _LINES for word in (row.zh, row.en)}


@cache
def reserved_words() -> dict[str, Word]:
    """Return the reserved words by their Chinese and by their English word."""
    words = {word: row for row in _WORDS for word in (row.zh, row.en)}
    return words | {alias: WORDS[id_] for alias, id_ in ALIASES.items()}


@cache
def columns() -> dict[str, str]:
    """Return the roles of table columns by the words that name them; three of them are reserved words."""
    roles = {word: row.id for word, row in choices("column").items()}
    for role, word in (("to_date", "to_date"), ("received", "received"), ("step", "touches")):
        roles[WORDS[word].zh] = role
        roles[WORDS[word].en] = role
    return roles


@cache
def facts() -> dict[str, str]:
    """Return the kinds of facts by the words that name them; 个数 is also a reserved word."""
    kinds = {word: row.id for word, row in choices("fact").items()}
    kinds[WORDS["count"].zh] = kinds[WORDS["count"].en] = "count"
    return kinds


def taken_by(row: LineWord, block: str, doubted: str = "") -> bool:
    """Whether a block of this key owns the line; for a 读法, ``doubted`` is the block its 疑义 stands in."""
    if block != "reading":
        return block in row.owners
    if row.id in NOT_IN_READINGS or row.form == "head":
        return False
    return doubted in row.owners or (doubted == "policy" and "file" in row.owners)

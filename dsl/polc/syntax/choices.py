"""The choices: words that mean something in their own slot only (取高档 after 分档), and are not reserved.

Guarantees (kept by tests/house): Chinese and English are one to one inside each group; no choice is a reserved word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class ChoiceWord:
    """A word that has a meaning in the slot ``group`` only."""

    id: str
    zh: str
    en: str
    group: str


CHOICES: tuple[ChoiceWord, ...] = (
    ChoiceWord("silent", "未写", "silent", "absence"),
    ChoiceWord("none", "无", "none", "absence"),
    ChoiceWord("unknown", "未知", "unknown", "absence"),
    ChoiceWord("yes", "是", "yes", "truth"),
    ChoiceWord("no", "否", "no", "truth"),
    ChoiceWord("draft", "征求意见稿", "draft", "status"),
    ChoiceWord("trial", "试行", "trial", "status"),
    ChoiceWord("issued", "已印发", "issued", "status"),
    ChoiceWord("repealed", "已废止", "repealed", "status"),
    ChoiceWord("event", "事件", "event", "tested_on"),
    ChoiceWord("filing", "申报", "filing", "tested_on"),
    ChoiceWord("payment", "兑付", "payment", "tested_on"),
    ChoiceWord("from_issue", "印发之日", "issue", "in_force"),
    ChoiceWord("inclusive", "含本数", "inclusive", "inclusion"),
    ChoiceWord("exclusive", "不含本数", "exclusive", "inclusion"),
    ChoiceWord("expiry", "期满", "expiry", "expiry"),
    ChoiceWord("day_before", "前一日", "day_before", "expiry_day"),
    ChoiceWord("same_day", "对应日", "same_day", "expiry_day"),
    ChoiceWord("money", "金额", "money", "fact"),
    ChoiceWord("rate", "比例", "rate", "fact"),
    ChoiceWord("number", "数值", "number", "fact"),
    ChoiceWord("truth", "是否", "truth", "fact"),
    ChoiceWord("date", "日期", "date", "fact"),
    ChoiceWord("year", "年度", "year", "fact"),
    ChoiceWord("duration", "时长", "duration", "fact"),
    ChoiceWord("highest", "取高档", "highest", "tiers"),
    ChoiceWord("marginal", "分段", "marginal", "tiers"),
    ChoiceWord("each", "逐档", "each", "tiers"),
    ChoiceWord("step_up", "晋级补差", "step_up", "tiers"),
    ChoiceWord("lookup", "查表", "lookup", "tiers"),
    ChoiceWord("previous_tier", "前档额", "previous_tier", "less"),
    ChoiceWord("down", "去尾", "down", "rounding"),
    ChoiceWord("up", "进一", "up", "rounding"),
    ChoiceWord("half_up", "四舍五入", "half_up", "rounding"),
    ChoiceWord("highest", "就高", "highest", "order"),
    ChoiceWord("carry", "结转", "carry", "surplus"),
    ChoiceWord("lost", "不结转", "lost", "surplus"),
    ChoiceWord("资金", "资金", "funds", "open"),
    ChoiceWord("项目", "项目", "project", "open"),
    ChoiceWord("服务", "服务", "service", "open"),
    ChoiceWord("rates_up_to", "比例均为最高", "rates_up_to", "mood"),
    ChoiceWord("add", "叠加", "add", "how"),
    ChoiceWord("highest", "就高", "highest", "how"),
    ChoiceWord("choose", "择一", "choose", "how"),
    ChoiceWord("replace", "替代", "instead", "how"),
    ChoiceWord("each_award", "逐笔", "each_award", "grain"),
    ChoiceWord("each_item", "逐项", "each_item", "grain"),
    ChoiceWord("this_year", "当年", "this_year", "span"),
    ChoiceWord("in_force", "有效期内", "in_force", "span"),
    ChoiceWord("ever", "终身", "ever", "span"),
    ChoiceWord("difference", "补差", "difference", "lower_first"),
    ChoiceWord("nothing", "不补", "no_difference", "lower_first"),
    ChoiceWord("give_back", "退回", "give_back", "lower_first"),
    ChoiceWord("everything", "全部奖补", "all_benefits", "members"),
    ChoiceWord("of_paid", "已付的", "of_paid", "claw_back"),
    ChoiceWord("pro_rata", "按比例", "pro_rata", "share"),
    ChoiceWord("last_bears", "末项先减", "last_bears", "share"),
    ChoiceWord("first_bears", "首项先减", "first_bears", "share"),
    ChoiceWord("pro_rata", "按比例折算", "pro_rata", "excess"),
    ChoiceWord("first_come", "先到先得", "first_come", "excess"),
    ChoiceWord("defer", "递延", "defer", "excess"),
    ChoiceWord("meets", "符合", "meets", "verdict"),
    ChoiceWord("fails", "不符合", "fails", "verdict"),
    ChoiceWord("undecided", "不能判定", "undecided", "verdict"),
    ChoiceWord("item", "单项", "item", "column"),
    ChoiceWord("award", "应得", "award", "column"),
    ChoiceWord("total", "合计", "total", "column"),
    ChoiceWord("granted", "核定", "granted", "column"),
    ChoiceWord("verdict", "结论", "verdict", "column"),
    ChoiceWord("paid", "兑付", "paid", "column"),
    ChoiceWord("amount_limit", "额度", "amount_limit", "column"),
    ChoiceWord("term_limit", "期限", "term_limit", "column"),
    ChoiceWord("times_limit", "次数", "times_limit", "column"),
    ChoiceWord("taken_back", "收回", "taken_back", "column"),
    ChoiceWord("carried_in", "上年结转", "carried_in", "column"),
    ChoiceWord("carried_on", "结转下年", "carried_on", "column"),
    ChoiceWord("case", "案例", "case", "column"),
    ChoiceWord("applicant", "申请人", "applicant", "column"),
    ChoiceWord("year", "年度", "year", "column"),
    ChoiceWord("note", "说明", "note", "column"),
)


_OTHERS: dict[str, str] = {
    "金额": "万元 元 亿元 钱 货币 资金额 currency amount",
    "比例": "百分比 百分数 率 比率 percent percentage ratio",
    "数值": "数字 小数 浮点数 数 decimal float",
    "个数": "人数 整数 数量 个 家数 int integer",
    "是否": "布尔 布尔值 真假 有无 是或否 bool boolean",
    "日期": "时间 日 天 day time",
    "年度": "年份 年 years",
    "时长": "期限 时间长度 月数 天数 period",
    "已印发": "正式 正式印发 印发 有效 现行 已发布 生效 published final",
    "征求意见稿": "草案 征求意见 草稿 公开征求意见稿",
    "已废止": "废止 失效 作废 已失效",
    "申报": "申请 申报时 申请时 apply",
    "事件": "行为 发生 发生时",
    "兑付": "拨付 发放 支付",
    "就高": "就高不重复 从高 就高享受 取高 取最高 max",
    "择一": "任选一项 只选一项 择一享受 择优 二选一",
    "叠加": "累加 同享 可叠加 相加",
    "取高档": "最高档 就高 取最高档 按最高档 top",
    "分段": "累进 分段累进 分段计算 超额累进",
    "去尾": "舍去 截断 向下 向下取整 floor",
    "进一": "向上 向上取整 ceil",
    "含本数": "均含本数 包含本数 包含 含 均包含本数",
    "不含本数": "不包含本数 不含 均不含本数",
    "是": "√ ✓ 对 有 真 Y y true True",
    "否": "× ✗ 错 没有 假 N n false False",
    "符合": "合格 通过 符合条件 满足",
    "不符合": "不合格 不通过 不满足",
    "不能判定": "无法判定 无法判断 不确定",
    "结转": "可结转 结转下年",
    "按比例折算": "按比例 同比例压减 按比例核减",
    "先到先得": "先到 先申报先得",
    "按比例": "按比例分摊 同比例 同比例压减 按比例折算 proportionally",
    "末项先减": "从后往前 从后面减 后项先减 依次",
    "首项先减": "从前往后 从前面减 先项先减",
}
"""By choice, what others write for it; read nowhere, but named in the finding."""


def meant_by(text: str) -> tuple[str, ...]:
    """Return the choices, in Chinese, that others write as ``text``."""
    return tuple(choice for choice, words in _OTHERS.items() if text in words.split())


@cache
def choices(group: str) -> dict[str, ChoiceWord]:
    """Return the choices of a slot by their Chinese and by their English word."""
    return {word: row for row in CHOICES if row.group == group for word in (row.zh, row.en)}


def chosen(group: str, text: str) -> str:
    """Return the id of the choice written as ``text`` in a slot, or an empty string."""
    row = choices(group).get(text)
    return row.id if row else ""

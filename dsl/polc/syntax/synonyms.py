"""What drafters write where the language has another word: 保证 for 应成立, 封顶 for 上限, ``limit`` for ``cap``.

These are never read as keywords; the finding that there is no such keyword names the right one. Guarantees (kept by a
test): no synonym is a keyword, and none stands for two keywords.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache

from polc.syntax.build.atoms import MOST_LETTERS
from polc.syntax.keywords import LINES, LineWord, line_words

SYNONYMS: dict[str, str] = {
    "policy": "政策名 政策名称 政策标题 文件名 文件名称 措施 措施名称 办法 办法名称 标题 名称 title policy_name name",
    "id": "代号 缩写 英文名 标识符 short_name slug code abbreviation",
    "status": "政策状态 文件状态 state",
    "number": "发文字号 发文号 文件号 字号 document_number reference",
    "issued": "印发 印发时间 发布 发布日期 发布时间 发文日期 成文日期 公布日期 issue_date published",
    "in_force": "生效 实施 生效日期 生效时间 施行日期 施行时间 实施日期 开始日期 effective effective_date starts start",
    "valid": "期限 有效期限 有效期至 有效日期 截止日期 到期日 失效日期 validity until expires expiry valid_until",
    "convention": "口径 约定口径 解释口径 用语口径 conventions",
    "tested_on": "认定时点 判断时点",
    "source": "正文 正文文件 原文文本 source_file source_text",
    "previous": "上一版 上版 前一版 旧版 原版 前一版本 上一版本 替代文件 earlier predecessor previous_version replaces",
    "interpreter": "解释单位 解释部门 解释机关 解释权 负责解释",
    "lead": "主管 主管部门 主管单位 责任单位 责任部门 牵头单位 牵头部门 department lead_department responsible",
    "with": "配合单位 配合部门 协同单位 参与单位 会同 supporting",
    "vocabulary": "词汇表 词汇名称 共用词汇 公共词汇 词库 词典 术语表 glossary dictionary shared",
    "import": "导入 引入 载入 包含 imports include includes using",
    "chapter": "章节 部分 section part",
    "clause": "条款 条目 第条 article provision",
    "subject": "主体 实体 市场对象 entity object",
    "owned_by": "所属 隶属 belongs_to owner",
    "define": "术语 释义 名词 definition let",
    "law": "约束条件 constraint constraints",
    "scope": "适用范围 适用条件 适用于",
    "rule": "总则 通用规则 共同规则 一般规则 general",
    "benefit": "补助 补贴 奖励 资助 扶持 支持 奖补项 奖补项目 补助项 补贴项 奖励项 奖补政策 subsidy award grant reward",
    "quote": "依据 政策依据 政策原文 条文 原句 引文 引用原文 text original quotation basis",
    "for": "对象范围 受益对象 补助对象 补贴对象 奖励对象 资助对象 扶持对象 适用对象 适用主体 申报对象 申报主体 "
    "target eligible who",
    "payee": "受益人 领款人 收款人 申领人 申请人 发放对象 拨付对象 recipient beneficiary applicant",
    "per": "享受主体 享受方式 频次",
    "when": "前提 前提条件 申请条件 申报条件 奖励条件 支持条件 补助条件 如果 若 当 满足 "
    "condition conditions if where criteria",
    "except": "除外 排除 例外 不支持 不予奖励 不予补助 不予补贴 除外条件 exclude excluding exclusion unless",
    "pay": "金额 比例 补助标准 奖励标准 补贴标准 资助标准 奖补标准 补助金额 奖励金额 补贴金额 奖补金额 "
    "补助比例 奖励比例 计算 计算方法 计算方式 计算公式 公式 额度 amount formula rate payment",
    "tiers": "分级 档次 档位 分档标准 分级标准 等级 梯度 tier levels bands brackets",
    "minimum": "起补 起补线 起补点 起付 起付线 门槛 threshold",
    "at_least": "最低 最少 下限 floor",
    "round": "舍入 rounding",
    "limited": "额度限制 期限限制 限制",
    "cap": "封顶 封顶线 最高 最多 最高额 最高限额 最高限价 上限额 limit max maximum ceiling",
    "times": "限次 享受次数",
    "years": "享受年限 年数 连续年限",
    "on_top_of": "叠加 加奖 加成",
    "payout": "支付 拨付 发放 付款 兑现 支付方式 兑付方式 拨付方式 发放方式 pay_out disbursement instalments",
    "stop": "停发 停止 终止 terminate",
    "claw_back": "收回 退回 返还 追缴 追索 追偿 全额追回 recover clawback repay",
    "use": "资金用途 使用范围 purpose",
    "require": "规定 义务 requirement obligation",
    "must": "必须 应当 shall",
    "exhort": "鼓励 倡导 encourage",
    "refer": "另行制定 另定",
    "open": "待明确 待补充",
    "group": "组合 分组 set",
    "how": "组合方式 叠加方式 mode method",
    "carve_out": "例外条款",
    "share": "分担 摊分 摊减 分摊方式 allocate apportion",
    "pool": "资金 总额 资金总额 年度总额 预算 专项资金 fund budget",
    "from_pool": "资金来源 资金渠道",
    "quota": "数量 家数 指标数",
    "doubt": "歧义 疑问 存疑 疑点 争议 ambiguity question",
    "reading": "理解 解读 读法一 读法二 interpretation",
    "example": "例 例子 举例 例如 样例 用例 案例 测试 examples test case",
    "scenario": "场景 情境 story",
    "given": "假设 给定 前置 assume suppose",
    "rows_from": "取自 读自 来源文件 数据来自 csv rows file",
    "ensure": "保证 确保 断言 恒成立 必须成立 应当成立 性质 assert guarantee invariant property",
    "known": "已知 已知缺陷 known_issue suppress",
}
"""By keyword id, the words others write for it, Chinese and English."""

REMARKS = frozenset("注 注释 注意 备注 说明 附注 注解 note notes remark remarks comment".split())  # noqa: SIM905 - one style of table
"""What drafters put before a remark; the language has ``#`` for it."""

MEANT_HERE: dict[tuple[str, str], str] = {
    ("subject", "benefit"): "for",
    ("subject", "require"): "for",
    ("over", "benefit"): "for",
    ("payee", "require"): "for",
    ("scope", "benefit"): "when",
    ("scope", "require"): "when",
    ("law", "require"): "must",
    ("must", "benefit"): "when",
    ("require", "benefit"): "when",
    ("benefit", "benefit"): "pay",
    ("benefit", "group"): "cap",
    ("pool", "benefit"): "from_pool",
    ("pool", "group"): "from_pool",
    ("define", "external"): "quote",
    ("when", "rule"): "only",
    ("owned_by", "benefit"): "payee",
    ("limited", "benefit"): "cap",
    ("limited", "group"): "cap",
    ("cap", "require"): "limited",
}
"""A keyword that is no line of this block, and the line of this block that is most often meant by it."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The keyword that was meant, in the language of the word; ``sure`` where the table of synonyms says so."""

    row: LineWord
    word: str
    sure: bool


@cache
def _meanings() -> dict[str, LineWord]:
    return {word: LINES[key] for key, words in SYNONYMS.items() for word in words.split()}


def meant(text: str, *, colon: bool = False, block: str = "") -> Meant | None:
    """Return the keyword that was meant by a text that is none, or None.

    ``colon`` says whether a colon follows, ``block`` which block is open: ``补助：…`` inside a 奖补 is its 标准.
    """
    plain = text.lower().replace("-", "_")
    row = line_words().get(plain) or _meanings().get(plain)
    if row is not None:
        here = MEANT_HERE.get((row.id, block)) if colon else None
        return _in_words(LINES[here] if here else row, text, sure=True)
    if len(plain) > MOST_LETTERS:
        return None
    near = difflib.get_close_matches(plain, line_words(), 1, 0.5 if not text.isascii() else 0.7)
    return _in_words(line_words()[near[0]], text, sure=False) if near else None


def _in_words(row: LineWord, text: str, *, sure: bool) -> Meant:
    return Meant(row, row.en if text.isascii() else row.zh, sure)

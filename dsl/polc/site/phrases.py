"""The words of the pages, Chinese and English side by side."""

from __future__ import annotations

from polc.diagnostics import Words

POLICIES = Words("政策", "policies")
OVERVIEW = Words("总览", "overview")
PREVAILS = Words(
    "本页由程序照整理好的规则写成，只为帮助理解；以正式印发的文本为准。",
    "this page is generated from an encoding of the policy and only helps to read it; the official text prevails.",
)
DRAFT = Words(
    "征求意见稿：还不是生效的文件，内容可能修改。", "a draft for consultation: not in effect, and it may still change."
)
OFFICIAL = Words("官方原文", "the official text")
MEANS = Words("意思是", "what the encoding says")
EXAMPLES = Words("示例", "examples")
SCENARIO = Words("情景", "scenario")
FINDINGS = Words("发现", "findings")
LEAD = Words("牵头", "lead")
SUPPORT = Words("配合", "support")
CLAUSES = Words("条款", "clauses")
ROW = Words("行", "row")
PASSED = Words("通过", "passed")
FAILED = Words("不通过", "failed")
ROWS = Words("{all} 行，通过 {passed} 行", "{passed} of {all} rows pass")
WHY = Words("{row}怎么算的", "how {row} comes about")
COUNT = Words("算一算这一项", "compute this one")
ELSEWHERE = Words("各地的{topic}奖补", "what others offer: {topic}")
READ_AS = Words("读作“{reading}”", "read as “{reading}”")
PRESUMED = Words("推定：", "presumed: ")
INTO_CALCULATOR = Words("放进算一算", "put this into the calculator")
NOT_RUN = Words("没有运行", "not run")
GENERAL = Words("通则和跨条的规定", "rules across clauses")
CALCULATOR = Words("算一算", "calculator")
CALCULATOR_OF_ALL = Words("算一算：各地一起", "calculator: all policies")
NEEDS_SCRIPT = Words(
    "算一算要用浏览器的脚本（JavaScript）。", "the calculator needs the browser's scripts (JavaScript)."
)
COMPARISON = Words("各地比一比", "side by side")
FINDER = Words("找政策", "find a benefit")
FIND = Words("写几个字：算力、人才、贷款……", "a few words: compute, talent, loans ...")
ANY = Words("不限", "any")
WHERE = Words("哪份政策", "which policy")
ABOUT = Words("哪方面", "about")
AT_LEAST = Words("最多能拿到（万元）以上", "may pay at least (in 10,000 CNY)")
LEAST_WRONG = Words(
    "读不懂这个数，先不按它筛；写成 300（就是 300万元）或 0.5亿元",
    "this is no such amount and is left out; write 300 (that is 300万元) or 0.5亿元",
)
ON_DAY = Words("在这一天有效", "in force on")
FOUND = Words("{n} 项", "{n} found")
NONE_FOUND = Words("没有符合的；少写几个字，或者放宽条件。", "nothing fits; write less, or ask for less.")
DRAFT_SHORT = Words("征求意见稿", "draft")
BENEFITS = Words("{n} 项奖补", "{n} benefits")
NOTHING_HERE = Words("这方面没有写奖补", "nothing on this")
WORDS_USED = Words("其中", "where")
WORDS_OF_READINGS = Words("别的读法里", "in other readings")
VALID = Words("有效期", "in force")
IN_SCOPE = Words("须在本政策的适用范围内", "must be within the scope of this policy")
SCOPE = Words("适用范围", "scope")
RULED = Words("管着它的通则", "general rules that govern it")
DEFINITION = Words("词语的意思", "a definition")
NEEDS = Words("要准备的数和材料", "what you must know")
DOUBT = Words("疑义", "in doubt:")
AS_ABOVE = Words("就是上面写的。", "as above.")
WORKING = Words("目前按这一种", "the working reading")
MEMBERS = Words("哪几项放在一起", "its members")
COMBINED = Words("跟别的奖补怎么合并", "how it combines with others")
ON_TOP_OF = Words("叠加在这一项之上", "on top of")
UNDER = Words("还可以再叠加", "on top of it")
NUMBER = Words("文号", "number")
INTERPRETER = Words("解释", "interpreted by")
ENCODED = Words("已写成规则", "encoded")
ENCODED_CLAUSES = Words("{n} 条", "{n} clauses")
FIGURES = Words("金额和比例", "amounts and rates")
ENCODED_AMOUNTS = Words("{n} 处有出处", "{n} quoted")
POOLS = Words("资金池", "pools")
WHERE_READINGS_DIFFER = Words("在这里几种读法不一样：{table}", "where the readings differ: {table}")
PAYS_FOR = Words("用来付：{names}", "pays for: {names}")
NOTHING_FOUND = Words("没有发现问题", "nothing was found")
MOVED = Words("上一版在这里的“{title}”，现在在", "what stood here in the earlier version, “{title}”, is now")
ALL_POLICIES = Words("全部政策", "all policies")
RULES = Words("规则", "rules")
RULES_TOLD = Words(
    "一共 {n} 条。每条一页：为什么，错的和对的写法，怎么改；命令行里用 polc explain 看。",
    "{n} rules, a page each: why, a bad and a good example, how to fix; polc explain prints the same.",
)
RULES_OF_CHECKS = Words("检查：写得通，但有问题", "checks: it reads well, and yet something is wrong")
RULES_OF_READING = Words("读写：读不懂或者写错了", "reading: what cannot be read or is written wrongly")
GRAMMAR = Words("语法", "Grammar")
GRAMMAR_TOLD = Words(
    "这一页由语法和关键词表生成。从左往右顺着线走，走得通的就写得通；带箭头的线往回走，表示可以再来一遍。"
    "图下面用文字说同一件事：方括号里可以不写；花括号里可以几遍，也可以不写，后面有加号的至少一遍；"
    "竖线隔开的任选一个。",
    "This page is made from the grammar and the table of keywords. Follow the line from the left: whatever it passes "
    "may be written; a line with an arrow goes back, and may be taken again. The words below a picture say the same: "
    "what stands in brackets may be left out; what stands in braces may repeat or be left out, with a plus behind it "
    "once at least; a bar parts one way from another.",
)
BOX_WRITTEN = Words("圆角：照写", "round: written as it is")
BOX_KIND = Words("虚线：这一类的词", "dashed: a word of this kind")
BOX_RULE = Words("方角：另有一图", "with corners: a picture of its own")
WHAT_IT_MEANS = Words("什么意思，看这一页", "what it means")
KINDS_OF_WORDS = Words("各类的词", "Kinds of words")
OR_A_NAME = Words("名称（或{kind}）", "name (or {kind})")
KINDS = {
    "Benefit": Words("奖补", "benefit"),
    "Requirement": Words("要求", "requirement"),
    "Group": Words("合并规则", "group"),
    "Pool": Words("资金池", "pool"),
    "GeneralRule": Words("通则", "general rule"),
}
"""What a part is called, by the class of the model."""
PASSAGES = {
    "exhort": Words("宣示：不产生可计算的权利义务", "an exhortation: nothing to compute"),
    "refer": Words("另行规定：由别的文件定", "regulated elsewhere"),
}

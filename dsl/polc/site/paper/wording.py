"""The words that stand on paper only."""

from __future__ import annotations

from polc.diagnostics import Words

PREVAILS = Words("以正式印发的文本为准", "the official text prevails")
ABOUT = Words(
    "本件由政策的编码生成，把原文和编码说的并排放在一起，只为帮助起草和审核；不是政策文件，以正式印发的文本为准。",
    "made from an encoding of the policy, with the official text beside what the encoding says, to help drafters and"
    " reviewers; it is not the policy: the official text prevails.",
)
MARK = Words("政策编码对照稿", "policy and encoding side by side")
MARK_OF_DRAFT = Words("征求意见稿 · 还不是生效的文件", "draft for consultation · not in effect")
FROM = Words("施行", "in force from")
UNTIL = Words("最后一天", "last day")
ON_DAY = Words("有效期（按 {day} 看）", "validity (on {day})")
CONTENTS = Words("目录", "contents")
FOUND_IN = Words("{where}：{what}", "{where}: {what}")
PROOF = Words("例证：", "shown by: ")
ALL_PASSED = Words("{tables} 张表，{n} 行，全部通过", "tables: {tables}, rows: {n}, all pass")
SOME_PASSED = Words(
    "{tables} 张表，{n} 行，通过 {passed} 行，其余见下",
    "tables: {tables}, rows: {n}, passed: {passed}; the others stand below",
)
BRIEF = Words(
    "示例只写每张表几行、通过几行，没有通过的才写出来；每一行见 --format xlsx，或者用 --full 写进来。",
    "of the examples only counts stand here, and the rows that did not pass; for each row: --format xlsx, or --full.",
)
PART = Words("{kind}：{name}", "{kind}: {name}")
COLON = Words("：", ": ")
TAG = Words("（{text}）", " ({text})")
NO_PICTURE = Words(
    '这里没有画图（没有装 resvg_py：pip install "polc[paper]"），图上的点列成表：',
    'no picture here (resvg_py is not installed: pip install "polc[paper]"); its points as a table:',
)
NO_PICTURE_OF_YEARS = Words(
    '这里没有画图（没有装 resvg_py：pip install "polc[paper]"）；各年的数见上。',
    'no picture here (resvg_py is not installed: pip install "polc[paper]"); the years are stated above.',
)
SHEET_OF_ALL = Words("总览", "overview")
POLICY = Words("政策", "policy")
SHEET = Words("工作表", "sheet")
PART_OF = Words("在哪一项", "part")
CLAUSE = Words("条", "clause")
TABLE = Words("示例", "examples")
ROW = Words("行", "row")
RESULT = Words("结果", "result")
GIVEN = Words("已知", "given")
EXPECTED = Words("应当得出", "expected")
GOT = Words("实际得出", "got")
WAITING = Words("待核", "to be confirmed")
ASSUMED = Words("先设定", "assumed")
PRESUMED = Words("暂按", "presumed")
PICTURE = Words("给多少的图", "a picture of what is paid")
TIMELINE = Words("有效期的时间线", "the time in which it is in force")
NO_TIMELINE = Words(
    '这里没有画时间线（没有装 resvg_py：pip install "polc[paper]"）；起止的日子见上。',
    'no line of time here (resvg_py is not installed: pip install "polc[paper]"); its days are stated above.',
)

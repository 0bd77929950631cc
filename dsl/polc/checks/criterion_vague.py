"""凭评定、评选、择优给，或者“根据……情况”给，标准没有写：谁能得、得多少，申请的人算不出来。一份政策一条，列出各项。

原文写明了评分、排序或者按哪个办法评的，不报；一个数也没有的见 `undetermined-amount`。

错误的写法：

```pol
政策 示范措施  # error
  简称：demo
对象 企业
  通过综合评定：是否
条 1 支持
  奖补 甲
    原文：“对数据服务机构，经综合评定后给予最高50万元奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：通过综合评定
    标准：最高 50万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  综合评分：个数
条 1 支持
  奖补 甲
    原文：“对数据服务机构，综合评分达到80分的给予50万元奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：综合评分 达到 80分
    标准：50万元
```

怎么改：写明评什么、多少分算过，或者按哪个数由高到低；另有评审办法的，在正文里写出它的名称。

---
Given by assessment, selection or “according to the circumstances”, with no criterion: no applicant can work out who gets it or how much. One finding
for a policy, with its benefits.

A text that names a score, an order or the rule of the assessment is not reported; without any figure at all it is `undetermined-amount`.

Bad:

```pol
policy 示范措施  # error
  id: demo
subject 企业
  通过综合评定: truth
clause 1 支持
  benefit 甲
    quote: “对数据服务机构，经综合评定后给予最高50万元奖励”
    for: 企业
    per: every 企业 once
    when: 通过综合评定
    pay: up_to 50万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  综合评分: count
clause 1 支持
  benefit 甲
    quote: “对数据服务机构，综合评分达到80分的给予50万元奖励”
    for: 企业
    per: every 企业 once
    when: 综合评分 reaches 80分
    pay: 50万元
```

How to fix: say what is assessed and what score passes, or by which figure applicants are ranked; where another document rules the assessment, name it in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.expressions import Open
from polc.model.policy import Benefit, Stated
from polc.model.values import Quote

RULE = Rule(
    "criterion-vague",
    Severity.NOTE,
    title=Words("凭评定给，标准没有写", "given by an assessment without criteria"),
    message=Words(
        "凭评定、择优给而没有写标准的，有{count}项", "benefits given by an assessment that has no criteria: {count}"
    ),
    page=__doc__ or "",
)
_NOTE = Words("“{name}”（第{line}行）：{word}", "“{name}” (line {line}): {word}")
_MORE = Words("还有{count}项", "and {count} more")
_SHOWN = 12
_VAGUE = re.compile(
    "综合(?:评定|评选|评审|评价|评估|考评|考量)|择优(?!不重复)|遴选|(?:每年)?(?:评选|选树|评定)(?:出|一批)"
    "|(?:根据|视|结合)[^，。；,;]{0,20}(?:情况|效果|成效|水平|贡献|规模)等?(?=[，,]|给予|每年|予以|确定)"
)
"""Words by which somebody decides, not a figure."""
_RULED = re.compile(
    "得分|评分|分值|分数|打分|排名|排序|由高到低|从高到低|评审(?:办法|细则|标准)|认定(?:办法|标准)|《|另行制定|具体(?:办法|标准|细则)"
)
"""Words of the same sentence that say by what."""


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding with every benefit whose text leaves who gets it, or how much, to somebody's judgement."""
    found: list[tuple[Benefit, Stated[Quote], str]] = []
    for benefit in draft.policy.benefits:
        pay = benefit.terms({}).pay
        if pay is not None and isinstance(pay.value, Open):
            continue
        for line in benefit.quotes:
            match = _VAGUE.search(line.value.text) if line.value is not None else None
            if match is not None and line.value is not None and not _RULED.search(line.value.text):
                found.append((benefit, line, match.group()))
                break
    if not found:
        return
    notes = [
        _NOTE.fill(name=benefit.name, line=str(line.span.begin.line), word=word)
        for benefit, line, word in found[:_SHOWN]
    ]
    if len(found) > _SHOWN:
        notes.append(_MORE.fill(count=str(len(found) - _SHOWN)))
    yield RULE.at(draft.policy.span, notes=tuple(notes), count=str(len(found)))

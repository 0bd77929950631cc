"""条件里有一个要人来判断的词（优质、领军、优秀、成效明显、符合条件……），给不给就看它，而正文没有说什么样才算。一份政策一条，列出各处。

写了定义、认定办法，或者由谁认定、列入哪个名录的，不报；凭评定、择优给的见 `criterion-vague`。

错误的写法：

```pol
政策 示范措施  # error
  简称：demo
对象 企业
  优质规上企业：是否
  数字化项目投入：金额，每年
条 1 支持
  奖补 甲
    原文：“对优质规上企业数字化项目投入按10%给予补助，每户每年不超过20万元”
    支持对象：企业
    享受：每户企业 每年
    条件：优质规上企业
    标准：数字化项目投入 × 10%
    上限：每户企业 每年 20万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
  数字化项目投入：金额，每年
条 1 支持
  奖补 甲
    原文：“对年度营业收入5000万元以上企业的数字化项目投入按10%给予补助，每户每年不超过20万元”
    支持对象：企业
    享受：每户企业 每年
    条件：年度营业收入 达到 5000万元
    标准：数字化项目投入 × 10%
    上限：每户企业 每年 20万元
```

怎么改：换成谁都能算的数，或者在附则里写一句“本措施所称……，是指……”，编码里写成 定义。

---
A condition hangs on a word that takes judgement (优质, 领军, 优秀, 成效明显, 符合条件 …), and the text does not say what counts. One finding for a policy, with its places.

A word with a definition, a rule of recognition, somebody who recognizes it or a list is not reported; what is given by an assessment is `criterion-vague`.

Bad:

```pol
policy 示范措施  # error
  id: demo
subject 企业
  优质规上企业: truth
  数字化项目投入: money, yearly
clause 1 支持
  benefit 甲
    quote: “对优质规上企业数字化项目投入按10%给予补助，每户每年不超过20万元”
    for: 企业
    per: every 企业 yearly
    when: 优质规上企业
    pay: 数字化项目投入 × 10%
    cap: every 企业 yearly 20万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
  数字化项目投入: money, yearly
clause 1 支持
  benefit 甲
    quote: “对年度营业收入5000万元以上企业的数字化项目投入按10%给予补助，每户每年不超过20万元”
    for: 企业
    per: every 企业 yearly
    when: 年度营业收入 reaches 5000万元
    pay: 数字化项目投入 × 10%
    cap: every 企业 yearly 20万元
```

How to fix: take a figure that anyone can work out, or say in the text what is meant (本措施所称……，是指……) and encode it as a definition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.heading import quotes
from polc.checks.mentions import Mention, facts_of, mentions, scope_mentions
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.policy import Benefit, Requirement

RULE = Rule(
    "term-undefined",
    Severity.WARNING,
    title=Words("给不给看一个没有定义的词", "it hangs on a word that nothing defines"),
    message=Words(
        "给不给要看、而没有写什么样才算的词，有{count}个", "words that decide and that nothing defines: {count}"
    ),
    page=__doc__ or "",
)
_NOTE = Words("第{line}行“{name}”：原文“{word}”", "line {line} “{name}”: “{word}” in the text")
_HELP = Words(
    "在正文里写明什么样才算，或者换成谁都能算的数",
    "say in the text what counts, or take a figure that anyone can work out",
)
_MORE = Words("还有{count}个", "and {count} more")
_SHOWN = 8
_JUDGED = re.compile(
    "优质|优秀|骨干|领军|龙头|独角兽|链主|标杆|高端|优势|重点(?:企业|项目|产品)|(?:成效|效果|作用|贡献)(?:明显|显著|突出|较大|良好)"
    "|能力(?:较)?强|积极|发展(?:潜力|前景)|竞争力强|影响力|先进(?=企业|产品|技术)|符合[^，。；]{0,8}条件"
)
"""Words that one person will find to apply and another will not."""
_RECOGNIZED = re.compile(
    "认定|评定|评审|评选|评为|获评|入选|列入|纳入|入库|备案|授予|通过|择优|遴选|名录|名单|目录|清单"
)
"""Words by which somebody says who counts."""
_DEFINED = "(?:是指|指的是|的认定|认定(?:标准|办法|条件)|的?标准为|以[^，。；]{{0,20}}认定为准)"


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding with every truth that decides, takes judgement by its name and by the text, and is not defined there."""
    policy = draft.policy
    facts = facts_of(policy)
    told = "\n".join([quote.text for quote, _ in quotes(policy)] + ([draft.official.text] if draft.official else []))
    seen: set[str] = set()
    notes: list[Words] = []
    for mention, sentences in _conditions(draft):
        fact = facts.get(mention.name)
        if fact is None or fact.type.kind != "truth" or policy.is_shared(fact.span) or mention.name in seen:
            continue
        judged = _JUDGED.search(mention.name)
        if judged is None or _RECOGNIZED.search(mention.name):
            continue
        word = _of_text(judged.group(), sentences)
        if word is None or re.search(f"{re.escape(word)}[^。；\n]{{0,12}}{_DEFINED.format()}", told):
            continue
        seen.add(mention.name)
        notes.append(_NOTE.fill(line=str(mention.span.begin.line), name=mention.name, word=word))
    if notes:
        shown = notes[:_SHOWN]
        if len(notes) > _SHOWN:
            shown.append(_MORE.fill(count=str(len(notes) - _SHOWN)))
        yield RULE.at(policy.span, help=(_HELP,), notes=tuple(shown), count=str(len(notes)))


def _conditions(draft: Checked) -> Iterator[tuple[Mention, list[str]]]:
    """Yield what the scope and the parts that pay or demand go by, each with the sentences it is quoted from."""
    every = [quote.text for quote, _ in quotes(draft.policy)]
    for mention in scope_mentions(draft.policy):
        yield mention, every
    for part in draft.policy.parts:
        if isinstance(part, Benefit | Requirement):
            own = [line.value.text for line in part.quotes if line.value is not None]
            for mention in mentions(draft.policy, part):
                if mention.role == "condition":
                    yield mention, own


def _of_text(word: str, sentences: list[str]) -> str | None:
    """Return the word as the text has it; None where it does not have it."""
    if word.startswith("符合"):
        return next((match.group() for text in sentences if (match := _SUITABLE.search(text))), None)
    return word if any(word in text for text in sentences) else None


_SUITABLE = re.compile("符合[^，。；、]{0,6}条件的")

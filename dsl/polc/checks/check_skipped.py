"""有的问题没有判定：求解器在限额内既举不出例子，也证明不了不会发生。没有报不等于没有，所以说一声，一份政策一条。

多半是几个事实相乘，比如：

```text
标准：1元 × 甲数 × 甲数 × 乙数
应成立：应得 不等于 1元 × 丙数 × 丙数 × 丙数 + 7元
```

一个事实乘一个数就判得了：

```text
标准：1元 × 甲数
应成立：应得 不等于 2元 × 丙数 + 7元
```

每个问题用的步数有限，限额在每台机器上一样，所以同一份政策到哪里查都是这个结果，不会这次有、下次没有。

平时这只是一条提示。流水线里要“没有判定也算不通过”，用 `polc check --strict`。只查几条规则（`--select`）时，只说跟那几条有关的。

怎么改：给相乘的事实写上范围（`约束`），或者把这一块拆小，再查一次；改不了又要紧的，人工核一遍，在政策里写 `已知问题 check-skipped：怎么核的`。

---
Some questions could not be decided: within its limit the solver found neither a case nor a proof that there is none. Silence would look like a clean bill, so it is said, once a policy.

Mostly several facts are multiplied, as in:

```text
pay: 1yuan × one × one × two
ensure: award is_not 1yuan × three × three × three + 7yuan
```

One fact times a figure is decided:

```text
pay: 1yuan × one
ensure: award is_not 2yuan × three + 7yuan
```

A question has so many steps of the solver, the same on every machine, so the same policy gives the same answer anywhere and every time.

It is a note; where a pipeline should fail over it, use `polc check --strict`. With `--select` only what concerns those rules is told.

How to fix: give the facts that are multiplied a range (constraint), or part the block, and check again; where that cannot be and it matters, go through it by hand and write
known check-skipped: how, in the policy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from polc.diagnostics import Diagnostic, Rule, Severity, Words

if TYPE_CHECKING:  # who only asks what the rule is called loads neither model nor solver
    from polc.checks.asked import Question
    from polc.model.policy import Policy

RULE = Rule(
    "check-skipped",
    Severity.NOTE,
    title=Words("没有判定的问题", "what was not decided"),
    message=Words("没有判定的问题有{count}个", "questions that could not be decided: {count}"),
    page=__doc__ or "",
    kind="open",
)
_ABOUT = Words("{rule}：{parts}，{why}", "{rule}: {parts}; {why}")
_MORE = Words("等{count}处", ", {count} in all")
_HELP = Words(
    "没有报不等于没有：要紧的人工核一遍",
    "that nothing is told does not mean that nothing is there: what matters is to be gone through by hand",
)
_SHOWN = 4


def check_skipped(policy: Policy, questions: Iterable[Question], wanted: Callable[[str], bool]) -> list[Diagnostic]:
    """Return one finding with every undecided question of the rules ``wanted``, or none where there is none."""
    open_ones = [each for each in questions if each.came == "undecided" and wanted(each.rule)]
    if not open_ones:
        return []
    about: dict[tuple[str, Words], dict[str, None]] = {}
    for each in open_ones:
        if each.why is not None:
            about.setdefault((each.rule, each.why), {})[each.part] = None
    notes = tuple(_note(rule, why, list(parts)) for (rule, why), parts in about.items())
    return [RULE.at(policy.span, help=(_HELP,), notes=notes, count=str(len(open_ones)))]


def _note(rule: str, why: Words, parts: list[str]) -> Words:
    shown = [f"“{part}”" for part in parts[:_SHOWN]]
    said = Words("、".join(shown), ", ".join(shown))
    if len(parts) > _SHOWN:
        more = _MORE.fill(count=str(len(parts)))
        said = Words(said.zh + more.zh, said.en + more.en)
    return _ABOUT.fill(rule=rule, parts=said, why=why)

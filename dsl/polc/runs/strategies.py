"""Hypothesis strategies of whole well-typed policies, as ``.pol`` text, and of cases for them.

Public: whoever reads policies in a way of their own can be held to agree with them. Needs the ``hypothesis`` package.
Guarantee: every text compiles without an error. Figures are few and round, so that ties, zeros and bounds are often
met.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from polc.runs.case_strategies import FIGURES, Draw, cases, values
from polc.runs.drawn_payments import payment_lines, sharing, surplus

FIRM, PROJECT = "企业", "项目"
LEVELS = ("无", "市级", "省级", "国家级")

SUBJECTS = {
    FIRM: """对象 企业
  收入：金额，每年
  支出：金额，每年
  上级资金：金额，每年
  人数：个数
  高新：是否
  规上：是否
  失信：是否
  级别：无、市级、省级、国家级
""",
    PROJECT: """对象 项目 归属 企业
  投资：金额，每年
  外购：金额，每年
  设备：个数
  新建：是否
  验收：是否
  项目级别：无、市级、省级、国家级
""",
}
MONEY = {FIRM: ("收入", "支出", "上级资金"), PROJECT: ("投资", "外购")}
COUNT = {FIRM: "人数", PROJECT: "设备"}
TRUTH = {FIRM: ("高新", "规上"), PROJECT: ("新建", "验收", "高新")}
LEVEL = {FIRM: "级别", PROJECT: "项目级别"}
NAMES = ("甲", "乙", "丙", "丁")


@dataclass(frozen=True, slots=True)
class Benefit:
    """One 奖补: whose facts it reads, its lines, and its doubts as finished lines."""

    name: str
    subject: str
    lines: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    mode: str = ""  # of its 分档

    @property
    def text(self) -> str:
        """Its block."""
        payee = (f"领取人：{FIRM}",) if self.subject == PROJECT else ()
        own = (f"支持对象：{self.subject}", *payee, *self.lines, *self.doubts)
        return "".join((f"  奖补 {self.name}\n", *(f"    {line}\n" for line in own)))


@dataclass(frozen=True, slots=True)
class Written:
    """A whole policy in parts, so that a law can turn them round: ``text`` puts them together."""

    head: tuple[str, ...]
    subjects: tuple[str, ...]
    benefits: tuple[Benefit, ...]
    groups: tuple[str, ...] = ()
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    duties: tuple[str, ...] = ()
    pools: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The file."""
        head = "".join(f"  {line}\n" for line in self.head)
        blocks = "".join((*self.pools, *(b.text for b in self.benefits), *self.duties, *self.groups))
        return f"政策 示例措施\n{head}{''.join(self.subjects)}条 1 支持\n{blocks}"


@st.composite
def policies(draw: Draw, *, groups: bool = True, doubts: bool = True, opened: bool = True) -> Written:
    """Return whole policies; without ``opened`` nothing in them is 待定."""
    head = draw(st.lists(st.sampled_from(HEADS), max_size=1))
    made = [draw(benefits(name, doubts=doubts, opened=opened)) for name in NAMES[: draw(st.integers(1, len(NAMES)))]]
    written = Written(
        (*(line for lines in head for line in lines), "约定：以上、以下含本数"), tuple(SUBJECTS.values()), tuple(made),
        duties=(draw(duties()),) if draw(st.booleans()) else (),
    )  # fmt: skip
    if draw(st.integers(0, 3)) == 0:
        written = pooled(written, f"每年 {_yuan(draw)}", draw(st.sampled_from(EXCESS)))
    return _grouped(draw, written) if groups and len(made) > 1 else written


EXCESS = ("按比例折算", "先到先得", "递延", "未写")


def pooled(written: Written, size: str, excess: str) -> Written:
    """Return a policy all of whose benefits are paid from one pool of this size."""
    drawing = tuple(
        replace(benefit, lines=(*(line for line in benefit.lines if not line.startswith("出自")), "出自：池"))
        for benefit in written.benefits
    )
    return replace(written, benefits=drawing, pools=(f"  资金池 池：{size}\n    超出：{excess}\n",))


HEADS = (
    ("施行：自 2026年1月1日", "有效期：至 2028年12月31日"),
    ("施行：自 2026年1月1日", "有效期：3年"),
    ("印发日期：未知", "施行：自印发之日", "有效期：3年"),
)


@st.composite
def benefits(draw: Draw, name: str, *, doubts: bool = True, opened: bool = True) -> Benefit:
    """Return a 奖补 of this name, for firms or for their projects."""
    subject = draw(st.sampled_from((FIRM, PROJECT)))
    when = [f"条件：{draw(conditions(subject))}" for _ in range(draw(st.integers(0, 2)))]
    if draw(st.integers(0, 3)) == 0:
        by = (
            _one(draw, "", "，按 企业", "，自 2027年1月1日起")
            if subject == PROJECT
            else _one(draw, "", "，自 2027年 起")
        )
        when.append(f"首次：{draw(st.sampled_from(TRUTH[subject]))}{by}")
    excluded = draw(st.sampled_from(((), (), ("不予支持：失信",))))
    mode = draw(st.sampled_from(("", "", "取高档", "逐档", "分段", "晋级补差", "查表")))
    paid = _tiers(draw, subject, mode, opened=opened) if mode else [f"标准：{_amount(draw, subject, opened=opened)}"]
    discretion = any(word in line for line in paid for word in ("最高", "待定"))
    per = draw(st.sampled_from(_per(subject, mode)))
    limits = _limits(draw, subject, per, discretion=discretion)
    lines = (*per, *when, *excluded, *paid, *limits, *payment_lines(draw, TRUTH[subject]))
    made = Benefit(name, subject, tuple(lines), mode=mode)
    return replace(made, doubts=_doubt(draw, made, opened=opened)) if doubts and draw(st.booleans()) else made


def _per(subject: str, mode: str) -> tuple[tuple[str, ...], ...]:
    keys = ("每家企业", "每个项目") if subject == PROJECT else ("每家企业",)
    often = ("一次", "每年", "每次") if mode != "晋级补差" else ("每档 一次", "每次")
    if mode in ("取高档", "逐档", "查表"):
        often = (*often, "每档 一次")
    return ((), *((f"享受：{key} {how}",) for key in keys for how in often))


def _limits(draw: Draw, subject: str, per: Sequence[str], *, discretion: bool) -> list[str]:
    lines: list[str] = []
    if draw(st.integers(0, 3)) == 0:
        lines.append(f"不足不发：{_yuan(draw)}")
    if draw(st.integers(0, 3)) == 0:
        lines.append(f"保底：{_yuan(draw)}")
    if draw(st.integers(0, 3)) == 0:
        mode, unit = draw(st.sampled_from(("去尾", "进一", "四舍五入"))), draw(st.sampled_from(("元", "分", "10元")))
        lines.append(f"取整：{mode} 到 {unit}")
    if draw(st.booleans()):
        figure = draw(st.sampled_from((_yuan(draw), f"最高 {_yuan(draw)}", f"{MONEY[subject][0]} × 50%")))
        lines.append(f"上限：每次 {figure}")
    keys = ("每家企业", "每个项目") if subject == PROJECT else ("每家企业",)
    for key in keys:
        for period in draw(st.sampled_from(((), ("每年",), ("累计",), ("每年", "累计")))):
            lines.append(f"上限：{key} {period} {_yuan(draw)}{surplus(draw, period)}")  # noqa: PERF401 - drawn
    if per and per[0].endswith("每次") and draw(st.booleans()):
        key = per[0].removeprefix("享受：").split()[0]
        counts = [f"年限：{key} 2年"]
        if subject == FIRM or key == "每个项目":
            counts += [f"次数：{key} 3次", f"次数：{key} 每年 2次"]
        if subject == PROJECT:  # several at once: the line says which count first, or it matters not, or nobody knows
            orders = ("，就高",) if discretion else ("", "，就高", "，按 设备")
            counts += [f"次数：每家企业 {often}1次{order}" for often in ("", "每年 ") for order in orders]
        lines.append(draw(st.sampled_from(counts)))
    return lines


def _doubt(draw: Draw, made: Benefit, *, opened: bool) -> tuple[str, ...]:
    """Return a 疑义 with a second reading that replaces or adds a line."""
    name = f"{made.name}的疑义"
    lines = [f"疑义 {name} “拿不准的词”", f"  读法 {made.name}照写"]
    kinds = ["cap", "when"] if made.mode else ["cap", "when", "pay"]
    line = {
        "cap": lambda: f"上限：每次 {_yuan(draw)}",
        "when": lambda: f"条件：{draw(conditions(made.subject))}",
        "pay": lambda: f"标准：{_amount(draw, made.subject, opened=opened)}",
    }[draw(st.sampled_from(kinds))]()
    return (*lines, f"  读法 {made.name}另读", f"    {line}")


# ── what stands in a line ──


def _one(draw: Draw, *words: str) -> str:
    found: str = draw(st.sampled_from(words))
    return found


def _yuan(draw: Draw) -> str:
    figure: int = draw(st.sampled_from(FIGURES[1:]))
    return _one(draw, f"{figure}元", f"{figure}元", f"{figure / 10_000:f}".rstrip("0") + "万元")


def _rate(draw: Draw) -> str:
    return _one(draw, "10%", "30%", "50%", "100%", "0.5%")


@st.composite
def conditions(draw: Draw, subject: str, *, depth: int = 1) -> str:
    """Return a 条件 about a subject."""
    kinds = ["truth", "not", "money", "between", "count", "level", "list", "first"] + (["and", "or"] if depth else [])
    match draw(st.sampled_from(kinds)):
        case "truth":
            return _one(draw, *TRUTH[subject])
        case "not":
            return f"非 {draw(st.sampled_from(TRUTH[subject]))}"
        case "money":
            return f"{draw(st.sampled_from(MONEY[subject]))} {_bound(draw, _yuan(draw))}"
        case "between":
            low, high = sorted(draw(st.tuples(st.sampled_from(FIGURES), st.sampled_from(FIGURES))))
            ends = draw(st.sampled_from(("[]", "[)", "(]")))
            return f"{draw(st.sampled_from(MONEY[subject]))} 在 {ends[0]}{low}元, {high}元{ends[1]}"
        case "count":
            return f"{COUNT[subject]} {_bound(draw, f'{draw(st.sampled_from(FIGURES))}个')}"
        case "level":
            how = draw(st.sampled_from(("达到", "=", "超过", "低于", "不等于")))
            return f"{LEVEL[subject]} {how} {draw(st.sampled_from(LEVELS))}"
        case "list":
            named = draw(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=3, unique=True))
            return f"{LEVEL[subject]} 在 {'、'.join(named)}"
        case "first":
            return f"首次 {draw(st.sampled_from(TRUTH[subject]))}"
        case word:
            one, other = (draw(conditions(subject, depth=0)) for _ in range(2))
            return f"（{one}） {'且' if word == 'and' else '或'} （{other}）"


def _bound(draw: Draw, figure: str) -> str:
    word = draw(st.sampled_from(("达到", "超过", "不超过", "不满", "以上", "以下")))
    return f"{figure}{word}" if word.startswith("以") else f"{word} {figure}"


def _amount(draw: Draw, subject: str, *, opened: bool) -> str:
    fact, other = draw(st.sampled_from(MONEY[subject])), draw(st.sampled_from(MONEY[subject]))
    kinds = ["fixed", "up_to", "rate", "up_to_rate", "sum", "half_open", "net", "lesser", "count"]
    match draw(st.sampled_from([*kinds, "open"] if opened else kinds)):
        case "fixed":
            return _yuan(draw)
        case "up_to":
            return f"最高 {_yuan(draw)}"
        case "rate":
            return f"{fact} × {_rate(draw)}"
        case "up_to_rate":
            return f"{fact} × 最高 {_rate(draw)}"
        case "sum":
            return f"{fact} × {_rate(draw)} + {other} × {_rate(draw)}"
        case "half_open":
            return f"{_yuan(draw)} + {fact} × 最高 {_rate(draw)}"
        case "net":
            return f"({fact} - {other}) × {_rate(draw)}"
        case "lesser":
            return f"较小({fact}, {_yuan(draw)}) × {_rate(draw)}"
        case "count":
            return f"{COUNT[subject]} × {_yuan(draw)}"
        case _:
            return "待定 资金"


def _tiers(draw: Draw, subject: str, mode: str, *, opened: bool) -> list[str]:
    first = "，首次" if mode != "分段" and draw(st.booleans()) else ""
    if mode == "晋级补差" and draw(st.booleans()):
        first += "，减 前档额"
    if mode != "分段" and draw(st.booleans()):
        by = LEVEL[subject]
        steps = draw(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=3, unique=True).map(_ascending))
        tests = list(steps)
    else:
        by = draw(st.sampled_from(MONEY[subject]))
        figures = sorted(draw(st.sets(st.sampled_from(FIGURES[1:]), min_size=1, max_size=3)))
        word = "达到" if mode in ("分段", "查表") else draw(st.sampled_from(("达到", "超过")))
        tests = [f"{word} {figure}元" for figure in figures]
        if mode == "查表":
            tests.reverse()
    pays = [_rate(draw) if mode == "分段" else _amount(draw, subject, opened=opened) for _ in tests]
    rows = [f"  | {test} | {pay} |" for test, pay in zip(tests, pays, strict=True)]
    if mode == "查表" and draw(st.booleans()):
        rows.append("  | 其他 | 不奖 |")
    return [f"分档：{by}，{mode}{first}", *rows]


def _ascending(names: list[str]) -> list[str]:
    return sorted(names, key=LEVELS.index)


@st.composite
def duties(draw: Draw) -> str:
    """Return a 要求."""
    subject = draw(st.sampled_from((FIRM, PROJECT)))
    lines = [f"支持对象：{subject}"]
    if draw(st.booleans()):
        lines.append(f"条件：{draw(conditions(subject))}")
    lines += [f"须：{draw(conditions(subject))}" for _ in range(draw(st.integers(1, 2)))]
    if draw(st.booleans()):
        lines.append(f"限额：{draw(st.sampled_from(MONEY[subject]))} 不超过 {_yuan(draw)}")
    return "".join(("  要求 义务\n", *(f"    {line}\n" for line in lines)))


# ── groups ──


def _grouped(draw: Draw, written: Written) -> Written:
    """Return the policy with a tree of groups over some of its benefits, and perhaps an 外部 in it."""
    names = [benefit.name for benefit in written.benefits]
    taken = draw(st.integers(0, len(names)))
    if taken < 1:
        return written
    inner = tuple(names[:taken])
    blocks, members = [], {"里层": inner}
    outside = draw(st.booleans())
    blocks.append(_group(draw, "里层", inner, written))
    if draw(st.booleans()):
        outer = ("里层", *names[taken:], *(("别处的奖",) if outside else ()))
        if outside:
            blocks.insert(0, "  外部 别处的奖：金额\n")
        blocks.append(_group(draw, "外层", outer, written))
        members["外层"] = outer
    return replace(written, groups=tuple(blocks), members=members)


def _group(draw: Draw, name: str, members: Sequence[str], written: Written) -> str:
    subjects = {b.subject for b in written.benefits if b.name in members}
    by_item = subjects == {PROJECT} and all(m in NAMES for m in members) and draw(st.booleans())
    key = PROJECT if by_item else FIRM
    how = draw(st.sampled_from((
        "叠加", "就高", f"就高，按 {key}", f"就高，按 {key}，期间 终身，先领低额时 补差",
        f"就高，按 {key}，期间 终身，先领低额时 不补", f"就高，按 {key}，期间 当年", f"就高，按 {key}，逐笔",
        f"就高，按 {key}，期间 终身，先领低额时 补差，逐笔", f"择一，按 {key}", f"择一，按 {key}，期间 终身",
        f"择一，按 {key}，期间 当年", f"就高，按 {key}，期间 终身，先领低额时 退回",
        f"就高，按 {key}，期间 当年，先领低额时 补差",
    )))  # fmt: skip
    lines = [f"方式：{how}", *sharing(draw)]
    for period in draw(st.sampled_from(((), ("每次",), ("每年",), ("累计",), ("每年", "累计")))):
        lines.append(f"上限：每{'个项目' if by_item else '家企业'} {period} {_yuan(draw)}{surplus(draw, period)}")  # noqa: PERF401
    if by_item and draw(st.integers(0, 3)) == 0:
        lines.append(f"上限：每家企业 {_one(draw, '每年', '累计')} {_yuan(draw)}")
    if draw(st.integers(0, 3)) == 0:
        modes = ("去尾",) if by_item else ("去尾", "进一", "四舍五入")
        lines.append(f"取整：{_one(draw, *modes)} 到 {_one(draw, '元', '10元')}")
    if draw(st.integers(0, 3)) == 0:
        lines.append(_one(draw, "年限：每家企业 2年", "次数：每家企业 每年 1次，就高", "次数：每家企业 2次，就高"))
    if draw(st.integers(0, 3)) == 0:
        fewer = "、".join(members[: draw(st.integers(1, len(members)))])
        lines += [f"疑义 {name}的疑义 “哪几项”", f"  读法 {name}都算", f"  读法 {name}少算", f"    成员：{fewer}"]
    return "".join((f"  组 {name}：{'、'.join(members)}\n", *(f"    {line}\n" for line in lines)))


__all__ = [
    "FIGURES", "SUBJECTS", "Benefit", "Written", "benefits", "cases", "conditions", "duties", "policies", "pooled",
    "values",
]  # fmt: skip

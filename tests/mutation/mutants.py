"""The changes that ``mutate.py`` makes to a measure: one place at a time, by the smallest step there is.

``figure``: every threshold, rate, cap, count, year and date, one step down and one up.
``bound``: every bound word to its neighbour (达到 → 超过, 不超过 → 不满, 以上 → 的那一边, ``[`` → ``(``).
``choice``: every word that decides how figures are read (最高, 一次, 每年, 取高档, 就高, 含本数 …), 且 and 或, 非.
``level``: a level that is asked for to the one beside it; a member of a list of levels left out.
``line``: a line that adds a condition, a bar, a cap or a stop left out; a row of a 分档 left out.

Not changed: names, quotes, comments, examples and scenarios; 约束 and 应成立, which assert and decide nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

KINDS = ("figure", "bound", "choice", "level", "line")

BLOCKS = ("奖补", "要求", "组", "资金池", "政策", "通则", "定义")
DECIDES = frozenset(
    [
        *("有效期", "施行", "约定", "适用", "资金池", "享受", "条件", "不予支持", "须", "标准", "分档", "不足不发"),
        *("保底", "取整", "上限", "次数", "年限", "年序", "兑付", "停付", "存续兑付", "方式", "定义", "叠加于"),
        *("名额", "超出", "出自", "也适用", "只适用", "奖补口径", "追回", "首次", "分摊", "适用时点"),
    ]
)
"""The keywords of lines that decide what is paid; rows of a 分档 do too."""

ADDING = frozenset(
    [
        *(
            "条件",
            "不予支持",
            "须",
            "上限",
            "次数",
            "年限",
            "不足不发",
            "保底",
            "停付",
            "追回",
            "适用",
            "也适用",
            "只适用",
        ),
        *("叠加于", "首次", "取整", "兑付"),
    ]
)
"""Lines that say something more: without one, the file still compiles and pays differently."""

SAYS_NOTHING = re.compile(r"：(?:未写|无)$|^兑付：[^分]|^(?:\|\s*其他\s*)+\|\s*不奖\s*\|$")
"""Lines without which the same is said: silence, 无, how money is handed out in words, and 其他 | 不奖."""

DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
NUMBER = re.compile(r"(第)?(\d+(?:\.\d+)?)(亿元|万元|元|%|个月|年|[个家级次项])?")


def _table(words: str) -> dict[str, tuple[str, ...]]:
    """Read ``word:other`` or ``word:other/another``; nothing behind the colon leaves the word out."""
    pairs = (pair.split(":") for pair in words.split())
    return {word: tuple(others.split("/")) for word, others in pairs}


WORDS = _table("""
    达到:超过 超过:达到 不超过:不满 不满:不超过 不少于:超过 不低于:超过 高于:不低于 低于:不高于 不高于:低于
    早于:不晚于 晚于:不早于 不早于:晚于 不晚于:早于 =:不等于 等于:不等于 不等于:= [:( ]:)
""")
CHOICES = _table("""
    最高: 一次:每次/每年 每年:一次 累计:每年 取高档:逐档 逐档:取高档 分段:取高档 晋级补差:取高档/逐档
    就高:叠加 叠加:就高 择一:叠加 替代:叠加 终身:当年 当年:终身 首次: 补差:不补 退回:不补 不奖:1元
    含本数:不含本数 不含本数:含本数 是:否 否:是 且:或 或:且 非: 较小:较大 较大:较小 逐笔:逐项 逐项:逐笔
    前一日:对应日 对应日:前一日 结转:不结转 不结转:结转 按比例折算:先到先得 先到先得:按比例折算 总和:个数 须符合:
""")
IN_CAPS = {**CHOICES, "每年": ("累计",), "累计": ("每年",)}
"""In a 上限 a year becomes all years, and the other way round."""
GLUED = _table("以上:以下 以下:以上 及以上: 及以下:")
"""Bound words that stand behind a figure or a name."""
MEANS = _table("达到:超过 超过:达到 含本数:不含本数 不含本数:含本数")
"""What a 约定 may say of 突破, and of 以上 and 以下."""

_HAN = "[一-鿿]"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: in which document and file, on which line, in which part, what became what."""

    document: str
    file: str
    line: int
    part: str
    kind: str
    old: str
    new: str
    text: str  # of the changed line

    def __str__(self) -> str:
        shown = self.text.strip() or self.old
        return f"{self.document} 第{self.line}行 {self.part}：{self.old.strip()} → {self.new or '（删去）'}　{shown}"


@dataclass(slots=True)
class _Here:
    """The line being changed, and what it stands in."""

    document: str
    file: str
    number: int = 0
    part: str = ""
    keyword: str = ""
    line: str = ""
    table: str = ""  # the words of all rows of the 分档 that the line is in

    def mutant(self, kind: str, begin: int, end: int, new: str) -> Mutant:
        """Return the change of what stands between two columns."""
        part = f"资金池 {self.part}" if self.keyword == "资金池" else self.part
        text = self.line[:begin] + new + self.line[end:]
        return Mutant(self.document, self.file, self.number, part, kind, self.line[begin:end], new, text)


def mutants(document: str, file: str, text: str, scales: Sequence[Sequence[str]]) -> Iterator[Mutant]:
    """Yield every change of a file, in its order; ``scales`` are the levels of each fact that has levels."""
    here = _Here(document, file)
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        here.number, here.line = number, line
        if words.startswith("|"):
            if here.keyword == "分档":
                here.table = _rows_around(lines, number - 1)
                yield from _changes(here, 0, scales)
                if not SAYS_NOTHING.search(words):
                    yield here.mutant("line", 0, len(line), "")
            continue
        here.keyword, here.table = re.split(r"[：\s]", words, maxsplit=1)[0], ""
        if here.keyword in BLOCKS:
            here.part = words.removeprefix(here.keyword).split("：")[0].strip()
        if here.keyword in DECIDES and "：" in line:
            yield from _changes(here, line.index("：") + 1, scales)
        if here.keyword in ADDING and not SAYS_NOTHING.search(words):
            yield here.mutant("line", 0, len(line), "")


def _rows_around(lines: Sequence[str], place: int) -> str:
    first = last = place
    while first > 0 and lines[first - 1].strip().startswith("|"):
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip().startswith("|"):
        last += 1
    return "\n".join(lines[first : last + 1])


def _changes(here: _Here, start: int, scales: Sequence[Sequence[str]]) -> Iterator[Mutant]:
    line = here.line
    taken: list[range] = []
    for date in DATE.finditer(line, start):
        taken.append(range(*date.span()))
        day = dt.date(*map(int, date.groups()))
        for moved in (day - dt.timedelta(days=1), day + dt.timedelta(days=1)):
            yield here.mutant("figure", *date.span(), f"{moved.year}年{moved.month}月{moved.day}日")
    for found in NUMBER.finditer(line, start):
        if not any(found.start() in other for other in taken):
            for new in _neighbours(*found.groups()):
                yield here.mutant("figure", *found.span(), new)
    if here.keyword != "约定":
        yield from _words(here, start, "bound", WORDS)
    yield from _words(here, start, "choice", IN_CAPS if here.keyword in ("上限", "资金池") else CHOICES)
    glued = MEANS if here.keyword == "约定" else GLUED
    for found in re.finditer("|".join(sorted(glued, key=len, reverse=True)), line[start:]):
        for new in glued[found.group()]:
            yield here.mutant("bound", start + found.start(), start + found.end(), new)
    yield from _levels(here, start, scales)


def _words(here: _Here, start: int, kind: str, table: dict[str, tuple[str, ...]]) -> Iterator[Mutant]:
    whole = "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True) if re.match(_HAN, word))
    signs = "|".join(re.escape(word) for word in table if not re.match(_HAN, word)) or "(?!)"
    for found in re.finditer(rf"(?<!{_HAN})(?:{whole})(?!{_HAN})|{signs}", here.line[start:]):
        for new in table[found.group()]:
            yield here.mutant(kind, start + found.start(), start + found.end(), new)


def _levels(here: _Here, start: int, scales: Sequence[Sequence[str]]) -> Iterator[Mutant]:
    """Yield a level moved to the nearest that is not named here; the members of 在 … left out one by one."""
    line = here.line
    for listed in re.finditer(rf"(?<=在 )\S*?{_HAN}+(?:、\S+)+", line[start:]):
        members = listed.group().split("、")
        for place in range(len(members)):
            left = "、".join(members[:place] + members[place + 1 :])
            begin = start + listed.start()
            yield here.mutant("level", begin, begin + len(listed.group()), left)
    named = here.table or line[start:]
    for scale in scales:
        for place, level in enumerate(scale):
            beside = sorted(scale, key=lambda other, place=place, scale=scale: abs(scale.index(other) - place))  # type: ignore[misc]
            free = [other for other in beside if not re.search(rf"(?<!{_HAN}){other}(?!{_HAN})", named)]
            for found in re.finditer(rf"(?<![一-鿿、]){re.escape(level)}(?![一-鿿、])", line[start:]):
                if free:
                    yield here.mutant("level", start + found.start(), start + found.end(), free[0])


def _neighbours(nth: str | None, figure: str, unit: str | None) -> Iterator[str]:
    """Yield a figure one smallest step down and one up."""
    value = Decimal(figure)
    factor = {"亿元": 10**8, "万元": 10**4, "元": 1}.get(unit or "")
    if factor is not None:
        step, value, unit = Decimal("0.01"), value * factor, "元"
    else:
        step = Decimal("0.01" if unit == "%" else "0.0001" if "." in figure else "1")
    yield from (f"{nth or ''}{moved:f}{unit or ''}" for moved in (value - step, value + step) if moved >= 0)

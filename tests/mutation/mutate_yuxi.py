"""Change the measure of Yuxi in one place at a time and see whether its own tables notice.

    python tests/mutation/mutate_yuxi.py            all changes, two processes; exit code 1 if one goes unnoticed
    python tests/mutation/mutate_yuxi.py 30万元     only changes on lines that hold these words

What is changed: every threshold, rate, cap, count and date by its smallest step up and down, every bound word to
its neighbour (达到 → 超过, 不超过 → 不满, ``[`` → ``(``), and every word that decides how figures are read (最高,
一次, 每年, 取高档, 就高 …). What is not: names, quotes, comments, examples and scenarios; 约束 and 应成立, which
assert and decide nothing. A change is noticed where a row of any table turns red, or where the file no longer compiles.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from polc.diagnostics import Severity
from polc.model.policy import Group, Part, Policy
from polc.passes.pipeline import Compiled
from polc.runs.scenario import run_scenario
from polc.runs.tables import run_table
from polc.text import Source
from polc.workspace.load import compile_sources

FILE = Path(__file__).parents[2] / "policies" / "yuxi" / "policy.pol"

BLOCKS = ("奖补", "要求", "组", "资金池", "政策")
DECIDES = frozenset(
    [
        *("有效期", "施行", "约定", "适用", "资金池", "享受", "条件", "不予支持", "须", "标准", "分档", "不足不发"),
        *("保底", "取整", "上限", "次数", "年限", "年序", "兑付", "停付", "存续兑付", "方式", "定义"),
    ]
)
"""The keywords of lines that decide what is paid; rows of a 分档 do too."""

DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
NUMBER = re.compile(r"(第)?(\d+(?:\.\d+)?)(亿元|万元|元|%|个月|年|[个家级次项])?")
WORDS = {
    "达到": "超过", "超过": "达到", "不超过": "不满", "不满": "不超过", "不少于": "超过", "不低于": "超过",
    "高于": "达到", "低于": "不超过", "不高于": "不满", "=": "不等于", "[": "(", "]": ")",
}  # fmt: skip
CHOICES = {
    "最高": "", "一次": "每次", "每年": "一次", "累计": "每年", "取高档": "逐档", "逐档": "取高档", "分段": "取高档",
    "晋级补差": "取高档", "就高": "叠加", "叠加": "就高", "终身": "当年", "首次": "", "补差": "不补", "不奖": "1元",
    "含本数": "不含本数", "是": "否", "否": "是",
}  # fmt: skip
PERIODS = {"每年": "累计", "累计": "每年"}
"""In a 上限 a year becomes all years, and the other way round."""


@dataclass(frozen=True, slots=True)
class Equal:
    """Changes that change no award: in which part, what became what, on a line holding what; and why."""

    part: str
    changes: set[tuple[str, str]]
    holds: str
    why: str


CONTINUOUS = "the two sides of the bound pay the same there, and between two 分 there is nothing"
FROM_ZERO = "分段 counts from the bound: nothing lies on it"
HIGHER = "from 500万元 on the next tier is higher and is the one taken"
EQUAL = (
    Equal("数据挂牌交易奖", {("达到", "超过")}, "| 0.5%", FROM_ZERO),
    Equal("数据挂牌交易奖", {("达到", "超过")}, "| 1%", FROM_ZERO),
    Equal("数据挂牌交易奖", {("1000万元", "9999999.99元"), ("超过", "达到")}, "1000万元 × 0.5% +", CONTINUOUS),
    Equal("新增规上软件企业奖", {("500万元", "5000000.01元"), ("不满", "不超过")}, "待定", HIGHER),
    Equal("营收突破奖", {("一次", "每次")}, "每档", "首次 lets a firm pass each tier once as it is"),
    Equal("创业社区运营补助", {("第3年", "第4年")}, "存续兑付", "the table of that reading ends with the third year"),
)
"""What may go unnoticed."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: on which line, in which block, what became what; ``kind`` is figure | bound | choice."""

    line: int
    part: str
    kind: str
    old: str
    new: str
    text: str  # of the changed line

    @property
    def equal(self) -> str:
        """Why the change changes no award, or an empty string."""
        for each in EQUAL:
            if each.part == self.part and (self.old, self.new) in each.changes and each.holds in self.text:
                return each.why
        return ""

    def __str__(self) -> str:
        return f"第{self.line}行 {self.part}：{self.old} → {self.new or '（删去）'}　{self.text.strip()}"


def mutants(text: str) -> Iterator[Mutant]:
    """Yield every change, in the order of the file."""
    part, keyword = "", ""
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        if words.startswith("|"):
            if keyword == "分档":
                yield from _changes(number, part, keyword, line, 0)
            continue
        keyword = re.split(r"[：\s]", words, maxsplit=1)[0]
        if keyword in BLOCKS:
            part = words.removeprefix(keyword).split("：")[0].strip()
        if keyword in DECIDES and "：" in line:
            yield from _changes(
                number, f"资金池 {part}" if keyword == "资金池" else part, keyword, line, line.index("：") + 1
            )


def _changes(number: int, part: str, keyword: str, line: str, start: int) -> Iterator[Mutant]:
    taken: list[range] = []

    def mutant(kind: str, begin: int, end: int, new: str) -> Mutant:
        return Mutant(number, part, kind, line[begin:end], new, line[:begin] + new + line[end:])

    for date in DATE.finditer(line, start):
        taken.append(range(*date.span()))
        day = dt.date(*map(int, date.groups()))
        for moved in (day - dt.timedelta(days=1), day + dt.timedelta(days=1)):
            yield mutant("figure", *date.span(), f"{moved.year}年{moved.month}月{moved.day}日")
    for found in NUMBER.finditer(line, start):
        if any(found.start() in other for other in taken):
            continue
        for new in _neighbours(*found.groups()):
            yield mutant("figure", *found.span(), new)
    choices = {**CHOICES, **PERIODS} if keyword in ("上限", "资金池") else CHOICES
    for table, kind in ((WORDS, "bound"), (choices, "choice")):
        words = "|".join(map(re.escape, sorted(table, key=len, reverse=True)))
        for found in re.finditer(
            rf"(?<![一-鿿])(?:{words})(?![一-鿿])|{'|'.join(map(re.escape, '[]='))}", line[start:]
        ):
            if found.group() in table:
                yield mutant(kind, start + found.start(), start + found.end(), table[found.group()])


def _neighbours(nth: str | None, figure: str, unit: str | None) -> Iterator[str]:
    """Yield a figure one smallest step down and one up."""
    value = Decimal(figure)
    factor = {"亿元": 10**8, "万元": 10**4, "元": 1}.get(unit or "")
    if factor is not None:
        step, value, unit = Decimal("0.01"), value * factor, "元"
    else:
        step = Decimal("0.01" if unit == "%" else "0.0001" if "." in figure else "1")
    yield from (f"{nth or ''}{moved:f}{unit or ''}" for moved in (value - step, value + step) if moved >= 0)


@cache
def original() -> str:
    return FILE.read_text(encoding="utf-8")


def noticed(mutant: Mutant) -> str:
    """Return where a change is noticed: the table whose row turns red, “error”, or an empty string."""
    lines = original().splitlines()
    lines[mutant.line - 1] = mutant.text
    compiled = compile_sources([Source(str(FILE), "\n".join(lines) + "\n")])
    if compiled.policy is None or any(each.severity is Severity.ERROR for each in compiled.findings):
        return "error"
    for part in _nearest_first(compiled.policy, mutant.part):
        for title in _red(compiled, part):
            return title
    return ""


def _nearest_first(policy: Policy, name: str) -> list[Part]:
    """Return all parts: the changed one, then the groups around it, then the rest."""
    near = {name}
    for group in policy.groups:
        if near & {member.text for member in group.members.names}:
            near.add(group.name)
    parts = list(policy.parts)
    return sorted(parts, key=lambda part: (part.name != name, part.name not in near, isinstance(part, Group)))


def _red(compiled: Compiled, part: Part) -> Iterator[str]:
    for table in part.tables:
        for row in (run_scenario if table.scenario else run_table)(compiled, part, table):
            if not row.passed:
                yield f"{part.name} {table.title} 第{row.number}行"


def main(words: list[str]) -> int:
    """Run all changes (or those on lines that hold ``words``) and report the share noticed."""
    chosen = [each for each in mutants(original()) if all(word in each.text or word in each.old for word in words)]
    with ProcessPoolExecutor(2) as pool:
        results = list(zip(chosen, pool.map(noticed, chosen, chunksize=4), strict=True))
    said: list[str] = []
    for kind in ("figure", "bound", "choice"):
        of_kind = [(each, where) for each, where in results if each.kind == kind]
        caught = sum(1 for _, where in of_kind if where)
        equal = sum(1 for each, where in of_kind if not where and each.equal)
        said.append(
            f"{kind:8} {caught} of {len(of_kind)} noticed, {equal} equal, {len(of_kind) - caught - equal} missed"
        )
    said.append(f"noticed as an error of the file: {sum(1 for _, where in results if where == 'error')}")
    counted = [where for each, where in results if where or not each.equal]
    said.append(f"share of the changes that change an award: {sum(map(bool, counted)) / max(1, len(counted)):.1%}")
    survivors = [each for each, where in results if not where]
    said += [f"equal  {each}　—— {each.equal}" if each.equal else f"MISSED {each}" for each in survivors]
    sys.stdout.write("\n".join(said) + "\n")
    return int(any(not each.equal for each in survivors))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

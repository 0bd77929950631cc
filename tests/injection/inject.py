"""Plant every defect of the catalogue in clean measures and in the real documents, and see whether it is found.

    python tests/injection/inject.py                       everything, two processes; writes docs/reference/recall.md
    python tests/injection/inject.py tier-gap cliff        only these rules; says every miss, writes nothing
    python tests/injection/inject.py yuxi tier-overlap     only these rules in this document
    MEASURES=5 DOCUMENTS=1 python tests/injection/inject.py    everything, in fewer measures and documents

What is planted: the ``plants_*.py``. A plant is found where its rule reports something that was not there before, on a line
that the change touched or is about. Exit code 1 if a rule finds fewer than nine in ten, all together fewer than 98 in
100, or a clean measure is not clean.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import chain, starmap
from random import Random

import catalogue
from clean import measure
from drafted import rules_by_draft
from registry import PLANTERS, planted
from texts import DOCUMENTS, ROOT, Text, document, judged, of_measure

from polc.checks.catalog import rules

PAGE = ROOT / "docs" / "reference" / "recall.md"
CLEAN = int(os.environ.get("MEASURES", "20"))
"""How many clean measures defects are planted in."""
PRECISE = 60
"""How many clean measures are looked at for findings that should not be there."""
PROCESSES = int(os.environ.get("PROCESSES", "2"))
EACH, DOCUMENTS_EACH = 1, int(os.environ.get("DOCUMENTS", "2"))
"""How many plants of a rule in each clean measure, and in how many documents."""
ALL, ONE = 0.98, 0.90
"""The least recall, over all plants and for one rule."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One plant: of which rule, in which text, what was changed, and what came of it."""

    rule: str
    text: str
    said: str
    found: bool
    placed: bool
    stray: tuple[str, ...] = ()


@cache
def text_of(name: str) -> Text:
    """Return a text by name: a document, or the clean measure of a seed."""
    return document(name) if name in DOCUMENTS else of_measure(measure(int(name)))


def tried(name: str, rule: str, most: int) -> list[Tried]:
    """Plant a defect in a text, in places that the text's name and the rule's decide, and return what came of it."""
    text = text_of(name)
    found = []
    for plant in planted(rule, text, Random(f"{name} {rule}"), most):
        verdict = judged(text, rule, plant)
        found.append(Tried(rule, text.name, plant.said, verdict.found, verdict.placed, verdict.stray))
    return found


def tried_in_documents(rule: str) -> list[Tried]:
    """Plant a defect in so many documents as have room for it, beginning with one that the rule's name decides."""
    first = sum(map(ord, rule))
    found: list[Tried] = []
    for place in range(len(DOCUMENTS)):
        if len(found) < DOCUMENTS_EACH:
            found += tried(DOCUMENTS[(first + place) % len(DOCUMENTS)], rule, 1)
    return found


def as_it_stands(name: str) -> set[str]:
    """Return the rules that report something of a text as it stands."""
    return {each.rule.name for each in text_of(name).found}


def main(words: Sequence[str]) -> int:
    """Plant, judge and report; write the page where everything was planted."""
    names = [word for word in words if word in DOCUMENTS or word.isdigit()] or [*map(str, range(CLEAN))]
    wanted = [word for word in words if word in PLANTERS] or sorted(PLANTERS)
    everywhere = not any(word in DOCUMENTS or word.isdigit() for word in words)
    jobs = [(name, rule, EACH) for name in names for rule in wanted]
    results: list[Tried] = []
    with ProcessPoolExecutor(PROCESSES) as processes:
        in_documents = processes.map(tried_in_documents, wanted if everywhere else [], chunksize=4)
        in_clean = processes.map(tried, *zip(*jobs, strict=True), chunksize=len(wanted))
        for number, found in enumerate(chain(in_documents, in_clean), 1):
            results.extend(found)
            sys.stderr.write(f"\r{number} of {len(jobs) + len(wanted)}, {len(results)} plants ")
        standing = dict(zip(DOCUMENTS, processes.map(as_it_stands, DOCUMENTS), strict=True)) if not words else {}
        noise = list(processes.map(as_it_stands, map(str, range(PRECISE)), chunksize=10)) if not words else []
    sys.stderr.write("\n")
    for each in results:
        if not (each.found and each.placed) or each.stray:
            what = "MISSED" if not each.found else "ELSEWHERE" if not each.placed else "AND ALSO"
            sys.stdout.write(f"{what} {each.rule} in {each.text}: {each.said} {'; '.join(each.stray)}\n")
    by_rule = by_rules(results)
    weak = [rule for rule, found in by_rule.items() if recall(found) < ONE]
    told = f"{len(results)} plants, {recall(results):.1%} found in the right place; weak: {', '.join(weak) or 'none'}\n"
    sys.stdout.write(told)
    if words:
        return 0
    PAGE.write_text(page(by_rule, standing, noise), encoding="utf-8")
    return int(bool(weak) or recall(results) < ALL or any(noise))


def by_rules(results: Sequence[Tried]) -> dict[str, list[Tried]]:
    """Return the plants of every rule that has a planter, by rule."""
    found: dict[str, list[Tried]] = defaultdict(list)
    for each in results:
        found[each.rule].append(each)
    return {rule: found[rule] for rule in sorted(found)}


def recall(results: Sequence[Tried]) -> float:
    """Return the share of plants that were found in the right place."""
    return sum(each.found and each.placed for each in results) / len(results) if results else 1.0


def page(by_rule: dict[str, list[Tried]], standing: dict[str, set[str]], noise: list[set[str]]) -> str:
    """Return the page that tells how much is found."""
    every = [each for found in by_rule.values() for each in found]
    severities = {name: rule.severity.words.zh for name, rule in rules().items()}
    drafts = rules_by_draft()
    rows = list(starmap(lambda rule, found: _row(rule, severities[rule], found, standing, drafts), by_rule.items()))
    unplanted = [f"| `{rule}` | {why} |" for rule, why in sorted(catalogue.UNPLANTED.items()) if rule in rules()]
    real = {rule for rule, found in by_rule.items()
            if any(each.text in DOCUMENTS and each.placed for each in found) or any(rule in s for s in standing.values())
           }  # fmt: skip
    written = set().union(*drafts.values()) & by_rule.keys()
    return _PAGE.format(
        plants=len(every), found=sum(each.found for each in every), placed=sum(each.placed for each in every),
        percent=f"{recall(every):.1%}", rules=len(by_rule), rows="\n".join(rows), unplanted="\n".join(unplanted),
        clean=CLEAN, documents=DOCUMENTS_EACH, precise=len(noise), noisy=sum(map(bool, noise)), real=len(real),
        drafts=len(drafts), written=len(written), only=len(written - real), nowhere=len(by_rule.keys() - real - written),
        stray=sum(bool(each.stray) for each in every),
    )  # fmt: skip


def _row(
    rule: str, severity: str, found: list[Tried], standing: dict[str, set[str]], drafts: dict[str, set[str]]
) -> str:
    right = sum(each.found and each.placed for each in found)
    planted_in = {each.text for each in found if each.text in DOCUMENTS and each.placed}
    where = [f"{name}*" if rule in standing[name] else name for name in DOCUMENTS
             if rule in standing[name] or name in planted_in]  # fmt: skip
    written = [name for name, reported in drafts.items() if rule in reported]
    return (f"| `{rule}` | {severity} | {len(found)} | {sum(each.found for each in found)} | {right} | {recall(found):.0%} "
            f"| {'、'.join(where)} | {'、'.join(written)} |")  # fmt: skip


_PAGE = """\
# 查得准不准 · recall

<!-- 由 python tests/injection/inject.py 写成，不要手改 · written by python tests/injection/inject.py -->

`polc check` 的每条规则，都用种错来试：拿没有毛病的措施（{clean} 份生成的，和 `policies/` 里五份真的之中的 {documents} 份）自动改一处，把这条规则管的毛病种进去，看它报不报、报在不在那一处。
共 {rules} 条规则、{plants} 处，报出 {found} 处，位置也对的 {placed} 处：**{percent}**。误报：{precise} 份没有毛病的措施里，报了什么的有 {noisy} 份。
真的句子上报没报过：{rules} 条里有 {real} 条，在五份真的文件上报过（照原样，或者改一处以后）；那里没有地方出的，在 {drafts} 份照单位的样子拟的稿子上报过，有 {written} 条，其中 {only} 条只在那里。哪里都没有报过的 {nowhere} 条。

*Every rule of `polc check` is tried by planting: one automatic change puts the defect it is for into a measure without any ({clean}
generated ones, and {documents} of the five real ones in `policies/`), and it must be reported, and there. {rules} rules, {plants} plants, {found} reported,
{placed} of them in the right place: **{percent}**. False alarms: of {precise} clean measures, {noisy} had any finding. {real} of the {rules} rules
have reported something on the five real documents, as they stand or with one change; {written} on the {drafts} drafts written as a bureau writes them, {only} of them nowhere else; {nowhere} on neither.*

“位置对”：报的那一行（或者它指出的相关的一行），是改过的那一行，或者它写错了而牵连的那一行。在生成的措施里，顺带多报了别的错误的有 {stray} 处，都是同一处改动真的引起的。
最后两栏，一栏是在哪几份真的文件上报过，带 * 的，照原样就报；一栏是在 `tests/injection/drafts` 里哪几份稿子上报过，都照原样。稿子旁边的 `planted.toml` 写着错在哪一句，测试要求查出来的跟它一样，不多不少。

*The right place: the line reported, or a line it points at, is the one that was changed or the one that the change contradicts. With {stray} plants in
generated measures some other error was reported as well, each of them truly caused by the change. The last columns say on which real documents (with \\*, as they stand) and on which drafts in `tests/injection/drafts`: the
`planted.toml` beside each says which sentence is wrong, and a test holds what is found to just that.*

| 规则 · rule | 轻重 | 种 · planted | 报 · found | 位置对 · placed | 查全 · recall | 真的文件 · real documents | 稿子 · drafts |
|---|---|---:|---:|---:|---:|---|---|
{rows}

没有种的 · not planted:

| 规则 · rule | 为什么 · why |
|---|---|
{unplanted}

自己跑一遍：`python tests/injection/inject.py`（几分钟）；只看一条：`python tests/injection/inject.py tier-gap`。
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

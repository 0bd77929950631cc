"""A policy that rests on every kind of file, what may change under it, and everything that can be said of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from polc.diagnostics.as_concise import as_concise
from polc.diagnostics.as_json import as_json
from polc.diagnostics.as_sarif import as_sarif
from polc.diagnostics.report import Owns, owned_by_file, report
from polc.diagnostics.terminal import render
from polc.workspace.checked import Examined
from polc.workspace.examination import Examination


def told(found: Examined | Examination, owns: Owns = owned_by_file) -> str:
    """Everything that can be said of what was found, in every format."""
    every = report(found.findings, "zh", here="/", owns=owns, tally=found.tally)
    return as_json(every) + as_sarif(every) + as_concise(every) + render(found.findings, "en")


def written(tmp_path: Path) -> Path:
    """Write a policy with a vocabulary, an official text with a record, rows in a file, and an earlier version."""
    for name in ("now", "before", "shared"):
        (tmp_path / name).mkdir()
    (tmp_path / "shared" / "words.pol").write_text("词汇 企业\n对象 企业\n  投入：金额，每年\n", encoding="utf-8")
    text = "第一条 对投入达到30万元的企业，按10%给予最高50万元补助。\n"
    for name in ("now", "before"):
        (tmp_path / name / "source.txt").write_text(text, encoding="utf-8")
        (tmp_path / name / "policy.pol").write_text(POLICY, encoding="utf-8")
        (tmp_path / name / "rows.csv").write_text("投入（万元）,应得\n29,0元\n40,4万元\n", encoding="utf-8")
    policy = tmp_path / "now" / "policy.pol"
    policy.write_text(POLICY.replace("  原文文件", "  前版：../before\n  原文文件"), encoding="utf-8")
    (tmp_path / "now" / "source.txt.lock").write_text("sha256 0\n\n第一条\n", encoding="utf-8")
    return tmp_path


POLICY = """\
政策 示范措施
  简称：demo
  原文文件：source.txt
  施行：自 2026年1月1日
  有效期：至 2030年12月31日
  引用：../shared/words.pol
条 一 支持投入
  奖补 投入补助
    原文：“按10%给予最高50万元补助”
    支持对象：企业
    享受：每家企业 每年
    条件：投入 达到 30万元
    标准：投入 × 10%
    上限：每家企业 每年 50万元
    示例 门槛
      来自：rows.csv
"""


def edit(path: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    def changed(folder: Path) -> None:
        file = folder / path
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")

    return changed


CHANGES = {
    "the policy": edit("now/policy.pol", lambda text: text.replace("达到 30万元", "达到 20万元")),
    "a blank in the policy": edit("now/policy.pol", lambda text: text + "\n"),
    "the vocabulary": edit("shared/words.pol", lambda text: text + "  人数：人\n"),
    "the official text": edit("now/source.txt", lambda text: text.replace("30", "20")),
    "the record": edit("now/source.txt.lock", lambda text: text + "又一句\n"),
    "the record gone": lambda folder: (folder / "now" / "source.txt.lock").unlink(),
    "the rows": edit("now/rows.csv", lambda text: text + "50,5万元\n"),
    "the rows gone": lambda folder: (folder / "now" / "rows.csv").unlink(),
    "the earlier version": edit("before/policy.pol", lambda text: text.replace("50万元", "40万元")),
    "the earlier version's text": edit("before/source.txt", lambda text: text + "完\n"),
    "the earlier version gone": lambda folder: shutil.rmtree(folder / "before"),
    "another file of the policy": lambda folder: (folder / "now" / "more.pol").write_text(
        "条 二 其他\n  要求 守法\n    须：是\n", encoding="utf-8"
    ),
}

"""What starting costs: a command must not pay for what it does not use."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("lark", "rich", "z3", "yaml", "polc.workspace", "polc.syntax", "polc.checks")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["no-such-command"]])
def test_help_loads_neither_lark_nor_rich_nor_z3(arguments: list[str]) -> None:
    program = (
        "import sys; from polc.hosts.cli import main; main(sys.argv[1:]); "
        f"print('loaded:', *[name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1].strip() == "loaded:"


SIMPLE = """\
政策 示范措施
  简称：demo
  施行：自 2026年1月1日
  有效期：至 2028年12月31日
对象 企业
  参展费用：金额，每年
  规模以上：是否
条 1 支持
  奖补 参展补助
    支持对象：企业
    享受：每家企业 每年
    条件：规模以上 且 参展费用 达到 5万元
    标准：参展费用 × 30%
    上限：每家企业 每年 5万元
"""


def checked(folder: Path, cache: str) -> str:
    """Check a folder in a process of its own; return the heavy modules that it loaded, and the last line it said."""
    program = (
        "import sys; from polc.hosts.cli import main; code = main(['check', '.', '--as-of', '2026-06-01']); "
        "print('loaded:', *[name for name in ('z3', 'polc.passes.pipeline') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True,
        env={**os.environ, "POLC_CACHE_DIR": cache, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    return done.stdout.splitlines()[-1].strip()


def test_a_check_that_puts_no_hard_question_loads_no_solver_and_one_of_what_is_known_no_compiler(
    tmp_path: Path,
) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "policy.pol").write_text(SIMPLE, encoding="utf-8")
    cache = str(tmp_path / "cache")
    assert checked(tmp_path / "policies", cache) == "loaded: polc.passes.pipeline"
    assert checked(tmp_path / "policies", cache) == "loaded:"

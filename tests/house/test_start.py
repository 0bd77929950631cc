"""What starting costs: `polc --help` must not pay for what it does not use."""

import subprocess
import sys

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

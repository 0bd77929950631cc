"""The pipelines of the page and the hooks of the repository: valid YAML, and every command in them is one of ours."""

import re
import shlex
from collections.abc import Iterator
from importlib import import_module

import pytest
import yaml
from doc_fences import ROOT

from polc.diagnostics.words import Words
from polc.hosts.cli.parser import Parser
from polc.hosts.cli.table import COMMANDS
from polc.workspace.which_rules import which_rules

PAGE = (ROOT / "docs/guide/ci.md").read_text(encoding="utf-8")
FENCES = re.findall(r'^```(yaml|sh)(?: title="([^"]+)")?\n(.*?)^```$', PAGE, re.DOTALL | re.MULTILINE)
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def commands() -> Iterator[str]:
    for _, _, body in FENCES:
        for line in body.splitlines():
            found = re.search(r"(?:^|run: |entry: |- )(polc [a-z].*?)(?: \|\|? .*|  +#.*)?$", line.strip())
            if found:
                yield found[1]
    for hook in HOOKS:
        yield hook["entry"]


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_every_command_is_understood(command: str) -> None:
    _, name, *options = shlex.split(command)
    (known,) = (each for each in COMMANDS if each.name == name)
    parser = Parser(f"polc {name}", "en", Words("", ""))
    import_module(known.module).add_arguments(parser)
    args = parser.parse_args(options)
    if name == "check":
        which_rules(args.select, args.ignore)  # a rule that there is


def test_there_are_commands_to_understand() -> None:
    assert len(set(commands())) >= 10


@pytest.mark.parametrize(("kind", "title", "body"), FENCES)
def test_every_file_of_the_page_is_yaml(kind: str, title: str, body: str) -> None:
    if kind == "yaml":
        assert isinstance(yaml.safe_load(body), dict), title


def test_a_change_is_checked_as_of_its_commit_and_the_daily_job_by_today() -> None:
    every = {title: yaml.safe_load(body) for kind, title, body in FENCES if kind == "yaml"}
    github = every[".github/workflows/policies.yml"]["jobs"]
    assert "--as-of" in str(github["change"])
    assert "--as-of" not in str(github["today"])
    gitlab = every[".gitlab-ci.yml"]
    assert "--as-of" in str(gitlab["polc"])
    assert "--as-of" not in str(gitlab["polc-today"])


def test_hooks_have_what_pre_commit_asks_for() -> None:
    assert {hook["id"] for hook in HOOKS} == {"polc-check", "polc-test", "polc-fmt"}
    for hook in HOOKS:
        assert {"id", "name", "entry", "language"} <= set(hook)
        assert re.compile(hook["files"]).search("policies/demo/policy.pol")

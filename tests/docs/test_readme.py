"""The two READMEs say the same and lead with what a user sees. What they show is run by the other tests here."""

import re
from pathlib import Path

import pytest
from doc_fences import ROOT, fences

ENGLISH, CHINESE = ROOT / "README.md", ROOT / "README.zh.md"
BOTH = pytest.mark.parametrize("page", [ENGLISH, CHINESE], ids=lambda page: page.name)


def test_the_two_readmes_have_the_same_parts() -> None:
    def parts(text: str) -> list[str]:
        return re.findall(r"^(?:#+|```\w+|\| `polc \w+|(?:\.venv|make|py|python3)\b[^#\n]*)", text, re.MULTILINE)

    def links(text: str) -> set[str]:
        found = re.findall(r"\]\(([^)]+)\)", text)
        return {link.replace(".en.png", ".png") for link in found} - {"README.md", "README.zh.md"}

    english, chinese = (page.read_text(encoding="utf-8") for page in (ENGLISH, CHINESE))
    assert parts(english) == parts(chinese)
    assert links(english) == links(chinese)


@BOTH
def test_a_readme_leads_with_a_clause_a_finding_a_red_row_a_proof_and_an_answer(page: Path) -> None:
    kinds = [fence.kind for fence in fences(page)]
    assert kinds == ["pol", "diff", "console", "diff", "console", "pol", "console", "console", "sh", "sh", "bat"]
    commands = [fence.body.split()[2] for fence in fences(page) if fence.kind == "console"]
    assert commands == ["check", "test", "check", "eval"]


@BOTH
def test_a_readme_names_the_exit_codes_and_the_licence(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.search(r"[:：] ?0 .* · 1 .* · 2 .* · 3 ", text)
    assert "[Apache-2.0](LICENSE)" in text


@BOTH
def test_the_commands_without_make_are_those_of_the_contributors_page(page: Path) -> None:
    setup = (ROOT / "docs/contributing/setup.md").read_text(encoding="utf-8")
    for fence in fences(page):
        if fence.kind in ("sh", "bat") and "make" not in fence.body:
            assert fence.body in setup

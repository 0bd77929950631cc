"""The order of the house: sizes, names, paths that exist, words that do not belong here, guards that are not soft."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = ("dsl", "tests", "docs", "policies", ".ci", "requirements")
TEXTS = {".py", ".md", ".toml", ".yml", ".pol", ".txt", ".lark", ".json", ".yaml", ""}

PAPERS = [
    ROOT / "README.md",
    ROOT / "README.zh.md",
    ROOT / "tests/README.md",
    *(ROOT / "docs/contributing").glob("*.md"),
]
CITED = re.compile(r"`((?:dsl|tests|docs|policies|requirements|\.ci)/[^`\s]*)`")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)")

FOREIGN = [  # in pieces, so that this file does not hold them itself
    "/" + "work/",
    "/" + "farm/",
    "." + "library",
    "before" + "-stop",
    "farm" + "-bench",
    "farm" + "-studio",
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "npmjs" + ".",
]


def texts() -> Iterator[Path]:
    """Every text of ours, without what building leaves behind."""
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.suffix in TEXTS and path.name != ".git")
    for folder in OURS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix in TEXTS and "__pycache__" not in path.parts:
                yield path


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in (ROOT / "dsl").rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long


def test_no_module_is_a_drawer_for_everything() -> None:
    names = {path.name for path in ROOT.glob("dsl/**/*.py")} | {path.name for path in ROOT.glob("tests/**/*.py")}
    assert not names & {"utils.py", "util.py", "helpers.py", "helper.py", "common.py", "misc.py"}


def test_every_module_says_what_it_is() -> None:
    for path in (ROOT / "dsl").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert text.lstrip("r").startswith('"""'), f"{path.relative_to(ROOT)} does not open with what it is"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_path_cited_for_contributors_exists(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    for cited in CITED.findall(text):
        pattern = re.sub(r"<[^>]*>", "*", cited.rstrip("/"))
        assert any(ROOT.glob(pattern)), f"{paper.name} cites {cited}, which does not exist"
    for link in LINK.findall(text):
        assert (paper.parent / link).exists(), f"{paper.name} links to {link}, which does not exist"


def test_the_project_speaks_of_nothing_but_itself() -> None:
    for path in texts():
        text = path.read_text(encoding="utf-8", errors="replace")
        for word in FOREIGN:
            assert word not in text, f"{path.relative_to(ROOT)} mentions {word}"


@pytest.mark.parametrize("guard", [".ci/run", "Makefile"])
def test_no_guard_is_soft(guard: str) -> None:
    text = (ROOT / guard).read_text(encoding="utf-8")
    assert "||" not in text
    assert not re.search(r"^\t-", text, re.MULTILINE)
    assert "set +e" not in text


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md"))

    def commands(text: str) -> list[str]:
        fences = re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
        return [re.sub(r"\s*#.*", "", line) for fence in fences for line in fence.splitlines()]

    assert commands(english) == commands(chinese)
    assert commands(english)[:2] == ["make", "make test"]
    headings = [re.findall(r"^(#+) ", text, re.MULTILINE) for text in (english, chinese)]
    assert headings[0] == headings[1]


def test_the_lock_holds_versions_and_no_places() -> None:
    for line in (ROOT / "requirements/ci.txt").read_text(encoding="utf-8").splitlines():
        assert line.startswith("#") or re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9a-z.]*", line), line


def test_no_pattern_holds_on_to_a_group() -> None:
    """Python before 3.11.5 matches a possessive group wrongly; on a set of characters it is right."""
    for path in (ROOT / "dsl").rglob("*.py"):
        assert not re.search(r"\)(?:[*+?]|\{[0-9,]+\}+)\+", path.read_text(encoding="utf-8")), path

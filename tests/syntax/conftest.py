"""What tests of the syntax floor share: three whole programs, and ways to look at trees and findings."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from polc.syntax.parse import parse
from polc.syntax.tree import Block, File, Line
from polc.text import Source

PROGRAMS = {path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parent / "programs").glob("*.pol"))}


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest) -> str:
    """One of the whole programs."""
    return PROGRAMS[request.param]


@pytest.fixture(scope="session")
def programs() -> dict[str, str]:
    """The whole programs by name."""
    return PROGRAMS


@pytest.fixture(scope="session")
def bare() -> Callable[[object], object]:
    """A tree as nested tuples without its places."""

    def strip(node: object) -> object:
        if isinstance(node, (Block, Line, File)):
            named = [f.name for f in dataclasses.fields(node) if not f.name.endswith("span")]
            return (type(node).__name__, *(strip(getattr(node, name)) for name in named))
        return tuple(strip(each) for each in node) if isinstance(node, tuple) else node

    return strip


@pytest.fixture(scope="session")
def tree_of() -> Callable[[str], File]:
    """The tree of a text that must have no findings."""

    def read(text: str) -> File:
        tree, findings = parse(Source("test.pol", text))
        assert not findings, [(each.place.span.begin, each.message("en"), each.place.span.text) for each in findings]
        return tree

    return read


@pytest.fixture(scope="session")
def rules_of() -> Callable[[str], list[tuple[int, str]]]:
    """Line and rule of each finding of a text."""

    def read(text: str) -> list[tuple[int, str]]:
        _, findings = parse(Source("test.pol", text))
        return [(each.place.span.begin.line, each.rule.name) for each in findings]

    return read

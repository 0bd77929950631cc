"""The floors: who may import whom, and which one module may import a heavy dependency."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
DSL = ROOT / "dsl" / "polc"


def test_each_floor_imports_only_from_below() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def imported(path: Path) -> Iterator[str]:
    """The top packages that a module imports anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("package", ["lark", "rich", "z3", "yaml", "lxml", "resvg_py"])
def test_a_heavy_dependency_is_walled_into_one_module(package: str) -> None:
    importers = [str(path.relative_to(DSL)) for path in DSL.rglob("*.py") if package in imported(path)]
    assert len(importers) <= 1, importers


@pytest.mark.parametrize("package", ["docx", "openpyxl"])
def test_files_of_office_are_read_by_one_module_and_written_by_another(package: str) -> None:
    importers = [path.relative_to(DSL).parts[0] for path in DSL.rglob("*.py") if package in imported(path)]
    assert sorted(importers) == ["site", "workspace"]

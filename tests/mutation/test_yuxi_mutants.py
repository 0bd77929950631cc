"""A fixed sample of the changes that ``mutate_yuxi.py`` makes: each is noticed by a row of the measure's own tables."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
STRIDE = 16


def _script() -> Any:  # noqa: ANN401 - a module
    spec = importlib.util.spec_from_file_location("mutate_yuxi", HERE / "mutate_yuxi.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


SCRIPT = _script()
MUTANTS = list(SCRIPT.mutants(SCRIPT.original()))


def test_every_kind_of_change_is_made_many_times() -> None:
    kinds = [each.kind for each in MUTANTS]
    assert kinds.count("figure") >= 200
    assert kinds.count("bound") >= 50
    assert kinds.count("choice") >= 50


def test_every_change_that_may_go_unnoticed_is_one_that_is_made() -> None:
    for equal in SCRIPT.EQUAL:
        made = {(each.old, each.new) for each in MUTANTS if each.part == equal.part and equal.holds in each.text}
        assert equal.changes <= made, equal.part


def test_nothing_goes_red_where_nothing_is_changed() -> None:
    first = MUTANTS[0]
    unchanged = SCRIPT.original().splitlines()[first.line - 1]
    assert SCRIPT.noticed(SCRIPT.Mutant(first.line, first.part, first.kind, first.old, first.old, unchanged)) == ""


@pytest.mark.parametrize("mutant", [each for each in MUTANTS if not each.equal][::STRIDE], ids=str)
def test_a_change_is_noticed(mutant: Any) -> None:  # noqa: ANN401 - as above
    assert SCRIPT.noticed(mutant)

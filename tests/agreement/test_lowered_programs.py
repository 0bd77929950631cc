"""What real policies are lowered to: well formed, and read alike by the interpreter and by every pass over the core.

The programs are those of ``policies/``: whole under the working reading, and for every other reading of a doubt the
part that it is about.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polc.core.as_json import from_json, to_json
from polc.core.denominators import denominators
from polc.core.fold import fold_program
from polc.core.known import TOLD, known_program
from polc.core.program import Program
from polc.core.slicing import slice_to
from polc.core.strategies import completions, facts, partial_facts
from polc.core.types import Input, Items
from polc.core.typing import check
from polc.passes.lower.policy import lower_policy
from polc.readers.evaluate import Case, Result, run
from polc.text import Source
from polc.workspace.load import compile_sources

ROOT = Path(__file__).parents[2]
MOST_DENOMINATOR = 10**6


def lowered() -> Iterator[tuple[str, Program]]:
    for folder in sorted(path.parent for path in (ROOT / "policies").rglob("*.pol")):
        sources = [Source(str(path), path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.pol"))]
        compiled = compile_sources(sources)
        if compiled.policy is None:
            continue
        yield f"{folder.name} working", compiled.lowered().program
        for part in (*compiled.policy.benefits, *compiled.policy.requirements):
            for doubt in part.doubts:
                for reading in doubt.readings[1:]:
                    names = compiled.names
                    assert names is not None
                    only = lower_policy(compiled.policy, names, {doubt.name: reading.name}, [], {part.name})
                    if part.name in only.plans:
                        label = f"{folder.name} {part.name} {doubt.name}={reading.name}"
                        yield label, slice_to(only.program, only.plans[part.name].steps)


PROGRAMS = dict(lowered())
names = st.sampled_from(sorted(PROGRAMS))
each_program = pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS.keys())


@cache
def knowing(name: str) -> Program:
    return fold_program(known_program(PROGRAMS[name]))


@each_program
def test_a_lowered_program_is_well_formed(program: Program) -> None:
    assert check(program) == []
    assert check(fold_program(program)) == []
    assert check(fold_program(known_program(program))) == []


@each_program
def test_integers_are_enough_to_compute_it(program: Program) -> None:
    found = {name: bound for name, bound in denominators(program).items() if bound is None or bound > MOST_DENOMINATOR}
    assert found == {}


@each_program
def test_it_survives_the_way_through_json(program: Program) -> None:
    sources = {at.source.path: at.source for step in program.steps for at in step.because}
    assert from_json(json.loads(json.dumps(to_json(program))), sources) == program


@given(st.data(), names)
def test_folding_it_changes_nothing(data: st.DataObject, name: str) -> None:
    program = PROGRAMS[name]
    case = Case(data.draw(facts(program.inputs)))
    assert run(fold_program(program), case) == run(program, case)


@given(st.data(), names)
def test_known_is_true_exactly_where_nothing_is_missing(data: st.DataObject, name: str) -> None:
    program = PROGRAMS[name]
    told = data.draw(partial_facts(program.inputs))
    completed = data.draw(completions(program.inputs, told))
    outcome = run(program, Case(told))
    complete = run(knowing(name), Case(with_companions(program.inputs, told, completed)))
    for step in program.steps:
        found, truths = as_tuple(outcome.results[step.binds]), as_tuple(complete.results[step.binds + TOLD])
        values = as_tuple(complete.results[step.binds])
        for before, truth, after in zip(found, truths, values, strict=False):
            assert truth.value is (not before.missing), step.binds
            assert before.missing or after.value == before.value, step.binds


def with_companions(given_inputs: tuple[Input, ...], told: Mapping[str, Any], completed: dict[str, Any]) -> Any:  # noqa: ANN401
    """Return the facts as completed, and a companion for each that says whether it was told."""
    found = dict(completed)
    for one in given_inputs:
        found[one.name + TOLD] = one.name in told
        if isinstance(one.type, Items):
            records = zip(told.get(one.name, ()), completed[one.name], strict=False)
            found[one.name] = [with_companions(one.type.fields, record, whole) for record, whole in records]
    return found


def as_tuple(result: Result | tuple[Result, ...]) -> tuple[Result, ...]:
    return result if isinstance(result, tuple) else (result,)

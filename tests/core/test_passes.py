"""The passes core → core keep what they promise, on generated programs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from polc.core.fold import fold, fold_program
from polc.core.known import TOLD, known, known_program
from polc.core.program import Program
from polc.core.references import references_of_step
from polc.core.rename import rename
from polc.core.scope import Sort, scope_of
from polc.core.slicing import slice_to
from polc.core.strategies import Facts, completions, expressions, facts, inputs, partial_facts, programs
from polc.core.types import Input, Items
from polc.core.typing import check
from polc.readers.evaluate import Case, Result, evaluate, run
from polc.readers.evaluate.unknowns import scope_of as weighed_scope_of
from polc.readers.evaluate.unknowns import weigh

MANY = settings(max_examples=3 * settings.default.max_examples)  # expressions are small
SORTS = st.sampled_from(["number", "truth", "level"])


@given(programs())
def test_what_is_generated_is_well_typed(program: Program) -> None:
    assert check(program) == []


@given(programs())
def test_folding_keeps_a_program_well_typed_and_is_done_at_once(program: Program) -> None:
    folded = fold_program(program)
    assert check(folded) == []
    assert fold_program(folded) == folded


@given(st.data(), programs())
def test_folding_changes_no_value_and_nothing_that_is_missing(data: st.DataObject, program: Program) -> None:
    case = Case(data.draw(partial_facts(program.inputs)))
    before, after = run(program, case), run(fold_program(program), case)
    for step in program.steps:
        assert _told(before.results[step.binds]) == _told(after.results[step.binds])


@MANY
@given(st.data(), SORTS)
def test_folding_an_expression_changes_no_value(data: st.DataObject, sort: Sort) -> None:
    expression = data.draw(expressions(scope_of(inputs()), sort, 4))
    environment = data.draw(facts(inputs()))
    assert evaluate(fold(expression), environment) == evaluate(expression, environment)


@given(programs())
def test_knowing_keeps_a_program_well_typed(program: Program) -> None:
    assert check(known_program(program)) == []
    assert check(fold_program(known_program(program))) == []


@MANY
@given(st.data(), SORTS)
def test_an_expression_is_known_exactly_where_nothing_is_missing(data: st.DataObject, sort: Sort) -> None:
    expression = data.draw(expressions(scope_of(inputs()), sort, data.draw(st.integers(1, 3))))
    told = data.draw(partial_facts(inputs()))
    weighed = weigh(expression, weighed_scope_of(inputs(), Case(told)))
    completed = data.draw(completions(inputs(), told))
    environment = _with_companions(inputs(), told, completed)
    assert evaluate(known(expression, inputs()), environment) is (not weighed.missing)
    if not weighed.missing:
        assert weighed.value == evaluate(expression, completed)


@given(st.data(), programs())
def test_known_is_true_exactly_where_nothing_is_missing(data: st.DataObject, program: Program) -> None:
    told = data.draw(partial_facts(program.inputs))
    outcome = run(program, Case(told))
    completed = data.draw(completions(program.inputs, told))
    with_companions = run(known_program(program), Case(_with_companions(program.inputs, told, completed)))
    for step in program.steps:
        found = outcome.results[step.binds]
        companion = with_companions.results[step.binds + TOLD]
        if isinstance(found, Result):
            assert companion.value is (not found.missing), step.binds
            if not found.missing:
                assert with_companions.results[step.binds].value == found.value
        else:
            assert [each.value for each in companion] == [not each.missing for each in found], step.binds


@given(st.data(), programs())
def test_what_is_known_is_the_same_however_the_unknown_turns_out(data: st.DataObject, program: Program) -> None:
    told = data.draw(partial_facts(program.inputs))
    outcome = run(program, Case(told))
    complete = run(program, Case(data.draw(completions(program.inputs, told))))
    for step in program.steps:
        for before, after in zip(
            _as_tuple(outcome.results[step.binds]), _as_tuple(complete.results[step.binds]), strict=False
        ):
            assert after.missing == frozenset()
            if not before.missing:
                assert after.value == before.value
            if before.applies is not None:
                assert after.applies == before.applies


@given(st.data(), programs())
def test_a_slice_gives_what_the_whole_gives(data: st.DataObject, program: Program) -> None:
    wanted = data.draw(st.sets(st.sampled_from([step.binds for step in program.steps]), min_size=1))
    part = slice_to(program, wanted)
    assert check(part) == []
    told = data.draw(partial_facts(program.inputs))
    whole_outcome, part_outcome = run(program, Case(told)), run(part, Case(told))
    for step in part.steps:
        assert part_outcome.results[step.binds] == whole_outcome.results[step.binds]
    assert {step.binds for step in part.steps} >= wanted


@given(st.data(), programs())
def test_a_renamed_copy_gives_what_the_program_gives(data: st.DataObject, program: Program) -> None:
    copy = rename(program, "′")
    assert check(copy) == []
    told = data.draw(facts(program.inputs))
    renamed_facts = {
        name + "′": [{field + "′": value for field, value in record.items()} for record in fact]
        if isinstance(fact, list)
        else fact
        for name, fact in told.items()
    }
    before, after = run(program, Case(told)), run(copy, Case(renamed_facts))
    for step in program.steps:
        assert after.results[step.binds + "′"] == before.results[step.binds]


@given(programs())
def test_a_program_and_its_copy_share_no_name(program: Program) -> None:
    copy = rename(program, "′")
    assert not _all_names(program) & _all_names(copy)


def _all_names(program: Program) -> set[str]:
    bound = {name for step in program.steps for name in step.names}
    return bound.union({given.name for given in program.inputs}, *(references_of_step(step) for step in program.steps))


def _told(result: Result | tuple[Result, ...]) -> list[object]:
    return [(each.value, each.applies, not each.missing) for each in _as_tuple(result)]


def _as_tuple(result: Result | tuple[Result, ...]) -> tuple[Result, ...]:
    return result if isinstance(result, tuple) else (result,)


def _with_companions(given_inputs: tuple[Input, ...], told: Facts, completed: Facts) -> Facts:
    """Return the facts as completed, and a companion for each that says whether it was told."""
    found = dict(completed)
    for one in given_inputs:
        found[one.name + TOLD] = one.name in told
        if isinstance(one.type, Items):
            records = zip(told.get(one.name, ()), completed[one.name], strict=False)
            found[one.name] = [_with_companions(one.type.fields, record, whole) for record, whole in records]
    return found

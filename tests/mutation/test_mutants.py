"""A fixed sample of the changes that ``mutate.py`` makes: each is noticed by a row of the measure's own tables."""

import pytest
from mutants import KINDS, Mutant
from mutate import DOCUMENTS, changes, noticed, sources
from unnoticed import EQUAL, why_equal

STRIDE = 151
SAMPLE = [each for document in DOCUMENTS for each in changes(document) if not why_equal(each)][::STRIDE]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_kind_of_change_is_made_in_every_document(document: str) -> None:
    made = [each.kind for each in changes(document)]
    assert set(made) == set(KINDS)
    assert len(made) >= 100


def test_all_documents_together_are_changed_in_two_thousand_places() -> None:
    assert sum(len(changes(document)) for document in DOCUMENTS) >= 2000


@pytest.mark.parametrize("equal", EQUAL, ids=lambda equal: f"{equal.document} {equal.part}")
def test_every_change_that_may_go_unnoticed_is_one_that_is_made(equal) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    made = {(each.old.strip(), each.new) for each in changes(equal.document) if equal.covers(each)}
    assert made == equal.changes


def test_nothing_goes_red_where_nothing_is_changed() -> None:
    first = changes("panzhihua")[0]
    unchanged = next(each for each in sources("panzhihua") if each.path == first.file).text.splitlines()[first.line - 1]
    same = Mutant("panzhihua", first.file, first.line, first.part, first.kind, first.old, first.old, unchanged)
    assert noticed(same) == ""


@pytest.mark.parametrize("mutant", SAMPLE, ids=str)
def test_a_change_is_noticed(mutant: Mutant) -> None:
    assert noticed(mutant)

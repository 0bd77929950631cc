"""How a pool is shared and a quota taken: what the functions promise, on figures and on all kinds of claims."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from polc.runs.pools import Claim, Share, share
from polc.runs.quotas import Candidate, taken

RULES = ("pro_rata", "first_come", "defer", "")
amounts = st.one_of(st.integers(0, 400), st.fractions(0, 400, max_denominator=10))
known = st.lists(amounts.map(Claim), max_size=6)
claims = st.lists(
    st.one_of(amounts.map(Claim), st.just(Claim(None, frozenset({"支出"})))), min_size=1, max_size=6
)  # fmt: skip


def shared(left: int, rule: str, of: list[Claim]) -> list[Share]:
    return share(left, rule, of, "分法", "数额")


def paid(left: int, rule: str, *amounts: int) -> list[object]:
    return [each.paid for each in shared(left, rule, [Claim(amount) for amount in amounts])]


def test_pro_rata_pays_everyone_the_same_part() -> None:
    assert paid(100, "pro_rata", 50, 75, 75) == [25, 37, 37]


def test_the_few_fen_that_cutting_leaves_go_to_nobody() -> None:
    assert paid(100, "pro_rata", 50, 50, 50) == [33, 33, 33]


def test_first_come_gives_the_rest_to_whoever_comes_when_too_little_is_left() -> None:
    assert paid(100, "first_come", 70, 50, 20) == [70, 30, 0]


def test_what_is_deferred_is_put_off_whole() -> None:
    assert shared(100, "defer", [Claim(70), Claim(50), Claim(20)]) == [Share(70), Share(30, 20), Share(0, 20)]


def test_without_a_rule_nothing_is_known_once_it_does_not_fit() -> None:
    silent = Share(None, missing=frozenset({"分法"}))
    assert shared(100, "", [Claim(70), Claim(50), Claim(0)]) == [silent, silent, Share(0)]


def test_a_pool_of_unknown_size_pays_nobody_that_is_known() -> None:
    assert share(None, "first_come", [Claim(70), Claim(0)], "分法", "数额") == [
        Share(None, missing=frozenset({"数额"})),
        Share(0),
    ]


def test_whoever_comes_before_an_unknown_claim_is_paid() -> None:
    unknown = Share(None, missing=frozenset({"支出"}))
    found = shared(100, "first_come", [Claim(70), Claim(None, frozenset({"支出"})), Claim(20)])
    assert found == [Share(70), unknown, unknown]


@given(st.integers(0, 1000), st.sampled_from(RULES), claims)
def test_no_more_than_is_left_is_paid(left: int, rule: str, of: list[Claim]) -> None:
    found = shared(left, rule, of)
    assert sum(each.paid or 0 for each in found) <= left
    for claim, each in zip(of, found, strict=True):
        if claim.amount is not None and each.paid is not None:
            assert 0 <= each.paid + each.deferred <= claim.amount


@given(st.sampled_from(RULES), known)
def test_where_everything_fits_everything_is_paid(rule: str, of: list[Claim]) -> None:
    total = sum(claim.amount or 0 for claim in of)
    assert [each.paid for each in shared(-(-total // 1), rule, of)] == [claim.amount for claim in of]


@given(st.integers(0, 1000), known, st.randoms(use_true_random=False))
def test_pro_rata_is_the_same_in_any_order_and_keeps_who_has_more(left: int, of: list[Claim], luck: object) -> None:
    by = {id(claim): each.paid for claim, each in zip(of, shared(left, "pro_rata", of), strict=True)}
    turned = list(of)
    luck.shuffle(turned)  # type: ignore[attr-defined]
    assert [each.paid for each in shared(left, "pro_rata", turned)] == [by[id(claim)] for claim in turned]
    order = sorted(of, key=lambda claim: claim.amount or 0)
    assert [by[id(claim)] for claim in order] == sorted(by[id(claim)] for claim in order)  # type: ignore[type-var]


@given(st.integers(0, 1000), known, amounts)
def test_first_come_is_not_touched_by_who_comes_later_nor_worse_with_more_money(
    left: int, of: list[Claim], more: int
) -> None:
    before = shared(left, "first_come", of)
    assert shared(left, "first_come", [*of, Claim(more)])[: len(of)] == before
    richer = shared(left + 50, "first_come", of)
    assert all(each.paid >= one.paid for each, one in zip(richer, before, strict=True))  # type: ignore[operator]


@given(st.integers(0, 1000), known)
def test_what_is_deferred_and_what_is_paid_is_all_that_is_claimed(left: int, of: list[Claim]) -> None:
    found = shared(left, "defer", of)
    assert [Fraction(each.paid or 0) + each.deferred for each in found] == [claim.amount for claim in of]


@given(st.integers(0, 1000), st.sampled_from(RULES), claims, st.lists(amounts, min_size=6, max_size=6))
def test_what_is_said_beside_an_unknown_claim_holds_whatever_it_turns_out_to_be(
    left: int, rule: str, of: list[Claim], turned: list[int]
) -> None:
    told = [Claim(turned[n]) if claim.amount is None else claim for n, claim in enumerate(of)]
    for before, after in zip(shared(left, rule, of), shared(left, rule, told), strict=True):
        assert before.paid in (None, after.paid)


ranks = st.one_of(st.none(), st.integers(0, 4))
candidates = st.lists(st.builds(Candidate, ranks, st.booleans()), max_size=6)


def test_the_highest_take_the_places_and_equals_are_not_told_apart() -> None:
    ranked = [Candidate(rank) for rank in (3, 1, 2, 2)]
    assert taken(1, ranked) == [True, False, False, False]
    assert taken(2, ranked) == [True, False, None, None]
    assert taken(3, ranked) == [True, False, True, True]


def test_nobody_is_ranked_where_nothing_says_by_what() -> None:
    assert taken(1, [Candidate(None), Candidate(None)]) == [None, None]
    assert taken(2, [Candidate(None), Candidate(None)]) == [True, True]


@given(st.integers(0, 6), candidates)
def test_no_more_than_the_places_are_taken(places: int, of: list[Candidate]) -> None:
    found = taken(places, of)
    assert found.count(True) <= places
    assert len(of) > places or all(found)


@given(st.integers(0, 6), candidates, st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=6, max_size=6))
def test_what_is_said_of_a_place_holds_whatever_is_told_later(
    places: int, of: list[Candidate], told: list[tuple[int, bool]]
) -> None:
    """Ranks that were not known are told, equals are told apart, and who was not sure comes or stays away."""
    later: list[tuple[int, Candidate]] = []
    for place, (one, (rank, comes)) in enumerate(zip(of, told, strict=False)):
        if one.sure or comes:
            exact = (rank if one.rank is None else one.rank) + Fraction(place, 100)
            later.append((place, Candidate(exact)))
    found = taken(places, of)
    for (place, _), got in zip(later, taken(places, [one for _, one in later]), strict=True):
        assert found[place] in (None, got)

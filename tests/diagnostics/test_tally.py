"""What a run says of the questions it put: one calm line, and nothing where nothing was asked."""

from findings import over

from polc.diagnostics.tally import Tally
from polc.diagnostics.terminal import render


def test_nothing_is_said_where_nothing_was_asked() -> None:
    assert Tally().words == ()


def test_one_line_says_what_can_happen_what_cannot_and_what_is_open() -> None:
    (line,) = Tally(never=33, shown=170, undecided=2).words
    assert line.zh == "检查时问了 205 个问题：170 个举例答了，33 个证明不会发生，2 个没有判定"
    assert line.en == "questions asked: 205 (170 answered by a case, 33 proved impossible, 2 not decided)"


def test_a_policy_that_was_not_read_whole_is_said() -> None:
    (line,) = Tally(unread=1).words
    assert line.zh == "有读不懂的地方，先改：1 份政策只查了一部分"


def test_tallies_add_up() -> None:
    assert Tally(1, 2, 3, 4) + Tally(10, 20, 30, 40) == Tally(11, 22, 33, 44)


def test_it_stands_between_the_summary_and_the_hint() -> None:
    drawn = render([over()], "zh", closing=Tally(shown=1).words).splitlines()
    assert drawn[-3:] == ["1 个错误", Tally(shown=1).words[0].zh, "polc explain floor-over-cap 讲解这条规则"]

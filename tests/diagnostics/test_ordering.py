from polc.diagnostics import Rule, Severity
from polc.diagnostics.ordering import in_order
from polc.diagnostics.words import same
from polc.text import Source


def rule(name: str, severity: Severity = Severity.ERROR) -> Rule:
    return Rule(name, severity, same(name), same(name + " {what}"))


def test_findings_come_by_gravity_then_path_then_place_then_rule() -> None:
    first, second = Source("a.pol", "一二三"), Source("b.pol", "一二三")
    expected = [
        rule("z").at(first.span(0, 1), what=""),
        rule("a").at(first.span(2, 3), what=""),
        rule("a").at(second.span(0, 1), what=""),
        rule("y", Severity.WARNING).at(first.span(1, 2), what=""),
        rule("a", Severity.NOTE).at(first.span(0, 1), what=""),
        rule("b", Severity.NOTE).at(first.span(0, 1), what=""),
    ]
    assert in_order(reversed(expected)) == expected


def test_the_same_finding_is_reported_once_even_where_the_file_was_read_twice() -> None:
    twice = [rule("a").at(Source("a.pol", "一二").span(0, 1), what="甲") for _ in range(2)]
    other = rule("a").at(twice[0].place.span, what="乙")
    assert in_order([*twice, other]) == [twice[0], other]

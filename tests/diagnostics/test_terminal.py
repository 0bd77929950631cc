"""Whatever the text and wherever the places, a finding can be drawn."""

from hypothesis import given
from hypothesis import strategies as st

from polc.diagnostics import Edit, Fix, Label, Rule, Severity
from polc.diagnostics.terminal import render
from polc.diagnostics.words import same
from polc.text import Source, Span

RULE = Rule("some-rule", Severity.ERROR, same("题"), same("“{name}”"))
TEXTS = st.text(alphabet=st.sampled_from("政策补贴：“ab \t\n\n\r🏭👨\u200d\ufe0f\u0301\u200b\x1b\u2028"), max_size=60)


@st.composite
def places(draw: st.DrawFn) -> tuple[Source, list[Span]]:
    source = Source("a.pol", draw(TEXTS))
    ends = st.integers(0, len(source.text))
    pairs = draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=4))
    return source, [source.span(min(pair), max(pair)) for pair in pairs]


@given(places(), st.integers(1, 120), st.sampled_from(["utf-8", "gbk", "ascii"]), st.text(max_size=9), st.booleans())
def test_any_finding_can_be_drawn_and_written(
    where: tuple[Source, list[Span]], width: int, encoding: str, text: str, words: bool
) -> None:
    _, (place, *others) = where
    label = same(text) if words else None
    found = RULE.at(
        place,
        label,
        related=tuple(Label(other, label) for other in others),
        help=(same(text),),
        fixes=(Fix(same(text), (Edit(place, text),)),),
        name=text,
    )
    drawn = render([found], "zh", width, encoding=encoding)
    assert drawn.encode(encoding).decode(encoding) == drawn
    assert drawn.endswith("\n")
    body = drawn.splitlines()
    if where[0].text:
        assert any("^" in line for line in body)

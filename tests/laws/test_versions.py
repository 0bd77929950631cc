"""The laws of ``polc diff``: what means the same is the same, and a case that is shown really is paid otherwise."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polc.passes.pipeline import Compiled, compile_policy
from polc.readers.evaluate import Case, Interval, run
from polc.runs.answer import summed
from polc.runs.strategies import Written, policies
from polc.syntax.format import formatted
from polc.text import Source
from polc.workspace import load
from polc.workspace.diff import found as found_in
from polc.workspace.diff.compare import compare
from polc.workspace.diff.found import Compared, Payment, Weight

FEW = settings(max_examples=settings.default.max_examples // 4)
FEWER = settings(max_examples=settings.default.max_examples // 8)  # the solver is asked several times in each
MONEY = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)(亿元|万元|元)")
UNITS = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
POLICIES = sorted((Path(__file__).parents[2] / "policies").glob("*/policy.pol"))


def compiled(text: str, path: str = "policy.pol") -> Compiled:
    return compile_policy([Source(path, text)])


def payments(found: Compared) -> Iterator[Payment]:
    yield from found.payments
    for section in found.sections:
        yield from section.payments
        for part in section.parts:
            yield from part.payments


def pays_the_same(found: Compared) -> bool:
    return all(each.verdict == "same" for each in payments(found))


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.parent.name)
def test_a_document_beside_itself_changed_nothing(path: Path) -> None:
    one, two = (load([path]).drafts[0] for _ in range(2))
    assert compare(one.compiled, two.compiled, official=(one.official, two.official)).weight is Weight.SAME


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.parent.name)
def test_a_document_with_english_keywords_changed_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    one = load([path]).drafts[0].compiled
    two = load([path]).drafts[0]
    other = path.with_name("policy.pol")
    source = Source(str(other), formatted(Source(str(other), text), "en").text)
    english = compile_policy([source], two.compiled.shared)
    assert compare(one, english).weight is Weight.SAME


@FEW
@given(policies())
def test_a_policy_beside_itself_changed_nothing(written: Written) -> None:
    assert compare(compiled(written.text), compiled(written.text)).weight is Weight.SAME


@FEW
@given(st.data(), policies())
def test_amounts_in_other_units_are_no_change(data: st.DataObject, written: Written) -> None:
    def other(found: re.Match[str]) -> str:
        unit = data.draw(st.sampled_from(tuple(UNITS)))
        value = Decimal(found.group(1)) * UNITS[found.group(2)] / UNITS[unit]
        return f"{value.normalize():f}{unit}"

    assert compare(compiled(written.text), compiled(MONEY.sub(other, written.text))).weight is Weight.SAME


@FEWER
@given(policies(), st.randoms(use_true_random=False))
def test_benefits_in_another_order_pay_the_same(written: Written, luck: random.Random) -> None:
    order = list(written.benefits)
    luck.shuffle(order)
    found = compare(compiled(written.text), compiled(replace(written, benefits=tuple(order)).text))
    assert pays_the_same(found)


@FEW
@given(policies())
def test_english_keywords_are_no_change(written: Written) -> None:
    english = formatted(Source("policy.pol", written.text), "en").text
    assert compare(compiled(written.text), compiled(english)).weight is Weight.SAME


@FEWER
@given(st.data(), policies(opened=False))
def test_another_figure_is_shown_by_a_case_that_is_paid_otherwise(data: st.DataObject, written: Written) -> None:
    figures = [each for each in MONEY.finditer(written.text) if Decimal(each.group(1)) > 0]
    if not figures:
        return
    figure = data.draw(st.sampled_from(figures))
    more = f"{Decimal(figure.group(1)) * 2:f}{figure.group(2)}"
    text = written.text[: figure.start()] + more + written.text[figure.end() :]
    old, new = compiled(written.text), compiled(text)
    found = compare(old, new)
    assert found.weight < Weight.MOVED or old.lowered().program == new.lowered().program
    for payment in payments(found):
        for case in (payment.loses, payment.gains, payment.other):
            if case is not None and len(payment.about) == 1 and payment.reading is None:
                both = [amount(each, payment.about[0], case) for each in (old, new)]
                assert both == [case.old, case.new]
                assert both[0] != both[1]
                if case is not payment.other:  # which may differ by less than is called a loss or a gain
                    assert (both[0].high > both[1].high) == (case is payment.loses)


def amount(policy: Compiled, name: str, case: found_in.Case) -> Interval:
    """Return what one version alone pays in a case, in force and in scope, to who received nothing."""
    lowered = policy.lowered()
    plan = lowered.plans[name]
    program = lowered.slice(plan)
    presumed = {given.name: True for given in program.inputs if given.name.startswith("推定.")}
    value = summed(run(program, Case({**presumed, **case.grains})), plan).value
    assert isinstance(value, Interval)
    return value

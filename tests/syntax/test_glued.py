"""Names run together are cut where there is one way to cut them, and only there."""

import pytest

from polc.syntax.glued import cut, glued
from polc.text import Source

DECLARED = {"属地企业", "国家级平台", "应得", "支出", "甲", "甲且乙", "乙"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("属地企业且国家级平台", ("属地企业", "且", "国家级平台")),
        ("应得不超过支出", ("应得", "不超过", "支出")),
        ("非属地企业", ("非", "属地企业")),
        ("属地企业国家级平台", ()),  # two names side by side mean nothing
        ("属地企业且园区", ()),  # 园区 is not declared
        ("属地企业", ()),  # nothing to cut
        ("甲且乙且甲", ()),  # two ways: 甲 且 乙 且 甲, 甲且乙 且 甲
        ("且或", ()),
    ],
)
def test_a_cut_is_offered_where_it_is_the_only_one(text: str, parts: tuple[str, ...]) -> None:
    assert cut(text, DECLARED) == parts


def test_the_finding_offers_the_text_with_blanks() -> None:
    source = Source("glued.pol", "条件：属地企业且国家级平台")
    finding = glued(source.span(3, 13), DECLARED)
    assert finding is not None
    assert finding.fixes[0].edits[0].text == "属地企业 且 国家级平台"
    assert glued(source.span(0, 2), DECLARED) is None

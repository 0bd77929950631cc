"""The proof that two texts say the same, which stands between the formatter and a file."""

from dataclasses import replace

import pytest

from polc.syntax.format import formatted
from polc.syntax.format_proof import proved
from polc.text import Source

TEXT = """\
条 1 支持
  奖补 甲
    支持对象：企业
    标准：5万元
    分档：营收，取高档
      | 达到 5万元 | 1万元 |
    疑义 谁 “企业”
      读法 都
      读法 大的
        条件：规上
    示例 一
      | 营收  | 应得  | 说明 |
      | 5万元 | 1万元 | 甲   |
    用途：人才
    次序
"""


def test_a_formatted_text_is_proved() -> None:
    source = Source("a.pol", TEXT)
    assert proved(source, formatted(source))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("5万元\n    分档", "6万元\n    分档"),
        ("奖补 甲", "奖补 乙"),
        ("条 1", "条 2"),
        ("“企业”", "“企业 ”"),
        ("人才", "人 才"),
        ("达到 5万元 |", "超过 5万元 |"),
        ("      | 达到 5万元 | 1万元 |\n", ""),
        ("| 甲   |", "| 乙   |"),
        ("      读法 都\n", ""),
        ("        条件：规上\n", ""),
        ("标准：5万元", "标准：未写，暂按 5万元"),
        ("次序", "次序：甲"),
        ("    次序\n", ""),
    ],
)
def test_any_other_text_is_not(old: str, new: str) -> None:
    source = Source("a.pol", TEXT)
    changed = TEXT.replace(old, new, 1)
    assert changed != TEXT
    origins = tuple(range(1, changed.count("\n") + 1))
    assert not proved(source, replace(formatted(source), text=changed, origins=origins))

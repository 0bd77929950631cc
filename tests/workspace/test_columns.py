"""Tables for a terminal keep their columns straight, and no wider than they may be."""

from __future__ import annotations

from polc.diagnostics.paint import Paint
from polc.readers.prose.wrapping import cells
from polc.workspace.columns import draw, plain

ROWS = [
    [plain(text) for text in row] for row in (("政策", "合计"), ("yuxi", "3万元"), ("lowaltitude-2024", "不能判定"))
]


def test_a_word_longer_than_its_column_moves_the_next_column_in_every_row() -> None:
    lines = list(draw(ROWS, 80, Paint(colour=False), most=(10, 30), indent=0))
    assert lines == ["政策              合计", "yuxi              3万元", "lowaltitude-2024  不能判定"]


def test_what_a_long_word_takes_the_last_column_gives() -> None:
    rows = [*ROWS, [plain("甲"), plain("没有符合条件的，所以什么也没有给，以后再看")]]
    lines = list(draw(rows, 40, Paint(colour=False), most=(10, 30), indent=0))
    assert max(map(cells, lines)) <= 40

"""Tables are read as a person who looks at them would; what cannot be taken is told with its place, all at once."""

import contextlib
import datetime as dt
import io
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import numbers

from polc.workspace.sheets import Sheet, SheetError, read_sheets
from polc.workspace.sheets.cells import of_text, of_value
from polc.workspace.sheets.decoding import NO_TEXT, UNDECIDED, decode

TEXT = (
    "企业,年度支出（万元）,研发占比(％),高新（是/否）,成立日期\r\n"
    '甲,"1,200.50",6.5,√,2021/3/1\r\n\r\n乙,,,否,2019年5月6日\r\n'
)
DAY = dt.datetime(2026, 6, 30)  # noqa: DTZ001 - a spreadsheet knows no time zone


def read(folder: Path, data: str | bytes, name: str = "企业.csv") -> list[Sheet]:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_sheets(file)


def slips(folder: Path, data: str | bytes, name: str = "企业.csv") -> list[str]:
    with pytest.raises(SheetError) as caught:
        read(folder, data, name)
    return [words.zh.replace(str(folder) + "/", "") for words in caught.value.slips]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_a_table_is_read_in_any_of_its_encodings(tmp_path: Path, encoding: str) -> None:
    (sheet,) = read(tmp_path, TEXT.encode(encoding))
    assert sheet.title == "企业"
    assert [(each.name, each.unit) for each in sheet.headings] == [
        ("企业", ""), ("年度支出", "万元"), ("研发占比", "%"), ("高新", ""), ("成立日期", ""),
    ]  # fmt: skip
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (2, ("甲", "1200.50万元", "6.5%", "√", "2021-03-01")),
        (4, ("乙", "", "", "否", "2019-05-06")),
    ]


def test_text_that_could_be_both_encodings_is_refused(tmp_path: Path) -> None:
    both = bytes.fromhex("d2bbc4a3") + b",1\n"  # 一模 in GBK, and two other letters in UTF-8
    assert both.decode("utf-8") != both.decode("gbk")
    assert decode(both) == UNDECIDED
    assert "分不清是 UTF-8 还是 GBK" in slips(tmp_path, both)[0]


@given(st.text(st.characters(codec="gb2312"), min_size=1))
def test_chinese_in_utf8_or_gbk_is_never_taken_for_the_other(text: str) -> None:
    for encoding in ("utf-8", "gb18030"):
        found = decode(text.encode(encoding))
        assert found in (text, UNDECIDED, NO_TEXT) or "\0" in text


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    assert "既不是 UTF-8 也不是 GBK" in slips(tmp_path, b"\xff\xff\x80,1\n")[0]
    assert "里面什么也没有" in slips(tmp_path, b" \n")[0]
    assert "改了名字的表格" in slips(tmp_path, b"PK\x03\x04xx")[0]


def test_everything_wrong_with_a_file_is_told_at_once(tmp_path: Path) -> None:
    found = slips(tmp_path, '企业,支出（万圆）,,支出,支出\n甲,1\n乙,1,2,3,4,5\n"丙,1\n')
    assert found == [
        "企业.csv：第4行的引号没有配对",
        "企业.csv：列名“支出（万圆）”括号里的“万圆”不是单位：写单位（万元、%、家……），或去掉括号",
        "企业.csv：第1行第3列没有列名：写上，或删掉这一列",
        "企业.csv：第1行有两列都叫“支出”：改一个名字，或删一列",
        "企业.csv：第2行只有 2 格，列名有 5 个：空格子也要留着",
        "企业.csv：第3行有 6 格，列名只有 5 个：格子里的逗号要加引号",
    ]


def test_a_number_that_a_spreadsheet_shortened_is_refused_in_a_csv_too(tmp_path: Path) -> None:
    assert "超过 15 位" in slips(tmp_path, "企业\n9.15304E+17\n")[0]


@pytest.mark.parametrize("name", ["企业.xls", "企业.et", "企业.ods"])
def test_other_formats_are_refused_with_what_to_do(tmp_path: Path, name: str) -> None:
    assert "另存为 .xlsx" in slips(tmp_path, b"x", name)[0]


def test_dates_and_thousands_are_written_as_the_language_does() -> None:
    assert [of_text(text) for text in ("2026.6.30", "2026/06/30 0:00:00", "2026年6月30日", "1,234,567.8")] == [
        "2026-06-30", "2026-06-30", "2026-06-30", "1234567.8",
    ]  # fmt: skip
    assert [of_text(text) for text in ("2026/13/1", "1,23", "12-3", "2026/6/30 8:00")] == [
        "2026/13/1", "1,23", "12-3", "2026/6/30 8:00",
    ]  # fmt: skip


# ── workbooks ──


def book(**sheets: list[list[object]]) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return made


def saved(made: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_workbook_has_a_table_a_worksheet(tmp_path: Path) -> None:
    made = book(
        企业=[["企业", "年度支出（万元）"], ["甲", 29999.99], [None, None]],
        合同=[["合同"], ["A1"]],
        空=[],
        说明=[["填表"]],
    )
    found = read(tmp_path, saved(made), "表.xlsx")
    assert [(sheet.title, len(sheet.rows)) for sheet in found] == [("企业", 1), ("合同", 1)]
    assert found[0].rows[0].cells == ("甲", "29999.99万元")


def test_a_lone_worksheet_is_called_after_its_file(tmp_path: Path) -> None:
    (sheet,) = read(tmp_path, saved(book(Sheet1=[["企业"], ["甲"]])), "企业.xlsx")
    assert sheet.title == "企业"


def test_cells_of_a_workbook_are_text(tmp_path: Path) -> None:
    made = book(企业=[["企业", "a", "b", "c", "d", "e", "f", "g"],
                      ["915304001234567890", 0.3, 0.1 + 0.2, DAY, True, 20.0, 1e-07, 3]])  # fmt: skip
    made["企业"]["B2"].number_format = "0.00%"
    (sheet,) = read(tmp_path, saved(made), "企业.xlsx")
    assert sheet.rows[0].cells == ("915304001234567890", "30%", "0.3", "2026-06-30", "是", "20", "0.0000001", "3")


def test_what_a_spreadsheet_destroyed_or_hides_is_refused(tmp_path: Path) -> None:
    made = book(企业=[["企业", "a", "b", "c", "d", "e", "f"],
                      [915304001234567890, 1, "=1/0", "=A1", DAY.replace(hour=8), 12345678, 5]])  # fmt: skip
    sheet = made["企业"]
    sheet["B2"].value, sheet["B2"].data_type = "#DIV/0!", "e"
    sheet["F2"].number_format = '0!.0,"万元"'
    sheet["G2"].number_format = '0"家"'
    sheet.merge_cells("A3:B4")
    found = slips(tmp_path, saved(made), "企业.xlsx")
    assert [words.partition("：")[2][:8] for words in found] == [
        "A3:B4 是合", "这个数超过 15", "公式算出来的是错", "公式没有存下结果", "公式没有存下结果",
        "日期后面带着钟点", "显示的格式改变了", "显示的格式改变了",
    ]  # fmt: skip
    assert found[1].endswith("（A2，读到“9.15304001234568e+17”）")


def test_broken_and_locked_workbooks_are_refused(tmp_path: Path) -> None:
    assert "不是能读的 .xlsx" in slips(tmp_path, b"PK\x03\x04broken", "企业.xlsx")[0]
    assert "加了密码" in slips(tmp_path, b"\xd0\xcf\x11\xe0rest", "企业.xlsx")[0]
    assert "里面什么也没有" in slips(tmp_path, saved(book(企业=[])), "企业.xlsx")[0]


def test_without_openpyxl_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(book(企业=[["企业"]]))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert "python -m pip install" in slips(tmp_path, data, "企业.xlsx")[0]


@given(st.decimals(min_value=0, max_value=10**9, places=6))
def test_a_decimal_of_15_digits_comes_back_from_a_float_exactly(value: Decimal) -> None:
    text = of_value(float(value), numbers.FORMAT_GENERAL)
    assert isinstance(text, str)
    assert Decimal(text) == value


@given(st.binary(max_size=60))
def test_any_bytes_are_a_table_or_slips(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("企业.csv", "企业.xlsx"):
            file = Path(folder) / name
            file.write_bytes(data)
            with contextlib.suppress(SheetError):
                read_sheets(file)

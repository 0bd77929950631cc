"""What stands on the page is taken, in its order; what is not text is counted."""

import io

import docx
import pytest
from wordfiles import level, lists, make, paragraph, table

from polc.workspace.paper.telling import told
from polc.workspace.paper.word import Paper, read


def paper(data: bytes) -> Paper:
    found = read(data)
    assert isinstance(found, Paper), found
    return found


def run(inner: str, marks: str = "") -> str:
    return f"<w:r><w:rPr>{marks}</w:rPr>{inner}</w:r>"


def text(words: str, marks: str = "") -> str:
    return run(f'<w:t xml:space="preserve">{words}</w:t>', marks)


def test_what_word_itself_would_make_is_read() -> None:
    document = docx.Document()
    document.add_heading("示范市若干措施", level=1)
    document.add_paragraph("第一条 对企业给予5万元补助。")
    made = document.add_table(rows=2, cols=2)
    for cell, words in zip([*made.rows[0].cells, *made.rows[1].cells], ("档", "额", "甲", "5万元"), strict=True):
        cell.text = words
    document.add_paragraph("第二条 施行。")
    stream = io.BytesIO()
    document.save(stream)
    found = paper(stream.getvalue())
    assert (
        found.text == "示范市若干措施\n第一条 对企业给予5万元补助。\n｜ 档 ｜ 额 ｜\n｜ 甲 ｜ 5万元 ｜\n第二条 施行。\n"
    )


def test_a_text_is_what_the_same_text_is_as_plain_lines() -> None:
    plain = [
        "示范市若干措施",
        "",
        "　　为促进发展，制定本措施。",
        "第一条 给钱。对 A&amp;B 给予5万元。",
        "（一）甲；",
        "完",
    ]
    assert paper(make("".join(paragraph(line) for line in plain))).text == "\n".join(plain).replace("&amp;", "&") + "\n"


def test_runs_links_and_controls_are_joined() -> None:
    inner = (
        text("对")
        + f"<w:hyperlink>{text('企业')}</w:hyperlink>"
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{text('给予')}</w:sdtContent></w:sdt>"
        + f'<w:smartTag w:element="x">{text("5万元")}</w:smartTag>'
        + '<w:fldSimple w:instr="REF a">' + text("补助") + "</w:fldSimple>"
        + run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>DATE</w:instrText>")
        + run('<w:fldChar w:fldCharType="separate"/>') + text("。") + run('<w:fldChar w:fldCharType="end"/>')
    )  # fmt: skip
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('在控件里')}</w:sdtContent></w:sdt>"
    asked = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{text('单击输入')}</w:sdtContent></w:sdt>"
    assert (
        paper(make(paragraph(runs=inner) + control + paragraph("末", runs=asked))).text
        == "对企业给予5万元补助。\n在控件里\n末\n"
    )


def test_a_soft_line_break_ends_a_line_and_a_tab_stays() -> None:
    inner = run("<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丁</w:t>")
    assert paper(make(paragraph(runs=inner))).text == "甲\n乙\t丙-丁\n"


def test_blank_lines_are_one_at_most() -> None:
    assert (
        paper(make(paragraph() + paragraph("甲") + paragraph() * 5 + paragraph("乙") + paragraph())).text
        == "甲\n\n乙\n"
    )


def test_insertions_are_taken_and_deletions_are_not() -> None:
    inner = (
        text("给予")
        + f'<w:del w:id="1">{run("<w:delText>5</w:delText>")}</w:del><w:ins w:id="2">{text("6")}</w:ins>'
        + f'<w:moveFrom w:id="3">{text("旧")}</w:moveFrom><w:moveTo w:id="4">{text("新")}</w:moveTo>'
        + text("万元")
    )
    found = paper(make(paragraph(runs=inner)))
    assert (found.text, found.met["inserted"], found.met["deleted"]) == ("给予6新万元\n", 2, 2)
    assert "修订：2 处插入（已抄入）、2 处删除（没有抄）" in "".join(words.zh for words in told(found))


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    body = (
        paragraph("前半，", marks='<w:del w:id="1"/>')
        + paragraph("后半。")
        + paragraph("下一段", marks='<w:ins w:id="2"/>')
    )
    assert paper(make(body)).text == "前半，后半。\n下一段\n"
    assert paper(make(paragraph("没有下一段", marks='<w:del w:id="1"/>'))).text == "没有下一段\n"


def test_hidden_text_is_left_out_and_counted() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="hp"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    inner = text("见") + text("不见", "<w:vanish/>") + text("也不见", '<w:rStyle w:val="h"/>')
    shown = text("又见", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
    body = (
        paragraph(runs=inner + shown)
        + paragraph("整段", style="hp")
        + paragraph(runs=text("全藏", "<w:vanish/>"), marks="<w:vanish/>")
    )
    found = paper(make(body, styles=styles))
    assert (found.text, found.met["hidden"]) == ("见又见\n", 4)


def test_what_is_left_out_is_counted_and_shown() -> None:
    box = (
        "<mc:AlternateContent><mc:Choice Requires='wps'>"
        "<w:drawing><wps:wsp><w:txbxContent>{0}</w:txbxContent></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    ).format(paragraph("框里的字"))
    inner = run(
        '<w:footnoteReference w:id="1"/><w:commentReference w:id="0"/><w:drawing><pic:pic/></w:drawing>'
        f'<w:sym w:font="Wingdings" w:char="F0A8"/>{box}'
    )
    body = paragraph("甲", runs=f"{inner}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>")
    found = paper(
        make(
            body,
            footnotes=f'<w:footnote w:id="1">{paragraph("注里的字" * 10)}</w:footnote>',
            header1=paragraph("示范市人民政府文件"),
        )
    )
    assert found.text == "甲\n"
    kinds = ("footnote", "comment", "picture", "symbol", "text box", "formula", "margin")
    assert [found.met[kind] for kind in kinds] == [1] * len(kinds)
    said = "\n".join(words.zh for words in told(found))
    assert "1 条脚注、尾注“注里的字注里的字注里的字注里的字注里的字…”；1 个文本框“框里的字”" in said
    assert "页眉、页脚“示范市人民政府文件”" in said
    assert all(words.en.isascii() or "“" in words.en for words in told(found))


def test_a_page_number_is_no_header() -> None:
    assert paper(make(paragraph("甲"), header1=paragraph("第 1 页 共 9 页"))).met["margin"] == 0


def test_a_table_of_contents_is_left_out() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style>'
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph('第一条 甲 1')}</w:sdtContent></w:sdt>"
    found = paper(make(control + paragraph("第二条 乙 2", style="t1") + paragraph("第一条 甲"), styles=styles))
    assert (found.text, found.met["contents"]) == ("第一条 甲\n", 2)


def test_ruby_keeps_the_word_and_drops_its_reading() -> None:
    ruby = f"<w:ruby><w:rt>{text('yù')}</w:rt><w:rubyBase>{text('玉')}</w:rubyBase></w:ruby>"
    assert paper(make(paragraph(runs=run(ruby) + text("溪")))).text == "玉溪\n"


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_tables_stand_where_they_stood() -> None:
    found = paper(make(paragraph("前") + table(("营业收入", "奖励"), ("达到1亿元", "10万元")) + paragraph("后")))
    assert found.text == "前\n｜ 营业收入 ｜ 奖励 ｜\n｜ 达到1亿元 ｜ 10万元 ｜\n后\n"
    assert found.met["table"] == 1


def test_a_table_of_one_column_is_a_frame() -> None:
    framed = f"<w:tbl><w:tr><w:tc>{paragraph('第一条 甲。')}{paragraph('第二条 乙。')}</w:tc></w:tr></w:tbl>"
    assert paper(make(framed)).text == "第一条 甲。\n第二条 乙。\n"


def test_merged_cells_are_written_once() -> None:
    def cell(words: str, marks: str = "") -> str:
        return f"<w:tc><w:tcPr>{marks}</w:tcPr>{paragraph(words)}</w:tc>"

    rows = (
        cell("算力", '<w:vMerge w:val="restart"/>') + cell("100P") + cell("5万元"),
        cell("", "<w:vMerge/>") + cell("500P") + cell("9万元"),
        cell("其他不奖", '<w:gridSpan w:val="3"/>'),
    )
    body = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    assert paper(make(body)).text == "｜ 算力 ｜ 100P ｜ 5万元 ｜\n｜  ｜ 500P ｜ 9万元 ｜\n｜ 其他不奖 ｜\n"


def test_a_deleted_row_is_left_out_and_an_inserted_one_is_taken() -> None:
    def row(a: str, marks: str = "") -> str:
        return f"<w:tr><w:trPr>{marks}</w:trPr><w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph('额')}</w:tc></w:tr>"

    rows = row("甲") + row("乙", '<w:del w:id="1"/>') + row("丙", '<w:ins w:id="2"/>')
    found = paper(make(f"<w:tbl>{rows}</w:tbl>"))
    assert (found.text, found.met["deleted"], found.met["inserted"]) == ("｜ 甲 ｜ 额 ｜\n｜ 丙 ｜ 额 ｜\n", 1, 1)


def test_a_table_in_a_cell_becomes_one_line_and_is_told() -> None:
    body = (
        f"<w:tbl><w:tr><w:tc>{paragraph('外')}</w:tc><w:tc>{table(('内一', '内二'))}{paragraph()}</w:tc></w:tr></w:tbl>"
    )
    found = paper(make(body))
    assert (found.text, found.met["nested table"]) == ("｜ 外 ｜ ｜ 内一 ｜ 内二 ｜ ｜\n", 1)


def test_numbers_count_through_tables() -> None:
    framed = (
        f"<w:tbl><w:tr><w:tc>{paragraph('乙', num='1')}</w:tc><w:tc>{paragraph('丙', num='1')}</w:tc></w:tr></w:tbl>"
    )
    body = paragraph("甲", num="1") + framed + paragraph("丁", num="1")
    assert (
        paper(make(body, numbering=lists(level(0, "decimal", "%1、")))).text == "1、甲\n｜ 2、乙 ｜ 3、丙 ｜\n4、丁\n"
    )


@pytest.mark.parametrize("words", ["甲", "第一条 甲"])
def test_a_plain_text_from_word_has_nothing_to_tell(words: str) -> None:
    assert list(told(paper(make(paragraph(words))))) == []

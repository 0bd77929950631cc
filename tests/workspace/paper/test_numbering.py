"""The numbers that Word makes itself, and that no text of the file holds."""

from wordfiles import level, lists, make, paragraph

from polc.workspace.paper.word import Paper, read


def lines(data: bytes) -> list[str]:
    paper = read(data)
    assert isinstance(paper, Paper), paper
    return [line for line in paper.text.splitlines() if line]


def test_chapters_articles_and_items_are_numbered() -> None:
    articles = (
        level(0, "chineseCountingThousand", "第%1条")
        + level(1, "chineseCounting", "（%2）")
        + level(2, "decimal", "%3.")
    )
    numbering = lists(articles, level(0, "japaneseCounting", "第%1章"))
    body = (
        paragraph("总则", num="2")
        + paragraph("目的。", num="1")
        + paragraph("给钱：", num="1")
        + paragraph("甲；", num="1", at=1)
        + paragraph("子；", num="1", at=2)
        + paragraph("丑；", num="1", at=2)
        + paragraph("乙。", num="1", at=1)
        + paragraph("附则", num="2")
        + paragraph("施行。", num="1")
        + paragraph("另：", num="1", at=1)
    )
    assert lines(make(body, numbering=numbering)) == [
        "第一章 总则",
        "第一条 目的。",
        "第二条 给钱：",
        "（一）甲；",
        "1. 子；",
        "2. 丑；",
        "（二）乙。",
        "第二章 附则",
        "第三条 施行。",
        "（一）另：",
    ]


def test_a_pause_mark_takes_no_blank_and_a_template_may_hold_several_numbers() -> None:
    numbering = lists(level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
    body = (
        paragraph("甲", num="1")
        + paragraph("乙", num="1", at=1)
        + paragraph("丙", num="1")
        + paragraph("丁", num="1", at=1)
    )
    assert lines(make(body, numbering=numbering)) == ["一、甲", "1.1 乙", "二、丙", "2.1 丁"]


def test_a_suffix_of_nothing_takes_no_blank() -> None:
    numbering = lists(level(0, "decimal", "%1.", more='<w:suff w:val="nothing"/>'))
    assert lines(make(paragraph("甲", num="1"), numbering=numbering)) == ["1.甲"]


def test_a_list_starts_where_it_says() -> None:
    numbering = lists(level(0, "chineseCounting", "第%1条", start=5))
    assert lines(make(paragraph("甲", num="1") + paragraph("乙", num="1"), numbering=numbering)) == [
        "第五条 甲",
        "第六条 乙",
    ]


def test_lists_of_one_abstract_list_count_on_unless_one_starts_anew() -> None:
    again = '<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1、"), nums={"2": '<w:abstractNumId w:val="0"/>', "3": again})
    body = (
        paragraph("甲", num="1")
        + paragraph("乙", num="2")
        + paragraph("丙", num="3")
        + paragraph("丁", num="3")
        + paragraph("戊", num="1")
    )
    assert lines(make(body, numbering=numbering)) == ["1、甲", "2、乙", "1、丙", "2、丁", "3、戊"]


def test_a_level_may_be_overridden_whole() -> None:
    circled = level(0, "decimalEnclosedCircle", "%1")
    other = f'<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{circled}</w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1."), nums={"2": other})
    assert lines(make(paragraph("甲", num="2"), numbering=numbering)) == ["① 甲"]


def test_a_level_that_never_restarts_counts_through() -> None:
    numbering = lists(
        level(0, "chineseCounting", "第%1章") + level(1, "chineseCounting", "第%2条", more='<w:lvlRestart w:val="0"/>')
    )
    body = "".join(paragraph("甲", num="1", at=at) for at in (0, 1, 1, 0, 1))
    assert [line.split()[0] for line in lines(make(body, numbering=numbering))] == [
        "第一章",
        "第一条",
        "第二条",
        "第二章",
        "第三条",
    ]


def test_a_level_restarts_only_after_the_level_it_names() -> None:
    third = level(2, "decimal", "%3.", more='<w:lvlRestart w:val="1"/>')
    numbering = lists(level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + third)
    body = "".join(paragraph("甲", num="1", at=at) for at in (0, 1, 2, 1, 2, 0, 2))
    told = [line.removesuffix("甲").strip() for line in lines(make(body, numbering=numbering))]
    assert told == ["一、", "（一）", "1.", "（二）", "2.", "二、", "1."]


def test_a_style_numbers_its_paragraphs_and_those_based_on_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="条"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="a"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    linked = level(0, "chineseCounting", "第%1条", more='<w:pStyle w:val="a"/>') + level(1, "chineseCounting", "（%2）")
    body = (
        paragraph("甲", style="a")
        + paragraph("乙", style="b")
        + paragraph("丙", style="c")
        + paragraph("丁", style="a", num="0")
    )
    assert lines(make(body, styles=styles, numbering=lists(linked))) == ["第一条 甲", "第二条 乙", "（一）丙", "丁"]


def test_a_style_finds_its_level_by_name() -> None:
    numbered = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    styles = f'<w:style w:type="paragraph" w:styleId="item">{numbered}</w:style>'
    levels = level(0, "chineseCounting", "第%1条") + level(
        1, "chineseCounting", "（%2）", more='<w:pStyle w:val="item"/>'
    )
    assert lines(make(paragraph("甲", style="item"), styles=styles, numbering=lists(levels))) == ["（一）甲"]


def test_the_default_style_counts_too() -> None:
    numbered = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    styles = f'<w:style w:type="paragraph" w:default="1" w:styleId="n">{numbered}</w:style>'
    numbering = lists(level(0, "decimal", "%1."))
    assert lines(make(paragraph("甲") + paragraph("乙"), styles=styles, numbering=numbering)) == ["1. 甲", "2. 乙"]


def test_a_list_may_be_borrowed_from_a_list_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="l"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = lists(level(0, "chineseCounting", "第%1条"), '<w:numStyleLink w:val="l"/>')
    assert lines(make(paragraph("甲", num="2") + paragraph("乙", num="1"), styles=styles, numbering=numbering)) == [
        "第一条 甲",
        "第二条 乙",
    ]


def test_what_is_broken_in_the_lists_is_no_number() -> None:
    circle = (
        '<w:style w:type="numbering" w:styleId="l"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    numbering = lists(
        level(0, "decimal", "%1."), '<w:numStyleLink w:val="l"/>', nums={"9": '<w:abstractNumId w:val="77"/>'}
    )
    body = (
        paragraph("甲", num="2")
        + paragraph("乙", num="9")
        + paragraph("丙", num="44")
        + paragraph("丁", num="1", at=7)
        + paragraph("戊", num="1")
    )
    assert lines(make(body, styles=circle, numbering=numbering)) == ["甲", "乙", "丙", "丁", "1. 戊"]
    assert lines(make(paragraph("甲", num="1"))) == ["甲"]


def test_a_level_that_was_skipped_shows_its_start_and_is_not_used_up() -> None:
    numbering = lists(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"))
    body = paragraph("甲", num="1", at=1) + paragraph("乙", num="1") + paragraph("丙", num="1", at=1)
    assert lines(make(body, numbering=numbering)) == ["1.1 甲", "1. 乙", "1.1 丙"]


def test_bullets_are_left_out_and_counted() -> None:
    paper = read(
        make(paragraph("甲", num="1") + paragraph("乙", num="1"), numbering=lists(level(0, "bullet", "\uf06c")))
    )
    assert isinstance(paper, Paper)
    assert (paper.text, paper.met["bullet"], paper.labels) == ("甲\n乙\n", 2, ())


def test_a_style_of_numbers_that_is_not_known_is_counted() -> None:
    paper = read(make(paragraph("甲", num="1"), numbering=lists(level(0, "hindiVowels", "%1、"))))
    assert isinstance(paper, Paper)
    assert (paper.text, paper.met["unknown style"]) == ("1、甲\n", 1)


def test_an_empty_paragraph_that_shows_a_number_counts_and_a_deleted_one_does_not() -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>'
    body = paragraph(num="1") + paragraph(num="1", marks='<w:del w:id="2"/>', runs=gone) + paragraph("乙", num="1")
    assert lines(make(body, numbering=lists(level(0, "decimal", "%1、")))) == ["1、", "2、乙"]

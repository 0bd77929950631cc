"""Files that are no text: each is told what it is and what to do with it, and none makes a traceback."""

import io
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wordfiles import MAIN, make, paragraph

from polc.diagnostics import Words
from polc.hosts.cli import exits, main
from polc.workspace.paper import refused as limits
from polc.workspace.paper.official import official
from polc.workspace.paper.word import Paper, read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def named(word: str) -> bytes:
    return OLE + word.encode("utf-16-le")


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def changed(data: bytes, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped(**{name: archive.read(name).replace(old, new) for name in archive.namelist()})


PICTURE = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"
TEMPLATE = MAIN.replace("document.main", "template.main")
FILES: dict[str, tuple[str, bytes, str]] = {
    "old word": ("稿.doc", named("WordDocument"), "旧格式"),
    "wps": ("稿.wps", named("WordDocument"), "旧格式"),
    "old word, renamed": ("稿.docx", named("WordDocument"), "旧格式"),
    "old sheet": ("稿.xls", named("Workbook"), "表格"),
    "locked": ("稿.docx", named("EncryptedPackage"), "密码"),
    "pdf": ("稿.pdf", b"%PDF-1.7\n", "PDF"),
    "pdf, renamed": ("稿.docx", b"%PDF-1.7\n", "PDF"),
    "scan": ("稿.jpg", b"\xff\xd8\xff\xe0" + bytes(9), "图片"),
    "scan, renamed": ("稿.txt", b"\x89PNG\r\n\x1a\n", "图片"),
    "rich text": ("稿.doc", rb"{\rtf1\ansi}", "另存为"),
    "page": ("稿.doc", b"<html><body>", "另存为"),
    "old xml": ("稿.doc", b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>', "另存为"),
    "ofd": ("稿.ofd", zipped(**{"OFD.xml": b"<a/>"}), "另存为"),
    "sheet": ("稿.xlsx", zipped(**{"xl/workbook.xml": b"<a/>"}), "表格"),
    "archive": ("稿.zip", zipped(**{"稿.docx": b"a"}), "压缩包"),
    "another archive": ("稿.rar", b"Rar!\x1a\x07", "压缩包"),
    "cut off": ("稿.docx", make(paragraph("甲"))[:-40], "坏了"),
    "nothing but a name": ("稿.docx", "第一条".encode(), "坏了"),
    "no xml": ("稿.docx", zipped(**{"word/document.xml": b"\x00"}), "坏了"),
    "broken xml": ("稿.docx", make("<w:p>"), "坏了"),
    "no body": ("稿.docx", changed(make(""), b"w:body", b"w:bodi"), "坏了"),
    "template": ("稿.docx", make(paragraph("甲"), main=TEMPLATE), "模板"),
    "macros": ("稿.docm", make(paragraph("甲"), main="application/vnd.ms-word.document.macroEnabled.main+xml"), "宏"),
    "pictures only": ("稿.docx", make(f"<w:p>{PICTURE}{PICTURE}</w:p>"), "2 张图片"),
    "empty": ("稿.docx", make("<w:p/>"), "没有文字"),
    "old text": ("稿.doc", b"", "旧格式"),
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("POLC_LANG", raising=False)


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_that_is_no_text_is_told_what_to_do(
    kind: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name, data, word = FILES[kind]
    Path(name).write_bytes(data)
    assert main(["new", "demo", "--from", name, "--lang", language]) == exits.FOUND
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"polc: {name}")
    assert "{" not in said.err
    assert "Traceback" not in said.err
    assert language == "en" or word in said.err
    assert not Path("demo").exists()


def test_a_file_that_would_unpack_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = make(paragraph("甲"), extra={"word/media/a.bmp": bytes(2_000_000)})
    assert limits.refused(bomb, ".docx") is None
    monkeypatch.setattr(limits, "MOST_BYTES", 1_000_000)
    assert limits.refused(bomb, ".docx") is not None
    monkeypatch.undo()
    monkeypatch.setattr(limits, "MOST_XML", 100)
    assert limits.refused(bomb, ".docx") is not None
    monkeypatch.undo()
    monkeypatch.setattr(limits, "MOST_PARTS", 2)
    assert limits.refused(bomb, ".docx") is not None


def test_entities_are_not_expanded() -> None:
    lol = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    data = changed(make(paragraph("甲") + paragraph("XX")), b"XX", b"&b;")
    found = read(changed(data, b"<w:document ", lol + b"<w:document "))
    assert isinstance(found, Words) or "haha" not in found.text


def test_a_word_file_is_one_whatever_it_is_called() -> None:
    Path("稿.txt").write_bytes(make(paragraph("第一条 甲。")))
    found = official("稿.txt")
    assert found.source is not None
    assert (found.source.text, found.refusal) == ("第一条 甲。\n", None)


def test_without_the_reader_of_word_files_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    Path("稿.docx").write_bytes(make(paragraph("甲")))
    assert main(["new", "demo", "--from", "稿.docx"]) == exits.FOUND
    assert 'pip install "python-docx' in capsys.readouterr().err


WHOLE = make(paragraph("第一条 对企业给予5万元。"), styles="", numbering="", footnotes="")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=4), st.integers(0, len(WHOLE)))
def test_a_damaged_file_gives_a_text_or_a_reason(changes: list[tuple[int, int]], kept: int) -> None:
    data = bytearray(WHOLE[: kept or None])
    for place, byte in changes:
        if place < len(data):
            data[place] = byte
    if limits.refused(bytes(data), ".docx") is None:
        assert isinstance(read(bytes(data)), Paper | Words)


PIECES = [
    paragraph("第一条 甲"), paragraph("乙", num="1"), paragraph("丙", num="x"), paragraph("丁", num="1", at=8),
    "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", "<w:sdt/>", "<w:p/>", "<w:r/>",
    "<mc:AlternateContent/>", "<w:p><w:r><mc:AlternateContent/></w:r></w:p>", "<w:ins/>", "<w:p><w:ins/></w:p>",
    "<!-- a -->", "<?a b?>", "<w:p><w:r><w:t/></w:r></w:p>", "<w:p><w:r><w:sym/><w:tab/><w:ruby/></w:r></w:p>",
    '<w:p><w:pPr><w:pStyle w:val="gone"/><w:numPr/></w:pPr></w:p>',
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/></w:numPr></w:pPr></w:p>',
]  # fmt: skip
ABSTRACT = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{}</w:lvl></w:abstractNum>'
LISTS = [
    "",
    "<w:num/>",
    "<w:abstractNum/>",
    '<w:num w:numId="1"/>',
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ABSTRACT.format(""),
    ABSTRACT.format('<w:start w:val="99999999999"/><w:lvlText w:val="%1%9"/>'),
    ABSTRACT.format('<w:start w:val="-4"/><w:numFmt/><w:lvlText w:val="%1"/>'),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8), st.lists(st.sampled_from(LISTS), max_size=4))
def test_whatever_the_xml_says_there_is_a_text_or_a_reason(body: list[str], numbering: list[str]) -> None:
    found = read(make("".join(body), numbering="".join(numbering)))
    assert isinstance(found, Words) or found.text.strip()

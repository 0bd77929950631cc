"""Files that are no text and no .docx: what each is, told from its first bytes and then from its name, and what to do.

Guarantees: only the bytes decide where they can; nothing is unpacked here but the list of a zip file's contents.
"""

from __future__ import annotations

import io
import re
import zipfile

from polc.diagnostics import Words

MOST_PARTS, MOST_BYTES, MOST_XML = 5_000, 300_000_000, 50_000_000
"""What a .docx may unpack to: how many parts, how many bytes in all, how many of them XML."""

_WORD = "word/document.xml"

OLD_WORD = Words(
    "{file} 是旧格式（.doc 或 .wps）。用 Word 或 WPS 打开它，“另存为”选“Word 文档（*.docx）”，"
    "再用 polc new {name} --from 那个 .docx 文件",
    "{file} is in an old format (.doc or .wps). open it in Word or WPS, save it as “Word document (*.docx)”, "
    "then run polc new {name} --from with the .docx file",
)
LOCKED = Words(
    "{file} 设了密码，读不了。用 Word 或 WPS 打开它，在“文件－信息－保护文档”"
    "（WPS：“文件－文档加密”）里去掉打开密码，保存以后再来",
    "{file} is locked with a password. open it in Word or WPS, take the password away under "
    "“File – Info – Protect Document”, save it, and come again",
)
PDF = Words(
    "{file} 是 PDF，里面没有段落，只有字的位置，读出来的条款靠不住。向起草单位要 Word 稿（.docx）最好；没有的话，"
    "用 WPS 或 Word 打开 PDF，另存为 .docx，逐条核对以后再来；扫描件要先做文字识别，再逐字校对",
    "{file} is a PDF: it holds places of letters, no paragraphs, so clauses read from it could not be relied on. "
    "ask for the Word draft (.docx); or open the PDF in Word or WPS, save it as .docx, compare clause by clause and "
    "come again; a scan needs text recognition first, and proofreading",
)
PICTURE = Words(
    "{file} 是图片，里面没有文字。先做文字识别，逐字校对以后保存成 .docx 或 .txt，再来；有 Word 稿的，直接用 Word 稿",
    "{file} is a picture and holds no text. have its text recognised and proofread, save it as .docx or .txt, and "
    "come again; where there is a Word draft, use that",
)
SCANNED = Words(
    "{file} 里没有文字，只有 {pictures} 张图片，多半是扫描件。先做文字识别，"
    "逐字校对以后保存成 .docx 或 .txt，再来；有 Word 原稿的，直接用原稿",
    "{file} holds no text but {pictures} pictures: a scan, most likely. have its text recognised and proofread, save "
    "it as .docx or .txt, and come again; where there is a Word original, use that",
)
EMPTY = Words(
    "{file} 里没有文字。确认打开的是写好的那一份；文字若在文本框、脚注或页眉里，先剪切到正文里",
    "{file} holds no text. make sure that it is the file you mean; text that stands in text boxes, notes or headers "
    "has to be moved into the body first",
)
DAMAGED = Words(
    "{file} 读不出来，文件可能坏了，或者没有传完。用 Word 或 WPS 打开（它会问要不要修复），"
    "另存为 .docx，再来；打不开的，重新要一份",
    "{file} cannot be read: it is damaged or was not sent whole. open it in Word or WPS, let it repair the file, save "
    "it as .docx and come again; if it does not open, ask for it again",
)
TOO_LARGE = Words(
    "{file} 解开以后太大（上限 {most} MB），没有读。里面的图片、附件先删掉，只留文字，另存为 .docx，再来",
    "{file} would unpack to more than {most} MB and was not read. take out pictures and attachments, keep the text, "
    "save it as .docx and come again",
)
OTHER_WORD = Words(
    "{file} 是带宏的文档、模板或“严格”格式的文档。用 Word 打开，“另存为”选“Word 文档（*.docx）”，再来",
    "{file} is a document with macros, a template, or in the “strict” format. open it in Word, save it as "
    "“Word document (*.docx)”, and come again",
)
OFFICE = Words(
    "{file} 不是文字稿（.docx、.txt），读不了。用生成它的程序打开，"
    "“另存为”选“Word 文档（*.docx）”或“纯文本（*.txt）”（编码选 UTF-8），再来",
    "{file} is neither .docx nor .txt and cannot be read. open it in its own program, save it as "
    "“Word document (*.docx)” or as “plain text (*.txt)” in UTF-8, and come again",
)
SHEET = Words(
    "{file} 是表格，不是文字稿。条款文字另存为 .docx 或 .txt 再来；表格里的数据，留着写“示例”和对象的事实",
    "{file} is a sheet, not a text. save the clauses as .docx or .txt and come again; "
    "keep the data for examples and facts",
)
ARCHIVE = Words(
    "{file} 是压缩包。先解压，再用里面的 .docx 或 .txt 文件",
    "{file} is an archive. unpack it first, then use the .docx or .txt file in it",
)

_BY_NAME = {
    ".doc": OLD_WORD, ".wps": OLD_WORD, ".dot": OLD_WORD, ".wpt": OLD_WORD, ".pdf": PDF, ".docm": OTHER_WORD,
    ".dotx": OTHER_WORD, ".dotm": OTHER_WORD, ".xlsx": SHEET, ".xls": SHEET, ".et": SHEET, ".csv": SHEET,
    ".zip": ARCHIVE,     ".rar": ARCHIVE, ".7z": ARCHIVE, ".docx": DAMAGED,
    **dict.fromkeys((".rtf", ".odt", ".ofd", ".html", ".htm", ".mht", ".mhtml"), OFFICE),
    **dict.fromkeys((".caj", ".pages", ".ppt", ".pptx"), OFFICE),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".heic", ".webp"), PICTURE),
}  # fmt: skip

_BY_BYTES: tuple[tuple[bytes, Words], ...] = (
    (rb"\s{0,16}%PDF-", PDF),
    (rb"\s{0,16}\{\\rtf", OFFICE),
    (rb"\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|II\*\x00|MM\x00\*|BM.{4}\x00{4}", PICTURE),
    (rb"Rar!\x1a|7z\xbc\xaf|\x1f\x8b", ARCHIVE),
    (rb"(?i)(?:\xef\xbb\xbf)?\s{0,16}<(?:!doctype\s+html|html)", OFFICE),
    (rb"(?i)(?:\xef\xbb\xbf)?\s{0,16}<\?xml[^>]{0,80}\?>\s{0,16}<(?:html|\?mso-application)", OFFICE),
    (rb"(?i)mime-version:", OFFICE),
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML = re.compile(r"\.(?:xml|rels)$", re.IGNORECASE)


def too_large(most: int) -> Words:
    """Return what to say of a file that unpacks to more than ``most`` bytes."""
    return TOO_LARGE.fill(file="{file}", most=str(most // 1_000_000))


def is_word(data: bytes) -> bool:
    """Whether the bytes are those of a .docx, whatever the file is called."""
    return data.startswith(b"PK") and _WORD in _listed(data)


def refused(data: bytes, suffix: str) -> Words | None:
    """Return why a file is not read, or None where it is a .docx within bounds, or may be plain text."""
    if data.startswith(_OLE):
        return LOCKED if "EncryptedPackage".encode("utf-16-le") in data else _old(data)
    for pattern, words in _BY_BYTES:
        if re.match(pattern, data, re.DOTALL):
            return words
    if data.startswith(b"PK"):
        return _zip(data, suffix)
    return _BY_NAME.get(suffix.lower())


def _old(data: bytes) -> Words:
    book = any(word.encode("utf-16-le") in data for word in ("Workbook", "Book\0"))
    return SHEET if book and "WordDocument".encode("utf-16-le") not in data else OLD_WORD


def _listed(data: bytes) -> dict[str, int]:
    """Return what is in a zip file and how large each part says it is; nothing where it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {info.filename: info.file_size for info in archive.infolist()[: MOST_PARTS + 1]}
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError):
        return {}


def _zip(data: bytes, suffix: str) -> Words | None:
    sizes = _listed(data)
    if _WORD not in sizes:
        kinds = (
            ("xl/workbook.xml", SHEET),
            ("ppt/presentation.xml", OFFICE),
            ("content.xml", OFFICE),
            ("OFD.xml", OFFICE),
        )
        known = next((words for part, words in kinds if part in sizes), None)
        other = ARCHIVE if sizes and suffix.lower() != ".docx" else None
        return known or other or _BY_NAME.get(suffix.lower())
    xml = sum(size for part, size in sizes.items() if _XML.search(part))
    if len(sizes) > MOST_PARTS or sum(sizes.values()) > MOST_BYTES or xml > MOST_XML:
        return too_large(MOST_BYTES)
    return None

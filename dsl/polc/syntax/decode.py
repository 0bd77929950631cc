"""From bytes to a ``Source``: UTF-8, UTF-16 and GB18030, with and without a mark.

Guarantees: any bytes and any path give a source or findings, never an exception; line ends stay as they are; the mark
at the start (BOM) is no part of the text. Invisible characters in an otherwise fine text are the parser's business.
"""

from __future__ import annotations

import codecs
import difflib
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from polc.errors.damaged_text import damaged_text
from polc.errors.empty_file import empty_file
from polc.errors.encoding_guessed import encoding_guessed
from polc.errors.file_not_found import file_not_found
from polc.errors.file_too_large import file_too_large
from polc.errors.file_unreadable import A_FOLDER, BAD_NAME, NO_PERMISSION, NOT_ORDINARY, file_unreadable
from polc.errors.not_text import not_text
from polc.text import Source

if TYPE_CHECKING:
    from polc.diagnostics import Diagnostic

LIMIT = 4_000_000
"""How many bytes a file may have; the longest measure takes a tenth of that."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"%PDF")
"""How .docx and .zip, .doc and .wps, .gz, .7z, .rar and .pdf begin."""

_JUNK = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")
r"""What no editor writes into a text; \x0b, \x0c and \x1b do occur."""

_DAMAGE = re.compile("\ufffd+")


def read(path: Path | str) -> tuple[Source | None, list[Diagnostic]]:
    """Read a file and decode it; None where there is nothing to go on with, and the findings say why."""
    name = str(path)
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            return None, [file_unreadable(name, A_FOLDER)]
        if not stat.S_ISREG(mode):
            return None, [file_unreadable(name, NOT_ORDINARY)]
        with Path(path).open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None, [missing(Path(path))]
    except ValueError:  # a NUL in the path
        return None, [file_unreadable(name.replace("\0", "\\0"), BAD_NAME)]
    except PermissionError:
        return None, [file_unreadable(name, NO_PERMISSION)]
    except OSError:  # too long a name, a loop of links, a disk that fails
        return None, [file_unreadable(name, NOT_ORDINARY)]
    return decode(data, name)


def missing(path: Path) -> Diagnostic:
    """Return the finding that ``path`` does not exist, with the closest path that does."""
    gone = path
    while not gone.parent.exists() and gone.parent != gone:
        gone = gone.parent
    try:
        siblings = [each.name for each in gone.parent.iterdir()]
    except OSError:
        siblings = []
    near = difflib.get_close_matches(gone.name, siblings, n=1)
    meant = gone.with_name(near[0]) / path.relative_to(gone) if near else None
    return file_not_found(str(path), missing=str(gone), near=str(meant) if meant and meant.exists() else "")


def decode(data: bytes, path: str) -> tuple[Source | None, list[Diagnostic]]:
    """Return the text of a file's bytes, or None, and what was noticed on the way."""
    if len(data) > LIMIT:
        return None, [file_too_large(path, LIMIT)]
    if data.startswith(_ARCHIVES):
        return None, [not_text(path, 1, archive=True)]
    source, findings = _decode_marked(data, path) or _decode_plain(data, path)
    if source is None:
        return None, findings
    junk = _JUNK.search(source.text)
    if junk:
        return None, [not_text(path, len(source.text[: junk.start()].encode(source.encoding, "replace")) + 1)]
    if not source.text.strip():
        return None, [empty_file(path)]
    return source, findings


def _decode_marked(data: bytes, path: str) -> tuple[Source | None, list[Diagnostic]] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_damage(data[len(mark) :], path, encoding)
    return None


def _decode_plain(data: bytes, path: str) -> tuple[Source | None, list[Diagnostic]]:
    unmarked = _unmarked_utf16(data)
    if unmarked is not None:
        return _guessed(Source(path, data.decode(unmarked), unmarked), unmarked.upper())
    try:
        return Source(path, data.decode("utf-8")), []
    except UnicodeDecodeError as bad:
        first = bad.start
    if _mostly_utf8(data):
        return _with_damage(data, path, "utf-8")
    try:
        return _guessed(Source(path, data.decode("gb18030"), "gb18030"), "GB18030")
    except UnicodeDecodeError:
        return None, [not_text(path, first + 1)]


def _with_damage(data: bytes, path: str, encoding: str) -> tuple[Source | None, list[Diagnostic]]:
    """Decode what is in ``encoding`` beyond doubt; what is broken becomes U+FFFD and one finding."""
    source = Source(path, data.decode(encoding, "replace"), encoding)
    if "\ufffd".encode(encoding) in data:  # the drafter's own U+FFFD: an invisible character like any other
        return source, []
    places = [found.span() for found in _DAMAGE.finditer(source.text)]
    return source, [damaged_text(source.span(*places[0]), len(places))] if places else []


def _guessed(source: Source, name: str) -> tuple[Source, list[Diagnostic]]:
    first = next((here for here, c in enumerate(source.text) if not c.isascii()), 0)
    return source, [encoding_guessed(source.span(first, first + 1), name)]


def _mostly_utf8(data: bytes) -> bool:
    """Whether ``data`` has three good Han characters for each broken one: then it is UTF-8 with damage.

    GBK read as UTF-8 gives broken characters and hardly ever a Han one.
    """
    text = data.decode("utf-8", "replace")
    good = sum("\u3000" <= c <= "\u9fff" for c in text)
    return good >= 3 * text.count("\ufffd")


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the UTF-16 that ``data`` is in without a mark: line ends and blanks show as a NUL beside them."""
    if len(data) % 2 or b"\0" not in data:
        return None
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        others = data[::2] if encoding == "utf-16-le" else data[1::2]
        if zeros.count(0) and not others.count(0):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if not _JUNK.search(text):
                return encoding
    return None

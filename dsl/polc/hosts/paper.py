"""Policies as files of paper, and what that takes from the machine: pictures as PNG, a browser that prints a PDF.

No request leaves the machine.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from polc.diagnostics import Words
from polc.site.contents import Entry
from polc.site.options import Options
from polc.site.paper import tell
from polc.site.pictures.picture import Drawing

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
"""Under which names a browser that can print is looked for, in this order."""
_ELSEWHERE = (
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
PATIENCE = 180
"""Seconds that a browser is waited for."""
NOT_INSTALLED = {
    "docx": Words(
        '写 .docx 要先装 {name}：pip install "polc[paper]"', 'a .docx needs {name}: pip install "polc[paper]"'
    ),
    "xlsx": Words(
        '写 .xlsx 要先装 {name}：pip install "polc[sheets]"', 'an .xlsx needs {name}: pip install "polc[sheets]"'
    ),
}
ONE_EACH = Words(
    "有 {n} 份政策，一份一个文件：--to 写一个文件夹，不是 {to}",
    "there are {n} policies, and each is a file: give a folder with --to instead of {to}",
)
A_FOLDER = Words(
    "{to} 是一个文件夹，写不成文件：换一个文件名，或者先给它改名",
    "{to} is a folder, and no file can be written there: choose another name, or rename it first",
)
UNWRITTEN = Words("写不了 {file}：{why}", "cannot write {file}: {why}")
NO_BROWSER = Words(
    "PDF 要用浏览器来排版，这里没有找到：先装 Chromium、Chrome 或 Edge（Debian：apt install chromium fonts-noto-cjk）；"
    "--format docx 不用浏览器",
    "a PDF is set by a browser, and none is found here: install Chromium, Chrome or Edge"
    " (Debian: apt install chromium fonts-noto-cjk); --format docx needs none",
)
NO_PDF = Words("浏览器没有写出 PDF：{why}", "the browser wrote no PDF: {why}")
_DATES = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")
_TIMES = 3
"""How many dots a picture has for each of the page."""


class PaperError(Exception):
    """A file could not be made; ``words`` say why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def write(entries: Sequence[Entry], kind: str, to: Path, options: Options, *, full: bool = False) -> list[Path]:
    """Write each policy as a file; return which. ``to`` is a file where it ends as the format does, else a folder.

    ``full``: every row of the examples stands in a .docx and a PDF too.
    Raises PaperError where something must be installed first, or where one file would have to hold several policies.
    """
    one = to.suffix.lower() == f".{kind}"
    if one and to.is_dir():
        raise PaperError(A_FOLDER.fill(to=str(to)))
    if one and len(entries) > 1:
        raise PaperError(ONE_EACH.fill(n=str(len(entries)), to=str(to)))
    written: list[Path] = []
    for entry in entries:
        target = to if one else to / f"{PurePosixPath(entry.folder).name}.{kind}"
        made = _made(entry, kind, options, full=full)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(made)
        except OSError as error:
            raise PaperError(UNWRITTEN.fill(file=str(target), why=error.strerror or str(error))) from error
        written.append(target)
    return written


def _made(entry: Entry, kind: str, options: Options, *, full: bool) -> bytes:
    try:
        if kind == "xlsx":
            from polc.site.paper.workbook import workbook  # noqa: PLC0415 - only the format asked for is loaded

            return workbook(entry, options)
        if kind == "docx":
            from polc.site.paper.word import word  # noqa: PLC0415 - as above

            return word(tell(entry, options, full=full), png)
    except ModuleNotFoundError as error:
        missing = {"docx": "python-docx"}.get(error.name or "", error.name or "")
        raise PaperError(NOT_INSTALLED[kind].fill(name=missing)) from error
    from polc.site.paper.page import page  # noqa: PLC0415 - as above

    return pdf(page(tell(entry, options, full=full)), options.day)


def png(drawing: Drawing) -> bytes | None:
    """Return a picture as PNG; None where resvg_py is not installed."""
    try:
        import resvg_py  # noqa: PLC0415 - only who puts pictures into a .docx pays for it
    except ModuleNotFoundError:
        return None
    from polc.site.paper.ink import INK  # noqa: PLC0415 - as above

    made = resvg_py.svg_to_bytes(
        svg_string=str(drawing.svg), style_sheet=INK, background="#ffffff", zoom=_TIMES, languages=["zh"]
    )
    return bytes(made)


def browser() -> str | None:
    """Return a browser that can print; None where there is none."""
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    return found or next((path for path in _ELSEWHERE if Path(path).is_file()), None)


def pdf(page: str, day: int) -> bytes:
    """Return a page of HTML as PDF, dated on a day (a proleptic ordinal).

    Raises PaperError where there is no browser, or it writes nothing.
    """
    program = browser()
    if program is None:
        raise PaperError(NO_BROWSER)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(page, encoding="utf-8", newline="\n")
        root = ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()  # chromium refuses root otherwise
        command = [program, *_FLAGS, *root, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}"]
        try:
            done = subprocess.run(  # noqa: S603 - a browser that the user installed, and a page of ours
                [*command, source.as_uri()], capture_output=True, timeout=PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PaperError(NO_PDF.fill(why=str(error))) from error
        if not target.is_file():
            last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            raise PaperError(NO_PDF.fill(why=" ".join(last) or str(done.returncode)))
        stamp = dt.date.fromordinal(day).strftime("%Y%m%d000000").encode()
        return _DATES.sub(rb"\g<1>" + stamp, target.read_bytes())

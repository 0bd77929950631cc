"""``polc new NAME``: a starter policy folder that checks and tests green; ``--from`` makes a skeleton of a text."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from polc.diagnostics import Severity, Words
from polc.hosts.cli import exits
from polc.hosts.cli.language import spoken
from polc.hosts.cli.report import report

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from polc.diagnostics.words import Language
    from polc.hosts.cli.parser import Parser
    from polc.workspace.paper.official import Official

_FILES = ("policy.pol", "source.txt", "README.md")

_EXISTS = Words(
    "已经有 {files}，不会覆盖；换一个名字，或者先把它们移走",
    "{files} exist already and are not overwritten; take another name, or move them away first",
)
_NO_FOLDER = Words("{path} 是一个文件，不能当文件夹用；换一个名字", "{path} is a file, not a folder; take another name")
_CANNOT_WRITE = Words("写不了 {path}：{why}", "cannot write {path}: {why}")
_MADE = Words("新建了 {files}", "made {files}")
_COUNTED = Words(
    "{chapters} 章，{clauses} 条，{quotes} 句原文", "chapters: {chapters}, clauses: {clauses}, quotes: {quotes}"
)
_NEXT_EXAMPLE = Words(
    "接下来：polc check {folder}，polc test {folder}；然后照着 policy.pol 里的注释改",
    "next: polc check {folder}, polc test {folder}; then follow the comments in policy.pol",
)
_NEXT_SKELETON = Words(
    "接下来：polc check {folder}，它会说哪些句子给钱；把这些条一条一条改写成“奖补”，配上“示例”",
    "next: polc check {folder}, which tells what sentences pay; encode these clause by clause, with examples",
)
_NO_CLAUSE = Words(
    "没有认出条的编号（第一条、（一）、1.），全文写成了一段宣示",
    "no numbered clause was recognised (第一条, （一）, 1.); the whole text is one exhortation",
)


class _Refusal(Exception):  # noqa: N818 - said to the user, no fault
    """The folder cannot be made; ``words`` say why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("name", metavar="NAME", help=say("新文件夹，例如 policies/demo", "the new folder"))
    parser.add_argument(
        "--from",
        dest="draft",
        metavar="FILE",
        help=say(
            "从正式文本（.docx、.txt）生成章、条和原文",
            "make chapters, clauses and quotes from an official text (.docx, .txt)",
        ),
    )


def run(args: argparse.Namespace) -> int:
    """Make the folder; return 1 where it cannot be made, and nothing is overwritten."""
    language = spoken(args)
    folder = Path(args.name)
    try:
        _look(folder, args.draft)
        if args.draft is None:
            _example(folder, language)
        elif not _skeleton(folder, args.name, args.draft, language):
            return exits.FOUND
    except _Refusal as refusal:
        print(f"polc: {refusal.words.in_(language)}", file=sys.stderr)
        return exits.FOUND
    return exits.FINE


def _look(folder: Path, draft: str | None) -> None:
    """Raise _Refusal where the folder cannot be made, or something in it would be overwritten."""
    kept = _in_place(folder, draft)
    try:
        folder.resolve().lstat()  # a name that no path can have is refused by this
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as problem:
        raise _unwritable(folder, problem) from problem
    try:
        if folder.exists() and not folder.is_dir():
            raise _Refusal(_NO_FOLDER.fill(path=str(folder)))
        there = [str(folder / name) for name in _FILES if (folder / name).exists() and name != kept]
        there = there or [str(path) for path in sorted(folder.glob("*.pol"))]
    except (OSError, ValueError) as problem:
        raise _unwritable(folder, problem) from problem
    if there:
        raise _Refusal(_EXISTS.fill(files=Words("、".join(there), ", ".join(there))))


def _in_place(folder: Path, draft: str | None) -> str:
    """Return source.txt where the official text stands there already, else an empty string."""
    try:
        return "source.txt" if draft is not None and (folder / "source.txt").samefile(draft) else ""
    except (OSError, ValueError):
        return ""


def _example(folder: Path, language: Language) -> None:
    from polc.workspace import starter

    readme = starter.README.in_(
        language, {"title": starter.TITLE, "origin": starter.MADE_UP, "folder": folder.as_posix()}
    )
    policy = starter.POLICY.in_(language, {"name": _id(folder)})
    _write(folder, {"policy.pol": policy, "source.txt": starter.SOURCE.in_(language), "README.md": readme})
    _say(folder, language)
    print(_NEXT_EXAMPLE.fill(folder=str(folder)).in_(language))


def _skeleton(folder: Path, name: str, draft: str, language: Language) -> bool:
    """Make a folder from an official text; return whether that could be read."""
    from polc.checks.accepted import SUFFIX, record
    from polc.checks.outline import outline
    from polc.workspace import starter
    from polc.workspace.paper.telling import told
    from polc.workspace.skeleton import skeleton

    found = _official(name, draft, language)
    if found is None or found.source is None:
        return False
    official = found.source
    policy = skeleton(official, _id(folder), language, Path(draft).name)
    shape = outline(official)
    title = shape.title.text.strip() if shape.title else folder.name
    origin = starter.FROM_FILE.fill(file=Path(draft).name)
    readme = starter.README.in_(language, {"title": title, "origin": origin, "folder": folder.as_posix()})
    texts = {"policy.pol": policy, "source.txt": official.text, "README.md": readme}
    texts.pop(_in_place(folder, draft), None)
    if not (folder / f"source.txt{SUFFIX}").exists():
        texts[f"source.txt{SUFFIX}"] = record(official)
    _write(folder, texts)
    _say(folder, language)
    quotes = len(re.findall(r"^ +(?:原文|quote)[：:]", policy, re.MULTILINE))
    counted = {"chapters": str(len(shape.chapters)), "clauses": str(len(shape.clauses)), "quotes": str(quotes)}
    print(_COUNTED.in_(language, counted))
    if not shape.clauses:
        print(_NO_CLAUSE.in_(language))
    for words in told(found.paper) if found.paper else ():
        print(words.in_(language))
    print(_NEXT_SKELETON.fill(folder=str(folder)).in_(language))
    return True


def _official(name: str, draft: str, language: Language) -> Official | None:
    """Read the official text; report what is wrong with it, and return None where that is too much."""
    from polc.workspace.paper.official import official

    found = official(draft)
    if found.refusal is not None:
        raise _Refusal(found.refusal.fill(file=draft, name=name))
    report(found.findings, language)
    bad = found.source is None or any(each.severity is Severity.ERROR for each in found.findings)
    return None if bad else found


def _id(folder: Path) -> str:
    """Return the name of the folder as a 简称: letters, digits, - and _."""
    return re.sub(r"[^\w-]+", "-", folder.resolve().name).strip("-") or "policy"


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write the files. Raises _Refusal where that cannot be done; a file that appeared meanwhile is kept."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            with (folder / name).open("x", encoding="utf-8", newline="") as stream:
                stream.write(text)
    except (OSError, ValueError) as problem:
        raise _unwritable(folder, problem) from problem


def _unwritable(folder: Path, problem: Exception) -> _Refusal:
    why = getattr(problem, "strerror", None) or str(problem)
    return _Refusal(_CANNOT_WRITE.fill(path=str(folder).replace("\0", "\\0"), why=why))


def _say(folder: Path, language: Language) -> None:
    files = [str(folder / name) for name in _FILES]
    print(_MADE.fill(files=Words("、".join(files), ", ".join(files))).in_(language))

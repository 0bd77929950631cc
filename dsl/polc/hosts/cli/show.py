"""``polc show FORM PATH``: an intermediate form, readably: the lines, the tree, the model or the core of a policy."""

from __future__ import annotations

import difflib
import sys
from typing import TYPE_CHECKING

from polc.diagnostics import Severity, Words
from polc.hosts.cli import exits
from polc.hosts.cli.language import spoken
from polc.hosts.cli.report import report

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from polc.diagnostics.words import Language
    from polc.hosts.cli.parser import Parser
    from polc.workspace.load import Draft

FORMS = ("lines", "tree", "model", "core")


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument(
        "form",
        choices=FORMS,
        metavar="|".join(FORMS),
        help=say("哪一种形式：行、树、模型、核心", "which form: lines, tree, model or core"),
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help=say("文件或文件夹", "files or folders"))
    parser.add_argument(
        "--part",
        metavar=say("名称", "NAME"),
        help=say("只看叫这个名字（或编号）的一块", "only the block of this name or number"),
    )
    parser.add_argument(
        "--reading",
        action="append",
        default=[],
        metavar=say("疑义=读法", "DOUBT=READING"),
        help=say("选一种读法（模型、核心）", "choose a reading (model, core)"),
    )


def run(args: argparse.Namespace) -> int:
    """Print the form; return 1 where a file cannot be read (or, for the core, has errors), 2 for an unknown name."""
    from polc.workspace import load
    from polc.workspace.given import TellingError

    space = load(args.paths)
    language = spoken(args, *space.languages)
    errors = [f for f in space.findings if f.severity is Severity.ERROR]
    known: list[str] = []
    shown = False
    for draft in space.drafts:
        try:
            printed = list(_print(args, draft, language, known))
        except TellingError as slip:
            print(f"polc: {slip.words.in_(language)}", file=sys.stderr)
            return exits.USAGE
        shown = shown or bool(printed)
        sys.stdout.writelines(f"{_seen(line)}\n" for line in printed)
        if args.form == "core":
            errors.extend(f for f in draft.compiled.findings if f.severity is Severity.ERROR)
    if args.part is not None and not shown and known:
        print(f"polc: {_no_such(args.part, known).in_(language)}", file=sys.stderr)
        return exits.USAGE
    report(errors, language)
    return exits.FOUND if errors else exits.FINE


def _seen(line: str) -> str:
    """Return a line with the code of each character that cannot be seen, so that none acts on the terminal."""
    from polc.syntax.lexis import INVISIBLE

    return INVISIBLE.sub(lambda found: f"<U+{ord(found.group()):04X}>", line)


def _print(args: argparse.Namespace, draft: Draft, language: Language, known: list[str]) -> Iterator[str]:
    """Yield the lines of one policy; the names that ``--part`` could have asked for are added to ``known``."""
    match args.form:
        case "lines" | "tree":
            yield from _syntax(args.form, draft, args.part, known)
        case "model":
            yield from _model(args, draft, known)
        case _:
            yield from _core(args, draft, language, known)


def _syntax(form: str, draft: Draft, part: str | None, known: list[str]) -> Iterator[str]:
    from polc.syntax import printing

    for source, tree in zip(draft.compiled.sources, draft.compiled.files, strict=True):
        known.extend(printing.names_of(tree))
        blocks = None if part is None else printing.blocks_named(tree, part)
        if blocks == []:
            continue
        if len(draft.compiled.sources) > 1:
            yield f"# {source.path}"
        if form == "tree":
            yield from printing.print_tree(tree, blocks)
        else:
            within = None if blocks is None else [printing.extent(block) for block in blocks]
            yield from printing.print_lines(source, tree, within)


def _model(args: argparse.Namespace, draft: Draft, known: list[str]) -> Iterator[str]:
    from polc.workspace import model_text
    from polc.workspace.readings import selection

    if draft.compiled.vocabulary is not None:
        known.extend(model_text.names_of(draft.compiled.vocabulary))
        yield from model_text.vocabulary_as_text(draft.compiled.vocabulary, args.part or "")
    elif draft.policy is not None:
        known.extend(model_text.names_of(draft.policy))
        yield from model_text.as_text(draft.policy, selection(args.reading, draft.policy), args.part or "")


def _core(args: argparse.Namespace, draft: Draft, language: Language, known: list[str]) -> Iterator[str]:
    from polc.core.printing import text_of
    from polc.core.slicing import slice_to
    from polc.workspace.readings import selection

    if draft.policy is None:
        return
    lowered = draft.compiled.lowered(selection(args.reading, draft.policy))
    known.extend(lowered.plans)
    program = lowered.program
    if args.part is not None:
        plan = lowered.plans.get(args.part)
        if plan is None:
            return
        program = slice_to(program, plan.steps)
    yield from text_of(program, language).splitlines()


def _no_such(part: str, known: Iterable[str]) -> Words:
    names = list(dict.fromkeys(known))
    near = difflib.get_close_matches(part, names, n=1, cutoff=0.5)
    hint = Words(f"；是不是“{near[0]}”？", f"; did you mean “{near[0]}”?") if near else Words("", "")
    return Words(f"没有叫“{part}”的一块{hint.zh}", f"nothing is called “{part}”{hint.en}")

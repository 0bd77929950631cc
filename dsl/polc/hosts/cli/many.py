"""``polc eval`` for the applicants of a table, one after another, with progress where there is somebody to see it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from polc.diagnostics import Diagnostic, Words
from polc.diagnostics.words import Language
from polc.hosts.cli import exits
from polc.hosts.cli.streams import may_colour

if TYPE_CHECKING:
    import argparse

    from polc.workspace.asking import Panel
    from polc.workspace.given import Told
    from polc.workspace.sheets.applicants import Applicant

_MOST_LINES = 1000
"""How many applicants are shown; the file that ``--out`` names has all."""


def answer_each(
    args: argparse.Namespace,
    panel: Panel,
    every: Sequence[Applicant],
    common: Sequence[Told],
    errors: list[Diagnostic],
    language: Language,
) -> int:
    """Answer every applicant; return 1 where a policy has errors or the file cannot be written, 2 for slips."""
    from polc.workspace.batch import Answered, as_csv, as_text, ask_each, heading, shared_out, slips_of
    from polc.workspace.sheets.applicants import Applicant

    people = every or [Applicant("", frozenset(), ())]
    slips = slips_of(panel, people, common)
    kept: list[Answered] = []
    lines: list[str] = [heading(language)]
    if not slips:
        for answered in ask_each(panel, people, common, _progress(len(people), language)):
            if answered.replies.slips:
                slips = answered.replies.slips
                break
            if args.out:
                lines.append(as_csv(answered, language))
            if len(kept) < _MOST_LINES or args.json:
                kept.append(answered)
    if slips:
        for words in slips:
            print(f"polc: {words.in_(language)}", file=sys.stderr)
        return exits.USAGE
    if args.json:
        print(json.dumps(_data(kept, errors), ensure_ascii=False, indent=2))
    else:
        from polc.hosts.cli.eval import comparison_width
        from polc.workspace.many_text import as_text as as_shared

        width, colour = comparison_width(), may_colour(sys.stdout)
        sys.stdout.write(as_text(kept, language, colour=colour, width=width))
        batch = shared_out(panel, people, common) if len(people) > 1 else None
        if batch is not None:
            print()
            sys.stdout.write(as_shared(batch, language, colour=colour, width=width))
        if len(people) > len(kept):
            rest = Words(
                f"还有 {len(people) - len(kept)} 个，见 --out", f"and {len(people) - len(kept)} more, see --out"
            )
            print(rest.in_(language))
    if args.out and not _written(args.out, "".join(lines), language):
        return exits.FOUND
    return exits.FOUND if errors else exits.FINE


def _data(kept: Sequence[object], errors: list[Diagnostic]) -> dict[str, object]:
    from polc.workspace.answer_json import as_data
    from polc.workspace.batch import Answered

    people = []
    for each in kept:
        assert isinstance(each, Answered)  # noqa: S101 - the caller keeps nothing else
        data = as_data(each.replies.answers, (), each.compared if len(each.replies.answers) > 1 else None)
        kept_keys = ("answers", "comparison") if "comparison" in data else ("answers",)
        people.append({"id": each.name} | {key: data[key] for key in kept_keys})
    return {**as_data([], errors), "applicants": people}


def _written(path: str, text: str, language: Language) -> bool:
    """Write the file, for spreadsheets with a mark at its start; say where that fails."""
    try:
        Path(path).write_text(text, encoding="utf-8-sig", newline="")
    except (OSError, ValueError) as error:
        words = Words(f"写不了 {path}：{error}", f"cannot write {path}: {error}")
        print(f"polc: {words.in_(language)}", file=sys.stderr)
        return False
    return True


def _progress(count: int, language: Language) -> Callable[[int], None] | None:
    """Return what shows how far the work is, where the terminal can show it."""
    if not sys.stderr.isatty():
        return None
    word = "已算" if language == "zh" else "done"

    def show(number: int) -> None:
        sys.stderr.write(f"\r{word} {number}/{count}")
        if number == count:
            sys.stderr.write("\r" + " " * 40 + "\r")
        sys.stderr.flush()

    return show

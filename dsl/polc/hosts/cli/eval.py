"""``polc eval``: what would this applicant get, and why, each step with its formula, its numbers and the sentence."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING

from polc.diagnostics import Severity, Words
from polc.hosts.cli import exits
from polc.hosts.cli.language import spoken
from polc.hosts.cli.report import report
from polc.hosts.cli.streams import may_colour

if TYPE_CHECKING:
    import argparse

    from polc.hosts.cli.parser import Parser
    from polc.passes.lower.plan import Lowered
    from polc.runs.answer import Answer
    from polc.workspace.load import Draft


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("paths", nargs="+", metavar="PATH", help=say("政策的文件或文件夹", "policy files or folders"))
    parser.add_argument(
        "--set",
        dest="told",
        action="append",
        default=[],
        metavar=say("名称=值", "NAME=VALUE"),
        help=say("告诉一个事实，例如 年度支出=200万元", "tell a fact, e.g. 年度支出=200万元"),
    )
    parser.add_argument(
        "--facts",
        action="append",
        default=[],
        metavar="FILE",
        help=say("事实文件（JSON 或 YAML）", "facts as JSON or YAML"),
    )
    parser.add_argument(
        "--ledger",
        metavar="FILE",
        help=say("以前的领取记录（JSON 或 YAML）", "what was received before, as JSON or YAML"),
    )
    parser.add_argument(
        "--as-of",
        metavar="YYYY-MM-DD",
        help=say("按哪一天算（默认今天）", "the day to test validity on (default: today)"),
    )
    parser.add_argument(
        "--benefit",
        action="append",
        default=[],
        metavar=say("奖补", "NAME"),
        help=say("只算这一项", "only this benefit, group or requirement"),
    )
    parser.add_argument(
        "--reading",
        action="append",
        default=[],
        metavar=say("疑义=读法", "DOUBT=READING"),
        help=say("选一种读法", "choose a reading"),
    )
    parser.add_argument("--json", action="store_true", help=say("以 JSON 输出", "print JSON"))


def run(args: argparse.Namespace) -> int:
    """Print the answer for each policy; return 1 where a policy has errors, 2 where a fact, name or day will not do."""
    from polc.workspace import load
    from polc.workspace.told import TellingError

    space = load(args.paths)
    language = spoken(args, *space.languages)
    errors = [f for f in space.findings if f.severity is Severity.ERROR]
    for draft in space.drafts:
        errors.extend(f for f in draft.compiled.findings if f.severity is Severity.ERROR)
    if not args.json:
        report(errors, language)
    code = exits.FOUND if errors else exits.FINE
    answers = []
    for draft in space.drafts:
        if draft.policy is None or not draft.compiled.lowered().plans:
            continue
        try:
            answers.append(_answer(args, draft))
        except TellingError as slip:
            print(f"polc: {slip.words.in_(language)}", file=sys.stderr)
            return exits.USAGE
    if args.json:
        from polc.workspace.answer_json import as_data

        print(json.dumps(as_data(answers, errors), ensure_ascii=False, indent=2))
    else:
        from polc.workspace.answer_text import as_text

        for answer in answers:
            sys.stdout.write(as_text(answer, language, colour=may_colour(sys.stdout), only=bool(args.benefit)))
    return code


def _answer(args: argparse.Namespace, draft: Draft) -> Answer:
    from polc.runs.answer import answer
    from polc.workspace import told
    from polc.workspace.readings import selection

    day = _day(args.as_of)
    chosen = selection(args.reading, draft.policy)
    lowered = draft.compiled.lowered(chosen)
    known = told.slots(lowered)
    facts: dict[str, object] = {}
    for path in args.facts:
        told.put_file(facts, known, lowered, path)
    for pair in args.told:
        name, equals, value = pair.partition("=")
        if not equals:
            raise told.TellingError(
                Words(f"--set 要写成 名称=值，写的是“{pair}”", f"--set takes NAME=VALUE, not “{pair}”")
            )
        told.put(facts, known, name.strip(), value.strip())
    only = _only(args.benefit, lowered)
    past = None
    if args.ledger:
        from polc.workspace.past import read_ledger

        past = read_ledger(args.ledger, lowered)
    return answer(draft.compiled, facts, day=day, selection=chosen, only=only, past=past)


def _day(text: str | None) -> int:
    from polc.workspace.told import TellingError

    if text is None:
        return dt.datetime.now(tz=dt.UTC).astimezone().date().toordinal()
    try:
        return dt.date.fromisoformat(text.strip()).toordinal()
    except ValueError as error:
        raise TellingError(
            Words(
                f"--as-of 要写成 2026-06-01 这样的日期，写的是“{text}”",
                f"--as-of takes a date like 2026-06-01, not “{text}”",
            )
        ) from error


def _only(names: list[str], lowered: Lowered) -> frozenset[str] | None:
    from polc.passes.names import nearest
    from polc.workspace.told import TellingError

    if not names:
        return None
    found: set[str] = set()
    for name in names:
        if name not in lowered.plans:
            near = nearest(name, list(lowered.plans))
            hint = Words(f"；是不是“{near}”？", f"; did you mean “{near}”?") if near else Words("", "")
            raise TellingError(
                Words(
                    f"没有叫“{name}”的奖补、组或要求{hint.zh}",
                    f"no benefit, group or requirement is called “{name}”{hint.en}",
                )
            )
        found.add(name)
    return frozenset(found)

"""``polc eval``: what would this applicant get, and why, each step with its formula, its numbers and the sentence."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from polc.diagnostics import Severity, Words
from polc.hosts.cli import exits
from polc.hosts.cli.as_of import day
from polc.hosts.cli.language import spoken
from polc.hosts.cli.report import report
from polc.hosts.cli.streams import may_colour, width_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from polc.diagnostics import Diagnostic
    from polc.diagnostics.words import Language
    from polc.hosts.cli.parser import Parser
    from polc.workspace.asking import Replies
    from polc.workspace.given import Told
    from polc.workspace.load import Draft
    from polc.workspace.sheets.applicants import Applicant


_NO_POLICY = Words("这里只有词汇，没有可以计算的政策", "there are only vocabularies here, no policy to compute")


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
        help=say(
            "事实文件：YAML、JSON、CSV、.xlsx，或它们的文件夹", "facts: YAML, JSON, CSV, .xlsx, or a folder of them"
        ),
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
        "--policy",
        action="append",
        default=[],
        metavar=say("简称", "ID"),
        help=say("几份政策一起问时，只印这一份，一步一步", "of several policies, print only this one, step by step"),
    )
    parser.add_argument(
        "--reading",
        action="append",
        default=[],
        metavar=say("疑义=读法", "DOUBT=READING"),
        help=say("选一种读法", "choose a reading"),
    )
    parser.add_argument(
        "--applicant",
        metavar="ID",
        help=say("表里有几个申请人时，只问这一个", "of several applicants in the tables, only this one"),
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        help=say("逐个申请人的结果另写一份 CSV", "also write every applicant's results as CSV"),
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help=say("几份政策一起问时，列出每一项", "when several policies are asked, list every part"),
    )
    parser.add_argument("--json", action="store_true", help=say("以 JSON 输出", "print JSON"))


def run(args: argparse.Namespace) -> int:
    """Print the answer, the comparison of several policies, or a line for each of many applicants.

    Returns 1 where a policy has errors or the result could not be written, 2 where a fact, name or day will not do.
    """
    from polc.workspace import load
    from polc.workspace.asking import Panel, Question
    from polc.workspace.facts import read_all
    from polc.workspace.given import TellingError, pair
    from polc.workspace.sheets.applicants import applicants
    from polc.workspace.sheets.sheet import SheetError

    space = load(args.paths)
    language = spoken(args, *space.languages)
    errors = [f for f in space.findings if f.severity is Severity.ERROR]
    for draft in space.drafts:
        errors.extend(f for f in draft.compiled.findings if f.severity is Severity.ERROR)
    if not args.json:
        report(errors, language)
    if space.only_vocabularies and not errors:
        return _slips([_NO_POLICY], language)
    facts = read_all(args.facts)
    if facts.slips:
        return _slips(facts.slips, language)
    try:
        common = [*facts.told, *(pair(text) for text in args.told)]
        ledger = args.ledger or ""
        question = Question(day(args.as_of), tuple(args.reading), tuple(args.benefit), ledger, tuple(args.policy))
        panel = Panel(space.drafts, question)
        every = applicants(facts.sheets, panel.lowered) if facts.sheets and panel.drafts else []
        if args.applicant is not None:
            every = [chosen(args.applicant, every)]
    except TellingError as slip:
        return _slips([slip.words], language)
    except SheetError as error:
        return _slips(error.slips, language)
    several = _many(args, space.drafts, common, question.day, language)
    if several is not None:
        return several or (exits.FOUND if errors else exits.FINE)
    if len(every) > 1 or args.out:
        from polc.hosts.cli.many import answer_each

        return answer_each(args, panel, every, common, errors, language)
    told = [*every[0].told, *common] if every else common
    replies = panel.ask(told, every[0].ids if every else frozenset())
    if replies.slips:
        return _slips(replies.slips, language)
    _print(args, replies, errors, language)
    return exits.FOUND if errors else exits.FINE


def chosen(name: str, every: Sequence[Applicant]) -> Applicant:
    """Return the applicant that has this name. Raises TellingError with the nearest where there is none."""
    from polc.passes.names import nearest
    from polc.workspace.given import TellingError

    for applicant in every:
        if name in (*applicant.ids, applicant.name):
            return applicant
    near = nearest(name, [one for applicant in every for one in applicant.ids])
    hint = Words(f"；是不是“{near}”？", f"; did you mean “{near}”?") if near else Words("", "")
    zh, en = f"表里没有叫“{name}”的申请人", f"no applicant in the tables is called “{name}”"
    raise TellingError(Words(zh + hint.zh, en + hint.en))


def _many(args: argparse.Namespace, drafts: list[Draft], told: list[Told], day: int, language: Language) -> int | None:
    """Print what many applicants are due and are paid; None where there is only one."""
    from polc.workspace.given import Listed, TellingError

    if not any(isinstance(one, Listed) for one in told):
        return None
    from polc.runs.batch import settle_batch
    from polc.workspace import many
    from polc.workspace.many_text import as_text
    from polc.workspace.readings import selection

    asked = [draft for draft in drafts if draft.policy is not None and draft.compiled.lowered().plans]
    try:
        for draft in asked:
            lowered = draft.compiled.lowered(selection(args.reading, draft.policy))
            several = many.listed(lowered, told)
            if several is None:
                continue
            many.alone(len(asked), ledger=bool(args.ledger), data=args.json)
            applicants, slips = many.applicants(lowered, told, several)
            if slips:
                return _slips(slips, language)
            batch = settle_batch(lowered, applicants, day, many.only(lowered, args.benefit))
            sys.stdout.write(as_text(batch, language, colour=may_colour(sys.stdout)))
            return exits.FINE
    except TellingError as slip:
        return _slips([slip.words], language)
    return None


def _slips(slips: Sequence[Words], language: Language) -> int:
    for words in slips:
        print(f"polc: {words.in_(language)}", file=sys.stderr)
    return exits.USAGE


def _print(args: argparse.Namespace, replies: Replies, errors: list[Diagnostic], language: Language) -> None:
    several = len(replies.answers) > 1
    compared = None
    if several:
        from polc.workspace.comparison import compare

        compared = compare(replies)
    if args.json:
        from polc.workspace.answer_json import as_data

        print(json.dumps(as_data(replies.answers, errors, compared), ensure_ascii=False, indent=2))
    elif compared is not None:
        from polc.workspace.comparison_text import as_text as comparison

        width = comparison_width()
        text = comparison(compared, language, colour=may_colour(sys.stdout), width=width, everything=args.all)
        sys.stdout.write(text)
    else:
        from polc.workspace.answer_text import as_text

        for answer in replies.answers:
            sys.stdout.write(as_text(answer, language, colour=may_colour(sys.stdout), only=bool(args.benefit)))


def comparison_width() -> int:
    """Return how wide a table is: the terminal's width, but no wider than reads well; 80 elsewhere."""
    return min(width_of(sys.stdout), 100) if sys.stdout.isatty() else 80

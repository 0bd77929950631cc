"""``polc explain RULE``: the page of a rule; without a rule, the list of all of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from polc.checks.catalog import rules
from polc.diagnostics import Severity
from polc.diagnostics.pages import page_of
from polc.hosts.cli import exits
from polc.hosts.cli.language import spoken

if TYPE_CHECKING:
    import argparse

    from polc.diagnostics import Rule
    from polc.diagnostics.words import Language
    from polc.hosts.cli.parser import Parser


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "rule",
        nargs="?",
        metavar="RULE",
        help=parser.say(
            "规则的名字，如 type-mismatch；不写则列出全部",
            "a rule's name, such as type-mismatch; all of them without one",
        ),
    )


def run(args: argparse.Namespace) -> int:
    """Print the page asked for; return 2 where there is no such rule."""
    language = spoken(args)
    if args.rule is None:
        _print_all(rules(), language)
        return exits.FINE
    from polc.workspace.given import TellingError
    from polc.workspace.which_rules import rule_named

    try:
        rule = rule_named(args.rule)
    except TellingError as slip:
        print(f"polc: {slip.words.in_(language)}", file=sys.stderr)
        return exits.USAGE
    print(f"{rule.severity.words.in_(language)}[{rule.name}] {rule.title.in_(language)}\n")
    print(page_of(rule, language))
    return exits.FINE


def _print_all(known: dict[str, Rule], language: Language) -> None:
    width = max(map(len, known), default=0)
    for severity in Severity:
        of_this = [rule for rule in known.values() if rule.severity is severity]
        if of_this:
            print(f"{severity.words.in_(language)}")
            for rule in of_this:
                print(f"  {rule.name:<{width}}  {rule.title.in_(language)}")

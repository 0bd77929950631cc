"""The manual's pages of the rules: one for each rule, in its own words, and one that lists them all.

A rule's page is our own Markdown, the docstring of its module, and is passed on as it is. Guarantees: every rule of
the catalogue has a page, and the list leads to each; the language of the site stands first, the other below it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from polc.checks.catalog import rules, rules_of_checks
from polc.diagnostics import Rule, Severity, Words
from polc.diagnostics.pages import page_of
from polc.diagnostics.words import Language
from polc.site import phrases
from polc.site.addresses import relative
from polc.site.markup import block, element, escape, heading, link
from polc.site.options import Options

FOLDER = "rules"
INDEX = f"{FOLDER}/index.md"
_OTHER: dict[Language, Language] = {"zh": "en", "en": "zh"}
_NAMES: dict[Language, str] = {"zh": "中文", "en": "English"}


def path_of_rule(name: str) -> str:
    """Return where the page of the rule with this name stands."""
    return f"{FOLDER}/{name}.md"


def rule_pages(options: Options) -> dict[str, str]:
    """Return the page of every rule and the list of them, by their paths."""
    known = rules()
    pages = {path_of_rule(rule.name): _page(rule, options) for rule in known.values()}
    return {INDEX: _index(known.values(), options), **pages}


def _page(rule: Rule, options: Options) -> str:
    first, second = options.language, _OTHER[options.language]
    back = link(relative(INDEX, path_of_rule(rule.name), options), phrases.RULES.in_(first))
    top = element("p", [_severity(rule, first), " · ", back], class_="polc-rule")
    below = heading(2, f"{_NAMES[second]}: {rule.title.in_(second)}", second)
    halves = [page_of(rule, first), below, page_of(rule, second)]
    title = f"{rule.title.in_(first)} · {rule.name}"
    return _front(title) + heading(1, title) + block(top) + "\n".join(halves)


def _index(known: Iterable[Rule], options: Options) -> str:
    every = list(known)
    checks = rules_of_checks()
    body = [block(element("p", phrases.RULES_TOLD.fill(n=str(len(every))).in_(options.language)))]
    groups = (
        (phrases.RULES_OF_CHECKS, "checks", [rule for rule in every if rule.name in checks]),
        (phrases.RULES_OF_READING, "reading", [rule for rule in every if rule.name not in checks]),
    )
    for words, anchor, mine in groups:
        body.append(heading(2, words.in_(options.language), anchor))
        body.extend(_table(words, anchor, mine, options))
    title = phrases.RULES.in_(options.language)
    return _front(title) + heading(1, title) + "".join(body)


def _table(words: Words, anchor: str, mine: list[Rule], options: Options) -> Iterator[str]:
    """Yield the rules of a group, a table for each severity that there is."""
    language = options.language
    for severity in Severity:
        rows = [
            element(
                "tr",
                [
                    element("td", link(relative(path_of_rule(rule.name), INDEX, options), rule.name)),
                    element("td", rule.title.in_(language)),
                ],
            )
            for rule in mine
            if rule.severity is severity
        ]
        if rows:
            name = severity.words.in_(language)
            yield heading(3, f"{name} · {len(rows)}", f"{anchor}-{severity.value}")
            label = f"{words.in_(language)}：{name}"
            table = element("table", element("tbody", rows), aria_label=label)
            yield block(element("div", table, class_="polc-table", tabindex="0"))


def _severity(rule: Rule, language: Language) -> str:
    return element("strong", rule.severity.words.in_(language), class_=f"polc-{rule.severity.value}")


def _front(title: str) -> str:
    """Return the head of a page; the search lists what the language means before the rules that speak of it."""
    return f"---\ntitle: {json.dumps(escape(title), ensure_ascii=False)}\nsearch:\n  boost: 0.3\n---\n"

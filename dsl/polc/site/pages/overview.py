"""The first page of a policy: where it stands in time, who answers for it, its clauses, its pools, what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from polc.diagnostics import Severity, Words
from polc.model.policy import Pool
from polc.passes.lower.force import end_day, start_day
from polc.readers.prose.said import definition_words, definitions_of_scope, paraphrase
from polc.runs.standing import standing
from polc.site import phrases
from polc.site.addresses import TODAY, relative, slug
from polc.site.contents import Entry, Page
from polc.site.line import marked_until
from polc.site.markup import Html, block, element, heading, link
from polc.site.options import Options
from polc.site.pages.calculator import path_of as path_of_calculator
from polc.site.pages.clause import title_of
from polc.site.pages.findings import of_all, of_part, one, weight
from polc.site.pages.frame import page
from polc.site.pages.meaning import SCOPE, scope
from polc.site.pictures.timeline import between, timeline
from polc.workspace.coverage import Coverage


def overview_page(entry: Entry, options: Options) -> str:
    """Return the first page of a policy."""
    language = options.language
    counting = link(
        relative(path_of_calculator(entry), entry.overview, options),
        phrases.CALCULATOR.in_(language),
        class_="polc-way",
    )
    told = standing(entry.lowered, {}, options.day) if options.pinned else []
    stands = [element("li", each.words.in_(language)) for each in told]
    line = timeline(entry.lowered, options)
    script = [] if options.pinned else [element("script", "", src=relative(TODAY, entry.overview, options), defer=True)]
    start, end = start_day(entry.lowered.whole), end_day(entry.lowered.whole)
    valid = [element("dt", phrases.VALID.in_(language)), element("dd", marked_until(end, options, between(start, end)))]
    body = [
        block(element("p", counting, class_="polc-ways")),
        block(element("ul", stands, class_="polc-standing")) if stands else "",
        block(element("figure", line, class_="polc-picture")) if line is not None else "",
        block(element("dl", [*(valid if end else []), *_answers(entry, options)], class_="polc-said"), *script),
        heading(2, phrases.CLAUSES.in_(language), "clauses"),
        block(element("ul", [_clause(entry, here, options) for here in entry.pages], class_="polc-clauses")),
        _pools(entry, options),
        _findings(entry, options),
    ]
    return page(entry.policy.name, "".join(body), entry, options)


def _clause(entry: Entry, here: Page, options: Options) -> Html:
    href = relative(here.path, entry.overview, options)
    # a part's address on this page is its name, wherever its clause may move
    held = [element("span", part.name, id=slug(part.name)) for part in here.parts]
    names = [piece for each in held for piece in (each, Html("、"))][:-1]
    return element("li", [link(href, title_of(here, options)), " ", element("span", names, class_="polc-holds")])


def answers(entry: Entry, options: Options) -> list[tuple[Words, str]]:
    """Return who answers for the policy, and how much of it is encoded, each under what it is called."""
    headers = entry.policy.headers
    rows: list[tuple[Words, str]] = [
        (phrases.NUMBER, headers.get("number", "")),
        (phrases.INTERPRETER, headers.get("interpreter", "")),
        (phrases.LEAD, headers.get("lead", "")),
        (phrases.SCOPE, _scope(entry, options)),
    ]
    found = entry.coverage
    if found is not None:
        rows.append((phrases.ENCODED, phrases.ENCODED_CLAUSES.fill(n=_clauses(entry, found)).in_(options.language)))
        if found.amounts is not None:
            figures = phrases.ENCODED_AMOUNTS.fill(n=f"{found.amounts}/{found.amounts_of_source}").in_(options.language)
            rows.append((phrases.FIGURES, figures))
    ran = [named for rows_ in entry.rows.values() for named in rows_]
    if ran:
        passed = str(sum(named.passed for named in ran))
        rows.append((phrases.EXAMPLES, phrases.ROWS.fill(passed=passed, all=str(len(ran))).in_(options.language)))
    return [(words, text) for words, text in rows if text]


def _clauses(entry: Entry, found: Coverage) -> str:
    """Return how many clauses of how many; what stands behind the last clause is none of them."""
    of = found.clauses_of_source
    if of is None:
        return str(found.clauses)
    return f"{min(of, sum(clause.ordinal is not None for clause in entry.policy.clauses))}/{of}"


def _scope(entry: Entry, options: Options) -> str:
    """Return who is within the scope of the policy; what only presumes is marked as such where it is said."""
    language = options.language
    told = [each.words.in_(language) for each in scope(entry)]
    colon = "：" if language == "zh" else ": "
    where = phrases.WORDS_USED.in_(language)
    for each in definitions_of_scope(entry.policy, entry.lowered.whole):
        means = definition_words(entry.policy, each, entry.lowered.selection).in_(language)
        told.append(f"{where}“{each.name}”{colon}{means}")
    return ("；" if language == "zh" else "; ").join(told)


def _answers(entry: Entry, options: Options) -> list[Html]:
    return [
        Html(
            element("dt", words.in_(options.language), id=SCOPE if words == phrases.SCOPE else None)
            + element("dd", text)
        )
        for words, text in answers(entry, options)
    ]


def paid_from(entry: Entry, pool: Pool) -> list[str]:
    """Return the names of what a pool pays for."""
    return [plan.part.name for plan in entry.lowered.plans.values() if _from(entry, plan.part.name) == pool.name]


def _pools(entry: Entry, options: Options) -> str:
    pools = [part for part in entry.policy.parts if isinstance(part, Pool)]
    if not pools:
        return ""
    rows: list[Html] = []
    for pool in pools:
        paid = paid_from(entry, pool)
        colon, stop = ("：", "；") if options.language == "zh" else (": ", "; ")
        told = [
            each.topic.in_(options.language) + colon + each.words.in_(options.language)
            for each in paraphrase(entry.policy, pool, {})
        ]
        name = link(relative(f"{entry.address(pool.name)}", entry.overview, options), pool.name)
        whose = phrases.PAYS_FOR.fill(names="、".join(paid)).in_(options.language) if paid else ""
        rows.append(element("li", [name, " ", stop.join([*told, *([whose] if whose else [])])]))
    return heading(2, phrases.POOLS.in_(options.language), "pools") + block(element("ul", rows, class_="polc-pools"))


def _from(entry: Entry, name: str) -> str:
    line = entry.lowered.terms(entry.lowered.plans[name]).from_pool
    return line.value.text if line is not None and line.value is not None else ""


def _findings(entry: Entry, options: Options) -> str:
    """Return how many findings there are by severity, and those that stand in no part; nothing for the public."""
    if options.audience == "public":
        return ""
    language = options.language
    counts = Counter(found.severity for found in entry.findings)
    told = [f"{severity.words.in_(language)} {counts[severity]}" for severity in Severity if counts[severity]]
    shown = [
        element("p", " · ".join(told) or phrases.NOTHING_FOUND.in_(language)),
        *(one(found, entry.overview, options) for found in of_all(entry)),
    ]
    by_part = [row for here in entry.pages for row in _found_in(entry, here, options)]
    if by_part:
        shown.append(element("ul", by_part, class_="polc-found"))
    return heading(2, phrases.FINDINGS.in_(language), slug("findings")) + block(*shown)


def _found_in(entry: Entry, here: Page, options: Options) -> Iterator[Html]:
    """Yield a line for each finding in the parts of a page, leading to where it stands with its proof."""
    for part in here.parts:
        for found in of_part(entry, part):
            way = link(relative(entry.address(part.name), entry.overview, options), found.message(options.language))
            yield element("li", [weight(found, options), " ", way])

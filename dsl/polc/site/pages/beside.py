"""What stands beside a part's own words: the facts it needs, its readings side by side, what it combines with."""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.regions import facts_by_input
from polc.diagnostics import Diagnostic, Words
from polc.diagnostics.words import same
from polc.model.policy import Benefit, Doubt, Group, Part
from polc.readers.prose.said import Said, governing, paraphrase
from polc.readers.prose.said.values import listed
from polc.site import phrases
from polc.site.addresses import relative
from polc.site.contents import Entry, Page
from polc.site.markup import Html, block, element, heading, link
from polc.site.options import Options
from polc.site.pages.calculator import path_of
from polc.site.pages.compare import PATH as COMPARISON
from polc.site.pages.differing import differing
from polc.site.pages.findings import one
from polc.site.pages.meaning import sentence
from polc.site.restored import asking
from polc.site.topics import topics_of

READINGS = ("readings-differ", "readings-agree")


def needs(entry: Entry, part: Part, options: Options) -> str:
    """Return the facts that an applicant must have at hand, as a list; "" where nothing is computed."""
    facts = facts_needed(entry, part)
    if not facts:
        return ""
    kinds = {name: kind.in_(options.language) for name, kind in _kinds(entry).items()}
    items = [
        element("li", [name, " ", element("small", kinds[name], class_="polc-holds")] if name in kinds else name)
        for name in facts
    ]
    summary = element("summary", [phrases.NEEDS.in_(options.language), " ", element("small", str(len(items)))])
    return block(element("details", [summary, element("ul", items)], class_="polc-needs"))


_KIND_WORDS = {
    "money": Words("金额", "amount"),
    "rate": Words("比例", "rate"),
    "truth": Words("是或者否", "yes or no"),
    "date": Words("日期", "date"),
    "year": Words("年份", "year"),
    "duration": Words("多长时间", "length of time"),
    "count": Words("个数", "count"),
    "number": Words("数", "number"),
}


def _kinds(entry: Entry) -> dict[str, Words]:
    """Return what sort of answer each fact is: an amount, yes or no, one of some levels."""
    found: dict[str, Words] = {}
    for subject in entry.policy.subjects:
        for fact in subject.facts:
            kind = _KIND_WORDS.get(fact.type.kind) or listed(same(name.text) for name in fact.type.levels)
            yearly = Words("每年的{x}", "yearly {x}") if fact.type.period == "yearly" else same("{x}")
            found.setdefault(fact.name, yearly.fill(x=kind))
    return found


def facts_needed(entry: Entry, part: Part) -> list[str]:
    """Return the names of the facts that an applicant must have at hand; none where nothing is computed."""
    plan = entry.lowered.plans.get(part.name)
    if plan is None:
        return []
    known = facts_by_input(entry.lowered)
    inputs = entry.lowered.slice(plan).inputs
    names = [one.name for given in inputs for one in given.scalars]
    return list(dict.fromkeys(known[name].name for name in names if name in known))


def ways(entry: Entry, part: Part, here: Page, options: Options) -> str:
    """Return where a reader goes from a part: to the calculator that asks about it, and to what others offer."""
    if part.name not in entry.lowered.plans:
        return ""
    counting = relative(path_of(entry), here.path, options) + asking(entry, part)
    found = [link(counting, phrases.COUNT.in_(options.language), class_="polc-way")]
    topic = topics_of(entry.policy, part)[0]
    if options.several and isinstance(part, Benefit):
        others = relative(f"{COMPARISON}#{topic.id}", here.path, options)
        words = phrases.ELSEWHERE.fill(topic=topic.name).in_(options.language)
        found.append(link(others, words, class_="polc-way"))
    return block(element("p", found, class_="polc-ways"))


def readings(entry: Entry, part: Part, options: Options) -> Iterator[str]:
    """Yield each doubt of a part: the words in doubt, and what each reading makes of them, side by side."""
    for doubt in part.doubts:
        yield heading(3, f"{phrases.DOUBT.in_(options.language)} {doubt.name}")
        words = [element("blockquote", element("p", doubt.words), class_="polc-quote")] if doubt.words else []
        sides = [_reading(entry, part, doubt, reading.name, options) for reading in doubt.readings]
        shown = [one(found, entry.address(part.name), options) for found in of_doubt(entry, doubt)]
        case = [] if shown else differing(entry, part, doubt, options)
        yield block(*words, element("div", sides, class_="polc-readings"), *shown, *case)


def of_doubt(entry: Entry, doubt: Doubt) -> list[Diagnostic]:
    """Return what was found in comparing the readings of a doubt."""
    return [found for found in entry.findings if found.rule.name in READINGS and _is_of(found.place.span, doubt)]


def _is_of(span: object, doubt: Doubt) -> bool:
    return span == doubt.span or (
        getattr(span, "source", None) is doubt.span.source and getattr(span, "start", -1) == doubt.span.start
    )


def _reading(entry: Entry, part: Part, doubt: Doubt, name: str, options: Options) -> Html:
    own = particular(entry, part, doubt, name)
    told = element("dl", [sentence(said, options) for said in own], class_="polc-said")
    nothing = element("p", phrases.AS_ABOVE.in_(options.language), class_="polc-hint")
    working = works(entry, doubt, name)
    tag = [element("span", phrases.WORKING.in_(options.language), class_="polc-tag")] if working else []
    return element("div", [element("h4", [name, *tag]), told if own else nothing], class_="polc-reading")


def works(entry: Entry, doubt: Doubt, name: str) -> bool:
    """Whether a reading is the one that is computed with for now."""
    return doubt.chosen(entry.lowered.selection).name == name


def particular(entry: Entry, part: Part, doubt: Doubt, name: str) -> list[Said]:
    """Return what is particular to one reading: its sentences that no other reading has."""
    chosen = {**entry.lowered.selection, doubt.name: name}
    mine = paraphrase(entry.policy, part, chosen)
    others = [
        _all(paraphrase(entry.policy, part, {**chosen, doubt.name: each.name}))
        for each in doubt.readings
        if each.name != name
    ]
    return [said for said in mine if any(_key(said) not in other for other in others)]


def _key(said: Said) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return said.topic.zh, said.words.zh, tuple((test.zh, pays.zh) for test, pays in said.rows)


def _all(told: list[Said]) -> set[tuple[str, str, tuple[tuple[str, str], ...]]]:
    return {_key(each) for each in told}


def combined(entry: Entry, part: Part, here: Page, options: Options) -> str:
    """Return the groups that a part belongs to, or the members of a group, as links; "" where there are none."""
    told = [
        Html(element("dt", words.in_(options.language)) + element("dd", _links(entry, names, here, options)))
        for words, names in combinations(entry, part)
    ]
    return block(element("dl", told, class_="polc-said polc-combined")) if told else ""


def combinations(entry: Entry, part: Part) -> list[tuple[Words, list[str]]]:
    """Return the names of what a part is combined with, by how."""
    rows: list[tuple[Words, list[str]]] = []
    if isinstance(part, Group):
        plan = entry.lowered.plans.get(part.name)
        rows.append((phrases.MEMBERS, list(plan.members) if plan else []))
    groups = [plan.part.name for plan in entry.lowered.plans.values() if part.name in plan.members]
    rows.append((phrases.COMBINED, groups))
    rows.append((phrases.RULED, [rule.name for rule in governing(entry.policy, part)]))
    terms = part.terms(entry.lowered.selection)
    rows.append((phrases.ON_TOP_OF, [line.value.benefit.text for line in terms.on_top_of if line.value is not None]))
    mine = [
        each.name
        for each in entry.policy.benefits
        for line in each.terms(entry.lowered.selection).on_top_of
        if line.value is not None and line.value.benefit.text == part.name
    ]
    rows.append((phrases.UNDER, mine))
    return [(words, names) for words, names in rows if names]


def _links(entry: Entry, names: list[str], here: Page, options: Options) -> list[Html]:
    found: list[Html] = []
    for name in names:
        target = entry.address(name)
        shown = link(relative(target, here.path, options), name) if target else element("span", name)
        found += [shown, Html("、" if options.language == "zh" else ", ")]
    return found[:-1]

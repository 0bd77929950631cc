"""What a part means by words defined elsewhere, and what the whole policy says of it: scope, general rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from polc.diagnostics import Words
from polc.model import expressions as surface
from polc.model.policy import Benefit, Definition, GeneralRule, Part, Policy, Selection, Terms
from polc.passes.lower.modifiers import clauses_of, modified, of_rates
from polc.readers.prose.said.lines import Said, said
from polc.readers.prose.said.values import Context, condition, value

_AT_MOST = Words(
    "写的比例都是最高比例，可以少给，具体由主管部门定", "every rate is the highest: the authority may give less"
)


def definition_words(policy: Policy, definition: Definition, selection: Selection) -> Words:
    """Return what a defined word means."""
    return value(definition.expression, Context.of(policy, selection))


def definitions_used(policy: Policy, part: Part, selection: Selection | None = None) -> list[Definition]:
    """Return the defined words that a part uses as it is read (else under any reading), with those that these use."""
    known = {each.name: each for each in policy.definitions}
    found: dict[str, Definition] = {}
    every = [part, *governing(policy, part)]
    for of in (
        terms for each in every for terms in (_under_any(each) if selection is None else [each.terms(selection)])
    ):
        _mark(_names(of), known, found)
    return list(found.values())


def definitions_of_scope(policy: Policy, terms: Terms) -> list[Definition]:
    """Return the defined words that say who is within the scope of a whole policy, and those that these use."""
    found: dict[str, Definition] = {}
    _mark(_names(terms.scope), {each.name: each for each in policy.definitions}, found)
    return list(found.values())


def _mark(names: Iterable[str], known: dict[str, Definition], found: dict[str, Definition]) -> None:
    for name in names:
        if name in known and name not in found:
            found[name] = known[name]
            _mark(_names(known[name].expression), known, found)


def _names(node: object) -> Iterator[str]:
    """Yield every name that a line or an expression mentions."""
    match node:
        case surface.Name(text=text):
            yield text
        case tuple():
            for each in node:
                yield from _names(each)
        case _ if is_dataclass(node):
            for row in fields(node):
                if row.name != "span":
                    yield from _names(getattr(node, row.name))
        case _:
            pass


def governing(policy: Policy, part: Part) -> list[GeneralRule]:
    """Return the general rules that speak of a part and say something that is computed with."""
    if not isinstance(part, Benefit):
        return []
    rates = any(of_rates(terms) for terms in _under_any(part))
    return [rule for rule in policy.rules if _speaks(rule, rates=rates) and _covers(rule, policy, part)]


def _covers(rule: GeneralRule, policy: Policy, part: Part) -> bool:
    of = clauses_of(rule, policy, [])
    return of is None or part.clause in of


def _speaks(rule: GeneralRule, *, rates: bool) -> bool:
    return any(terms.also or terms.only or (terms.mood and rates) for terms in _under_any(rule))


def _under_any(part: Part) -> list[Terms]:
    return [part.base, *(reading.terms for doubt in part.doubts for reading in doubt.readings)]


def scope_of(policy: Policy, terms: Terms, selection: Selection) -> list[Said]:
    """Return who is within the scope of a whole policy, a sentence a line."""
    context = Context.of(policy, selection)
    topic = Words("适用范围", "scope")
    return [said(topic, line, condition(line.value, context)) for line in terms.scope if line.value is not None]


def of_the_whole(policy: Policy, part: Part, selection: Selection) -> list[Said]:
    """Return what general rules add to a part: who else is within the scope, who alone, and that rates are the highest.

    None where no general rule speaks of the part.
    """
    if not isinstance(part, Benefit):
        return []
    context = Context.of(policy, selection)
    terms = modified(policy, part, policy.terms(selection), selection)
    found = [
        said(topic, line, words.fill(x=condition(line.value, context)))
        for topic, lines, words in (
            (
                Words("也包括", "also"),
                terms.also,
                Words("{x}的，也在适用范围内", "those where {x} are within the scope too"),
            ),
            (Words("只限", "only"), terms.only, Words("只有{x}的", "only those where {x}")),
        )
        for line in lines
        if line.value is not None
    ]
    if terms.mood is not None and terms.mood.value is not None and of_rates(part.terms(selection)):
        found.append(said(Words("比例", "rates"), terms.mood, _AT_MOST))
    return found

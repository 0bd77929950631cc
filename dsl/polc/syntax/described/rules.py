"""Every rule of the language by its name: those of the grammar of values, those of lines and blocks, those by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from polc.diagnostics import Words
from polc.syntax import grammar
from polc.syntax.choices import CHOICES
from polc.syntax.described.blocks import blocks
from polc.syntax.described.forms import (
    Form,
    Kind,
    Ref,
    Series,
    Written,
    any_number,
    either,
    many,
    maybe,
    replaced,
    series,
)
from polc.syntax.format_spacing import IN_ENGLISH
from polc.syntax.keywords import LINES, WORDS
from polc.syntax.lexis import SYMBOLS
from polc.syntax.slots import ALL, AT, BUILT_IN, LED, RANK

_MUST_QUALIFY = Words("须符合", "must_qualify")
_ABSENCE = {row.id.upper(): Words(row.zh, row.en) for row in CHOICES if row.group == "absence"}
_PUNCTUATION = {kind: Words(sign, IN_ENGLISH.get(kind, sign)) for sign, kind in SYMBOLS.items()}
_NAMES = frozenset(("", BUILT_IN, RANK))
"""Slots for names, of which the language gives one: 年序, 申请先后."""
_OR_NAMES = frozenset((("name", "truth"), ("told", "truth"), ("members", "members")))
"""Slots in which any name may stand as well."""


@cache
def rules() -> Mapping[str, Form]:
    """Return what every rule allows, in the order in which they are written; a rule that only leads on is left out."""
    by_hand = resources.files("polc.syntax.described").joinpath("by_hand.lark").read_text("utf-8")
    every = {**blocks(), **_read(f"{by_hand}\n{grammar.text()}")}
    through = {name: form for name, form in every.items() if isinstance(form, Kind | Ref)}
    while any(isinstance(form, Ref) and form.name in through for form in through.values()):
        through = {name: through.get(getattr(form, "name", ""), form) for name, form in through.items()}
    return {name: replaced(form, through) for name, form in every.items() if name not in through}


def _read(text: str) -> dict[str, Form]:
    return {name: _direct(name, tree) for name, tree in grammar.trees(text).items()}


def _direct(rule: str, tree: Any) -> Form:  # noqa: ANN401 - lark's own type
    """Return a rule; where it begins with itself, what it begins with once and then repeats."""
    ways = [_form(each, rule, rule) for each in tree.children]
    ahead, behind = [], []
    for way in ways:
        parts = way.parts if isinstance(way, Series) else (way,)
        if parts[0] == Ref(rule):
            behind.append(series(parts[1:]))
        else:
            ahead.append(way)
    return series((either(ahead), any_number(either(behind)))) if behind else either(ahead)


def _form(tree: Any, rule: str, action: str) -> Form:  # noqa: ANN401 - lark's own type
    """Return a piece of a rule; ``action`` is what it makes, by which the slots of its names are known."""
    match tree.data:
        case "expansions":
            return either(_form(each, rule, action) for each in tree.children)
        case "alias":
            return _form(tree.children[0], rule, str(tree.children[1].name))
        case "expansion":
            return series(_placed(tree.children, rule, action))
        case "value":
            return _value(str(tree.children[0].name))
        case _:
            part, sign = _form(tree.children[0], "", ""), str(tree.children[1])
            return {"*": any_number, "+": many, "?": maybe}[sign](part)


def _placed(children: list[Any], rule: str, action: str) -> Iterator[Form]:
    """Yield the pieces of an alternative; a name in a slot is one of its choices."""
    at = AT.get(action, {})
    first = str(children[0].children[0].name) if children and children[0].data == "value" else ""
    led = LED.get(rule, {}).get(first, ())
    for n, child in enumerate(children):
        slot = at.get(n) or at.get(n - len(children)) or ALL.get(rule, "")
        groups = [group for group in led or (slot,) if group not in _NAMES]
        choices = [Kind(f"choice:{group}", (action, group) in _OR_NAMES) for group in groups]
        ways = child.children if child.data == "expansions" else [child]
        yield either(_filled(_form(way, "", ""), choices) for way in ways)


def _filled(form: Form, choices: list[Kind]) -> Form:
    """Return one of these choices in place of a name that stands alone."""
    return either(choices) if choices and form == Kind("NAME") else form


def _value(name: str) -> Form:
    if name.islower():
        return Ref(name)
    if name in _PUNCTUATION:
        return Written(_PUNCTUATION[name])
    if name in _ABSENCE:
        return Written(_ABSENCE[name])
    if name == "MUST_QUALIFY":
        return Written(_MUST_QUALIFY)
    kind, _, rest = name.partition("_")
    if kind == "CHOICE":
        return Kind(f"choice:{rest.lower()}")
    if kind in ("LINE", "WORD"):
        row = LINES[rest.lower()] if kind == "LINE" else WORDS[rest.lower()]
        return Written(Words(row.zh, row.en))
    words = [row for row in WORDS.values() if row.type == name]
    return Written(Words(words[0].zh, words[0].en)) if len(words) == 1 else Kind(name)

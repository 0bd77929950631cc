"""What the pictures of the grammar allow, the real reader reads."""

import random
from functools import cache

import pytest

from polc.syntax import grammar
from polc.syntax.choices import CHOICES
from polc.syntax.described import Either, Form, Kind, Many, Ref, Series, Written, rules
from polc.syntax.described.forms import NOTHING, either, kinds, many, maybe, refs, replaced, series
from polc.syntax.keywords import LINES, WORDS
from polc.syntax.lalr import Unexpected
from polc.syntax.lexis import tokens
from polc.syntax.parse import parse
from polc.text import Source

SAMPLES = {
    "NAME": "甲",
    "MONEY": "30万元",
    "PERCENT": "30%",
    "COUNT": "20家",
    "NUMBER": "3",
    "DURATION": "3年",
    "DAYS": "30日",
    "YEAR": "2026年",
    "DATE": "2026年1月1日",
    "NTH": "第2年",
    "QUOTE": "“原话”",
    "MARK": "（含）",
    "TEXT": "随便写",
    "NUMBERING": "（二）",
    "RULE": "cliff",
    "UNIT": "万元",
    "NOTE": "说明",
    "YEARS": "2026至2028",
    "VALUE": "30万元",
    "choice:unit of count": "家",
    "choice:unit of money": "百元",
    "choice:stage": "上限",
}
BY_HAND = {
    "numbered": "条 {}\n",
    "named": "条 1 一\n  奖补 {}\n",
    "subject": "对象 {}\n",
    "known": "条 1 一\n  已知问题 {}\n",
    "on_top_of": "条 1 一\n  奖补 乙\n    叠加于：{}\n",
    "claw_back": "条 1 一\n  奖补 乙\n    追回：{}\n",
    "silence": "条 1 一\n  奖补 乙\n    上限：{}\n",
    "fact_line": "对象 乙\n  {}\n",
    "tier_row": "条 1 一\n  奖补 乙\n    分档：甲，取高档\n      {}\n",
    "header": "条 1 一\n  奖补 乙\n    示例 一\n      {}\n",
}
"""Where what Python reads by itself may stand."""
PLAIN = {"condition": Kind("NAME"), "tier_test": Kind("NAME"), "sum": Kind("MONEY")}
"""What the grammar reads, and what it makes may be refused, is no matter here."""
UNREAD = {"unexpected-word", "written-otherwise", "list-mark", "bad-name", "column-unclear", "missing-value"}
UNREAD |= {"missing-number", "missing-title", "closing-punctuation", "unknown-keyword", "missing-colon"}
DEEP = 5


@cache
def depth_of(name: str) -> int:
    """Return how many rules deep the shortest sentence of a rule is."""
    known = dict.fromkeys(rules(), 99)
    for _ in range(40):
        known = {rule: 1 + least(form, known) for rule, form in rules().items()}
    return known[name]


def least(form: Form, known: dict[str, int]) -> int:
    match form:
        case Ref(name=each):
            return known[each]
        case Series(parts=parts):
            return max((least(part, known) for part in parts), default=0)
        case Either(ways=ways):
            return min(least(way, known) for way in ways)
        case Many(part=part):
            return least(part, known)
        case _:
            return 0


def sentence(form: Form, dice: random.Random, deep: int = 0) -> list[str]:
    """Return the words of a sentence that a form allows."""
    match form:
        case Written(words=words):
            return [words.zh]
        case Kind(name=name):
            listed = [row.zh for row in CHOICES if name == f"choice:{row.group}"]
            listed = listed or [row.zh for row in WORDS.values() if row.type == name]
            return [SAMPLES[name] if name in SAMPLES else dice.choice(listed)]
        case Ref(name=name):
            return sentence(rules()[name], dice, deep + 1)
        case Series(parts=parts):
            return [word for part in parts for word in sentence(part, dice, deep)]
        case Either(ways=ways):
            known = {name: depth_of(name) for name in rules()}
            few = min(least(way, known) for way in ways)
            may = [way for way in ways if deep < DEEP or least(way, known) == few]
            return sentence(dice.choice(may), dice, deep)
        case Many(part=part, between=between):
            found = sentence(part, dice, deep)
            for _ in range(dice.choice((0, 0, 1, 2)) if deep < DEEP else 0):
                found += sentence(between, dice, deep) + sentence(part, dice, deep)
            return found


@pytest.mark.parametrize("shape", [shape for shape in grammar.SHAPES if shape in rules()])
def test_a_sentence_that_a_picture_allows_is_read(shape: str) -> None:
    dice = random.Random(shape)  # noqa: S311 - sentences, not secrets
    for _ in range(60):
        text = " ".join(sentence(rules()[shape], dice))
        read = grammar.read(shape, tokens(Source("a.pol", text)))
        assert not isinstance(read, Unexpected), text


@pytest.mark.parametrize("rule", BY_HAND)
def test_what_python_reads_by_itself_is_told_as_it_is_read(rule: str) -> None:
    dice = random.Random(rule)  # noqa: S311 - as above
    form = replaced(rules()[rule], PLAIN)
    for _ in range(30):
        text = "政策 一\n  简称：yi\n" + BY_HAND[rule].format(" ".join(sentence(form, dice)))
        found = [each.rule.name for each in parse(Source("a.pol", text))[1]]
        assert not UNREAD & set(found), text


def test_every_rule_of_the_grammar_is_told_or_only_leads_on() -> None:
    told = set(rules())
    led = {"amount", "formula", "date", "free", "quote", "title"}
    assert {shape for shape in grammar.SHAPES if shape not in told} <= led
    for form in rules().values():
        assert set(refs(form)) <= told


def test_every_line_of_the_table_stands_in_a_block() -> None:
    text = str(rules())
    assert not [row.zh for row in LINES.values() if f"'{row.zh}：'" not in text and f"'{row.zh}'" not in text]


def test_a_choice_is_told_in_its_slot() -> None:
    found = {kind.name.removeprefix("choice:") for form in rules().values() for kind in kinds(form)}
    assert {row.group for row in CHOICES} - {"absence"} <= found


def test_forms_are_made_in_their_simplest_shape() -> None:
    a, b, c = Ref("a"), Ref("b"), Ref("c")
    assert series((a, maybe(many(series((b, a)))))) == Many(a, b)
    assert either((series((a, b)), series((a, c)))) == Series((a, Either((b, c))))
    assert either((series((a, c)), series((b, c)))) == Series((Either((a, b)), c))
    assert either((a, series((a, b)))) == Series((a, Either((NOTHING, b))))
    assert either((NOTHING, series((a, maybe(b))), b)) == Series((maybe(a), maybe(b)))

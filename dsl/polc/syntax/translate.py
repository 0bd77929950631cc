"""The words of a line in the other language: keywords, reserved words, choices, units, years and days.

Guarantees: names, notes, quotations and numbers stay; a word that is already in the language wanted stays, a synonym
too; what is put in place of a word is read as the same word. Which NAME is a choice the grammar says, never its looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from polc.core.program import Stage
from polc.diagnostics.words import Language
from polc.model.expectations import Column, Row
from polc.model.values import TierRow
from polc.syntax.choices import choices, chosen
from polc.syntax.format_blocks import Place
from polc.syntax.keywords import LINES, WORDS, columns, line_words, reserved_words
from polc.syntax.lexis import Token, normal
from polc.syntax.shapes import KEEPS_NONE, commas
from polc.syntax.slots import BUILT_IN, COUNT_UNIT, MONEY_UNIT, RANK, STAGE, slots
from polc.syntax.tables import FREE_ROLES, MONEY_ROLES, cells_of
from polc.syntax.tree import Block, Line
from polc.syntax.units import split, units

_QUANTITIES = frozenset(("MONEY", "PERCENT", "COUNT", "NUMBER", "DURATION", "DAYS"))
TRANSLATED = "TRANSLATED"
"""The type of a word that stands for free text, so that the text of the file is not written instead."""
_WORD_TYPES = frozenset(word.type for word in WORDS.values())
_RAW = frozenset(("title", "numbered"))
_BY_APPLICATION = ("申请先后", "application_order")
"""What a 名额 may be filled by, besides facts and awards."""
_EVERYTHING, _ON_CONDITION = ("全文", "everything"), ("须符合", "must_qualify")
_SMALL_MONEY = {"角": ("角", "jiao"), "分": ("分", "fen"), "jiao": ("角", "jiao"), "fen": ("分", "fen")}
_DAY = re.compile(r"[0-9０-９]+")
_NAMED_FIRST = 2
_BY_ISSUE = re.compile(r"(自?)(印发之日|发布之日|公布之日)(起?)")


class Translator:
    """Puts lines into one language."""

    def __init__(self, language: Language) -> None:
        self._english = language == "en"

    # ── lines ────────────────────────────────────────────────────────────────────────────────────────────────────

    def line(self, place: Place, words: Sequence[Token]) -> Sequence[Token]:
        """Return the words of a line or head that was read without a finding."""
        node = place.node
        if isinstance(node, Line):
            if node.key == "fact":
                return [*words[:_NAMED_FIRST], *self._value("fact", words[_NAMED_FIRST:])]
            return self._keyed(node.key, words)
        if isinstance(node, Block):
            return self._head(node, words)
        return words

    def _keyed(self, key: str, words: Sequence[Token]) -> Sequence[Token]:
        keyword = self._keyword(words[0])
        if key == "known":
            return [keyword, *words[1:]]
        if key == "over":
            return [keyword, words[1], *self._whole(words[_NAMED_FIRST:], _EVERYTHING)]
        return [keyword, words[1], *self._value(LINES[key].shape, words[_NAMED_FIRST:], promise=key == "ensure")]

    def _head(self, block: Block, words: Sequence[Token]) -> Sequence[Token]:
        keyword, rest = self._keyword(words[0]), words[1:]
        shape, _, inner = LINES[block.key].shape.partition(":")
        colon = next((n for n, word in enumerate(rest) if word.type == "COLON"), None)
        if inner and colon is not None:
            return [keyword, *rest[: colon + 1], *self._value(inner, rest[colon + 1 :])]
        if shape == "subject":
            return [keyword, *rest[:1], *(self._relation(word) for word in rest[1:])]
        return [keyword, *rest]

    def _keyword(self, word: Token) -> Token:
        row = line_words().get(word.text)
        return word if row is None else self._put(word, row.zh, row.en)

    def _relation(self, word: Token) -> Token:
        """Return a word of the head of an 对象: 归属 and 是 are the only ones."""
        row = line_words().get(word.text)
        return self._put(word, row.zh, row.en) if row is not None and row.id in ("owned_by", "is_a") else word

    # ── values ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _value(self, shape: str, words: Sequence[Token], *, promise: bool = False) -> Sequence[Token]:
        if not words:
            return words
        absent = words[0].type == "NAME" and chosen("absence", words[0].text)
        if absent and (len(words) == 1 or self._silent(words[0])):
            if shape in KEEPS_NONE and not self._silent(words[0]):
                return words
            at = next((n for n, word in enumerate(words) if word.type == "PRESUME"), None)
            silent = self._choice("absence", words[0])._replace(type=TRANSLATED)
            if at is None:
                return [silent, *words[1:]]
            presume = self._reserved(words[at])
            return [silent, *words[1:at], presume, *self._value(shape, words[at + 1 :], promise=promise)]
        if shape in ("free", "quote") or shape in _RAW:
            return words
        if shape.startswith("choice:"):
            return [self._choice(shape.removeprefix("choice:"), words[0]), *words[1:]]
        if shape == "on_top_of":
            return [*map(self._plain, words[:-1]), *self._whole(words[-1:], _ON_CONDITION)]
        if shape == "claw_back":
            end = commas(words)[0]
            parts = [self._choice(shape, word) if word.type == "NAME" else self._plain(word) for word in words[end:]]
            return [*self._read("condition", words[:end]), *parts]
        if shape == "in_force":
            return list(self._in_force(words))
        return self._read(shape, words, promise=promise)

    def _silent(self, word: Token) -> bool:
        return chosen("absence", word.text) == "silent"

    def _read(self, shape: str, words: Sequence[Token], *, promise: bool = False) -> Sequence[Token]:
        """Return the words of a value that the grammar reads; as they are, where it cannot."""
        found = slots(shape, words)
        if found is None:
            return words
        return [self._slotted(word, slot, promise=promise) for word, slot in zip(words, found, strict=True)]

    def _slotted(self, word: Token, slot: str, *, promise: bool) -> Token:
        if word.type != "NAME" and slot != MONEY_UNIT:
            return self._plain(word)
        pair = _pairs(slot).get(word.text) if slot else None
        if pair is None and slot == "truth":
            pair = _pairs(BUILT_IN).get(word.text) or (_awards().get(word.text) if promise else None)
        elif pair is None and slot == "surplus":
            pair = _pairs("absence").get(word.text)
        return self._put(word, *pair) if pair else word

    def _plain(self, word: Token) -> Token:
        """Return a word that means the same wherever it stands: a reserved one, a quantity, a mark, a day."""
        if word.type in _QUANTITIES:
            return self._quantity(word)
        if word.type == "MARK":
            plain = "不" not in word.text and "excl" not in word.text
            return self._put(word, *(("（含）", "(incl)") if plain else ("（不含）", "(excl)")))
        if word.type in ("YEAR", "DATE", "NTH"):
            return self._dated(word)
        return self._reserved(word) if word.type in _WORD_TYPES else word

    def _reserved(self, word: Token) -> Token:
        row = reserved_words().get(word.text)
        return word if row is None else self._put(word, row.zh, row.en)

    def _choice(self, group: str, word: Token) -> Token:
        row = choices(group).get(word.text)
        return word if row is None else self._put(word, row.zh, row.en)

    def _whole(self, words: Sequence[Token], pair: tuple[str, str]) -> Sequence[Token]:
        """Return words that may be one fixed one."""
        if len(words) == 1 and words[0].text in pair:
            return [self._put(words[0], *pair)._replace(type=TRANSLATED)]
        return words

    def _in_force(self, words: Sequence[Token]) -> Iterator[Token]:
        """Yield 自印发之日, one word in Chinese, or ``from issue``, two in English."""
        for n, word in enumerate(words):
            told = _BY_ISSUE.fullmatch(word.text) if word.type == "NAME" else None
            if told and self._english:
                led, _, onward = told.groups()
                if led:
                    yield word._replace(type="FROM", text=WORDS["from"].en)
                yield word._replace(text="issue")
                if onward:
                    yield word._replace(type="ONWARD", text=WORDS["onward"].en)
            elif word.text == "issue" and not self._english:
                led_by = WORDS["from"].zh if n and words[n - 1].type == "FROM" else ""
                onward = WORDS["onward"].zh if n + 1 < len(words) else ""
                yield word._replace(text=f"{led_by}印发之日{onward}")
            elif not self._english and any(each.text == "issue" for each in words):
                continue  # 自 and 起 have become one with 印发之日
            else:
                yield self._plain(word)

    # ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _quantity(self, word: Token) -> Token:
        number, unit = split(word.text)
        found = units().get(unit.replace("％", "%"))
        if found is None or found.zh == found.en or (unit.isascii() == self._english):
            return word
        return word._replace(text=f"{number} {found.en}" if self._english else f"{number}{found.zh}")

    def _dated(self, word: Token) -> Token:
        figures = ["".join(str(int(c)) for c in found) for found in _DAY.findall(word.text)]
        if word.text.isascii() == self._english or not figures:
            return word
        if word.type == "DATE":
            year, month, day = figures
            text = f"{year}-{month:0>2}-{day:0>2}" if self._english else f"{year}年{int(month)}月{int(day)}日"
        elif word.type == "YEAR":
            text = f"FY{figures[0]}" if self._english else f"{figures[0]}年"
        else:
            text = f"year {figures[0]}" if self._english else f"第{figures[0]}年"
        return word._replace(text=text)

    # ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────

    def row(self, place: Place, words: Sequence[Token]) -> list[Sequence[Token]]:
        """Return the cells of a row that was read without a finding."""
        cells = cells_of(words)
        node = place.node
        if isinstance(node, TierRow):
            shapes = ["tier_test"] * (len(cells) - 1) + ["amount"]
            return [self._read(shape, cell) for shape, cell in zip(shapes, cells, strict=True)]
        if isinstance(node, Row):
            return [self._cell(column, cell) for column, cell in zip(place.columns, cells, strict=True)]
        return [self._header(cell) for cell in cells]

    def _header(self, words: Sequence[Token]) -> Sequence[Token]:
        end = next((n for n, word in enumerate(words) if word.type in ("LPAREN", "MARK")), len(words))
        named = words[:end]
        if len(named) == 1:
            pair = _pairs("column").get(named[0].text) or _column_words().get(named[0].text)
            named = [self._put(named[0], *pair)] if pair else named
        elif named:
            named = [self._plain(named[0]), *named[1:]]
        rest = list(words[end:])
        for n in range(1, len(rest) - 1):
            if rest[n - 1].type == "LPAREN" and rest[n + 1].type == "RPAREN":
                rest[n] = self._unit(rest[n])
        return [*named, *rest]

    def _unit(self, word: Token) -> Token:
        """Return the unit that a column says its figures are in; anything else, a 读法 say, as it is."""
        found = units().get(normal(word.raw))
        return word if found is None else self._put(word, found.zh, found.en)

    def _cell(self, column: Column, words: Sequence[Token]) -> Sequence[Token]:
        if not words or column.role in FREE_ROLES:
            return words
        if column.role == "year":
            return [self._plain(word) for word in words]
        if column.role == "step":
            return [*map(self._plain, words[:-1]), self._slotted(words[-1], STAGE, promise=False)]
        if words[0].type == "TOCONFIRM":
            return self._to_confirm(words)
        return self._read("expected" if column.role in MONEY_ROLES else "input", words)

    def _to_confirm(self, words: Sequence[Token]) -> Sequence[Token]:
        """Return 待核 and what is offered, as words where it can be read, else as free text."""
        first, rest = self._plain(words[0]), words[1:]
        if not rest or slots("expected", rest) is None:
            return [first, *rest]
        return [first._replace(type=TRANSLATED), *self._read("expected", rest)]

    def _put(self, word: Token, zh: str, en: str) -> Token:
        """Return a word in the language wanted; one that is in it already, a synonym too, stays as it is."""
        text = en if self._english else zh
        return word if word.text.isascii() == self._english or zh == en else word._replace(text=text)


@cache
def _pairs(slot: str) -> Mapping[str, tuple[str, str]]:
    """Return by each of its words the two words of everything that may stand in a slot."""
    if slot in (MONEY_UNIT, COUNT_UNIT):
        return {word: (unit.zh, unit.en) for word, unit in units().items()} | _SMALL_MONEY
    if slot == STAGE:
        named = {s: (s.value, s.en.replace(" ", "_").replace("-", "_")) for s in Stage}
        return {word: pair for s, pair in named.items() for word in (s.value, s.en, pair[1])}
    if slot == RANK:
        return {**_awards(), **dict.fromkeys(_BY_APPLICATION, _BY_APPLICATION)}
    if slot == BUILT_IN:
        rows = (LINES["year_index"], LINES["issued"])
        return {word: (row.zh, row.en) for row in rows for word in (row.zh, row.en)}
    return {word: (row.zh, row.en) for word, row in choices(slot).items()}


@cache
def _column_words() -> Mapping[str, tuple[str, str]]:
    """Return the reserved words that name columns."""
    rows = [WORDS[id_] for id_ in ("to_date", "received", "touches")]
    return {word: (row.zh, row.en) for row in rows for word in (row.zh, row.en)}


@cache
def _awards() -> Mapping[str, tuple[str, str]]:
    """Return what 应成立 calls the awards: 应得, 合计, 单项."""
    kept = {word for word, role in columns().items() if role in ("award", "total", "item")}
    return {word: pair for word, pair in _pairs("column").items() if word in kept}

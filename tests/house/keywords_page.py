"""The page docs/reference/keywords.md, made from the table of words.

``python tests/house/keywords_page.py`` (with ``PYTHONPATH=dsl``) writes it; a test holds the page to the table.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from polc.model.expressions import Kind
from polc.syntax.choices import CHOICES
from polc.syntax.keywords import ALIASES, LINES, WORDS, LineWord
from polc.syntax.units import UNITS

PAGE = Path(__file__).parents[2] / "docs/reference/keywords.md"

_HEAD = """\
# 关键词 · Keywords

这一页由关键词表生成，不要手改：改了表以后运行 `python tests/house/keywords_page.py`。
每个词的意思见[语言](language/index.md)各页。

*Made from the table of keywords; do not edit by hand.
What each word means is told in [the language](language/index.md).*
"""

_LINES = """
## 行 · Lines

只在行首才是关键词；写在表达式里，就是普通的名称。

*Keywords at the beginning of a line only; inside an expression they are ordinary names.*

| 中文 | English | 写成 | 写在哪里 | written in | 几行 |
|---|---|---|---|---|---|
"""

_WORDS = """
## 值里的词 · Words in values

写在值里都有固定的意思，不能作名称。

*These mean the same in every value and cannot be names.*

| 中文 | English |
|---|---|
"""

_CHOICES = """
## 只在一处用的词 · Words of one slot

只在所写的那一处有意思，别处可以作名称。

*These mean something in one slot only, and may be names elsewhere.*

| 用在 | slot | 中文 · English |
|---|---|---|
"""

_UNITS = """
## 单位 · Units

金额和个数的单位前面可以加百、千、万、十万、百万、千万、亿
（英文 hundred_、thousand_、wan_、ten_wan_、million_、ten_million_、yi_）。

*Units of money and most counts take multiples: 万元 is wan_yuan, 万台 is wan_machines.*

| 种类 | kind | 中文 · English |
|---|---|---|
"""

_SLOTS = {
    "mood": ("奖补口径", "mood"),
    "absence": ("没有内容时", "instead of a value"),
    "truth": ("是否", "a truth"),
    "status": ("状态", "status"),
    "tested_on": ("适用时点", "tested_on"),
    "in_force": ("施行", "in_force"),
    "inclusion": ("约定", "convention"),
    "expiry": ("约定", "convention"),
    "expiry_day": ("约定", "convention"),
    "fact": ("事实的种类", "kinds of facts"),
    "tiers": ("分档", "tiers"),
    "less": ("分档：减", "tiers: less"),
    "claw_back": ("追回", "claw_back"),
    "share": ("分摊", "share"),
    "rounding": ("取整", "round"),
    "order": ("次数：先后", "times: order"),
    "surplus": ("上限：超出部分", "cap: surplus"),
    "open": ("待定", "open"),
    "how": ("方式", "how"),
    "grain": ("方式", "how"),
    "span": ("方式：期间", "how: span"),
    "lower_first": ("方式：先领低额时", "how: lower_first"),
    "members": ("组", "group"),
    "excess": ("超出", "excess"),
    "verdict": ("结论", "verdict"),
    "column": ("表的列名", "columns of tables"),
}

_KINDS = {
    Kind.MONEY: ("金额", "money"),
    Kind.RATE: ("比例", "rates"),
    Kind.DURATION: ("时长", "durations"),
    Kind.DAYS: ("天数", "days"),
    Kind.COUNT: ("个数", "counts"),
}


def _owners(row: LineWord) -> tuple[str, str]:
    known = [LINES[owner] for owner in row.owners if owner != "file"]
    top = "file" in row.owners
    zh = (["文件"] if top else []) + [owner.zh for owner in known]
    en = (["the file"] if top else []) + [owner.en for owner in known]
    return "、".join(zh), ", ".join(en)


def _lines() -> Iterator[str]:
    forms = {"line": "{0}：…", "head": "{0} 名称", "both": "{0} 名称、{0}：…"}
    for row in LINES.values():
        zh, en = _owners(row)
        many = (
            "一个"
            if row.id in ("policy", "vocabulary")
            else "可以几个"
            if row.opens
            else "可以几行"
            if row.repeatable
            else "一行"
        )
        written = forms[row.form].format(row.zh)
        yield f"| `{row.zh}` | `{row.en}` | `{written}` | {zh} | {en} | {many} |"


def _slots() -> Iterator[str]:
    by_slot: dict[tuple[str, str], list[str]] = {}
    for row in CHOICES:
        by_slot.setdefault(_SLOTS[row.group], []).append(f"`{row.zh}` {row.en}")
    for (zh, en), words in by_slot.items():
        yield f"| {zh} | {en} | {' · '.join(dict.fromkeys(words))} |"


def _units() -> Iterator[str]:
    for kind, (zh, en) in _KINDS.items():
        plain = [unit for unit in UNITS if unit.kind is kind and not _multiple(unit.en, kind)]
        yield f"| {zh} | {en} | {' · '.join(f'`{unit.zh}` {unit.en}' for unit in plain)} |"


def _multiple(word: str, kind: Kind) -> bool:
    return kind is Kind.COUNT and word.startswith(
        ("hundred_", "thousand_", "wan_", "ten_wan_", "million_", "ten_million_", "yi_")
    )


def _words() -> Iterator[str]:
    for row in WORDS.values():
        others = [word for word, meant in ALIASES.items() if meant == row.id]
        also = f"（也可以写 {'、'.join(f'`{word}`' for word in others)}）" if others else ""
        yield f"| `{row.zh}`{also} | `{row.en}` |"


def page() -> str:
    """Return the text of the page."""

    def rows(found: Iterable[str]) -> str:
        return "".join(f"{row}\n" for row in found)

    return (
        _HEAD + _LINES + rows(_lines()) + _WORDS + rows(_words()) + _CHOICES + rows(_slots()) + _UNITS + rows(_units())
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

"""The two lists of a 分别 (“respectively”): 达到500万元、1000万元的，分别给予4万元、5万元.

Behind 分别 stand figures; before it, nearest to it in the same sentence, figures, levels of government, or prizes.
Anything else is not read: a sentence may hold many enumerations, and only these pair with amounts beyond doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^。；;\n]+")
_BLANK = re.compile(r"\s+")
_FIGURE = r"(?:最高|不超过)?[0-9][0-9.,]*[万亿千百]*(?:%|‰|[A-Z]|元|[\u4e00-\u9fff](?![0-9]))"
_TAIL = r"(?:[（(]不?含[）)])?(?:及?以上|以下)?"
_UP_TO = r"(?:至|到|[-—–~～]|不满|不足|不超过|低于|(?<=以上))+"
_RANGE = rf"{_FIGURE}{_TAIL}(?:{_UP_TO}{_FIGURE}{_TAIL})?"
"""500万元以上不满1000万元, 500万元至1000万元: two figures, one item."""
_LEVEL = r"(?:国家|省|市|县|区)[级内]?"
_PRIZE = r"[特一二三四五六]等奖"


def _list(item: str) -> str:
    return rf"{item}(?:(?:、|和|及|或){item})+"


_RIGHT = re.compile(rf"^[^，,、：:0-9]{{0,20}}?(?P<items>{_list(_RANGE)})")
_LEFT = re.compile(rf"(?P<items>{_list(_RANGE)}|{_list(_LEVEL)}|{_list(_PRIZE)})")
_ITEM = re.compile(r"、|和|及(?!以)|或")
_HEIGHT = {"国": 4, "省": 3, "市": 2, "县": 1, "区": 1}


def pairs(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the lists before and behind every 分别 of a text, where both can be read."""
    for sentence in _SENTENCE.findall(text):
        before, *others = _BLANK.sub("", sentence).split("分别")
        for after in others:
            right = _RIGHT.match(after)
            lists = list(_LEFT.finditer(before))
            if right is not None and lists:
                yield _ITEM.split(lists[-1]["items"]), _ITEM.split(right["items"])
            before = after


def descends(items: list[str]) -> bool | None:
    """Return whether levels of government go from the top down; None where they are none, or go neither way."""
    heights = [_HEIGHT.get(item[:1], 0) if re.fullmatch(_LEVEL, item) else 0 for item in items]
    if 0 in heights:
        return None
    if heights == sorted(heights, reverse=True):
        return True
    return False if heights == sorted(heights) else None

"""What the search of a site must know of Chinese: the words of the language, each as one word.

The search cuts Chinese into words by jieba, which does not know those of our trade: it takes 待核 for 待 and 核, so
that whoever types it finds 待定 first. Where jieba is not installed nothing is cut, and nothing is done here.
"""

from __future__ import annotations

import importlib
import logging
from importlib.util import find_spec

from polc.syntax.choices import CHOICES
from polc.syntax.keywords import LINES, WORDS


def words() -> frozenset[str]:
    """Return the Chinese words of the language that have more than one letter."""
    every = {row.zh for row in LINES.values()} | {row.zh for row in WORDS.values()} | {row.zh for row in CHOICES}
    return frozenset(word for word in every if len(word) > 1)


def teach() -> None:
    """Let the search take every word of the language as one word."""
    if find_spec("jieba") is None:
        return
    logging.getLogger("jieba").setLevel(logging.WARNING)  # it tells on stderr that it loads its words
    jieba = importlib.import_module("jieba")
    for word in sorted(words()):
        jieba.add_word(word)

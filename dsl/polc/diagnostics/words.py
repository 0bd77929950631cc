"""A phrase in Chinese and in English, side by side. Nothing a person reads exists in one language only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """One phrase in two languages; both may hold the same ``{placeholders}``."""

    zh: str
    en: str

    def in_(self, language: Language, arguments: Mapping[str, str | Words] | None = None) -> str:
        """Return the phrase in ``language`` with its placeholders filled."""
        template = self.zh if language == "zh" else self.en
        if not arguments:
            return template
        filled = {k: v.in_(language) if isinstance(v, Words) else v for k, v in arguments.items()}
        return template.format_map(filled)

    def fill(self, **arguments: str | Words) -> Words:
        """Return the phrase with its placeholders filled in both languages."""
        return Words(self.in_("zh", arguments), self.in_("en", arguments))


def same(text: str) -> Words:
    """Return words that read the same in both languages (a name, a number)."""
    return Words(text, text)

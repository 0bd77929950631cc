"""The pages about keywords say what the table says."""

from keywords_page import PAGE, page

from polc.syntax.choices import CHOICES
from polc.syntax.keywords import LINES, WORDS

LANGUAGE = PAGE.parent / "language"


def told() -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(LANGUAGE.glob("*.md")))


def test_the_page_of_keywords_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python tests/house/keywords_page.py"


def test_every_line_word_is_told_in_both_languages() -> None:
    text = told()
    assert not [row.zh for row in LINES.values() if f"`{row.zh}`" not in text and f"{row.zh} · `" not in text]
    assert not [row.en for row in LINES.values() if f"`{row.en}`" not in text]


def test_every_word_of_values_and_every_choice_is_told() -> None:
    text = told()
    assert not [row.zh for row in (*WORDS.values(), *CHOICES) if row.zh not in text]

"""Which language a command speaks: ``--lang``, else ``POLC_LANG``, else that of the file's keywords, else Chinese."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from polc.diagnostics.words import Language, Words

if TYPE_CHECKING:
    import argparse

_VARIABLE = "POLC_LANG"


class UnknownLanguageError(Exception):
    """A language was asked for that polc does not speak; ``words`` says so."""

    def __init__(self, asked: str, where: str) -> None:
        super().__init__(asked)
        self.words = Words(
            f"{where} 是 {asked}；只能是 zh（中文）或 en（英文）",
            f"{where} is {asked}; it can be zh (Chinese) or en (English)",
        )


def read_language(text: str, where: str) -> Language:
    """Return the language that ``text`` names (``zh``, ``en``, ``zh_CN.UTF-8``, ``en-GB`` …).

    Raises UnknownLanguageError for any other text; ``where`` is the option or variable it came from.
    """
    tag = text.strip().lower().replace("-", "_").split(".")[0].split("_")[0]
    if tag == "zh":
        return "zh"
    if tag == "en":
        return "en"
    raise UnknownLanguageError(text, where)


def chosen(argv: Sequence[str]) -> Language | None:
    """Return the language asked for on the command line or in the environment, or None.

    Raises UnknownLanguageError.
    """
    for here, argument in enumerate(argv):
        if argument == "--":
            break
        if argument == "--lang" and here + 1 < len(argv):
            return read_language(argv[here + 1], "--lang")
        if argument.startswith("--lang="):
            return read_language(argument.removeprefix("--lang="), "--lang")
    variable = os.environ.get(_VARIABLE, "")
    return read_language(variable, _VARIABLE) if variable.strip() else None


def spoken(args: argparse.Namespace, *files: str) -> Language:
    """Return the language to answer in; ``files`` are the languages of the files read (``File.language``).

    Files in both languages are answered in Chinese.
    """
    asked: Language | None = args.language
    if asked is not None:
        return asked
    return "en" if files and all(language == "en" for language in files) else "zh"

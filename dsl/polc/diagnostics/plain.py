"""A finding as plain sentences, for formats that show text only: the message, the case that shows it, what to do."""

from __future__ import annotations

from polc.diagnostics.finding import Diagnostic, Witness
from polc.diagnostics.words import Language, Words

CASE = Words("例如：", "for example: ")
HELP = Words("帮助：", "help: ")
NOTE = Words("说明：", "note: ")
SCENARIO = "情景 "
"""How the rows of a case over several years begin."""


def told(witness: Witness) -> Words:
    """Return a case in lines: what is told, what comes of it, and the rows to paste."""
    rows = witness.table.splitlines()
    zh, en = [brief(witness).zh], [brief(witness).en]
    of_zh, of_en = (f"“{witness.part}”的", f" of “{witness.part}”") if witness.part else ("", "")
    if rows and rows[0].startswith(SCENARIO):
        zh += [f"可以贴进{of_zh}情景：", *rows]
        en += [f"to paste as scenarios{of_en}:", *rows]
    elif rows:
        zh += [f"可以贴进{of_zh}示例：", *rows]
        en += [f"to paste as an example{of_en}:", *rows]
    return Words("\n".join(zh), "\n".join(en))


def brief(witness: Witness) -> Words:
    """Return a case in lines, without the rows to paste."""
    facts = Words(
        "，".join(f"{name} = {value.zh}" for name, value in witness.facts),
        ", ".join(f"{name} = {value.en}" for name, value in witness.facts),
    )
    zh = [facts.zh, *(f"{side.zh}：{value.zh}" for side, value in witness.outcome)]
    en = [facts.en, *(f"{side.en}: {value.en}" for side, value in witness.outcome)]
    return Words("\n".join(line for line in zh if line), "\n".join(line for line in en if line))


def in_full(diagnostic: Diagnostic, language: Language) -> str:
    """Return the finding in lines: message, labels that say something, the case, help and notes."""
    label = diagnostic.place.words
    lines = [diagnostic.message(language), *([label.in_(language)] if label else [])]
    if diagnostic.witness is not None:
        lines.append(CASE.in_(language) + told(diagnostic.witness).in_(language))
    lines += [HELP.in_(language) + words.in_(language) for words in diagnostic.advice]
    lines += [NOTE.in_(language) + words.in_(language) for words in diagnostic.notes]
    return "\n".join(dict.fromkeys(filter(None, lines)))


def in_a_line(diagnostic: Diagnostic, language: Language) -> str:
    """Return the message and the case that shows it, in one line."""
    said = " ".join(diagnostic.message(language).split())
    if diagnostic.witness is None:
        return said
    case = brief(diagnostic.witness).in_(language).splitlines()
    between = "；" if language == "zh" else "; "
    return said + ("。" if language == "zh" else "; ") + CASE.in_(language) + between.join(case)

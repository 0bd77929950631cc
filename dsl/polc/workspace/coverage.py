"""How much of the official text a policy encodes: clauses, provisions by kind, amounts quoted, figures matched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from polc.checks.figures import in_text, unmatched
from polc.checks.number_not_encoded import Encoded
from polc.checks.official import covered
from polc.checks.outline import outline
from polc.checks.sentence_not_encoded import quotes
from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.model import expressions as surface
from polc.model.policy import Part, Policy
from polc.readers.prose.wrapping import cells
from polc.workspace.load import Draft, Workspace

SCHEMA = "polc.coverage/1"


@dataclass(frozen=True, slots=True)
class Coverage:
    """The figures of one policy; totals of the source are None where there is no official text beside it."""

    name: str
    title: str
    clauses: int
    clauses_of_source: int | None
    pay: int
    open: int
    require: int
    rule: int
    exhort: int
    refer: int
    amounts: int | None  # figures of money and rates in the source that some quote covers
    amounts_of_source: int | None
    figures: int  # figures of quotes that the encoding uses
    figures_known: int  # figures that a 已知问题 number-not-encoded says why they are not
    figures_of_quotes: int
    rows: int
    doubts: int

    @property
    def complete(self) -> bool:
        """Whether every clause, amount and figure is accounted for."""
        return (
            (self.clauses_of_source is None or self.clauses >= self.clauses_of_source)
            and self.amounts == self.amounts_of_source
            and self.figures + self.figures_known == self.figures_of_quotes
        )


def coverage(space: Workspace) -> list[Coverage]:
    """Return the coverage of every policy that could be read."""
    return [coverage_of(draft, draft.policy) for draft in space.drafts if draft.policy is not None]


def coverage_of(draft: Draft, policy: Policy) -> Coverage:
    """Return the coverage of one policy."""
    official = draft.official
    of_source = quoted = amounts = None
    if official is not None:
        text = outline(official)
        of_source = len({text.path_of(clause) for clause in text.clauses})
        marks = covered(official, quotes(policy))
        money = [figure for figure in in_text(official.text) if figure.kind in ("money", "rate")]
        amounts = len(money)
        quoted = sum(marks.all_of(official.span(f.start, f.start + len(f.text))) for f in money)
    stated = [(part, f) for part in policy.parts for q in part.quotes if q.value for f in in_text(q.value.text)]
    encoded = Encoded(policy)
    lost = {part.name: len(_unmatched(encoded, part)) for part in policy.parts}
    known = sum(lost[part.name] for part in policy.parts if _is_known(part))
    opened = sum(_is_open(benefit) for benefit in policy.benefits)
    kinds = [passage.kind for passage in policy.passages]
    return Coverage(
        name=draft.name,
        title=policy.name,
        clauses=len({clause.number for clause in policy.clauses}),
        clauses_of_source=of_source,
        pay=len(policy.benefits) - opened,
        open=opened,
        require=len(policy.requirements),
        rule=len(policy.groups) + len(policy.pools) + len(policy.rules),
        exhort=kinds.count("exhort"),
        refer=kinds.count("refer"),
        amounts=quoted,
        amounts_of_source=amounts,
        figures=len(stated) - sum(lost.values()),
        figures_known=known,
        figures_of_quotes=len(stated),
        rows=sum(len(table.rows) for part in policy.parts for table in part.tables),
        doubts=len(policy.all_doubts),
    )


def _unmatched(encoded: Encoded, part: Part) -> list[object]:
    stated = [f for quote in part.quotes if quote.value for f in in_text(quote.value.text)]
    return list(unmatched(stated, encoded.of(part)))


def _is_known(part: Part) -> bool:
    return any(line.value is not None and line.value.rule == "number-not-encoded" for line in part.known)


def _is_open(benefit: Part) -> bool:
    return benefit.base.pay is not None and isinstance(benefit.base.pay.value, surface.Open)


_COLUMNS: tuple[tuple[Words, str], ...] = (
    (Words("政策", "policy"), "name"),
    (Words("条", "clauses"), "clauses"),
    (Words("给付", "pay"), "pay"),
    (Words("待定", "open"), "open"),
    (Words("要求", "require"), "require"),
    (Words("规则", "rule"), "rule"),
    (Words("宣示", "exhort"), "exhort"),
    (Words("另行规定", "refer"), "refer"),
    (Words("金额和比例", "amounts"), "amounts"),
    (Words("数字", "figures"), "figures"),
    (Words("疑义", "doubts"), "doubts"),
    (Words("示例行", "rows"), "rows"),
)


def as_text(found: list[Coverage], language: Language) -> str:
    """Return a table, one policy a row; 22/22 is encoded of what the source has."""
    table = [[words.in_(language) for words, _ in _COLUMNS]]
    table.extend([_cell(each, key) for _, key in _COLUMNS] for each in found)
    widths = [max(cells(row[column]) for row in table) for column in range(len(_COLUMNS))]
    lines = ["  ".join(text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=True)).rstrip()
             for row in table]  # fmt: skip
    return "\n".join(lines) + "\n"


def _cell(each: Coverage, key: str) -> str:
    value = getattr(each, key)
    whole = {"clauses": each.clauses_of_source, "amounts": each.amounts_of_source, "figures": each.figures_of_quotes}
    if value is None:
        return "-"
    if key == "figures" and each.figures_known:
        value = f"{value}+{each.figures_known}"
    return str(value) if whole.get(key) is None else f"{value}/{whole[key]}"


def as_data(found: list[Coverage]) -> dict[str, Any]:
    """Return the same as JSON data."""
    return {
        "schema": SCHEMA,
        "policies": [
            {row: getattr(each, row) for row in Coverage.__dataclass_fields__} | {"complete": each.complete}
            for each in found
        ],
    }

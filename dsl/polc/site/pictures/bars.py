"""Years as bars: what a schedule pays in each year, as written."""

from __future__ import annotations

from fractions import Fraction

from polc.core.arithmetic import Number
from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.model import expressions as surface
from polc.model.policy import Terms
from polc.model.values import YearRange
from polc.readers.prose.formula import quantity
from polc.readers.prose.said.amounts import by_year
from polc.readers.prose.said.values import is_rate
from polc.readers.prose.wrapping import cells
from polc.site.markup import Html, element

LEAST_BAR, GAP, HEIGHT, HEAD, FOOT = 44, 8, 150, 22, 24
LETTER, CELL = 12, 0.6
MOST_YEARS = 12
TITLE = Words("各年的数额", "by year")
YEAR = Words("第{n}年", "year {n}")


def bars(terms: Terms, language: Language) -> Html | None:
    """Return the picture of a schedule of years, of instalments or of tiers by 年序; None without one."""
    years = _instalments(terms) or _tiers(terms)
    if len(years) < 2 or not any(size for _, size, _ in years):  # noqa: PLR2004 - one year needs no picture
        return None
    most = max(size for _, size, _ in years)
    broad = max(cells(words.in_(language)) for _, _, words in years) * LETTER * CELL
    bar = max(LEAST_BAR, round(broad))
    width = GAP + len(years) * (bar + GAP)
    body: list[Html] = [element("title", TITLE.in_(language))]
    for place, (year, size, words) in enumerate(years):
        left = GAP + place * (bar + GAP)
        tall = float((HEIGHT - HEAD - FOOT) * size / most)
        top = HEIGHT - FOOT - tall
        middle = f"{left + bar / 2:.1f}"
        body += [
            element("rect", "", x=left, y=f"{top:.1f}", width=bar, height=f"{tall:.1f}", class_="polc-bar"),
            element("text", words.in_(language), x=middle, y=f"{top - 6:.1f}", text_anchor="middle"),
            element("text", YEAR.fill(n=str(year)).in_(language), x=middle, y=HEIGHT - 7, text_anchor="middle"),
        ]
    return element(
        "svg", body, viewBox=f"0 0 {width} {HEIGHT}", role="img", aria_label=TITLE.in_(language), class_="polc-bars",
        xmlns="http://www.w3.org/2000/svg", font_size=LETTER, font_family="inherit", style=f"max-width:{width}px",
    )  # fmt: skip


def shared_base(terms: Terms) -> str:
    """Return the one fact of which every row of a table of years pays a share; "" where they do not."""
    table = terms.tiers.value if terms.tiers else None
    awards = [row.award for row in table.rows if not isinstance(row.award, surface.Nothing)] if table else []
    bases = {
        award.left.text
        if isinstance(award, surface.Arithmetic)
        and award.operator == "×"
        and isinstance(award.left, surface.Name)
        and is_rate(award.right)
        else ""
        for award in awards
    }
    return bases.pop() if len(bases) == 1 else ""


def year_of(terms: Terms, paid: Number, of: int) -> int | None:
    """Return the first year whose share of the one fact is what was paid of so much; None where there is none such."""
    if not of or not shared_base(terms):
        return None
    years = _tiers(terms)
    if len({share for _, share, _ in years}) < 2:  # noqa: PLR2004 - where all years are alike none is named
        return None
    return next((year for year, share, _ in years if share == Fraction(paid) / of), None)


def _instalments(terms: Terms) -> list[tuple[int, Fraction, Words]]:
    payout = terms.payout.value if terms.payout else None
    shares = payout.shares if payout else ()
    return [(n, share.value, quantity(share)) for n, share in enumerate(shares, 1)]


def _tiers(terms: Terms) -> list[tuple[int, Fraction, Words]]:
    table = terms.tiers.value if terms.tiers else None
    if table is None or not by_year(table):
        return []
    found: list[tuple[int, Fraction, Words]] = []
    for row in table.rows:
        span, award = row.tests[0], row.award
        if shared_base(terms) and isinstance(award, surface.Arithmetic):
            award = award.right
        capped = award.operand if isinstance(award, surface.UpTo) else award
        if not isinstance(span, YearRange) or not isinstance(capped, surface.Quantity):
            continue
        words = quantity(capped)
        if isinstance(award, surface.UpTo):
            words = Words("最高 {x}", "up to {x}").fill(x=words)
        found.extend((year, capped.value, words) for year in range(span.first, span.last + 1))
    return found if len(found) <= MOST_YEARS else []

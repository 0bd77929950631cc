"""Years as bars: what a schedule pays in each year, as written."""

from __future__ import annotations

from fractions import Fraction

from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.model import expressions as surface
from polc.model.policy import Terms
from polc.model.values import YearRange
from polc.readers.prose.formula import quantity
from polc.site.markup import Html, element

BAR, GAP, HEIGHT, HEAD, FOOT = 56, 20, 150, 22, 24
MOST_YEARS = 12
TITLE = Words("各年的数额", "by year")
YEAR = Words("第{n}年", "year {n}")


def bars(terms: Terms, language: Language) -> Html | None:
    """Return the picture of a schedule of years, of instalments or of tiers by 年序; None without one."""
    years = _instalments(terms) or _tiers(terms)
    if len(years) < 2 or not any(size for _, size, _ in years):  # noqa: PLR2004 - one year needs no picture
        return None
    most = max(size for _, size, _ in years)
    width = GAP + len(years) * (BAR + GAP)
    body: list[Html] = [element("title", TITLE.in_(language))]
    for place, (year, size, words) in enumerate(years):
        left = GAP + place * (BAR + GAP)
        tall = float((HEIGHT - HEAD - FOOT) * size / most)
        top = HEIGHT - FOOT - tall
        middle = f"{left + BAR / 2:.1f}"
        body += [
            element("rect", "", x=left, y=f"{top:.1f}", width=BAR, height=f"{tall:.1f}", class_="polc-bar"),
            element("text", words.in_(language), x=middle, y=f"{top - 6:.1f}", text_anchor="middle"),
            element("text", YEAR.fill(n=str(year)).in_(language), x=middle, y=HEIGHT - 7, text_anchor="middle"),
        ]
    return element(
        "svg", body, viewBox=f"0 0 {width} {HEIGHT}", role="img", aria_label=TITLE.in_(language), class_="polc-bars",
        xmlns="http://www.w3.org/2000/svg", font_size=11, font_family="inherit", style=f"max-width:{width}px",
    )  # fmt: skip


def _instalments(terms: Terms) -> list[tuple[int, Fraction, Words]]:
    payout = terms.payout.value if terms.payout else None
    shares = payout.shares if payout else ()
    return [(n, share.value, quantity(share)) for n, share in enumerate(shares, 1)]


def _tiers(terms: Terms) -> list[tuple[int, Fraction, Words]]:
    table = terms.tiers.value if terms.tiers else None
    if table is None or [name.text for name in table.by] not in (["年序"], ["year_index"]):
        return []
    found: list[tuple[int, Fraction, Words]] = []
    for row in table.rows:
        span, award = row.tests[0], row.award
        capped = award.operand if isinstance(award, surface.UpTo) else award
        if not isinstance(span, YearRange) or not isinstance(capped, surface.Quantity):
            continue
        words = quantity(capped)
        if isinstance(award, surface.UpTo):
            words = Words("最高 {x}", "up to {x}").fill(x=words)
        found.extend((year, capped.value, words) for year in range(span.first, span.last + 1))
    return found if len(found) <= MOST_YEARS else []

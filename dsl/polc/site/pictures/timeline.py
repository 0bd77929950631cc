"""The validity of a policy on a line of time, with today, and with how long its promises run on."""

from __future__ import annotations

import datetime as dt

from polc.diagnostics import Words
from polc.diagnostics.words import same
from polc.model.policy import Terms
from polc.model.values import YearRange
from polc.passes.lower.force import end_day, start_day
from polc.passes.lower.plan import Lowered
from polc.readers.prose import figures
from polc.site.markup import Html, element
from polc.site.options import Options

WIDTH, ROW, LEFT, RIGHT, TOP = 460, 28, 22, 22, 66
MOST_PROMISES = 8
TITLE = Words("有效期：{x}", "in force {x}")
BETWEEN = Words("{a} 到 {b}", "from {a} to {b}")
TODAY = Words("今天", "today")
ISSUE = Words("印发之日", "its issue")
PROMISE = Words("{name}：最后一年得的，付到 {year}年", "{name}: what is won in the last year is paid until {year}")


def timeline(lowered: Lowered, options: Options) -> Html | None:
    """Return the picture; None where the last day is not known. Without a first day it begins before today."""
    end = end_day(lowered.whole)
    if end is None:
        return None
    start = start_day(lowered.whole)
    first = start if start is not None else min(options.day, end) - 180
    last_year = dt.date.fromordinal(end).year
    promises = [(name, last_year + years - 1) for name, years in _promises(lowered)][:MOST_PROMISES]
    far = max([dt.date(year, 12, 31).toordinal() for _, year in promises] + [end + 200, options.day + 60])
    near = min(first, options.day) - 60
    height = TOP + 14 + ROW * len(promises) + 22

    def x(day: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (day - near) / (far - near)

    title = TITLE.fill(x=between(start, end)).in_(options.language)
    body: list[Html] = [element("title", title)]
    for year in range(dt.date.fromordinal(near).year + 1, dt.date.fromordinal(far).year + 1):
        at = x(dt.date(year, 1, 1).toordinal())
        body.append(
            element("line", "", x1=f"{at:.1f}", x2=f"{at:.1f}", y1=TOP - 20, y2=height - 18, class_="polc-grid")
        )
        body.append(element("text", str(year), x=f"{at:.1f}", y=height - 4, text_anchor="middle"))
    body.append(
        element(
            "rect", "", x=f"{x(first):.1f}", y=TOP - 20, width=f"{x(end) - x(first):.1f}", height=14, class_="polc-bar"
        )
    )
    body.append(element("text", title, x=f"{x(first):.1f}", y=14))
    for place, (name, year) in enumerate(promises):
        y = TOP + 14 + ROW * place
        to = x(dt.date(year, 12, 31).toordinal())
        body.append(
            element(
                "rect", "", x=f"{x(end):.1f}", y=y - 10, width=f"{to - x(end):.1f}", height=6, class_="polc-promise"
            )
        )
        words = PROMISE.fill(name=name, year=str(year)).in_(options.language)
        body.append(element("text", words, x=f"{to:.1f}", y=y + 11, text_anchor="end"))
    today = x(options.day)
    mark = [
        element("line", "", x1=0, x2=0, y1=TOP - 24, y2=height - 18),
        element(
            "text",
            (figures.day(options.day) if options.pinned else TODAY).in_(options.language),
            x=0,
            y=TOP - 28,
            text_anchor="middle",
        ),
    ]
    body.append(
        element("g", mark, class_="polc-today", transform=f"translate({today:.1f} 0)", data_near=near, data_far=far,
                data_left=LEFT, data_width=WIDTH - LEFT - RIGHT)
    )  # fmt: skip
    return element(
        "svg", body, viewBox=f"0 0 {WIDTH} {height}", role="img", aria_label=title, class_="polc-timeline",
        xmlns="http://www.w3.org/2000/svg", font_size=13, font_family="inherit",
    )  # fmt: skip


def between(start: int | None, end: int | None) -> Words:
    """Return from when to when a policy is in force."""
    first = figures.day(start) if start is not None else ISSUE
    return BETWEEN.fill(a=first, b=figures.day(end) if end is not None else same("?"))


def _promises(lowered: Lowered) -> list[tuple[str, int]]:
    """Return the benefits that are paid over several years, with how many."""
    found = [(plan.part.name, _years(lowered.terms(plan))) for plan in lowered.plans.values() if plan.kind == "benefit"]
    return sorted((each for each in found if each[1] > 1), key=lambda each: -each[1])


def _years(terms: Terms) -> int:
    payout = terms.payout.value if terms.payout else None
    shares = len(payout.shares) if payout else 0
    limits = [int(line.value.limit.value / 12) for line in terms.years if line.value is not None]
    tiers = terms.tiers.value if terms.tiers else None
    rows = [test.last for row in (tiers.rows if tiers else ()) for test in row.tests if isinstance(test, YearRange)]
    stops = terms.run_off is not None and terms.run_off.value is not None and not terms.run_off.value.continues
    return 1 if stops else max([shares, *limits, *(year for year in rows if year < 30)], default=1)  # noqa: PLR2004 - 第30年起 is no term

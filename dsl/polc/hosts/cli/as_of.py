"""``--as-of``: the day that validity is looked at on; the only place where the clock is read for it."""

from __future__ import annotations

import datetime as dt

from polc.diagnostics import Words


def today() -> int:
    """Return today's date, as this computer has it, as a proleptic ordinal."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date().toordinal()


def day(text: str | None) -> int:
    """Return the day that ``--as-of`` names as a proleptic ordinal, or today's without it.

    Raises TellingError where it is no day of the calendar.
    """
    from polc.workspace.given import TellingError

    if text is None:
        return today()
    try:
        return dt.date.fromisoformat(text.strip()).toordinal()
    except ValueError as error:
        raise TellingError(
            Words(
                f"--as-of 要写成 2026-06-01 这样的日期，写的是“{text}”",
                f"--as-of takes a date like 2026-06-01, not “{text}”",
            )
        ) from error

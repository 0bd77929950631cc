"""Which readings a user asks for on the command line: ``疑义=读法``, or a reading alone where its name is enough."""

from __future__ import annotations

from collections.abc import Sequence

from polc.diagnostics import Words
from polc.model.policy import Policy
from polc.passes.names import nearest
from polc.workspace.given import TellingError


def selection(pairs: Sequence[str], policy: Policy | None) -> dict[str, str]:
    """Return the choice of readings that ``pairs`` make. Raises TellingError for one that does not exist."""
    doubts = policy.all_doubts if policy else {}
    chosen: dict[str, str] = {}
    for pair in pairs:
        doubt, equals, reading = (part.strip() for part in pair.partition("="))
        if not equals:
            doubt, reading = "", doubt
        hits = [
            d for d in doubts.values() if (not doubt or d.name == doubt) and any(r.name == reading for r in d.readings)
        ]
        if not hits:
            known = [f"{d.name}={r.name}" for d in doubts.values() for r in d.readings]
            near = nearest(pair, known)
            hint = Words(f"；是不是“{near}”？", f"; did you mean “{near}”?") if near else Words("", "")
            raise TellingError(Words(f"没有读法“{pair}”{hint.zh}", f"there is no reading “{pair}”{hint.en}"))
        chosen[hits[0].name] = reading
    parts = policy.parts if policy else ()
    clash = next((found for part in parts if (found := part.clash(chosen))), None)
    if clash is not None:
        one, other = clash
        zh = f"“{one}”和“{other}”的读法改的是同一行，不能一起选"
        en = f"the readings of “{one}” and “{other}” replace the same line; choose one of them"
        raise TellingError(Words(zh, en))
    return chosen

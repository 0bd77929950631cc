"""A comparison as data for other programs: the field ``comparison`` of ``polc.answer/1``.

It says in short what the answers beside it say in full: which benefits pay and how sure that is, how groups combine
them, and which facts are missing, the most useful first.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from polc.readers.prose import figures
from polc.workspace.comparison import Comparison, Entry, OfPolicy, Total, Wanted
from polc.workspace.facts_skeleton import skeleton
from polc.workspace.result_json import result, words

Data = dict[str, Any]


def as_data(found: Comparison) -> Data:
    """Return the comparison."""
    return {
        "as_of": dt.date.fromordinal(found.day).isoformat(),
        "policies": [_policy(policy) for policy in found.policies],
        "missing": [_wanted(each) for each in found.wanted],
        "skeleton": {language: "\n".join(skeleton(found.wanted, found.fields, language)) for language in ("zh", "en")},
        "unfit": [{"policy": each.policy, "words": words(each.words)} for each in found.unfit],
    }


def _policy(policy: OfPolicy) -> Data:
    return {
        "id": policy.id,
        "name": policy.answer.lowered.policy.name,
        "status": policy.status or None,
        "force": policy.force,
        "first_day": _day(policy.first),
        "last_day": _day(policy.last),
        "complete": not policy.broken,
        "benefits": [_entry(entry) for entry in policy.entries],
        "groups": [_total(total) for total in policy.totals],
        "presumed": [{"kind": each.kind, "words": words(each.words)} for each in policy.presumed],
        "together": result(policy.whole) if policy.whole is not None else None,
    }


def _day(ordinal: int | None) -> str | None:
    return None if ordinal is None else figures.day(ordinal).en


def _entry(entry: Entry) -> Data:
    part = entry.part
    return {
        "clause": part.part.clause,
        "name": part.part.name,
        "outcome": entry.outcome.value,
        "result": result(part.result),
        "why_nothing": words(entry.why) if entry.why.zh else None,
    }


def _total(total: Total) -> Data:
    return {
        "name": total.part.part.name,
        "mode": total.mode,
        "outcome": total.outcome.value,
        "result": result(total.part.result),
        "capped": total.capped,
        "members": list(total.part.plan.members),
        "counting": list(total.members),
        "undecided": total.undecided,
        "outermost": total.outermost,
    }


def _wanted(wanted: Wanted) -> Data:
    return {
        "name": wanted.name or wanted.items,
        "subjects": wanted.subjects or [wanted.items],
        "list": wanted.items or None,
        "whole_list": not wanted.name,
        "kind": wanted.kind,
        "levels": list(wanted.levels),
        "things": list(wanted.things),
        "needed_by": [{"policy": n.policy, "clause": n.clause, "part": n.part} for n in wanted.needs],
    }

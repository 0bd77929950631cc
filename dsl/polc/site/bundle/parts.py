"""One part of a policy for the calculator: its steps, what it reads, and how each step is told to a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from polc.core.program import Stage, Step
from polc.core.references import references_of_step
from polc.diagnostics import Words
from polc.passes.lower.plan import Lowered, Plan
from polc.runs.assumed import silences
from polc.runs.computation import label_of, own_words
from polc.site.contents import Entry
from polc.site.topics import topics_of
from polc.workspace.answer_steps import quotes

Json: TypeAlias = dict[str, Any]

_TRUTHS = (Stage.SCOPE, Stage.CONDITION, Stage.LIMIT, Stage.VERDICT, Stage.STOP, Stage.CLAW_BACK, Stage.TIER)
_UNTOLD_STAGES = (Stage.ITEM, Stage.PROMISE, Stage.SUM)


def part_of(entry: Entry, lowered: Lowered, plan: Plan, places: Mapping[str, int]) -> Json:
    """Return one part under a choice of readings; ``places`` says where the steps of the program stand."""
    cut = lowered.slice(plan)
    return {
        "name": plan.part.name,
        "kind": plan.kind,
        "clause": plan.part.clause,
        "page": entry.address(plan.part.name),
        "items": plan.items,
        "result": plan.result,
        "item": plan.item,
        "steps": [places[step.binds] for step in cut.steps],
        "topic": topics_of(lowered.policy, plan.part)[0].id,
        "members": list(plan.members),
        "quotes": quotes(lowered, plan.part),
        "lines": list(_lines(lowered, plan)),
        "silent": [why(each.words) for each in silences(lowered, plan)],
    }


def _lines(lowered: Lowered, plan: Plan) -> Iterator[Json]:
    """Yield the steps that are told to a person, with the drafter's own words and the inputs that they read."""
    inputs = {one.name for given in lowered.program.inputs for one in (given, *given.scalars)}
    for binds in plan.steps:
        step = lowered.step(binds)
        if _is_told(step, plan):
            yield {
                "step": binds,
                "stage": why(label_of(step.stage)),
                "text": ("没有" if "/不予支持" in binds else "") + own_words(step.because),
                "reads": sorted(references_of_step(step) & inputs),
                **({"truth": True} if step.stage in _TRUTHS else {}),
                **({"tier": True} if step.stage is Stage.TIER else {}),
            }


def _is_told(step: Step, plan: Plan) -> bool:
    if step.stage in _UNTOLD_STAGES or (step.stage in (Stage.SCOPE, Stage.CONDITION) and not step.because):
        return False
    if step.stage is Stage.LIMIT and "/第" not in step.binds:
        return False
    return not (step.stage is Stage.VERDICT and step.binds == plan.result)


def why(words: Words) -> Json:
    """Return words as data."""
    return {"zh": words.zh, "en": words.en}

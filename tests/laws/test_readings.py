"""What a reading does not touch is taken over from the working reading: the program is the one made from nothing."""

from pathlib import Path

import pytest

from polc.passes.lower.policy import lower_policy
from polc.workspace import load

POLICIES = sorted((Path(__file__).parents[2] / "policies").glob("*/policy.pol"))


@pytest.mark.parametrize("file", POLICIES, ids=lambda file: file.parent.name)
def test_a_reading_lowered_beside_another_is_what_it_is_by_itself(file: Path) -> None:
    compiled = load([file.parent]).drafts[0].compiled
    assert compiled.policy is not None
    assert compiled.names is not None
    for doubt in compiled.policy.all_doubts.values():
        selection = {doubt.name: doubt.readings[-1].name}
        alone = lower_policy(compiled.policy, compiled.names, selection, [])
        assert compiled.lowered(selection) == alone

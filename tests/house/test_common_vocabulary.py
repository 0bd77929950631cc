"""policies/common holds what several policies ask in the same sense, and nothing else."""

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

from polc.checks.unused_fact import used_names
from polc.model.policy import Policy
from polc.workspace import load

ROOT = Path(__file__).parents[2]
COMMON = ROOT / "policies" / "common"


def policies() -> list[Policy]:
    return [draft.policy for draft in load([ROOT / "policies"]).drafts if draft.policy is not None]


def test_every_shared_fact_is_used_by_two_policies_and_told_in_the_readme() -> None:
    readme = (COMMON / "README.md").read_text(encoding="utf-8")
    users: dict[tuple[str, str], set[str]] = defaultdict(set)
    for policy in policies():
        used = used_names(policy)
        for subject in policy.subjects:
            for fact in subject.facts:
                if Path(fact.span.source.path).parent == COMMON:
                    users[subject.name, fact.name] |= {policy.id} if fact.name in used else set()
    assert users, "nothing is shared"
    assert not {fact: by for fact, by in users.items() if len(by) < 2}
    assert not [subject for subject, _ in users if subject not in readme]


def test_what_two_policies_call_by_the_same_name_is_shared() -> None:
    """One applicant's facts are told by subject and name: two meanings of one name would be told as one."""
    declared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for policy in policies():
        for subject in policy.subjects:
            for fact in subject.facts:
                if not policy.is_shared(fact.span):
                    declared[subject.name, fact.name].append(policy.id)
    assert not {fact: by for fact, by in declared.items() if len(by) > 1}


def test_what_is_told_by_its_name_alone_means_one_thing_of_an_applicant() -> None:
    """Facts of things stand in the list of those things; those of an applicant are often told without a subject."""
    declared: dict[str, set[str]] = defaultdict(set)
    for policy in policies():
        for subject in policy.subjects:
            for fact in subject.facts if not subject.owners else ():
                if not policy.is_shared(fact.span):
                    declared[fact.name].add(policy.id)
    assert not {name: by for name, by in declared.items() if len(by) > 1}


def test_a_kind_of_thing_that_two_policies_know_is_spoken_of_in_the_readme() -> None:
    """A list of things is told once for all policies: loans of one kind must not answer for loans of another."""
    readme = (COMMON / "README.md").read_text(encoding="utf-8")
    declared: dict[str, set[str]] = defaultdict(set)
    for policy in policies():
        for subject in policy.subjects:
            if not policy.is_shared(subject.span):
                declared[subject.name].add(policy.id)
    assert not [name for name, by in declared.items() if len(by) > 1 and name not in readme]


def test_every_shared_fact_says_what_it_means_in_the_line_above() -> None:
    for file in sorted(COMMON.glob("*.pol")):
        lines = file.read_text(encoding="utf-8").splitlines()
        for above, line in pairwise(lines):
            if line.startswith("  ") and "：" in line and not line.strip().startswith(("#", "引用")):
                assert above.strip().startswith("#"), f"{file.name}: {line.strip()}"

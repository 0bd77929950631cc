"""What all tests share: how Hypothesis looks for examples, and that what takes longest comes first.

By default it tries the same ones every time, so that a run that passed passes again. ``HYPOTHESIS_PROFILE=search``
looks for new ones, many more of them: run it by hand and at night, and keep what it finds as an example.
"""

import os
from pathlib import Path

import pytest

os.environ["POLC_CACHE_DIR"] = ""  # a test sees what the code does, not what it once did

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile("same", max_examples=40, deadline=None, suppress_health_check=SLOW, derandomize=True)
settings.register_profile("search", max_examples=400, deadline=None, suppress_health_check=SLOW, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

LONG = tuple(Path(__file__).parent / name for name in ("site", "bench", "agreement", "readers"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long for one test, so that several processes are done at the same time."""
    items.sort(key=lambda item: not any(folder in item.path.parents for folder in LONG))

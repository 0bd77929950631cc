"""What all tests share: how Hypothesis looks for examples.

By default it tries the same ones every time, so that a run that passed passes again. ``HYPOTHESIS_PROFILE=search``
looks for new ones, many more of them: run it by hand and at night, and keep what it finds as an example.
"""

import os

os.environ["POLC_CACHE_DIR"] = ""  # a test sees what the code does, not what it once did

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile("same", max_examples=40, deadline=None, suppress_health_check=SLOW, derandomize=True)
settings.register_profile("search", max_examples=400, deadline=None, suppress_health_check=SLOW, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

"""What all tests share: how many examples Hypothesis tries. ``HYPOTHESIS_PROFILE=ci`` tries more."""

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile("dev", max_examples=40, deadline=None, suppress_health_check=SLOW)
settings.register_profile("ci", max_examples=400, deadline=None, suppress_health_check=SLOW, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

"""What a test needs beyond Python is skipped where it is missing, and must not be missing in CI."""

from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

from tests.support import real

_UNTIMED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}  # a busy machine is no fault
settings.register_profile("steady", derandomize=True, **_UNTIMED)
settings.register_profile("searching", **_UNTIMED)
if os.environ.get("DRAFTER_SEARCH"):  # make search: new examples each time
    settings.load_profile("searching")
else:
    settings.load_profile("steady")
    # Hypothesis also draws constants of the modules loaded so far, which differ from one worker to the next
    providers.is_local_module_file = lambda _: False


def pytest_runtest_setup(item: pytest.Item) -> None:
    required = os.environ.get("DRAFTER_READERS") == "required"
    for marker in ("readers", "terminal", "browser"):
        for mark in item.iter_markers(marker):
            for tool in mark.args:
                if shutil.which(tool) is None:
                    (pytest.fail if required else pytest.skip)(f"{tool} is not installed")
    if item.get_closest_marker("real") and not real.REAL.is_dir():
        pytest.skip("the folder of real resolutions is not here")

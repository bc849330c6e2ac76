"""The time of day, which reproducible runs set by SOURCE_DATE_EPOCH."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from drafter.errors import DrafterError


def now() -> datetime:
    """Now to the second with its offset, or the time that SOURCE_DATE_EPOCH says; DrafterError where that says none."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return datetime.now().astimezone().replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        remedy = "give the seconds since 1970, or leave it unset"
        raise DrafterError(f"SOURCE_DATE_EPOCH={seconds!r} is no time", remedy=remedy) from None

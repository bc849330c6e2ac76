"""Every engine of the library's ports. A new one gets a line here, and every conformance suite is put to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drafter.library.local.records import FolderRecords
from drafter.library.local.stores import LocalStores
from drafter.library.ports import Records, Stores
from tests.support.plain_records import PlainRecords
from tests.support.plain_stores import PlainStores

STORES: dict[str, Callable[[Path], Stores]] = {"local": LocalStores, "plain": PlainStores}
"""A name → what opens the stores that a folder, not there yet, stands for; opened again, the same stores."""

RECORDS: dict[str, Callable[[Path], Records]] = {"folder": FolderRecords, "plain": PlainRecords}
"""A name → what opens the library that a folder, not there yet, stands for."""

"""Two threads of the interface want the habits of a fresh library at once."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from drafter.desk import Desk
from drafter.resources import shipped


def test_a_fresh_library_is_counted_once_for_all_who_ask(tmp_path: Path) -> None:
    shutil.copytree(shipped("corpus"), tmp_path / "corpus")
    desk = Desk.at(tmp_path / "corpus")
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: desk.updates("75/190"), range(8)))
    assert found[0]
    assert all(one == found[0] for one in found)

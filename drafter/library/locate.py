"""Where the library is: where `--corpus` or DRAFTER_CORPUS says, else ./corpus, else the user's own data folder."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.resources import shipped

if TYPE_CHECKING:
    from drafter.library.ports import Records

BESIDE = Path("corpus")


def library_root(option: Path | None = None) -> Path:
    """The library's folder; the user's own is filled on first use with the resolutions that ship with the program."""
    if option is not None:
        return option.expanduser()
    if named := os.environ.get("DRAFTER_CORPUS"):
        return Path(named).expanduser()
    return BESIDE if BESIDE.is_dir() else _own()


def open_records(place: Path) -> Records:
    """The library at that place; opening it touches nothing."""
    from drafter.library.local.records import FolderRecords

    return FolderRecords(place)


def _own() -> Path:
    import shutil

    import platformdirs

    own = platformdirs.user_data_path("drafter", appauthor=False) / "corpus"
    if own.is_dir():
        return own
    filling = own.with_name(f".filling-{os.urandom(4).hex()}")
    try:
        own.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(shipped("corpus"), filling, ignore=shutil.ignore_patterns(".*"))
        filling.rename(own)
    except OSError:
        with contextlib.suppress(OSError):
            shutil.rmtree(filling)
        # another process was quicker, or nothing can be written there: then the shipped resolutions serve as they are
        return own if own.is_dir() else shipped("corpus")
    return own

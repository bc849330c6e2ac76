"""Where the files that ship with the program lie: templates and the bundled resolutions."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The folder `name` ("templates" or "corpus"): inside an installed wheel, or at the top of a checkout."""
    installed = _PACKAGE / "shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name

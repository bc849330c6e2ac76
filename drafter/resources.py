"""Where files are that are neither documents nor code: those shipped with the program, and the user's own."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The folder `name` ("templates" or "corpus"): inside an installed wheel, or at the top of a checkout."""
    installed = _PACKAGE / "shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def own(name: str) -> Path:
    """The user's own `name` ("templates", "rules", "settings.toml"), in the folder that DRAFTER_CONFIG names, or else
    in `drafter` in the user's configuration folder: ~/.config on Linux, ~/Library/Application Support on macOS,
    %LOCALAPPDATA% on Windows."""
    if folder := os.environ.get("DRAFTER_CONFIG"):
        return Path(folder) / name
    import platformdirs

    return platformdirs.user_config_path("drafter", appauthor=False) / name

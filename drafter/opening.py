"""A file or a folder shown by the system's own program for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_SECONDS = 3.0
"""After which a program that still runs is showing the file; one that cannot show it ends before."""


def opened(path: Path) -> bool:
    """Open a file in its viewer, a folder in the file manager; False where there is none, as on a distant machine."""
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError:
            return False
        return True
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    windows = sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if program is None or not windows:
        return False
    quiet = subprocess.DEVNULL
    try:
        # A session of its own, so that no viewer for terminals takes this one.
        process = subprocess.Popen(
            [program, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        return process.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False

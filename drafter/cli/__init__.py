"""The command line: one file for each command, imported when it is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from drafter import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; `--version` imports nothing."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        sys.stdout.write(f"drafter {__version__}\n")
        return 0
    from drafter.cli.program import run

    return run(given)

"""Work in a thread of its own, so that the screen goes on meanwhile."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

from textual.dom import DOMNode

from drafter.errors import DrafterError

Found = TypeVar("Found")


def in_background(
    node: DOMNode,
    look: Callable[[], Found],
    then: Callable[[Found], None],
    failed: Callable[[DrafterError], None],
    group: str,
) -> None:
    """Run `look` in a worker of the node; back in the node, `then` gets what it found, `failed` what went wrong.

    Newer work of a group replaces older work, whose answer may still arrive: the owner of the state decides whether it
    applies.
    """

    def run() -> None:
        try:
            found = look()
        except DrafterError as error:
            node.call_later(failed, error)
        else:
            node.call_later(then, found)

    node.run_worker(run, thread=True, group=group, exclusive=True, exit_on_error=False)


def yield_often() -> None:
    """Let computing workers yield to the screen each half millisecond: Python’s default of 5 ms is felt in typing."""
    sys.setswitchinterval(0.0005)

"""Garbage is collected while no key is pressed."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import pytest

from drafter.tui import tidying
from drafter.tui.tidying import Tidying
from tests.tui.conftest import Open


class Waiting:
    """Timers that never ring by themselves."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def set_timer(self, _: float, ring: Callable[[], object]) -> Any:
        self.waiting.append(ring)
        return self

    def stop(self) -> None:
        self.waiting.pop()


def test_each_key_puts_it_off() -> None:
    app: Any = Waiting()
    hand = Tidying(app)
    for _ in range(5):
        hand.key_pressed()
    assert app.waiting == [gc.collect]
    assert gc.get_threshold()[2] > 100


async def test_everything_is_collected_after_the_last_key(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    monkeypatch.setattr(tidying.gc, "collect", lambda: collected.append(1))
    async with opened() as hand:
        await hand.begin()
        collected.clear()
        await hand.press("j")
        await hand.until(lambda: collected)

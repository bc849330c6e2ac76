"""`drafter room` in Chromium: the page follows the one who leads."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from drafter.negotiation.leading import keep_place
from drafter.web.room import showing
from tests.support.browser import Browser, chromium
from tests.support.program import run

pytestmark = pytest.mark.browser("chromium")

SOON = 0.2
"""Seconds within which the room sees what is under discussion."""


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


async def test_follows_the_place_soon_and_takes_no_key(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "round.toml"
    assert run("round", "new", "75/190", "-o", path, "--stage", "Zero draft").returncode == 0
    kept = path.read_bytes()
    keep_place(path, "OP1")
    async with showing(path) as guard:
        page = await browser.page()
        await page.open(guard.address)
        shown = await page.says("OP1")
        assert "paragraphs" not in shown
        assert "conflicts: 0" in shown
        waits = []
        for label in ("OP2", "OP3", "OP4", "OP5", "OP6"):
            await asyncio.sleep(0.1)
            started = time.monotonic()
            keep_place(path, label)
            while f"{label} " not in f"{await page.text()} ":
                assert time.monotonic() - started < 10
            waits.append(time.monotonic() - started)
        print("follows after", [round(one, 3) for one in waits])
        assert statistics.median(waits) < SOON
        before = await page.text()
        await page.press("e", "End", "Enter")
        assert await page.text() == before
        origin = guard.origin
        assert [one for one in page.asked if not one.startswith((f"{origin}/", "data:"))] == []
    assert path.read_bytes() == kept

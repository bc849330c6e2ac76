"""`drafter serve` in Chromium: an evening's work in a page, and who may not see it."""

from __future__ import annotations

import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copy

import pytest
from aiohttp import web

from drafter.edit import draftfile
from drafter.model.draft import Status
from drafter.model.proposal import Outcome
from drafter.negotiation.merge import merge
from drafter.negotiation.rounds import latest_round
from tests.support.browser import Browser, chromium
from tests.support.program import run
from tests.support.served import serve

pytestmark = pytest.mark.browser("chromium")

EXAMPLE = Path(__file__).parents[2] / "examples" / "round" / "round.toml"
REFUSED = "drafter opens with the address that drafter serve printed"


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "dprk 76.toml"
    assert run("new", "75/190", "-o", path).returncode == 0
    return path


async def test_open_edit_and_hand_in(browser: Browser, draft: Path) -> None:
    with serve(draft.name, cwd=draft.parent) as (_, address):
        page = await browser.page()
        await page.open(address)
        assert "Reaffirming that all States" in await page.until("PP1")
        await page.press("e", "End")
        await page.type(" décidément,")
        assert "décidément," in await page.until("décidément,")
        await page.press("Escape")
        await page.until("editing", shown=False)
        await page.press("Ctrl+s")
        await page.until("1 changed")
        await page.press("f")
        await page.until("Make the files")
        await page.press("Enter")
        done = await page.until("Done.")
        assert "✗" not in done
        origin = address.partition("/?")[0]
        ours = (f"{origin}/", f"{origin.replace('http', 'ws')}/", "data:")
        foreign = [asked for asked in page.asked if not asked.startswith(ours)]
        assert page.asked
        assert not foreign
        assert "token" not in await page.run("location.href")
    kept = draftfile.load(draft)
    assert [(edited.id, edited.text) for edited in kept if edited.status is Status.EDITED] == [
        (kept.paragraphs[0].id, kept.paragraphs[0].text)
    ]
    assert "décidément," in kept.paragraphs[0].text
    for ending in (".docx", "-tracked.docx"):
        with zipfile.ZipFile(draft.with_name(draft.stem + ending)) as word:
            assert "décidément," in word.read("word/document.xml").decode()


async def test_a_round_is_led_in_the_page(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "round.toml"
    copy(EXAMPLE, path)
    with serve(path.name, cwd=tmp_path) as (_, address):
        page = await browser.page()
        await page.open(address)
        assert "1 contested" in await page.until("PP1 ")
        await page.press("c")
        await page.until("OP21 · base · contested")
        await page.press("b")
        assert "⚔ reading 3 · words · Islands" in await page.until("OP21, side by side")
        await page.press("Enter")
        assert "0 contested" in await page.until("0 contested")
        await page.press("End")
        await page.until("OP25bis · new · open")
        await page.press("Ctrl+s")
        await page.until("saved")
    made = latest_round(path)
    assert not merge(made).conflicts
    assert [one.by for one in made.of(Outcome.ACCEPTED) if one.label == "OP21"] == [("Sylvania",)]


async def test_the_page_says_no_to_all_but_the_first(browser: Browser, draft: Path) -> None:
    with serve(draft.name, cwd=draft.parent) as (_, address):
        origin = address.partition("/?")[0]
        before = await browser.page()
        await before.open(origin)
        assert "Reaffirming" not in await before.says(REFUSED)
        first = await browser.page()
        await first.open(address)
        await first.until("PP1")
        other = await browser.page(apart=True)
        await other.open(address)
        await other.says(REFUSED)


async def test_another_sites_page_in_the_same_browser_gets_no_websocket(browser: Browser, draft: Path) -> None:
    async def lure(request: web.Request) -> web.Response:
        return web.Response(text="<p>Resolutions, free of charge", content_type="text/html")

    site = web.Application()
    site.router.add_get("/", lure)
    runner = web.AppRunner(site)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        with serve(draft.name, cwd=draft.parent) as (_, address):
            origin = address.partition("/?")[0]
            ours = await browser.page()
            await ours.open(address)
            await ours.until("PP1")
            theirs = await browser.page()  # the same browser: our cookie goes with what it asks
            await theirs.open(f"http://127.0.0.1:{runner.addresses[0][1]}/")
            await theirs.says("free of charge")
            attempt = (
                f"new Promise((done) => {{ const socket = new WebSocket('{origin.replace('http', 'ws')}/ws'); "
                "socket.onopen = () => done('open'); socket.onerror = () => done('refused'); })"
            )
            assert await theirs.run(attempt) == "refused"
            assert await ours.run(attempt) == "open"
            framed = f"fetch('{origin}/').then((answer) => answer.text(), () => 'unreadable')"
            assert await theirs.run(framed) == "unreadable"
    finally:
        await runner.cleanup()


async def test_the_second_tab_reads_only_and_a_page_loaded_anew_writes(browser: Browser, draft: Path) -> None:
    with serve(draft.name, cwd=draft.parent) as (_, address):
        first = await browser.page()
        await first.open(address)
        await first.until("PP1")
        second = await browser.page()
        await second.open(address.partition("/?")[0])
        await second.until("Read-only: it is open already")
        await second.close()
        await first.run("window.shown = null; setTimeout(() => location.reload(), 0)")
        await first.until("PP1")
        await first.press("d")
        await first.until("1 changed")

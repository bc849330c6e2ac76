"""One process a tab: it begins with the tab and never outlives it."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar, WSMsgType

from drafter.errors import DrafterError
from drafter.web import server, tab
from drafter.web.guard import Guard
from tests.support.served import parrot


@pytest.fixture
def tabs(monkeypatch: pytest.MonkeyPatch) -> list[tab.Tab]:
    """Every tab that is opened."""
    made: list[tab.Tab] = []

    class Known(tab.Tab):
        async def start(self, width: int, height: int) -> None:
            made.append(self)
            await super().start(width, height)

    monkeypatch.setattr(server, "Tab", Known)
    return made


@contextlib.asynccontextmanager
async def opened(command: Sequence[str]) -> AsyncIterator[tuple[Guard, ClientSession]]:
    async with server.serving(command) as guard, ClientSession(cookie_jar=CookieJar(unsafe=True)) as client:
        await client.get(guard.address)
        yield guard, client


async def connected(guard: Guard, client: ClientSession) -> ClientWebSocketResponse:
    socket = await client.ws_connect(f"{guard.origin}/ws?width=80&height=24", origin=guard.origin)
    assert (await socket.receive(30)).data == b"here"
    return socket


async def until_ended(ended: tab.Tab) -> int:
    process = ended._process
    assert process is not None
    async with asyncio.timeout(30):
        return await process.wait()


async def test_keys_go_in_and_the_screen_comes_out(tabs: list[tab.Tab]) -> None:
    async with opened(parrot()) as (guard, client):
        socket = await connected(guard, client)
        await socket.send_json(["stdin", "decides"])
        assert (await socket.receive(30)).data == b"DECIDES"
        await socket.close()
        assert await until_ended(tabs[0]) == 0


async def test_two_tabs_are_two_interfaces(tabs: list[tab.Tab]) -> None:
    async with opened(parrot()) as (guard, client):
        for socket in (await connected(guard, client), await connected(guard, client)):
            await socket.send_json(["stdin", "decides"])
            assert (await socket.receive(30)).data == b"DECIDES"
        assert len(tabs) == 2


async def test_the_end_of_the_server_ends_every_interface(tabs: list[tab.Tab]) -> None:
    async with opened(parrot()) as (guard, client):
        await connected(guard, client)
        await connected(guard, client)
    assert [await until_ended(one) for one in tabs] == [0, 0]


async def test_an_interface_that_does_not_end_is_ended(tabs: list[tab.Tab], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tab, "PATIENCE", 0.2)
    async with opened(parrot("deaf")) as (guard, client):
        socket = await connected(guard, client)
        await socket.close()
        assert await until_ended(tabs[0]) != 0


async def test_a_page_loaded_anew_waits_for_its_former_interface(tabs: list[tab.Tab]) -> None:
    async with opened(parrot()) as (guard, client):
        first = await connected(guard, client)
        await first.close()
        await connected(guard, client)
        former = tabs[0]._process
        assert former is not None
        assert former.returncode == 0


async def test_an_interface_that_cannot_start_says_why_and_closes_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    failing = [sys.executable, "-c", "import sys; sys.exit('the disk is full')"]
    async with opened(failing) as (guard, client):
        socket = await client.ws_connect(f"{guard.origin}/ws", origin=guard.origin)
        assert (await socket.receive(30)).type in {WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED}
    assert "the disk is full" in capsys.readouterr().out


async def test_no_shell_reads_the_name_of_the_draft(tabs: list[tab.Tab], tmp_path: Path) -> None:
    name = f"a b; touch {tmp_path / 'made'} $(x) & 'c'.toml"
    async with opened(parrot(name)) as (guard, client):
        await (await connected(guard, client)).close()
        await until_ended(tabs[0])
    assert not (tmp_path / "made").exists()


async def test_an_occupied_port_is_one_line_with_the_remedy() -> None:
    async with server.serving(parrot()) as guard:
        port = int(guard.host.partition(":")[2])
        with pytest.raises(DrafterError, match=rf"port {port} of this machine cannot be had: .* --port"):
            async with server.serving(parrot(), port):
                pass
    async with server.serving(parrot(), port) as again:
        assert again.host == guard.host

"""The server behind `drafter serve`: textual-serve's protocol, our page, our guard."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import textual_serve
from aiohttp import web
from textual_serve.server import Server, to_int

from drafter.errors import DrafterError
from drafter.files import reason
from drafter.web.guard import ADDRESS, Guard
from drafter.web.tab import Tab

PAGE = Path(__file__).with_name("page")
TERMINAL = Path(textual_serve.__file__).with_name("static")
"""The terminal that runs in the page, and its font; textual-serve brings both."""


class DrafterServer(Server):
    """Serves one command, an interface, in each tab."""

    def __init__(self, command: Sequence[str], guard: Guard) -> None:
        super().__init__("drafter", host=ADDRESS, public_url=guard.origin)
        self._command = command
        self._guard = guard
        self._tabs: set[Tab] = set()
        self._ending: set[asyncio.Future[None]] = set()

    async def application(self) -> web.Application:
        """The routes, all of them behind the guard."""
        made = web.Application(middlewares=[self._guard.middleware])
        made.on_response_prepare.append(self._guard.seal)
        made.on_shutdown.append(self.end)
        made.add_routes(
            [
                web.get("/", self.page),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/page", PAGE),
                web.static("/static", TERMINAL),
            ]
        )
        return made

    async def page(self, request: web.Request) -> web.FileResponse:  # noqa: ARG002
        return web.FileResponse(PAGE / "index.html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run an interface as long as the tab is open."""
        websocket = web.WebSocketResponse(heartbeat=15)
        await websocket.prepare(request)
        if self._ending:  # a page that is reloaded finds its draft free
            await asyncio.wait(self._ending)
        tab = Tab(self._command, websocket, self.download_manager)
        self._tabs.add(tab)
        try:
            await tab.start(to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24))
            await self._process_messages(websocket, tab)
        finally:
            self._tabs.discard(tab)
            await self._stop(tab)
        return websocket

    async def _stop(self, tab: Tab) -> None:
        ending = asyncio.ensure_future(tab.stop())
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)
        await asyncio.shield(ending)

    async def end(self, app: web.Application | None = None) -> None:  # noqa: ARG002
        """End every interface."""
        await asyncio.gather(*(self._stop(tab) for tab in tuple(self._tabs)), *self._ending)


@contextlib.asynccontextmanager
async def serving(command: Sequence[str], port: int = 0) -> AsyncIterator[Guard]:
    """Serve `command` on the loopback address while the context lasts; port 0 is any free one.

    Raises DrafterError where the port cannot be had.
    """
    with listening_on(port) as listening:
        guard = Guard(listening.getsockname()[1])
        runner = web.AppRunner(await DrafterServer(command, guard).application(), access_log=None)
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            yield guard
        finally:
            await runner.cleanup()


def listening_on(port: int) -> socket.socket:
    """A socket on the loopback address; port 0 is any free one. Raises DrafterError where it cannot be had."""
    try:
        return socket.create_server((ADDRESS, port))
    except OSError as error:
        raise DrafterError(
            f"port {port} of this machine cannot be had: {reason(error)}",
            remedy="choose another with --port, or leave it out for a free one",
        ) from None

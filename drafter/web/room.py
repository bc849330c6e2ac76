"""The server behind `drafter room`: one read-only page that follows a round and its place."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import web

from drafter.edit.local.beside import Beside
from drafter.errors import DrafterError
from drafter.model.proposal import TITLE, Outcome
from drafter.negotiation.leading import place_of
from drafter.negotiation.rounds import latest_round
from drafter.negotiation.values import Round
from drafter.render.room_page import RoomText
from drafter.web.guard import Guard
from drafter.web.server import listening_on

PAGE = Path(__file__).with_name("room_page")
EVERY = 0.05
"""Seconds between two looks at the files."""

MARKED = 8.0
"""Seconds for which what was just accepted stays marked."""

_PATIENCE = 10.0
"""Seconds after which a page that waits is told that nothing is new."""


class Room:
    """What the page shows now; `version` goes up with each change of it."""

    def __init__(self, path: Path, *, anonymous: bool) -> None:
        self.html = ""
        self.version = 0
        self._path = path
        self._anonymous = anonymous
        self._stamp: object = None
        self._shown: object = None
        self._round: Round | None = None
        self._text: RoomText | None = None
        self._problem = ""
        self._accepted: list[tuple[float, str]] = []

    def look(self) -> None:
        """Read what has changed. A round that cannot be read leaves the last one on the page, with a line about it."""
        stamp = self._stamped()
        if stamp != self._stamp:
            self._stamp = stamp
            try:
                self._read(latest_round(self._path))
                self._problem = ""
            except (DrafterError, OSError):
                self._problem = "The round cannot be read now. This is how it was last."
        now = time.monotonic()
        self._accepted = [one for one in self._accepted if one[0] > now]
        wanted = (self._text, place_of(self._path), tuple(said for _, said in self._accepted), self._problem)
        if self._text is not None and wanted != self._shown:
            self._shown = wanted
            self.html = self._text.html(*wanted[1:])
            self.version += 1

    def _read(self, found: Round) -> None:
        if found == self._round:
            return
        self._text = RoomText.of(found, anonymous=self._anonymous)
        if self._round is not None:
            before = {one.id for one in self._round.of(Outcome.ACCEPTED)}
            until = time.monotonic() + MARKED
            for one in found.of(Outcome.ACCEPTED):
                if one.id not in before:
                    names = "" if self._anonymous else f" ({', '.join(one.by)})"
                    out = f": without “{one.found.text}”" if one.found.text else ""
                    words = f": {one.put.text}" if one.put.text else out
                    self._accepted.append((until, f"{one.place or TITLE}{words}{names}"))
        self._round = found

    def _stamped(self) -> object:
        history = Beside(self._path).history
        return [_stat(one) for one in (self._path, history, history.with_name(f"{history.name}-wal"))]


def _stat(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


class RoomServer:
    """Answers the page's requests; nothing that it is sent changes anything."""

    def __init__(self, room: Room, guard: Guard) -> None:
        self._room = room
        self._guard = guard

    def application(self) -> web.Application:
        """The routes, all of them behind the guard."""
        made = web.Application(middlewares=[self._guard.middleware])
        made.on_response_prepare.append(self._guard.seal)
        made.add_routes([web.get("/", self._page), web.get("/now", self._now), web.static("/room", PAGE)])
        return made

    async def _page(self, request: web.Request) -> web.FileResponse:  # noqa: ARG002
        return web.FileResponse(PAGE / "index.html")

    async def _now(self, request: web.Request) -> web.Response:
        """What is shown, as soon as it is another than what the page has seen."""
        seen = request.query.get("seen", "")
        until = time.monotonic() + _PATIENCE
        while str(self._room.version) == seen and time.monotonic() < until:
            await asyncio.sleep(EVERY / 2)
        return web.json_response({"version": str(self._room.version), "html": self._room.html})


@contextlib.asynccontextmanager
async def showing(path: Path, port: int = 0, *, anonymous: bool = False) -> AsyncIterator[Guard]:
    """Show the round in `path` on the loopback address while the context lasts; port 0 is any free one.

    Raises DrafterError where the port cannot be had.
    """
    room = Room(path, anonymous=anonymous)
    with listening_on(port) as listening:
        guard = Guard(listening.getsockname()[1], "drafter room", styles="'self'")
        await asyncio.to_thread(room.look)
        runner = web.AppRunner(RoomServer(room, guard).application(), access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        following = asyncio.ensure_future(_follow(room))
        try:
            await web.SockSite(runner, listening).start()
            yield guard
        finally:
            following.cancel()
            await runner.cleanup()


async def _follow(room: Room) -> None:
    while True:
        await asyncio.to_thread(room.look)
        await asyncio.sleep(EVERY)

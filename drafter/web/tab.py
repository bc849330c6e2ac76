"""One browser tab: the process that runs its interface."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from pathlib import Path

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

import drafter

PATIENCE = 10.0
"""Seconds that an interface has to end by itself."""


class Tab(AppService):
    """Textual-serve's service, without a shell between, that never outlives its tab."""

    def __init__(self, command: Sequence[str], websocket: web.WebSocketResponse, downloads: DownloadManager) -> None:
        self._arguments = command

        async def write(data: bytes) -> None:
            with contextlib.suppress(ConnectionError):  # what is painted after the page is gone must still be read
                await websocket.send_bytes(data)

        async def tell(data: str) -> None:
            with contextlib.suppress(ConnectionError):
                await websocket.send_str(data)

        async def close() -> None:
            await websocket.close()

        super().__init__(
            subprocess.list2cmdline(command),
            write_bytes=write,
            write_str=tell,
            close=close,
            download_manager=downloads,
        )

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        code = str(Path(drafter.__file__).parents[1])
        others = os.environ.get("PYTHONPATH")
        return super()._build_environment(width, height) | {
            "TEXTUAL_DRIVER": "drafter.tui.driver:TabDriver",
            "PYTHONPATH": f"{code}{os.pathsep}{others}" if others else code,
        }

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # a group of its own: Ctrl+C is for the server, which then ends each interface in order
        if sys.platform == "win32":
            self._process = await asyncio.create_subprocess_exec(
                *self._arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=self._build_environment(width, height),
                creationflags=subprocess.CREATE_NEW_PROCESS_GROUP,
            )  # fmt: skip
        else:
            self._process = await asyncio.create_subprocess_exec(
                *self._arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=self._build_environment(width, height),
                start_new_session=True,
            )  # fmt: skip
        self._stdin = self._process.stdin
        return self._process

    async def run(self) -> None:
        """Pass on what the interface writes; when it ended, however it ended, the page is told."""
        await super().run()
        with contextlib.suppress(ConnectionError, RuntimeError):
            await self.remote_close()

    async def stop(self) -> None:
        """Ask the interface to end, wait for it, and at last end it."""
        task, process = self._task, self._process
        if task is None or process is None:
            return
        await self._download_manager.cancel_app_downloads(self.app_service_id)
        await self.send_meta({"type": "quit"})
        self.stdin.close()
        ended = asyncio.ensure_future(process.wait())
        await asyncio.wait({ended}, timeout=PATIENCE)
        if not ended.done():
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        await ended
        await asyncio.wait({task}, timeout=PATIENCE)
        self._task = None

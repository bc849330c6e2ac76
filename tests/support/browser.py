"""A real browser, over its own debugging protocol: keys go in, and what the terminal in the page shows comes out."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import itertools
import json
import tempfile
import time
from asyncio.subprocess import DEVNULL, create_subprocess_exec
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
    "--window-size=1280,800",
)  # fmt: skip

CATCH = """
Object.defineProperty(Object.prototype, "terminal", {
  configurable: true,
  set(made) {
    Object.defineProperty(this, "terminal", { value: made, writable: true, configurable: true, enumerable: true });
    if (made && made.buffer) window.shown = made;
  },
});
"""
"""Run before the page's own scripts: keeps hold of the terminal, which the page has in a closure."""

READ = """
window.shown ? [...Array(shown.rows).keys()]
  .map((row) => shown.buffer.active.getLine(shown.buffer.active.viewportY + row)?.translateToString(true) ?? "")
  .join("\\n") : ""
"""

NAMED = {"Enter": (13, "\r"), "Escape": (27, ""), "Home": (36, ""), "End": (35, ""), "Tab": (9, "")}


class Page:
    """One tab."""

    def __init__(self, browser: Browser, target: str, session: str) -> None:
        self._browser, self._target, self._session = browser, target, session
        self.asked: list[str] = []

    async def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        return await self._browser.send(method, self._session, **parameters)

    async def open(self, address: str) -> None:
        await self.send("Page.navigate", url=address)

    async def run(self, script: str) -> Any:
        """The value of a script in the page; promises are awaited."""
        done = await self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    async def text(self) -> str:
        """The page's words, a refusal for example."""
        return str(await self.run("document.body ? document.body.innerText : ''"))

    async def screen(self) -> str:
        """What the terminal in the page shows, a line a row."""
        return str(await self.run(READ))

    async def until(self, words: str, *, shown: bool = True, seconds: float = 60) -> str:
        """Wait until the terminal shows words, or no longer shows them; the whole screen then."""
        return await self._until(self.screen, words, shown, seconds)

    async def says(self, words: str, seconds: float = 60) -> str:
        """Wait until the page itself has words."""
        return await self._until(self.text, words, True, seconds)

    async def _until(self, read: Any, words: str, shown: bool, seconds: float) -> str:
        end = time.monotonic() + seconds
        while True:
            seen = None
            with contextlib.suppress(RuntimeError):  # the page is being loaded anew, and cannot be read now
                seen = str(await read())
            if seen is not None and (words in seen) is shown:
                return seen
            assert time.monotonic() < end, f"{words!r} {'never came' if shown else 'never went'}:\n{seen}"
            await asyncio.sleep(0.1)

    async def type(self, text: str) -> None:
        for character in text:
            await self.send("Input.dispatchKeyEvent", type="keyDown", text=character, key=character)
            await self.send("Input.dispatchKeyEvent", type="keyUp", key=character)

    async def press(self, *keys: str) -> None:
        """Named keys as browsers name them ("Enter"), "Ctrl+s", or single characters."""
        for key in keys:
            held, _, last = key.rpartition("+")
            if last in NAMED:
                code, text = NAMED[last]
                given = {"key": last, "code": last, "windowsVirtualKeyCode": code, **({"text": text} if text else {})}
            elif held:
                given = {"key": last, "code": f"Key{last.upper()}", "windowsVirtualKeyCode": ord(last.upper())}
            else:
                await self.type(last)
                continue
            given |= {"modifiers": 2 if held == "Ctrl" else 0}
            await self.send("Input.dispatchKeyEvent", type="keyDown" if "text" in given else "rawKeyDown", **given)
            await self.send("Input.dispatchKeyEvent", type="keyUp", **given)

    async def picture(self, path: Path) -> None:
        shot = await self.send("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(shot["data"]))

    async def close(self) -> None:
        await self._browser.send("Target.closeTarget", targetId=self._target)


class Browser:
    """A running Chromium."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._pages: dict[str, Page] = {}

    async def send(self, method: str, session: str = "", /, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        message = {"id": number, "method": method, "params": parameters}
        await self._socket.send_json(message | ({"sessionId": session} if session else {}))
        async with asyncio.timeout(60):
            return await answer

    async def listen(self) -> None:
        async for message in self._socket:
            said = json.loads(message.data)
            if "id" in said:
                waiting = self._waiting.pop(said["id"], None)
                if waiting and not waiting.done():
                    if "error" in said:
                        waiting.set_exception(RuntimeError(said["error"]["message"]))
                    else:
                        waiting.set_result(said["result"])
            elif said["method"] in {"Network.requestWillBeSent", "Network.webSocketCreated"}:
                page = self._pages.get(said["sessionId"])
                if page:
                    page.asked.append(said["params"].get("url") or said["params"]["request"]["url"])

    async def page(self, *, apart: bool = False) -> Page:
        """A new tab; `apart` from the others' cookies, as another browser would be."""
        where = await self.send("Target.createBrowserContext") if apart else {}
        target = await self.send("Target.createTarget", url="about:blank", **where)
        attached = await self.send("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        made = self._pages[attached["sessionId"]] = Page(self, target["targetId"], attached["sessionId"])
        for domain in ("Page", "Runtime", "Network"):
            await made.send(f"{domain}.enable")
        await made.send("Page.addScriptToEvaluateOnNewDocument", source=CATCH)
        return made


@contextlib.asynccontextmanager
async def chromium(program: str = "chromium") -> AsyncIterator[Browser]:
    """A browser with an empty profile; leaving the context ends it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await create_subprocess_exec(
            program, *FLAGS, f"--user-data-dir={profile}", "about:blank", stdout=DEVNULL, stderr=DEVNULL
        )
        try:
            port = Path(profile, "DevToolsActivePort")
            async with asyncio.timeout(60):
                while not (port.is_file() and len(lines := port.read_text().splitlines()) == 2):
                    assert process.returncode is None, f"{program} ended at once"
                    await asyncio.sleep(0.05)
            url = f"http://127.0.0.1:{lines[0]}{lines[1]}"
            async with ClientSession() as session, session.ws_connect(url, max_msg_size=0) as socket:
                browser = Browser(socket)
                listening = asyncio.create_task(browser.listen())
                yield browser
                listening.cancel()
        finally:
            process.kill()
            await process.wait()

"""`drafter serve` as a process: what it says, and that its end frees the draft."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar, WSMsgType

from drafter.edit.local.lock import Lock
from tests.support.program import run
from tests.support.served import serve


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "dprk 76.toml"
    assert run("new", "75/190", "-o", path).returncode == 0
    return path


def test_it_prints_the_address_and_warns_that_drafts_are_confidential(tmp_path: Path) -> None:
    with serve(cwd=tmp_path) as (process, address):
        assert address.startswith("http://127.0.0.1:")
        assert "/?token=" in address
        assert process.stderr is not None
        warning = process.stderr.readline()
    assert "confidential: whoever has this address and this machine can read and change them" in warning
    assert address.partition("token=")[2] not in warning


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["nowhere.toml"], "drafter: nowhere.toml: there is no such draft; start one: drafter new 75/190 -o FILE"),
        (["--host", "0.0.0.0"], "drafter: No such option '--host'"),
        (["--port", "0"], "drafter: Invalid value for '--port'"),
    ],
)
def test_what_it_refuses(tmp_path: Path, arguments: list[str], line: str) -> None:
    done = run("serve", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(line)
    assert done.stdout == ""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGKILL"])
async def test_the_end_of_serving_frees_the_draft(draft: Path, name: str) -> None:
    with serve(draft.name, cwd=draft.parent) as (process, address):
        origin = address.partition("/?")[0]
        async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as client:
            await client.get(address)
            async with client.ws_connect(f"{origin}/ws?width=140&height=40", origin=origin) as tab:
                painted = b""
                while b"PP3" not in painted:
                    message = await tab.receive(60)
                    assert message.type is WSMsgType.BINARY
                    painted += message.data
                lock = next(draft.parent.rglob("*.lock"))
                assert Lock.taken(lock) is None
                os.kill(process.pid, getattr(signal, name))
                while (await tab.receive(60)).type is WSMsgType.BINARY:
                    pass
        code = await asyncio.to_thread(process.wait, 30)
        assert code == (-signal.SIGKILL if name == "SIGKILL" else 0)
        freed = None
        for _ in range(300):
            if freed := Lock.taken(lock):
                break
            await asyncio.sleep(0.1)
        assert freed is not None
        freed.release()

"""The page in the room: what it shows, whom it lets in, and how soon it follows."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar

from drafter.model.inline import Inline
from drafter.model.negotiated import Decision
from drafter.model.proposal import Outcome
from drafter.negotiation import proposing, roundfile
from drafter.negotiation.leading import keep_place, place_of
from drafter.negotiation.values import Round
from drafter.web.guard import Guard
from drafter.web.room import Room, showing
from tests.support.rounds import base, by


@pytest.fixture
def round_() -> Round:
    made = base()
    text = made.inline("OP2")
    some = by("EU", *proposing.reworded("OP2", text, Inline(f"{text.text} <script>alert(1)</script>")))
    return made.having(proposals=some)


@pytest.fixture
def path(tmp_path: Path, round_: Round) -> Path:
    file = tmp_path / "round.toml"
    file.write_text(roundfile.dumps(round_), encoding="utf-8")
    keep_place(file, "OP2")
    return file


@pytest.fixture
async def guard(path: Path) -> AsyncIterator[Guard]:
    async with showing(path) as guard:
        yield guard


@pytest.fixture
async def client() -> AsyncIterator[ClientSession]:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as client:
        yield client


def shown(path: Path, *, anonymous: bool = False) -> str:
    room = Room(path, anonymous=anonymous)
    room.look()
    return room.html


def test_shows_the_place_with_brackets_and_owners_and_escapes_words(path: Path) -> None:
    html = shown(path)
    assert "EU" in html and "[" in html and "<ins>" in html
    assert "&lt;script&gt;" in html and "<script" not in html
    assert "brackets: 2" in html
    assert "Calls upon" not in html


def test_anonymous_shows_no_name(path: Path) -> None:
    html = shown(path, anonymous=True)
    assert "&lt;script&gt;" in html and "EU" not in html


def test_what_was_just_accepted_is_marked(path: Path, round_: Round) -> None:
    for anonymous in (False, True):
        path.write_text(roundfile.dumps(round_), encoding="utf-8")
        room = Room(path, anonymous=anonymous)
        room.look()
        assert "Just accepted" not in room.html
        decided = replace(round_, decisions=(Decision(round_.proposals[0].id, Outcome.ACCEPTED),))
        path.write_text(roundfile.dumps(decided), encoding="utf-8")
        room.look()
        assert "Just accepted: OP2" in room.html
        assert ("EU" in room.html) is not anonymous


def test_a_move_that_was_accepted_is_told_without_words(path: Path, round_: Round) -> None:
    moves = by("EU", proposing.moved("OP2", "PP1"))
    room = Room(path, anonymous=True)
    room.look()
    decided = round_.having(proposals=moves, decisions=(Decision(moves[0].id, Outcome.ACCEPTED),))
    path.write_text(roundfile.dumps(decided), encoding="utf-8")
    room.look()
    assert "Just accepted: OP2</p>" in room.html


def test_a_round_that_cannot_be_read_leaves_the_last_text_and_says_so(path: Path, round_: Round) -> None:
    room = Room(path, anonymous=False)
    room.look()
    path.write_text("[", encoding="utf-8")
    room.look()
    assert "cannot be read now" in room.html and "&lt;script&gt;" in room.html
    path.write_text(roundfile.dumps(round_), encoding="utf-8")
    room.look()
    assert "cannot be read now" not in room.html


def test_the_place_is_kept_beside_the_round(path: Path) -> None:
    assert place_of(path) == "OP2"
    assert (path.parent / ".drafter" / "round.toml.place").is_file()
    assert place_of(path.with_name("other.toml")) == ""


async def test_nobody_comes_in_without_the_token(guard: Guard, client: ClientSession) -> None:
    for route in ("/", "/now", "/room/room.js"):
        async with client.get(guard.origin + route) as answer:
            assert answer.status == 403
            assert "drafter room printed" in await answer.text()


async def test_runs_no_script_or_style_but_its_own_and_follows_the_place(
    guard: Guard, client: ClientSession, path: Path
) -> None:
    async with client.get(guard.address):
        pass
    async with client.get(f"{guard.origin}/") as answer:
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        page = await answer.text()
    assert "/room/room.js" in page and "style=" not in page
    async with client.get(f"{guard.origin}/now") as answer:
        first = await answer.json()
    keep_place(path, "PP2")
    started = time.monotonic()
    async with client.get(f"{guard.origin}/now?seen={first['version']}") as answer:
        now = await answer.json()
    assert "Noting" in now["html"]
    assert time.monotonic() - started < 2.0, "the page waits for the answer, so a turn that is missed takes ten seconds"


async def test_takes_nothing(guard: Guard, client: ClientSession) -> None:
    async with client.get(guard.address):
        pass
    async with client.post(f"{guard.origin}/now", data="x") as answer:
        assert answer.status == 405

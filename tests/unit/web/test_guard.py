"""Who may come in, asked by a client that sends whatever it likes."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, CookieJar, WSServerHandshakeError

from drafter.web.guard import Guard
from drafter.web.server import serving
from tests.support.served import parrot

ROUTES = ["/", "/ws", "/page/page.js", "/page/", "/static/js/textual.js", "/static/", "/download/key", "/elsewhere"]


@pytest.fixture
async def guard() -> AsyncIterator[Guard]:
    async with serving(parrot()) as guard:
        yield guard


@pytest.fixture
async def stranger() -> AsyncIterator[ClientSession]:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as client:
        yield client


@pytest.fixture
async def drafter(guard: Guard, stranger: ClientSession) -> ClientSession:
    """The client that opened the address."""
    async with stranger.get(guard.address) as answer:
        assert answer.status == 200
    return stranger


@pytest.mark.parametrize("route", ROUTES)
async def test_without_the_token_every_route_says_no(guard: Guard, stranger: ClientSession, route: str) -> None:
    for address in (guard.origin + route, f"{guard.origin}{route}?token=", f"{guard.origin}{route}?token=wrong"):
        async with stranger.get(address) as answer:
            assert answer.status == 403
            assert (await answer.text()).startswith("drafter opens with the address that drafter serve printed")


async def test_the_token_buys_a_cookie_that_no_script_and_no_other_site_can_use(
    guard: Guard, stranger: ClientSession
) -> None:
    async with stranger.get(guard.address) as answer:
        cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    async with stranger.get(guard.origin) as answer:
        assert answer.status == 200
        assert 'src="/static/js/textual.js"' in await answer.text()


@pytest.mark.parametrize("route", ["/page/page.js", "/page/page.css", "/static/js/textual.js", "/static/css/xterm.css"])
async def test_what_the_page_loads_is_there(guard: Guard, drafter: ClientSession, route: str) -> None:
    async with drafter.get(guard.origin + route) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("route", ["/page/", "/static/", "/download/key", "/page/%2e%2e/guard.py", "/elsewhere"])
async def test_there_is_nothing_else(guard: Guard, drafter: ClientSession, route: str) -> None:
    async with drafter.get(guard.origin + route) as answer:
        assert answer.status in {403, 404}


async def test_the_token_works_once(guard: Guard, stranger: ClientSession) -> None:
    address = guard.address
    async with ClientSession() as first, first.get(address) as answer:
        assert answer.status == 200
    async with stranger.get(address) as answer:
        assert answer.status == 403
    assert "token" not in guard.address


async def test_a_glance_at_the_address_does_not_spend_the_token(guard: Guard, stranger: ClientSession) -> None:
    async with stranger.head(guard.address) as answer:
        assert answer.status == 403
    async with stranger.get(guard.address) as answer:
        assert answer.status == 200


async def test_a_token_in_another_route_is_no_token(guard: Guard, stranger: ClientSession) -> None:
    async with stranger.get(guard.address.replace("/?", "/static/js/textual.js?")) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "localhost:{port}", "127.0.0.1", ""])
async def test_a_foreign_name_for_this_machine_says_no(guard: Guard, drafter: ClientSession, host: str) -> None:
    given = host.format(port=guard.host.partition(":")[2])
    async with drafter.get(guard.origin, headers={"Host": given}) as answer:
        assert answer.status == 403
        assert await answer.text() == f"drafter answers at {guard.origin} only\n"


async def test_a_foreign_host_does_not_spend_the_token(guard: Guard, stranger: ClientSession) -> None:
    async with stranger.get(guard.address, headers={"Host": "evil.example"}) as answer:
        assert answer.status == 403
    async with stranger.get(guard.address) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "http://localhost", "", None])
async def test_another_sites_websocket_says_no(guard: Guard, drafter: ClientSession, origin: str | None) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await drafter.ws_connect(f"{guard.origin}/ws", origin=origin)
    assert refused.value.status == 403


async def test_another_sites_request_says_no(guard: Guard, drafter: ClientSession) -> None:
    async with drafter.get(guard.origin, headers={"Origin": "http://evil.example"}) as answer:
        assert answer.status == 403
        assert await answer.text() == "another site's page may not open drafter\n"


async def test_our_own_websocket_without_the_cookie_says_no(guard: Guard, stranger: ClientSession) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await stranger.ws_connect(f"{guard.origin}/ws", origin=guard.origin)
    assert refused.value.status == 403


async def test_one_served_drafts_cookie_opens_no_other(guard: Guard, drafter: ClientSession) -> None:
    async with serving(parrot()) as other, drafter.get(other.origin) as answer:
        assert answer.status == 403
    async with drafter.get(guard.origin) as answer:
        assert answer.status == 200


async def test_the_page_may_load_from_here_alone(guard: Guard, drafter: ClientSession) -> None:
    async with drafter.get(guard.origin) as answer:
        rules = dict(rule.split(None, 1) for rule in answer.headers["Content-Security-Policy"].split("; "))
        page = await answer.text()
    assert rules["default-src"] == "'none'"
    assert {place for rule in rules.values() for place in rule.split()} <= {
        "'none'", "'self'", "'unsafe-inline'", "data:", f"ws://{guard.host}",
    }  # fmt: skip
    assert rules["script-src"] == "'self'"
    assert rules["frame-ancestors"] == "'none'"
    assert "http" not in page
    assert answer.headers["Cache-Control"] == "no-store"


async def test_it_listens_on_the_loopback_address_alone(guard: Guard) -> None:
    port = int(guard.host.partition(":")[2])
    others = {address[4][0] for address in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in (others | {"127.0.0.2"}) - {"127.0.0.1"}:
        with pytest.raises(OSError):
            socket.create_connection((address, port), timeout=1)

"""Who may see the drafts: the browser that opened the printed address first, and no other page in it.

The token in the address works once and buys a cookie. Host is checked because a foreign name can be made to resolve to
this machine (DNS rebinding), Origin because any page may open a websocket to any address.
"""

from __future__ import annotations

import secrets

from aiohttp import web
from aiohttp.typedefs import Handler

ADDRESS = "127.0.0.1"
"""The only address that is ever listened on."""

_ARRIVED = (
    """<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/"><title>drafter</title>"""
)
"""A page of our own goes on to the desk: after a redirect, a browser that came from elsewhere would keep a strict
cookie to itself."""


class Guard:
    """Lets requests to one port in, or says no in one plain line."""

    def __init__(self, port: int, command: str = "drafter serve", styles: str = "'self' 'unsafe-inline'") -> None:
        self._command = command
        self._styles = styles
        self.host = ADDRESS if port == 80 else f"{ADDRESS}:{port}"
        self.origin = f"http://{self.host}"
        self._token: str | None = secrets.token_urlsafe(32)
        self._session = secrets.token_urlsafe(32)
        self._cookie = f"drafter-{port}"  # cookies know no ports: two that are served must not share a name

    @property
    def address(self) -> str:
        """What a drafter opens, once."""
        return f"{self.origin}/?token={self._token}" if self._token else self.origin

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer 403 to every request that is not the drafter's own."""
        if request.headers.get("Host") != self.host:
            return _no(f"drafter answers at {self.origin} only")
        websocket = request.headers.get("Upgrade", "").lower() == "websocket"
        if request.headers.get("Origin", "" if websocket else self.origin) != self.origin:
            return _no("another site's page may not open drafter")
        if _same(request.cookies.get(self._cookie), self._session):
            return await handler(request)
        if request.method == "GET" and request.path == "/" and _same(request.query.get("token"), self._token):
            self._token = None
            response = web.Response(text=_ARRIVED, content_type="text/html")
            response.set_cookie(self._cookie, self._session, path="/", httponly=True, samesite="Strict")
            return response
        return _no(
            f"drafter opens with the address that {self._command} printed, and once: in another browser, or after that "
            f"one was closed, stop {self._command} and start it again"
        )

    async def seal(self, request: web.Request, response: web.StreamResponse) -> None:  # noqa: ARG002
        """Forbid the page to load from, send to, or be framed by anything else; nothing is left in a cache."""
        response.headers.update(
            {
                "Cache-Control": "no-store",
                "Content-Security-Policy": "default-src 'none'; script-src 'self'; "
                f"style-src {self._styles}; "
                f"font-src 'self'; img-src 'self' data:; connect-src 'self' ws://{self.host}; "
                "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                "Cross-Origin-Opener-Policy": "same-origin",
                "Cross-Origin-Resource-Policy": "same-origin",
                "Referrer-Policy": "no-referrer",
                "X-Content-Type-Options": "nosniff",
            }
        )


def _same(given: str | None, secret: str | None) -> bool:
    return bool(given and secret) and secrets.compare_digest(str(given).encode(), str(secret).encode())


def _no(line: str) -> web.Response:
    return web.Response(status=403, text=f"{line}\n")

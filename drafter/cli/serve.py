"""`drafter serve`: the terminal interface in a browser on this machine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.common import examples, tell, the_desk
from drafter.cli.tui import existing

if TYPE_CHECKING:
    import asyncio

CONFIDENTIAL = (
    "drafts are confidential: whoever has this address and this machine can read and change them. The address works "
    "once, for the browser that opens it first. Ctrl+C ends it."
)


@click.command(epilog=examples("drafter serve dprk-76.toml --port 8080", "drafter serve round.toml"))
@click.argument("draft", required=False, type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="N", help="The port to listen on; by default any free one."
)
def serve(draft: Path | None, port: int | None) -> None:
    """Open the interface in a browser on this machine.

    It opens on the library or on DRAFT, which may be a round.
    """
    import asyncio

    existing(draft)
    named = the_desk().draft_file(draft) if draft else None
    command = [sys.executable, "-m", "drafter", "--corpus", the_desk().library.place, "tui"]
    asyncio.run(_serve([*command, str(named.absolute())] if named else command, port or 0))


async def _serve(command: list[str], port: int) -> None:
    """Serve until the program is stopped."""
    from drafter.web.server import serving

    ended = ending()
    async with serving(command, port) as guard:
        tell(f"drafter: {CONFIDENTIAL}")
        click.echo(guard.address)
        await ended.wait()


def ending() -> asyncio.Event:
    """What is set when the program is to end."""
    import asyncio
    import contextlib
    import signal

    ended = asyncio.Event()
    with contextlib.suppress(NotImplementedError):  # Windows: asyncio itself turns Ctrl+C into a cancelled task
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), ended.set)
    return ended

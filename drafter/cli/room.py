"""`drafter room`: a page of a round for the projector."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import examples, tell
from drafter.cli.serve import ending

_READ_ONLY = "the page is read-only. The address works once, for the browser that opens it first. Ctrl+C ends it."

_TOLD = 5
"""Places that the warning names."""


@click.command(epilog=examples("drafter room round.toml", "drafter room round.toml --anonymous"))
@click.argument("path", metavar="ROUND", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="N", help="The port to listen on; by default any free one."
)
@click.option("--anonymous", is_flag=True, help="Without names.")
def room(path: Path, port: int | None, anonymous: bool) -> None:
    """Show the paragraph under discussion on a projector.

    A browser on this machine opens the page. It follows drafter round at.
    """
    import asyncio

    from drafter.negotiation.rounds import latest_round
    from drafter.render.leaks import in_the_room

    if found := [str(leak) for leak in in_the_room(latest_round(path, tell), anonymous=anonymous)]:
        more = f" and {len(found) - _TOLD} more" if len(found) > _TOLD else ""
        tell(f"drafter: the page shows what may not be meant for the room: {'; '.join(found[:_TOLD])}{more}")
    asyncio.run(_show(path, port or 0, anonymous))


async def _show(path: Path, port: int, anonymous: bool) -> None:
    from drafter.web.room import showing

    ended = ending()
    async with showing(path, port, anonymous=anonymous) as guard:
        tell(f"drafter: {_READ_ONLY}")
        click.echo(guard.address)
        await ended.wait()

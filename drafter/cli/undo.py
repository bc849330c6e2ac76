"""`drafter undo` and `drafter redo`: the steps of a draft, whenever they were made."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import examples, tell, the_desk
from drafter.errors import DrafterError


@click.command(epilog=examples("drafter undo dprk-76.toml"))
@click.argument("draft", metavar="DRAFT|ROUND", type=click.Path(path_type=Path))
def undo(draft: Path) -> None:
    """Undo the last step of a draft or a round, and say which it was."""
    _step(draft, back=True)


@click.command(epilog=examples("drafter redo dprk-76.toml"))
@click.argument("draft", metavar="DRAFT|ROUND", type=click.Path(path_type=Path))
def redo(draft: Path) -> None:
    """Redo the step that was last undone, and say which it was."""
    _step(draft, back=False)


def _step(draft: Path, *, back: bool) -> None:
    from drafter.edit.drafts import user_name
    from drafter.negotiation.rounds import at_work, is_round

    desk = the_desk()
    with at_work(draft, user_name()) if is_round(draft) else desk.at_work(draft) as opened:
        whose = opened.history.past if back else opened.history.future
        done = opened.undo(anyones=True) if back else opened.redo(anyones=True)
        if done is None:
            raise DrafterError(f"there is nothing to {'undo' if back else 'redo'}", file=draft)
        others = whose[-1].signature.who not in ("", opened.who)
        by = f" (by {whose[-1].signature.who})" if others else ""
        tell(f"{draft}: {'undone' if back else 'done again'}: {done.name}{by}")

"""`drafter new`: next year's draft."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import STANDARD_OUTPUT, examples, free, output_options, put, revisions_option, tell, the_desk


@click.command(
    epilog=examples(
        "drafter new 75/190 -o dprk-76.toml", "drafter new 75/190 --session 78 --accept-updates -o dprk-78.toml"
    )
)
@click.argument("base", metavar="BASE")
@click.option("--session", type=click.IntRange(1, 999), metavar="N", help="The session it is for, if not the next.")
@click.option("--accept-updates", is_flag=True, help="Apply every update whose status is certain.")
@output_options
@revisions_option
def new(base: str, session: int | None, accept_updates: bool, output: Path, force: bool) -> None:
    """Start next year's draft from an adopted resolution."""
    from drafter.edit import draftfile
    from drafter.edit.apply import apply
    from drafter.edit.updating import accepted_all
    from drafter.model.suggestion import UpdateStatus
    from drafter.suggest.updates import updates

    free(output, force, ".toml")
    desk = the_desk()
    draft = desk.begin(base, session)
    found = updates(draft, desk.library)
    certain = [update for update in found if update.status is UpdateStatus.CERTAIN]
    if accept_updates:
        draft = apply(draft, accepted_all(draft, certain))
    put(output, draftfile.dumps(draft), force=force)
    if output == STANDARD_OUTPUT:
        return
    named = draft.symbol or output
    noun = "update" if len(certain) == 1 else "updates"
    done = f"{len(certain)} {noun} accepted" if accept_updates else f"{len(certain)} certain {noun} to accept"
    rest = len(found) - len(certain)
    tell(f"{named}: {len(draft.paragraphs)} paragraphs; {done}, {rest} to look at: drafter updates {output}")

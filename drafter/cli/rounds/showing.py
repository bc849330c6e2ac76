"""`drafter round show`, `text` and `board`: where a round stands, and the texts that it makes."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import examples, json_option, print_json, tell
from drafter.errors import DrafterError

_ROUND = click.argument("path", metavar="ROUND", type=click.Path(path_type=Path))


@click.command(epilog=examples("drafter round show round.toml", "drafter round show round.toml --paragraph OP21"))
@_ROUND
@click.option("--paragraph", "label", metavar="LABEL", help="Only this one, as text to copy; also a new one: OP7bis.")
@click.option("--markdown", is_flag=True, help="With --paragraph: as Markdown.")
@json_option
def show(path: Path, label: str | None, markdown: bool, as_json: bool) -> None:
    """Show each paragraph: base, status, proposals, positions, conflicts."""
    from drafter.negotiation.rounds import latest_round

    if (markdown and label is None) or (label is not None and as_json):
        raise DrafterError(
            "one paragraph is copied as text or Markdown", remedy="add --paragraph LABEL, without --json"
        )
    found = latest_round(path, tell)
    if label is not None:
        from drafter.negotiation import decide
        from drafter.negotiation.copying import copied

        click.echo(copied(found, decide.row(found, label), markdown=markdown))
    elif as_json:
        from drafter.shapes.rounds import round_shape

        print_json(round_shape(found))
    else:
        from drafter.cli.rounds.listed import listed

        click.echo("\n".join(listed(found)))


@click.command(epilog=examples("drafter round text round.toml --only EU,CANZ", "drafter round text round.toml --all"))
@_ROUND
@click.option("--only", metavar="NAME,…", help="With these delegations’ proposals alone.")
@click.option("--all", "everything", is_flag=True, help="With every proposal that stands in no conflict.")
@click.option("--decided", is_flag=True, help="With what was decided; so without any of these.")
@json_option
def text(path: Path, only: str | None, everything: bool, decided: bool, as_json: bool) -> None:
    """Show the text with some of the proposals in it."""
    from drafter.model.draft import printed
    from drafter.negotiation import texts
    from drafter.negotiation.rounds import latest_round

    if sum((only is not None, everything, decided)) > 1:
        raise DrafterError("--only, --all and --decided are three texts", remedy="give one of them")
    found = latest_round(path, tell)
    if only is not None:
        names = found.names.typed(only)
        owners = {name for one in found.proposals for name in one.by}
        for name in names:
            if name not in owners:
                remedy = f"those who do: {', '.join(sorted(owners)) or 'nobody yet'}"
                raise DrafterError(f"{name} proposes nothing here", file=path, remedy=remedy)
        made, left = texts.only(found, names)
        if left:
            tell(f"{path}: their own proposals collide at {', '.join(left)}: the base is left there")
    else:
        made = texts.all_standing(found) if everything else texts.issued(found)
    if as_json:
        from drafter.shapes.texts import draft_shape

        print_json(draft_shape(made))
    else:
        from drafter.cli.plain import plain

        click.echo(plain(printed(made)), nl=False)


@click.command(epilog=examples("drafter round board round.toml"))
@_ROUND
@json_option
def board(path: Path, as_json: bool) -> None:
    """Count what is agreed, what is open and what collides, and the proposals of each delegation."""
    from drafter.negotiation.board import counted
    from drafter.negotiation.rounds import latest_round

    round_ = latest_round(path, tell)
    found = counted(round_)
    if as_json:
        from drafter.shapes.rounds import board_shape

        print_json(board_shape(found))
        return
    from drafter.cli.rounds.boarded import boarded

    click.echo("\n".join(boarded(round_, found)))


@click.command(epilog=examples("drafter round leaks round.toml", "drafter round leaks round.toml --anonymous"))
@_ROUND
@click.option("--anonymous", is_flag=True, help="Also names of delegations in words that are proposed.")
@json_option
def leaks(path: Path, anonymous: bool, as_json: bool) -> None:
    """List what of a round should not leave: remarks in brackets that sound internal, with their places.

    The commands that write files tell this too, and what Word hides in them.
    """
    from drafter.negotiation.rounds import latest_round
    from drafter.render.leaks import in_round

    found = tuple(in_round(latest_round(path, tell), anonymous=anonymous))
    if as_json:
        from drafter.shapes.leaks import leaks_shape

        print_json(leaks_shape(found))
        return
    for leak in found:
        click.echo(str(leak))
    if not found:
        tell(f"{path}: nothing that should not leave")

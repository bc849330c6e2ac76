"""`drafter version`: named versions of a draft."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import examples, json_option, print_json, tell


@click.command(
    epilog=examples(
        'drafter version dprk-76.toml --name "before the informals"',
        "drafter version dprk-76.toml",
        'drafter compare "dprk-76.toml@before the informals" dprk-76.toml -o since.docx',
    )
)
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="Keep the draft as it is now under this name.")
@click.option("--remove", metavar="NAME", help="Forget the version of this name.")
@json_option
def version(draft: Path, name: str | None, remove: str | None, as_json: bool) -> None:
    """Keep a draft under a name, or list the names.

    DRAFT@NAME is that version wherever a text is named: to show it, compare it, or make files of it. The versions lie
    in the folder .drafter beside the draft.
    """
    from drafter.api.versions import keep_version, remove_version, versions
    from drafter.files import read_text
    from drafter.shapes.versions import versions_shape

    read_text(draft)
    if name is not None:
        made = keep_version(draft, name)
        tell(f"{draft}: kept as “{made.name}”; it is {draft}@{made.name}")
    if remove is not None:
        remove_version(draft, remove)
        tell(f"{draft}: the version “{remove}” is forgotten")
    if as_json:
        print_json(versions_shape(versions(draft)))
    elif name is None and remove is None:
        for one in versions(draft):
            click.echo(f"{one.at}  {one.name}")

"""`drafter redline`: a draft's changes against its base as tracked changes in a Word file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from drafter.cli.common import carry_option, examples, free, output_options, put, tell, the_desk
from drafter.errors import DrafterError

Function = TypeVar("Function", bound=Callable[..., Any])


def tracking_options(function: Function) -> Function:
    """Add `--author` and `--date`, under which the changes are tracked."""
    function = click.option(
        "--date",
        type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]),
        metavar="DATE",
        help="The date of the changes (UTC); by default the day of adoption, or 1 September of the session's year.",
    )(function)
    return click.option(
        "--author",
        default="",
        metavar="NAME",
        help="The author of the changes; by default the draft's author, or none.",
    )(function)


@click.command(
    epilog=examples(
        "drafter redline dprk-76.toml -o tracked.docx",
        "drafter redline dprk-76.toml --onto A_RES_75_190.docx -o onto.docx",
    )
)
@click.argument("draft", metavar="DRAFT")
@click.option(
    "--onto",
    "official",
    metavar="OFFICIAL.docx",
    type=click.Path(path_type=Path),
    help="Write the changes into this Word file of the base, which otherwise stays as it is.",
)
@click.option(
    "--trust",
    type=click.Choice(["file", "base"]),
    help="With --onto, whose words are right where the file differs from the base: the file's then stay as they are, "
    "the base's are put in as tracked changes.",
)
@tracking_options
@click.option("--comments", is_flag=True, help="Put each change's reason and sources beside it as a Word comment.")
@carry_option
@output_options
def redline(
    draft: str,
    official: Path | None,
    trust: str | None,
    author: str,
    date: datetime | None,
    comments: bool,
    carry: bool,
    output: Path,
    force: bool,
) -> None:
    """Write a draft's changes as tracked changes in Word.

    Every change against its base is tracked in a Word file of the whole text.
    """
    free(output, force, ".docx")
    if official is None:
        if trust:
            raise click.UsageError("--trust goes with --onto")
        put(
            output,
            the_desk().redline(draft, author=author, date=date, carry=carry, comments=comments),
            force=force,
            draft=draft,
        )
        return
    if comments:
        raise click.UsageError("--comments does not go with --onto")
    if carry:
        raise click.UsageError("--carry does not go with --onto")
    try:
        made = the_desk().redline_onto(draft, official, author=author, date=date, trust=trust)
    except DrafterError as error:
        for line in getattr(error, "differences", ()):
            tell(line)
        raise
    put(output, made, force=force, draft=draft)

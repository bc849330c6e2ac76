"""`drafter edit`: what the desk does by a key, to one paragraph of a draft."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.common import examples, tell, the_desk
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.model.draft import Draft


@click.command(
    epilog=examples(
        'drafter edit dprk-76.toml OP14 --text "Strongly encourages …;" --note "asked for by the EU"',
        "drafter edit dprk-76.toml OP3 --after OP5",
    )
)
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.argument("label", metavar="LABEL")
@click.option("--restore", is_flag=True, help="Restore a deleted paragraph, as adopted.")
@click.option("--revert", is_flag=True, help="Go back to the words as adopted.")
@click.option("--take", type=click.IntRange(1, 50), metavar="N", help="Take suggestion N of drafter suggest.")
@click.option("--update", is_flag=True, help="Accept its updates whose new words are known and need no verifying.")
@click.option(
    "--verified", is_flag=True, help="Its updates were verified and its words stay; --note says what was found."
)
@click.option("--text", metavar="WORDS", help="New words for the paragraph; its italics and note marks stay.")
@click.option("--turn", is_flag=True, help="Make it preambular or operative, there or at the border between the two.")
@click.option("--after", metavar="LABEL", help="Move it after that paragraph, or to the top.")
@click.option("--before", metavar="LABEL", help="Move it before that paragraph.")
@click.option("--promote", is_flag=True, help="One level higher.")
@click.option("--demote", is_flag=True, help="One level deeper.")
@click.option("--merge", is_flag=True, help="Join the next paragraph to it.")
@click.option("--split", metavar="AT", help="Cut it before these words, or before the character with this number.")
@click.option(
    "--new", metavar="WORDS", help="Insert a paragraph after it; several lines, as copied from elsewhere, as several."
)
@click.option("--new-before", metavar="WORDS", help="Insert a paragraph before it.")
@click.option("--new-below", metavar="WORDS", help="Insert a first subparagraph.")
@click.option("--footnote", metavar="WORDS", help="Add a footnote at its end, with its full citation.")
@click.option(
    "--reason", metavar="WORDS", help="The reason for the change, for the summary and the comments; “” removes it."
)
@click.option(
    "--clear", metavar="NAME", multiple=True, help="Cleared today by NAME; or write NAME=asked or NAME=objected."
)
@click.option("--note", metavar="WORDS", help="A private note on it; “” removes it.")
@click.option("--delete", is_flag=True, help="Delete it, with its subparagraphs.")
@click.option(
    "--set", metavar="NAME=VALUE", multiple=True, help="Set a field of the masthead, such as symbol or session."
)
def edit(draft: Path, label: str, **options: Any) -> None:
    """Change one paragraph of a draft, named by its LABEL.

    Several options are done in the order of this list and undone as one. LABEL may also be “title”, “note 20” or
    “masthead”.
    """
    from drafter.cli.edit_steps import steps
    from drafter.edit.gestures import together

    chosen = {name: value for name, value in options.items() if value not in (None, False, ())}
    if not chosen:
        raise click.UsageError("say what to do with it, such as --text WORDS or --delete")
    with the_desk().at_work(draft) as opened:
        before = opened.history
        try:
            done = together(opened.document, steps(opened.document, label, chosen))
            opened.do(done.edit)
        except DrafterError as error:
            raise DrafterError(
                error.problem, file=error.file or draft, place=error.place, remedy=error.remedy
            ) from error
        if opened.history is before:
            tell(f"{draft}: that changes nothing")
            return
        opened.save()
        tell(f"{draft}: {opened.history.undo_name}" + (f". {done.said}" if done.said else ""))
        click.echo(_shown(opened.document, done.show))


def _shown(draft: Draft, id: str | None) -> str:
    """A paragraph as it stands now, with its label; the title where there is none."""
    from drafter.model.draft import labels

    if id is None:
        return draft.title.text
    one = draft[id]
    return f"{one.origin} of the base, deleted" if one.deleted else f"{labels(draft)[id]} {one.text}"

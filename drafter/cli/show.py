"""`drafter show`: the text with its numbering, or one paragraph to copy."""

from __future__ import annotations

import click

from drafter.cli.common import examples, json_options, print_json, revisions_option, the_desk
from drafter.errors import DrafterError
from drafter.model.draft import Draft, printed
from drafter.model.reading import Reading
from drafter.model.resolution import Resolution


@click.command(
    epilog=examples(
        "drafter show 75/190",
        "drafter show 75/190 --paragraph OP2",
        "drafter show dprk-76.toml --paragraph OP14 --redline",
    )
)
@click.argument("text", metavar="RESOLUTION|DRAFT|ROUND")
@click.option("--paragraph", "label", metavar="LABEL", help="Only this paragraph, such as PP3 or OP2(a), on one line.")
@click.option("--redline", is_flag=True, help="Mark changes, [-out-] {+in+}: a draft’s, a round’s open ones.")
@click.option("--markdown", is_flag=True, help="With --paragraph, of a draft: with its label and ~~out~~ **in**.")
@json_options
@revisions_option
def show(text: str, label: str | None, redline: bool, markdown: bool, shape: str) -> None:
    """Show a text with its numbering, or one paragraph to copy.

    A single paragraph is printed as words to copy, without its number and note marks.
    """
    if redline and (round_ := the_desk().round(text)) is not None:
        from drafter.cli.rounds.redlined import tell_redlined

        tell_redlined(round_, label, shape)
        return
    found = the_desk().text(text)
    if markdown:
        _to_copy(text, found, label)
        return
    if redline:
        _redlined(text, found, label, shape)
        return
    from drafter.shapes.texts import paragraph_shape, text_shape

    place = None if label is None else _place(text, found, label)
    if shape != "text":
        value = text_shape(found) if place is None else paragraph_shape(found, place)
        print_json(value, one_line=shape == "jsonl")
    elif place is None:
        from drafter.cli.plain import plain

        click.echo(plain(_printed(found)), nl=False)
    else:
        click.echo(_printed(found).paragraphs[place].text)


def _redlined(text: str, found: Reading | Draft, label: str | None, shape: str) -> None:
    from drafter.cli.redlined import one_redlined, redlined
    from drafter.shapes.redlines import redline_shape

    if not isinstance(found, Draft):
        remedy = f"compare two resolutions: drafter align OLD {text}"
        raise DrafterError("this is a resolution: it changes no base", file=text, remedy=remedy)
    rows = the_desk().beside(found)
    place = None if label is None else _place(text, found, label)
    if shape != "text":
        value = redline_shape(found, rows)
        print_json(value if place is None else value["paragraphs"][place], one_line=shape == "jsonl")
    else:
        click.echo(redlined(rows) if place is None else one_redlined(rows, place))


def _to_copy(text: str, found: Reading | Draft, label: str | None) -> None:
    from drafter.edit import gestures
    from drafter.edit.copying import copied

    if not isinstance(found, Draft) or label is None:
        raise DrafterError("one paragraph of a draft is copied", file=text, remedy="add --paragraph LABEL")
    click.echo(copied(found, [gestures.paragraph_at(found, label)], markdown=True))


def _place(text: str, found: Reading | Draft, label: str) -> int:
    from drafter.model.lookup import place_of
    from drafter.model.numbering import labels

    return place_of(label, labels(_printed(found).paragraphs), text)


def _printed(found: Reading | Draft) -> Resolution:
    return printed(found) if isinstance(found, Draft) else found.resolution

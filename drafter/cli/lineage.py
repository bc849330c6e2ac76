"""`drafter lineage`: one paragraph in every earlier text of its series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from drafter.cli.common import examples, json_option, print_json, revisions_option, the_desk
from drafter.model.numbering import labels
from drafter.model.resolution import Resolution
from drafter.shapes.lineages import lineage_shape

if TYPE_CHECKING:
    from drafter.align.lineage import Year


@click.command(epilog=examples("drafter lineage 75/190 --paragraph OP14"))
@click.argument("text", metavar="RESOLUTION|DRAFT")
@click.option("--paragraph", "label", required=True, metavar="LABEL", help="Such as PP3 or OP2(a).")
@json_option
@revisions_option
def lineage(text: str, label: str, as_json: bool) -> None:
    """Show one paragraph through the years, newest first.

    With what of its words and footnotes changed.
    """
    found = the_desk().lineage(text, label)
    if as_json:
        print_json(lineage_shape(found))
    else:
        click.echo("\n\n".join(_told(found.texts, year) for year in found.years))


def _name(text: Resolution) -> str:
    return text.symbol.short if text.symbol and text.symbol.number else "draft"


def _told(texts: Sequence[Resolution], year: Year) -> str:
    from drafter.align.groups import joined
    from drafter.cli.marks import wrapped, wrapped_notes
    from drafter.cli.plain import width
    from drafter.model.change import PairKind

    text = texts[year.text]
    own = labels(text.paragraphs)
    head = f"{_name(text)}{f' ({text.adopted.year})' if text.adopted else ''}"
    if not year.indices:
        return f"{head}  not there"
    head += "  " + " ".join(own[index] for index in year.indices)
    old = joined(text.paragraphs, year.indices)
    if year.later is None or year.later_text is None:
        return f"{head}\n{wrapped(old, old, (), 4, width())}"
    head += f"  {year.later.kind} in {_name(texts[year.later_text])}, {year.later.similarity:.0%} alike"
    new = joined(texts[year.later_text].paragraphs, year.later.new)
    words = [] if year.later.kind is PairKind.SAME else [wrapped(old, new, year.changes, 4, width())]
    return "\n".join([head, *words, *wrapped_notes(year.notes, 4, width())])

"""`drafter suggest`: prior language for a paragraph, or for all."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from drafter.answers import Suggested
from drafter.cli.common import examples, json_options, print_all_json, revisions_option, tell, the_desk, watch
from drafter.shapes.suggestions import suggestions_shape

if TYPE_CHECKING:
    from drafter.model.draft import Source
    from drafter.model.suggestion import Suggestion

_WORDS_BEFORE = 4


@click.command(
    epilog=examples("drafter suggest dprk-76.toml --paragraph OP14", "drafter suggest 75/190 --top 3 --jsonl")
)
@click.argument("text", metavar="DRAFT|BASE|ROUND")
@click.option("--paragraph", "label", metavar="LABEL", help="Such as PP3 or OP2(a); without it, all.")
@click.option(
    "--top", type=click.IntRange(1, 50), default=5, show_default=True, metavar="K", help="How many for each paragraph."
)
@click.option(
    "--before", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Use nothing adopted on this day or later."
)
@json_options
@revisions_option
def suggest(text: str, label: str | None, top: int, before: datetime | None, shape: str) -> None:
    """Suggest prior language for a paragraph, or for all.

    Each suggestion says what would change, where the words come from and why they fit here.
    """
    desk, day = the_desk(), before.date() if before else None
    found = desk.suggestions(text, label, top=top, searchable=desk.searchable(tell, watch), before=day)
    if shape != "text":
        print_all_json(map(suggestions_shape, found), shape, "paragraphs")
        return
    for suggested in found:
        if suggested.suggestions or label:
            click.echo(_told(suggested))


def _told(suggested: Suggested) -> str:
    from drafter.cli.plain import cut, width

    columns = width()
    lines = [cut(f"{suggested.label} {suggested.text}", columns)]
    for number, one in enumerate(suggested.suggestions, 1):
        what = _what(suggested.text, one)
        for mark, line in ((f"{number}", what), ("", _who(one)), ("", one.why)):
            lines.append(f"{mark:>4} " + cut(line, columns - 5) if line else "")
    if not suggested.suggestions:
        lines.append("     nothing to suggest")
    return "\n".join(line for line in lines if line) + "\n"


def _what(old: str, one: Suggestion) -> str:
    """The words that would change, with a few before each; for a new paragraph, its beginning."""
    from drafter.align.words import word_changes

    if one.after is not None:
        return f"+ after {one.after}: {one.inline.text}"
    new = one.inline.text
    told = []
    for change in word_changes(old, new):
        lead = " ".join(old[: change.old_start].split()[-_WORDS_BEFORE:])
        out, put_in = old[change.old_start : change.old_end].strip(), new[change.new_start : change.new_end].strip()
        marked = " ".join(part for part in (f"[-{out}-]" if out else "", f"{{+{put_in}+}}" if put_in else "") if part)
        told.append(f"{lead} {marked}".strip())
    return " … ".join(told)


def _who(one: Suggestion) -> str:
    return "; ".join(_named(source) for source in one.sources)


def _named(source: Source) -> str:
    return f"{source.symbol} {source.label}, {source.date[:4]}: “{source.quote}”"

"""`drafter align`: two texts paragraph by paragraph."""

from __future__ import annotations

from typing import Any

import click

from drafter.cli.common import json_option, print_json, revisions_option, the_desk
from drafter.model.resolution import Resolution


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@json_option
@revisions_option
def align(old: str, new: str, as_json: bool) -> None:
    """Compare two texts, paragraph by paragraph.

    OLD and NEW are resolutions or drafts. Words that went out stand in [-...-], words that came in in {+...+}.
    """
    desk = the_desk()
    before, after = desk.resolution(old), desk.resolution(new)
    if as_json:
        print_json(_shape(before, after))
    else:
        click.echo(_table(before, after))


def _shape(old: Resolution, new: Resolution) -> dict[str, Any]:
    from drafter.align.pairs import align as aligned
    from drafter.align.passages import joined, passage_changes, passages
    from drafter.model.numbering import labels

    before, after = labels(old.paragraphs), labels(new.paragraphs)
    alignment = aligned(old.paragraphs, new.paragraphs)
    words: dict[tuple[int | None, int | None], list[dict[str, str]]] = {}
    for passage in passages(alignment):
        if passage.old and passage.new:
            one, other = joined(old.paragraphs, passage.old), joined(new.paragraphs, passage.new)
            words[passage.old[0], passage.new[0]] = [
                {"out": one[change.old_start : change.old_end], "in": other[change.new_start : change.new_end]}
                for change in passage_changes(old.paragraphs, new.paragraphs, passage)
            ]
    return {
        "pairs": [
            {
                "old": None if pair.old is None else before[pair.old],
                "new": None if pair.new is None else after[pair.new],
                "kind": pair.kind,
                "similarity": round(pair.similarity, 4),
                "changes": words.get((pair.old, pair.new), []),
            }
            for pair in alignment.pairs
        ],
        "changed_words": alignment.changed_words,
        "words": alignment.words,
    }


def _table(old: Resolution, new: Resolution) -> str:
    from drafter.align.pairs import align as aligned
    from drafter.align.passages import joined, passage_changes, passages
    from drafter.cli.marks import wrapped
    from drafter.cli.plain import width
    from drafter.model.change import PairKind
    from drafter.model.numbering import labels

    before, after = labels(old.paragraphs), labels(new.paragraphs)
    alignment = aligned(old.paragraphs, new.paragraphs)
    margin = max((len(label) for label in (*before, *after)), default=0) + 2
    lines = [f"{'old':{margin}}{'new':{margin}}kind     alike"]
    for passage in passages(alignment):
        from_ = " ".join(before[i] for i in passage.old) or "—"
        into = " ".join(after[j] for j in passage.new) or "—"
        alike = f"{passage.similarity:5.0%}" if passage.old and passage.new else ""
        lines.append(f"{from_:{margin}} {into:{margin}} {passage.kind:8} {alike}".rstrip())
        if passage.kind is PairKind.SAME:
            continue
        one, other = joined(old.paragraphs, passage.old), joined(new.paragraphs, passage.new)
        changes = passage_changes(old.paragraphs, new.paragraphs, passage)
        lines += [wrapped(one, other, changes, 4, width()), ""]
    share = alignment.changed_words / alignment.words if alignment.words else 0.0
    lines.append(f"{alignment.changed_words} words in and out, of {alignment.words} ({share:.0%})")
    return "\n".join(lines)

"""`drafter align`: two texts paragraph by paragraph."""

from __future__ import annotations

import click

from drafter.cli.common import examples, json_option, print_json, revisions_option, the_desk
from drafter.model.change import Alignment, PairKind
from drafter.model.resolution import Resolution
from drafter.shapes.alignments import alignment_shape


@click.command(epilog=examples("drafter align 72/188 75/190", "drafter align 75/190 dprk-76.toml --json"))
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@json_option
@revisions_option
def align(old: str, new: str, as_json: bool) -> None:
    """Compare two texts, paragraph by paragraph.

    OLD and NEW are resolutions or drafts. Deleted words are in [-...-], new words in {+...+}; footnotes that changed
    stand below their paragraph.
    """
    from drafter.align.pairs import align as aligned

    desk = the_desk()
    before, after = desk.resolution(old), desk.resolution(new)
    alignment = aligned(before.paragraphs, after.paragraphs)
    if as_json:
        print_json(alignment_shape(before, after, alignment))
    else:
        click.echo(_table(before, after, alignment))


def _table(old: Resolution, new: Resolution, alignment: Alignment) -> str:
    from drafter.align.groups import group_changes, joined, pair_groups
    from drafter.align.notes import NotesOf, changed_notes
    from drafter.cli.marks import wrapped, wrapped_notes
    from drafter.cli.plain import width
    from drafter.model.numbering import labels

    before, after = labels(old.paragraphs), labels(new.paragraphs)
    margin = max((len(label) for label in (*before, *after)), default=0) + 2
    sides = NotesOf(old), NotesOf(new)
    lines = [f"{'old':{margin}}{'new':{margin}}kind     alike"]
    for group in pair_groups(alignment):
        from_ = " ".join(before[i] for i in group.old) or "—"
        into = " ".join(after[j] for j in group.new) or "—"
        alike = f"{group.similarity:5.0%}" if group.old and group.new else ""
        lines.append(f"{from_:{margin}} {into:{margin}} {group.kind:8} {alike}".rstrip())
        notes = wrapped_notes(changed_notes(sides[0][group.old], sides[1][group.new]), 4, width())
        if group.kind is not PairKind.SAME:
            one, other = joined(old.paragraphs, group.old), joined(new.paragraphs, group.new)
            changes = group_changes(old.paragraphs, new.paragraphs, group)
            lines.append(wrapped(one, other, changes, 4, width()))
        if notes or group.kind is not PairKind.SAME:
            lines += [*notes, ""]
    share = alignment.changed_words / alignment.words if alignment.words else 0.0
    lines.append(f"{alignment.changed_words} words in and out, of {alignment.words} ({share:.0%})")
    return "\n".join(lines)

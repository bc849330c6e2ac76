"""`drafter show ROUND --redline`: what each owner's open proposals would change, as marked words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from drafter.cli.common import print_json
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.negotiation.values import Round
    from drafter.negotiation.wanted import Wanted


def tell_redlined(round_: Round, label: str | None, shape: str) -> None:
    """Print every paragraph that has open proposals, or the one with that label of the base."""
    from drafter.negotiation.decide import label as base_label
    from drafter.negotiation.wanted import wanted

    some = wanted(round_)
    if label is not None:
        at = base_label(round_, label)
        some = tuple(one for one in some if one.label == at or one.after == at)
        if not some:
            raise DrafterError(f"nothing is open at {at}", remedy="drafter round show ROUND lists what is")
    if shape != "text":
        from drafter.shapes.wanted import wanted_shape

        print_json(wanted_shape(round_, some), one_line=shape == "jsonl")
        return
    click.echo("\n".join(_lines(some)) or "no proposal is open")


def _lines(some: Sequence[Wanted]) -> Iterator[str]:
    from drafter.align.words import word_changes
    from drafter.cli.marks import wrapped
    from drafter.cli.plain import width

    before = ""
    for one in some:
        if one.label != before:
            yield f"\n{one.label}" if before else one.label
        before = one.label
        place = "" if one.after is None else f"  behind {one.after}" if one.after else "  at the beginning"
        yield f"  {', '.join(one.by)}{place}"
        yield wrapped(one.old, one.new, word_changes(one.old, one.new), 4, width())

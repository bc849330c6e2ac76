"""`drafter agreed ROUND`: whose words stand in adopted texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from drafter.cli.common import print_json
from drafter.cli.plain import cut, width
from drafter.shapes.agreed import agreed_share

if TYPE_CHECKING:
    from drafter.answers import AgreedParagraph
    from drafter.library.values import Coverage
    from drafter.negotiation.agreed_words import AgreedConflict, AgreedProposal, AgreedWording
    from drafter.negotiation.values import Round


def tell_agreed(
    round_: Round, decided: Sequence[AgreedParagraph], coverage: Callable[[str], Coverage], *, as_json: bool
) -> None:
    """Print the proposals, the readings of conflicts and the share of the decided text."""
    from drafter.negotiation import agreed_words

    proposals = agreed_words.of_proposals(round_, coverage)
    conflicts = agreed_words.of_conflicts(round_, coverage)
    if as_json:
        from drafter.shapes.agreed_rounds import agreed_round_shape

        print_json(agreed_round_shape(round_, decided, proposals, conflicts))
        return
    for indent, line in (*_proposals(round_, proposals), *_conflicts(conflicts)):
        click.echo(" " * indent + cut(line, width() - indent))
    click.echo(f"{agreed_share(decided):.0%} of {sum(one.coverage.words for one in decided)} decided words are agreed")


def _proposals(round_: Round, some: Sequence[AgreedProposal]) -> Iterator[tuple[int, str]]:
    from drafter.negotiation.labels import called

    names = called(round_)
    for one in some:
        own = one.proposal
        yield 0, f"{names[own.id]}  {own.id} {', '.join(own.by)}: {own.kind.value}"
        if one.put.words:
            yield from _wording("puts in ", own.put.text, one.put)
        if one.found.words:
            yield from _wording("takes out ", own.found.text, one.found)


def _conflicts(some: Sequence[AgreedConflict]) -> Iterator[tuple[int, str]]:
    for one in some:
        yield 0, f"{', '.join(one.conflict.labels)}  {one.conflict.id} conflict"
        for each in one.readings:
            by = ", ".join(each.reading.by) or ("the base" if each.number == 1 else "")
            yield from _wording(f"{each.number} {by}: ", each.reading.put.text or "(nothing)", each.wording)


def _wording(lead: str, text: str, one: AgreedWording) -> Iterator[tuple[int, str]]:
    from drafter.cli.standing import sources

    share = f"{one.agreed_words} of {one.words} words agreed  " if one.words else ""
    yield 2, f"{lead}{share}“{' '.join(text.split())}”"
    for each in one.runs:
        yield 6, f"{sources(each.run)}: “{' '.join(each.text.split())}”"

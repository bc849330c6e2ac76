"""What the room calls the paragraphs of a round: the base's labels, and OP26bis for what is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from drafter.model import numbering
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure
from drafter.model.numbering import VARIANTS
from drafter.model.proposal import Form
from drafter.model.resolution import Kind, Paragraph
from drafter.negotiation.slots import slot
from drafter.negotiation.values import Round


def called(round_: Round) -> Mapping[str, str]:
    """The label of each proposal by its id: the base's, and for a new paragraph as it would be called."""
    names = rows(round_)
    return {one.id: names.get(one.id, one.label) for one in round_.proposals}


def told(closure: Closure, names: Mapping[str, str]) -> Closure:
    """A status with the labels that the room knows, by `rows`."""
    return replace(
        closure,
        label=names.get(closure.label, closure.label),
        package=tuple(names.get(one, one) for one in closure.package),
    )


def rows(round_: Round) -> Mapping[str, str]:
    """What the room calls each paragraph, in order of place: the base's by their labels, those that are proposed by
    the ids of their proposals, whatever became of them.

    Several new ones at one place are bis, ter and so on, by text.
    """
    places: dict[int, list[tuple[Form, str, str, Inline]]] = defaultdict(list)
    for one in round_.proposals:
        if (form := one.form) is not None:
            place = slot(round_, one.after or "", form.kind, form.level, form.part).before
            places[place].append((form, one.put.text, one.id, one.put))
    labels = list(round_.paragraphs)
    base = [numbering.by_itself(one.paragraph) for one in round_.text]
    laid: list[tuple[str, Paragraph]] = []
    for number in range(len(base) + 1):
        if number:
            laid.append((labels[number - 1], base[number - 1]))
        counts: dict[tuple[int, Kind], int] = defaultdict(int)
        for form, _, name, put in sorted(places.get(number, ()), key=lambda one: (-one[0].level, one[1], one[2])):
            at = counts[form.level, form.kind]
            counts[form.level, form.kind] += 1
            variant = "" if form.kind is Kind.HEADING else VARIANTS[min(at, len(VARIANTS) - 1)]
            laid.append((name, Paragraph(form.kind, put, form.level, form.part, variant)))
    names = numbering.labels(paragraph for _, paragraph in laid)
    return {name: label if name in round_.by_id else name for (name, _), label in zip(laid, names, strict=True)}

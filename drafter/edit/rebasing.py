"""A draft whose base reads differently now than when the draft was made: its paragraphs are found again by their words.

A better reader or a corrected record may give a base other labels and some other words. The draft's own words are not
touched; the differences are reported.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from drafter.model import numbering
from drafter.model.change import Alignment, PairKind
from drafter.model.draft import Adopted, Draft, DraftParagraph, Status
from drafter.model.resolution import Paragraph, Resolution

_LISTED = 8
"""How many differences of each kind are listed; the rest are counted."""


def fingerprint(base: Resolution) -> str:
    """Tells one reading of a base from another: by its title, labels and words, italics aside."""
    labels = numbering.labels(base.paragraphs)
    lines = (f"{label}\t{paragraph.text}" for label, paragraph in zip(labels, base.paragraphs, strict=True))
    return hashlib.sha256("\n".join((base.title.text, *lines)).encode()).hexdigest()[:16]


def reads_otherwise(draft: Draft, adopted: Adopted) -> bool:
    """Whether the base differs from the one that the draft was made from.

    A draft from an earlier version has no fingerprint: there it is seen from a kept paragraph under another label.
    """
    if draft.base_fingerprint:
        return draft.base_fingerprint != fingerprint(adopted.resolution)
    kept = (one for one in draft if one.status is Status.KEPT and one.origin in adopted.paragraphs)
    others = [one.text for one in kept if _words(adopted.paragraphs[one.origin or ""]) != one.text.split()]
    known = {paragraph.text for paragraph in adopted.paragraphs.values()} if others else set()
    return any(text in known for text in others)


def rebased(draft: Draft, adopted: Adopted) -> tuple[Draft, tuple[str, ...]]:
    """The draft with the origins that its paragraphs have in the base as it reads now, and a line for each difference.

    Paragraphs of the base that the draft never had come in as they are; those that it deleted and that the base has
    no more go.
    """
    from drafter.align.pairs import align

    origins = tuple(dict.fromkeys(one.origin for one in draft if one.origin is not None))
    was = tuple(_as_it_was(draft, origin) for origin in origins)
    labels = tuple(adopted.paragraphs)
    alignment = align(was, tuple(adopted.paragraphs.values()))
    now = _now(alignment, origins, labels)
    told: list[str] = []
    paragraphs: list[DraftParagraph] = []
    for one in draft:
        label = now.get(one.origin) if one.origin is not None else None
        if one.origin is None or label is not None:
            paragraphs.append(replace(one, origin=label))
        elif not one.deleted:
            told.append(f"{one.origin} is no longer in the base and counts as new")
            paragraphs.append(replace(one, origin=None, status=Status.ADDED))
    told += _differing(draft, now, adopted)
    fresh = _fresh(alignment, labels)
    told += [f"{label} is new in the base and was added" for label in fresh]
    placed = _with(paragraphs, fresh, adopted)
    said = (*_few(told, "differences"), *_few(list(_renamed(now, labels)), "changes of labels"))
    head = f"its base {draft.base} reads differently now than when the draft was made"
    verified = tuple(replace(one, at=now.get(one.at) or one.at) for one in draft.verified)
    print_now = fingerprint(adopted.resolution)
    again = replace(draft, paragraphs=placed, verified=verified, base_fingerprint=print_now)
    return again, (head, *said) if said else ()


def _few(lines: list[str], what: str) -> list[str]:
    more = len(lines) - _LISTED
    return lines if more <= 0 else [*lines[:_LISTED], f"and {more} more {what}"]


def _words(paragraph: Paragraph) -> list[str]:
    return paragraph.text.split()


def _as_it_was(draft: Draft, origin: str) -> Paragraph:
    """The base's paragraph as far as the draft has it: whole where it was kept or deleted, else as it was edited."""
    own = [one for one in draft if one.origin == origin]
    whole = next((one for one in own if one.status in (Status.KEPT, Status.DELETED)), own[0])
    return whole.paragraph


def _now(alignment: Alignment, origins: tuple[str, ...], labels: tuple[str, ...]) -> dict[str, str | None]:
    """The present label of each origin; the most similar of several, None if the base no longer has it."""
    best: dict[str, tuple[float, str]] = {}
    for pair in alignment.pairs:
        if pair.old is not None and pair.new is not None:
            known = best.get(origins[pair.old])
            if known is None or pair.similarity > known[0]:
                best[origins[pair.old]] = (pair.similarity, labels[pair.new])
    return {origin: best[origin][1] if origin in best else None for origin in origins}


def _renamed(now: dict[str, str | None], labels: tuple[str, ...]) -> Iterable[str]:
    """Which labels are others now; those of neighbours that stay neighbours in one line."""
    place = {label: number for number, label in enumerate(labels)}
    changed = [(n, old, new) for n, (old, new) in enumerate(now.items()) if new is not None and new != old]
    for _, run in groupby(changed, key=lambda one: one[0] - place[one[2]]):
        together = list(run)
        (_, old, new), (_, last_old, last_new) = together[0], together[-1]
        if old == last_old:
            yield f"{old} is {new} in the base now"
        else:
            yield f"{old}–{last_old} are {new}–{last_new} in the base now"


def _fresh(alignment: Alignment, labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(labels[pair.new] for pair in alignment.pairs if pair.kind is PairKind.ADDED and pair.new is not None)


def _differing(draft: Draft, now: dict[str, str | None], adopted: Adopted) -> Iterable[str]:
    for one in draft:
        label = now.get(one.origin) if one.origin is not None else None
        if label is not None and one.status is Status.KEPT and _words(adopted.paragraphs[label]) != one.text.split():
            yield f"{label} reads differently in the base now; the draft's words stay"


def _with(paragraphs: list[DraftParagraph], fresh: tuple[str, ...], adopted: Adopted) -> tuple[DraftParagraph, ...]:
    """The paragraphs with new ones of the base, each behind the one that it follows there."""
    labels = tuple(adopted.paragraphs)
    ids = {one.id for one in paragraphs}
    for label in fresh:
        number = labels.index(label)
        id = f"b{number + 1}"
        while id in ids:
            id += "x"
        ids.add(id)
        before = labels[:number]
        place = max((n for n, one in enumerate(paragraphs) if one.origin in before), default=-1) + 1
        paragraphs.insert(place, DraftParagraph(id, adopted.paragraphs[label], label))
    return tuple(paragraphs)

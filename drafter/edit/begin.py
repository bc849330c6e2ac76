"""The first draft of next year's text, and the tie between a draft and its base."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from drafter.edit.paragraphs import settled
from drafter.edit.rebasing import fingerprint, reads_otherwise, rebased
from drafter.errors import DrafterError
from drafter.model import notes, numbering
from drafter.model.draft import Adopted, Draft, DraftParagraph, Status
from drafter.model.organ import Organ, committee_named
from drafter.model.resolution import Kind, Resolution
from drafter.model.session import ORDINAL, from_ordinal
from drafter.model.submission import DraftOf, Submitted
from drafter.model.symbol import Symbol

_NAMED = re.compile(rf"\b(?:at|provisional agenda of) its ({ORDINAL.pattern}) session", re.IGNORECASE)
_SESSIONS_A_YEAR = {Organ.HUMAN_RIGHTS_COUNCIL: 3}
_LATEST = 5
"""How many sessions ahead the next one may be; a session further off is mentioned for another reason."""


def begin(base: Resolution, name: str, session: int | None = None) -> Draft:
    """The draft of `base` for the next session: every paragraph as adopted, with its origin; notes in full.

    `name` is what the draft calls its base: a symbol or a file. Without `session` it is for the session at which the
    base itself decides to take up the item, otherwise for next year's. The drafter fills in the number of the L.
    document, the sponsors and the agenda item, which is the base's until then.

    The draft of an L. document is its next revision, in the same session and with its sponsors, unless `session` is
    another. Raises DrafterError for an amendment or a note, which are no texts to draft from.
    """
    submission = base.submission
    if submission is not None and submission.what in (Submitted.AMENDMENT, Submitted.NOTE):
        amends = f": {submission.amends}" if submission.amends else ""
        remedy = f"name the draft that it amends{amends}" if submission.what is Submitted.AMENDMENT else "name a draft"
        article = "an" if submission.what is Submitted.AMENDMENT else "a"
        raise DrafterError(f"this is {article} {submission.what}, not a draft", file=name, remedy=remedy)
    revises = submission is not None and session in (None, base.session)
    session = session or (base.session if submission is not None else next_session(base))
    labels = numbering.labels(base.paragraphs)
    return Draft(
        base=name,
        title=base.title,
        paragraphs=tuple(
            DraftParagraph(f"p{number}", numbering.by_itself(paragraph), label)
            for number, (paragraph, label) in enumerate(zip(base.paragraphs, labels, strict=True), 1)
        ),
        footnotes=notes.in_full(base.footnotes),
        organ=base.organ,
        symbol=_revision(base.symbol) if revises else _symbol(base, session),
        session=session,
        committee=_committee(base),
        sponsors=submission.sponsors if submission and revises else (),
        draft_of=DraftOf.DECISION if submission and submission.what.endswith(DraftOf.DECISION) else DraftOf.RESOLUTION,
        on_behalf=submission.on_behalf if submission and revises else "",
        agenda_item=base.agenda_item,
        agenda_title=base.agenda_title,
        base_fingerprint=fingerprint(base),
        adopted=Adopted.of(base),
    )


def next_session(base: Resolution) -> int | None:
    """The session that the last operative paragraph names ("at its seventy-sixth session"), otherwise next year's.

    None where the base's own session is not known.
    """
    if base.session is None:
        return None
    last = next((p for p in reversed(base.paragraphs) if p.kind is Kind.OPERATIVE and not p.part), None)
    if last is not None and base.organ is Organ.GENERAL_ASSEMBLY:
        for found in reversed(list(_NAMED.finditer(last.text))):
            named = from_ordinal(found[1])
            if named is not None and base.session < named <= base.session + _LATEST:
                return named
    return base.session + _SESSIONS_A_YEAR.get(base.organ, 1)


def tied(draft: Draft, base: Resolution, tell: Callable[[str], None] = lambda _: None) -> Draft:
    """The draft with its base: statuses follow from the texts, and deleted paragraphs have the base's words.

    If the base reads differently now than when the draft was made, its paragraphs are found again by their words, and
    `tell` is called with each difference.

    A paragraph of the base that is not in the draft, because somebody deleted its table from the file, counts as
    deleted. Raises DrafterError for an origin that the base does not have.
    """
    adopted = Adopted.of(base)
    if reads_otherwise(draft, adopted):
        draft, told = rebased(draft, adopted)
        for line in told:
            tell(line)
    draft = replace(draft, adopted=adopted)
    paragraphs: list[DraftParagraph] = []
    for one in draft:
        if one.origin is not None and one.origin not in adopted.paragraphs:
            raise DrafterError(
                f"paragraph {one.id!r} comes from {one.origin}, which {draft.base} does not have",
                remedy="correct its origin, or remove origin and status to make it a new paragraph",
            )
        if one.deleted:
            one = replace(one, paragraph=adopted.paragraphs[one.origin or ""])
        paragraphs.append(settled(draft, one))
    return replace(draft, paragraphs=tuple(_complete(paragraphs, adopted)))


def _complete(paragraphs: list[DraftParagraph], adopted: Adopted) -> list[DraftParagraph]:
    present = {one.origin for one in paragraphs}
    ids = {one.id for one in paragraphs}
    place = 0
    for number, (label, paragraph) in enumerate(adopted.paragraphs.items(), 1):
        if label in present:
            place = 1 + next(n for n, one in enumerate(paragraphs) if one.origin == label)
            continue
        own = f"p{number}"
        while own in ids:
            own += "x"
        ids.add(own)
        paragraphs.insert(place, DraftParagraph(own, paragraph, label, Status.DELETED))
        place += 1
    return paragraphs


def _revision(symbol: Symbol | None) -> Symbol | None:
    """The symbol of the next revision of an L. document."""
    if symbol is None:
        return None
    numbers = [int(suffix[4:]) for suffix in symbol.suffixes if suffix.startswith("Rev.")]
    return replace(symbol, suffixes=(f"Rev.{max(numbers, default=0) + 1}",))


def _committee(base: Resolution) -> int | None:
    if base.submission is not None:
        return base.submission.committee
    return committee_named(base.origin) if base.organ is Organ.GENERAL_ASSEMBLY else None


def _symbol(base: Resolution, session: int | None) -> Symbol | None:
    if session is None or base.organ is Organ.COMMISSION_ON_HUMAN_RIGHTS:
        return None
    return Symbol(base.organ, str(session), None, limited=True, committee=_committee(base))

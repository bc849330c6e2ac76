"""Openings: their form in each part, their italics, and how a repeated opening varies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.check.rule import ParagraphInPlace, Slip, on_place
from drafter.model.finding import Severity
from drafter.model.resolution import Kind, Paragraph
from drafter.rules.openings import opening_length

COUNTED = "Editorial Manual; counted over 734 resolutions of sessions 75 to 79"
_ADVERBS = ("also", "further")
_ADJECTIVES = {
    "mindful", "aware", "conscious", "cognizant", "concerned", "alarmed", "convinced", "disturbed", "guided",
    "determined", "encouraged", "appalled", "inspired", "dismayed", "troubled", "desirous", "shocked", "resolved",
    "committed", "motivated", "outraged", "saddened", "pleased", "distressed", "gravely", "confident", "grateful",
    "anxious", "moved", "impressed", "heartened", "dedicated", "persuaded", "satisfied", "cognisant", "indignant",
}  # fmt: skip
_NOT_VERBS = {
    "its",
    "as",
    "this",
    "serious",
    "various",
    "previous",
    "measures",
    "efforts",
    "progress",
    "terms",
    "always",
}


_STOPPED = re.compile(r"(?P<mark>[;,]) (?=[A-Z])")

_ASKING = {"requests", "encourages", "invites", "urges", "calls", "appeals", "demands", "asks", "recommends", "directs"}


def _words(paragraph: Paragraph) -> list[str]:
    return paragraph.opener.lower().split()


def _participle(words: list[str]) -> bool:
    return any(word.endswith("ing") or word in _ADJECTIVES for word in words)


def _verb(words: list[str]) -> bool:
    return any(word.endswith("s") and not word.endswith("ss") and word not in _NOT_VERBS for word in words)


def _checked(place: ParagraphInPlace) -> bool:
    paragraph = place.paragraph
    return paragraph.kind is not Kind.HEADING and not (
        paragraph.level or paragraph.continued or paragraph.part.startswith("Annex")
    )


@on_place("opening-form", Severity.ERROR, source="Editorial Manual, resolutions", example="1. Recalling → 1. Recalls")
def opening_form(place: ParagraphInPlace) -> Iterator[Slip]:
    """A preambular paragraph opens with a participle or adjective, an operative one with a verb in the present."""
    words = _words(place.paragraph)
    if not words or not _checked(place):
        return
    end = len(place.paragraph.opener)
    if place.paragraph.kind is Kind.PREAMBULAR and not _participle(words) and _verb(words):
        yield Slip("a preambular paragraph opens with a participle or an adjective", 0, end)
    if place.paragraph.kind is Kind.OPERATIVE and not _verb(words) and _participle(words):
        yield Slip("an operative paragraph opens with a verb in the present tense", 0, end)


@on_place(
    "opening-italics", Severity.WARNING, source="Editorial Manual, resolutions", example="Recalling → *Recalling*"
)
def opening_italics(place: ParagraphInPlace) -> Iterator[Slip]:
    """The opening is italic; the proposal has it between asterisks, as a draft file does."""
    if _checked(place) and place.opens and not place.paragraph.opener:
        end = opening_length(place.paragraph.text, place.paragraph.kind)
        yield Slip("the opening is not italic", 0, end, f"*{place.paragraph.text[:end]}*" if end else None)


@on_place("opening-repeated", Severity.WARNING, source=COUNTED, example="Noting … Noting → Noting … Noting also")
def opening_repeated(place: ParagraphInPlace) -> Iterator[Slip]:
    """The same opening in consecutive paragraphs runs bare, also, further, bare again; in the operative part only
    where the addressee is the same too."""
    if not _checked(place) or not place.profile.modern:
        return
    phrase, adverb = _stem(place.paragraph)
    if not phrase or place.before is None:
        return
    earlier, adverb_before = _stem(place.before)
    end = len(place.paragraph.opener)
    if adverb and _head(phrase, place) != _head(earlier, place):
        said = f"“{adverb}” repeats an opening that the paragraph before does not have"
        yield Slip(said, 0, end, _with(place.paragraph, ""))
    elif phrase == earlier and adverb == adverb_before:
        due = {"": "also", "also": "further", "further": ""}[adverb_before]
        if adverb or not _asks(phrase) or _addressee(place.paragraph) == _addressee(place.before):
            said = f"the same opening again: “{due}” is due" if due else "after “further” the opening is bare again"
            yield Slip(said, 0, end, _with(place.paragraph, due))


def _stem(paragraph: Paragraph) -> tuple[str, str]:
    """The opening without "also" or "further", and which of them it has.

    In the operative part the adverb stands before the verb: in "Encourages further" it belongs to what follows.
    """
    words = _words(paragraph)
    if paragraph.kind is Kind.OPERATIVE:
        adverb = words[0] if words and words[0] in _ADVERBS else ""
        return " ".join(words[1:] if adverb else words), adverb
    adverb = next((word for joint, word in pairwise(words) if word in _ADVERBS and joint != "and"), "")
    return " ".join(word for word in words if word != adverb), adverb


def _head(phrase: str, place: ParagraphInPlace) -> str:
    """The verb or participle that an adverb goes with: "Also notes with concern" may follow "Notes"."""
    verbs = _verb if place.paragraph.kind is Kind.OPERATIVE else _participle
    return next((word for word in phrase.split() if verbs([word])), "")


def _asks(phrase: str) -> bool:
    """Whether the opening asks something of somebody, so that another addressee lets it stay bare."""
    return any(word in _ASKING for word in phrase.split())


def _addressee(paragraph: Paragraph) -> str:
    """What follows the opening, up to "to", "that" or a comma: who is asked, or what is spoken of."""
    rest = paragraph.text[len(paragraph.opener) :].lower()
    return re.split(r",| to | that | which | for ", rest, maxsplit=1)[0].strip()


def _with(paragraph: Paragraph, adverb: str) -> str:
    """The opening with `adverb` in its place: before the verb; after the participle, or after "Taking note"."""
    words = [word for word in paragraph.opener.split() if word.lower() not in _ADVERBS]
    if paragraph.kind is Kind.OPERATIVE:
        words = [adverb, *words] if adverb else words
        first, *rest = words
        return " ".join([first[0].upper() + first[1:], *(word[0].lower() + word[1:] for word in rest)])
    participle = next((n for n, word in enumerate(words) if _participle([word.lower()])), len(words) - 1)
    after = participle + (2 if words[participle:][1:2] == ["note"] else 1)
    return " ".join([*words[:after], *([adverb] if adverb else []), *words[after:]])


@on_place(
    "run-on",
    Severity.WARNING,
    source="Editorial Manual, resolutions: one paragraph, one sentence",
    example="1. Welcomes the report; Encourages all States … → … and encourages, or 2. Encourages",
)
def run_on(place: ParagraphInPlace) -> Iterator[Slip]:
    """No second paragraph begins inside one, as where two were joined."""
    if not _checked(place) or not place.opens:
        return
    text = place.paragraph.text
    for found in _STOPPED.finditer(text):
        end = opening_length(text[found.end() :], place.paragraph.kind)
        italic = place.paragraph.inline.is_italic(found.end(), found.end() + 1)
        operative = place.paragraph.kind is Kind.OPERATIVE and found["mark"] == ";"
        if end and (operative or italic):
            opening = text[found.end() : found.end() + end]
            suggest = f", and {opening[0].lower()}{opening[1:]}"
            yield Slip("a paragraph begins inside another", found.start(), found.end() + end, suggest)

"""Rounds to test with: a small base, and proposals of several owners that overlap in every way."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.proposal import TITLE, Arrival, Form, Proposal
from drafter.model.resolution import Footnote, Kind, Paragraph
from drafter.negotiation import proposing
from drafter.negotiation.values import Round, opened

TEXTS = (
    ("preambular", 0, "*Recalling* all its resolutions,[^1]"),
    ("preambular", 0, "*Noting* the report of the Secretary-General on the human rights situation,"),
    ("operative", 0, "*Calls upon* all States to cooperate, fully and without delay, with the Council:"),
    ("operative", 1, "To end the violations of the rights of the child;"),
    ("operative", 1, "To end the the violations;[^2]"),
    ("operative", 0, "*Requests* the Secretary-General to report on the matter;"),
    ("operative", 0, "*Decides* to remain seized of the matter."),
)
WORDS = ("the", "and", "abuses", ",", "*fully*", "human rights", "[^1]", "A/75/388", "States")


def base() -> Round:
    paragraphs = tuple(
        DraftParagraph(f"p{n}", Paragraph(Kind(kind), Inline.from_markup(text), level), f"X{n}")
        for n, (kind, level, text) in enumerate(TEXTS, 1)
    )
    notes = (Footnote("1", Inline("Resolution 217 A (III).")), Footnote("2", Inline("A/75/1.")))
    return opened(Draft("75/190", Inline("Situation of human rights"), paragraphs, notes), "Zero draft")


def by(owner: str, *proposals: Proposal) -> tuple[Proposal, ...]:
    return tuple(replace(one, arrivals=(Arrival((owner,), f"{owner}.txt"),)) for one in proposals)


@st.composite
def changed(draw: st.DrawFn, text: Inline) -> Inline:
    words = text.markup.split(" ")
    start = draw(st.integers(0, len(words)))
    end = min(len(words), start + draw(st.integers(0, 3)))
    words[start:end] = draw(st.lists(st.sampled_from(WORDS), max_size=2))
    made = " ".join(words)
    return Inline.from_markup(made) if made.count("*") % 2 == 0 else text


@st.composite
def proposals(draw: st.DrawFn, *, whole: bool = True) -> tuple[Proposal, ...]:
    """Of two to five owners, one to four deeds each."""
    round_ = base()
    labels = list(round_.paragraphs)
    given: list[Proposal] = []
    for owner in draw(st.lists(st.sampled_from(("EU", "G77", "Japan", "Norway", "CANZ")), min_size=1, unique=True)):
        for _ in range(draw(st.integers(1, 4))):
            label = draw(st.sampled_from(labels))
            other = draw(st.sampled_from([one for one in labels if one != label]))
            text = round_.inline(label)
            match draw(st.sampled_from("wwwwwtrdnmsg" if whole else "wwwt")):
                case "w":
                    made = proposing.reworded(label, text, draw(changed(text)))
                case "t":
                    made = proposing.reworded(TITLE, round_.text.title, draw(changed(round_.text.title)))
                case "r":
                    made = proposing.reworded(label, text, draw(changed(text)), alt=True)
                case "d":
                    made = (proposing.deleted(label, text),)
                case "n":
                    own = round_.paragraphs[other]
                    form = Form(own.kind, draw(st.integers(0, 1)) if own.kind is Kind.OPERATIVE else 0)
                    words = " ".join(draw(st.lists(st.sampled_from(("new", "words", "here")), min_size=1)))
                    made = (proposing.added(other, Inline(words), form),)
                case "m":
                    made = (proposing.moved(label, other),)
                case "s":
                    cut = text.text.find(" ") + 1
                    made = (proposing.split(label, text, (text[:cut], text[cut:])),)
                case _:
                    both = text + Inline(" ") + round_.inline(other)
                    made = (proposing.merged(label, text, other, round_.inline(other), both),)
            given += by(owner, *made)
    return tuple(given)

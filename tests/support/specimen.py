"""One text that has everything a resolution may have, and a draft of it."""

from __future__ import annotations

from datetime import date

from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.model.symbol import Symbol

PP, OP, HEADING = Kind.PREAMBULAR, Kind.OPERATIVE, Kind.HEADING


def para(kind: Kind, markup: str, level: int = 0, **more: object) -> Paragraph:
    return Paragraph(kind, Inline.from_markup(markup), level, **more)  # type: ignore[arg-type]


_LONG = (
    " the situation of human rights, the continuing impunity of those responsible and the need for all States "
    "to promote and protect human rights and fundamental freedoms, and mindful of their obligations under the "
    "various international instruments"
)

PARAGRAPHS = (
    para(PP, f"*Recalling* its resolution 74/166 of 18 December 2019,[^one] and mindful of{_LONG},"),
    para(PP, "*Noting with concern*, inter alia:[^two]"),
    para(PP, f"The first matter, namely{_LONG},", 1),
    para(PP, "The second matter,", 1),
    para(PP, f"and considering{_LONG},", continued=True),
    para(PP, "*Noting also* the report:"),
    para(PP, "Its introduction,", 1),
    para(PP, f"*Deeply concerned* about “songbun” (*songbun*){_LONG},[^one][^three]"),
    para(HEADING, "I"),
    para(HEADING, "General matters"),
    para(OP, f"*Condemns in the strongest terms*{_LONG};[^two]"),
    para(OP, "*Expresses its very serious concern* at:"),
    para(OP, f"The persistence of{_LONG}:", 1),
    para(OP, f"Torture and{_LONG};", 2),
    para(OP, f"Prison camps and{_LONG};", 2),
    para(OP, f"A deeper matter, with{_LONG};", 3),
    para(OP, f"The deepest matter, with{_LONG};", 4),
    para(OP, "Another deepest matter;", 4),
    para(OP, f"Workers’ rights and{_LONG};", 1),
    para(OP, f"and underlines{_LONG};", continued=True),
    para(OP, "*Requests* another version;", variant="bis"),
    para(OP, "Of which this is a part;", 1),
    para(OP, "And this;", 1),
    para(OP, "And this, differently;", 1, variant="bis"),
    para(OP, "And that;", 1),
    para(HEADING, "Follow-up", 1),
    para(OP, "*Urges* all States:"),
    para(OP, "To act;", 1),
    para(OP, f"*Decides* to remain seized of the matter, and of{_LONG}.[^four]"),
    para(HEADING, "Annex", part="Annex"),
    para(HEADING, "Principles", part="Annex"),
    para(PP, f"An annex speaks without openings about{_LONG}.", part="Annex"),
    para(OP, "Its own numbers begin again.", part="Annex"),
    para(OP, "And go on:", part="Annex"),
    para(OP, "With parts.", 1, part="Annex"),
    para(OP, "A second annex, without a heading.", part="Annex II"),
)
FOOTNOTES = (
    Footnote(
        "one",
        Inline.from_markup(
            "See *Official Records of the General Assembly, Seventy-fifth Session, Supplement No. 53* (A/75/53), "
            "chap. IV, sect. A."
        ),
    ),
    Footnote("two", Inline.from_markup("A/HRC/25/63.")),
    Footnote("three", Inline.from_markup("United Nations, *Treaty Series*, vol. 1577, No. 27531.")),
    Footnote("four", Inline(), missing=True),
)
TITLE = "Situation of human rights in the Democratic People’s Republic of Korea"
AGENDA_TITLE = (
    "Promotion and protection of human rights: human rights situations and reports of special rapporteurs and "
    "representatives"
)

RESOLUTION = Resolution(
    organ=Organ.GENERAL_ASSEMBLY,
    title=Inline(TITLE),
    paragraphs=PARAGRAPHS,
    footnotes=FOOTNOTES,
    symbol=Symbol.parse("A/RES/75/190"),
    session=75,
    adopted=date(2020, 12, 16),
    issued=date(2020, 12, 28),
    meeting="46th plenary meeting",
    agenda_item="72 (c)",
    agenda_title=AGENDA_TITLE,
    origin="on the report of the Third Committee (A/75/478/Add.3, para. 39)",
)

DRAFT = Draft(
    base="A/RES/75/190",
    title=Inline(TITLE),
    paragraphs=tuple(DraftParagraph(f"p{n}", p) for n, p in enumerate(PARAGRAPHS, 1)),
    footnotes=FOOTNOTES,
    symbol=Symbol.parse("A/C.3/76/L.28/Rev.1"),
    session=76,
    committee=3,
    sponsors=("Japan", "Albania", "Marshall Islands", "Iceland", "Türkiye"),
    agenda_item="74 (c)",
    agenda_title=AGENDA_TITLE,
    author="",
)

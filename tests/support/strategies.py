"""Any resolution at all, for the properties that hold of every one."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from drafter.model.inline import Inline, Run
from drafter.model.numbering import VARIANTS
from drafter.model.organ import Organ
from drafter.model.reading import Reading, Repair, Unplaced
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.model.symbol import Symbol

SYMBOLS = st.sampled_from(
    (
        *("A/RES/75/190", "A/RES/66/288 B", "A/RES/S-8/1", "A/RES/ES-11/1", "A/RES/2200 A (XXI)", "A/RES/1514(XV)"),
        *("A/HRC/RES/46/17", "E/RES/2003/10", "S/RES/2397 (2017)", "A/C.3/76/L.28/Rev.1", "A/C.3/76/L.__", "A/80/L.5"),
    )
).map(Symbol.parse)
WORDS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet='ab ,;.*[]^\\"“”’\n\t', max_size=30),
    st.lists(st.sampled_from(["Recalling", "its", "resolution 74/166,", "the “right”;", "human rights"])).map(" ".join),
)
RUNS = st.lists(
    st.one_of(
        st.builds(Run, text=WORDS, italic=st.booleans()),
        st.builds(Run, text=st.just(""), note=st.sampled_from(["1", "12", "a-b", "*"])),
    ),
    max_size=4,
)
INLINES = st.builds(Inline.of, RUNS)
DATES = st.none() | st.dates(date(1946, 1, 1))
PARAGRAPHS = st.builds(
    Paragraph,
    kind=st.sampled_from(Kind),
    inline=INLINES,
    level=st.integers(0, 4),
    part=st.sampled_from(["", "", "A", "B", "Annex", "Annex II"]),
    variant=st.sampled_from(["", "", *VARIANTS, "alt"]),
    continued=st.booleans(),
    number=st.none() | st.integers(1, 40),
    unnumbered=st.booleans(),
)
FOOTNOTES = st.lists(
    st.builds(Footnote, id=st.sampled_from(["1", "2", "12", "a-b"]), inline=INLINES, missing=st.booleans()),
    max_size=3,
).map(tuple)
RESOLUTIONS = st.builds(
    Resolution,
    organ=st.sampled_from(Organ),
    title=INLINES,
    paragraphs=st.lists(PARAGRAPHS, max_size=5).map(tuple),
    footnotes=FOOTNOTES,
    symbol=st.none() | SYMBOLS,
    session=st.none() | st.integers(0, 999),
    adopted=DATES,
    issued=DATES,
    meeting=WORDS,
    agenda_item=WORDS,
    agenda_title=WORDS,
    origin=WORDS,
)
READINGS = st.builds(
    Reading,
    resolution=RESOLUTIONS,
    repairs=st.lists(st.builds(Repair, WORDS, WORDS, WORDS, WORDS, st.booleans()), max_size=2).map(tuple),
    furniture=st.lists(WORDS, max_size=3).map(tuple),
    unplaced=st.lists(st.builds(Unplaced, st.integers(0, 10**6), WORDS, WORDS), max_size=2).map(tuple),
)

"""A round's papers as Markdown, HTML or Word files, from templates that a user may replace.

They are `ledger`, `silence`, `overview` and `concordance`, each `.md.j2` and `.html.j2`, and `round.docx` for the
styles and the page of the Word files.
"""

from __future__ import annotations

from drafter.errors import DrafterError
from drafter.negotiation.ledger import Ledger
from drafter.negotiation.overview import Overview
from drafter.negotiation.revising.concordance import Concordance
from drafter.negotiation.silence import BREAK, HOW, SilenceSheet, told
from drafter.render import pages
from drafter.render.glance import at_a_glance

SUFFIXES = (".md", ".html", ".docx")
BASE = "round.docx"


def ledger_page(ledger: Ledger, suffix: str) -> bytes:
    """The ledger in the format of that file name ending; the same ledger gives the same bytes."""
    if suffix == ".docx":
        from drafter.render.round_word import ledger_word

        return ledger_word(ledger, pages.base(BASE))
    return _page("ledger", suffix, ledger=ledger)


def silence_page(sheet: SilenceSheet, suffix: str) -> bytes:
    """The silence sheet in the format of that file name ending."""
    if suffix == ".docx":
        from drafter.render.round_word import silence_word

        return silence_word(sheet, pages.base(BASE))
    words = {"start": told(sheet.start), "until": told(sheet.until), "how": HOW, "break_needs": BREAK}
    return _page("silence", suffix, sheet=sheet, **words)


def overview_page(overview: Overview, suffix: str) -> bytes:
    """The summary of a round in the format of that file name ending."""
    if suffix == ".docx":
        from drafter.render.round_word import overview_word

        return overview_word(overview, pages.base(BASE))
    return _page("overview", suffix, overview=overview, glance=at_a_glance(overview.board))


def concordance_page(found: Concordance, suffix: str) -> bytes:
    """The concordance in the format of that file name ending."""
    if suffix == ".docx":
        from drafter.render.round_word import concordance_word

        return concordance_word(found, pages.base(BASE))
    return _page("concordance", suffix, found=found)


def _page(name: str, suffix: str, **values: object) -> bytes:
    if suffix not in SUFFIXES:
        raise DrafterError(f"this cannot be written as {suffix or 'that'}", remedy="use .md, .html or .docx")
    return pages.markdown(name, **values) if suffix == ".md" else pages.html(name, **values)

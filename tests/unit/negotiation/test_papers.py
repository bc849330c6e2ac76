"""Ledger, silence sheet and summary of a round: what they say, and that others' words stay words."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

import pytest

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus, Position, Stand
from drafter.model.proposal import Arrival, Form, Outcome
from drafter.model.resolution import Kind
from drafter.negotiation import decide, edits, proposing
from drafter.negotiation.ledger import ledger
from drafter.negotiation.merge import merge
from drafter.negotiation.overview import overview
from drafter.negotiation.silence import moment, silence_sheet, told
from drafter.negotiation.values import Round
from drafter.render.round_pages import ledger_page, overview_page, silence_page
from tests.support.rounds import base, by

BASE = base()
HOSTILE = "Calls <b>upon</b> |all| [States] to *act* & `see` ![x](http://y) <script>alert(1)</script>;"
START, UNTIL = moment("2026-10-01T09:00-04:00"), moment("2026-10-03T18:00-04:00")


def put(label: str, old: str, new: str, owner: str) -> Round:
    text = BASE.inline(label)
    at = text.text.index(old)
    return BASE.having(
        proposals=by(owner, *proposing.reworded(label, text, text.replace(at, at + len(old), Inline(new))))
    )


def negotiated() -> Round:
    """EU and US differ at OP2, G77 deletes OP3, Japan has a hostile new paragraph; OP1 is agreed, PP2 nearly so."""
    new = proposing.added("OP2", Inline(HOSTILE), Form(Kind.OPERATIVE))
    some = [
        *put("OP2", "report on the matter", "report orally", "EU").proposals,
        *put("OP2", "matter", "question", "US").proposals,
        *by("G77", proposing.deleted("OP3", BASE.inline("OP3"))),
        *by("Japan", replace(new)),
    ]
    closures = (
        Closure("OP1", ClosureStatus.AGREED),
        Closure("PP2", ClosureStatus.AD_REF, ("US",), ("OP2",)),
        Closure("OP3", ClosureStatus.INFORMALS, reopened=True),
    )
    stand = Position("PP1", Stand.RETAIN, "", (Arrival(("Iran",), "iran.txt"),))
    return BASE.having(proposals=some, closures=closures, positions=(stand,))


def test_each_account_says_what_became_of_each_wish() -> None:
    round_ = negotiated()
    [conflict] = merge(round_).conflicts
    n = next(n for n, one in enumerate(conflict.readings, 1) if one.by == ("EU",))
    signed = decide.Ruling("shorter", "Chair", "2026-10-01T10:00:00+00:00")
    round_ = edits.apply(round_, decide.choose(round_, conflict.id, n, signed))
    round_ = edits.apply(round_, decide.accept(round_, [round_.proposals[-1].id]))
    made = {one.name: one for one in ledger(round_).accounts}
    assert list(made) == ["EU", "G77", "Iran", "Japan", "US"]
    assert [(line.became, line.now) for line in made["EU"].lines] == [
        ("In the text (by Chair, 2026-10-01): shorter", "OP2")
    ]
    assert [line.became for line in made["US"].lines] == [
        "Not in the text; what EU proposed is (by Chair, 2026-10-01): shorter"
    ]
    assert made["US"].counts[Outcome.REJECTED] == 1
    assert made["Iran"].stands == ("wants to retain PP1",)
    assert ledger(round_, ["US"]).accounts == (made["US"],)


def test_an_open_wish_names_those_it_is_in_conflict_with() -> None:
    made = {one.name: one for one in ledger(negotiated()).accounts}
    assert [line.became for line in made["EU"].lines] == ["Open, in conflict with US"]
    assert [(line.wish.label, line.became, line.now) for line in made["Japan"].lines] == [
        ("OP2bis", "Open, against nothing else", "")
    ]


def test_nobody_s_account_is_refused() -> None:
    with pytest.raises(DrafterError, match="Peru proposes nothing here"):
        ledger(negotiated(), ["Peru"])


def test_the_sheet_has_the_text_s_own_fingerprint_and_both_zones() -> None:
    sheet = silence_sheet(BASE, UNTIL, START)
    lines = [BASE.text.title.text, *(f"{label}\t{one.text}" for label, one in BASE.paragraphs.items())]
    lines += ["1\tResolution 217 A (III).", "2\tA/75/1."]
    assert sheet.fingerprint == sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
    assert told(sheet.until) == "Saturday, 3 October 2026, 18:00 (UTC-04:00), that is 22:00 UTC"
    assert sheet.hours == "57 hours"


def test_what_is_agreed_is_not_put_under_silence() -> None:
    sheet = silence_sheet(negotiated(), UNTIL, START)
    assert sheet.agreed == ("OP1",)
    assert "OP1" not in [one.label for one in sheet.silent]
    assert (sheet.pending, sheet.whom) == (4, ("EU", "G77", "Iran", "Japan", "US"))


@pytest.mark.parametrize("typed", ["2026-10-03T18:00", "3 October", "2026-13-01T00:00Z", ""])
def test_a_time_without_its_zone_is_refused(typed: str) -> None:
    with pytest.raises(DrafterError):
        moment(typed)


def test_silence_ends_after_it_begins() -> None:
    with pytest.raises(DrafterError, match="before it begins"):
        silence_sheet(BASE, START, UNTIL)


def test_the_summary_says_what_is_agreed_open_and_contested_and_by_whom() -> None:
    made = overview(negotiated())
    assert [one.label for one in made.closed] == ["OP1", "PP2", "OP3"]
    assert (made.holdouts, made.packages, made.reopened) == ({"US": ("PP2",)}, (("PP2", "OP2"),), ("OP3",))
    [contest] = made.contested
    assert contest.labels == ("OP2",)
    assert sorted(one.by for one in contest.readings) == [(), ("EU",), ("US",)]
    assert [(one.label, [wish.label for wish in one.wishes], one.stands) for one in made.opened] == [
        ("PP1", [], ("Iran: retain PP1",)),
        ("OP2", ["OP2bis"], ()),
        ("OP3", ["OP3"], ()),
    ]
    assert made.untouched == ("OP1(a) to OP1(b)",)


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
def test_the_same_round_gives_the_same_bytes(suffix: str) -> None:
    for one, other in zip(pages_of(suffix), pages_of(suffix), strict=True):
        assert one == other


def test_words_of_others_stay_words_on_the_page() -> None:
    for page in pages_of(".html")[::2]:
        text = page.decode()
        assert "<script>" not in text and "<b>" not in text
        assert HOSTILE in html.unescape(re.sub(r"<(?:ins|del)>|</(?:ins|del)>", "", text))
    for page in pages_of(".md")[::2]:
        text = page.decode()
        assert "<script>" not in text and "![x]" not in text
        [row] = [line for line in text.splitlines() if "upon" in line and "OP2bis" in line]
        assert len(re.findall(r"(?<!\\)\|", row)) == len(re.findall(r"\|", head_above(text, row)))


def head_above(text: str, row: str) -> str:
    """The dashes between the head of a table and its rows."""
    lines = text.splitlines()
    return next(line for line in reversed(lines[: lines.index(row)]) if line.startswith("|---"))


def pages_of(suffix: str) -> list[bytes]:
    round_ = negotiated()
    return [
        ledger_page(ledger(round_), suffix),
        silence_page(silence_sheet(round_, UNTIL, START), suffix),
        overview_page(overview(round_), suffix),
    ]


def test_an_empty_round_has_papers_too() -> None:
    for suffix in (".md", ".html", ".docx"):
        assert ledger_page(ledger(BASE), suffix)
        assert overview_page(overview(BASE), suffix)
        assert silence_page(silence_sheet(BASE, UNTIL, START), suffix)


def test_the_time_is_told_with_the_day_where_it_is_another_one() -> None:
    late = datetime.fromisoformat("2026-10-03T22:00-04:00")
    assert told(late) == "Saturday, 3 October 2026, 22:00 (UTC-04:00), that is 02:00 UTC on 4 October"
    assert told(moment("2026-10-03T22:00+00:00")) == "Saturday, 3 October 2026, 22:00 UTC"

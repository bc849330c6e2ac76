"""The concordance: every paragraph of every version once, but where it was split or merged."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.change import PairKind
from drafter.model.inline import Inline
from drafter.model.proposal import Form, Proposal
from drafter.model.resolution import Kind
from drafter.negotiation import decide, proposing
from drafter.negotiation.edits import apply
from drafter.negotiation.revising.concordance import concordance
from drafter.negotiation.revising.revise import revised
from drafter.negotiation.values import Round
from drafter.ooxml import archive
from drafter.render.round_pages import concordance_page
from tests.support.rounds import base, by, proposals
from tests.unit.negotiation.test_next import decided

BASE = base()


def accepted(round_: Round, *some: Proposal) -> Round:
    taken = round_.having(proposals=(*round_.proposals, *some))
    return apply(taken, decide.accept(taken, [one.id for one in some]))


def three_versions() -> tuple[Round, Round, Round]:
    new = by("EU", proposing.added("OP1", Inline("Invites all States to report;"), Form(Kind.OPERATIVE)))
    out = by("US", proposing.deleted("PP1", BASE.inline("PP1")))
    first = accepted(BASE, *new, *out)
    second = revised(first, "Rev.1").round_
    text = second.inline("OP3")
    cut = text.text.index("to report")
    moved = by("US", proposing.moved("OP4", "OP1"))
    split = by("EU", proposing.split("OP3", text, (text[:cut], text[cut:])))
    one, other = second.inline("OP1(a)"), second.inline("OP1(b)")
    merged = by("EU", proposing.merged("OP1(a)", one, "OP1(b)", other, one + Inline(" ") + other))
    second = accepted(second, *moved, *split, *merged)
    return first, second, revised(second, "Rev.2").round_


def test_new_moved_split_merged_and_deleted_over_three_versions() -> None:
    found = concordance(three_versions())
    assert found.stages == ("Zero draft", "Rev.1", "Rev.2")
    assert [(row.cells(), row.told(found.stages)) for row in found.rows] == [
        (("PP1", "—", "—"), "deleted in Rev.1"),
        (("PP2", "PP1", "PP1"), ""),
        (("OP1", "OP1", "OP1"), ""),
        (("OP1(a)", "OP1(a)", "OP1(a)"), "merged in Rev.2"),
        (("OP1(b)", "OP1(b)", "OP1(a)"), "merged in Rev.2"),
        (("OP3", "OP4", "OP2"), "moved in Rev.2"),
        (("(OP1bis)", "OP2", "OP3"), "added in Rev.1"),
        (("OP2", "OP3", "OP4"), "split in Rev.2"),
        (("OP2", "OP3", "OP5"), "split in Rev.2"),
    ]


def test_a_text_opened_anew_is_compared_by_its_words() -> None:
    others = replace(BASE, text=replace(BASE.text, paragraphs=BASE.text.paragraphs[1:]))
    numbered = tuple(replace(one, id=f"p{n}") for n, one in enumerate(others.text, 1))
    anew = replace(others, text=replace(others.text, paragraphs=numbered))
    kinds = [row.kinds for row in concordance((BASE, anew)).rows]
    assert kinds == [(PairKind.DELETED,), *[(PairKind.SAME,)] * 6]


@given(proposals(), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_each_label_stands_once_but_in_splits_and_merges(some: tuple[Proposal, ...], chance: object) -> None:
    first = decided(BASE.having(proposals=some), chance)
    second = decided(revised(first, "Rev.1").round_, chance)
    rounds = (first, second, revised(second, "Rev.2").round_)
    found = concordance(rounds)
    for number, round_ in enumerate(rounds):
        seen = Counter(row.labels[number] for row in found.rows)
        seen.pop(None, 0)
        assert set(seen) == set(round_.paragraphs)
        shared = {PairKind.SPLIT, PairKind.MERGED}
        again = [label for label, count in seen.items() if count > 1]
        assert all(shared & set(row.kinds) for row in found.rows if row.labels[number] in again)
    assert all(
        (row.labels[at] is None) == (kind is PairKind.ADDED) if kind not in (None, PairKind.DELETED) else True
        for row in found.rows
        for at, kind in enumerate(row.kinds)
    )


def test_the_page_escapes_what_others_wrote(tmp_path: Path) -> None:
    found = replace(concordance(three_versions()), title="Rights <b> & | duties")
    markdown, html = (concordance_page(found, suffix).decode() for suffix in (".md", ".html"))
    assert "| PP1 | — | — | deleted in Rev.1 |" in markdown
    assert "Rights \\<b\\> & \\| duties" in markdown
    assert "Rights &lt;b&gt; &amp; | duties" in html
    word = concordance_page(found, ".docx")
    assert word == concordance_page(found, ".docx")
    assert b"OP1bis" in archive.unpacked(word)["word/document.xml"]

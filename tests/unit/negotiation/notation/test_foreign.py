"""Compilation texts of other hands: what they propose, who stands where, and what is told instead of guessed."""

from __future__ import annotations

import pytest

from drafter.errors import DrafterError
from drafter.model.proposal import Arrival
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.compilations import from_compilation, is_compilation
from drafter.negotiation.intake.takenin import TakenIn
from tests.support.rounds import base

BASE = base()
US = "United States"


def read(text: str) -> TakenIn:
    return from_compilation(base_of(BASE), text, Arrival((), "room.txt"))


def proposed(taken: TakenIn) -> set[tuple[str, str, str, str, tuple[str, ...]]]:
    return {
        (one.kind.value, one.label or f"after {one.after}", one.found.text.strip(), one.put.text.strip(), one.by)
        for one in taken.proposals
    }


def said(taken: TakenIn) -> set[tuple[str, str, tuple[str, ...]]]:
    ids = {one.id: "it" for one in taken.proposals}
    return {(ids.get(one.on, one.on), one.stand.value, one.by) for one in taken.positions}


OP1 = "OP1. Calls upon all States to cooperate, fully and without delay, with the Council:"
OP2 = "OP2. Requests the Secretary-General to report on the matter;"
OP3 = "OP3. Decides to remain seized of the matter."


@pytest.mark.parametrize(
    ("text", "proposals", "stands"),
    [
        # the dash inside: whose words they are, only the base tells
        (
            "OP3. Decides to remain [actively - US; G77 delete] seized of the matter.",
            {("words", "OP3", "", "actively", (US,))},
            {("it", "oppose", ("G77",))},
        ),
        (
            "OP3. Decides to remain seized of the [matter - US; G77 delete].",
            {("words", "OP3", "matter", "", ("G77",))},
            {("OP3", "retain", (US,))},
        ),
        (
            "OP 2: Requests [the Secretary-General – US, Canada delete] to report on the matter;",
            {("words", "OP2", "the Secretary-General", "", ("Canada", US))},
            set(),
        ),
        (
            "op1. Calls upon all States to cooperate[, fully and without delay, -G77; US, EU delete.] with the "
            "Council:",
            {("words", "OP1", ", fully and without delay,", "", ("EU", US))},
            {("OP1", "retain", ("G77",))},
        ),
        (
            "OP1 Calls upon [all States - EU, G77 retain / Member States - US] to cooperate, fully and without delay, "
            "with the Council:",
            {("words", "OP1", "all", "Member", (US,))},
            {("OP1", "retain", ("EU", "G77"))},
        ),
        (
            "OP2. Requests the Secretary-General to report [on the matter / orally - EU];",
            {("words", "OP2", "on the matter", "orally", ("EU",))},
            set(),
        ),
        # parentheses outside
        (
            "OP3. Decides to remain seized of the matter [and others] (G77) (EU, CANZ, Russia: delete).",
            {("words", "OP3", "", "and others", ("G77",))},
            {("it", "oppose", ("CANZ", "EU", "Russian Federation"))},
        ),
        (
            "OP2. Requests the Secretary-General to [report] (EU: delete) [brief](EU) on the matter;",
            {("words", "OP2", "report", "brief", ("EU",))},
            set(),
        ),
        (
            f"[{OP3[5:]}] (EU, G77: delete)",
            {("delete", "OP3", OP3[5:], "", ("EU", "G77"))},
            set(),
        ),
        # sentences in brackets
        (OP2 + " [G-77: move after OP3]", {("move", "OP2", "", "", ("G77",))}, set()),
        (
            "PP1. Recalling all its resolutions [US: add “and decisions”],",
            {("words", "PP1", "", "and decisions", (US,))},
            set(),
        ),
        (
            OP3 + " [Egypt/Russian Federation: OP3 as it stands]",
            set(),
            {("OP3", "retain", ("Egypt", "Russian Federation"))},
        ),
        (
            OP2 + " [Indonesia new OP2 bis: “Invites all States to help;”]",
            {("new", "after OP2", "", "Invites all States to help;", ("Indonesia",))},
            set(),
        ),
        (OP2 + " [Norway: delete]", {("delete", "OP2", OP2[5:], "", ("Norway",))}, set()),
        (OP2 + " [Norway: replace “report” with “speak”]", {("words", "OP2", "report", "speak", ("Norway",))}, set()),
        # nobody's brackets
        (
            "Decides to [remain][stay] [be] seized of the matter.",
            {("words", "OP3", "remain", "stay", ("?",)), ("words", "OP3", "remain", "be", ("?",))},
            set(),
        ),
        ("Decides to remain seized of [the matter].", {("words", "OP3", "the matter", "", ("?",))}, set()),
        ("Decides to remain [always] seized of the matter.", {("words", "OP3", "", "always", ("?",))}, set()),
        (
            "OP2 Option 1: Requests the Secretary-General to report on the matter;\n"
            "Option 2: Invites the Chair to speak;\n"
            "Option 3: {No text required}",
            {
                ("replace", "OP2", OP2[5:], "Invites the Chair to speak;", ("?",)),
                ("delete", "OP2", OP2[5:], "", ("?",)),
            },
            set(),
        ),
        # labels
        (
            "3. Alt1 Decides to keep the matter under review. (EU)",
            {("replace", "OP3", OP3[5:], "Decides to keep the matter under review.", ("EU",))},
            set(),
        ),
        (
            "altop2 Requests the Chair to report. - US",
            {("replace", "OP2", OP2[5:], "Requests the Chair to report.", (US,))},
            set(),
        ),
        (
            "OP3bis. Invites all to help. - Mexico\nOP.3quat [Invites all to come. - EU; US oppose]",
            {
                ("new", "after OP3", "", "Invites all to help.", ("Mexico",)),
                ("new", "after OP3", "", "Invites all to come.", ("EU",)),
            },
            {("it", "oppose", (US,))},
        ),
        ("[OP2. Requests the Secretary-General to report on the matter; - Japan delete]",
         {("delete", "OP2", OP2[5:], "", ("Japan",))}, set()),
    ],
)  # fmt: skip
def test_what_is_proposed_and_who_stands_where(text: str, proposals: set[object], stands: set[object]) -> None:
    taken = read(text)
    assert proposed(taken) == proposals
    assert said(taken) == stands
    assert taken.not_understood == ()


def test_statuses_are_taken_with_who_holds_out() -> None:
    taken = read(
        f"PP1: No changes. Approved.\nPP2. {BASE.inline('PP2').text} (Agreed, placement tbd)\n"
        f"{OP2} [Agreed in informals pending Iran]\n{OP3} [Agreed ad ref]"
    )
    assert [(one.label, one.status.value, one.pending) for one in taken.closures] == [
        ("PP1", "agreed", ()),
        ("PP2", "agreed", ()),
        ("OP2", "informals", ("Iran",)),
        ("OP3", "ad-ref", ()),
    ]
    assert [one.text for one in taken.not_understood] == ["placement tbd"]


def test_a_bracket_over_paragraphs_is_about_each() -> None:
    taken = read(
        "1. [Calls upon all States to cooperate, fully and without delay, with the Council:\n"
        "(a) To end the violations of the rights of the child;\n(b) To end the the violations; - EU delete]\n" + OP2
    )
    assert {(one.kind.value, one.label, one.by) for one in taken.proposals} == {
        ("delete", label, ("EU",)) for label in ("OP1", "OP1(a)", "OP1(b)")
    }
    assert len(taken.repairs) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("OP2. Requests [the Secretary-General to report on the matter;", "never closed"),
        ("OP2. Requests the Secretary-General] to report on the matter;", "never opened"),
        ("OP3. Decides to remain seized of the issue.", "not the base's"),
        (OP3 + " [US: delete reference to the matter here]", "describes words"),
        ("Decides [firmly] [kindly] to remain seized of the matter.", "none of which is in the base"),
        (OP3 + " (EU internal note: I move this up)", "internal remark"),
        (OP2 + "\nNobody knows what this long sentence is doing in the text at all.\n" + OP3, "no paragraph"),
        (
            "OP2. Requests the Secretary-General [and [all - Japan] others - EU] to report on the matter;",
            "bracket inside",
        ),
    ],
)
def test_what_is_not_understood_is_told(text: str, told: str) -> None:
    assert any(told in one.why for one in read(text).not_understood)


def test_brackets_deeper_than_twenty_are_refused_in_one_line() -> None:
    with pytest.raises(DrafterError, match="20 deep"):
        read(f"OP3. {'[' * 21}Decides{']' * 21} to remain seized of the matter.")
    assert proposed(read(f"OP3. {'[' * 20}Decides{']' * 20} to remain seized of the matter."))


def test_a_text_of_something_else_is_refused() -> None:
    with pytest.raises(DrafterError, match="hardly a paragraph"):
        read("Welcomes the launch of the [new - EU] forum on oceans.\nNotes that ships sail.")


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("OP3. Decides to remain seized of the [matter - US; G77 delete].", True),
        ("OP3. Decides to remain seized [and commitments] (G77) (EU, CANZ: delete).", True),
        (OP2 + " [Agreed ad ref]\n" + OP3 + " [Agreed ad ref]", True),
        ("OP7: after “violations” add “and abuses”\nPP3: delete\nOP4: retain", False),
        ("Dear colleagues,\nOP3: replace “[sic]” with “so”.\nRegards", False),
    ],
)
def test_a_compilation_is_told_by_its_brackets(text: str, whether: bool) -> None:
    assert is_compilation(text) == whether

"""Planted changes as people write them: letters of one-line instructions, tables, formal amendment papers."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from io import StringIO
from random import Random
from textwrap import wrap

from drafter.model.session import ordinal as in_words
from tests.support.sent.planting import Planted, Sent

_QUOTES = ("“{}”", '"{}"', "'{}'", "‘{}’", "«{}»", "„{}“")
SPELLINGS = {
    "EU": ("EU", "European Union", "the EU"),
    "G77": ("G77", "G-77", "Group of 77 and China", "G77 and China"),
    "Japan": ("Japan", "JAPAN"),
    "Switzerland": ("Switzerland",),
    "United States": ("United States", "US", "USA", "U.S."),
}


def place(label: str, random: Random) -> str:
    """A paragraph as people name it in a letter."""
    kind, number, sub = re.fullmatch(r"(PP|OP)(\d+)(.*)", label).groups()  # type: ignore[union-attr]
    spaced = " " + " ".join(re.findall(r"\([a-z]+\)", sub)) if sub else ""
    ways = [f"{kind}{number}{sub}", f"{kind} {number}{spaced}", f"{kind.lower()}{number}{sub}", f"{kind}.{number}{sub}"]
    if kind == "OP":
        ways += [
            f"operative paragraph {number}{spaced}",
            f"para {number}{sub}",
            f"Para. {number}{spaced}",
            f"paragraph {number}{spaced}",
            f"OP{number}{spaced}",
        ]
        ways += [f"subparagraph {sub} of operative paragraph {number}"] if sub.count("(") == 1 else []
    else:
        ordinal = in_words(int(number))
        ways += [
            f"preambular paragraph {number}{spaced}",
            f"the {ordinal} preambular paragraph" + spaced,
            f"PP{number}",
        ]
    return random.choice(ways)


def line(one: Planted, random: Random) -> str:
    """A change as one line of a letter."""
    q = random.choice(_QUOTES)
    p = place(one.label or one.target, random)
    c = p[:1].upper() + p[1:]
    anchor, put = q.format(one.anchor), q.format(one.put)
    match one.deed:
        case "out":
            ways = [
                f"{c}: delete {anchor}",
                f"{c} - please delete the words {anchor}",
                f"In {p}, delete {anchor}.",
                f"{c}: remove {anchor}",
                f"{c}: take out {anchor}",
                f"Delete {anchor} in {p}.",
                f"We propose to delete {anchor} in {p}.",
                f"{c}: strike {anchor}",
                f"{c}: {anchor} to be deleted",
                f"{c}, delete {anchor};",
                f"{c}: the words {anchor} should be deleted.",
                f"{c} delete {anchor}",
                f"{c} – we suggest deleting {anchor}.",
            ]
        case "swap":
            ways = [
                f"{c}: replace {anchor} with {put}",
                f"{c}: replace {anchor} by {put}.",
                f"{c} change {anchor} to {put}",
                f"In {p}, replace the words {anchor} with {put}",
                f"{c}: {anchor} -> {put}",
                f"{c}: {anchor} → {put}",
                f"{c}: instead of {anchor}, {put}",
                f"{c} – substitute {put} for {anchor}",
                f"Please replace {anchor} by {put} in {p}.",
                f"{c}: {anchor} should read {put}.",
                f"{c}: delete {anchor} and insert {put}",
                f"{c}: use {put} instead of {anchor}",
                f"In {p} we would like to replace {anchor} with {put}",
            ]
        case "after":
            ways = [
                f"{c}: after {anchor} add {put}",
                f"{c}: add {put} after {anchor}",
                f"In {p}, after {anchor}, insert {put}.",
                f"{c}: insert the words {put} after the words {anchor}",
                f"{c} - after {anchor} please add {put}",
                f"{c}: include {put} after {anchor}",
                f"We suggest adding {put} after {anchor} in {p}.",
                f"{c}, after {anchor}: {put}",
            ]
        case "before":
            ways = [
                f"{c}: before {anchor} add {put}",
                f"{c}: insert {put} before {anchor}",
                f"In {p}, insert {put} before {anchor}.",
            ]
        case "end":
            ways = [
                f"{c}: at the end, add {put}",
                f"{c}: add {put} at the end",
                f"At the end of {p}, insert {put}.",
                f"{c}: add at the end: {put}",
            ]
        case "drop":
            ways = [
                f"{c}: delete",
                f"Delete {p}.",
                f"{c} – to be deleted",
                f"Please delete {p}.",
                f"{c}: delete the paragraph",
                f"We would like to delete {p}.",
                f"{c}: delete entire paragraph",
                f"Remove {p}",
                f"{c}: DELETE",
            ]
        case "move":
            there = place(one.target, random)
            ways = [f"{c}: move after {there}", f"Move {p} after {there}.", f"{c} should be moved after {there}"]
        case "new":
            name = re.sub(r"(?<=\d)(?=\(|$)|(?<=\))$", "", one.target)
            ways = [
                f"{name} bis: {one.text}",
                f"New {name} bis: {one.text}",
                f"{name}bis (new): {one.text}",
                f"After {p}, insert a new paragraph: {q.format(one.text)}",
                f"Add a new {name} bis: {q.format(one.text)}",
                f"After {p} add the following paragraph: {q.format(one.text)}",
                f"New paragraph after {p}: {one.text}",
            ]
        case _:
            ways = [
                f"{one.label} alt: {one.text}",
                f"{c}: replace with: {q.format(one.text)}",
                f"Replace {p} with: {q.format(one.text)}",
                f"{c} should read: {q.format(one.text)}",
                f"{c}: {one.text}",
                f"{c} to read as follows: {q.format(one.text)}",
            ]
    return random.choice(ways)


_HEADS = (
    "From: Delegation <delegation@example.org>\nTo: Facilitator <chair@example.org>\nSubject: Zero draft\n\n",
    "",
    "Date: Mon, 30 Nov 2026 10:00:00 +0100\nFrom: A. Person <a.person@example.org>\n\n",
)
_GREETINGS = (
    "Dear colleague,\n\nThank you for the draft. Please find below our proposals:\n\n",
    "Dear Ms. Chair,\n\n",
    "Hi all,\n\nour comments on the text are as follows.\n\n",
    "Excellency,\n\nWe have the honour to submit the following amendments.\n\n",
    "Good morning,\n\nMany thanks for yesterday's useful meeting. Capital has come back with these edits:\n\n",
)
_CLOSINGS = (
    "\nBest regards,\nA. Person\nFirst Secretary\nPermanent Mission\n",
    "\nMany thanks,\nA.\n",
    "\nThank you for your kind consideration.\n\n--\nA. Person | Second Committee expert | +1 212 555 0100\n",
    "\nWe reserve the right to come back on other paragraphs.\n\nKind regards\nA. Person\n",
    "\n",
)
_OLD_LETTERS = (
    "",
    "\nOn Mon, 30 Nov 2026 at 10:00, The Chair <chair@example.org> wrote:\n"
    "> Dear all,\n> OP1: delete “all”\n> OP2: delete\n> Best\n",
    "\n-----Original Message-----\nFrom: Chair\nSent: Monday\nSubject: Zero draft\n\n"
    "OP1: delete\nPlease comment by Friday.\n",
)


def letter(changes: Sequence[Planted], random: Random) -> str:
    """The e-mail of one delegation."""
    mark = random.choice(("", "", "- ", "• ", "* ", "n. ", "n) "))
    width = random.choice((72, 76, 1000))
    gap = random.choice(("", "\n"))
    body = []
    for number, one in enumerate(changes, 1):
        start = mark.replace("n", str(number))
        deeper = " " * len(start) if random.random() < 0.5 else ""
        body.append("\n".join(wrap(start + line(one, random), width, subsequent_indent=deeper)) + "\n" + gap)
    head, hello, bye, old = (random.choice(one) for one in (_HEADS, _GREETINGS, _CLOSINGS, _OLD_LETTERS))
    return head + hello + "".join(body) + bye + old


def table(changes: Sequence[Planted], random: Random, form: str) -> str:
    """A table of all delegations, as Markdown or CSV."""
    heads = random.choice(
        (
            ("Paragraph", "Proposal", "Reason", "Delegation"),
            ("Para", "Proposed text", "Rationale", "By"),
            ("No.", "Suggested amendment", "Comments", "Country"),
            ("Paragraph", "Proposed change", "Justification", "Proposed by"),
        )
    )
    rows = [heads]
    for one in changes:
        where, what = _cells(one, random)
        rows.append(
            (where, what, random.choice(("", "agreed language", "see 78/1")), random.choice(SPELLINGS[one.owner]))
        )
    if form == "csv":
        made = StringIO()
        csv.writer(made, delimiter=random.choice(",;")).writerows(rows)
        return made.getvalue()
    ruled = [rows[0], ("---",) * 4, *rows[1:]]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in ruled) + "\n"


def _cells(one: Planted, random: Random) -> tuple[str, str]:
    if one.deed == "new":
        name = one.target
        return random.choice(
            (f"{name} bis", f"New {name} bis", f"{name}bis (new)", f"After {place(name, random)}")
        ), one.text
    if one.deed == "whole":
        return place(one.label, random), random.choice((one.text, f"Replace with: “{one.text}”"))
    where = place(one.label, random)
    said = line(one, Random(random.random()))
    for _ in range(20):
        found = re.match(r"[^:“\"'‘«„]{2,60}: (.*)", said)
        if found:
            return where, found[1][:1].upper() + found[1][1:] if random.random() < 0.5 else found[1]
        said = line(one, random)
    return where, said


def paper(sent: Sent, owner: str, random: Random) -> str:
    """A formal amendment paper as a printer's text: masthead, numbered instructions, broken lines, pages."""
    own = "A/80/L.99"
    changes = sent.of(owner)
    on_behalf = owner == "EU"
    sponsor = (
        "Denmark:*" if on_behalf else f"{owner if owner != 'G77' else 'Iraq'}:*" if owner == "G77" else f"{owner}:"
    )
    lines = [
        "United Nations",
        own,
        "",
        "General Assembly",
        "Distr.: Limited",
        "4 December 2025",
        "",
        "Original: English",
        "",
        "Eightieth session",
        "Agenda item 72",
        "Promotion of matters",
        "",
        f"{sponsor} amendment to draft resolution {sent.round_.text.symbol}",
        "",
        *wrap(sent.round_.text.title.text, 70),
        "",
    ]
    for number, one in enumerate(changes, 1):
        said, block = instruction(one, random)
        start = f"{number}. " if len(changes) > 1 else "    "
        lines += [*wrap(start + said, 78), ""]
        if block:
            lines += [*wrap("    " + block, 74), ""]
        if number % 6 == 0:
            lines += ["2/3", "25-19999", "\f" + own, ""]
    if sponsor.endswith("*"):
        whom = (
            "States Members of the United Nations that are members of the European Union"
            if on_behalf
            else ("States Members of the United Nations that are members of the Group of 77 and China")
        )
        lines += [f"* On behalf of the {whom}.", ""]
    lines += ["25-19999 (E)    041225", "*2519999*"]
    return "\n".join(lines) + "\n"


def instruction(one: Planted, random: Random) -> tuple[str, str]:
    """A change in the language of amendment papers, and the paragraph that stands below it."""
    label = one.label or one.target
    kind, number, sub = re.fullmatch(r"(PP|OP)(\d+)(.*)", label).groups()  # type: ignore[union-attr]
    spaced = "".join(f" {part}" for part in re.findall(r"\([a-z]+\)", sub))
    ordinal = in_words(int(number))
    p = f"operative paragraph {number}{spaced}" if kind == "OP" else f"the {ordinal} preambular paragraph{spaced}"
    q, r = f"“{one.anchor}”", f"“{one.put}”"
    named = "operative" if kind == "OP" else "preambular"
    match one.deed:
        case "out":
            return random.choice((f"In {p}, delete {q}.", f"In {p}, delete the words {q}.")), ""
        case "swap":
            return random.choice(
                (f"In {p}, replace {q} with {r}.", f"In {p}, replace the words {q} with the words {r}.")
            ), ""
        case "after":
            return random.choice(
                (
                    f"In {p}, after {q}, insert {r}.",
                    f"In {p}, insert {r} after {q}.",
                    f"In {p}, after {q} insert {r}.",
                    f"In {p}, after the words {q}, add {r}.",
                )
            ), ""
        case "before":
            return f"In {p}, before {q}, insert {r}.", ""
        case "end":
            return random.choice(
                (f"At the end of {p}, insert {r}.", f"In {p}, at the end of the paragraph, add {r}.")
            ), ""
        case "drop":
            return f"Delete {p}.", ""
        case "new":
            form = "subparagraph" if sub else f"{named} paragraph"
            return random.choice(
                (
                    f"After {p}, insert a new {form} reading:",
                    f"After {p}, insert the following {form}:",
                    f"After {p}, insert a new {form}, reading:",
                )
            ), one.text
        case "move":
            there = re.fullmatch(r"(PP|OP)(\d+)(.*)", one.target).groups()  # type: ignore[union-attr]
            name = (
                f"operative paragraph {there[1]}"
                if kind == "OP"
                else (f"the {in_words(int(there[1]))} preambular paragraph")
            )
            return f"Move {p} after {name}.", ""
        case _:
            return f"Replace {p} with the following text:", one.text

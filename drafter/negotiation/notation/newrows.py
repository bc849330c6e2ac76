"""What a new paragraph's label and place say of it: the rule that writer and reader share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model.proposal import Form


def place_of(before: Iterable[tuple[str, Form, bool]], form: Form) -> str:
    """The label behind which a new paragraph stands, by the base's paragraphs before it, the nearest first, each with
    its form and whether it goes on after a list: the first that is of its kind and part and not below it."""
    for label, one, continued in before:
        if (one.kind, one.part) != (form.kind, form.part):
            return ""
        if one.level <= form.level and not continued:
            return label
    return ""


def level_of(label: str) -> int:
    """The level that a label tells: 1 for OP3(a)bis."""
    return len(re.findall(r"\([^()]*\)", label.rpartition("/")[2]))

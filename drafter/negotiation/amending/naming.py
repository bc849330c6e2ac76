"""What an amendment paper calls a paragraph: "operative paragraph 5 (b) (ii)", "the third preambular paragraph"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from drafter.model.proposal import TITLE
from drafter.model.session import ordinal

_LABEL = re.compile(
    r"(?:(?P<part>[^/]+)/)?(?P<stem>PP|OP|H)(?P<number>\d+)(?P<variant>[a-z]*)(?P<subs>(?:\((?!cont)[a-z]+\)[a-z]*)*)"
    r"(?P<cont>\(cont\d*\))?"
)
_KINDS = {"PP": "preambular paragraph", "OP": "operative paragraph", "H": "heading"}
_WHOLE = {TITLE: "the title", "PP*": "the preambular paragraphs", "OP*": "the operative paragraphs"}
_LAST_ORDINAL = 199


def named(label: str) -> str:
    """The words for a label; "" for one that no words are known for.

    >>> named("OP5(b)(ii)"), named("PP3"), named("Annex/OP2")
    ('operative paragraph 5 (b) (ii)', 'the third preambular paragraph', 'operative paragraph 2 of the annex')
    """
    if label in _WHOLE:
        return _WHOLE[label]
    found = _LABEL.fullmatch(label)
    if found is None or (found["cont"] and found["cont"] != "(cont)"):
        return ""
    whole = _whole(found["stem"], int(found["number"]), found["variant"])
    subs = re.sub(r"\)(?=[a-z])", ") ", found["subs"]).replace(")(", ") (")
    subs = re.sub(r"(?<=[a-z])\(", " (", subs)
    if subs:
        whole = f"{whole} {subs}" if found["stem"] == "OP" or found["variant"] else f"subparagraph {subs} of {whole}"
    if found["cont"]:
        whole = f"the concluding words of {whole}"
    part = _part(found["part"])
    return whole + part if part is not None else ""


def several(labels: Sequence[str]) -> str:
    """The words for labels; those of one kind as one list.

    >>> several(["OP5", "OP6", "OP10"]), several(["PP3", "PP4"])
    ('operative paragraphs 5, 6 and 10', 'the third and fourth preambular paragraphs')
    """
    if len(labels) == 1:
        return named(labels[0])
    if any(label in _WHOLE for label in labels):
        return listing(map(named, labels))
    numbers = [label[2:] for label in labels]
    if labels[0].startswith("OP"):
        return f"operative paragraphs {listing(numbers)}"
    return f"the {listing(ordinal(int(number)) for number in numbers)} preambular paragraphs"


def listed_together(label: str) -> bool:
    """Whether a label can stand in a list with others of its kind."""
    return re.fullmatch(r"OP\d+|PP\d+", label) is not None


def listing(words: Iterable[str]) -> str:
    """The words with commas, and "and" before the last."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def _whole(stem: str, number: int, variant: str) -> str:
    if stem == "OP" or variant or number > _LAST_ORDINAL:
        return f"{_KINDS[stem]} {number}{f' {variant}' if variant else ''}"
    return f"the {ordinal(number)} {_KINDS[stem]}"


def _part(part: str | None) -> str | None:
    """What is said behind the paragraph for the part that it stands in; None for a part without words for it."""
    if not part:
        return ""
    if part == "Annex":
        return " of the annex"
    if found := re.fullmatch(r"Annex ([IVXLC]+)", part):
        return f" of annex {found[1]}"
    return f" of part {part}" if re.fullmatch(r"[A-Z]{1,2}", part) else None

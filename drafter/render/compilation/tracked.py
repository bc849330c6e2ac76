"""The compilation text as a tracked Word file: each change under the name of the delegations that propose it.

The text is the base in its official layout; rejecting all changes gives the base, accepting one author's alone that
author's text where no conflict stands in the way. What collides stands in comments (`beside`), on the base's words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml.etree import _Element

from drafter.align.groups import PairGroup
from drafter.errors import DrafterError
from drafter.model.change import PairKind
from drafter.model.proposal import TITLE
from drafter.model.resolution import Paragraph, Resolution
from drafter.negotiation.values import Round
from drafter.ooxml import archive, elements
from drafter.render import comments, masthead
from drafter.render.compilation import anchors
from drafter.render.compilation.authored import AuthoredText
from drafter.render.compilation.beside import ROOM, MarginRemark, beside
from drafter.render.compilation.readable import readable
from drafter.render.compilation.signing import signed
from drafter.render.document import TextElements, assemble, in_annex, printed
from drafter.render.lists import Lists, Place
from drafter.render.redline import day_of
from drafter.render.redline.plan import plan
from drafter.render.redline.values import Plan, State, TrackedParagraph
from drafter.render.redline.writer import PlanWriter
from drafter.render.revisions import RevisionWriter

LEGEND = (
    "Each change is tracked under the name of the delegation that proposes it; where several propose the same, under "
    "their names together. Where proposals collide, the base’s words stand, and each reading is a comment of its owner."
)


def tracked(round_: Round, facts: Sequence[str]) -> bytes:
    """The Word file; `facts` are the lines on base and time that stand in the header of each page with the legend."""
    return as_tracked(round_, facts)[1]


def as_tracked(round_: Round, facts: Sequence[str]) -> tuple[AuthoredText, bytes]:
    """What of a round is tracked, the rest being said in comments, and the file."""
    return readable(round_, planned, lambda text: _written(text, facts))


def _written(text: AuthoredText, facts: Sequence[str]) -> bytes:
    laid = _Laid(text)
    made, (old, new) = laid.plan, text.texts
    shown_old, shown_new = laid.shown_old, laid.shown_new
    old_places, new_places = [place for _, place in laid.was], [place for _, place in laid.now]
    writer = PlanWriter(made, old_places, new_places, old, new, RevisionWriter(ROOM, day_of(old)))
    title = elements.paragraph(writer.runs(made.title))
    body: list[_Element] = []
    annexes: list[_Element] = []
    first: dict[str, tuple[_Element, TrackedParagraph]] = {}
    before, after = _names(text.labels, old, shown_old), _names(text.origins, new, shown_new)
    for paragraph, written in writer.paragraphs():
        parts = [shown_old[paragraph.old].part] if paragraph.old is not None else []
        parts += [shown_new[paragraph.new].part] if paragraph.new is not None else []
        (annexes if any(map(in_annex, parts)) else body).extend(written)
        name = before.get(paragraph.old) if paragraph.old is not None else after.get(paragraph.new)
        if name is not None:
            first.setdefault(name, (written[0], paragraph))
    spoken = _spoken(beside(text), title, first, writer.revisions.date)
    comments.clear_of_notes((title, *body, *annexes))
    whole = TextElements(list(title), body, annexes, writer.footnotes(), laid.lists, spoken, tracked=True)
    head = replace(masthead.of_draft(text.round_.text), author="")
    return headed(assemble(head, whole, old.title), (*facts, LEGEND))


def planned(text: AuthoredText) -> Plan:
    """How a round's text is tracked."""
    return _Laid(text).plan


@dataclass(frozen=True)
class _Laid:
    """The two texts as they are printed, and how one becomes the other."""

    text: AuthoredText
    lists: Lists = field(default_factory=Lists)

    @cached_property
    def was(self) -> tuple[tuple[Paragraph, Place], ...]:
        old = self.text.texts[0]
        return tuple(printed(old.organ, old.paragraphs, Lists()))

    @cached_property
    def now(self) -> tuple[tuple[Paragraph, Place], ...]:
        new = self.text.texts[1]
        return tuple(printed(new.organ, new.paragraphs, self.lists))

    @cached_property
    def shown_old(self) -> list[Paragraph]:
        return [one for one, _ in self.was]

    @cached_property
    def shown_new(self) -> list[Paragraph]:
        return [one for one, _ in self.now]

    @cached_property
    def plan(self) -> Plan:
        text, (old, new) = self.text, self.text.texts
        made = plan(
            replace(old, paragraphs=tuple(self.shown_old)),
            replace(new, paragraphs=tuple(self.shown_new)),
            zone=lambda paragraph: int(in_annex(paragraph.part)),
            whose=text.authors,
            groups=_shown(text.groups, (old, self.shown_old), (new, self.shown_new)),
            places=_places(text.places, (old, self.shown_old), (new, self.shown_new)),
        )
        return signed(made, text, self.shown_old, self.shown_new)


def _shown(
    groups: Sequence[PairGroup], old: tuple[Resolution, list[Paragraph]], new: tuple[Resolution, list[Paragraph]]
) -> list[PairGroup]:
    """The groups by places among the paragraphs shown; headings put above them belong to each other in order."""
    was, now = _own(*old), _own(*new)
    made = [
        PairGroup(tuple(was[i] for i in one.old), tuple(now[j] for j in one.new), one.kind, one.similarity)
        for one in groups
    ]
    extra_old = [n for n in range(len(old[1])) if n not in set(was)]
    extra_new = [n for n in range(len(new[1])) if n not in set(now)]
    for i in extra_old:
        j = next(
            (n for n in extra_new if (new[1][n].part, new[1][n].inline) == (old[1][i].part, old[1][i].inline)), None
        )
        if j is not None:
            extra_new.remove(j)
        made.append(PairGroup((i,), () if j is None else (j,), PairKind.SAME, 1.0))
    return [*made, *(PairGroup((), (j,), PairKind.ADDED, 0.0) for j in extra_new)]


def _places(
    places: Sequence[int], old: tuple[Resolution, list[Paragraph]], new: tuple[Resolution, list[Paragraph]]
) -> dict[int, int]:
    """Before which paragraph of the base each of the text stands, by places among those shown."""
    was = [*_own(*old), len(old[1])]
    own = {shown: was[place] for shown, place in zip(_own(*new), places, strict=True)}
    made: dict[int, int] = {}
    for shown in reversed(range(len(new[1]))):
        made[shown] = own.get(shown, made.get(shown + 1, len(old[1])))
    return made


def _own(text: Resolution, shown: Sequence[Paragraph]) -> list[int]:
    """The places among the paragraphs shown of the text's own."""
    places = iter(enumerate(shown))
    return [next(place for place, each in places if each is own) for own in text.paragraphs]


def _names(names: Sequence[str], text: Resolution, shown: Sequence[Paragraph]) -> Mapping[int | None, str]:
    return dict(zip(_own(text, shown), names, strict=True))


def _spoken(
    said: Sequence[MarginRemark], title: _Element, first: Mapping[str, tuple[_Element, TrackedParagraph]], date: str
) -> list[_Element]:
    """The comments, tied to their paragraphs."""
    made: list[_Element] = []
    for one in said:
        element, paragraph = first.get(one.on, (title, None)) if one.on != TITLE else (title, None)
        number = len(made)
        marked = paragraph is not None and paragraph.mark is not State.KEPT
        if one.span is None or marked:
            comments.anchor(element, number, tracked_mark=marked)
        else:
            anchors.tie(element, number, one.span, one.change)
        made.append(comments.comment(number, one.lines, one.by, date))
    return made


def headed(content: bytes, lines: Sequence[str]) -> bytes:
    """The Word file with these lines in the header of each page. Raises DrafterError where it has no header."""
    parts = archive.unpacked(content)
    headers = [name for name in parts if re.fullmatch(r"word/header[^/]*\.xml", name)]
    if not headers:
        raise DrafterError(
            "the base document has no page header for legend, base and time",
            remedy="start from the shipped draft.docx",
        )
    for name in headers:
        root = elements.parse(parts[name])
        root.extend(_small(line, after=160 if line is lines[-1] else 20) for line in lines)
        parts[name] = elements.serialise(root)
    return archive.write(parts)


def _small(line: str, *, after: int) -> _Element:
    run = elements.run(line)
    elements.child(elements.run_properties(run), "sz", val=14)
    made = elements.paragraph([run], style="Header")
    properties = elements.paragraph_properties(made)
    elements.child(properties, "spacing", before=0, after=after, line=180, lineRule="exact")
    elements.child(properties, "ind", left=1267, right=1267)
    return made

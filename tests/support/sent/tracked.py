"""Planted changes as tracked changes in the circulated Word file, typed into it by one author after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from drafter.model.inline import Inline
from drafter.model.resolution import Paragraph, Resolution
from tests.support.sent.planting import Planted, Sent
from tests.support.typedout import TAB, Typist, p, r

AUTHORS = {
    "EU": "EU Delegation",
    "G77": "G-77",
    "Japan": "M. Sato (Japan)",
    "Switzerland": "Switzerland",
    "United States": "Smith, J. (USA)",
}


def tracked_word(sent: Sent, changes: tuple[Planted, ...]) -> bytes:
    """The file with these changes in it; no two of them may be about the same words."""
    text = sent.round_.text
    base = Resolution(
        text.organ,
        text.title,
        tuple(sent.paragraphs.values()),
        footnotes=text.footnotes,
        symbol=text.symbol,
        session=text.session,
    )
    return _Reviewed(base, sent, changes).file()


class _Reviewed(Typist):
    def __init__(self, base: Resolution, sent: Sent, changes: tuple[Planted, ...]) -> None:
        super().__init__(base)
        self.sent, self.changes = sent, changes
        self.labels = iter(sent.paragraphs)
        self.revisions = count(1000)
        self.typed: dict[str, str] = {}

    def paragraph(self, paragraph: Paragraph, mark: str) -> str:
        label = next(self.labels)
        here = [one for one in self.changes if one.label == label]
        whole = next((one for one in here if one.deed in ("drop", "move")), None)
        if whole is not None:
            way, end = ("moveFrom", "moveFrom") if whole.deed == "move" else ("del", "del")
            made = self._marked(paragraph, mark, self._revision(way, whole.owner), end, f"m{label}")
        else:
            made = super().paragraph(paragraph, mark) if not here else self._changed(paragraph, mark, here)
        self.typed[label] = mark
        return made + "".join(self._behind(label))

    def _behind(self, label: str) -> Iterator[str]:
        """What is put in behind this paragraph, as the last of its target's block."""
        for one in self.changes:
            if one.target and last_of_block(self.sent, one.target) == label:
                if one.deed == "new":
                    like, text, way = self.sent.paragraphs[one.target], Inline(one.text), "ins"
                else:
                    like, way = self.sent.paragraphs[one.label], "moveTo"
                    text = like.inline
                yield self._marked(
                    Paragraph(like.kind, text, like.level),
                    self.typed[one.target].replace(".", " bis."),
                    self._revision(way, one.owner),
                    way,
                    f"m{one.label}",
                )

    def _marked(self, paragraph: Paragraph, mark: str, attributes: str, way: str, name: str) -> str:
        """A whole paragraph that is in or out, with its mark."""
        start = TAB + (r(mark) + TAB if mark else "")
        runs = start + "".join(self.runs(paragraph.inline))
        if way in ("del", "moveFrom"):
            runs = (
                runs.replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
            )
        inside = f"<w:{way} {attributes}>{runs}</w:{way}>" if runs else ""
        if way.startswith("move"):
            number = next(self.revisions)
            opens = f'<w:{way}RangeStart w:name="{name}" {attributes.replace("w:id=", "w:id=", 1)}/>'
            opens = opens.replace(attributes.split(" ")[0], f'w:id="{number}"')
            inside = f'{opens}{inside}<w:{way}RangeEnd w:id="{number}"/>'
        look = '<w:pStyle w:val="SingleTxt"/>' + f'<w:ind w:left="{567 * paragraph.level}"/>' * bool(paragraph.level)
        return p(inside, f"{look}<w:rPr><w:{way} {self._again(attributes)}/></w:rPr>")

    def _changed(self, paragraph: Paragraph, mark: str, changes: list[Planted]) -> str:
        text, made, at = paragraph.inline, "", 0
        for one in sorted(changes, key=lambda one: (one.start, one.end)):
            start, end, put = stretch(text.text, one)
            made += "".join(self.runs(text[at:start]))
            if end > start:
                gone = "".join(r(run.text, "<w:i/>" * run.italic) for run in text[start:end].runs() if run.note is None)
                gone = gone.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
                made += f"<w:del {self._revision('del', one.owner)}>{gone}</w:del>"
            if put:
                made += f"<w:ins {self._revision('ins', one.owner)}>{r(put)}</w:ins>"
            at = end
        made += "".join(self.runs(text[at:]))
        look = '<w:pStyle w:val="SingleTxt"/>' + f'<w:ind w:left="{567 * paragraph.level}"/>' * bool(paragraph.level)
        return p(TAB + (r(mark) + TAB if mark else "") + made, look)

    def _revision(self, _: str, owner: str) -> str:
        return f'w:id="{next(self.revisions)}" w:author="{AUTHORS[owner]}" w:date="2026-11-30T10:00:00Z"'

    def _again(self, attributes: str) -> str:
        return attributes.replace(attributes.split(" ")[0], f'w:id="{next(self.revisions)}"')


def last_of_block(sent: Sent, target: str) -> str:
    """The label of the last paragraph in the block of one."""
    names = list(sent.paragraphs)
    place = names.index(target)
    level = sent.paragraphs[target].level
    while place + 1 < len(names) and sent.paragraphs[names[place + 1]].level > level:
        place += 1
    return names[place]


def stretch(before: str, one: Planted) -> tuple[int, int, str]:
    """The characters that go and those that come instead."""
    head = 0
    while head < min(len(before), len(one.text)) and before[head] == one.text[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(one.text)) - head and before[-1 - tail] == one.text[-1 - tail]:
        tail += 1
    return head, len(before) - tail, one.text[head : len(one.text) - tail]

"""A passage from elsewhere as it would read here: its words put into the paragraph it is like, else a new paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.align.words import word_changes
from drafter.library.terms import plain_words
from drafter.library.values import Passage
from drafter.model.change import WordChange
from drafter.model.resolution import Paragraph
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.rules.openings import opening_length
from drafter.rules.turning import turned
from drafter.suggest.guards.whole import opens_otherwise
from drafter.suggest.lineage import descendants
from drafter.suggest.setting import Setting
from drafter.suggest.subparagraph import form_of, under_a_chapeau
from drafter.suggest.updates.slots import masked
from drafter.suggest.wording import Replacement, is_like, new_paragraph, quoted, reworded, says_something

GIVEN_UP = 8
"""The most words that are deleted because a passage from elsewhere lacks them; longer stretches are left."""


def fits(setting: Setting, place: int, passage: Passage) -> bool:
    """Whether a passage fits into the paragraph or after it; an earlier wording of another paragraph does not."""
    paragraph = setting.paragraphs[place]
    like, became = is_like(paragraph.text, passage.text), descendants(setting, passage)
    if became:
        return like and place in became
    return like or _following(setting, paragraph, passage) is not None


def from_passage(
    setting: Setting, place: int, passage: Passage, score: float, *, follows: bool = False
) -> Suggestion | None:
    """The suggestion that a passage makes; None where it would change nothing. `follows`: it stands elsewhere after
    a paragraph like this one."""
    paragraph = setting.paragraphs[place]
    own = passage.symbol in setting.candidates.own
    if is_like(paragraph.text, passage.text):
        changes = tuple(_changes(paragraph, passage, own=own))
        pieces = [
            Replacement(change.old_start, change.old_end, passage.text[change.new_start : change.new_end])
            for change in changes
        ]
        inline = reworded(paragraph, pieces) if pieces else None
        if inline is None:
            return None
        said = [change for change in changes if change.new_end > change.new_start]
        if not any(_tells(paragraph.text, passage.text, change) for change in said):
            return None
        quote = quoted(passage.text, said[0].new_start, said[-1].new_end)
        kind = SuggestionKind.LINEAGE if own else SuggestionKind.PRIOR
        why = f"the same matter, in the words of {_year(passage)}"
        if own:
            here = "had these words here" if descendants(setting, passage) else "said so in this item"
            why = f"{_year(passage)} {here}"
        return Suggestion(kind, inline, why, (passage.source(quote),), score=score)
    following = None if own else _following(setting, paragraph, passage)
    if following is None:
        return None
    source = passage.source(quoted(passage.text))
    why = f"{'stands after such a paragraph' if follows else 'on the same matter,'} in {_year(passage)}"
    inline = new_paragraph(following, paragraph.kind)
    return Suggestion(SuggestionKind.PRIOR, inline, why, (source,), after=setting.labels[place], score=score)


def _changes(paragraph: Paragraph, passage: Passage, *, own: bool) -> Iterator[WordChange]:
    """What of a passage's words goes into the paragraph.

    Words that the passage lacks go where they are few. The opening stays where the passage's is of the other kind;
    of the item's own earlier words none takes a number's or a date's place.
    """
    start = 0 if passage.kind is paragraph.kind else opening_length(paragraph.text, paragraph.kind)
    for change in word_changes(paragraph.text, passage.text):
        was = paragraph.text[change.old_start : change.old_end]
        now = passage.text[change.new_start : change.new_end]
        if start and change.old_start <= start:
            continue
        if not now and (own or len(was.split()) > GIVEN_UP):
            continue
        if own and masked(was).slots:
            continue
        yield change


def _tells(old: str, new: str, change: WordChange) -> bool:
    was, now = old[change.old_start : change.old_end], new[change.new_start : change.new_end]
    return says_something(plain_words(was), plain_words(now))


def _following(setting: Setting, paragraph: Paragraph, passage: Passage) -> str | None:
    """The passage as it would read after the paragraph; None where its kind or level would differ, or where it
    stands in an annex or a section, whose language is another."""
    if "/" in passage.label or (passage.level and not paragraph.level):
        return None
    if not paragraph.level:
        text = turned(passage.text, paragraph.kind)
        sound = text == passage.text or (text is not None and not opens_otherwise(setting, text, paragraph.kind))
        return text if sound else None
    if passage.kind is not paragraph.kind:
        return None
    form = form_of(paragraph.text)
    if passage.level:
        return passage.text if form_of(passage.text) == form else None
    return under_a_chapeau(passage.text, form)


def _year(passage: Passage) -> str:
    organ = f" of the {passage.organ}" if not passage.symbol.startswith("A/RES") else ""
    return f"a resolution{organ} of {passage.adopted.year}" if passage.adopted else f"a resolution{organ}"

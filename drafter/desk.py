"""What a drafter does, each thing once, for both front ends and for `import drafter`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import outputs
from drafter.answers import AgreedParagraph, Lineage, Suggested
from drafter.errors import DrafterError
from drafter.library.locate import library_root, open_records
from drafter.lookup import Lookup, Name, called, whole
from drafter.model.draft import Draft, printed
from drafter.model.finding import Finding
from drafter.model.lookup import place_of
from drafter.model.numbering import labels
from drafter.model.reading import Reading, Revisions
from drafter.model.resolution import Kind, Resolution
from drafter.model.suggestion import Update
from drafter.outputs import base_of
from drafter.rules.rulebook import Rulebook

if TYPE_CHECKING:
    from datetime import date

    from drafter.edit.beside import BesideRow
    from drafter.edit.drafts import DraftHistory, OpenDraft
    from drafter.edit.settling import Competing
    from drafter.edit.taking import ColleaguesFile, TakenChange
    from drafter.library.searchable import Searchable, Watch
    from drafter.render.summary_values import Summary
    from drafter.suggest.setting import Setting


@dataclass(frozen=True)
class Desk(Lookup):
    """A library, and what a drafter does with it and with the texts named.

    Where a draft is named, the draft itself may be given. `rulebook` holds the tables and plug-ins of the library; the
    caller makes it the current one.
    """

    rulebook: Rulebook = field(default_factory=Rulebook, compare=False)

    @classmethod
    def at(
        cls,
        option: Path | None = None,
        revisions: Revisions = Revisions.ACCEPTED,
        tell: Callable[[str], None] = lambda _: None,
    ) -> Desk:
        """The desk on the library that `--corpus` names, or on the one found without it."""
        root = library_root(option)
        return cls(open_records(root), revisions, tell, Rulebook.of(root, tell))

    def begin(self, name: str, session: int | None = None) -> Draft:
        """The draft for the next session (or for `session`) of the resolution of that name."""
        from drafter.edit.begin import begin

        text = self.text(name)
        if isinstance(text, Draft):
            raise DrafterError("this is a draft already", file=name, remedy="name an adopted resolution")
        symbol = text.resolution.symbol
        return begin(text.resolution, str(symbol) if symbol and symbol in self.library else name, session)

    def updates(self, name: Name, session: int | None = None, watch: Watch = lambda _: None) -> tuple[Update, ...]:
        """What the turn of the year changes in the resolution or draft of that name; `watch` as in `searchable`."""
        from drafter.suggest.updates import updates

        text = self.text(name)
        return updates(text if isinstance(text, Draft) else text.resolution, self.library, session, watch=watch)

    def searchable(self, tell: Callable[[str], None] = lambda _: None, watch: Watch = lambda _: None) -> Searchable:
        """The library, ready to be searched; `tell` is called where that takes a while, `watch` with the progress.

        `watch` may raise StoppedError: what was taken in until then is searched.
        """
        from drafter.library.searchable import Searchable

        return Searchable(self.library, tell, watch)

    def setting(self, text: Resolution | Draft, searchable: Searchable, before: date | None = None) -> Setting:
        """The material for suggestions on a text; `suggest.rank.suggestions(setting, place)` gives the best few."""
        from drafter.suggest.setting import Setting

        return Setting(text, searchable, before)

    def suggestions(
        self,
        name: Name,
        label: str | None = None,
        *,
        top: int,
        searchable: Searchable,
        before: date | None = None,
    ) -> Iterator[Suggested]:
        """The best `top` suggestions for the paragraph with that label, or for every paragraph in turn."""
        from drafter.suggest.rank import suggestions

        setting = self.setting(whole(self.text(name)), searchable, before)
        places = range(len(setting.labels)) if label is None else [place_of(label, setting.labels, called(name))]
        for place in places:
            yield Suggested(setting.labels[place], setting.paragraphs[place].text, suggestions(setting, place, top))

    def agreed(self, name: Name, searchable: Searchable, before: date | None = None) -> tuple[AgreedParagraph, ...]:
        """Each paragraph, headings aside, with which of its words are agreed language.

        An adopted text is compared with what was adopted before it, a draft with everything, its base included.
        """
        text = whole(self.text(name))
        own = frozenset({str(text.symbol)}) if isinstance(text, Resolution) and text.symbol else frozenset[str]()
        if before is None and isinstance(text, Resolution):
            before = text.adopted
        shown = printed(text) if isinstance(text, Draft) else text
        named = zip(labels(shown.paragraphs), shown.paragraphs, strict=True)
        return tuple(
            AgreedParagraph(label, paragraph.text, searchable.agreed.coverage(paragraph.text, before, own))
            for label, paragraph in named
            if paragraph.kind is not Kind.HEADING
        )

    def open(self, path: Path) -> OpenDraft:
        """The draft file, open for work, with its history and a lock; each step is on disk before the next."""
        from drafter.edit.drafts import open_draft, user_name

        told: list[str] = []
        quiet = replace(self, tell=told.append)
        opened = open_draft(path, lambda draft: quiet.tied(draft, path), user_name())
        opened.notices += (line.removeprefix(f"{path}: ") for line in dict.fromkeys(told))
        return opened

    @contextmanager
    def at_work(self, path: Path) -> Iterator[OpenDraft]:
        """The draft file, open for the work of one command and written when that ends.

        Raises DrafterError if it is open elsewhere, OutsideChangeError if both the file and its history have changed.
        """
        from drafter.edit.drafts import both_went_on, held

        if (file := self.draft_file(path)) != path:
            self.tell(f"{path}: the draft in it lies in {file} now, and is changed there")
        with held(self.open(file)) as opened:
            if opened.outside is not None:
                raise both_went_on(path)
            yield opened
            if opened.unsaved:
                opened.save()

    def settle(self, path: Path, choice: str | None = None) -> tuple[Competing, ...]:
        """The paragraphs that differ if both the draft file and its history have changed; () otherwise.

        A `choice`, "mine" for the history or "theirs" for the file, makes one of them the draft; after "theirs", undo
        brings back the other.
        """
        from drafter.edit.drafts import held
        from drafter.edit.settling import settled

        with held(self.open(self.draft_file(path))) as opened:
            return settled(opened, choice)

    def from_colleague(self, file: Path, draft: Path, history: DraftHistory | None = None) -> ColleaguesFile:
        """A colleague's Word or draft file, for its changes in the draft; `history` is the draft's if it is open."""
        from drafter.edit.taking import colleagues_file, states

        path = self.draft_file(draft)
        if history is None:
            opened = self.open(path)
            opened.close()
            history = opened.history
        return colleagues_file(file, states(history, path), self.text, self.tied, self.revisions)

    def take(self, draft: Path, file: Path, chosen: Sequence[TakenChange]) -> str:
        """Make the chosen changes of a colleague's file in the draft, as one step; returns the step's name."""
        from drafter.edit.taking import accepted, taken_from

        with self.at_work(draft) as opened:
            opened.do(accepted(opened.document, chosen, taken_from(file, chosen)))
            return opened.history.undo_name or ""

    def draft_file(self, path: Path) -> Path:
        """The draft file to work on for the name `path`: that file, or the one taken out of a Word file."""
        from drafter.edit.takenout import draft_file

        return draft_file(path, self.revisions)

    def findings(self, name: Name, pending: tuple[Update, ...] | None = None) -> tuple[Finding, ...]:
        """What an editor would say of the text of that name; `pending` are a draft's updates, where they are known."""
        from drafter.check.background import for_draft, for_reading
        from drafter.check.checker import check

        text = self.text(name)
        if isinstance(text, Draft):
            whole = printed(text)
            pending = self.updates(text) if pending is None else pending
            return check(whole, for_draft(text, whole, self.library, pending))
        return check(text.resolution, for_reading(text, self.library))

    def beside(self, name: Name) -> tuple[BesideRow, ...]:
        """A draft beside its base, row by row, with the words that changed."""
        from drafter.edit.beside import beside

        draft = self.draft(name)
        return tuple(beside(draft, base_of(draft)))

    def summarised(self, name: Name, *, notes: bool = False) -> Summary:
        """What the draft of that name changes in its base; with `notes`, what is private too."""
        from drafter.render.summary import summary

        draft = self.draft(name)
        searchable = self.searchable(self.tell)
        texts = len(searchable.contents.entries)
        return summary(draft, base_of(draft), searchable.agreed.coverage, texts, notes=notes)

    def series(self, name: Name) -> tuple[Resolution, ...]:
        """The texts of the same item up to the one named, oldest first, that one last.

        For a draft, this is the series of its base, then the draft as it would be printed.
        """
        from drafter.answering import series_up_to

        text = self.text(name)
        texts = series_up_to(self.library, base_of(text) if isinstance(text, Draft) else text.resolution)
        return (*texts, printed(text)) if isinstance(text, Draft) else texts

    def lineage(self, name: Name, label: str) -> Lineage:
        """The paragraph of that label in every earlier text of its series."""
        from drafter.align.lineage import lineage

        texts = self.series(name)
        own = labels(texts[-1].paragraphs)
        place = place_of(label, own, called(name))
        return Lineage(own[place], texts, lineage(texts, place))

    def dossier(self, name: str | Draft, label: str, suffix: str, *, notes: bool = False) -> bytes:
        """All that is known of one paragraph, as ".md", ".html" or ".docx"; with `notes`, the private note too."""
        draft = self.draft(name)
        one = draft.standing[place_of(label, labels(printed(draft).paragraphs), called(name))]
        lineage = self.lineage(Reading(base_of(draft)), one.origin) if one.origin and draft.adopted else None
        return outputs.dossier(draft, one, lineage, self.round(name), suffix, notes=notes)

    def summary(
        self, name: Name, suffix: str, *, carry: bool = False, notes: bool = False, table: bool = False
    ) -> bytes:
        """The same as ".md", ".html" or ".docx"; `carry` as in `word_file`; `table` as `outputs.table` makes it."""
        from drafter.render.summary_pages import page

        draft = outputs.looked_through(self.draft(name), self.tell)
        content = outputs.table(draft, suffix) if table else page(self.summarised(draft, notes=notes), suffix)
        return outputs.carrying(content, draft, self.tell) if carry and suffix == ".docx" else content

    def word_file(self, name: Name, *, template: Path | None = None, carry: bool = False) -> bytes:
        """The clean text as a Word file: a draft as an L. document, an adopted text as A/RES.

        With `carry` the Word file of a draft contains the draft itself, private parts included, so that work can go on
        from it.
        """
        text = self.text(name)
        content = outputs.clean(text, template, self.tell)
        return outputs.carrying(content, text, self.tell) if isinstance(text, Draft) and carry else content

    def redline(
        self,
        name: Name,
        *,
        author: str = "",
        date: datetime | None = None,
        carry: bool = False,
        comments: bool = False,
    ) -> bytes:
        """A draft as a Word file in which every change against its base is tracked; `carry` as in `word_file`."""
        draft = self.draft(name)
        content = outputs.tracked(draft, author=author, date=date, comments=comments, tell=self.tell)
        return outputs.carrying(content, draft, self.tell) if carry else content

    def redline_onto(
        self,
        name: Name,
        official: Path,
        *,
        author: str = "",
        date: datetime | None = None,
        trust: str | None = None,
    ) -> bytes:
        """The Word file `official` with a draft's changes tracked in it; `trust` as in `outputs.tracked_onto`."""
        if self.revisions is not Revisions.ACCEPTED:
            raise DrafterError(
                "others' changes stay tracked in this file, so yours are written beside them, theirs taken as accepted",
                file=official,
                remedy="leave --as out, or reject theirs in Word first",
            )
        draft = self.draft(name)
        return outputs.tracked_onto(draft, official, author=author, date=date, trust=trust, tell=self.tell)

    def comparison(self, old: Name, new: Name, *, author: str = "", date: datetime | None = None) -> bytes:
        """The text `new` as a Word file in which every change against the text `old` is tracked."""
        return outputs.compared(self.resolution(old), self.text(new), author=author, date=date)

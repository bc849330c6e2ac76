"""An open library: what the commands do, as methods that give values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import outputs
from drafter.answers import AgreedParagraph, Lineage, Suggested
from drafter.api.drafts import WorkingDraft
from drafter.api.inside import inside
from drafter.api.keeping import InFile, InMemory
from drafter.api.named import Text, named
from drafter.api.rounds import WorkingRound
from drafter.desk import Desk
from drafter.edit.drafts import done
from drafter.model.draft import Draft
from drafter.model.finding import Finding
from drafter.model.reading import Reading, Revisions
from drafter.model.resolution import Resolution
from drafter.model.suggestion import Suggestion, Update, UpdateStatus
from drafter.rules.rulebook import Rulebook

if TYPE_CHECKING:
    from drafter.edit.beside import BesideRow
    from drafter.edit.status import DraftStatus
    from drafter.edit.taking import ColleaguesFile
    from drafter.library.searchable import Searchable
    from drafter.library.site import Site
    from drafter.library.values import CatalogueEntry, Verified
    from drafter.model.change import Alignment
    from drafter.negotiation.agreed_words import AgreedConflict, AgreedProposal
    from drafter.render.summary_values import Summary


def open_library(
    place: str | Path | None = None,
    *,
    revisions: Revisions = Revisions.ACCEPTED,
    tell: Callable[[str], None] = lambda _: None,
    rulebook: Rulebook | None = None,
) -> OpenLibrary:
    """The library in the folder `place`, or else the one that the command line would use.

    `revisions` says how tracked changes in Word files are read; `tell` is called with a line about slow work and about
    what the user should know; `rulebook` replaces the tables and plug-ins of the library and the user.
    """
    desk = Desk.at(Path(place) if place is not None else None, revisions, tell)
    return OpenLibrary(replace(desk, rulebook=rulebook) if rulebook else desk)


def read(file: str | Path, *, revisions: Revisions = Revisions.ACCEPTED) -> Reading:
    """The resolution in a .txt, .md, .docx or .pdf file, with what was repaired; nothing is stored."""
    from drafter.library.sources import read_source

    return read_source(Path(file), revisions)


class OpenLibrary:
    """A library that is open for questions, from `open_library`. Iterating gives its list, in the order of the symbols.

    What cannot be done raises DrafterError.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._searched: Searchable | None = None

    def __iter__(self) -> Iterator[CatalogueEntry]:
        return iter(self._desk.library.entries())

    @inside
    def text(self, text: Text) -> Reading | Draft:
        """The draft in a draft file, or the reading of a resolution."""
        return self._desk.text(named(text))

    @inside
    def resolution(self, text: Text) -> Resolution:
        """A resolution, or a draft as it would be printed."""
        return self._desk.resolution(named(text))

    @inside
    def add(self, file: str | Path, *, force: bool = False) -> Reading:
        """Read a file and keep it; `force` replaces what the library has, corrections by hand included."""
        reading = self._desk.library.add(Path(file), force=force, revisions=self._desk.revisions)
        self.refresh()
        return reading

    @inside
    def fetch(self, symbol: str, *, pdf: bool = False) -> Reading:
        """Ask the United Nations' public site for one document, and keep it if it is the one asked for; what the
        library has is not asked for. Only where the settings say `fetch = true`."""
        from drafter.library.fetching import fetch

        reading = fetch(self._desk.library, symbol, self._site, pdf=pdf)
        self.refresh()
        return reading

    def remove(self, symbol: str) -> None:
        """Take a resolution out of the library, with its source."""
        self._desk.library.remove(symbol)
        self.refresh()

    def refresh(self) -> None:
        """Take in what other programs have changed in the library since it was first searched."""
        self._searched = None

    def verify(self) -> Iterator[Verified]:
        """Compare each record with what its source reads to now."""
        return self._desk.library.verify()

    @inside
    def new(self, base: str | Path, *, session: int | None = None, accept_updates: bool = False) -> WorkingDraft:
        """Next year's draft, in memory; `accept_updates` applies every update that is certain."""
        draft = WorkingDraft(InMemory(self._desk.begin(str(base), session), done), self._desk.rulebook)
        if accept_updates:
            certain = [one for one in self.updates(draft) if one.status is UpdateStatus.CERTAIN]
            draft.accept(certain)
        return draft

    @inside
    def open(self, path: str | Path) -> WorkingDraft:
        """A draft file, open for work with its history until it is closed; it works in a `with` statement."""
        return WorkingDraft(InFile(self._desk.at_work(Path(path))), self._desk.rulebook)

    @inside
    def from_colleague(self, file: str | Path, draft: str | Path) -> ColleaguesFile:
        """A colleague's Word or draft file, whose `changes()` in the draft file can be taken or kept as proposals."""
        return self._desk.from_colleague(Path(file), Path(draft))

    @inside
    def new_round(self, text: Text, *, stage: str = "") -> WorkingRound:
        """A round of negotiation on a text, in memory; without what is private to its drafter."""
        return WorkingRound.on(self._desk, named(text), stage)

    @inside
    def open_round(self, path: str | Path) -> WorkingRound:
        """A round file, open for work with its history until it is closed; it works in a `with` statement."""
        return WorkingRound.at(self._desk, Path(path))

    @inside
    def updates(self, text: Text, *, session: int | None = None) -> tuple[Update, ...]:
        """What the turn of the year changes, with the base's labels."""
        return self._desk.updates(named(text), session)

    @inside
    def update_labels(self, draft: Text, updates: Iterable[Update]) -> Mapping[Update, str]:
        """The label that each update's paragraph has in the draft."""
        from drafter.edit.pending import labelled

        return labelled(self._draft(draft), tuple(updates))

    def suggestions(
        self, text: Text, label: str, *, top: int = 10, before: date | None = None
    ) -> tuple[Suggestion, ...]:
        """The best `top` suggestions for a paragraph, best first; `before` leaves out what is newer."""
        return self.suggested(text, label, top=top, before=before).suggestions

    @inside
    def suggested(self, text: Text, label: str, *, top: int = 10, before: date | None = None) -> Suggested:
        """The same with the paragraph they are for."""
        found = self._desk.suggestions(named(text), label, top=top, searchable=self._searchable(), before=before)
        return next(found)

    @inside
    def agreed(self, text: Text, *, before: date | None = None) -> tuple[AgreedParagraph, ...]:
        """Each paragraph, headings aside, with which of its words stand in adopted texts."""
        return self._desk.agreed(named(text), self._searchable(), before)

    @inside
    def agreed_in(
        self, round_: WorkingRound, *, before: date | None = None
    ) -> tuple[tuple[AgreedProposal, ...], tuple[AgreedConflict, ...]]:
        """Which words of each proposal of a round, and of each reading of its conflicts, stand in adopted texts."""
        from drafter.negotiation import agreed_words

        coverage = self._searchable().agreed.coverage
        asked = round_.round, lambda text: coverage(text, before)
        return agreed_words.of_proposals(*asked), agreed_words.of_conflicts(*asked)

    @inside
    def status(self, draft: Text) -> DraftStatus:
        """Where a draft stands before it is handed in: what changed, what is open in it, and what it lacks."""
        from drafter.edit.status import status

        found = self._draft(draft)
        updates = self._desk.updates(found)
        return status(found, updates, self._desk.findings(found, updates))

    @inside
    def check(self, text: Text) -> tuple[Finding, ...]:
        """What an editor would say, in reading order."""
        return self._desk.findings(named(text))

    @inside
    def align(self, old: Text, new: Text) -> Alignment:
        """Two texts paragraph by paragraph, as places in the `paragraphs` of each."""
        from drafter.align.pairs import align

        return align(self.resolution(old).paragraphs, self.resolution(new).paragraphs)

    @inside
    def beside(self, draft: Text) -> tuple[BesideRow, ...]:
        """A draft beside its base, row by row, with the words that changed."""
        return self._desk.beside(self._draft(draft))

    @inside
    def lineage(self, text: Text, label: str) -> Lineage:
        """One paragraph in every earlier text of its series."""
        return self._desk.lineage(named(text), label)

    @inside
    def render(self, text: Text, *, template: Path | None = None, carry: bool = False) -> bytes:
        """The clean text as a Word file; `carry` puts the draft with its private parts inside."""
        return self._desk.word_file(named(text), template=template, carry=carry)

    @inside
    def preview(self, draft: str | Path) -> Path:
        """The pages of a draft file as they will be handed in: a PDF beside it, made by LibreOffice."""
        return outputs.preview(self._draft(draft), Path(draft))

    @inside
    def dossier(self, draft: str | Path, label: str, suffix: str = ".md", *, notes: bool = False) -> bytes:
        """All that is known of a paragraph of a draft or round file, as a page."""
        return self._desk.dossier(str(draft), label, suffix, notes=notes)

    @inside
    def amendment(self, draft: Text, suffix: str = ".docx", *, to: str = "", oral: bool = False) -> bytes:
        """What a draft changes in its base, as an amendment paper (.docx, .txt) of the draft `to`, else of the base; or
        with `oral` as the statement (also .md)."""
        from drafter.render import amending_files

        paper = amending_files.of_draft(self._draft(draft), to, self._desk.tell)
        return amending_files.file(paper, suffix, oral=oral, tell=lambda leak: self._desk.tell(str(leak)))

    @inside
    def redline(
        self,
        draft: Text,
        *,
        author: str = "",
        date: datetime | None = None,
        comments: bool = False,
        carry: bool = False,
    ) -> bytes:
        """A Word file of a draft in which every change against its base is tracked."""
        return self._desk.redline(self._draft(draft), author=author, date=date, comments=comments, carry=carry)

    @inside
    def redline_onto(
        self,
        draft: Text,
        official: str | Path,
        *,
        author: str = "",
        date: datetime | None = None,
        trust: str | None = None,
    ) -> bytes:
        """The Word file `official` with a draft's changes tracked in it.

        Where its text is not the base's, `trust` says whose words are right: "file" or "base".
        """
        own = self._draft(draft)
        return self._desk.redline_onto(own, Path(official), author=author, date=date, trust=trust)

    @inside
    def compare(self, old: Text, new: Text, *, author: str = "", date: datetime | None = None) -> bytes:
        """A Word file of `new` in which every change against `old` is tracked."""
        return self._desk.comparison(named(old), named(new), author=author, date=date)

    @inside
    def summary(self, draft: Text) -> Summary:
        """What a draft changes in its base."""
        return self._desk.summarised(self._draft(draft))

    @inside
    def summary_page(self, draft: Text, suffix: str = ".md", *, notes: bool = False, table: bool = False) -> bytes:
        """The same as a page (.md, .html, .docx); with `notes`, what is private too; `table`: both years and why."""
        return self._desk.summary(self._draft(draft), suffix, notes=notes, table=table)

    @cached_property
    def _site(self) -> Site:
        from drafter.library.site import Site

        return Site.named()

    def _draft(self, text: Text) -> Draft:
        return self._desk.draft(named(text))

    def _searchable(self) -> Searchable:
        if self._searched is None:
            self._searched = self._desk.searchable(self._desk.tell)
        return self._searched

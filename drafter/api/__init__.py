"""What `import drafter` gives: the operations of the command line as values.

A library is opened once; texts are named as on the command line, by a symbol or a file, or handed over:

>>> import drafter
>>> library = drafter.open_library("corpus")
>>> [entry.symbol.short for entry in library]
['67/181', '72/188', '75/190']
>>> library.text("75/190").resolution.paragraphs[0].opener
'Reaffirming'

Next year's draft, updated where that is certain, then changed. Each change is checked, has a name and can be undone:

>>> draft = library.new("75/190", accept_updates=True)
>>> draft.write("OP14", draft["OP14"].text.replace("Encourages", "Strongly encourages", 1))
'OP14'
>>> draft["OP14"].inline.markup[:23]
'*Strongly encourages* t'
>>> draft.undo(), draft.redo()
('edit OP14', 'edit OP14')

Updates, findings, suggestions and agreed language:

>>> [(one.label, one.found) for one in library.updates("75/190") if one.status == "certain"][:1]
[('PP2', '74/166 of 18 December 2019')]
>>> {finding.rule for finding in library.check(draft)} >= {"pending-update"}
True
>>> library.suggestions("75/190", "OP1")[0].sources[0].symbol
'A/RES/72/188'
>>> first = library.agreed("75/190")[0]
>>> first.label, first.coverage.agreed_words, first.coverage.words
('PP1', 30, 30)

Files to hand out, clean unless told to carry the draft:

>>> from pathlib import Path
>>> from tempfile import mkdtemp
>>> folder = Path(mkdtemp())
>>> draft.save(folder / "dprk-76.toml")
>>> written = [(folder / name).write_bytes(content) for name, content in [
...     ("dprk-76.docx", library.render(draft)),
...     ("tracked.docx", library.redline(draft)),
...     ("summary.md", library.summary_page(draft, ".md")),
... ]]
>>> library.summary(draft).edited[0].label
'OP14'

A draft file is opened with its history; every change is kept at once:

>>> with library.open(folder / "dprk-76.toml") as opened:
...     opened.delete("PP5")
...     opened.insert("Recalling the report of the Secretary-General,", after="PP4")
'PP5'
'PP5'

A draft is kept under a name, which stands for that version wherever a text is named:

>>> drafter.keep_version(folder / "dprk-76.toml", "before the informals").name
'before the informals'
>>> len(library.compare(f"{folder / 'dprk-76.toml'}@before the informals", folder / "dprk-76.toml")) > 1000
True

What a colleague changed in it is taken change by change, or kept as proposals of a round (`round.keep`):

>>> theirs = library.new("75/190")
>>> theirs.set_masthead(author="Mexico")
>>> theirs.delete("OP10")
'OP10'
>>> theirs.save(folder / "mexico.toml")
>>> file = library.from_colleague(folder / "mexico.toml", folder / "dprk-76.toml")
>>> [(one.by, one.kind, one.label) for one in file.changes() if one.kind == "delete"]
[(('Mexico',), 'delete', 'OP10')]
>>> with library.open(folder / "dprk-76.toml") as opened:
...     opened.take_changes(file, [one for one in file.changes() if one.kind == "delete"])
...     opened.undo()
'take 1 change from mexico.toml'

A round of negotiation on a text: what delegations propose is merged, so that nobody comes first, and decided on:

>>> round = library.new_round("75/190", stage="Zero draft")
>>> text = round.round.inline("OP3").markup
>>> ids = [round.propose(who, "OP3", text.replace("Condemns", words, 1))
...     for who, words in (("EU", "Deplores"), ("USA", "Rejects"))]
>>> [conflict] = round.conflicts
>>> [(reading.put.text, reading.by) for reading in conflict.readings]
[('Condemns', ()), ('Deplores', ('EU',)), ('Rejects', ('United States',))]
>>> round.choose(conflict.id, 2, by="Chair")
>>> next(one.text for one in round.text() if one.origin == "OP3")[:31]
'Deplores the systematic abducti'
>>> rev1, landings = round.next("Rev.1")
>>> [(one.proposal.by, one.aftermath.value) for one in landings]
[(('EU',), 'in'), (('United States',), 'rejected')]
>>> round.undo()
'choose reading 2 at OP3'

All of it as JSON, just as `--json` prints it:

>>> drafter.shapes.findings_shape(library.check("75/190"))["findings"][:0]
[]
>>> drafter.read("corpus/A_RES_75_190.md").resolution.session
75

Whatever a user can put right is a `DrafterError`, whose text is one line:

>>> library.text("75/191")  # doctest: +ELLIPSIS
Traceback (most recent call last):
drafter.errors.LibraryError: 75/191 is not in the library corpus; near: 75/190 ...
"""

from drafter.api.drafts import WorkingDraft
from drafter.api.library import OpenLibrary, open_library, read
from drafter.api.rounds import WorkingRound
from drafter.api.versions import keep_version, remove_version, versions
from drafter.errors import DrafterError
from drafter.render.pdf import pdf

__all__ = [
    "DrafterError",
    "OpenLibrary",
    "WorkingDraft",
    "WorkingRound",
    "keep_version",
    "open_library",
    "pdf",
    "read",
    "remove_version",
    "versions",
]

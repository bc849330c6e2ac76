"""An edit in a few words, for "Undo: delete OP14"."""

from __future__ import annotations

from drafter.edit import edits
from drafter.edit.edits import Edit
from drafter.model.draft import Draft, labels
from drafter.model.resolution import Kind

_FIELDS = {"agenda_item": "agenda item", "agenda_title": "agenda title"}


def described(edit: Edit, draft: Draft) -> str:
    """What the edit does to `draft`, with the labels that its paragraphs have before it is done."""
    match edit:
        case edits.SetTitle():
            return "edit the title"
        case edits.SetField(name):
            return f"set the {_FIELDS.get(name, name)}"
        case edits.PutFootnote(footnote):
            known = any(note.id == footnote.id for note in draft.footnotes)
            return "edit a footnote" if known else "add a footnote"
        case edits.DropFootnote():
            return "drop a footnote"
        case edits.Verify(verified):
            return f"verify “{verified.found}”"
        case edits.Refuse() | edits.RefuseChanges():
            return "turn down a suggestion"
        case edits.SetBriefed():
            return "mark an entry of the brief"
        case edits.ReplaceAll():
            return "changes made outside"
        case edits.Several(inner, name):
            return name or (described(inner[0], draft) if len(inner) == 1 else f"{len(inner)} changes")
        case _:
            return _of_a_paragraph(edit, labels(draft), draft)


def _of_a_paragraph(edit: Edit, labels: dict[str, str], draft: Draft) -> str:
    def label(paragraph_id: str | None) -> str:
        return labels.get(paragraph_id or "") or "a paragraph"

    match edit:
        case edits.SetText(id):
            return f"edit {label(id)}"
        case edits.Insert(_, after):
            return "insert the first paragraph" if after is None else f"insert after {label(after)}"
        case edits.Delete(id):
            return f"delete {label(id)}"
        case edits.Restore(id):
            return f"restore {label(id)}"
        case edits.Move(id, after):
            return f"move {label(id)} to the top" if after is None else f"move {label(id)} after {label(after)}"
        case edits.Split(id):
            return f"split {label(id)}"
        case edits.Merge(id, following):
            return f"merge {label(following)} into {label(id)}"
        case edits.SetLevel(id, level):
            deeper = any(paragraph.id == id and paragraph.level < level for paragraph in draft)
            return f"{'demote' if deeper else 'promote'} {label(id)}"
        case edits.SetKind(id, kind):
            return f"make {label(id)} {'a heading' if kind is Kind.HEADING else kind.value}"
        case edits.SetNote(id):
            return f"note on {label(id)}"
        case edits.SetReason(id):
            return f"reason of {label(id)}"
        case edits.SetClearances(id):
            return f"clearance of {label(id)}"
        case edits.SetSources(id):
            return f"sources of {label(id)}"
        case _:
            raise TypeError(f"not an edit: {edit!r}")

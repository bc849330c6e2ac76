"""What a drafter can mean: each gesture is a pure function of a draft that gives one edit and the paragraph to show
next.

The desk, the command line and `import drafter` share them. A gesture that cannot be made raises DrafterError, which
names paragraphs by their labels.
"""

from drafter.edit.gestures.about import FIELDS, clear, field_as_typed, masthead, note, reason, title
from drafter.edit.gestures.gesture import Gesture, Intent, label_of, paragraph_at, together
from drafter.edit.gestures.going import destination
from drafter.edit.gestures.notes import drop_footnote, edit_footnote, footnote_to_mark, new_footnote, new_note_id
from drafter.edit.gestures.pasting import put_in
from drafter.edit.gestures.placing import (
    delete,
    delete_or_restore,
    insert_after,
    insert_before,
    insert_below,
    move_after,
    move_before,
    move_down,
    move_up,
    place_before,
    restore,
)
from drafter.edit.gestures.shaping import demote, merge, parts, promote, split
from drafter.edit.gestures.turning import change_kind, crossing
from drafter.edit.gestures.wording import (
    accept,
    accept_all,
    fix,
    phrases,
    refuse,
    replace_at,
    revert,
    take,
    typed,
    verify,
    written,
)

__all__ = [
    "FIELDS",
    "Gesture",
    "Intent",
    "accept",
    "accept_all",
    "change_kind",
    "clear",
    "crossing",
    "delete",
    "delete_or_restore",
    "demote",
    "destination",
    "drop_footnote",
    "edit_footnote",
    "field_as_typed",
    "fix",
    "footnote_to_mark",
    "insert_after",
    "insert_before",
    "insert_below",
    "label_of",
    "masthead",
    "merge",
    "move_after",
    "move_before",
    "move_down",
    "move_up",
    "new_footnote",
    "new_note_id",
    "note",
    "paragraph_at",
    "parts",
    "phrases",
    "place_before",
    "promote",
    "put_in",
    "reason",
    "refuse",
    "replace_at",
    "restore",
    "revert",
    "split",
    "take",
    "title",
    "together",
    "typed",
    "verify",
    "written",
]  # fmt: skip

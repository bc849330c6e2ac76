"""Start a draft, change it with frozen edits, undo and redo, read and write the draft file."""

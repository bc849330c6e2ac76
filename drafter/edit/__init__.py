"""Starting a draft, changing it by frozen edits, undo and redo, reading and writing the draft file."""

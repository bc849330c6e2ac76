"""The terminal interface: widgets show one Session, and change it through the same edits as the command line."""

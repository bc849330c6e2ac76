"""What the screens show, worked out from the session as plain values: rows, sheets, entries, words that changed."""

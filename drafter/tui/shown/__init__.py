"""What the screens show, worked out from the session as plain values: rows, texts, entries, changed words."""

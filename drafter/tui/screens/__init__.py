"""One file for each screen, with its style sheet beside it."""

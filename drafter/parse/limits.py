"""How much a file may hold before it is refused: many times what the longest resolution has."""

LARGEST = 5_000_000
"""Bytes of a text or Markdown file; the longest resolution has less than one million."""

MOST_LINES = 100_000
"""Lines of a text or Markdown file; the longest resolution has some five thousand."""

MOST_PAGES = 1_000
MOST_CHARACTERS = 5_000_000
"""Of a PDF."""

SECONDS = 60
"""For taking a PDF's text out; the longest resolution takes two."""

MOST_MEMORY = 2 * 1024**3
"""Bytes of address space for taking a PDF's text out, where the system can hold a process to it."""

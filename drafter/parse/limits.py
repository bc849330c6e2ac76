"""How large a file may be before it is refused: many times the longest resolution."""

LARGEST = 5_000_000
"""Bytes of a text or Markdown file; the longest resolution has less than one million."""

MOST_LINES = 100_000
"""Lines of a text or Markdown file; the longest resolution has some five thousand."""

MOST_PAGES = 1_000
MOST_CHARACTERS = 5_000_000
"""Of a PDF."""

SECONDS = 60
"""Seconds allowed for extracting the text of a PDF; the longest resolution takes two."""

MOST_MEMORY = 2 * 1024**3
"""Bytes of memory allowed for extracting the text of a PDF, where the system can enforce a limit."""

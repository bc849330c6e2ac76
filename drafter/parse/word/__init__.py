"""Word files (.docx) as resolutions."""

from drafter.parse.word.reader import DATA, WordText, fingerprint, opened, read

__all__ = ["DATA", "WordText", "fingerprint", "opened", "read"]

"""Compilation texts read back: our own exactly, those of others as far as they can be understood.

Readers take printed paragraphs (`rows.PrintedText`) from whatever file they stand in; `textrows` finds them in plain
text and Markdown.
"""

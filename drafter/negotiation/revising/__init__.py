"""The next version of a round's text, and what becomes of each proposal on the way to it."""

"""Pair the paragraphs of two texts, diff their words, follow a paragraph through the years."""

"""A Word file in which every change against another text is tracked."""

from drafter.render.redline.writer import NOBODY, day_of, redline

__all__ = ["NOBODY", "day_of", "redline"]

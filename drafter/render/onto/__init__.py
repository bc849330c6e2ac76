"""Changes tracked in a Word file of the Secretariat, which otherwise stays as it is."""

from drafter.render.onto.official import onto

__all__ = ["onto"]

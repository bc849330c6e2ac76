"""Next year's United Nations resolution from last year's."""

__version__ = "0.1.0"

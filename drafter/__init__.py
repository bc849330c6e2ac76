"""Next year's United Nations resolution from last year's.

`import drafter` gives what the commands do as values: see `drafter.api`. Its names are looked up when they are first
asked for, so that the start of the program does not pay for them.
"""

__version__ = "0.1.0"

__all__ = [
    "DrafterError",
    "OpenLibrary",
    "WorkingDraft",
    "WorkingRound",
    "__version__",
    "keep_version",
    "open_library",
    "pdf",
    "read",
    "remove_version",
    "shapes",
    "versions",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    if name == "shapes":
        return import_module("drafter.shapes")
    return getattr(import_module("drafter.api"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

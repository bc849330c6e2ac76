"""The JSON of every value, one module for each family: what `--json` prints and `import drafter` gives as plain data.

Each function turns a value into dicts, lists, strings, numbers and None, ready for `json.dumps`. Keys are added but
never renamed; readers ignore keys that they do not know.
"""

from importlib import import_module

_FROM = {
    "agreed_round_shape": "agreed_rounds",
    "agreed_shape": "agreed",
    "alignment_shape": "alignments",
    "board_shape": "rounds",
    "concordance_shape": "revisions",
    "draft_shape": "texts",
    "entry_shape": "libraries",
    "findings_shape": "findings",
    "leaks_shape": "leaks",
    "library_shape": "libraries",
    "lineage_shape": "lineages",
    "outcomes_shape": "revisions",
    "paragraph_shape": "texts",
    "plugins_shape": "plugins",
    "reading_shape": "texts",
    "redline_shape": "redlines",
    "resolution_shape": "texts",
    "revision_shape": "revisions",
    "round_shape": "rounds",
    "suggestions_shape": "suggestions",
    "summary_shape": "summaries",
    "text_shape": "texts",
    "updates_shape": "updates",
    "verified_shape": "libraries",
    "wanted_shape": "wanted",
}
"""Each shape's function and its module; a module is loaded when one of its functions is first asked for."""


def __getattr__(name: str) -> object:
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_FROM[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_FROM})

"""The JSON of every value, one module a family: what `--json` prints and what `import drafter` gives as plain data.

Each function turns a value into dicts, lists, strings, numbers and None, ready for `json.dumps`. Readers ignore keys
that they do not know; keys are added, never renamed.
"""

from drafter.shapes.agreed import agreed_shape
from drafter.shapes.alignments import alignment_shape
from drafter.shapes.findings import findings_shape
from drafter.shapes.libraries import entry_shape, library_shape, verified_shape
from drafter.shapes.lineages import lineage_shape
from drafter.shapes.plugins import plugins_shape
from drafter.shapes.redlines import redline_shape
from drafter.shapes.suggestions import suggestions_shape
from drafter.shapes.summaries import summary_shape
from drafter.shapes.texts import draft_shape, paragraph_shape, reading_shape, resolution_shape, text_shape
from drafter.shapes.updates import updates_shape

__all__ = [
    "agreed_shape",
    "alignment_shape",
    "draft_shape",
    "entry_shape",
    "findings_shape",
    "library_shape",
    "lineage_shape",
    "paragraph_shape",
    "plugins_shape",
    "reading_shape",
    "redline_shape",
    "resolution_shape",
    "suggestions_shape",
    "summary_shape",
    "text_shape",
    "updates_shape",
    "verified_shape",
]

"""The settings part of a Word file: what Word does with it from now on. ECMA-376, 17.15."""

from __future__ import annotations

from lxml.etree import QName, _Element

from drafter.ooxml.elements import element
from drafter.ooxml.names import W

_BEFORE_TRACKING = frozenset((
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
    "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
    "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts",
    "saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors",
    "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter",
    "stylePaneSortMethod", "documentType", "mailMerge", "revisionView",
))  # fmt: skip


def track_revisions(settings: _Element) -> None:
    """Have Word track whatever is changed from now on."""
    if settings.find(W + "trackRevisions") is None:
        place = sum(1 for each in settings if QName(each).localname in _BEFORE_TRACKING)
        settings.insert(place, element("trackRevisions"))

from drafter import shapes as shapes
from drafter.api import DrafterError as DrafterError
from drafter.api import OpenLibrary as OpenLibrary
from drafter.api import WorkingDraft as WorkingDraft
from drafter.api import WorkingRound as WorkingRound
from drafter.api import keep_version as keep_version
from drafter.api import open_library as open_library
from drafter.api import pdf as pdf
from drafter.api import read as read
from drafter.api import remove_version as remove_version
from drafter.api import versions as versions

__version__: str

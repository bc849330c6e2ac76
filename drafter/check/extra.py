"""Rules of a mission's own, from plug-ins: registered as the shipped ones are, and run beside them.

>>> from drafter.check.rule import Slip
>>> from drafter.model.finding import Severity
>>> rules = Rules()
>>> @rules.on_place("mission-youth", Severity.NOTE, source="our capital", example="young people → youth")
... def youth(place):
...     at = place.paragraph.text.find("young people")
...     if at >= 0:
...         yield Slip("our capital writes youth", at, at + len("young people"), "youth")
>>> [rule.name for rule in rules.places]
['mission-youth']
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from drafter.check.rule import PLACE_RULES, TEXT_RULES, PlaceLooker, Rule, Slip, TextLooker
from drafter.model.finding import Severity
from drafter.plugins import RULES, Plugin
from drafter.rules.rulebook import current
from drafter.rules.tables import kept


@dataclass(eq=False)
class Rules:
    """What an entry point in the group `drafter.rules` names: rules on single places, and rules on the whole text."""

    places: dict[Rule, PlaceLooker] = field(default_factory=dict)
    texts: dict[Rule, TextLooker] = field(default_factory=dict)

    def on_place(
        self, name: str, severity: Severity, *, source: str, example: str
    ) -> Callable[[PlaceLooker], PlaceLooker]:
        """Register a rule that looks at one paragraph where it stands."""

        def register(look: PlaceLooker) -> PlaceLooker:
            self.places[Rule(name, severity, source, example)] = look
            return look

        return register

    def on_text(
        self, name: str, severity: Severity, *, source: str, example: str
    ) -> Callable[[TextLooker], TextLooker]:
        """Register a rule that looks at the whole text."""

        def register(look: TextLooker) -> TextLooker:
            self.texts[Rule(name, severity, source, example)] = look
            return look

        return register


@kept()
def place_rules() -> Mapping[Rule, PlaceLooker]:
    """The shipped rules on single places, then those of plug-ins."""
    book = current()
    return PLACE_RULES | {
        rule: book.careful(plugin, look, Slip) for plugin, rules in _added() for rule, look in rules.places.items()
    }


@kept()
def text_rules() -> Mapping[Rule, TextLooker]:
    """The shipped rules on the whole text, then those of plug-ins."""
    book = current()
    return TEXT_RULES | {
        rule: book.careful(plugin, look, Slip) for plugin, rules in _added() for rule, look in rules.texts.items()
    }


def _added() -> Iterator[tuple[Plugin, Rules]]:
    book = current()
    for plugin, rules in book.added(RULES):
        if isinstance(rules, Rules):
            yield plugin, rules
        else:
            book.fail(plugin, "cannot be used", f"it names a {type(rules).__name__}, not drafter.check.extra.Rules")

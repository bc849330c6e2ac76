"""The bottom line: the keys that do something here, as many as fit; each can be clicked."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from drafter.tui.action import shown_key
from drafter.tui.actions import BY_ID


class Hints(Widget):
    """Rebuilt from the active bindings whenever the focus or the screen changes."""

    DEFAULT_CSS = "Hints { dock: bottom; height: 1; padding: 0 1; background: $surface; color: $foreground 62%; }"
    ALLOW_SELECT: ClassVar[bool] = False

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())
        self.app.screen_change_signal.subscribe(self, lambda _: self.refresh())

    def _shown(self) -> list[tuple[str, str, str]]:
        """Key, label and id of the actions that fit: first what the focus does, then in the registry's order.

        Help and the commands are always there. Under a dialog they are the dialog's.
        """
        screen = self.app.screen if self.app.screen.is_modal else self.screen
        own: set[str] = set()
        found: dict[str, tuple[str, str, str]] = {}
        for active in screen.active_bindings.values():
            binding = active.binding
            if self._typed(binding.key):
                continue
            if binding.id in BY_ID and binding.show and active.enabled and binding.id not in found:
                ask = getattr(active.node, "hint", None)
                if label := ask(BY_ID[binding.id].name) if ask else binding.description:
                    found[binding.id] = (shown_key(binding.key), label, binding.id)
                    if active.node is screen.focused:
                        own.add(binding.id)
        order = list(BY_ID)
        ids = sorted(found, key=lambda id: (id.startswith("app."), id not in own, order.index(id)))
        once: dict[str, str] = {}
        for id in ids:
            once.setdefault(found[id][1], id)
        ids = list(once.values())
        always = [id for id in ids if id in {"app.help", "app.command_palette"}]
        room = self.size.width + 2  # the last one needs no gap behind it
        chosen: list[str] = []
        for id in (*always, *(id for id in ids if id not in always)):
            key, label, _ = found[id]
            room -= len(key) + len(label) + 3
            if room < 0:
                break
            chosen.append(id)
        return [found[id] for id in sorted(chosen, key=ids.index)]

    def _typed(self, key: str) -> bool:
        """Whether the key writes a character where the focus is."""
        focused, sign = self.screen.focused, shown_key(key)
        return focused is not None and len(sign) == 1 and focused.check_consume_key(key, sign)

    def render(self) -> RenderResult:
        pieces: list[tuple[str, str]] = []
        for key, label, _ in self._shown():
            pieces += [(key, "bold $foreground"), (f" {label}  ", "")]
        return Content.assemble(*pieces)

    async def on_click(self, event: events.Click) -> None:
        right = self.styles.padding.left
        for key, label, action in self._shown():
            right += len(key) + len(label) + 3
            if event.x < right:
                await self._run(action)
                return

    async def _run(self, id: str) -> None:
        for active in list(self.screen.active_bindings.values()):
            if active.binding.id == id:
                await self.app.run_action(active.binding.action, active.node)
                return

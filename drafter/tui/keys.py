"""Delivers keys one after the other, in the order in which they were pressed."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.widget import Widget

_STEP = 0.001
"""Seconds between two checks whether the next key can be delivered."""

_PATIENCE = 10.0
"""Seconds after which a key no longer waits for the effects of an earlier one."""

_WALKING = {"up", "down", "left", "right", "pageup", "pagedown"}
_LEAVING = {"escape", "ctrl+q"}

Pressed = events.Key | events.Paste


class KeyQueue:
    """A key does what it would do if the drafter had waited for the screen: it is delivered once the effects of earlier
    keys are done and what they open has the focus. Textual alone sends a key to whatever has the focus while an earlier
    one is still on its way to its command.

    held     the keys that wait
    opening  whether a worker reads what will be opened; keys wait for it, and Esc forgets those that wait
    """

    def __init__(self, app: App[Any], deliver: Callable[[events.Event], Awaitable[None]]) -> None:
        """`deliver` is how the application gives a key to what has the focus."""
        self.held: deque[Pressed] = deque()
        self.opening = False
        self._app, self._deliver = app, deliver
        self._held_since = 0.0
        self._awaited = False
        self._typing_in: Widget | None = None
        self._walking = ""

    async def take(self, event: Pressed) -> None:
        """Deliver a key, or keep it until its turn."""
        if self.held and event is self.held[0]:
            self.held.popleft()
            self._awaited = False
            await self._give_out(event)
            self._await_quiet()
        elif self.opening and isinstance(event, events.Key) and event.key in _LEAVING:
            self.held.clear()
            self.opening = False
            await self._give_out(event)
        elif self.held or not self._may_have(event):
            self.held.append(event)
            self._await_quiet()
        else:
            await self._give_out(event)

    async def _give_out(self, event: Pressed) -> None:
        focused = self._app.focused
        self._typing_in = focused if focused is not None and _is_text(event, focused) else None
        self._walking = event.key if isinstance(event, events.Key) and event.key in _WALKING else ""
        await self._deliver(event)

    def _may_have(self, event: Pressed) -> bool:
        """Whether no effect of an earlier key can change what this one means: text may follow text, and a key held down
        repeats; any other key waits until all is quiet."""
        if self.opening:
            return False
        focused = self._app.focused
        if focused is not None and focused is self._typing_in and _is_text(event, focused):
            return True
        if self._walking and isinstance(event, events.Key) and event.key == self._walking:
            return True
        return self._is_quiet()

    def _is_quiet(self) -> bool:
        """Whether no message waits anywhere on the screen, and the screen has taken the focus it asks for."""
        app = self._app
        if app.message_queue_size or not app.screen_stack:
            return False
        return not any(map(_is_busy, (*app.screen_stack, *app.screen.walk_children())))

    def _await_quiet(self) -> None:
        if self.held and not self._awaited:
            self._awaited = True
            self._held_since = monotonic()
            asyncio.get_running_loop().call_later(_STEP, self._try_next)

    def _try_next(self) -> None:
        if not self.held or not self._app.is_running:
            self._awaited = False
        elif self._may_have(self.held[0]) or (not self.opening and monotonic() - self._held_since > _PATIENCE):
            self._app.post_message(self.held[0])
        else:
            asyncio.get_running_loop().call_later(_STEP, self._try_next)


def _is_text(event: Pressed, focused: Widget) -> bool:
    return isinstance(event, events.Paste) or focused.check_consume_key(event.key, event.character)


def _is_busy(node: DOMNode) -> bool:
    return isinstance(node, Widget) and (not node.is_mounted or node.message_queue_size > 0)

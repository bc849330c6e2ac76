"""An application that paints only what differs from what the terminal shows."""

from __future__ import annotations

from typing import cast

from rich.console import RenderableType
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen

from drafter.tui.canvas import Canvas, Difference


class SparingApp(App[None]):
    """Where the terminal may have changed what it shows, all is painted again."""

    def __init__(self) -> None:
        super().__init__()
        self._canvas = Canvas()

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self.action_paint())

    def on_resize(self) -> None:
        self._canvas.forget()

    def action_paint(self) -> None:
        self._canvas.forget()
        self.refresh(layout=True)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, (LayoutUpdate, ChopsUpdate)):
            super()._display(screen, cast(RenderableType, Difference(self._canvas, renderable)))
        else:
            if renderable is not None:
                self._canvas.forget()
            super()._display(screen, renderable)

"""Two calm themes, dark and light, around the blue of the United Nations flag."""

from __future__ import annotations

from textual.theme import Theme

from drafter.tui.settings import DARK, LIGHT

THEMES = (
    Theme(
        name=DARK,
        primary="#5b92e5",
        secondary="#8fb3ea",
        accent="#d9b36c",
        foreground="#d8dee6",
        background="#14181d",
        surface="#1c222a",
        panel="#252d37",
        success="#7fbf7f",
        warning="#e0a458",
        error="#e07a73",
        dark=True,
        variables={"footer-key-foreground": "#8fb3ea", "border": "#3a4653", "block-cursor-text-style": "none"},
    ),
    Theme(
        name=LIGHT,
        primary="#2f6bc0",
        secondary="#4b7fc9",
        accent="#8a5a00",
        foreground="#1f2730",
        background="#fbfaf7",
        surface="#efede7",
        panel="#e4e1d8",
        success="#2c6e2f",
        warning="#8a5200",
        error="#a83232",
        dark=False,
        variables={"footer-key-foreground": "#2f6bc0", "border": "#c9c4b8", "block-cursor-text-style": "none"},
    ),
)

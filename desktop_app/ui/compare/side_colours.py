"""The colours that tell the two clips apart in every plot."""

from __future__ import annotations

from desktop_app.ui.theme import current_theme


def first_colour() -> str:
    """Of the first clip, `#rrggbb`."""
    return current_theme().plot_reading


def second_colour() -> str:
    """Of the second clip, `#rrggbb`."""
    return current_theme().plot_solution

"""Letter and colour of a point or region that is followed over time."""

from __future__ import annotations

from desktop_app.ui.theme import current_theme

MOST_PLACES = 8
ON_VIDEO = ("#7FE0A0", "#FF9A76", "#6FD3F2", "#E6A6FF", "#D6E36B", "#FF6F9F", "#B9C7D2", "#D9A766")
_ON_LIGHT = ("#1B7F43", "#B8441A", "#0B7394", "#8636B0", "#66700A", "#A8123F", "#4F6472", "#7A5230")


def place_letter(index: int) -> str:
    """The letter of a place: A, B, C and so on."""
    return chr(ord("A") + index)


def place_colour(index: int) -> str:
    """The colour of its curve in the current theme, `#rrggbb`."""
    return (ON_VIDEO if current_theme().is_dark else _ON_LIGHT)[index % MOST_PLACES]

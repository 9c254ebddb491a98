"""The colours of the points followed over time; distinct from each other and from the profile's two."""

from __future__ import annotations

from desktop_app.ui.theme import current_theme

_DARK = ("#F2C14E", "#F28BB0", "#9DB2FF")
_LIGHT = ("#8F6400", "#B12F68", "#4456C7")


def point_colour(index: int) -> str:
    """The colour of a point in the current theme, `#rrggbb`."""
    return (_DARK if current_theme().is_dark else _LIGHT)[index]

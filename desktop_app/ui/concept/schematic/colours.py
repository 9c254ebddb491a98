"""The sketch's colours in both themes."""

from __future__ import annotations

from PySide6.QtGui import QColor

from desktop_app.domain.material import Material
from desktop_app.ui.concept.schematic.marks import Tone
from desktop_app.ui.theme import Theme

_DARK_TINTS = ("#38464E", "#4A4336", "#36493F", "#45394E", "#4D3B38", "#344456")
_LIGHT_TINTS = ("#D9E1E5", "#EDE3D0", "#D5E5DA", "#E2D9EA", "#EEDAD5", "#D6E0EE")
_OWN_TINTS: dict[str, tuple[str, str]] = {
    "copper": ("#5A4034", "#F0D3C1"),
    "brass": ("#54492C", "#EFE2B4"),
    "bronze": ("#523F2B", "#E9D3B4"),
    "gold": ("#5B4C22", "#F3E3A3"),
    "brick": ("#58392F", "#EBC9BC"),
    "ice": ("#2F4D5C", "#D5EDF6"),
    "water": ("#28465F", "#CFE4F7"),
    "air": ("#1B2429", "#F3F8FA"),
    "wood_oak": ("#4E3F2C", "#EBDCC2"),
    "wood_pine": ("#52452E", "#F1E4C6"),
}
"""Materials that are known by their colour: dark and light theme."""


def tint(material: Material, number: int, theme: Theme) -> QColor:
    """The fill of a part: its material's own colour where it has one, else one by the material's number."""
    own = _OWN_TINTS.get(material.id)
    if own is not None:
        return QColor(own[0] if theme.is_dark else own[1])
    tints = _DARK_TINTS if theme.is_dark else _LIGHT_TINTS
    return QColor(tints[number % len(tints)])


def tone_colour(tone: Tone, theme: Theme) -> QColor:
    """The colour of a sign and of its numbers."""
    return QColor({"hot": theme.accent, "cold": theme.plot_solution, "plain": theme.muted}[tone])

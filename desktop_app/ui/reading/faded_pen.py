"""A line that is as strong as what it says is sure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPen

_FAINTEST = 0.22
_STOPS = 24


def faded_pen(
    colour: str, position: NDArray[np.float64], confidence: NDArray[np.float32], width: float = 2.2
) -> QPen:
    """A pen for a curve over positions 0..1 whose opacity follows the confidence there.

    Args:
        colour: of the line, `#rrggbb`.
        position: (sample,) 0..1, ascending.
        confidence: (sample,) 0..1.
        width: pixels.
    """
    gradient = QLinearGradient(QPointF(0.0, 0.0), QPointF(1.0, 0.0))
    places = np.linspace(0.0, 1.0, _STOPS)
    for place, sure in zip(places, np.interp(places, position, confidence), strict=True):
        shade = QColor(colour)
        shade.setAlphaF(float(_FAINTEST + (1.0 - _FAINTEST) * min(max(sure, 0.0), 1.0)))
        gradient.setColorAt(float(place), shade)
    pen = QPen(QBrush(gradient), width)
    pen.setCosmetic(True)
    return pen

"""A line that is as strong as what it says is sure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPen

_FAINTEST = 0.22
_STOPS = 24
_UNIFORM = 0.05


def faded_pen(
    colour: str, position: NDArray[np.float64], confidence: NDArray[np.float32], width: float
) -> QPen:
    """A pen for a curve over positions 0..1 whose opacity follows the confidence there.

    Where the confidence hardly varies the pen has one colour: a gradient takes twice as long to stroke.

    Args:
        colour: of the line, `#rrggbb`.
        position: (sample,) 0..1, ascending.
        confidence: (sample,) 0..1.
        width: device pixels.
    """
    if float(np.ptp(confidence)) < _UNIFORM:
        return _pen(QBrush(_shade(colour, float(np.mean(confidence)))), width)
    gradient = QLinearGradient(QPointF(0.0, 0.0), QPointF(1.0, 0.0))
    for stretch in np.array_split(np.arange(len(position)), min(len(position), _STOPS)):
        least = float(confidence[stretch].min())
        gradient.setColorAt(float(position[stretch].mean()), _shade(colour, least))
    return _pen(QBrush(gradient), width)


def _shade(colour: str, confidence: float) -> QColor:
    shade = QColor(colour)
    shade.setAlphaF(_FAINTEST + (1.0 - _FAINTEST) * min(max(confidence, 0.0), 1.0))
    return shade


def _pen(brush: QBrush, width: float) -> QPen:
    pen = QPen(brush, width)
    pen.setCosmetic(True)
    return pen

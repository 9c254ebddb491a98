"""How the axes of a plot look."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont

LABEL_SIZE = 0.88
"""Of the window's type."""


def style_axis(axis: pg.AxisItem, font: QFont, text_colour: str, line_colour: str) -> None:
    """Give an axis the window's type and colours."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * LABEL_SIZE)
    axis.setStyle(
        tickFont=small, tickLength=-3, tickTextOffset=5, maxTickLevel=0, hideOverlappingLabels=False
    )
    axis.setTextPen(QColor(text_colour))
    axis.setPen(QColor(line_colour))
    axis.setTickPen(QColor(line_colour))

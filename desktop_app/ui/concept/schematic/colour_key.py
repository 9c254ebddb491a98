"""The colour scale at the foot of a sketch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop_app.domain.scales import number_text
from desktop_app.ui.concept.schematic.foot import SCALE_BAR
from desktop_app.ui.reading.palette_key import palette_image
from desktop_app.ui.reading.units import celsius_range
from desktop_app.ui.theme import Theme


def paint_key(
    painter: QPainter,
    area: QRectF,
    palette: NDArray[np.uint8],
    range_K: tuple[float, float],
    theme: Theme,
) -> None:
    """Lowest temperature, palette, highest temperature, at the right of an area."""
    metrics = QFontMetricsF(painter.font())
    low_C, high_C = celsius_range(range_K)
    low, high = (f"{number_text(value, high_C - low_C)} °C" for value in (low_C, high_C))
    bar_right = area.right() - metrics.horizontalAdvance(high) - 6
    bar = QRectF(bar_right - SCALE_BAR, area.center().y() - 4, SCALE_BAR, 8)
    painter.drawImage(bar, palette_image(palette, upright=False))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.border_strong), 1.0))
    painter.drawRect(bar)
    painter.setPen(QColor(theme.muted))
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(area, align, high)
    painter.drawText(area.adjusted(0, 0, bar.left() - 6 - area.right(), 0), align, low)

"""A small colour bar that fits into a header."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.reading.units import temperature_text
from desktop_app.ui.theme import current_theme

_BAR = 120
_GAP = 6


class PaletteKey(QWidget):
    """Lowest temperature, palette, highest temperature, in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._texts = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        small = self.font()
        small.setPointSizeF(small.pointSizeF() * 0.88)
        self.setFont(small)

    def set_palette(self, palette: NDArray[np.uint8]) -> None:
        """Show a palette, (256, 3) uint8."""
        self._image = palette_image(palette, upright=False)
        self.update()

    def set_range(self, low_C: float, high_C: float) -> None:
        """What its two ends stand for."""
        span = high_C - low_C
        self._texts = (temperature_text(low_C, span).removesuffix(" °C"), temperature_text(high_C, span))
        self.setAccessibleName(" – ".join(self._texts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the bar and both texts."""
        metrics = self.fontMetrics()
        texts = sum(metrics.horizontalAdvance(text) for text in self._texts)
        return QSize(texts + _BAR + 2 * _GAP + 2, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the bar between its texts."""
        self.paint_into(QPainter(self), QRectF(self.rect()))

    def paint_into(self, painter: QPainter, room: QRectF) -> None:
        """Paint the bar between its texts into a rectangle."""
        painter.setPen(QColor(current_theme().muted))
        left = painter.fontMetrics().horizontalAdvance(self._texts[0]) + _GAP
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, align, self._texts[0])
        painter.drawText(room.adjusted(left + _BAR + _GAP, 0, 0, 0), align, self._texts[1])
        painter.drawImage(QRectF(room.left() + left, room.center().y() - 4, _BAR, 8), self._image)


def palette_image(palette: NDArray[np.uint8], upright: bool) -> QImage:
    """A palette as an image one pixel thick: rising upward where `upright`, else to the right."""
    pixels = np.ascontiguousarray(palette[::-1, None] if upright else palette[None])
    height, width = pixels.shape[:2]
    borrowed = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return borrowed.copy()

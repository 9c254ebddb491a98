"""The colours of a look as a band."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

HEIGHT = 6


class ColourStrip(QWidget):
    """A band of colours, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self.setFixedHeight(HEIGHT)

    def show_palette(self, palette: NDArray[np.uint8] | None) -> None:
        """Show the colours, (colour, 3), from left to right; nothing where there are none."""
        self.setVisible(palette is not None)
        if palette is None:
            return
        line = np.ascontiguousarray(palette[None, :, :])
        image = QImage(line.data, line.shape[1], 1, line.shape[1] * 3, QImage.Format.Format_RGB888)
        self._pixmap = QPixmap.fromImage(image.copy())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Stretch the colours over the whole width, with round corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(self.rect().toRectF(), HEIGHT / 2, HEIGHT / 2)
        painter.setClipPath(outline)
        painter.drawPixmap(self.rect(), self._pixmap)

"""Where on the space-time map a verdict shows."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsRectItem

from desktop_app.domain.laws import LawMark

_LINES = (("#000000", 0.6, 3.6), ("#ffffff", 1.0, 1.6))


class MapMarks:
    """Frames by positions: the broken laws' dashed, the one that is pointed at solid and lightly filled."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self._ratio = 1.0
        self._standing: tuple[LawMark, ...] = ()
        self._pointed: LawMark | None = None
        self._times: NDArray[np.float64] = np.empty(0)
        self.boxes: list[QGraphicsRectItem] = []

    def set_pens(self, ratio: float) -> None:
        """Make them as wide on every screen: `ratio` device pixels to one of the window."""
        self._ratio = ratio
        self._draw()

    def set_times(self, time_s: NDArray[np.float64]) -> None:
        """Take the (frame,) times of the map."""
        self._times = time_s
        self._draw()

    def show_standing(self, marks: Iterable[LawMark]) -> None:
        """Outline these, whatever is pointed at."""
        self._standing = tuple(marks)
        self._draw()

    def point_at(self, mark: LawMark | None) -> None:
        """Stress one mark, or none."""
        self._pointed = mark
        self._draw()

    def _draw(self) -> None:
        for box in self.boxes:
            self._plot.removeItem(box)
        self.boxes = []
        if not len(self._times):
            return
        for mark in self._standing:
            if mark != self._pointed:
                self._outline(mark, stressed=False)
        if self._pointed is not None:
            self._outline(self._pointed, stressed=True)

    def _outline(self, mark: LawMark, stressed: bool) -> None:
        for colour, opacity, width in _LINES:
            shade = QColor(colour)
            shade.setAlphaF(opacity if stressed else opacity * 0.75)
            pen = QPen(shade, (width if stressed else width * 0.7) * self._ratio)
            pen.setCosmetic(True)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            box = QGraphicsRectItem(mark_rect(mark, self._times))
            if not stressed and colour == _LINES[-1][0]:
                pen.setDashPattern([4.0, 3.0])
            if stressed and colour == _LINES[-1][0]:
                box.setBrush(QColor(255, 255, 255, 46))
            box.setPen(pen)
            box.setZValue(30)
            self._plot.addItem(box, ignoreBounds=True)
            self.boxes.append(box)


def mark_rect(mark: LawMark, time_s: NDArray[np.float64]) -> QRectF:
    """A mark's frames and stretch of the probe, in the map's units; the whole probe where it names none.

    Args:
        mark: where to look.
        time_s: (frame,) at least one.
    """
    half = float(time_s[1] - time_s[0]) / 2 if len(time_s) > 1 else 0.5
    start, end = (float(time_s[min(frame, len(time_s) - 1)]) for frame in mark.frames)
    low, high = mark.position or (0.0, 1.0)
    return QRectF(start - half, low, end - start + 2 * half, max(high - low, 0.02))

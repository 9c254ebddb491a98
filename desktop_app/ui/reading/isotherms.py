"""Lines of equal temperature over a map."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QFont, QPen

from desktop_app.domain.scales import axis_ticks
from desktop_app.ui.reading.level_lines import level_lines, smoothed

_MOST_LINES = 5
_LABEL_AT = (0.72, 0.55, 0.86, 0.4, 0.25, 0.94)
_APART = 0.2
_SMALL = 0.82


class Isotherms:
    """A few lines at round temperatures, light on dark so that they are seen on any palette, each named."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self.lines = [pg.PlotCurveItem(connect="pairs", antialias=True) for _ in range(2)]
        self.labels: list[pg.TextItem] = []
        self.levels: list[float] = []
        self.visible = True
        self._font = QFont()
        for height, line in zip((20, 21), self.lines, strict=True):
            line.setZValue(height)
            plot.addItem(line, ignoreBounds=True)

    def set_pens(self, ratio: float, font: QFont) -> None:
        """Make them as wide on every screen: `ratio` device pixels to one of the window."""
        self._font = QFont(font)
        self._font.setPointSizeF(font.pointSizeF() * _SMALL)
        for label in self.labels:
            label.setFont(self._font)
        for line, colour, opacity, width in zip(
            self.lines, ("#000000", "#ffffff"), (0.5, 0.95), (2.6, 1.1), strict=True
        ):
            shade = QColor(colour)
            shade.setAlphaF(opacity)
            pen = QPen(shade, width * ratio)
            pen.setCosmetic(True)
            line.setPen(pen)

    def set_visible(self, visible: bool) -> None:
        """Show or hide them all."""
        self.visible = visible
        for item in (*self.lines, *self.labels):
            item.setVisible(visible)

    def show_map(
        self,
        celsius: NDArray[np.float64],
        time_s: NDArray[np.float64],
        position: NDArray[np.float64],
        scale_C: tuple[float, float],
    ) -> None:
        """Draw the lines of a map.

        Args:
            celsius: (frame, sample), lightly smoothed before its lines are drawn.
            time_s: (frame,).
            position: (sample,).
            scale_C: lowest and highest temperature of the scale.
        """
        for label in self.labels:
            self._plot.removeItem(label)
        self.labels, self.levels = [], []
        smooth = smoothed(celsius)
        found: list[NDArray[np.float64]] = []
        placed: list[tuple[float, float]] = []
        for level, text in axis_ticks(*scale_C, most=_MOST_LINES)[1:-1]:
            pieces = level_lines(smooth, time_s, position, level)
            if len(pieces):
                found.append(pieces)
                self.levels.append(level)
                self._name(pieces, text, (float(time_s[0]), float(time_s[-1])), placed)
        ends = np.concatenate(found).reshape(-1, 2) if found else np.empty((0, 2))
        for line in self.lines:
            line.setData(ends[:, 0], ends[:, 1], connect="pairs")
        self.set_visible(self.visible)

    def _name(
        self,
        pieces: NDArray[np.float64],
        text: str,
        span: tuple[float, float],
        placed: list[tuple[float, float]],
    ) -> None:
        """Write a line's temperature on it, away from what is written already; nothing where no room is."""
        middles = pieces.mean(axis=1)
        length = (span[1] - span[0]) or 1.0
        for share in _LABEL_AT:
            nearest = middles[np.abs(middles[:, 0] - span[0] - share * length).argmin()]
            place = ((float(nearest[0]) - span[0]) / length, float(nearest[1]))
            crowded = any(abs(place[0] - x) < 0.16 and abs(place[1] - y) < _APART for x, y in placed)
            if crowded or not 0.05 < place[0] < 0.95 or not 0.1 < place[1] < 0.9:
                continue
            placed.append(place)
            label = pg.TextItem(text, color="#ffffff", anchor=(0.5, 0.5), fill=QColor(0, 0, 0, 150))
            label.setFont(self._font)
            label.setZValue(22)
            label.setPos(*nearest)
            self._plot.addItem(label, ignoreBounds=True)
            self.labels.append(label)
            return

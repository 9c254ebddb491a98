"""Two thin lines that cross where a plot is read."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtGui import QPen


class Crosshair:
    """An upright and a level line over a plot, hidden until they are put somewhere."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.place: tuple[float, float] | None = None
        self._lines = [pg.InfiniteLine(angle=angle, movable=False) for angle in (90, 0)]
        for line in self._lines:
            line.setZValue(50)
            line.hide()
            plot.addItem(line, ignoreBounds=True)

    def put(self, x: float, y: float) -> None:
        """Cross at a place, in the axes' units."""
        self.place = (x, y)
        for line, value in zip(self._lines, self.place, strict=True):
            line.setValue(value)
            line.show()

    def hide(self) -> None:
        """Take it away."""
        self.place = None
        for line in self._lines:
            line.hide()

    def set_pen(self, pen: QPen) -> None:
        """Draw both lines with a pen."""
        for line in self._lines:
            line.setPen(pen)

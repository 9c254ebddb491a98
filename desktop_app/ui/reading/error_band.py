"""How far a reading may be off by the noise of the clip's colours."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from desktop_app.ui.reading.legend import BAND_OPACITY

SIGMAS = 2.0
_MOST_SIGNS = 24
_SIGN_SIZE = 7.0


class ErrorBand(QGraphicsPathItem):
    """A light band of ±2σ under a curve, with gaps where the curve is a bound and no estimate."""

    def __init__(self) -> None:
        super().__init__()
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setZValue(-5)

    def set_colour(self, colour: str) -> None:
        """The curve's colour, `#rrggbb`."""
        shade = QColor(colour)
        shade.setAlphaF(BAND_OPACITY)
        self.setBrush(shade)

    def set_data(
        self,
        x: NDArray[np.float64],
        y: NDArray[np.float64],
        sigma: NDArray[np.floating],
        estimated: NDArray[np.bool_],
    ) -> None:
        """Draw the band of a curve.

        Args:
            x: (point,) where the curve is.
            y: (point,) its values.
            sigma: (point,) its noise, 1 σ, in the unit of `y`.
            estimated: (point,) where `y` is an estimate; elsewhere it is a bound.
        """
        path = QPainterPath()
        fit = estimated & np.isfinite(y) & np.isfinite(sigma)
        for run in np.split(np.arange(len(x)), np.flatnonzero(np.diff(fit)) + 1):
            if len(run) > 1 and fit[run[0]]:
                away = SIGMAS * sigma[run]
                edge_x = np.concatenate([x[run], x[run][::-1]])
                edge_y = np.concatenate([y[run] + away, (y[run] - away)[::-1]])
                path.addPath(pg.arrayToQPath(edge_x, edge_y, finiteCheck=False))
        self.setPath(path)


class BoundSigns(pg.ScatterPlotItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Hollow triangles on a curve where it is a bound: pointing to where the truth may be."""

    def __init__(self) -> None:
        super().__init__(size=_SIGN_SIZE, pxMode=True, useCache=False)
        self.setZValue(5)

    def set_colours(self, line: str, ground: str, ratio: float) -> None:
        """The curve's colour and that of the plot behind, `#rrggbb`; device pixels to one of the window."""
        self.setPen(pg.mkPen(line, width=1.3 * ratio))
        self.setBrush(QColor(ground))

    def set_data(self, x: NDArray[np.float64], y: NDArray[np.float64], censored: NDArray[np.integer]) -> None:
        """Mark the points of a curve that are bounds, a few where there are many.

        Args:
            x: (point,) where the curve is.
            y: (point,) its values.
            censored: (point,) −1 where `y` is the most that it may be, 1 where the least, 0 elsewhere.
        """
        gap = max(1, len(x) // _MOST_SIGNS)
        places: list[int] = []
        for place in np.flatnonzero(censored).tolist():
            if not places or place - places[-1] >= gap:
                places.append(place)
        symbols = ["t1" if censored[place] > 0 else "t" for place in places]
        self.setData(x=x[places], y=y[places], symbol=symbols)

"""A curve that is cheap to paint while a video plays under it."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

_PASSES = ((-0.4, -0.4), (0.4, -0.4), (-0.4, 0.4), (0.4, 0.4))


class LightCurve(pg.PlotCurveItem):  # type: ignore[misc]
    """Two pixels wide, made of four passes of a hairline.

    Qt's raster engine strokes an antialiased line of one pixel about ten times as fast as a wider one
    (four passes took 0.15 ms where one wide stroke of a profile across 1280 pixels took 1.7 ms).
    """

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:  # noqa: ARG002
        """Paint in the view's own pixels; a gradient of the pen stays in the data's units."""
        if self.xData is None or len(self.xData) == 0:
            return
        to_view = painter.worldTransform()
        path = to_view.map(self.getPath())
        pen = QPen(self.opts["pen"])
        pen.setWidthF(1.0)
        brush = pen.brush()
        brush.setTransform(to_view)
        pen.setBrush(brush)
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        for dx, dy in _PASSES:
            painter.drawPath(path.translated(dx, dy))
        painter.restore()

"""A curve that is cheap to paint while a video plays under it."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtGui import QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

_WIDTH = 1.8
_PASSES = ((-0.4, -0.4), (0.4, -0.4), (-0.4, 0.4), (0.4, 0.4))


class LightCurve(pg.PlotCurveItem):  # type: ignore[misc]
    """Nearly two pixels wide, made of four passes of a hairline.

    Qt's raster engine strokes an antialiased line of one device pixel about ten times as fast as a wider one
    (four passes took 0.15 ms where one wide stroke of a profile across 1280 pixels took 1.7 ms). On a dense
    screen the passes would not touch, and one wide stroke is painted.

    The pen's dashes are in pixels, its gradient is in the data's units, its width is ignored.
    """

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:  # noqa: ARG002
        """Paint in the view's own pixels."""
        if self.xData is None or len(self.xData) == 0:
            return
        to_view = painter.worldTransform()
        path = to_view.map(self.getPath())
        dense = painter.device().devicePixelRatioF() > 1.0
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen_in(to_view, _WIDTH if dense else 1.0))
        for dx, dy in ((0.0, 0.0),) if dense else _PASSES:
            painter.drawPath(path.translated(dx, dy))
        painter.restore()

    def _pen_in(self, to_view: QTransform, width: float) -> QPen:
        """The curve's pen, its gradient and its dashes carried over to the view's pixels."""
        pen = QPen(self.opts["pen"])
        brush = pen.brush()
        brush.setTransform(to_view)
        pen.setBrush(brush)
        pen.setWidthF(width)
        pen.setCosmetic(False)
        if dashes := pen.dashPattern():
            pen.setDashPattern([length / width for length in dashes])
        return pen

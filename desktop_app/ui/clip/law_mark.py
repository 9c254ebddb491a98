"""Where in the picture a verdict on a law shows."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop_app.domain.clip import PixelBox, Probe
from desktop_app.domain.laws import LawMark
from desktop_app.ui.clip.probe_line import ProbeLine
from desktop_app.ui.clip.video_canvas import VideoCanvas
from desktop_app.ui.theme import DARK

_AWAY_IN_TIME = 0.35
_POINTS = 48
_CORNER = 0.28
_LONGEST_CORNER = 36.0
_CORNERS = ((0, 0), (1, 0), (1, 1), (0, 1))


class LawMarkOverlay(QObject):
    """Paints a mark over the picture and the probe line: a box with strong corners, or a stretch of the line.

    Faint while the frame in view is none of the mark's. A mark without a place frames the whole picture.
    White on black, since it lies on pictures of any palette.
    """

    def __init__(self, canvas: VideoCanvas, probe_line: ProbeLine) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._probe_line = probe_line
        self._mark: LawMark | None = None
        self._frame_index = 0
        self._below = canvas.painted_over
        canvas.painted_over = self._paint

    @property
    def opacity(self) -> float:
        """How strongly the mark is painted in the frame in view; 0 where there is none."""
        if self._mark is None:
            return 0.0
        first, last = self._mark.frames
        return 1.0 if first <= self._frame_index <= last else _AWAY_IN_TIME

    def show_mark(self, mark: LawMark | None) -> None:
        """Paint a mark, or none."""
        if mark != self._mark:
            self._mark = mark
            self._canvas.update()

    def show_frame(self, index: int) -> None:
        """Frame `index` is in view; the canvas is painted anew for it anyway."""
        self._frame_index = index

    def _paint(self, painter: QPainter) -> None:
        if self._below is not None:
            self._below(painter)
        mark, probe = self._mark, self._probe_line.probe
        if mark is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self.opacity)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark.box is not None:
            self._paint_box(painter, self._on_canvas(mark.box))
        elif mark.position is not None and probe is not None:
            self._paint_stretch(painter, probe, mark.position)
        else:
            self._paint_box(painter, self._canvas.video_rect().adjusted(5, 5, -5, -5))
        painter.restore()

    def _on_canvas(self, box: PixelBox) -> QRectF:
        corners = (QPointF(box.left, box.top), QPointF(box.right, box.bottom))
        return QRectF(*(self._canvas.to_widget(corner) for corner in corners))

    def _paint_stretch(self, painter: QPainter, probe: Probe, position: tuple[float, float]) -> None:
        """The piece of the probe line, with a bar across at both ends."""
        x, y = probe.at(np.linspace(*position, _POINTS))
        points = [self._canvas.to_widget(QPointF(a, b)) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
        bars = [_bar(points[0], points[1]), _bar(points[-1], points[-2])]
        for pen in _pens(7.5, 4.0):
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(points))
            for bar in bars:
                painter.drawLine(*bar)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        for pen in _pens(3.2, 1.3):
            painter.setPen(pen)
            painter.drawRect(box)
        reach = min(_CORNER * min(box.width(), box.height()), _LONGEST_CORNER)
        for pen in _pens(6.5, 3.6):
            painter.setPen(pen)
            for right, low in _CORNERS:
                corner = QPointF(box.right() if right else box.left(), box.bottom() if low else box.top())
                across, along = QPointF(-reach if right else reach, 0), QPointF(0, -reach if low else reach)
                painter.drawPolyline(QPolygonF([corner + across, corner, corner + along]))


def _bar(end: QPointF, inner: QPointF) -> tuple[QPointF, QPointF]:
    """A short line across the stretch at its end."""
    along = end - inner
    length = max(float(np.hypot(along.x(), along.y())), 1e-6)
    across = QPointF(-along.y(), along.x()) / length * 8.0
    return end - across, end + across


def _pens(dark_width: float, light_width: float) -> tuple[QPen, QPen]:
    """A dark casing, and the light line on it."""
    dark = QColor(DARK.overlay)
    dark.setAlphaF(0.8)
    pens = (QPen(dark, dark_width), QPen(QColor(DARK.overlay_text), light_width))
    for pen in pens:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pens

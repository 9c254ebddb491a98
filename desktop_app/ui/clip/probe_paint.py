"""How a probe looks on the video."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop_app.domain.clip import Probe
from desktop_app.ui.clip.video_canvas import VideoCanvas
from desktop_app.ui.theme import current_theme


def middle_of(probe: Probe) -> QPointF:
    """Half the way along it; a quarter where there is a corner there."""
    for share in (0.5, 0.25):
        x, y = probe.at(np.array([share]))
        middle = (float(x[0]), float(y[0]))
        if min((math.dist(middle, corner) for corner in probe.via), default=math.inf) > 1.0:
            break
    return QPointF(*middle)


def paint_probe(painter: QPainter, canvas: VideoCanvas, probe: Probe) -> None:
    """The band as two hairlines a piece, and the line in the middle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = [canvas.to_widget(QPointF(*corner)) for corner in probe.corners]
    theme = current_theme()
    dark, light = QColor(theme.overlay), QColor(theme.overlay_text)
    dark.setAlphaF(0.55)
    painter.setPen(QPen(dark, 3.0))
    painter.drawPolyline(QPolygonF(points))
    light.setAlphaF(0.45)
    painter.setPen(QPen(light, 1.0))
    for a, b in pairwise(points):
        across = _across(a, b) * (probe.band_px * canvas.scale / 2)
        painter.drawLine(a + across, b + across)
        painter.drawLine(a - across, b - across)
    light.setAlphaF(0.95)
    painter.setPen(QPen(light, 1.4, Qt.PenStyle.DashLine))
    painter.drawPolyline(QPolygonF(points))


def paint_band_width(painter: QPainter, canvas: VideoCanvas, probe: Probe, text: str) -> None:
    """A card above the middle of a probe, or below it where there is no room."""
    middle = canvas.to_widget(middle_of(probe))
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(text) + 14, metrics.height() + 6
    above = probe.band_px * canvas.scale / 2 + 14 + height
    card = QRectF(middle.x() - width / 2, middle.y() - above, width, height)
    room = canvas.rect().toRectF()
    if card.top() < room.top():
        card.moveTop(middle.y() + above - height)
    card.moveLeft(min(max(card.left(), 0.0), room.width() - width))
    theme = current_theme()
    ground = QColor(theme.overlay)
    ground.setAlphaF(0.82)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(card, 6, 6)
    painter.setPen(QColor(theme.overlay_text))
    painter.drawText(card, Qt.AlignmentFlag.AlignCenter, text)


def _across(a: QPointF, b: QPointF) -> QPointF:
    """Unit vector at right angles to a piece of the line."""
    along = b - a
    length = math.hypot(along.x(), along.y()) or 1.0
    return QPointF(-along.y(), along.x()) / length

"""Paints what is done within a body: spots, bands and heaters."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop_app.ui.concept.schematic import symbols
from desktop_app.ui.concept.schematic.colours import tone_colour
from desktop_app.ui.concept.schematic.frame import Frame
from desktop_app.ui.concept.schematic.marks import Mark, Spot
from desktop_app.ui.theme import Theme

_SMALLEST = 4.0
_HEATER = QRectF(-16, -9, 32, 18)


def paint_spot(painter: QPainter, frame: Frame, mark: Mark, theme: Theme, *, over_colours: bool) -> None:
    """A disc, a band or a heater, with its numbers unless they stand beside the body."""
    if mark.spot is None:
        return
    tone = tone_colour(mark.tone, theme)
    colour = QColor(theme.overlay_text) if over_colours else tone
    soft = QColor(colour)
    soft.setAlphaF(0.0 if over_colours else 0.4)
    area = spot_area(frame, mark.spot)
    painter.setPen(QPen(colour, 1.8))
    painter.setBrush(soft)
    if frame.scene.concept.shape == "room":
        symbols.heater(painter, area, QColor(theme.raised), tone)
    elif mark.spot.band == "none":
        if over_colours:
            painter.setPen(QPen(QColor(0, 0, 0, 110), 4.0))
            painter.drawEllipse(area)
            painter.setPen(QPen(colour, 1.8))
        painter.drawEllipse(area)
        _paint_cross(painter, area, colour)
    else:
        painter.drawRect(area)
    if mark.kind == "flame":
        symbols.flame(painter, area.center() + QPointF(0, symbols.FLAME[1] * 0.5))
    if mark.spot.band == "none" and mark.lines:
        text = " · ".join(mark.lines)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(text) + 10
        left = max(area.right(), area.center().x() + 9) + 6
        place = QRectF(left, area.center().y() - frame.line / 2 - 1, wide, frame.line + 2)
        paint_plate(painter, place, text, theme)


def spot_area(frame: Frame, spot: Spot) -> QRectF:
    """Where a spot is drawn; never so small that it is lost."""
    middle, body, scene = frame.point(spot.x, spot.y), frame.body, frame.scene
    if scene.concept.shape == "room":
        return _HEATER.translated(middle)
    wide = max(spot.radius / scene.x.extent * body.width(), _SMALLEST)
    tall = max(spot.radius / scene.y.extent * body.height(), _SMALLEST)
    if spot.band == "upright":
        return QRectF(middle.x() - wide, body.top(), 2 * wide, body.height())
    if spot.band == "level":
        return QRectF(body.left(), middle.y() - tall, body.width(), 2 * tall)
    return QRectF(middle.x() - wide, middle.y() - tall, 2 * wide, 2 * tall)


def paint_plate(painter: QPainter, area: QRectF, text: str, theme: Theme) -> None:
    """Words on a small dark plate, legible over any colours."""
    ground = QColor(theme.overlay)
    ground.setAlphaF(0.72)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(area, 4, 4)
    painter.setPen(QColor(theme.overlay_text))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def _paint_cross(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """Short strokes that point at a spot from four sides."""
    painter.setPen(QPen(colour, 1.2))
    middle = area.center()
    for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
        radius = area.width() / 2 if way.x() else area.height() / 2
        painter.drawLine(middle + way * (radius + 2), middle + way * (radius + 6))
